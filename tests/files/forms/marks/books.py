"""Workbooks as units send them: a photo pasted in, notes of their own, tables."""

import zipfile
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from openpyxl.styles import Font
from openpyxl.worksheet.table import Table
from PIL import Image as Pictures

SHEET, SUMMARY, STAMP = "Tập huấn", "Tổng hợp", "_so"


def a_returned_book(path: Path) -> Path:
    """Write a workbook with three sheets, a photo, a note, a table, merged cells."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = SHEET
    sheet.append(["STT", "Tên", "Ngày", "Lượt người"])
    for number in range(1, 8):
        sheet.append([number, f"Lớp {number}", "05/06/2024", 40])
    sheet["D4"] = "12 buổi"
    sheet["D4"].font = Font(bold=True, color="FF0000FF")
    sheet["D4"].number_format = "#,##0"
    sheet["B3"].comment = Comment("ghi chú của xã", "Xã")
    sheet.merge_cells("B12:D13")
    sheet["B12"] = "gộp"
    sheet.add_table(Table(displayName="t", ref="A1:D8"))
    sheet.add_image(_photo(), "G2")
    sheet.protection.sheet = True
    summary = book.create_sheet(SUMMARY)
    summary["C9"] = 3
    stamp = book.create_sheet(STAMP)
    stamp.sheet_state = "veryHidden"
    stamp["A1"], stamp["A2"] = "STT-FORM", "form-1"
    book.save(path)
    return path


def _photo() -> Image:
    stream = BytesIO()
    Pictures.new("RGB", (300, 200), "#22aa77").save(stream, "JPEG")
    return Image(stream)


def parts_of(data: bytes) -> dict[str, bytes]:
    """Return every part by its name, in order."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def with_parts(data: bytes, **changed: bytes | None) -> bytes:
    """Return a workbook with parts changed, put in, or (None) left out."""
    parts = parts_of(data) | {
        name.replace("__", "/").replace("_dot_", "."): content
        for name, content in changed.items()
    }
    output = BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            if content is not None:
                archive.writestr(name, content)
    return output.getvalue()


def notes_in(data: bytes) -> dict[str, str]:
    """Return every note by sheet and cell, as openpyxl reads them."""
    book = load_workbook(BytesIO(data))
    return {
        f"{sheet.title}!{cell.coordinate}": cell.comment.text
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.comment
    }
