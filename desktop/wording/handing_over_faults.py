"""Faults of the file for the successor, in four lines each."""

from desktop.errors import DesktopError, HandoverError
from desktop.wording.office_faults import Lines

_SAFE = "Không thay đổi."
_NOTHING = "Không thay đổi; chưa có gì được đưa vào máy này."

_LINES: dict[str, Lines] = {
    "": (
        "Chưa dùng được tệp bàn giao “{name}”.",
        "Tệp không đọc hoặc không ghi được.",
        _SAFE,
        "Kiểm tra USB hoặc thư mục {folder} rồi làm lại.",
    ),
    "handover_foreign": (
        "“{name}” không phải là tệp bàn giao.",
        "Nội dung bên trong không do chương trình này lập để bàn giao.",
        _NOTHING,
        "Chọn đúng tệp có đuôi .stt-ban-giao do người tiền nhiệm giao.",
    ),
    "handover_damaged": (
        "Tệp bàn giao “{name}” bị hỏng.",
        "Tệp bị cắt ngắn hoặc đã thay đổi; thường do chép dở hoặc USB lỗi.",
        _NOTHING,
        "Chép lại tệp từ nơi lưu gốc, hoặc nhờ người bàn giao lập lại tệp.",
    ),
    "handover_too_new": (
        "Chưa mở được tệp bàn giao “{name}”.",
        "Tệp do phiên bản mới hơn của chương trình lập.",
        _NOTHING,
        "Cài phiên bản mới của chương trình rồi nhận lại.",
    ),
    "handover_changed": (
        "Chưa lập được tệp bàn giao “{name}”.",
        "Trong lúc lập, tệp “{one}” của sổ bị thay đổi.",
        "Không thay đổi; chưa có tệp bàn giao mới.",
        "Đóng chương trình đang ghi tệp đó rồi lập lại.",
    ),
    "handover_taken": (
        "Thư mục “{name}” đã có dữ liệu.",
        "Sổ nhận bàn giao cần một thư mục riêng, để không ghi đè lên sổ nào.",
        _NOTHING,
        "Chọn một tên thư mục mới, hoặc một thư mục trống.",
    ),
    "handover_gone": (
        "Đang làm dở thì mất tệp bàn giao “{name}”.",
        "USB bị rút ra, hoặc mất kết nối.",
        "Không thay đổi; phần làm dở đã bỏ.",
        "Cắm lại USB rồi làm lại từ đầu.",
    ),
    "handover_full": (
        "Không đủ chỗ cho “{name}”.",
        "Cần {one}, chỗ còn trống không đủ.",
        "Không thay đổi; phần làm dở đã bỏ.",
        "Xóa bớt tệp ở nơi đó, hoặc chọn nơi khác, rồi làm lại.",
    ),
}

TABLES: dict[type[DesktopError], dict[str, Lines]] = {HandoverError: _LINES}
