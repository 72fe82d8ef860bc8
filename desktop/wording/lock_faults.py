"""Faults of locking and unlocking what travels, in four lines each."""

from desktop.errors import DesktopError, LockError
from desktop.wording.office_faults import Lines

_SAFE = "Không thay đổi; tệp đã khóa vẫn còn nguyên."
_ASK = "Hỏi lại người đã khóa tệp này câu mật khẩu, qua điện thoại hoặc gặp trực tiếp."

_LOCKS: dict[str, Lines] = {
    "": (
        "Không mở được tệp đã khóa “{name}”.",
        "Khóa của tệp không mở được bằng cách đã chọn.",
        _SAFE,
        _ASK,
    ),
    "wrong_words": (
        "Câu mật khẩu không mở được “{name}”.",
        "Câu gõ vào không phải câu mật khẩu đã đặt khi khóa.",
        _SAFE,
        f"Gõ lại, để ý dấu và chữ hoa. {_ASK}",
    ),
    "wrong_key": (
        "“{name}” khóa cho người nhận khác.",
        "Khóa nhận gói của sổ này không mở được tệp.",
        _SAFE,
        "Gửi lại khóa công khai của cơ quan cho nơi gửi, đề nghị khóa lại gói.",
    ),
    "altered": (
        "“{name}” đã bị thay đổi sau khi khóa.",
        "Nội dung không còn đúng như lúc khóa: tệp hỏng khi chép, hoặc có người sửa.",
        f"{_SAFE} Chưa nhận gì từ tệp này.",
        "Chép lại từ USB, hoặc đề nghị nơi gửi gửi lại gói.",
    ),
    "too_heavy": (
        "Máy này chưa mở khóa được “{name}”.",
        "Mở khóa bằng câu mật khẩu cần nhiều bộ nhớ; máy đang quá bận hoặc yếu.",
        f"{_SAFE} Chưa nhận gì từ tệp này.",
        "Đóng bớt chương trình rồi thử lại, hoặc mở trên một máy khác mạnh hơn.",
    ),
    "needs_words": (
        "“{name}” khóa bằng câu mật khẩu.",
        "Phải có câu mật khẩu mới mở được, khóa nhận gói không mở được.",
        _SAFE,
        _ASK,
    ),
    "needs_key": (
        "“{name}” khóa cho một khóa nhận gói.",
        "Chỉ nơi giữ khóa đó mở được; câu mật khẩu không mở được.",
        _SAFE,
        "Mở trên máy có sổ của cơ quan nhận.",
    ),
    "not_locked": (
        "“{name}” không phải tệp đã khóa.",
        "Tệp không khóa bằng cách nào mà chương trình biết.",
        _SAFE,
        "Mở tệp như bình thường.",
    ),
    "closed": (
        "“{name}” đang khóa nên chưa kiểm tra được.",
        "Chữ ký nằm bên trong; chưa mở khóa thì chưa biết ai ký, có còn nguyên không.",
        _SAFE,
        (
            "Ở cơ quan nhận: thả tệp vào “Khay nhận” của Thu thập, gõ câu mật khẩu rồi "
            "xem kết quả ngay tại khay. Ở cơ quan gửi: kiểm tra gói gốc, khi chưa khóa."
        ),
    ),
    "weak": (
        "Câu mật khẩu quá ngắn.",
        "Tệp trên USB có thể bị dò rất lâu; câu mật khẩu cần ít nhất {one} ký tự.",
        "Không thay đổi; chưa khóa gì.",
        "Đặt một câu vài từ dễ nhớ, ví dụ bốn từ không liên quan nhau.",
    ),
    "not_key": (
        "Đây không phải khóa công khai để khóa gói.",
        (
            "Khóa công khai bắt đầu bằng “age1” và dài 62 ký tự; chép thiếu hoặc thừa "
            "là không dùng được."
        ),
        "Không thay đổi; chưa khóa gì.",
        "Đề nghị nơi nhận gửi lại khóa, chép nguyên dòng.",
    ),
    "key_exists": (
        "Sổ này đã có khóa nhận gói.",
        "Làm khóa mới thì gói đã khóa bằng khóa cũ không mở được nữa.",
        "Không thay đổi; khóa đang dùng vẫn còn nguyên.",
        "Dùng khóa đang có: chép khóa công khai gửi cho nơi gửi.",
    ),
    "key_missing": (
        "Không thấy khóa nhận gói của sổ này.",
        "Tệp khóa để cạnh tệp sổ đã bị chuyển đi hoặc xóa.",
        _SAFE,
        (
            "Chép lại thư mục “khoa-nhan” từ bản sao lưu, hoặc đề nghị nơi gửi khóa "
            "gói bằng câu mật khẩu."
        ),
    ),
    "own_check_failed": (
        "Khóa xong, mở lại thì không đúng như cũ.",
        "Bộ nhớ hoặc ổ đĩa của máy có thể bị lỗi.",
        "Không thay đổi; tệp khóa hỏng chưa được ghi ra.",
        "Khởi động lại máy rồi làm lại.",
    ),
}

TABLES: dict[type[DesktopError], dict[str, Lines]] = {LockError: _LOCKS}
