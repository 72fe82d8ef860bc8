"""Mark faulty cells in a sender's own workbook: a colour and a note, nothing else.

The workbook is not loaded and saved, which would lose pictures and shapes (openpyxl
keeps neither); the few parts concerned are edited, all others stay as they are.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desktop.errors import FileError
from desktop.files.forms.marks.grades import DOUBT, FAULT, MENDED, Told
from desktop.files.zip_members import FAULTS

_DAMAGES: Final = (*FAULTS, KeyError, IndexError, TypeError, AttributeError)


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What is said of one cell."""

    sheet: str
    cell: str
    text: str
    doubt: bool = False
    """Coloured more lightly: it may stay as it is."""
    mended: bool = False
    """Coloured as good: it was marked before, and is right now."""


Texts = Mapping[tuple[str, str], str]
"""What to write into a cell, by sheet and address."""


def mark(
    path: Path,
    notes: Sequence[Note],
    *,
    author: str,
    moment: dt.datetime,
    texts: Texts | None = None,
) -> bytes:
    """Return the workbook with its cells coloured and annotated.

    Args:
        path: The sender's workbook; it stays untouched.
        notes: One for each cell; several for one cell are told together.
        author: Who speaks in the notes.
        moment: When, with its zone.
        texts: What to write into cells, such as those of a hidden sheet.

    Raises:
        FileError: It is no workbook, or one that cannot be marked (`unreadable`).
    """
    from desktop.files.forms.marks.marker import Marker

    try:
        marker = Marker(path, author, moment)
        for sheet, told in _by_sheet(notes).items():
            marker.annotate(sheet, told)
        for (sheet, cell), text in (texts or {}).items():
            marker.write(sheet, cell, text)
        return marker.written()
    except _DAMAGES as error:
        raise FileError(path, "unreadable", type(error).__name__) from error


def _by_sheet(notes: Sequence[Note]) -> dict[str, list[Told]]:
    found: dict[str, list[Told]] = {}
    for one in notes:
        grade = MENDED if one.mended else DOUBT if one.doubt else FAULT
        found.setdefault(one.sheet, []).append((one.cell, one.text, grade))
    return found
