"""Times of tasks in the words of the plans (002-D2, 003-D5, 000-N6, 004)."""

import pytest

from desktop.files.catalogue import load_catalogues
from desktop.files.task_table.words import load_words
from desktop.rules.task_time import TaskTime, parse_time

WORDS = load_words().times
RANGE, YEAR = "range_of_years", "one_year"


@pytest.mark.parametrize(
    ("text", "kind", "first", "last"),
    [
        ("Từ năm 2023 - 2028", RANGE, 2023, 2028),
        ("Từ năm 2023 – 2028", RANGE, 2023, 2028),
        ("Từ năm 2023\n- 2028", RANGE, 2023, 2028),
        ("từ 2023 đến năm 2028", RANGE, 2023, 2028),
        ("2018 - 2019", RANGE, 2018, 2019),
        ("2018-2020", RANGE, 2018, 2020),
        ("Năm 2018 - 2020", RANGE, 2018, 2020),
        ("Từ năm 2023", RANGE, 2023, None),
        ("Năm 2018", YEAR, 2018, 2018),
        ("Quý IV/2018", YEAR, 2018, 2018),
        ("Thường xuyên trong năm", "all_the_time", None, None),
        ("Thường xuyên", "all_the_time", None, None),
        ("thường xuyên", "all_the_time", None, None),
        ("Hằng năm", "every_year", None, None),
        ("Hàng năm, từ 2023 - 2028", "every_year", 2023, 2028),
        ("hằng tháng", "every_month", None, None),
        ("khi có chỉ đạo", "when_directed", None, None),
        ("Trong vòng 24 giờ", "within_24_hours", None, None),
    ],
)
def test_every_form_the_plans_use_is_understood(
    text: str, kind: str, first: int | None, last: int | None
) -> None:
    told = parse_time(text, WORDS)
    assert told == TaskTime(kind=kind, first_year=first, last_year=last)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["", "  ", "sớm", "2020 - 2018", "12345", "năm 20188"])
def test_what_tells_no_time_is_not_guessed(text: str) -> None:
    assert parse_time(text, WORDS) is None


def test_every_kind_is_a_value_of_the_catalogue() -> None:
    known = {one.code for one in load_catalogues() if one.catalogue == "task_time"}
    assert {one.kind for one in WORDS} | {RANGE, YEAR} <= known
