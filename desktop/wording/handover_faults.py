"""Faults of copies and packages on their way, in four lines each."""

from desktop.errors import (
    DeliveryError,
    DesktopError,
    PackageError,
    PackageForeignError,
    PackageForgedError,
    PackageTooNewError,
    PackageUnreadableError,
)
from desktop.wording.office_faults import Lines

_SAFE = "Không thay đổi."
_HERE = "Không thay đổi; bản gốc trên máy vẫn còn nguyên."
_NOTHING_TAKEN = "Không thay đổi; chưa nhận gì từ gói này."

_DELIVERY: dict[str, Lines] = {
    "": (
        "Chưa chép được sang “{name}”.",
        "Nơi nhận báo lỗi khi ghi.",
        _HERE,
        "Kiểm tra USB hoặc thư mục nhận rồi chép lại.",
    ),
    "missing": (
        "Không tìm thấy nơi nhận “{name}”.",
        "USB chưa cắm, hoặc thư mục đã bị đổi tên.",
        _HERE,
        "Cắm USB, chọn lại nơi nhận, rồi chép lại.",
    ),
    "full": (
        "Nơi nhận “{name}” không đủ chỗ.",
        "Cần {one}, chỗ còn trống không đủ.",
        _HERE,
        "Xóa bớt tệp trên USB hoặc dùng USB khác, rồi chép lại.",
    ),
    "read_only": (
        "Không ghi được vào “{name}”.",
        "USB hoặc thư mục nhận đang khóa, không cho ghi.",
        _HERE,
        "Gạt khóa chống ghi trên USB, hoặc dùng USB khác, rồi chép lại.",
    ),
    "gone": (
        "Chép dở thì mất nơi nhận “{name}”.",
        "USB bị rút ra, hoặc mất kết nối khi đang chép.",
        f"{_HERE} Bản trên USB chưa dùng được.",
        "Cắm lại USB rồi chép lại từ đầu; đợi dòng báo đã đối chiếu xong mới rút.",
    ),
    "differs": (
        "Bản chép ở “{name}” không giống bản gốc.",
        "Đọc lại để đối chiếu thì nội dung khác nhau; USB có thể đã hỏng.",
        f"{_HERE} Bản chép sai đã được xóa.",
        "Dùng USB khác rồi chép lại.",
    ),
    "exists": (
        "Nơi nhận đã có tệp “{name}”.",
        "Tệp cùng tên ở đó có nội dung khác.",
        "Không thay đổi; tệp đang có ở nơi nhận vẫn còn nguyên.",
        "Chọn thư mục khác, hoặc chuyển tệp cũ đi, rồi chép lại.",
    ),
}

_UNREADABLE: dict[str, Lines] = {
    "": (
        "Không đọc được gói “{name}”.",
        "Tệp bị hỏng, hoặc không phải là gói số liệu.",
        _NOTHING_TAKEN,
        "Đề nghị nơi gửi gửi lại gói.",
    ),
    "not_package": (
        "“{name}” không phải là gói số liệu.",
        "Tệp không do chương trình này đóng gói.",
        _NOTHING_TAKEN,
        "Chọn đúng gói do chương trình lập (tên bắt đầu bằng “goi_”).",
    ),
    "damaged": (
        "Gói “{name}” bị hỏng.",
        "Một phần bên trong không đọc được; thường do chép dở hoặc USB lỗi.",
        _NOTHING_TAKEN,
        "Chép lại từ USB, hoặc đề nghị nơi gửi gửi lại gói.",
    ),
    "member_damaged": (
        "Gói “{name}” đã bị thay đổi: {member}.",
        "Phần này không còn như lúc đóng gói: bị sửa, chép dở hoặc USB lỗi.",
        _NOTHING_TAKEN,
        "Chép lại từ USB; vẫn vậy thì gọi cho nơi gửi, đề nghị gửi lại gói.",
    ),
    "too_large": (
        "Gói “{name}” quá lớn.",
        "Dung lượng hoặc số tệp bên trong vượt mức cho phép của một gói.",
        _NOTHING_TAKEN,
        "Hỏi lại nơi gửi; không mở tệp này bằng chương trình khác.",
    ),
    "name": (
        "Gói “{name}” có tên tệp không được phép.",
        "Bên trong có tên tệp lạ: {one}.",
        _NOTHING_TAKEN,
        "Hỏi lại nơi gửi; không mở tệp này bằng chương trình khác.",
    ),
    "content": (
        "Gói “{name}” có nội dung không đúng dạng.",
        "Bảng kê hoặc số liệu bên trong không đọc được như đã quy định.",
        _NOTHING_TAKEN,
        "Đề nghị nơi gửi đóng gói lại bằng phiên bản mới nhất của chương trình.",
    ),
}

_FORGED: dict[str, Lines] = {
    "": (
        "Không nhận gói “{name}”.",
        "Nội dung gói không khớp với chữ ký của nơi gửi.",
        _NOTHING_TAKEN,
        "Gọi cho nơi gửi để xác nhận, rồi đề nghị gửi lại gói.",
    ),
    "signature": (
        "Không nhận gói “{name}”.",
        "Chữ ký của gói không còn đúng với bảng kê bên trong.",
        _NOTHING_TAKEN,
        "Gọi cho nơi gửi để xác nhận, rồi đề nghị gửi lại gói.",
    ),
    "hash": (
        "Gói “{name}” đã bị thay đổi: {member}.",
        "Phần này không còn đúng với bảng kê đã ký khi đóng gói.",
        _NOTHING_TAKEN,
        "Gọi cho nơi gửi để xác nhận, rồi đề nghị gửi lại gói.",
    ),
    "unlisted": (
        "Không nhận gói “{name}”.",
        "Trong gói có tệp “{one}” không nằm trong bảng kê đã ký.",
        _NOTHING_TAKEN,
        "Gọi cho nơi gửi để xác nhận, rồi đề nghị gửi lại gói.",
    ),
    "missing": (
        "Không nhận gói “{name}”.",
        "Tệp “{one}” có trong bảng kê đã ký nhưng không có trong gói.",
        _NOTHING_TAKEN,
        "Chép lại gói từ USB; nếu vẫn thiếu thì đề nghị nơi gửi gửi lại.",
    ),
}

_FOREIGN: dict[str, Lines] = {
    "": (
        "Gói “{name}” không dành cho sổ này.",
        "Gói thuộc kế hoạch khác, hoặc gửi cho cơ quan khác.",
        _NOTHING_TAKEN,
        "Chọn đúng gói, hoặc mở đúng sổ của kế hoạch đó rồi nhận lại.",
    ),
}

_TOO_NEW: dict[str, Lines] = {
    "": (
        "Chưa đọc được gói “{name}”.",
        "Gói do phiên bản mới hơn của chương trình lập.",
        _NOTHING_TAKEN,
        "Cài phiên bản mới của chương trình rồi nhận lại gói.",
    ),
}

TABLES: dict[type[DesktopError], dict[str, Lines]] = {
    DeliveryError: _DELIVERY,
    PackageUnreadableError: _UNREADABLE,
    PackageForgedError: _FORGED,
    PackageForeignError: _FOREIGN,
    PackageTooNewError: _TOO_NEW,
    PackageError: {"": _UNREADABLE[""]},
}
