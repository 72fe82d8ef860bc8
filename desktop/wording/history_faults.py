"""Faults of looking back and bringing back, in four lines each."""

from desktop.wording.office_faults import Lines

_SAFE = "Không thay đổi."

HISTORY: dict[str, Lines] = {
    "before_the_office": (
        "Không xem được sổ vào lúc đó.",
        "Khi ấy sổ này chưa được lập.",
        _SAFE,
        "Chọn ngày sau thay đổi đầu tiên trong nhật ký thay đổi.",
    ),
    "not_there_then": (
        "Không có gì để mang lại.",
        "Vào lúc đó mục này chưa được ghi hoặc đã bị xóa.",
        _SAFE,
        "Mở lịch sử của mục và chọn một lần khi mục còn trong sổ.",
    ),
    "nothing_removed": (
        "Không có gì để mang lại.",
        "Việc này không xóa mục nào, hoặc các mục đã xóa đều có lại trong sổ.",
        _SAFE,
        "Trong nhật ký thay đổi, lọc “Chỉ việc có xóa” để tìm lần xóa khác.",
    ),
    "references_gone": (
        "Chưa mang lại được mục này.",
        "Mục này dựa vào mục nay không còn trong sổ ({two}): {one}.",
        _SAFE,
        "Mang các mục đó trở lại trước, rồi làm lại; hoặc chọn mang lại cùng một lúc.",
    ),
    "event_misfit": (
        "Chưa mang lại được “{one}”.",
        "Như trước đây, mục này không còn hợp với sự kiện chung nay đang có.",
        _SAFE,
        "Tách các hoạt động khỏi sự kiện chung đó, rồi mang lại.",
    ),
    "taken_meanwhile": (
        "Chưa mang lại được mục này.",
        "Số hoặc mã của mục này nay đã được dùng cho mục khác.",
        _SAFE,
        "Đổi số, mã của mục đang dùng, rồi mang lại.",
    ),
}
