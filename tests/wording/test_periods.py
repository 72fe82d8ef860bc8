"""Tests of the words for periods."""

import datetime as dt

import pytest

from desktop.files.catalogue import load_regimes
from desktop.rules.calendar import parse_period
from desktop.wording.periods import days_phrase, period_label, period_phrase


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("2024", "Năm 2024"),
        ("2024-H1", "6 tháng đầu năm 2024"),
        ("2024-H2", "6 tháng cuối năm 2024"),
        ("2024-Q1", "Quý I năm 2024"),
        ("2024-Q3", "Quý III năm 2024"),
        ("2024-Q4", "Quý IV năm 2024"),
        ("2024-M07", "Tháng 7 năm 2024"),
        ("2024-M12", "Tháng 12 năm 2024"),
        ("2024-N9", "9 tháng đầu năm 2024"),
        ("2024@14/11", "Năm 2024 (số liệu đến ngày 14/11/2024)"),
        (
            "2024-H1@decree_09",
            "6 tháng đầu năm 2024 (từ ngày 15/12/2023 đến ngày 14/06/2024)",
        ),
        ("1/1/2024-14/11/2024", "Từ ngày 01/01/2024 đến ngày 14/11/2024"),
    ],
)
def test_a_period_is_called_as_offices_call_it(code: str, words: str) -> None:
    assert period_label(parse_period(code, load_regimes())) == words


def test_inside_a_sentence_it_begins_small() -> None:
    assert period_phrase(parse_period("2024-Q3")) == "quý III năm 2024"


def test_a_file_tells_its_period_by_code_and_days() -> None:
    first, last = dt.date(2024, 7, 1), dt.date(2024, 12, 31)
    assert days_phrase("2024-H2", first, last) == "6 tháng cuối năm 2024"
    assert days_phrase("custom", first, last) == (
        "từ ngày 01/07/2024 đến ngày 31/12/2024"
    )
    assert days_phrase("2024-H2", None, None) == "2024-H2"
