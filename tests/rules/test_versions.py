"""Versions are three numbers, compared as numbers."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop import __version__
from desktop.rules.versions import is_later, parse_version

NUMBERS = st.tuples(*[st.integers(0, 65_535)] * 3)


def test_the_program_has_a_version_that_can_be_compared() -> None:
    assert parse_version(__version__) is not None


@given(NUMBERS, NUMBERS)
def test_versions_are_ordered_as_their_numbers(
    one: tuple[int, ...], other: tuple[int, ...]
) -> None:
    first, second = (".".join(map(str, each)) for each in (one, other))
    assert is_later(first, second) == (one > other)
    assert parse_version(first) == one


def test_ten_comes_after_nine() -> None:
    assert is_later("0.10.0", "0.9.9")
    assert not is_later("0.9.9", "0.9.9")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1",
        "1.2",
        "1.2.3.4",
        "1.2.03",
        "1.2.-3",
        "v1.2.3",
        "1.2.3\n",
        "1.2.3rc1",
        "1.2.65536",
        "1.2.٣",
        "1.2.123456",
    ],
)
def test_anything_else_is_no_version(text: str) -> None:
    assert parse_version(text) is None
    with pytest.raises(ValueError, match=re.escape(text) or "^$"):
        is_later(text, "0.1.0")
