"""Hold one value after another in a cell, each as what it is."""

import datetime as dt
from decimal import ROUND_HALF_UP, Decimal
from typing import Any
from xml.sax.saxutils import escape

from openpyxl.cell import Cell
from openpyxl.utils import get_column_letter

from desktop.files.workbook.styles import ColumnStyles
from desktop.files.workbook.text import carried, needs_guard
from desktop.files.workbook.words import Words
from desktop.records.report import Value

_DAY_ZERO = dt.date(1899, 12, 30)
_FIRST_DAY = dt.date(1900, 3, 1)
"""Before it Excel's count of days is one off, because it has a 29/02/1900."""
_TENTH = Decimal("0.1")
_PRESERVED = ' xml:space="preserve"'
_RETURN = {"\r": "&#13;"}


class ReadyCell(Cell):
    """A cell that knows its style number and its column, so nothing is looked up.

    The same object is used for every row: whatever is held is written at once.
    """

    __slots__ = ("_words", "letter", "number")
    _value: str | None
    has_style = True  # always: no need to compute it

    def __init__(self, sheet: Any, column: int, words: Words) -> None:  # noqa: ANN401
        """Belong to a column of a sheet."""
        super().__init__(sheet, row=1, column=column)
        self.letter = get_column_letter(column)
        self.number = 0
        self._words = words

    @property
    def style_id(self) -> int:
        """Number of the style in the workbook."""
        return self.number

    @property
    def coordinate(self) -> str:
        """Address of the cell."""
        return f"{self.letter}{self.row}"

    def hold(self, value: Value, style: ColumnStyles) -> None:
        """Take a value: text stays text, whatever it looks like."""
        kind = type(value)
        if kind is str and value:
            self._hold_text(value, style)  # type: ignore[arg-type]  # checked above
        elif kind is int:
            self._hold_number(str(value), style.whole)
        elif isinstance(value, Decimal):
            self._hold_number(
                str(value), style.whole if _whole(value) else style.broken
            )
        elif isinstance(value, dt.date):
            self._hold_date(value, style)
        elif isinstance(value, bool):
            self._hold_text(self._words.yes if value else self._words.no, style)
        else:
            self._value, self.data_type, self.number = None, "n", style.blank

    def written(self, row: int) -> str:
        """Return the cell as the sheet's file has it, in a row of that number."""
        value = self._value
        if value is None:
            return f'<c r="{self.letter}{row}" s="{self.number}"/>'
        if self.data_type == "n":
            return f'<c r="{self.letter}{row}" s="{self.number}"><v>{value}</v></c>'
        kept = _PRESERVED if value != value.strip() else ""
        return (
            f'<c r="{self.letter}{row}" s="{self.number}" t="inlineStr">'
            f"<is><t{kept}>{_escaped(value)}</t></is></c>"
        )

    def _hold_number(self, digits: str, number: int) -> None:
        """Take a number as digits, for the library would send it through a float."""
        self._value, self.data_type, self.number = digits, "n", number

    def _hold_text(self, value: str, style: ColumnStyles) -> None:
        value = carried(value)
        self._value, self.data_type = value or None, "s" if value else "n"
        self.number = style.guarded if needs_guard(value) else style.text

    def _hold_date(self, day: dt.date, style: ColumnStyles) -> None:
        if day < _FIRST_DAY:
            self._hold_text(f"{day:%d/%m/%Y}", style)
        else:
            self._hold_number(str((day - _DAY_ZERO).days), style.date)


def _escaped(text: str) -> str:
    """Return a text as XML has it; a bare return would be read as a line's end."""
    return escape(text, _RETURN) if "\r" in text else escape(text)


def address(row: int, column: int) -> str:
    """Return the address of a cell, such as `B7`."""
    return f"{get_column_letter(column)}{row}"


def _whole(value: Decimal) -> bool:
    """Tell whether a number shows no decimal when one is kept."""
    return value.quantize(_TENTH, ROUND_HALF_UP) % 1 == 0
