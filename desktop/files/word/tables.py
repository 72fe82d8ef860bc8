"""Set a table: headings on every page, no row split, groups and totals not alone."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from math import floor
from typing import Final

from desktop.files.pdf.footnotes import Notes
from desktop.files.pdf.heading import Merged, merged
from desktop.files.pdf.values import printed
from desktop.files.word.elements import (
    Cell,
    Element,
    Face,
    Set,
    paragraph,
    row,
    run,
    table,
)
from desktop.files.word.footnotes import Footnotes
from desktop.files.word.styles import CAPTION, CELL, NOTE
from desktop.files.workbook.marks import name_place
from desktop.files.workbook.styles import TABLE_SIZE
from desktop.files.workbook.widths import column_widths
from desktop.records.report import (
    Column,
    ColumnType,
    FigureKey,
    Footnote,
    Row,
    RowKind,
    Table,
)

_SMALLEST: Final = 7.0
"""Points of the smallest type a wide table is set in."""
_CODE_SHARE: Final = 0.55
"""Size of the code of a trace, as a part of that of its figure."""
_CODE_COLOUR: Final = "555555"
_FILL: Final = "E7EEEE"
"""A grey that survives a black-and-white print."""
_SIDES: Final = {
    ColumnType.TEXT: "left",
    ColumnType.ORDINAL: "center",
    ColumnType.DATE: "center",
}
"""Where lines stand; columns not named here are numbers, at the right."""


def put_table(
    content: Table, room: float, notes: Notes, footnotes: Footnotes
) -> Iterator[Element]:
    """Yield a table's title, unit, heading, rows and notes."""
    own = notes.at(_key(content, "", ""))
    if content.title or own:
        title = run(content.title), *footnotes.references(_numbers(own))
        yield paragraph(Set(style=CAPTION), *title)
    if content.unit:
        unit = Set(style=NOTE, align="right", kept=True)
        yield paragraph(unit, run(content.unit, Face(italic=True)))
    yield _Setting(content, room, notes, footnotes).table()
    for note in content.notes:
        yield paragraph(Set(style=NOTE), run(note))
    if not content.notes:
        yield paragraph(Set(line=6))  # two tables that touch become one


def _key(content: Table, row_key: str, column: str) -> FigureKey:
    return FigureKey(table=content.code, row=row_key, column=column)


def _numbers(notes: Sequence[Footnote]) -> list[int]:
    return [note.number for note in notes]


class _Setting:
    """One table being set, in widths and a size of type that fit the page."""

    def __init__(
        self, content: Table, room: float, notes: Notes, footnotes: Footnotes
    ) -> None:
        self._table, self._notes, self._footnotes = content, notes, footnotes
        self._columns = content.columns
        asked = column_widths(content, room)
        scale = min(1.0, room / sum(asked))
        self._widths = [width * scale for width in asked]
        self._size = max(_SMALLEST, floor(TABLE_SIZE * scale * 2) / 2)

    def table(self) -> Element:
        """Return the table itself."""
        return table(self._widths, (*self._heading(), *self._rows()), ruled=True)

    # --- heading ---

    def _heading(self) -> Iterator[Element]:
        cells = merged(self._columns)
        depth = max((cell.below for cell in cells), default=0)
        for level in range(depth):
            here = (cell for cell in cells if cell.top <= level < cell.below)
            ordered = sorted(here, key=lambda cell: cell.first)
            yield row((self._head_cell(c, level) for c in ordered), heading=True)
        if any(column.number for column in self._columns):
            yield row(
                (
                    self._plain(n, column.number, Face(size=self._size, italic=True))
                    for n, column in enumerate(self._columns)
                ),
                heading=True,
            )

    def _head_cell(self, cell: Merged, level: int) -> Cell:
        face = Face(size=self._size, bold=True)
        words = run(cell.text, face) if level == cell.top else run("")
        joined = cell.below - cell.top > 1
        return Cell(
            content=[paragraph(Set(style=CELL, align="center", kept=True), words)],
            width=sum(self._widths[cell.first : cell.after]),
            columns=cell.after - cell.first,
            down=("restart" if level == cell.top else "continue") if joined else "",
            filled=_FILL,
        )

    def _plain(self, place: int, text: str, face: Face) -> Cell:
        how = Set(style=CELL, align="center", kept=True)
        return Cell(
            content=[paragraph(how, run(text, face))], width=self._widths[place]
        )

    # --- rows ---

    def _rows(self) -> Iterator[Element]:
        rows = self._table.rows
        for one, following in zip_longest(rows, rows[1:]):
            before_total = following is not None and following.kind is RowKind.TOTAL
            kept = one.kind is RowKind.GROUP or before_total
            spans = _spans(one)
            yield row(
                self._cell(one, first, after, kept=kept) for first, after in spans
            )

    def _cell(self, one: Row, first: int, after: int, *, kept: bool) -> Cell:
        column = self._columns[first]
        how = Set(style=CELL, align=_side(column, one, first), kept=kept)
        face = Face(size=self._size, bold=one.kind is not RowKind.DATA)
        text = printed(one.values[first], column.type)
        return Cell(
            content=[paragraph(how, run(text, face), *self._behind(one, first))],
            width=sum(self._widths[first:after]),
            columns=after - first,
        )

    def _behind(self, one: Row, place: int) -> Iterator[Element]:
        """Yield what follows a figure: the marks of its notes, and its code."""
        numbers: list[int] = []
        if one.key:
            column = self._columns[place].key
            if column:
                numbers += _numbers(self._notes.at(_key(self._table, one.key, column)))
            if place == name_place(one):
                numbers += _numbers(self._notes.at(_key(self._table, one.key, "")))
        yield from self._footnotes.references(numbers)
        if one.codes and one.codes[place]:
            size = self._size * _CODE_SHARE
            yield run(f" {one.codes[place]}", Face(size=size, colour=_CODE_COLOUR))


def _side(column: Column, one: Row, place: int) -> str:
    """Return where a cell's lines stand; words among figures stand in the middle."""
    usual = _SIDES.get(column.type, "right")
    words = isinstance(one.values[place], (str, bool))
    if one.kind is RowKind.GROUP and words:
        return "left" if column.type is not ColumnType.ORDINAL else "center"
    return "center" if words and usual == "right" else usual


def _spans(one: Row) -> list[tuple[int, int]]:
    """Return the first column of each cell and the first after it.

    In a group's row each text runs over the empty cells at its right.
    """
    count = len(one.values)
    if one.kind is not RowKind.GROUP:
        return [(place, place + 1) for place in range(count)]
    full = [n for n, value in enumerate(one.values) if value not in (None, "")]
    starts = sorted({0, *full})
    return list(zip(starts, [*starts[1:], count], strict=True))
