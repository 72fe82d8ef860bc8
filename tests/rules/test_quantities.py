"""A year's number in four quarters."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.rules.quantities import is_split, split


@pytest.mark.parametrize(
    ("value", "quarters"),
    [
        ("12", ("3", "3", "3", "3")),
        ("10", ("2", "2", "3", "3")),
        ("1", ("0", "0", "0", "1")),
        ("0", ("0", "0", "0", "0")),
        ("10.5", ("2.6", "2.6", "2.6", "2.7")),
        ("3E+2", ("75", "75", "75", "75")),
    ],
)
def test_the_remainder_goes_to_the_later_quarters(
    value: str, quarters: tuple[str, ...]
) -> None:
    assert split(Decimal(value)) == tuple(Decimal(one) for one in quarters)


@given(st.decimals(min_value=0, max_value=10**9, places=2))
def test_quarters_add_up_to_the_year_and_never_fall(value: Decimal) -> None:
    made = split(value)
    assert sum(made) == value
    assert list(made) == sorted(made)
    assert is_split(made, value)


def test_what_does_not_add_up_is_no_split() -> None:
    one = Decimal(1)
    assert is_split((), one)
    assert not is_split((one, one, one, one), Decimal(5))
    assert not is_split((one, one), Decimal(2)), "two are not four quarters"
