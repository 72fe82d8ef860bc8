"""Set the marks of footnotes beside the texts and the numbers that bear them."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

from desktop.files.footnoted import Footnoted, mark
from desktop.files.workbook.styles import ColumnStyles, Styles, column_styles
from desktop.records.report import Row, Table, Value


class Marked:
    """The rows of one table, with the marks of their notes."""

    def __init__(self, table: Table, notes: Footnoted | None, styles: Styles) -> None:
        """Know whether there is anything to mark at all."""
        self._table, self._styles = table, styles
        self._notes = notes if notes and notes.marks_table(table.code) else None

    def row(
        self, row: Row, styles: tuple[ColumnStyles, ...]
    ) -> tuple[Row, tuple[ColumnStyles, ...]]:
        """Return a row and its styles with the marks set: numbers stay numbers."""
        marks = self._marks(row, self._notes) if self._notes else {}
        if not marks:
            return row, styles
        values = tuple(_marked(v, marks.get(n, "")) for n, v in enumerate(row.values))
        own = tuple(
            column_styles(self._styles, self._table.columns[n], row.kind, marks[n])
            if n in marks
            else style
            for n, style in enumerate(styles)
        )
        return replace(row, values=values), own

    def _marks(self, row: Row, notes: Footnoted) -> dict[int, str]:
        """Return the marks of a row by place of the value; its own is on its name."""
        code = self._table.code
        marks = {
            n: mark(notes.figure(code, row.key, column.key))
            for n, column in enumerate(self._table.columns)
        }
        if own := mark(notes.row(code, row.key)):
            named = name_place(row)
            marks[named] = own + marks[named]
        return {n: text for n, text in marks.items() if text}


def name_place(row: Row) -> int:
    """Return the place of the value that names a row: its longest text."""
    lengths = [len(v) if isinstance(v, str) else 0 for v in row.values]
    return lengths.index(max(lengths)) if lengths else 0


def _marked(value: Value, text: str) -> Value:
    """Return a value with its mark, but for numbers and days, whose format has it."""
    if not text or isinstance(value, (int, Decimal, dt.date)):
        return value
    return f"{value} {text}" if value else text
