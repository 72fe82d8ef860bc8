"""Deadlines in words."""

import datetime as dt

import pytest

from desktop.gui.pages import deadline_words
from desktop.operations.read_deadlines import Due
from desktop.records.period import Deadline, DeadlineKind


def due(left: int | None, month: int | None = 11, day: int | None = 25) -> Due:
    last = None if left is None else dt.date(2024, 11, 24)
    deadline = Deadline(
        id="D",
        plan="p",  # type: ignore[arg-type]
        kind=DeadlineKind.YEARLY,
        text="Hằng năm",
        reporters="Các đơn vị",
        due_month=month,
        due_day=day,
    )
    return Due(deadline=deadline, last_day=last, left=left)


@pytest.mark.parametrize(
    ("left", "words", "sentence"),
    [
        (4, "Còn 4 ngày", "còn 4 ngày đến hạn 24/11/2024"),
        (0, "Hôm nay là ngày cuối", "hôm nay (24/11/2024) là ngày cuối báo cáo"),
        (-1, "Đã qua hạn", "hạn báo cáo 24/11/2024 đã qua"),
        (None, "", "chưa nhập thời hạn báo cáo"),
    ],
)
def test_days_left_are_said(left: int | None, words: str, sentence: str) -> None:
    assert deadline_words.left(due(left)) == words
    assert deadline_words.headline((due(left),)) == sentence


def test_the_nearest_day_ahead_is_the_one_spoken_of() -> None:
    assert "4 ngày" in deadline_words.headline((due(-30), due(4), due(None)))
    assert deadline_words.headline(()) == ""


def test_a_day_nobody_told_is_said_to_be_missing() -> None:
    assert deadline_words.last_day(due(None)) == "Chưa nhập thời hạn"
    assert deadline_words.before(due(None, None, None).deadline) == ""
    assert deadline_words.before(due(4).deadline) == "25/11"


def test_a_near_day_is_marked_and_a_far_one_is_not() -> None:
    assert deadline_words.colour(due(10)) == "warn"
    assert deadline_words.colour(due(200)) == ""
    assert deadline_words.colour(due(-3)) == "quiet"
