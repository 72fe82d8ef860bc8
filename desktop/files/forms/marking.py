"""Mark faulty cells in a sender's own workbook: a colour and a note, nothing else.

The workbook is not loaded and saved, which would lose pictures and shapes (openpyxl
keeps neither); the few parts concerned are edited, all others stay as they are.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What is said of one cell."""

    sheet: str
    cell: str
    text: str
    doubt: bool = False
    """Coloured more lightly: it may stay as it is."""


def mark(
    path: Path,
    notes: Sequence[Note],
    *,
    author: str,
    texts: Mapping[tuple[str, str], str] | None = None,
) -> bytes:
    """Return the workbook with its cells coloured and annotated.

    Args:
        path: The sender's workbook; it stays untouched.
        notes: One for each cell; several for one cell are told together.
        author: Who speaks in the notes.
        texts: What to write into cells of hidden sheets, by sheet and address.

    Raises:
        FileError: It is no workbook, or one that cannot be marked.
    """
    raise NotImplementedError((path, notes, author, texts))
