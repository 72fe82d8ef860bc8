"""Write the task table of a plan as a workbook of one sheet, ready to be printed."""

import datetime as dt
from pathlib import Path
from tempfile import TemporaryDirectory

from desktop.errors import FileError
from desktop.files import whole_file
from desktop.files.practice_mark import PRACTICE_KEYWORD
from desktop.progress import Progress, Step, silent
from desktop.records.report import Table

STAGE = "writing_workbook"
_NO_DAY = dt.datetime(2000, 1, 1)  # noqa: DTZ001  a file dates itself nowhere


def write_table(
    table: Table,
    path: Path,
    *,
    note: str = "",
    practice: bool = False,
    progress: Progress = silent,
) -> None:
    """Write the workbook, whole or not at all; the same table gives the same bytes.

    The headings are on every printed page, which is A4; groups are merged cells.

    Args:
        table: What to write.
        path: Where to.
        note: Line under the title that names the plan; blank for none.
        practice: Whether it comes from a practice office: every page then says so.
        progress: Told how far it is.

    Raises:
        FileError: The disk is full, or may not be written to.
    """
    try:
        with TemporaryDirectory(prefix="table-") as folder:
            content = _packed(table, note, Path(folder), progress, practice=practice)
    except OSError as error:
        raise FileError(path, "full") from error
    whole_file.write(path, content)


def _packed(
    table: Table, note: str, folder: Path, progress: Progress, *, practice: bool
) -> bytes:
    from dataclasses import replace

    from desktop.files.workbook.archive import pack
    from desktop.files.workbook.book import Book
    from desktop.files.workbook.styles import NOTE, TITLE, Look
    from desktop.files.workbook.table import Place, put_table
    from desktop.files.workbook.words import words

    known = words()
    book = Book(words=known, folder=folder, mark=known.practice * practice)
    below: Look = replace(NOTE, horizontal="center")
    above = [(table.title, TITLE), *([(note, below)] if note else [])]
    place = Place(
        table=replace(table, title=""),
        name=book.sheet_name(table.sheet),
        landscape=table.landscape,
        above=tuple(above),
    )
    try:
        put_table(book, place, lambda n: progress(Step(STAGE, n, len(table.rows))))
        properties = book.workbook.properties
        properties.created = properties.modified = _NO_DAY
        properties.keywords = PRACTICE_KEYWORD if practice else None
        return pack(book.workbook)
    finally:
        book.close()
