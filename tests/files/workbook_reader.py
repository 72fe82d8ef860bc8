"""Read written workbooks back, for the tests of the modules that write them."""

import zipfile
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from desktop.files.workbook import workbook
from desktop.files.workbook.book import Book
from desktop.files.workbook.words import words
from desktop.records.report import Report


def written(folder: Path, report: Report) -> Any:
    """Write a report and open what was written."""
    path = folder / "báo cáo.xlsx"
    workbook.write(report, path)
    return load_workbook(path)


def parts(path: Path) -> dict[str, bytes]:
    """Return the parts of a package by name."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def texts(sheet: Any) -> list[Any]:
    """Return every value of a sheet, row by row, without the empty cells."""
    return [cell for row in sheet.values for cell in row if cell is not None]


def a_book(folder: Path) -> Book:
    """Return an empty workbook."""
    return Book(words=words(), folder=folder)


def saved(book: Book, folder: Path) -> Any:
    """Pack a workbook and open it again."""
    from desktop.files.workbook.archive import pack

    path = folder / "sổ.xlsx"
    path.write_bytes(pack(book.workbook))
    return load_workbook(path)
