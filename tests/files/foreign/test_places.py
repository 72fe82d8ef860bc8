"""Addresses of cells are read and written as a spreadsheet does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils import get_column_letter

from desktop.files.foreign.places import letters_of, place


@given(st.integers(1, 16_384), st.integers(1, 1_048_576))
def test_every_address_comes_back(column: int, row: int) -> None:
    assert letters_of(column) == get_column_letter(column)
    assert place(f"{letters_of(column)}{row}") == (row, column)


@pytest.mark.parametrize(
    "address", ["", "A", "1", "a1", "A1B", "XFE1", "AAAA1", "$A$1"]
)
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        place(address)
