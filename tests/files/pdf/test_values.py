"""Cells as a Vietnamese page shows them."""

import datetime as dt
from decimal import Decimal

import pytest

from desktop.files.pdf.values import number, printed
from desktop.records.report import ColumnType, Value

INTEGER, DECIMAL = ColumnType.INTEGER, ColumnType.DECIMAL


@pytest.mark.parametrize(
    ("value", "column", "text"),
    [
        (None, INTEGER, ""),
        (0, INTEGER, "0"),
        (1234567, INTEGER, "1.234.567"),
        (-1234, INTEGER, "-1.234"),
        (4_500_000, ColumnType.MONEY, "4.500.000"),
        (Decimal("15.5"), DECIMAL, "15,5"),
        (Decimal("15.0"), DECIMAL, "15"),
        (Decimal("1234.56"), DECIMAL, "1.234,6"),
        (Decimal("77.65"), ColumnType.PERCENT, "77,7"),
        (Decimal("0.05"), DECIMAL, "0,1"),
        (Decimal("-0.04"), DECIMAL, "0"),
        (dt.date(2024, 2, 5), ColumnType.DATE, "05/02/2024"),
        (12, ColumnType.ORDINAL, "12"),
        ("1.2", ColumnType.ORDINAL, "1.2"),
        (Decimal("1.5"), ColumnType.TEXT, "1,5"),
        ("Chưa đủ số liệu", ColumnType.PERCENT, "Chưa đủ số liệu"),
        (True, ColumnType.TEXT, "Có"),
        (False, ColumnType.TEXT, "Không"),
    ],
)
def test_a_value_is_printed(value: Value, column: ColumnType, text: str) -> None:
    assert printed(value, column) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [("0.25", "0,3"), ("0.35", "0,4"), ("2.45", "2,5"), ("-0.25", "-0,3")],
)
def test_halves_are_rounded_up_away_from_zero(value: str, text: str) -> None:
    assert number(Decimal(value)) == text
