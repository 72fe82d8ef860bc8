"""Write into a form as a unit does with a spreadsheet program: for practice."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from desktop.errors import FileError

Cells = Mapping[tuple[str, str], object]
"""Values by the name of the sheet and the address of the cell."""


def fill(source: Path, target: Path, cells: Cells) -> None:
    """Save a copy of a workbook with some cells filled in; the rest stays.

    Raises:
        FileError: The copy cannot be written.
    """
    book: Any = load_workbook(source)
    for (sheet, cell), value in cells.items():
        book[sheet][cell] = value
    try:
        book.save(target)
    except OSError as error:
        raise FileError(target, "full") from error
