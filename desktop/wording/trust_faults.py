"""Faults of pinned certificates and lists of revoked ones, in four lines each."""

from desktop.errors import DesktopError, TrustError
from desktop.wording.office_faults import Lines

_SAFE = "Không thay đổi; danh sách tin cậy vẫn như cũ."

_TRUST: dict[str, Lines] = {
    "": (
        "Chưa thay đổi được danh sách tin cậy.",
        "Tệp “{name}” không dùng được cho việc này.",
        _SAFE,
        "Kiểm tra lại tệp, hoặc xin tệp khác từ nơi cấp chứng thư số.",
    ),
    "not_certificate": (
        "“{name}” không phải tệp chứng thư số.",
        "Tệp cần một chứng thư số dạng .cer, .crt, .der hoặc .pem.",
        _SAFE,
        "Tải lại tệp chứng thư từ nơi cấp, rồi chọn lại.",
    ),
    "not_authority": (
        "Chứng thư “{one}” không dùng làm chứng thư gốc được.",
        "Đây là chứng thư của người ký, không phải của nơi cấp chứng thư số.",
        _SAFE,
        "Chọn tệp chứng thư gốc của nơi cấp, thường có chữ Root CA hoặc CA.",
    ),
    "several": (
        "“{name}” có nhiều mục, nên chưa biết chọn mục nào.",
        "Trong tệp có {one} mục; mỗi lần chỉ thêm một mục để đối chiếu cho kỹ.",
        _SAFE,
        "Tách từng mục thành một tệp riêng, rồi thêm lần lượt.",
    ),
    "fingerprint_differs": (
        "Dấu vân tay không khớp, nên chưa thêm chứng thư gốc.",
        "Dấu vân tay của tệp “{name}” là {one}, khác với dấu vân tay đã nhập.",
        _SAFE,
        "Hỏi lại nơi cấp bằng cách khác, như điện thoại; chỉ thêm khi khớp hoàn toàn.",
    ),
    "pinned_already": (
        "Chứng thư gốc này đã được tin cậy.",
        "Trong danh sách đã có chứng thư gốc với dấu vân tay này.",
        _SAFE,
        "Không cần làm gì thêm.",
    ),
    "kept_already": (
        "“{name}” đã có trong danh sách.",
        "Chương trình đang giữ đúng nội dung này.",
        _SAFE,
        "Không cần làm gì thêm.",
    ),
    "not_pinned": (
        "Không có chứng thư gốc nào với dấu vân tay đã nêu.",
        "Dấu vân tay {one} không có trong danh sách của cơ quan.",
        _SAFE,
        "Xem danh sách chứng thư gốc rồi chép lại đủ 64 chữ số của dấu vân tay.",
    ),
    "shipped": (
        "Chứng thư gốc này đi kèm chương trình nên không bỏ được.",
        "Chỉ bỏ được chứng thư gốc do cơ quan thêm.",
        _SAFE,
        "Nếu nghi ngờ chứng thư này, hãy báo cho nơi cung cấp chương trình.",
    ),
    "issuer_unknown": (
        "Chưa thêm được chứng thư trung gian “{name}”.",
        "Nơi cấp ra nó là “{one}” chưa có trong danh sách tin cậy.",
        _SAFE,
        "Thêm chứng thư gốc của nơi cấp trước, rồi thêm lại chứng thư trung gian.",
    ),
    "not_list": (
        "“{name}” không phải danh sách chứng thư bị thu hồi.",
        "Tệp cần là danh sách thu hồi dạng .crl hoặc .pem.",
        _SAFE,
        "Tải lại danh sách thu hồi từ nơi cấp chứng thư số, rồi chọn lại.",
    ),
    "list_partial": (
        "Chưa thêm được danh sách thu hồi “{name}”.",
        "Tệp này chỉ ghi phần thay đổi so với một danh sách khác.",
        _SAFE,
        "Tải danh sách thu hồi đầy đủ từ nơi cấp chứng thư số.",
    ),
    "list_unknown": (
        "Chưa thêm được danh sách thu hồi “{name}”.",
        "Không có chứng thư tin cậy nào ở máy này xác nhận được danh sách của “{one}”.",
        _SAFE,
        "Thêm chứng thư gốc và chứng thư trung gian của nơi cấp trước, rồi thêm lại.",
    ),
    "list_early": (
        "Chưa thêm được danh sách thu hồi “{name}”.",
        "Danh sách ghi ngày {one}, là ngày chưa tới; có thể đồng hồ của máy sai.",
        _SAFE,
        "Kiểm tra ngày giờ của máy, rồi thêm lại.",
    ),
    "list_older": (
        "Chưa thêm danh sách thu hồi “{name}”.",
        "Danh sách này lập ngày {one}, cũ hơn danh sách đang có lập ngày {two}.",
        _SAFE,
        "Tải danh sách mới nhất từ nơi cấp chứng thư số.",
    ),
}

TABLES: dict[type[DesktopError], dict[str, Lines]] = {TrustError: _TRUST}
