"""Write one unit's form as a workbook that any spreadsheet program fills in.

No macros, no links to other files, no password; functions and limits of 2010. What it
is, is told by a sheet nobody sees: id, unit, period, version and content.
"""

import datetime as dt
import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from openpyxl.workbook.protection import WorkbookProtection

from desktop.errors import FileError
from desktop.files.forms.form_cells import append, name_list, protect
from desktop.files.forms.form_head import FormHead
from desktop.files.forms.form_words import FormWords, form_words
from desktop.files.forms.register_sheet import write_sheet
from desktop.files.forms.summary_sheet import write_summary
from desktop.files.wire.form_content import content_to_json
from desktop.files.workbook.archive import pack
from desktop.files.workbook.book import Book
from desktop.files.workbook.cells import ReadyCell
from desktop.files.workbook.sheet import ONE_ROW, Sheet
from desktop.files.workbook.styles import TABLE_SIZE, Look, one_look
from desktop.files.workbook.words import words as workbook_words
from desktop.rules.forms.columns import letter
from desktop.rules.forms.drafting import FormDraft
from desktop.rules.forms.found import STAMP_MARK, STAMP_SHEET

LISTS_SHEET: Final = "_ds"
CELL_LIMIT: Final = 30_000
"""Characters of the content in one cell; Excel holds 32,767."""
_PLAIN: Final = Look(size=TABLE_SIZE, wrap=False, form="@")


def form_bytes(draft: FormDraft, head: FormHead) -> bytes:
    """Return the workbook; the same draft and head give the same bytes.

    Raises:
        FileError: The disk for what waits is full.
    """
    try:
        with TemporaryDirectory(prefix="form-") as folder:
            return _packed(draft, head, Path(folder))
    except OSError as error:
        raise FileError(Path(folder), "full") from error


def _packed(draft: FormDraft, head: FormHead, folder: Path) -> bytes:
    words, known = form_words(), workbook_words()
    mark = known.practice if head.practice else ""
    book = Book(words=known, folder=folder, mark=mark)
    try:
        _put_sheets(book, draft, head, words)
        _put_lists(book, draft)
        _put_stamp(book, draft, head)
        fixed = dt.datetime(2000, 1, 1)  # noqa: DTZ001  a file dates itself nowhere
        book.workbook.properties.created = fixed
        book.workbook.properties.modified = fixed
        book.workbook.properties.creator = ""
        book.workbook.security = WorkbookProtection(lockStructure=True)
        return pack(book.workbook)
    finally:
        book.close()


def _put_sheets(book: Book, draft: FormDraft, head: FormHead, words: FormWords) -> None:
    write_summary(book, draft, head, words)
    for one in draft.sheets:
        write_sheet(book, one, words, unit=head.unit, period=head.period_words)


def _put_lists(book: Book, draft: FormDraft) -> None:
    """Write the texts of every list below its name, on a sheet that is hidden."""
    many = max(len(draft.lists), 1)
    made = Sheet(book, LISTS_SHEET, (150.0,) * many)
    texts = tuple(draft.lists.values())
    _row(made, tuple(draft.lists))
    for row in range(max(map(len, texts), default=0)):
        _row(made, [one[row] if row < len(one) else None for one in texts])
    for place, (name, one) in enumerate(draft.lists.items(), 1):
        name_list(book, name, LISTS_SHEET, letter(place), len(one))
    made.sheet.sheet_state = "hidden"
    protect(made.sheet)


def _put_stamp(book: Book, draft: FormDraft, head: FormHead) -> None:
    made = Sheet(book, STAMP_SHEET, (150.0,))
    for text in stamp_cells(draft, head):
        _row(made, (text,))
    made.sheet.sheet_state = "veryHidden"


def _row(made: Sheet, texts: Sequence[str | None]) -> None:
    """Add a row of texts nobody looks at; its height is not worked out."""
    style = one_look(made.book.styles, _PLAIN)
    cells = [
        ReadyCell(made.sheet, place, made.book.words)
        for place, _ in enumerate(texts, 1)
    ]
    for cell, text in zip(cells, texts, strict=True):
        cell.hold(text, style)
    append(made, cells, ONE_ROW)


def stamp_cells(draft: FormDraft, head: FormHead) -> Sequence[str]:
    """Return the cells of the hidden sheet's only column, from the top down."""
    content = content_to_json(draft.content)
    return (
        STAMP_MARK,
        head.form_id,
        head.unit_id,
        head.period_code,
        str(head.version),
        f"{draft.layout.code}/{draft.layout.version}",
        hashlib.sha256(content.encode()).hexdigest(),
        "1" if head.practice else "0",
        *_pieces(content),
    )


def _pieces(text: str) -> Iterator[str]:
    for start in range(0, len(text), CELL_LIMIT):
        yield text[start : start + CELL_LIMIT]
