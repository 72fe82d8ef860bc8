"""Set a table: headings on every page, no row split, groups and totals not alone."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Final

from desktop.files.pdf.footnotes import Notes
from desktop.files.pdf.heading import Merged
from desktop.files.pdf.tables import grid_of, headed, level_heights
from desktop.files.pdf.tails import code_size
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
from desktop.records.report import (
    Column,
    ColumnType,
    FigureKey,
    Footnote,
    Row,
    RowKind,
    Table,
)

_SLACK: Final = 0.985
"""Part of the room that is measured with: other programs set words a little wider."""
_FEW: Final = 8
"""Rows of a table that stays on one page."""
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
        self._grid = grid_of(content, room * _SLACK, notes)
        self._widths = [width / _SLACK for width in self._grid.widths]
        self._size = self._grid.size

    def table(self) -> Element:
        """Return the table itself."""
        return table(self._widths, (*self._heading(), *self._rows()), ruled=True)

    # --- heading ---

    def _heading(self) -> Iterator[Element]:
        cells, lines = headed(self._grid)
        for level, height in enumerate(level_heights(self._grid, cells, lines)):
            here = (cell for cell in cells if cell.top <= level < cell.below)
            ordered = sorted(here, key=lambda cell: cell.first)
            joined = (self._head_cell(one, level) for one in ordered)
            # cells joined down do not stretch the rows of a repeated heading
            yield row(joined, heading=True, height=height)
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
        for place, (one, following) in enumerate(zip_longest(rows, rows[1:])):
            before_total = following is not None and following.kind is RowKind.TOTAL
            bound = one.kind is RowKind.GROUP or before_total
            kept = bound or self._in_company(place)
            spans = _spans(one)
            yield row(
                self._cell(one, first, after, kept=kept) for first, after in spans
            )

    def _in_company(self, place: int) -> bool:
        """Tell whether a row stays with what follows, so that no row stands alone.

        A short table stays whole; the last row stays with the notes.
        """
        count = len(self._table.rows)
        if place == count - 1:
            return bool(self._table.notes)
        return count <= _FEW or place in (0, count - 2)

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
            small = Face(size=code_size(self._size), colour=_CODE_COLOUR)
            yield run(f" {one.codes[place]}", small)


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
