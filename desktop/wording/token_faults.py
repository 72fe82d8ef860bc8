"""Faults of keys on tokens, in four lines each."""

from desktop.wording.office_faults import Lines

_SAFE = "Không thay đổi; chưa tệp nào được ký."
_UNTRIED = "Không thay đổi; mã PIN chưa được gửi vào token, số lần thử còn nguyên."

TOKEN_LINES: dict[str, Lines] = {
    "wrong_pin": (
        "Mã PIN của token “{one}” chưa đúng.",
        "Chương trình đã thử đúng một lần và không tự thử lại.",
        _SAFE,
        (
            "Gõ lại cho chắc: tắt Caps Lock và bộ gõ tiếng Việt. Nhiều loại token khóa "
            "sau 3 lần sai; nếu không nhớ mã PIN thì hỏi nơi cấp."
        ),
    ),
    "wrong_pin_last": (
        "Mã PIN của token “{one}” chưa đúng; chỉ còn một lần thử.",
        "Token báo: sai thêm một lần nữa thì bị khóa.",
        _SAFE,
        "Dừng lại, tìm đúng mã PIN hoặc hỏi nơi cấp; trong khi chờ có thể ký tay.",
    ),
    "wrong_pin_locked": (
        "Mã PIN chưa đúng và token “{one}” đã bị khóa.",
        "Token tự khóa vì mã PIN sai quá số lần cho phép.",
        _SAFE,
        "Liên hệ nơi cấp chứng thư số để mở khóa; trong khi chờ có thể in ra ký tay.",
    ),
    "pin_last_try": (
        "Chưa thử mã PIN: token “{one}” chỉ còn một lần thử.",
        "Mã PIN đã sai nhiều lần; sai thêm một lần nữa thì token bị khóa.",
        _UNTRIED,
        (
            "Chỉ thử tiếp khi chắc chắn nhớ đúng mã PIN, và xác nhận thử lần cuối; "
            "không chắc thì hỏi nơi cấp."
        ),
    ),
    "pin_locked": (
        "Token “{one}” đang bị khóa.",
        "Trước đây mã PIN đã sai quá số lần cho phép.",
        _SAFE,
        "Liên hệ nơi cấp chứng thư số để mở khóa; trong khi chờ có thể in ra ký tay.",
    ),
    "pin_not_set": (
        "Token “{one}” chưa có mã PIN.",
        "Token chưa được khởi tạo xong cho người dùng.",
        _SAFE,
        "Đặt mã PIN bằng phần mềm của hãng token, hoặc hỏi nơi cấp.",
    ),
    "pin_expired": (
        "Mã PIN của token phải đổi trước khi ký.",
        "Token báo mã PIN đã hết hạn hoặc còn là mã ban đầu.",
        _SAFE,
        "Đổi mã PIN bằng phần mềm của hãng token rồi ký lại.",
    ),
    "pin_blank": (
        "Chưa có mã PIN.",
        "Ô mã PIN còn trống nên chương trình chưa gửi gì vào token.",
        _UNTRIED,
        "Gõ mã PIN của token rồi ký lại.",
    ),
    "token_missing": (
        "Không thấy token đã chọn.",
        "Token đã rút ra, cắm chưa chặt, hoặc đây là token khác.",
        _SAFE,
        "Cắm đúng token, chờ vài giây, xem lại danh sách token rồi ký lại.",
    ),
    "token_twice": (
        "Có hai token mang cùng một số hiệu.",
        "Chương trình không đoán để mã PIN khỏi gửi nhầm vào token kia.",
        _UNTRIED,
        "Chỉ cắm một token rồi ký lại.",
    ),
    "token_gone": (
        "Token đã rút ra giữa chừng.",
        "Chương trình không còn liên lạc được với token đang dùng để ký.",
        _SAFE,
        "Cắm lại token, chờ đèn sáng rồi ký lại từ đầu.",
    ),
    "no_key": (
        "Trên token không có khóa đã chọn.",
        "Chứng thư số đã chọn không còn trên token, hoặc không có khóa đi kèm.",
        _SAFE,
        "Xem lại danh sách chứng thư trên token và chọn lại.",
    ),
    "key_unusable": (
        "Khóa đã chọn trên token không ký được văn bản.",
        "Token không cho khóa này ký, hoặc khóa thuộc loại chưa hỗ trợ.",
        _SAFE,
        "Chọn chứng thư số khác trên token, hoặc hỏi nơi cấp.",
    ),
    "scheme_unsupported": (
        "Token không ký được theo kiểu RSA-PSS.",
        "Cách đệm RSA-PSS đang bật trong phần Ký số mà token này không hỗ trợ.",
        _SAFE,
        "Chuyển cách đệm RSA trong phần Ký số về PKCS#1 v1.5 rồi ký lại.",
    ),
    "no_key_chosen": (
        "Chưa chọn khóa để ký.",
        "Máy này chưa có tệp khóa hay token nào được chọn.",
        _SAFE,
        "Chọn tệp khóa, hoặc chọn token và chứng thư số, rồi ký.",
    ),
    "module_missing": (
        "Không tìm thấy phần mềm token “{one}”.",
        "Tệp PKCS#11 đã chọn không còn; phần mềm của hãng chưa cài hoặc đã gỡ.",
        _SAFE,
        "Cài phần mềm của hãng token, hoặc chọn lại tệp PKCS#11 trong phần Ký số.",
    ),
    "module_bits": (
        "Phần mềm token “{one}” là bản {two} bit nên không dùng được.",
        "Chương trình này là bản {three} bit; hai bên phải giống nhau.",
        _SAFE,
        "Cài bản {three} bit của phần mềm token rồi chọn lại tệp PKCS#11.",
    ),
    "module_failed": (
        "Phần mềm token “{one}” không làm được việc vừa yêu cầu.",
        "Tệp không phải là phần mềm token PKCS#11, hoặc phần mềm báo lỗi {two}.",
        _SAFE,
        (
            "Rút token, cắm lại rồi thử lại; nếu vẫn lỗi thì chọn lại tệp PKCS#11 hoặc "
            "cài lại phần mềm của hãng."
        ),
    ),
    "module_silent": (
        "Phần mềm token “{one}” không trả lời.",
        "Chương trình đã chờ và dừng phần mềm của hãng token.",
        _SAFE,
        "Rút token, cắm lại, đóng phần mềm khác đang dùng token rồi ký lại.",
    ),
    "helper_died": (
        "Phần mềm token “{one}” bị dừng đột ngột.",
        "Phần mềm của hãng chạy trong tiến trình riêng và tiến trình đó đã hỏng.",
        _SAFE,
        "Rút token, cắm lại rồi ký lại; nếu vẫn lỗi thì cài lại phần mềm của hãng.",
    ),
    "session_over": (
        "Phiên làm việc với token đã kết thúc.",
        "Khóa trên token chỉ dùng được trong lúc ký.",
        _SAFE,
        "Nhập lại mã PIN rồi ký lại.",
    ),
}
