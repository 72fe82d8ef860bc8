"""Read an Excel workbook sheet by sheet and tell it line by line.

Formulas are taken by the value they were saved with; macros, links to other files and
whatever else a workbook drags along are named and neither read nor run.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from desktop.errors import FileError
from desktop.files.foreign.archive import Archive, opened
from desktop.files.foreign.cells import Book, FoundCell
from desktop.files.foreign.lines import LineWriter
from desktop.files.foreign.outline import SheetPart, dragged, outline_of
from desktop.files.foreign.places import letters_of
from desktop.files.foreign.sheet import (
    Count,
    Row,
    SheetReader,
    TooMuchError,
)
from desktop.files.foreign.strings import shared_texts
from desktop.files.foreign.styles import styles_of
from desktop.files.zip_members import FAULTS

_DAMAGES: Final = (*FAULTS, KeyError, IndexError, TypeError, AttributeError)


def tell_book(
    path: Path, writer: LineWriter, unseen: frozenset[str] = frozenset()
) -> None:
    """Tell every sheet one can see, and the names of the others.

    Args:
        path: The workbook.
        writer: Takes what is told.
        unseen: Names of sheets that are told although nobody sees them.

    Raises:
        FileError: It is no workbook, has a password, is strict, damaged, or more than
            is read.
    """
    archive = opened(path)
    try:
        _tell(archive, writer, unseen)
    except TooMuchError as error:
        raise FileError(path, "too_large", *error.args) from error
    except _DAMAGES as error:
        raise FileError(path, "unreadable", type(error).__name__) from error


def _tell(archive: Archive, writer: LineWriter, unseen: frozenset[str]) -> None:
    outline = outline_of(archive, unseen)
    archive.check_rest(frozenset(outline.read))
    book = Book(
        strings=shared_texts(archive, outline.strings),
        styles=styles_of(archive, outline.styles),
        since_1904=outline.since_1904,
    )
    count = Count()
    for sheet in outline.sheets:
        if sheet.visible or sheet.name in unseen:
            _tell_sheet(archive, sheet, SheetReader(book, count), writer)
        else:
            writer.tell("hidden_sheet", sheet.name)
    for note in dragged(archive):
        writer.tell("note", note.field, note.code, *note.facts)
    writer.tell("end", count.filled)


def _tell_sheet(
    archive: Archive, sheet: SheetPart, reader: SheetReader, writer: LineWriter
) -> None:
    writer.tell("sheet", sheet.name)
    columns: set[int] = set()
    for row in _without_gaps(reader.rows(archive.chunks(sheet.part))):
        columns.update(row.cells)
        _tell_row(row, writer)
    for area in reader.merged:
        writer.tell("merged", area)
    unseen = _unseen(reader.hidden_columns, columns)
    if unseen:
        writer.tell("note", "table", "foreign_columns", sheet.name, unseen)


def _without_gaps(rows: Iterator[Row]) -> Iterator[Row]:
    """Yield rows from the first on, so that each is where its number says."""
    last = 0
    for row in rows:
        yield from (Row(number) for number in range(last + 1, row.number))
        yield row
        last = row.number


_BLANK: Final = FoundCell("", ("", "", False, ""))


def _tell_row(row: Row, writer: LineWriter) -> None:
    cells = row.cells
    in_order = [cells.get(at, _BLANK) for at in range(1, max(cells, default=0) + 1)]
    texts = [cell.text for cell in in_order]
    looks = [writer.look((*cell.look, 0)) for cell in in_order]
    runs = {str(at): cell.runs for at, cell in enumerate(in_order) if cell.runs}
    writer.tell("row", row.number, row.hidden, texts, looks, runs)


def _unseen(hidden: list[tuple[int, int]], columns: set[int]) -> str:
    """Return the letters of columns that hold something and that nobody sees."""
    found = [
        letters_of(column)
        for column in sorted(columns)
        if any(first <= column <= last for first, last in hidden)
    ]
    return ", ".join(found)
