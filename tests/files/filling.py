"""Fill a sheet as somebody would in a spreadsheet program."""

from collections.abc import Mapping
from pathlib import Path

from openpyxl import load_workbook


def fill(path: Path, values: Mapping[str, object], *, heading_row: int = 3) -> None:
    """Write values below their headings, and save the workbook.

    Raises:
        KeyError: There is no such heading.
    """
    book = load_workbook(path)
    sheet = book.worksheets[0]
    places = {str(cell.value): cell.column for cell in sheet[heading_row] if cell.value}
    for heading, value in values.items():
        sheet.cell(heading_row + 1, places[heading]).value = value  # type: ignore[assignment]
    book.save(path)
