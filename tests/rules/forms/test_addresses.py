"""Addresses of cells are places, and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.rules.forms.addresses import cell_at, column_at, letters_at


@given(st.integers(0, 16_383), st.integers(0, 1_000_000))
def test_every_place_has_one_address(column: int, row: int) -> None:
    assert column_at(letters_at(column)) == column
    assert cell_at(f"{letters_at(column)}{row + 1}") == (row, column)


def test_letters_are_those_of_spreadsheets() -> None:
    assert [letters_at(n) for n in (0, 25, 26, 701, 702)] == [
        "A",
        "Z",
        "AA",
        "ZZ",
        "AAA",
    ]


@pytest.mark.parametrize("text", ["", "A", "9", "A0", "a1", "A1:B2", "ABCD1"])
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        cell_at(text)


def test_no_letters_are_no_column() -> None:
    with pytest.raises(ValueError, match=r"^$"):
        column_at("")
