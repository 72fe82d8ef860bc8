"""Write a sheet of entries as a workbook: headings, lists to choose from, a guide."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from desktop import paths
from desktop.errors import FileError
from desktop.files import whole_file
from desktop.files.catalogue import build
from desktop.files.practice_mark import PRACTICE_KEYWORD
from desktop.progress import Progress, Step, silent
from desktop.rules.entry_table.template import EntrySheet, SheetColumn, TemplateWords

if TYPE_CHECKING:
    from desktop.files.workbook.book import Book
    from desktop.files.workbook.styles import ColumnStyles

STAGE = "writing_workbook"
BLANK_ROWS = 300
"""Rows made ready to be filled below what is written."""
HEADING_ROW = 3
"""Above it the title, and what each column means: what is below are entries only."""
_TOLD_EVERY = 200
_WIDE, _USUAL, _NARROW = 150.0, 90.0, 66.0
"""Widths of columns in points."""
_LONGEST_PROMPT = 250
"""Characters Excel shows beside a cell."""
_LAST_ROW = 20_000


@cache
def template_words() -> TemplateWords:
    """Read the words from `resources/templates/entry_sheet.toml`."""
    path = paths.RESOURCES / "templates" / "entry_sheet.toml"
    return build(tomllib.loads(path.read_text("utf-8")), TemplateWords, path)


def write_sheet(
    sheet: EntrySheet,
    path: Path,
    *,
    practice: bool = False,
    progress: Progress = silent,
) -> None:
    """Write the workbook, whole or not at all; the same sheet gives the same bytes.

    What comes from a practice office says so above every page.

    Raises:
        FileError: The disk is full, or may not be written to.
        Cancelled: The user asked to stop; no file is left behind.
    """
    try:
        with TemporaryDirectory(prefix="entries-") as folder:
            content = _packed(sheet, Path(folder), progress, practice=practice)
    except OSError as error:
        raise FileError(path, "full") from error
    whole_file.write(path, content)


def _packed(
    sheet: EntrySheet, folder: Path, progress: Progress, *, practice: bool
) -> bytes:
    import datetime as dt

    from desktop.files.workbook.archive import pack
    from desktop.files.workbook.book import Book
    from desktop.files.workbook.words import words

    known = words()
    book = Book(words=known, folder=folder, mark=known.practice * practice)
    said = template_words()
    try:
        name = book.sheet_name(sheet.name)
        guide = book.sheet_name(said.guide_sheet)
        lists = book.sheet_name(said.lists_sheet)
        ranges = _ranges(sheet, lists)
        _put_entries(book, name, sheet, ranges, progress)
        _put_guide(book, guide, sheet)
        _put_lists(book, lists, sheet)
        fixed = dt.datetime(2000, 1, 1)  # noqa: DTZ001  a file dates itself nowhere
        book.workbook.properties.created = fixed
        book.workbook.properties.modified = fixed
        book.workbook.properties.creator = ""
        book.workbook.properties.keywords = PRACTICE_KEYWORD if practice else None
        return pack(book.workbook)
    finally:
        book.close()


def _put_entries(
    book: "Book",
    name: str,
    sheet: EntrySheet,
    ranges: Mapping[str, str],
    progress: Progress,
) -> None:
    from dataclasses import replace

    from openpyxl.utils import get_column_letter

    from desktop.files.workbook.sheet import Sheet, Span
    from desktop.files.workbook.styles import HEADING, NOTE, TITLE

    widths = tuple(_width(one) for one in sheet.columns)
    hidden = [at for at, column in enumerate(sheet.columns, 1) if column.hidden]
    made = Sheet(book, name, widths, landscape=True, frozen=HEADING_ROW, hidden=hidden)
    for at, column in enumerate(sheet.columns, 1):
        _validate(made.sheet, column, get_column_letter(at), ranges)
    title = replace(TITLE, horizontal="left", wrap=False)
    made.add(Span(value=sheet.title, look=title, first=1, last=1), height=24.0)
    for look, texts in (
        (NOTE, [one.meaning for one in sheet.columns]),
        (HEADING, [one.heading for one in sheet.columns]),
    ):
        cells = enumerate(texts, 1)
        made.add(*(Span(value=t, look=look, first=n, last=n) for n, t in cells))
    styles = [_styles(book, one) for one in sheet.columns]
    for number, row in enumerate(sheet.rows):
        if number % _TOLD_EVERY == 0:
            progress(Step(STAGE, number, len(sheet.rows)))
        made.add_values(row, styles)
    for _ in range(BLANK_ROWS):
        made.add_values((None,) * len(styles), styles)


def _put_guide(book: "Book", name: str, sheet: EntrySheet) -> None:
    """Write what each column means, with an example, on a sheet of its own."""
    from desktop.files.workbook.sheet import Sheet, Span
    from desktop.files.workbook.styles import HEADING, TABLE_SIZE, TITLE, Look

    said = template_words()
    made = Sheet(book, name, (150.0, 320.0, 220.0))
    plain = Look(size=TABLE_SIZE)
    boxed = Look(size=TABLE_SIZE, boxed=True)
    made.add(Span(value=sheet.title, look=TITLE, first=1, last=3))
    for line in said.guide_lines:
        made.add(Span(value=line, look=plain, first=1, last=3))
    heads = enumerate(said.guide_headings, 1)
    made.add(*(Span(value=t, look=HEADING, first=n, last=n) for n, t in heads))
    for column in sheet.columns:
        if not column.hidden:
            told = enumerate((column.heading, column.meaning, column.example), 1)
            made.add(*(Span(value=t, look=boxed, first=n, last=n) for n, t in told))


def _put_lists(book: "Book", name: str, sheet: EntrySheet) -> None:
    """Write the values of every list below its name, one list to a column."""
    from desktop.files.workbook.sheet import Sheet, Span
    from desktop.files.workbook.styles import HEADING, TABLE_SIZE, Look

    made = Sheet(book, name, (180.0,) * max(len(sheet.lists), 1), frozen=1)
    plain = Look(size=TABLE_SIZE, wrap=False)
    heads = enumerate((sheet.list_names[one] for one in sheet.lists), 1)
    made.add(*(Span(value=t, look=HEADING, first=n, last=n) for n, t in heads))
    for row in range(max(map(len, sheet.lists.values()), default=0)):
        texts = [
            values[row] if row < len(values) else None
            for values in sheet.lists.values()
        ]
        cells = enumerate(texts, 1)
        made.add(
            *(Span(value=t, look=plain, first=n, last=n) for n, t in cells),
            height=15.0,
        )


def _ranges(sheet: EntrySheet, lists_sheet: str) -> dict[str, str]:
    """Return where on the sheet of lists each one's values are."""
    from openpyxl.utils import get_column_letter, quote_sheetname

    place = quote_sheetname(lists_sheet)
    return {
        kind: f"{place}!${letter}$2:${letter}${len(values) + 1}"
        for letter, (kind, values) in zip(
            map(get_column_letter, range(1, len(sheet.lists) + 1)),
            sheet.lists.items(),
            strict=True,
        )
        if values
    }


def _validate(
    sheet: Any,  # noqa: ANN401  openpyxl is untyped inside
    column: SheetColumn,
    letter: str,
    ranges: Mapping[str, str],
) -> None:
    """Let Excel offer the list of a column, and say what belongs into it."""
    from openpyxl.worksheet.datavalidation import DataValidation

    said = template_words()
    rule: dict[str, Any] = {"type": None}
    if column.list in ranges:
        rule = {
            "type": "list",
            "formula1": ranges[column.list],
            "error": said.list_error,
        }
    elif column.number:
        rule = {
            "type": "decimal",
            "operator": "greaterThanOrEqual",
            "formula1": "0",
            "error": said.number_error,
        }
    made = DataValidation(
        **rule,
        allow_blank=True,
        showInputMessage=True,
        showErrorMessage=column.list in ranges or column.number,
        errorStyle="warning",
        promptTitle=column.heading[:32],
        prompt=column.meaning[:_LONGEST_PROMPT],
    )
    made.add(f"{letter}{HEADING_ROW + 1}:{letter}{_LAST_ROW}")
    sheet.data_validations.append(made)


def _styles(book: "Book", column: SheetColumn) -> "ColumnStyles":
    """Return the looks of a column's cells: what is typed as text stays text.

    A day typed into a cell of text is never taken for another one, whatever order of
    day and month the machine is set to.
    """
    from dataclasses import replace

    from desktop.files.workbook.styles import (
        DATE,
        TABLE_SIZE,
        ColumnStyles,
        Look,
    )

    text: Look = Look(size=TABLE_SIZE, boxed=True, form="@")
    general = replace(text, form="General", horizontal="right", wrap=False)
    return ColumnStyles(
        blank=book.styles.number(general if column.number else text),
        text=book.styles.number(text),
        guarded=book.styles.number(replace(text, guarded=True)),
        whole=book.styles.number(general),
        broken=book.styles.number(general),
        date=book.styles.number(replace(text, form=DATE, horizontal="center")),
    )


def _width(column: SheetColumn) -> float:
    if column.wide:
        return _WIDE
    return _NARROW if column.number else _USUAL
