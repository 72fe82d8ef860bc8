"""A cell holds each value as what it is."""

import datetime as dt
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest

from desktop.files.workbook.cells import ReadyCell, address
from desktop.files.workbook.styles import ColumnStyles
from desktop.files.workbook.words import words
from desktop.records.report import Value

STYLES = ColumnStyles(blank=1, text=2, guarded=3, whole=4, broken=5, date=6)


def held(value: Value) -> tuple[Any, str, int]:
    sheet: Any = SimpleNamespace(parent=None)
    cell = ReadyCell(sheet, 1, words())
    cell.hold("x", STYLES)
    cell.hold(value, STYLES)
    return cell._value, cell.data_type, cell.style_id


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, (None, "n", 1)),
        ("", (None, "n", 1)),
        ("\x00", (None, "n", 2)),
        ("a", ("a", "s", 2)),
        ("007", ("007", "s", 2)),
        ("=1", ("=1", "s", 3)),
        ("#N/A", ("#N/A", "s", 2)),
        (True, ("Có", "s", 2)),
        (False, ("Không", "s", 2)),
        (0, ("0", "n", 4)),
        (-12, ("-12", "n", 4)),
        (10**17 + 1, ("100000000000000001", "n", 4)),
        (Decimal(100), ("100", "n", 4)),
        (Decimal("100.0"), ("100.0", "n", 4)),
        (Decimal("77.7"), ("77.7", "n", 5)),
        (Decimal("11.96"), ("11.96", "n", 4)),
        (dt.date(2024, 2, 29), ("45351", "n", 6)),
        (dt.date(1900, 3, 1), ("61", "n", 6)),
        (dt.date(1900, 2, 28), ("28/02/1900", "s", 2)),
    ],
)
def test_a_value_is_held_with_its_type_and_style(
    value: Value, expected: tuple[Any, str, int]
) -> None:
    assert held(value) == expected


def test_addresses_are_excels_own() -> None:
    assert address(7, 2) == "B7"
    assert address(1, 28) == "AB1"
    cell = ReadyCell(SimpleNamespace(parent=None), 28, words())
    cell.row = 3
    assert cell.coordinate == "AB3"
