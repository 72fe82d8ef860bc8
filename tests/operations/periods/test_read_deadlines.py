"""When reports are due, and how much time is left at the moment of the tests."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from desktop.operations.periods.read_deadlines import (
    Due,
    due_here,
    open_plans,
    read_deadlines,
    read_work_days,
)
from desktop.records.activity import ActivityState
from desktop.records.identity import AgencyId, PlanId
from desktop.records.period import DayOff, Deadline, DeadlineKind
from desktop.records.plan import Plan, PlanState
from desktop.store import preferences, records
from desktop.store.store import Store
from tests import builders

D = dt.date
ABOVE = PlanId("ke-hoach-cap-tren")
HANOI = dt.timezone(dt.timedelta(hours=7))


def keep(store: Store, *many: Any) -> None:
    with store.change("keep") as change:
        for one in many:
            records.put(change, one)


def a_deadline(code: str, kind: str, **more: Any) -> Deadline:
    values: dict[str, Any] = {"plan": ABOVE, "text": code, "reporters": "Đơn vị"}
    values |= {"id": f"{ABOVE}/{code}", "kind": DeadlineKind(kind)}
    return Deadline(**(values | more))


def second_plan(store: Store, **changes: Any) -> Plan:
    """Put the plan of the office above beside the office's own."""
    first = open_plans(store.reader, kept(store))[0]
    plan = replace(first, id=ABOVE, title="Kế hoạch cấp trên", parent=None, **changes)
    keep(store, plan)
    return plan


def kept(store: Store) -> Any:
    found = preferences.get(store.reader)
    assert found is not None
    return found


def codes(dues: tuple[Due, ...]) -> list[str]:
    return [one.key.rpartition("/")[2] for one in dues]


def press(**changes: Any) -> Any:
    """Return a request that nobody has answered yet."""
    values: dict[str, Any] = {
        "kind": "press_information",
        "state": ActivityState.PLANNED,
        "first_day": D(2024, 12, 20),
        "last_day": D(2024, 12, 20),
        "form": None,
        "requested_at": dt.datetime(2024, 12, 19, 10, 30, tzinfo=HANOI),
    }
    return builders.an_activity(**(values | changes))


def test_a_report_due_before_a_day_is_in_time_on_the_day_before(store: Store) -> None:
    first, second = read_deadlines(store, 2024)
    assert first.last_day == dt.date(2024, 11, 24)
    assert first.left == -26  # the clock of the tests stands at 20/12/2024
    assert second.last_day is None
    assert second.left is None


def test_days_are_left_until_the_year_after(store: Store) -> None:
    assert read_deadlines(store, 2025)[0].left == 339


def test_units_report_to_the_office_by_the_deadline_that_names_it(
    store: Store,
) -> None:
    dues = read_deadlines(store, 2024)
    due = due_here(dues, kept(store))
    assert due is not None
    assert due.deadline.recipient == kept(store).agency
    assert due.to_here
    assert not due.owed_here
    assert dues[1].owed_here
    assert due_here((), kept(store)) is None


def test_the_last_working_day_is_told_before_a_day_off(store: Store) -> None:
    assert read_deadlines(store, 2024)[0].working_day == D(2024, 11, 22)
    keep(store, DayOff(id="x", day=D(2024, 11, 22), name="Nghỉ"))
    assert read_deadlines(store, 2024)[0].working_day == D(2024, 11, 21)
    keep(store, DayOff(id="y", day=D(2024, 11, 23), name="Làm bù", working=True))
    assert read_deadlines(store, 2024)[0].working_day == D(2024, 11, 23)


def test_holidays_of_every_year_need_not_be_entered(store: Store) -> None:
    work = read_work_days(store.reader)
    days = (D(2024, 1, 1), D(2024, 4, 30), D(2025, 5, 1), D(2024, 9, 2))
    assert not [day for day in days if work.works(day)]
    assert work.works(D(2024, 9, 3)), "the second day moves: the officer enters it"


def test_of_two_plans_every_deadline_is_listed_and_the_earliest_marked(
    store: Store,
) -> None:
    second_plan(store)
    keep(
        store,
        a_deadline("half", "half_yearly", due_month=6, due_day=20),
        a_deadline("year", "yearly", due_month=11, due_day=20),
        a_deadline("info", "half_yearly", due_month=3, due_day=30, informative=True),
        a_deadline("asked", "ad_hoc"),
    )
    dues = read_deadlines(store, 2025)
    assert codes(dues) == ["info", "half", "year", "D1", "D2", "asked"]
    assert [one.last_day for one in dues[:4]] == [
        D(2025, 3, 29),
        D(2025, 6, 19),
        D(2025, 11, 19),
        D(2025, 11, 24),
    ]
    assert [one.earliest for one in dues] == [False, True, False, False, False, False]
    assert next(one.plan.title for one in dues if one.plan) == "Kế hoạch cấp trên"
    assert dues[-1].on_request


def test_what_is_over_is_not_the_earliest(store: Store) -> None:
    assert not [one for one in read_deadlines(store, 2024) if one.earliest]


@pytest.mark.parametrize("state", [PlanState.CLOSED, PlanState.DRAFT])
def test_a_plan_that_is_not_in_force_asks_for_nothing(
    store: Store, state: PlanState
) -> None:
    second_plan(store, state=state)
    keep(store, a_deadline("half", "half_yearly", due_month=6, due_day=20))
    assert codes(read_deadlines(store, 2025)) == ["D1", "D2"]


def test_a_review_counted_in_years_is_shown_when_its_year_comes(store: Store) -> None:
    second_plan(store)
    since = D(2022, 9, 14)
    keep(
        store,
        a_deadline("mid", "mid_term", counted_from=since, after_years=3),
        a_deadline("final", "final", counted_from=since, after_years=5),
    )
    found = {one.key.rpartition("/")[2]: one for one in read_deadlines(store, 2025)}
    assert (found["mid"].last_day, found["mid"].duty) == (D(2025, 9, 14), "once")
    assert found["final"].last_day == D(2027, 9, 14)
    assert found["mid"].working_day == D(2025, 9, 12)


# --- requests ------------------------------------------------------------------------


def within(store: Store, hours: int = 24) -> None:
    second_plan(store)
    keep(store, a_deadline("hours", "within_hours", within_hours=hours))


def test_a_request_is_to_be_answered_within_its_hours(store: Store) -> None:
    within(store)
    keep(store, press(id="ask"))
    first, *rest = read_deadlines(store, 2024)
    assert first.until == dt.datetime(2024, 12, 20, 10, 30, tzinfo=HANOI)
    assert first.key == f"{ABOVE}/hours/ask"
    assert not first.earliest, "it is no report"
    assert first.owed_here
    assert first.last_day == D(2024, 12, 20)
    assert codes(tuple(rest)) == ["D1", "D2", "hours"]
    assert rest[-1].on_request


@pytest.mark.parametrize(
    "changes",
    [
        {"held_at": dt.datetime(2024, 12, 19, 15, 0, tzinfo=HANOI)},
        {"requested_at": None},
        {"state": ActivityState.CANCELLED},
        {"state": ActivityState.DONE},
        {"kind": "training"},
    ],
)
def test_what_was_answered_or_never_asked_has_no_clock(
    store: Store, changes: dict[str, Any]
) -> None:
    within(store)
    keep(store, press(**changes))
    assert not [one for one in read_deadlines(store, 2024) if one.activity]


def test_a_plan_that_counts_no_hours_has_no_clock(store: Store) -> None:
    keep(store, press())
    assert not [one for one in read_deadlines(store, 2024) if one.activity]


def test_requests_are_in_the_order_of_their_hours(store: Store) -> None:
    within(store)
    later = dt.datetime(2024, 12, 20, 7, 0, tzinfo=HANOI)
    keep(store, press(id="b", requested_at=later), press(id="a"))
    assert codes(read_deadlines(store, 2024))[:2] == ["a", "b"]


def test_an_empty_file_has_no_deadlines(store: Store) -> None:
    with store.change("forget") as change:
        change.write("preferences", "office", None)
    assert read_deadlines(store, 2024) == ()


def test_a_deadline_that_names_others_is_not_owed_here(store: Store) -> None:
    second_plan(store)
    named = a_deadline(
        "others", "yearly", due_month=6, due_day=1, owing=(AgencyId(builders.UNIT),)
    )
    keep(store, named)
    (found,) = [
        one for one in read_deadlines(store, 2025) if one.deadline.id == named.id
    ]
    assert not found.owed_here
    assert not found.to_here
