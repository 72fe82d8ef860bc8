"""Say of each faulty cell of a form what is wrong with it, and what to write there."""

from collections.abc import Iterable, Sequence
from typing import Final

from desktop.errors import Problem
from desktop.records.arrival import CellFault
from desktop.rules.numbers import format_integer
from desktop.wording import problems

FAULTS: Final = {
    # numbers
    "number_not_number": ("“{0}” không phải là số.", "chỉ ghi số, ví dụ 12"),
    "number_fraction": ("“{0}” không phải số nguyên.", "ghi số nguyên, ví dụ 12"),
    "number_ambiguous": (
        "“{0}” có thể hiểu nhiều cách.",
        "ghi rõ như 1.500 (một nghìn năm trăm) hoặc 1,5 (một phẩy năm)",
    ),
    "number_about": ("“{0}” là số ước chừng.", "ghi số đúng đã thực hiện"),
    "number_blank": ("Chưa ghi số.", "ghi số; không có thì ghi 0"),
    "negative": ("Số âm.", "ghi số từ 0 trở lên"),
    "not_whole": ("Không phải số nguyên.", "ghi số nguyên, ví dụ 12"),
    "less_than_listed": (
        "Tổng số ghi là {0}, ít hơn số cộng từ các dòng đã kê ({1}).",
        "ghi tổng số không nhỏ hơn số đã kê, hoặc sửa lại các dòng kê",
    ),
    "less_than_kept": (
        "Tổng số ghi là {0}, ít hơn số đang có của đơn vị trong kỳ ({1}).",
        "đối chiếu với các mục cơ quan đã ghi cho đơn vị; chương trình tính theo {1}",
    ),
    "parts_above_whole": (
        "Các số thành phần cộng lại được {1}, nhiều hơn tổng số ({0}).",
        "sửa tổng số hoặc các số thành phần cho khớp",
    ),
    "parts_differ": (
        "Các số thành phần cộng lại được {1}, không bằng tổng số ({0}).",
        "sửa tổng số hoặc các số thành phần cho khớp",
    ),
    # days
    "date_not_date": (
        "“{0}” không phải là ngày.",
        "ghi ngày/tháng/năm, ví dụ 05/08/2026",
    ),
    "date_ambiguous": (
        "“{0}” có thể hiểu là hai ngày khác nhau.",
        "ghi ngày trước, tháng sau, đủ năm, ví dụ 05/08/2026",
    ),
    "date_blank": ("Chưa ghi ngày.", "ghi ngày/tháng/năm, ví dụ 05/08/2026"),
    "outside_period": (
        "Ngày nằm ngoài kỳ báo cáo (từ {0} đến {1}).",
        "ghi ngày trong kỳ; việc của kỳ khác thì bỏ dòng này",
    ),
    # words
    "missing": ("Chưa ghi nội dung này.", "ghi hoặc chọn nội dung của cột"),
    "no_task": (
        "Chưa gắn với nhiệm vụ nào của kế hoạch.",
        "chọn nhiệm vụ trong danh sách của ô",
    ),
    "not_in_list": ("Không có “{0}” trong danh sách.", "chọn trong danh sách của ô"),
    "word_unknown": ("“{0}” không có trong danh mục.", "chọn trong danh sách của ô"),
    # cells
    "cell_formula": (
        "Ô là công thức chưa tính.",
        "ghi thẳng kết quả vào ô, hoặc mở tệp, tính lại rồi lưu",
    ),
    "cell_error_value": ("Ô là một lỗi của bảng tính (“{0}”).", "ghi thẳng kết quả"),
    "cell_merged": ("Ô bị gộp với ô khác.", "bỏ gộp ô, mỗi ô ghi một số liệu"),
    # sheets
    "sheet_missing": (
        "Không thấy trang “{0}”.",
        "giữ đủ các trang của biểu; trang không có số liệu thì để trống",
    ),
    "sheet_hidden": ("Trang “{0}” đang bị ẩn.", "bỏ ẩn trang rồi lưu lại"),
    "sheet_copied": (
        "Trang “{0}” là bản sao của “{1}” và có thêm {2} dòng.",
        "chuyển các dòng đó vào trang “{1}” rồi xóa trang sao",
    ),
    "headings_missing": (
        "Không thấy dòng tiêu đề của trang.",
        "giữ nguyên dòng tiêu đề như biểu đã gửi",
    ),
    "column_missing": (
        "Không thấy cột “{0}”.",
        "giữ nguyên tên cột như biểu đã gửi",
    ),
    "letters_healed": (
        "Chữ ghi bằng bảng mã cũ: “{0}” được đọc là “{1}”.",
        "xem lại chữ có dấu",
    ),
    # answers to a marked copy
    "changed_unasked": (
        "Trước đây ghi “{0}”, nay ghi “{1}”, dù không có yêu cầu sửa.",
        "xác nhận số nào đúng",
    ),
}
"""What is wrong, and what to write; each may use the facts by their places."""

MOST_LINES: Final = 40
"""Of a list in a message: a longer one is not read."""
_FAMILIES: Final = (
    ("number_", "ghi số, ví dụ 1.500"),
    ("date_", "ghi ngày/tháng/năm, ví dụ 05/08/2026"),
    ("unknown_", "chọn trong danh sách của ô"),
)
"""What to write where only the kind of the fault is known, by how its code begins."""
_ANYTHING: Final = "xem lại và ghi cho đúng"
_FACTS: Final = 6


def wrong(fault: CellFault) -> str:
    """Return what is wrong with a cell, as one sentence."""
    own = FAULTS.get(fault.code)
    if own is None:
        return problems.sentence(Problem(fault.label, fault.code, fault.facts))
    return _filled(own[0], fault).replace("“” ", "Nội dung trong ô ")


def to_write(fault: CellFault) -> str:
    """Return what to write into a cell, to follow upon `đề nghị`."""
    own = FAULTS.get(fault.code)
    if own is not None:
        return _filled(own[1], fault)
    found = (said for start, said in _FAMILIES if fault.code.startswith(start))
    return next(found, _ANYTHING)


def note(fault: CellFault) -> str:
    """Return the note that stands at a faulty cell."""
    asked = "Nếu đúng thì giữ nguyên; nếu sai, đề nghị" if fault.doubt else "Đề nghị"
    label = f"{fault.label}\n" if fault.label else ""
    return f"{label}{wrong(fault)}\n{asked} {to_write(fault)}."


def line(fault: CellFault) -> str:
    """Return sheet, cell, what is wrong and what to write, in one line."""
    label = f" ({fault.label})" if fault.label else ""
    asked = "nếu sai, đề nghị" if fault.doubt else "đề nghị"
    said = wrong(fault)
    return (
        f"Trang “{fault.sheet}”, ô {fault.cell}{label}: "
        f"{said[:1].lower()}{said[1:-1]}; "
        f"{asked} {to_write(fault)}."
    )


def numbered(faults: Iterable[CellFault]) -> str:
    """Return faults as lines of a numbered list, in the order one reads.

    Beyond `MOST_LINES` they are counted: each is told at its cell all the same.
    """
    ordered = reading_order(faults)
    told = [f"{at}. {line(one)}" for at, one in enumerate(ordered[:MOST_LINES], 1)]
    left = len(ordered) - MOST_LINES
    if left > 0:
        told.append(f"… và {format_integer(left)} ô nữa, xem ghi chú trong tệp.")
    return "\n".join(told)


def reading_order(faults: Iterable[CellFault]) -> tuple[CellFault, ...]:
    """Return faults sheet by sheet as they come, row by row, from left to right."""
    told = tuple(faults)
    sheets = list(dict.fromkeys(one.sheet for one in told))
    return tuple(
        sorted(told, key=lambda one: (sheets.index(one.sheet), *_place(one.cell)))
    )


def answered(facts: Sequence[str]) -> str:
    """Return what came of a form sent back, from the three numbers of the answer."""
    fixed, still, other = (int(one) for one in facts)
    said = [f"Đã sửa {format_integer(fixed)} ô", f"còn {format_integer(still)} ô"]
    if not still:
        said[1] = "không còn ô nào phải sửa"
    if other:
        said.append(f"{format_integer(other)} ô khác bị thay đổi dù không yêu cầu")
    return f"{', '.join(said)}."


def _place(cell: str) -> tuple[int, int, str]:
    column = cell.rstrip("0123456789")
    row = cell[len(column) :]
    return int(row) if row else 0, len(column), column


def _filled(template: str, fault: CellFault) -> str:
    return template.format(*fault.facts, *[""] * _FACTS)
