"""Tests of the checks of each kind of entry."""

import datetime as dt
from decimal import Decimal

import pytest

from desktop.errors import Problem
from desktop.records.activity import ActivityState, AudienceCount, Spending, StaffCount
from desktop.records.agency import Agency
from desktop.records.catalogue import CatalogueItem
from desktop.records.identity import AgencyId, Code, TargetId, TaskId
from desktop.records.target import Milestone
from desktop.records.task import TaskProgress, TaskState
from desktop.rules.entry_kinds import check
from tests.rules.entries import (
    ACTIVITY,
    BROADCAST,
    DATA_SOURCE,
    DEPARTURE,
    HEADCOUNT,
    KNOWN,
    POSTING,
    PRODUCT,
    SPOKESPERSON,
    TALLY,
    TODAY,
    TOMORROW,
    UNIT_PLAN,
    spoilt,
)

OUTSIDE = dt.date(2022, 12, 31)
LATER = dt.date(2029, 1, 1)


def told(record: object) -> list[tuple[str, str, bool]]:
    """Return field, code and whether it blocks, of every problem."""
    return [(p.field, p.code, p.blocking) for p in check(record, KNOWN)]


def test_done_tomorrow_is_refused() -> None:
    tomorrow = spoilt(ACTIVITY, last_day=TOMORROW)
    assert told(tomorrow) == [("last_day", "done_in_future", True)]
    assert told(spoilt(ACTIVITY, last_day=TODAY)) == []
    assert told(spoilt(tomorrow, state=ActivityState.PLANNED)) == []


def test_planned_for_a_day_that_is_over_is_doubted() -> None:
    planned = spoilt(ACTIVITY, state=ActivityState.PLANNED)
    assert told(planned) == [("state", "planned_in_past", False)]


def test_people_at_what_was_cancelled_are_doubted() -> None:
    cancelled = spoilt(ACTIVITY, state=ActivityState.CANCELLED, attendance=5)
    assert told(cancelled) == [("attendance", "cancelled_with_people", False)]
    assert told(spoilt(cancelled, attendance=0)) == []


def test_an_activity_lies_in_the_years_of_the_plan() -> None:
    assert told(spoilt(ACTIVITY, first_day=OUTSIDE)) == [
        ("first_day", "outside_plan", True)
    ]
    assert told(spoilt(ACTIVITY, last_day=OUTSIDE)) == [
        ("last_day", "outside_plan", True),
        ("last_day", "last_before_first", True),
    ]


@pytest.mark.parametrize("record", [ACTIVITY, PRODUCT, POSTING, BROADCAST])
def test_an_entry_without_task_is_doubted(record: object) -> None:
    assert told(spoilt(record, tasks=())) == [("tasks", "no_task", False)]


@pytest.mark.parametrize(
    ("people", "attendance", "refused"),
    [(10, 10, False), (11, 10, True), (11, None, False), (None, 5, False)],
)
def test_people_are_not_more_than_the_attendance(
    people: int | None, attendance: int | None, refused: bool
) -> None:
    record = spoilt(ACTIVITY, people=people, attendance=attendance)
    facts = "11", "10"
    expected = [Problem("people", "people_above_attendance", facts)]
    assert list(check(record, KNOWN)) == (expected if refused else [])


def test_nobody_at_what_was_done_is_doubted() -> None:
    assert told(spoilt(ACTIVITY, attendance=0)) == [
        ("attendance", "zero_attendance", False)
    ]
    planned = spoilt(ACTIVITY, attendance=0, state="planned", last_day=TODAY)
    assert told(planned) == []


def test_audiences_beyond_the_attendance_are_doubted() -> None:
    rows = tuple(
        AudienceCount(audience=Code(name), attendance=6) for name in ("a", "b")
    )
    assert list(check(spoilt(ACTIVITY, attendance=11, audiences=rows), KNOWN)) == [
        Problem("audiences", "audiences_above_attendance", ("12", "11"), blocking=False)
    ]
    assert told(spoilt(ACTIVITY, attendance=12, audiences=rows)) == []


@pytest.mark.parametrize("name", ["first_updated", "first_trained", "first_complete"])
def test_firsts_are_not_more_than_the_people(name: str) -> None:
    sound = StaffCount(group=Code("a"), people=5)
    bad = StaffCount(group=Code("b"), people=5, **{name: 6})  # type: ignore[arg-type]
    assert list(check(spoilt(ACTIVITY, staff=(sound, bad)), KNOWN)) == [
        Problem("staff", "firsts_above_people", ("6", "5", "2"))
    ]


def test_complete_without_anything_first_is_doubted() -> None:
    row = StaffCount(group=Code("a"), people=5, first_updated=1, first_complete=2)
    assert told(spoilt(ACTIVITY, staff=(row,))) == [
        ("staff", "complete_above_firsts", False)
    ]


def test_staff_beyond_the_people_are_doubted() -> None:
    rows = tuple(StaffCount(group=Code(name), people=3) for name in ("a", "b"))
    assert list(check(spoilt(ACTIVITY, people=5, staff=rows), KNOWN)) == [
        Problem("staff", "staff_above_people", ("6", "5"), blocking=False)
    ]
    assert told(spoilt(ACTIVITY, people=6, staff=rows)) == []
    assert told(spoilt(ACTIVITY, staff=rows)) == []


def test_the_lead_is_not_its_own_partner() -> None:
    record = spoilt(ACTIVITY, partners=(ACTIVITY.agency,))
    assert told(record) == [("partners", "partner_is_lead", False)]


@pytest.mark.parametrize(
    ("planned", "spent", "doubted"),
    [(10, 10, False), (10, 11, True), (0, 11, False)],
)
def test_spending_beyond_what_was_planned_is_doubted(
    planned: int, spent: int, doubted: bool
) -> None:
    row = Spending(source=Code("a"), planned=planned, spent=spent)
    expected = [("spending", "spent_above_planned", False)] if doubted else []
    assert told(spoilt(ACTIVITY, spending=(row,))) == expected


@pytest.mark.parametrize("name", ["minutes", "times"])
def test_a_broadcast_lasts_and_is_heard(name: str) -> None:
    assert told(spoilt(BROADCAST, **{name: 0})) == [(name, "below_one", True)]
    assert told(spoilt(BROADCAST, **{name: 1})) == []


@pytest.mark.parametrize(
    ("record", "field"),
    [
        (PRODUCT, "first_published"),
        (PRODUCT, "online_since"),
        (DATA_SOURCE, "recorded_on"),
        (DATA_SOURCE, "online_since"),
        (POSTING, "last_day"),
        (BROADCAST, "last_day"),
        (HEADCOUNT, "as_of"),
        (DEPARTURE, "left_on"),
        (TALLY, "last_day"),
        (TALLY, "document_date"),
        (SPOKESPERSON, "document_date"),
        (UNIT_PLAN, "issued_on"),
    ],
)
def test_nothing_recorded_is_still_to_come(record: object, field: str) -> None:
    assert told(spoilt(record, **{field: TOMORROW})) == [(field, "in_future", True)]


@pytest.mark.parametrize(
    ("record", "field"),
    [
        (PRODUCT, "first_published"),
        (DATA_SOURCE, "recorded_on"),
        (POSTING, "first_day"),
        (BROADCAST, "first_day"),
        (DEPARTURE, "left_on"),
        (TALLY, "first_day"),
    ],
)
def test_entries_lie_in_the_years_of_the_plan(record: object, field: str) -> None:
    assert told(spoilt(record, **{field: OUTSIDE})) == [(field, "outside_plan", True)]


def test_people_counted_before_the_plan_began_still_serve() -> None:
    assert told(spoilt(HEADCOUNT, as_of=OUTSIDE)) == []


def test_a_departure_is_of_somebody() -> None:
    assert told(spoilt(DEPARTURE, people=0)) == [("people", "below_one", True)]


def test_a_tally_needs_its_document() -> None:
    assert told(spoilt(TALLY, document_number=" ")) == [
        ("document_number", "missing", True)
    ]


def test_more_handled_than_detected_is_doubted() -> None:
    assert list(check(spoilt(TALLY, handled=6), KNOWN)) == [
        Problem("handled", "handled_above_detected", ("6", "5"), blocking=False)
    ]
    assert told(spoilt(TALLY, handled=5)) == []


def test_made_public_without_a_document_is_doubted() -> None:
    public = spoilt(SPOKESPERSON, made_public=True)
    assert told(public) == [("document_number", "public_without_document", False)]
    assert told(spoilt(public, document_number="3/QĐ")) == []


@pytest.mark.parametrize("record", [SPOKESPERSON, UNIT_PLAN])
def test_a_yearly_entry_is_of_a_year_of_the_plan(record: object) -> None:
    assert told(spoilt(record, year=2029)) == [("year", "year_outside_plan", True)]


def test_states_of_tasks_and_milestones_are_of_a_year_of_the_plan() -> None:
    state = TaskState(
        id="s", task=TaskId("t"), year=2022, progress=TaskProgress.UNDER_WAY
    )
    assert told(state) == [("year", "year_outside_plan", True)]
    milestone = Milestone(id="m", target=TargetId("t"), year=2024, value=Decimal(-1))
    assert told(milestone) == [("value", "negative", True)]
    assert told(spoilt(milestone, value=Decimal(0))) == []


def test_an_agency_has_a_name_and_existed_forwards() -> None:
    agency = Agency(
        id=AgencyId("a"),
        name="",
        parent=AgencyId("a"),
        valid_from=LATER,
        valid_to=OUTSIDE,
    )
    assert told(agency) == [
        ("name", "missing", True),
        ("valid_to", "last_before_first", True),
        ("parent", "own_parent", True),
    ]
    assert told(Agency(id=AgencyId("a"), name="Phòng", valid_from=LATER)) == []


def test_a_value_of_a_catalogue_has_a_name_and_a_code() -> None:
    nameless = CatalogueItem(catalogue="theme", code=Code(""), name=" ")
    assert told(nameless) == [("name", "missing", True), ("code", "missing", True)]
    sound = CatalogueItem(catalogue="theme", code=Code("law"), name="Luật")
    assert told(sound) == []


def test_documents_make_complete_only_whom_they_reach() -> None:
    row = StaffCount(group=Code("officials"), people=5, first_equipped=4)
    bare = spoilt(ACTIVITY, staff=(row,))
    assert told(bare) == [("staff", "equipped_above_firsts", False)]
    given = spoilt(ACTIVITY, staff=(spoilt(row, document_sets=4),))
    assert told(given) == [], "trained before, and given documents now"
    many = spoilt(ACTIVITY, staff=(spoilt(row, first_equipped=6, document_sets=6),))
    assert told(many) == [("staff", "firsts_above_people", True)]


def test_what_was_detected_is_part_of_all_that_was_counted() -> None:
    assert told(spoilt(TALLY, total=5)) == []
    assert told(spoilt(TALLY, total=4)) == [("total", "detected_above_total", True)]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"items": 3, "sent": 3}, None),
        ({"items": 3, "sent": 2}, ("sent", "sent_below_items", False)),
        ({"items": 3, "contributed": 3}, None),
        (
            {"items": 3, "contributed": 4},
            ("contributed", "contributed_above_items", False),
        ),
        ({"items": 3, "sent": 5, "contributed": 5}, None),
    ],
)
def test_items_sent_and_contributed_go_with_those_that_appeared(
    changes: dict[str, int], expected: tuple[str, str, bool] | None
) -> None:
    assert told(spoilt(POSTING, **changes)) == ([expected] if expected else [])


def test_a_spokesperson_is_made_public_after_being_assigned() -> None:
    day = dt.date(2024, 5, 6)
    check_of = spoilt(
        SPOKESPERSON, document_number="1/QĐ", document_date=day, made_public=True
    )
    assert told(spoilt(check_of, public_since=day)) == []
    early = spoilt(check_of, public_since=dt.date(2024, 5, 5))
    assert told(early) == [("public_since", "public_before_document", False)]
    unsaid = spoilt(check_of, public_since=day, made_public=False)
    assert told(unsaid) == [("made_public", "day_without_public", False)]
    later = spoilt(check_of, public_since=TOMORROW)
    assert told(later) == [("public_since", "in_future", True)]
