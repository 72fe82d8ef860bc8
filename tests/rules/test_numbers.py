"""Tests of numbers as typed and as printed."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.rules.numbers import (
    MOST_DIGITS,
    format_decimal,
    format_integer,
    format_percent,
    parse_decimal,
    parse_integer,
    percent,
    round_half_up,
)

LARGEST = 10**MOST_DIGITS - 1


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("1.500.000", "1500000"),
        ("1,500,000", "1500000"),
        ("1 500 000", "1500000"),
        ("1'500'000", "1500000"),
        ("1,5", "1.5"),
        ("1.5", "1.5"),
        ("1,25", "1.25"),
        (",5", "0.5"),
        ("1 500", "1500"),
        ("1\u00a0500", "1500"),
        ("1\u202f500,5", "1500.5"),
        ("1.500", "1500"),
        ("1,500", "1500"),
        ("1.500,5", "1500.5"),
        ("1,500.5", "1500.5"),
        ("1.234.567,89", "1234567.89"),
        ("0,500", "0.5"),
        ("0.125", "0.125"),
        ("'007", "7"),
        ("\uff11\uff12\uff0c\uff15", "12.5"),
        ("  42 ", "42"),
        ("-3", "-3"),
        ("− 1.500", "-1500"),
        ("0", "0"),
    ],
)
def test_a_number_is_read_as_people_mean_it(typed: str, value: str) -> None:
    parsed = parse_decimal(typed)
    assert (parsed.value, parsed.reason) == (Decimal(value), "")


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "blank"),
        (" \u00a0 ", "blank"),
        ("'", "blank"),
        ("-", "not_number"),
        ("mười", "not_number"),
        ("1e5", "not_number"),
        ("5.", "not_number"),
        ("1..5", "not_number"),
        ("--5", "not_number"),
        ("10²", "not_number"),
        ("½", "not_number"),
        ("5\n200", "not_number"),
        ("5\t200", "not_number"),
        ("١٢", "not_number"),
        ("0x10", "not_number"),
        ("nan", "not_number"),
        ("1_000", "not_number"),
        ("1.50.000", "grouping"),
        ("1 5", "grouping"),
        ("1.500 000", "grouping"),
        ("0.500.000", "grouping"),
        ("1,5,5", "grouping"),
        ("1.2345", "ambiguous"),
        ("1234,500", "ambiguous"),
        ("1.500,000", "ambiguous"),
        ("1 500.000", "ambiguous"),
        ("1" * (MOST_DIGITS + 1), "too_large"),
    ],
)
def test_what_cannot_be_read_says_why(typed: str, reason: str) -> None:
    parsed = parse_decimal(typed)
    assert (parsed.value, parsed.reason) == (None, reason)


def test_the_second_reading_of_a_thousand_is_told() -> None:
    parsed = parse_decimal("1.500")
    assert parsed.readings == (Decimal(1500), Decimal("1.5"))
    assert not parsed.certain


def test_both_readings_of_an_ambiguous_number_are_told() -> None:
    assert parse_decimal("1.500,000").readings == (Decimal(1500000), Decimal(1500))


@pytest.mark.parametrize("typed", ["1,5", "1.500.000", "1500", "0,500"])
def test_a_number_with_one_reading_is_certain(typed: str) -> None:
    assert parse_decimal(typed).certain


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("1.500", 1500),
        ("1,500", 1500),
        ("1.500.000 đ", 1500000),
        ("1.500.000đồng", 1500000),
        ("1500000 VNĐ", 1500000),
        ("2,0", 2),
        ("-4", -4),
    ],
)
def test_a_whole_number_is_certain(typed: str, value: int) -> None:
    parsed = parse_integer(typed)
    assert (parsed.value, parsed.certain) == (Decimal(value), True)


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("1,5", "fraction"),
        ("0,500", "fraction"),
        ("đ", "blank"),
        ("3 người", "not_number"),
    ],
)
def test_what_is_no_whole_number_says_why(typed: str, reason: str) -> None:
    assert parse_integer(typed).reason == reason


@given(st.text())
def test_no_text_breaks_the_reading(text: str) -> None:
    for parsed in (parse_decimal(text), parse_integer(text)):
        assert (parsed.value is None) == bool(parsed.reason)
        assert parsed.value is None or parsed.value in parsed.readings


@given(st.text("0123456789., '-", max_size=12))
def test_every_reading_has_the_digits_typed(text: str) -> None:
    digits = "".join(filter(str.isdigit, text)).strip("0")
    for reading in parse_decimal(text).readings:
        read = "".join(filter(str.isdigit, f"{reading:f}"))
        assert read.strip("0") == digits


@given(st.integers(-LARGEST, LARGEST))
def test_a_printed_whole_number_reads_back(number: int) -> None:
    assert parse_integer(format_integer(number)).value == number


@given(st.integers(-LARGEST, LARGEST))
def test_a_printed_decimal_reads_back(tenths: int) -> None:
    number = Decimal(tenths) / 10
    assert parse_decimal(format_decimal(number)).value == number


@pytest.mark.parametrize(
    ("number", "printed"),
    [
        (0, "0"),
        (999, "999"),
        (1000, "1.000"),
        (1234567, "1.234.567"),
        (-1234, "-1.234"),
    ],
)
def test_whole_numbers_are_grouped_with_dots(number: int, printed: str) -> None:
    assert format_integer(number) == printed


@pytest.mark.parametrize(
    ("number", "printed"),
    [
        ("15.5", "15,5"),
        ("15.0", "15"),
        ("0.05", "0,1"),
        ("0.04", "0"),
        ("-0.04", "0"),
        ("1234.25", "1.234,3"),
        ("99.95", "100"),
        ("1E+3", "1.000"),
    ],
)
def test_decimals_take_a_comma_and_one_place_at_most(number: str, printed: str) -> None:
    assert format_decimal(Decimal(number)) == printed


def test_more_places_may_be_asked_for() -> None:
    assert format_decimal(Decimal("2.345"), 2) == "2,35"


def test_a_percentage_is_printed_with_its_sign() -> None:
    assert format_percent(Decimal("66.7")) == "66,7%"
    assert format_percent(100) == "100%"


@pytest.mark.parametrize(
    ("part", "whole", "value"),
    [
        (2, 3, "66.7"),
        (1, 3, "33.3"),
        (1, 2000, "0.1"),
        (1, 2001, "0.0"),
        (5, 5, "100"),
        (0, 5, "0"),
        (7, 5, "140"),
        (1, 800, "0.1"),
        (3, 800, "0.4"),
        (Decimal("0.5"), 1, "50"),
    ],
)
def test_percent_is_rounded_half_up(part: int, whole: int, value: str) -> None:
    assert percent(part, whole) == Decimal(value)


@pytest.mark.parametrize(("part", "whole"), [(None, 5), (5, None), (5, 0), (0, 0)])
def test_percent_of_nothing_is_unknown(part: int | None, whole: int | None) -> None:
    assert percent(part, whole) is None


@given(st.integers(0, 10**9), st.integers(1, 10**9))
def test_percent_is_exact_to_half_a_tenth(part: int, whole: int) -> None:
    value = percent(part, whole)
    assert value is not None
    tenths = int(value * 10)
    assert (2 * tenths - 1) * whole <= 2000 * part < (2 * tenths + 1) * whole


def test_halves_go_away_from_zero() -> None:
    assert round_half_up(Decimal("-0.25")) == Decimal("-0.3")
    assert round_half_up(Decimal("2.5"), 0) == 3
