"""Workbooks of task tables as offices make them."""

from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Font

Rows = Sequence[Sequence[object]]

SOLUTIONS = (
    "STT",
    "Nhiệm vụ, giải pháp",
    "Đơn vị chủ trì",
    "Đơn vị phối hợp thực hiện",
)
CONTENTS = (
    "TT",
    "Nội dung",
    "Cơ quan chủ trì",
    "Cơ quan phối hợp",
    "Thời gian thực hiện",
)
TASKS = ("STT", "Tên nhiệm vụ", *CONTENTS[2:])


def a_workbook(path: Path, rows: Rows, *merged: str) -> Path:
    """Write rows to a workbook, with areas merged and its first row bold."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Phụ lục"
    for row in rows:
        sheet.append(list(row))
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for area in merged:
        sheet.merge_cells(area)
    book.save(path)
    return path
