"""Write the values of cells as a Vietnamese page shows them."""

import datetime as dt
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from desktop.files.fonts import clean
from desktop.files.pdf.words import words
from desktop.records.report import ColumnType, Value

_TENTH: Final = Decimal("0.1")
_WHOLE: Final = Decimal(1)
_WHOLE_TYPES: Final = frozenset({ColumnType.INTEGER, ColumnType.MONEY})
_SWAP: Final = str.maketrans(",.", ".,")


def printed(value: Value, column_type: ColumnType) -> str:
    """Return the text of a cell; None is blank."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return words("cells")["yes" if value else "no"]
    if isinstance(value, dt.date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, str):
        return clean(value)
    if column_type in (ColumnType.ORDINAL, ColumnType.TEXT):
        return str(value).translate(_SWAP)
    return number(value, whole=column_type in _WHOLE_TYPES)


def number(value: int | Decimal, *, whole: bool = False) -> str:
    """Write a number with dots and a comma, one decimal at most, halves up."""
    step = _WHOLE if whole else _TENTH
    rounded = Decimal(value).quantize(step, rounding=ROUND_HALF_UP)
    if rounded == rounded.to_integral_value():
        rounded = rounded.quantize(_WHOLE)
    return f"{rounded + 0:,}".translate(_SWAP)
