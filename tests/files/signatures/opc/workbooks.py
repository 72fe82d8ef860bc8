"""Make workbooks with openpyxl: a plain one, a rich one, one with many sheets."""

from collections.abc import Mapping
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from openpyxl.worksheet.table import Table
from PIL import Image as Pixels

from desktop.files.signatures.opc import parts


def plain() -> bytes:
    """Return a workbook of one sheet."""
    book = Workbook()
    sheet: Any = book.active
    sheet["A1"], sheet["B1"] = "Số buổi", 12
    return saved(book)


def rich(link: str = "https://example.invalid/xã") -> bytes:
    """Return one with a chart, image, comment, table, link and a hidden sheet."""
    book = Workbook()
    sheet: Any = book.active
    for row in (("Loại", "Số"), ("Tin", 4), ("Bài", 7)):
        sheet.append(row)
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=2, min_row=1, max_row=3))
    sheet.add_chart(chart, "E2")
    pixels = BytesIO()
    Pixels.new("RGB", (8, 8), "red").save(pixels, "PNG")
    sheet.add_image(Image(pixels), "E20")
    sheet["A2"].comment = Comment("Đã đối chiếu", "Ánh")
    sheet["A3"].hyperlink = link
    sheet.add_table(Table(displayName="bang", ref="A1:B3"))
    book.create_sheet("ẩn").sheet_state = "veryHidden"
    return saved(book)


def many(sheets: int = 15) -> bytes:
    """Return one with so many sheets that `rId10` comes before `rId2`."""
    book = Workbook()
    for place in range(sheets - 1):
        book.create_sheet(f"Phụ lục {place}")["A1"] = place
    return saved(book)


def saved(book: Any) -> bytes:
    """Return the file openpyxl writes."""
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def changed(workbook: bytes, more: Mapping[str, bytes | None]) -> bytes:
    """Return a workbook with parts put in, replaced, or taken out (None)."""
    held = parts.read(workbook) | dict(more)
    return parts.build({name: part for name, part in held.items() if part is not None})
