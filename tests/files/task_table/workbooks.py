"""Workbooks of task tables as offices make them, and archives as nobody should."""

import zipfile
from collections.abc import Sequence
from io import BytesIO
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


def an_archive(path: Path, **parts: bytes) -> Path:
    """Write a zip with a workbook part and others; `__` in names stands for `/`."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", parts.pop("book", b"<workbook/>"))
        for name, content in parts.items():
            archive.writestr(f"{name.replace('__', '/')}.xml", content)
    return path


def replaced(path: Path, name: str, old: bytes, new: bytes) -> Path:
    """Rewrite one part of a workbook."""
    data = path.read_bytes()
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(path, "w") as made:
        for entry in source.infolist():
            content = source.read(entry)
            if entry.filename == name:
                assert old in content
                content = content.replace(old, new)
            made.writestr(entry.filename, content)
    return path
