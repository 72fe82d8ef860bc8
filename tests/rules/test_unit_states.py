"""How a unit stands, by what was sent to it and what came back."""

import datetime as dt
from typing import Any

import pytest

from desktop.records.period import Deadline, DeadlineKind
from desktop.records.plan import Plan
from desktop.records.returns import ReturnState
from desktop.rules import unit_states
from desktop.rules.calendar import parse_period
from desktop.rules.unit_states import Rate, Standing
from tests import builders
from tests.operations.reported import a_form, a_return

ZONE = dt.timezone(dt.timedelta(hours=7))
PLAN = Plan(
    id="p",  # type: ignore[arg-type]
    document_type="KẾ HOẠCH",
    title="Kế hoạch",
    issuer="u",  # type: ignore[arg-type]
    territory="",
    first_day=dt.date(2023, 1, 1),
    last_day=dt.date(2028, 12, 31),
)


def deadline(kind: DeadlineKind, **changes: int) -> Deadline:
    return Deadline(
        id=str(kind),
        plan=PLAN.id,
        kind=kind,
        text="",
        reporters="",
        **changes,  # type: ignore[arg-type]
    )


YEARLY = deadline(DeadlineKind.YEARLY, due_month=11, due_day=25)
HALF = deadline(DeadlineKind.HALF_YEARLY, due_month=6, due_day=20)


@pytest.mark.parametrize(
    ("states", "entries", "far"),
    [
        ((), 0, Standing.SENT),
        ((), 2, Standing.ENTERED),
        ((ReturnState.HELD,), 0, Standing.HELD),
        ((ReturnState.HELD,), 2, Standing.ENTERED),
        ((ReturnState.RETURNED,), 2, Standing.FAULTY),
        ((ReturnState.ACCEPTED, ReturnState.RETURNED), 0, Standing.ACCEPTED),
        ((ReturnState.TAKEN_BACK,), 0, Standing.SENT),
    ],
)
def test_what_came_decides_before_what_went_out(
    states: tuple[ReturnState, ...], entries: int, far: Standing
) -> None:
    returns = [a_return(id=str(n), state=one) for n, one in enumerate(states)]
    assert unit_states.standing(returns, [a_form()], entries) is far


H1 = parse_period("2024-H1")
HALF_YEAR: dict[str, Any] = {"period_code": H1.code, "first_day": H1.first_day}


@pytest.mark.parametrize(
    ("code", "newest", "part"),
    [
        ("2024", dt.date(2024, 6, 30), True),
        ("2024", dt.date(2024, 7, 1), False),
        ("2024", None, False),
        ("2024-H1", dt.date(2024, 6, 1), False),
        ("2024-Q2", dt.date(2024, 6, 1), False),
        ("2024-Q3", dt.date(2024, 7, 1), False),
    ],
)
def test_half_a_year_in_files_is_a_part_of_the_year_until_more_is_entered(
    code: str, newest: dt.date | None, part: bool
) -> None:
    closed_early = a_return(**HALF_YEAR, last_day=dt.date(2024, 6, 15))
    period = parse_period(code)
    assert unit_states.only_part([closed_early], period, newest) is part
    assert not unit_states.only_part([], period, newest)


def test_a_part_is_told_unless_its_period_has_a_file_of_its_own() -> None:
    assert unit_states.standing([], [], 3, part=True) is Standing.PART
    came = [a_return(id="r2")]
    assert unit_states.standing(came, [], 3, part=True) is Standing.ACCEPTED
    assert Standing.PART not in unit_states.REPORTED


def test_without_a_form_nothing_happened_yet() -> None:
    assert unit_states.standing((), (), 0) is Standing.NOT_YET


def test_the_newest_accepted_version_speaks_before_what_waits() -> None:
    first, second = a_return(), a_return(id="r2", version=2)
    waits = a_return(id="r3", version=3, state=ReturnState.HELD)
    assert unit_states.speaking((second, waits, first)) == second
    assert unit_states.speaking((waits,)) == waits
    assert unit_states.speaking(()) is None


def test_a_slip_is_no_report() -> None:
    slip = a_return(slip=1, received_at=builders.at("2024-11-01T08:00:00+07:00"))
    assert unit_states.came_on((slip,), ZONE) is None
    assert unit_states.came_on((slip, a_return()), ZONE) == dt.date(2024, 11, 20)


def test_a_period_is_the_same_however_early_it_was_closed() -> None:
    whole, closed = parse_period("2024-H1"), parse_period("2024-H1@20/06")
    assert unit_states.key_of_period(whole) == unit_states.key_of_period(closed)
    other = parse_period("2024-Q1")
    assert unit_states.key_of_period(whole) != unit_states.key_of_period(other)
    span = parse_period("01/01/2024-14/11/2024")
    assert unit_states.key_of_period(span) == (span.first_day, span.last_day)


def test_a_year_is_owed_the_periods_a_plan_names_a_day_for() -> None:
    found = unit_states.periods_owed((YEARLY, HALF), PLAN, 2024)
    assert [one.code for one in found] == ["2024-H1", "2024"]
    assert unit_states.periods_owed((YEARLY,), PLAN, 2022) == ()
    undated = deadline(DeadlineKind.YEARLY)
    assert unit_states.periods_owed((undated,), PLAN, 2024) == ()


def test_rates_add_up() -> None:
    due, came = dt.date(2024, 11, 24), dt.date(2024, 11, 25)
    late = unit_states.rate(Standing.ACCEPTED, came, due)
    timely = unit_states.rate(Standing.ACCEPTED, due, due)
    typed = unit_states.rate(Standing.ENTERED, None, due)
    owed = unit_states.rate(Standing.FAULTY, None, due)
    assert late + timely + typed + owed == Rate(owed=4, reported=3, in_time=1, dated=2)


def test_a_sender_unknown_here_counts_for_who_it_was_matched_with() -> None:
    known = frozenset({builders.UNIT})
    theirs = a_return(sender="their-own-id")
    assert unit_states.sender_of(theirs, known, ()) == builders.UNIT  # type: ignore[arg-type]
