"""Write the text that goes with a form sent back, and what the copy is called."""

from collections.abc import Sequence
from typing import Final

from desktop.records.arrival import CellFault
from desktop.rules.numbers import format_integer
from desktop.wording import form_faults

SUFFIX: Final = " - phieu tra lai"
"""What the name of a marked copy ends with."""
MENDED: Final = "Đã sửa, không phải làm gì thêm."
"""Note at a cell that was marked the last time."""

_COVERING: Final = """\
Kính gửi: {unit}.

{office} đã nhận tệp “{file}” ({period}). Tệp còn {many} ô cần xem lại:

{faults}

Trong tệp gửi kèm, các ô này được tô màu và có ghi chú ngay tại ô{doubts}. Đề nghị \
đơn vị sửa đúng các ô đó trong chính tệp này, các ô khác giữ nguyên, lưu lại dạng \
.xlsx rồi gửi lại{until}. Không đổi tên trang tính, không xóa cột.

Trân trọng cảm ơn.
"""
_PRACTICE: Final = "[Sổ thực hành: lời nhắn tập, không gửi đi]"
_DOUBTS: Final = " (màu đỏ nhạt: phải sửa; màu vàng nhạt: đúng thì giữ nguyên)"


def covering(  # noqa: PLR0913  one place in the text each
    faults: Sequence[CellFault],
    *,
    unit: str,
    office: str,
    file: str,
    period: str,
    until: str = "",
    practice: bool = False,
) -> str:
    """Return the covering text: every faulty cell, what is wrong, what to write.

    Args:
        faults: In the order in which they are told.
        unit: Name of the unit.
        office: Name of the office that asks.
        file: What the unit called its file.
        period: The period in the middle of a sentence.
        until: Last acceptable day as written; blank when it is not known.
        practice: Whether the office is for practice: the text then says so.
    """
    kinds = {one.doubt for one in faults}
    said = _COVERING.format(
        unit=unit,
        office=office[:1].upper() + office[1:],
        file=file,
        period=period,
        many=format_integer(len(faults)),
        faults=form_faults.numbered(faults),
        doubts=_DOUBTS if len(kinds) > 1 else "",
        until=f" trước hết ngày {until}" if until else "",
    )
    return f"{_PRACTICE}\n\n{said}" if practice else said


def summary(faults: Sequence[CellFault]) -> str:
    """Say in one phrase how many cells must be mended and how many are doubted."""
    doubted = sum(one.doubt for one in faults)
    must = len(faults) - doubted
    said = [f"{format_integer(must)} ô phải sửa"] if must else []
    if doubted:
        said.append(f"{format_integer(doubted)} ô cần xem lại")
    return ", ".join(said)
