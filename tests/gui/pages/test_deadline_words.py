"""Deadlines in words."""

import datetime as dt
from dataclasses import replace

import pytest

from desktop.gui.pages import deadline_words
from desktop.operations.periods.read_deadlines import Due
from desktop.records.agency import Agency
from desktop.records.period import Deadline, DeadlineKind
from tests import builders

NOW = builders.NOW


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
        (-1, "Quá 1 ngày", "hạn báo cáo 24/11/2024 đã qua"),
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
    assert deadline_words.before(due(None, None, None)) == ""
    assert deadline_words.before(due(4)) == "25/11"


def test_a_near_day_is_marked_and_a_far_one_is_not() -> None:
    assert deadline_words.colour(due(10)) == "warn"
    assert deadline_words.colour(due(200)) == ""
    assert deadline_words.colour(due(-3)) == "quiet"


def asked(minutes: int) -> Due:
    """Return a request to be answered so many minutes after `NOW`."""
    until = NOW + dt.timedelta(minutes=minutes)
    return replace(due(0), until=until, activity=builders.an_activity(title="Hỏi"))


@pytest.mark.parametrize(
    ("minutes", "said", "colour"),
    [
        (600, "18:00 – còn 10 giờ 00 phút", ""),
        (150, "10:30 – còn 2 giờ 30 phút", "warn"),
        (-5, "07:55 – quá 5 phút", "bad"),
    ],
)
def test_a_request_has_a_clock(minutes: int, said: str, colour: str) -> None:
    assert deadline_words.whole(asked(minutes), NOW) == said
    assert deadline_words.colour(asked(minutes), NOW) == colour
    assert deadline_words.what(asked(minutes)) == "Hỏi"


def test_requests_are_counted_and_are_no_report() -> None:
    assert deadline_words.requests((asked(5), asked(-5))) == (
        "2 yêu cầu đang chờ trả lời"
    )
    assert deadline_words.requests((due(4),)) == ""
    assert "4 ngày" in deadline_words.headline((asked(5), due(4)))


def test_the_earliest_and_what_is_only_to_be_known_are_told_apart() -> None:
    assert deadline_words.what(replace(due(4), earliest=True)) == "► Hằng năm"
    known = replace(due(4), deadline=replace(due(4).deadline, informative=True))
    assert deadline_words.what(known) == "Hằng năm (để biết)"
    assert deadline_words.colour(known) == "quiet"
    assert deadline_words.headline((known,)) == ""


def test_units_are_counted_and_the_first_missing_named() -> None:
    units = tuple(Agency(id=f"a{n}", name=f"Đơn vị {n}") for n in range(8))  # type: ignore[arg-type]
    found = replace(due(4), received=units[:1], missing=units[1:])
    assert deadline_words.units(found) == "1/8"
    assert deadline_words.units(due(4)) == ""
    assert "Đơn vị 5 và 2 đơn vị khác" in deadline_words.tip(found)


def test_this_year_needs_no_year() -> None:
    assert deadline_words.whole(due(4), NOW) == "24/11 – còn 4 ngày"
    later = NOW.replace(year=2025)
    assert deadline_words.whole(due(4), later) == "24/11/2024 – còn 4 ngày"


def test_what_is_due_on_request_lacks_no_day() -> None:
    wished = replace(due(None).deadline, kind=DeadlineKind.AD_HOC)
    found = replace(due(None), deadline=wished)
    assert deadline_words.last_day(found) == "Khi có yêu cầu"
    assert deadline_words.colour(found) == "quiet"
    assert deadline_words.headline((found,)) == ""


def test_who_sends_what_to_whom_stands_on_the_board_cut_to_lines() -> None:
    known = due(4)
    named = replace(known.deadline, recipient_text="Sở " * 40)
    said = deadline_words.owed(replace(known, deadline=named))
    subject, whom = said.split("\n")
    assert subject == "Hằng năm"
    assert whom.startswith("Các đơn vị → Sở Sở")
    assert whom.endswith("…")
    assert len(whom) < 70
    assert deadline_words.owed(asked(5)) == "Hỏi", "nobody owes what was only asked"


def test_an_hour_of_another_day_is_told_with_its_day() -> None:
    said = deadline_words.whole(asked(24 * 60), NOW)
    assert said.startswith(f"{asked(24 * 60).until:%H:%M %d/%m} – còn 24 giờ")
