"""What stands small behind a figure: numbers of notes, and the code of its trace."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from desktop.files import fonts
from desktop.files.pdf.footnotes import Notes, mark
from desktop.files.pdf.text import MARK_SHARE
from desktop.files.pdf.words import words
from desktop.records.report import Block, FigureKey, Footnote, Row, RowKind, Table

CODE_GREY: Final = 0.33
"""Dark enough to be read in print: 7 to 1 against the paper."""
_CODE_SHARE: Final = 0.5
_CODE_LEAST: Final = 5.0
_BLANK: Final = " "
"""Drawn before a code, so that who copies the text gets figure and code apart."""
_GAP: Final = 1.5
"""Room before the mark and before the code, in points."""
MARK_LEFT: Final = _GAP
"""Where a raised number starts, in points behind the text."""


@dataclass(frozen=True, slots=True)
class Tail:
    """What one cell is followed by."""

    notes: Sequence[Footnote] = ()
    code: str = ""
    mark: str = field(init=False, default="")

    def __post_init__(self) -> None:
        """Write the numbers once."""
        object.__setattr__(self, "mark", mark(self.notes))

    def width(self, size: float) -> float:
        """Return the room it takes behind text of a size, in points."""
        return _room(self.mark, mark_size(size)) + _room(self.code, code_size(size))

    @property
    def printed_code(self) -> str:
        """Return the code behind a blank."""
        return _BLANK + self.code

    def code_left(self, size: float) -> float:
        """Return where the blank before the code starts, in points behind the text."""
        blank = fonts.width(_BLANK, fonts.REGULAR, code_size(size))
        return _room(self.mark, mark_size(size)) + _GAP - blank


NONE: Final = Tail()


def mark_size(size: float) -> float:
    """Return the size of raised numbers beside text of a size."""
    return size * MARK_SHARE


def code_size(size: float) -> float:
    """Return the size of codes beside text of a size; never too small to read."""
    return max(_CODE_LEAST, size * _CODE_SHARE)


def tails(content: Table, notes: Notes) -> list[tuple[Tail, ...]]:
    """Return what follows each cell of each row; a note is set once."""
    told: set[int] = set()
    return [_row_tails(row, content, notes, told) for row in content.rows]


def has_codes(block: Block) -> bool:
    """Tell whether the block is a table with codes beside its figures."""
    return isinstance(block, Table) and any(any(row.codes) for row in block.rows)


def keyed(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks; the first table with codes says where they lead."""
    told = False
    for block in blocks:
        if not told and isinstance(block, Table) and has_codes(block):
            told = True
            yield replace(block, notes=(*block.notes, words("notes")["codes"]))
        else:
            yield block


def _row_tails(
    row: Row, content: Table, notes: Notes, told: set[int]
) -> tuple[Tail, ...]:
    codes = row.codes or ("",) * len(row.values)
    at_row = notes.by_anchor and row.key
    if not at_row and not any(codes):
        return (NONE,) * len(row.values)
    own = list(_row_notes(row, content, notes)) if at_row else []
    found: list[Tail] = []
    for place, code in enumerate(codes):
        fresh = [
            note for there, note in own if there == place and note.number not in told
        ]
        told.update(note.number for note in fresh)
        found.append(Tail(fresh, fonts.one_line(code)) if fresh or code else NONE)
    return tuple(found)


def _row_notes(
    row: Row, content: Table, notes: Notes
) -> Iterator[tuple[int, Footnote]]:
    """Yield the notes of a row with the place of the cell that bears them."""
    whole = FigureKey(table=content.code, row=row.key, column="")
    for note in notes.at(whole):
        yield _named(row), note
    for place, column in enumerate(content.columns):
        if column.key:
            for note in notes.at(replace(whole, column=column.key)):
                yield place, note


def _named(row: Row) -> int:
    """Return the place of the cell that names the row: its first longer text."""
    texts = [
        place
        for place, value in enumerate(row.values)
        if isinstance(value, str) and value.strip()
    ]
    if row.kind is RowKind.GROUP:
        return texts[-1] if texts else 0
    longer = (place for place in texts if len(str(row.values[place])) > len("IIIII"))
    return next(longer, texts[0] if texts else 0)


def _room(text: str, size: float) -> float:
    return fonts.width(text, fonts.REGULAR, size) + _GAP if text else 0.0
