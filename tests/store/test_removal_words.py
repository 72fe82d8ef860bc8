"""Plain values become text as an office writes it."""

import datetime as dt
from decimal import Decimal

import pytest

from desktop.records.activity import ActivityState
from desktop.store.removal_words import plain_words

WORDS = {"yes": "có", "no": "không"}


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (True, "có"),
        (False, "không"),
        (ActivityState.CANCELLED, "Đã hủy"),
        (dt.date(2024, 6, 5), "05/06/2024"),
        (dt.datetime(2024, 6, 5, 8, 30), "08:30, 05/06/2024"),  # noqa: DTZ001
        (1234567, "1.234.567"),
        (Decimal("12.50"), "12,5"),
        ("hai\ndòng", "hai dòng"),
    ],
)
def test_a_value_is_written_as_people_do(value: object, text: str) -> None:
    assert plain_words(value, year=False, words=WORDS) == text


def test_a_year_is_not_grouped() -> None:
    assert plain_words(2024, year=True, words=WORDS) == "2024"
