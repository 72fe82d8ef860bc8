"""Faults of signing, in four lines each."""

from desktop.errors import DesktopError, SignatureError
from desktop.wording import signing_turn_faults
from desktop.wording.office_faults import Lines
from desktop.wording.token_faults import TOKEN_LINES

_SAFE = "Không thay đổi; bản chưa ký vẫn còn nguyên."

_SIGNATURE: dict[str, Lines] = {
    "": (
        "Chưa ký được.",
        "Chữ ký số không tạo được với khóa đã chọn.",
        _SAFE,
        "Kiểm tra chứng thư số rồi ký lại, hoặc in ra ký tay.",
    ),
    "key_missing": (
        "Không tìm thấy tệp khóa “{one}”.",
        "Tệp đã bị chuyển đi, đổi tên, hoặc USB chứa tệp chưa cắm.",
        _SAFE,
        "Cắm USB chứa tệp khóa nếu có, rồi chọn lại tệp.",
    ),
    "key_unreadable": (
        "Không đọc được tệp khóa “{one}”.",
        "Tệp bị hỏng, không phải tệp .p12 hoặc .pfx, hoặc dùng loại khóa chưa hỗ trợ.",
        _SAFE,
        "Chọn lại tệp khóa; nếu vẫn lỗi thì xuất lại tệp từ nơi cấp chứng thư số.",
    ),
    "wrong_password": (
        "Mật khẩu của tệp khóa “{one}” chưa đúng.",
        "Tệp khóa không mở được bằng mật khẩu vừa nhập.",
        _SAFE,
        "Nhập lại mật khẩu; để ý phím Caps Lock và tắt bộ gõ tiếng Việt.",
    ),
    "expired": (
        "Chưa ký được: chứng thư số “{one}” đã hết hạn.",
        "Chứng thư số chỉ có giá trị đến ngày {two}.",
        _SAFE,
        "Xin gia hạn hoặc cấp chứng thư số mới; trong khi chờ có thể in ra ký tay.",
    ),
    "not_yet_valid": (
        "Chưa ký được: chứng thư số “{one}” chưa có hiệu lực.",
        "Chứng thư số có giá trị từ ngày {two}; hoặc đồng hồ của máy đang sai ngày.",
        _SAFE,
        "Kiểm tra ngày giờ của máy; nếu đúng thì chờ đến ngày chứng thư có hiệu lực.",
    ),
    "usage": (
        "Chưa ký được bằng chứng thư số “{one}”.",
        "Chứng thư số này không được cấp để ký văn bản.",
        _SAFE,
        "Chọn chứng thư số dùng để ký văn bản.",
    ),
    "key_mismatch": (
        "Chưa ký được bằng chứng thư số “{one}”.",
        "Khóa và chứng thư số trong tệp không đi với nhau.",
        _SAFE,
        "Xuất lại tệp khóa từ nơi cấp chứng thư số rồi chọn lại.",
    ),
    "weak_key": (
        "Chưa ký được bằng chứng thư số “{one}”.",
        "Khóa quá yếu ({two}): nơi nhận sẽ không chấp nhận chữ ký.",
        _SAFE,
        "Xin cấp chứng thư số mới có khóa RSA từ 2048 bit hoặc ECDSA từ 256 bit.",
    ),
    "clock_back": (
        "Chưa ký được: đồng hồ của máy có vẻ sai.",
        "Máy đang chỉ {two}, nhưng lần ký gần nhất đã ghi {one}.",
        _SAFE,
        (
            "Chỉnh lại ngày giờ của máy cho đúng rồi ký lại; nếu bây giờ máy đang đúng "
            "thì xác nhận khi được hỏi, hoặc bằng lệnh signers --clock-is-right."
        ),
    ),
    "revoked": (
        "Chưa ký được bằng chứng thư số “{one}”.",
        "Chứng thư số này đã bị thu hồi.",
        _SAFE,
        "Xin cấp chứng thư số mới; trong khi chờ có thể in ra ký tay.",
    ),
    "already_signed": (
        "“{one}” đã được ký.",
        "Người đã ký: {two}. Ký thêm lần nữa sẽ làm hỏng chữ ký đang có.",
        "Không thay đổi; bản đã ký vẫn còn nguyên.",
        "Muốn ký lại từ đầu, hãy xuất lại báo cáo để ký mới.",
    ),
    "not_signed": (
        "Chưa bàn giao được: báo cáo chưa ký.",
        "Việc này cần bản báo cáo đã có chữ ký số.",
        "Không thay đổi; báo cáo đã xuất vẫn còn nguyên.",
        "Ký số báo cáo trước, rồi làm lại.",
    ),
    "untrusted": (
        "Chưa ký được bằng chứng thư số “{one}”.",
        "Nơi cấp “{two}” không dẫn đến chứng thư gốc nào được tin cậy trên máy này.",
        _SAFE,
        (
            "Dùng chứng thư số do cơ quan có thẩm quyền cấp; nếu nơi cấp đúng thì thêm "
            "chứng thư gốc trong Thiết lập, mục Chứng thư tin cậy."
        ),
    ),
    "issuer_expired": (
        "Chưa ký được bằng chứng thư số “{one}”.",
        "Chứng thư của nơi cấp “{two}” đã hết hạn, nên nơi nhận sẽ không tin chữ ký.",
        _SAFE,
        "Hỏi nơi cấp để đổi chứng thư số; trong khi chờ có thể in ra ký tay.",
    ),
    "no_issuer": (
        "Chưa ký được bằng chứng thư số “{one}”.",
        "Thiếu chứng thư của nơi cấp “{two}” nên không lần được đến chứng thư gốc.",
        _SAFE,
        "Nhập chứng thư trung gian của nơi cấp trong Thiết lập, mục Chứng thư tin cậy.",
    ),
    "document_changed": (
        "Chưa ký được báo cáo.",
        "Tệp “{one}” không còn giống bản chương trình đã xuất.",
        "Không thay đổi; số liệu trong sổ vẫn còn nguyên.",
        "Xuất lại báo cáo rồi ký ngay trên bản vừa xuất.",
    ),
    "workbook_unfit": (
        "Chưa ký được tệp Excel.",
        "Tệp không còn ở dạng chương trình xuất ra: đã bị thêm hoặc bớt nội dung.",
        _SAFE,
        "Xuất lại báo cáo rồi ký ngay trên bản vừa xuất.",
    ),
    "own_check_failed": (
        "Chưa ký được: chữ ký vừa tạo không qua được bước kiểm tra.",
        "Chương trình tự kiểm tra lại chữ ký và thấy chưa đúng, nên đã bỏ bản đó.",
        _SAFE,
        (
            "Xuất lại báo cáo rồi ký lại; nếu vẫn như vậy, chép nội dung này gửi "
            "người phụ trách."
        ),
    ),
}

TABLES: dict[type[DesktopError], dict[str, Lines]] = {
    SignatureError: _SIGNATURE | TOKEN_LINES | signing_turn_faults.TURNS
}
