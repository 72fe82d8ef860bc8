"""Why an installer is not accepted, or cannot be started, in four lines each."""

from desktop.errors import DesktopError, UpdateError
from desktop.wording.office_faults import Lines

_SAFE = "Không thay đổi; chưa chạy gì từ tệp này."
_AGAIN = "Chép lại cả thư mục từ nơi đã đưa bộ cài, rồi chọn lại."
_ASK = "Không dùng tệp này; hỏi nơi đã đưa bộ cài và xin bản khác."
_WHOLE = (
    "Chép vào một thư mục đủ các tệp của bản phát hành: bộ cài, SHA256SUMS, "
    "SHA256SUMS.sig, THAY_DOI.md; rồi chọn lại."
)

_UPDATES: dict[str, Lines] = {
    "": ("Không dùng được bộ cài “{name}”.", "Bộ cài không đạt kiểm tra.", _SAFE, _ASK),
    "no_installer": (
        "Không thấy bộ cài ở “{name}”.",
        "Trong đó không có tệp nào tên như SoTruyenThong-…-cai-dat.exe.",
        _SAFE,
        "Cắm lại USB hoặc chọn đúng thư mục chứa bộ cài.",
    ),
    "not_installer": (
        "“{name}” không phải bộ cài.",
        "Tệp không có cấu trúc của bộ cài chương trình này cho Windows 64-bit.",
        _SAFE,
        "Chọn tệp SoTruyenThong-…-cai-dat.exe.",
    ),
    "not_ours": (
        "“{name}” là bộ cài của chương trình khác.",
        "Tệp tự xưng là “{one}”, không phải Sổ Truyền Thông.",
        _SAFE,
        _ASK,
    ),
    "version_unclear": (
        "Không rõ “{name}” là bản nào.",
        "Số phiên bản ghi trong tệp không hợp lệ, hoặc mỗi chỗ ghi một khác: {one}.",
        _SAFE,
        _ASK,
    ),
    "misnamed": (
        "Tên tệp và phiên bản bên trong không khớp.",
        "Tên là “{name}” nhưng bên trong là bản {one}.",
        _SAFE,
        _ASK,
    ),
    "too_large": (
        "“{name}” quá lớn.",
        "Tệp {one}, trong khi bộ cài không bao giờ quá {two}.",
        _SAFE,
        _ASK,
    ),
    "changed_meanwhile": (
        "“{name}” thay đổi hoặc mất khi đang dùng.",
        "USB bị rút, ổ đĩa đọc lỗi, hoặc có chương trình khác ghi vào tệp.",
        _SAFE,
        "Cắm lại USB, đợi vài giây rồi chọn lại.",
    ),
    "no_room": (
        "Không đủ chỗ để cập nhật.",
        "Cần {one}, ổ đĩa còn {two}.",
        _SAFE,
        "Xóa bớt tệp không dùng trên ổ đĩa rồi làm lại.",
    ),
    "list_missing": (
        "Thiếu danh sách mã SHA256SUMS bên cạnh bộ cài.",
        "Không có danh sách thì không biết bộ cài còn nguyên vẹn hay không.",
        _SAFE,
        _WHOLE,
    ),
    "list_unreadable": (
        "Danh sách mã SHA256SUMS không hợp lệ.",
        "Dòng {one} không phải một mã và một tên tệp: danh sách hỏng hoặc bị sửa.",
        _SAFE,
        _AGAIN,
    ),
    "list_too_large": (
        "Danh sách mã SHA256SUMS quá lớn.",
        "Danh sách thật chỉ có vài dòng.",
        _SAFE,
        _ASK,
    ),
    "list_forged": (
        "Chữ ký của danh sách mã không đúng.",
        (
            "SHA256SUMS.sig không do khóa phát hành nào mà chương trình biết ký, hoặc "
            "danh sách đã bị sửa sau khi ký."
        ),
        _SAFE,
        _ASK,
    ),
    "not_listed": (
        "“{name}” không có trong danh sách mã.",
        "Danh sách SHA256SUMS bên cạnh không nêu tệp này.",
        _SAFE,
        _WHOLE,
    ),
    "renamed": (
        "“{name}” đã bị đổi tên.",
        "Theo danh sách mã, tệp này tên là “{one}”.",
        _SAFE,
        "Đổi lại đúng tên rồi chọn lại.",
    ),
    "swapped": (
        "“{name}” là tệp khác mang tên này.",
        "Theo danh sách mã, nội dung này là của “{one}”.",
        _SAFE,
        _ASK,
    ),
    "differs": (
        "“{name}” đã bị thay đổi.",
        (
            "Nội dung không đúng mã trong danh sách, dù chỉ khác một byte: tệp hỏng "
            "khi chép, hoặc có người sửa."
        ),
        _SAFE,
        _AGAIN,
    ),
    "truncated": (
        "“{name}” chép chưa hết.",
        "Tệp ngắn hơn độ dài ghi trong chính nó.",
        _SAFE,
        _AGAIN,
    ),
    "extended": (
        "“{name}” có thêm nội dung lạ ở cuối.",
        "Tệp dài hơn độ dài ghi trong chính nó: có người hoặc vi-rút ghi thêm.",
        _SAFE,
        f"{_ASK} Quét vi-rút USB này.",
    ),
    "log_differs": (
        "Bản kê thay đổi “{name}” đã bị sửa.",
        "Nội dung không đúng mã trong danh sách.",
        _SAFE,
        _AGAIN,
    ),
    "log_unreadable": (
        "Không đọc được bản kê thay đổi “{name}”.",
        "Tệp không phải văn bản tiếng Việt mã UTF-8.",
        _SAFE,
        _ASK,
    ),
    "log_silent": (
        "Bản kê thay đổi không nói đến bản {one}.",
        "“{name}” là của một bản phát hành khác.",
        _SAFE,
        _WHOLE,
    ),
    "system_refuses": (
        "Windows không tin chữ ký của “{name}”.",
        "Tệp bị thay đổi sau khi ký, hoặc chứng thư của người ký đã bị thu hồi.",
        _SAFE,
        _ASK,
    ),
    "older": (
        "“{name}” là bản cũ hơn bản đang dùng.",
        (
            "Bộ cài là bản {one}, máy đang dùng bản {two}; bản cũ không đọc được sổ "
            "của bản mới."
        ),
        _SAFE,
        "Tiếp tục dùng bản đang có.",
    ),
    "checkout": (
        "Bản đang chạy không do bộ cài đặt vào máy.",
        "Chương trình chạy thẳng từ mã nguồn, không có gì để bộ cài thay.",
        _SAFE,
        "Lấy mã nguồn mới rồi chạy lại như vẫn làm, hoặc chạy bộ cài trên máy Windows.",
    ),
    "program_read_only": (
        "Tài khoản này không được thay chương trình.",
        "Không ghi được vào {one}: do người quản trị cài, hoặc USB khóa chống ghi.",
        _SAFE,
        "Nhờ người quản trị chạy bộ cài, hoặc mở khóa chống ghi của USB.",
    ),
    "not_checked": (
        "Bộ cài chưa được kiểm tra.",
        "Chỉ bộ cài đã kiểm tra đạt mới được chạy.",
        _SAFE,
        "Chọn lại bộ cài để kiểm tra.",
    ),
    "not_compared": (
        "Chưa so mã của bộ cài.",
        (
            "Bộ cài không có chữ ký mà chương trình biết, nên phải so mã với mã nơi "
            "phát hành đã báo."
        ),
        _SAFE,
        "Gọi hỏi mã, so từng nhóm, đánh dấu vào ô rồi bấm lại.",
    ),
    "not_backed_up": (
        "Chưa sao lưu được sổ “{name}”.",
        "Bản cập nhật chỉ chạy khi mọi sổ đã có bản sao lưu đạt kiểm tra.",
        _SAFE,
        (
            "Mở sổ đó, dùng Công cụ → Sao lưu ngay để xem vì sao; sổ không dùng nữa "
            "thì chuyển tệp đi nơi khác. Rồi cập nhật lại."
        ),
    ),
    "not_started": (
        "Windows không cho chạy bộ cài.",
        "Hệ thống trả lời: {one}.",
        _SAFE,
        "Nhờ người quản trị; hoặc đóng chương trình rồi nhấp đúp vào bộ cài.",
    ),
}

TABLES: dict[type[DesktopError], dict[str, Lines]] = {UpdateError: _UPDATES}
