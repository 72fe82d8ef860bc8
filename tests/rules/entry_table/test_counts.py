"""Numbers as people write them in tables."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.files.entry_words import load_entry_words
from desktop.rules.entry_table.counts import ReadNumber, read_number, read_plain
from desktop.rules.numbers import format_integer

WORDS = load_entry_words()
MILLION = Decimal(1_000_000)


def count(text: str, **said: object) -> ReadNumber:
    return read_number(text, WORDS, whole=True, **said)  # type: ignore[arg-type]


def measure(text: str, **said: object) -> ReadNumber:
    return read_number(text, WORDS, whole=False, **said)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12),
        ("0", 0),
        ("-5", -5),
        ("1.500", 1500),
        ("1,500", 1500),
        ("1.000", 1000),
        ("1 500", 1500),
        ("1\u00a0500", 1500),
        ("1.500.000", 1_500_000),
        ("1,500,000", 1_500_000),
        ("'007", 7),
        ("１２", 12),
        ("12 người", 12),
        ("12người", 12),
        ("1.500 lượt người", 1500),
        ("40 đại biểu", 40),
        ("50 m2", 50),
        ("50m²", 50),
        ("12,0", 12),
        ("5.000.000 đồng", 5_000_000),
        ("5.000.000đ", 5_000_000),
        ("1,5 triệu", 1_500_000),
        ("25 triệu đồng", 25_000_000),
        ("500 nghìn đồng", 500_000),
        ("500k", 500_000),
        ("1,2 tỷ đồng", 1_200_000_000),
    ],
)
def test_a_count_is_read_with_its_unit(text: str, value: int) -> None:
    found = count(text)
    assert (found.value, found.reason, found.ways) == (value, "", ())


@pytest.mark.parametrize("text", ["khoảng 120", "~120", "trên 120 người", "Gần 120"])
def test_a_rough_number_says_that_it_is(text: str) -> None:
    found = count(text)
    assert (found.value, found.about) == (120, True)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("mười", "not_number"),
        ("12 con voi", "not_number"),
        ("12-15", "not_number"),
        ("1,5", "fraction"),
        ("1.5", "fraction"),
        ("1.50.0", "grouping"),
        ("12345678901234567", "too_large"),
        ("'", "blank"),
    ],
)
def test_what_is_no_count_says_why(text: str, reason: str) -> None:
    assert (count(text).value, count(text).reason) == (None, reason)


def test_a_column_of_millions_counts_in_millions_unless_a_cell_has_its_own_unit() -> (
    None
):
    assert count("25,5", factor=MILLION).value == 25_500_000
    assert count("300 nghìn", factor=MILLION).value == 300_000
    assert count("12 người", factor=MILLION).reason == "not_number"


@pytest.mark.parametrize("text", ["1,500", "1.500"])
def test_a_number_with_two_readings_is_that_of_the_one_asked_for(text: str) -> None:
    found = count(text, factor=MILLION)
    assert (found.value, found.ways) == (1500 * MILLION, ("grouped", "decimal"))
    assert found.sign == text[1]
    assert count(text, factor=MILLION, reading="decimal").value == 1_500_000
    assert measure(text, reading="decimal").value == Decimal("1.5")
    assert measure(text, reading="grouped").value == 1500


@pytest.mark.parametrize(
    ("text", "sign"),
    [("12,5", ","), ("12.5", "."), ("1.500.000", ","), ("1,500,000", "."), ("12", "")],
)
def test_a_number_proves_which_sign_stands_before_decimals(
    text: str, sign: str
) -> None:
    assert measure(text).proves == sign


def test_a_lone_sign_nobody_uses_so_is_not_guessed() -> None:
    assert measure("12345.678").reason == "ambiguous"


def test_plain_digits_of_a_file_have_one_reading() -> None:
    assert read_plain("1.500", whole=False).value == Decimal("1.5")
    assert read_plain("1500", whole=True).value == 1500
    assert read_plain("12.5", whole=True).reason == "fraction"
    assert read_plain("1E+20", whole=True).reason == "too_large"
    assert read_plain("abc", whole=True).reason == "not_number"
    assert read_plain("25.5", whole=True, factor=MILLION).value == 25_500_000


@given(st.integers(-(10**14), 10**14))
def test_every_count_printed_is_read_as_itself(number: int) -> None:
    assert count(format_integer(number)).value == number


@given(st.text(max_size=30))
def test_no_text_is_too_odd_to_be_judged(text: str) -> None:
    found = count(text)
    assert (found.value is None) == bool(found.reason)
