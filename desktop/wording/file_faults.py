"""Faults of files other than the office file, in four lines each."""

from desktop.errors import DesktopError, FileError
from desktop.wording import (
    evidence_faults,
    foreign_faults,
    picture_faults,
    signed_copy_faults,
    signing_turn_faults,
    template_words,
)
from desktop.wording.office_faults import Lines

_SAFE = "Không thay đổi."

_FILE: dict[str, Lines] = {
    "": (
        "Không dùng được tệp “{name}”.",
        "Tệp không đọc hoặc không ghi được.",
        _SAFE,
        "Kiểm tra tệp trong thư mục {folder} rồi thử lại.",
    ),
    "missing": (
        "Không tìm thấy “{name}”.",
        "Trong thư mục {folder} không có tệp hoặc thư mục này.",
        _SAFE,
        "Chọn lại tệp; nếu tệp nằm trên USB thì cắm lại USB.",
    ),
    "unreadable": (
        "Không đọc được tệp “{name}”.",
        "Tệp bị hỏng, không đúng dạng, hoặc đang bị chương trình khác giữ.",
        _SAFE,
        "Đóng chương trình đang mở tệp, hoặc xin lại tệp từ nơi gửi, rồi thử lại.",
    ),
    "not_pdf": (
        "“{name}” không phải là tệp PDF.",
        "Nội dung bên trong không phải PDF, dù tên tệp có thể ghi như vậy.",
        _SAFE,
        "Chọn đúng tệp PDF của báo cáo.",
    ),
    "not_workbook": (
        "“{name}” không phải là bảng tính Excel.",
        (
            "Nội dung bên trong không phải tệp .xlsx; tệp .xls cũ hoặc tệp có mật khẩu "
            "cũng không đọc được."
        ),
        _SAFE,
        "Mở tệp bằng Excel, lưu lại kiểu Excel Workbook (.xlsx), rồi chọn lại.",
    ),
    "old_workbook": (
        "Chưa đọc được “{name}”: tệp thuộc kiểu Excel cũ.",
        "Chương trình đọc kiểu .xlsx; tệp này là kiểu .xls của Excel 2003 và cũ hơn.",
        _SAFE,
        "Mở tệp bằng Excel, lưu lại kiểu Excel Workbook (.xlsx), rồi chọn lại.",
    ),
    "password": (
        "Chưa đọc được “{name}”: tệp có mật khẩu.",
        "Nội dung bị khóa bằng mật khẩu mở tệp.",
        _SAFE,
        "Mở tệp bằng Excel, bỏ mật khẩu rồi lưu lại; hoặc chép bảng và dán vào đây.",
    ),
    "strict_workbook": (
        "Chưa đọc được “{name}”: tệp lưu kiểu Strict Open XML.",
        "Ít phần mềm đọc đúng kiểu này; chương trình không nhận để khỏi mất số liệu.",
        _SAFE,
        "Mở tệp bằng Excel, lưu lại kiểu Excel Workbook (.xlsx), rồi chọn lại.",
    ),
    "office_lock": (
        "“{name}” là tệp tạm của Excel, không phải bảng tính.",
        "Excel tạo tệp này trong lúc bảng tính thật đang mở.",
        _SAFE,
        "Đóng Excel, rồi chọn tệp có tên không bắt đầu bằng “~$”.",
    ),
    "no_folder": (
        "Không ghi được tệp “{name}”.",
        "Không có thư mục {folder}.",
        _SAFE,
        "Tạo thư mục đó, cắm lại USB nếu nằm trên USB, hoặc chọn thư mục khác.",
    ),
    "full": (
        "Không ghi được tệp “{name}”.",
        "Ổ đĩa không còn chỗ trống.",
        "Không thay đổi; tệp dở dang đã được bỏ đi.",
        "Xóa bớt tệp không cần hoặc chọn ổ đĩa khác, rồi làm lại.",
    ),
    "gone": (
        "Ghi dở thì mất nơi ghi tệp “{name}”.",
        "USB bị rút ra, hoặc mất kết nối khi đang ghi.",
        "Không thay đổi; tệp dở dang ở đó không dùng được.",
        "Cắm lại USB hoặc chọn thư mục khác, rồi làm lại từ đầu.",
    ),
    "read_only": (
        "Không ghi được tệp “{name}”.",
        "Thư mục {folder} không cho ghi, hoặc tệp cùng tên đang được mở.",
        _SAFE,
        "Đóng tệp đang mở, hoặc chọn thư mục khác, rồi làm lại.",
    ),
    "not_ours": (
        "Không làm lại được thư mục “{name}”.",
        "Thư mục đang có tệp không do lần làm thử trước tạo ra.",
        "Không thay đổi; các tệp đang có vẫn còn nguyên.",
        "Chọn một thư mục trống hoặc thư mục chưa có.",
    ),
    "part_missing": (
        "Chưa giao được gói: thiếu “{one}”.",
        "Minh chứng của báo cáo chia thành nhiều gói; các gói phải đi cùng nhau.",
        _SAFE,
        "Tìm lại gói thiếu trong thư mục {folder}, hoặc đóng gói lại.",
    ),
    "piece_missing": (
        "Chưa ghép được tệp “{name}”.",
        "Tệp gửi thành nhiều phần; còn thiếu phần {one}.",
        "Không thay đổi; các phần đã có vẫn còn nguyên.",
        "Lưu đủ các phần từ mọi thư rồi thả cả vào Khay nhận.",
    ),
    "piece_differs": (
        "Các phần của tệp “{name}” ghép lại không đúng tệp gốc.",
        "Có phần bị hỏng khi chép hoặc đã bị sửa.",
        "Không thay đổi; chưa nhận gì từ các phần này.",
        "Tải lại các phần từ thư, hoặc đề nghị nơi gửi gửi lại.",
    ),
    "strange": (
        "Sổ Truyền Thông không mở được “{name}”.",
        "Đây không phải tệp sổ, gói, biên nhận, báo cáo đã ký hay biểu của đơn vị.",
        _SAFE,
        (
            "Mở tệp bằng chương trình khác; muốn đính kèm làm minh chứng thì mở một "
            "hoạt động rồi thả tệp vào đó."
        ),
    ),
    "needs_office": (
        "Chưa xem được “{name}”: chưa mở sổ nào.",
        "Thư và gói đã khóa chỉ được xem trong Khay nhận của một sổ đang mở.",
        _SAFE,
        "Mở sổ của cơ quan, rồi mở lại tệp này.",
    ),
    "exists": (
        "Không ghi được tệp “{name}”.",
        "Trong thư mục {folder} đã có tệp cùng tên với nội dung khác.",
        "Không thay đổi; tệp đang có vẫn còn nguyên.",
        "Chọn thư mục khác, hoặc chuyển tệp cũ đi, rồi làm lại.",
    ),
}

TABLES: dict[type[DesktopError], dict[str, Lines]] = {
    FileError: (
        _FILE
        | evidence_faults.FILE
        | foreign_faults.FILE
        | picture_faults.PICTURES
        | signed_copy_faults.COPIES
        | signing_turn_faults.FILES
        | template_words.FILE
    )
}
