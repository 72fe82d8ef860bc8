"""Of the press: how soon, who came, and what was asked."""

from dataclasses import replace

import pytest

from desktop.records.activity import Activity, ActivityKind, ActivityState
from desktop.records.identity import Code
from desktop.rules.entry_press import AD_HOC, check
from tests.builders import at
from tests.rules.entries import ACTIVITY, DAY, KNOWN, OFFICE, TOMORROW, spoilt

MEETING = replace(
    ACTIVITY,
    kind=ActivityKind.PRESS_INFORMATION,
    requested_at=at(f"{DAY}T08:00"),
    held_at=at(f"{DAY}T14:30"),
    occasion=AD_HOC,
)


def told(record: Activity) -> list[tuple[str, str, bool]]:
    """Return field, code and whether it blocks, of every problem."""
    return [(p.field, p.code, p.blocking) for p in check(record, KNOWN)]


def test_a_meeting_soon_after_it_was_asked_for_is_sound() -> None:
    assert told(MEETING) == []


def test_a_meeting_before_it_was_asked_for_is_refused() -> None:
    early = spoilt(MEETING, held_at=at(f"{DAY}T07:59"))
    assert told(early) == [("held_at", "held_before_request", True)]


def test_twenty_four_hours_to_the_minute_are_soon() -> None:
    days = {"last_day": DAY.replace(day=DAY.day + 1)}
    next_day = DAY.replace(day=DAY.day + 1)
    assert told(spoilt(MEETING, held_at=at(f"{next_day}T08:00"), **days)) == []
    late = spoilt(MEETING, held_at=at(f"{next_day}T08:01"), **days)
    (problem,) = check(late, KNOWN)
    assert (problem.field, problem.code) == ("held_at", "held_late")
    assert problem.facts == ("24", "01")
    assert not problem.blocking


@pytest.mark.parametrize("missing", ["requested_at", "held_at"])
def test_nobody_can_tell_how_soon_when_a_moment_is_missing(missing: str) -> None:
    told_of = [
        (field, code) for field, code, _ in told(spoilt(MEETING, **{missing: None}))
    ]
    assert told_of == [(missing, "haste_unknown")]


@pytest.mark.parametrize(
    "changes", [{"occasion": Code("periodic")}, {"state": ActivityState.PLANNED}]
)
def test_only_what_was_held_at_short_notice_needs_its_moments(
    changes: dict[str, object],
) -> None:
    assert told(spoilt(MEETING, requested_at=None, held_at=None, **changes)) == []


def test_a_moment_on_another_day_is_doubted_and_one_to_come_refused() -> None:
    other = spoilt(MEETING, occasion=None, held_at=at(f"{DAY.replace(day=28)}T08:00"))
    assert told(other) == [("held_at", "held_on_other_day", False)]
    later = spoilt(MEETING, requested_at=at(f"{TOMORROW}T08:00"), held_at=None)
    assert ("requested_at", "in_future", True) in told(later)


@pytest.mark.parametrize(
    ("part", "whole", "code"),
    [
        ("answers", "questions", "answers_above_questions"),
        ("attended", "invited", "attended_above_invited"),
    ],
)
def test_a_part_is_no_more_than_its_whole(part: str, whole: str, code: str) -> None:
    assert told(spoilt(MEETING, **{part: 3, whole: 3})) == []
    assert told(spoilt(MEETING, **{part: 4, whole: 3})) == [(part, code, True)]
    assert told(spoilt(MEETING, **{part: 4})) == [(whole, "whole_missing", False)]
    assert told(spoilt(MEETING, **{whole: 3})) == []


def test_who_leads_is_no_co_chair() -> None:
    doubled = spoilt(MEETING, co_chairs=(OFFICE,))
    assert told(doubled) == [("co_chairs", "partner_is_lead", False)]


def test_a_conference_that_is_over_tells_who_was_invited_and_who_came() -> None:
    attended = replace(ACTIVITY, kind=ActivityKind.PRESS_ATTENDANCE)
    assert told(attended) == [
        ("invited", "missing", True),
        ("attended", "missing", True),
    ]
    assert told(replace(attended, invited=2, attended=1)) == []
    assert told(replace(attended, state=ActivityState.PLANNED)) == []
