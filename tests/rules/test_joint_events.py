"""Which entries may be accounts of one event."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from desktop.errors import Problem
from desktop.records.activity import Activity, ActivityKind, ActivityState
from desktop.records.identity import AgencyId, RecordId, TaskId
from desktop.rules.joint_events import (
    SharedEvent,
    account,
    check,
    refusal,
    with_lead,
)
from tests.builders import DAY, OWN, UNIT, an_activity

LEAD, OTHER = RecordId("lead"), RecordId("other")
THIRD = "ubnd-xa-dak-la"


def an_entry(name: str = "other", agency: str = UNIT, **changes: Any) -> Activity:
    return an_activity("contest", id=name, agency=agency, **changes)


@pytest.mark.parametrize(
    ("reason", "changes"),
    [
        ("", {}),
        ("", {"last_day": DAY + dt.timedelta(days=7)}),
        ("", {"first_day": DAY, "last_day": DAY + dt.timedelta(days=90)}),
        ("event_far_days", {"last_day": DAY + dt.timedelta(days=8)}),
        ("event_far_days", {"last_day": DAY - dt.timedelta(days=8)}),
        ("event_not_done", {"state": ActivityState.PLANNED}),
        ("event_same_agency", {"agency": AgencyId(OWN)}),
        ("event_other_kind", {"kind": ActivityKind.TRAINING}),
    ],
)
def test_why_two_entries_are_no_one_event(reason: str, changes: dict[str, Any]) -> None:
    if "last_day" in changes:
        changes = {"first_day": changes["last_day"], **changes}
    one, other = account(an_entry("lead", OWN)), account(replace(an_entry(), **changes))

    assert (refusal(one, other), refusal(other, one)) == (reason, reason)


def events(*joined: Activity, lead: Activity | None = None) -> dict[RecordId, Any]:
    head = lead or an_entry("lead", OWN)
    found = SharedEvent(lead=account(head), joined=tuple(map(account, joined)))
    return {head.id: found}


def test_what_is_joined_and_what_leads_pass_as_they_are() -> None:
    mine = an_entry(joined_to=LEAD)
    known = events(mine)

    assert list(check(mine, known)) == []
    assert list(check(an_entry("lead", OWN), known)) == []
    assert list(check(an_entry("alone", UNIT), known)) == []


@pytest.mark.parametrize(
    ("entry", "known", "code"),
    [
        (an_entry(joined_to=LEAD), {}, "unknown_event"),
        (
            an_entry(joined_to=LEAD),
            events(lead=an_entry("lead", OWN, joined_to=RecordId("x"))),
            "event_chained",
        ),
        (
            an_entry(joined_to=LEAD),
            {**events(), **events(lead=an_entry())},
            "event_chained",
        ),
        (an_entry("lead", OWN, joined_to=LEAD), events(), "event_chained"),
    ],
    ids=["no such entry", "joined itself", "leads others", "to itself"],
)
def test_there_are_no_chains(
    entry: Activity, known: dict[RecordId, Any], code: str
) -> None:
    assert [one.code for one in check(entry, known)] == [code]


def test_one_agency_has_one_account_of_an_event() -> None:
    first = an_entry("first", THIRD, joined_to=LEAD)
    second = an_entry(agency=THIRD, joined_to=LEAD)

    [problem] = check(second, events(first, second))

    assert (problem.field, problem.code) == ("agency", "event_same_agency")
    assert problem.facts == (first.title,)
    assert problem.blocking


def test_a_lead_that_is_called_off_is_held_to_those_joined_to_it() -> None:
    lead = an_entry("lead", OWN, state=ActivityState.CANCELLED)

    assert list(check(lead, events(an_entry(joined_to=LEAD)))) == [
        Problem("state", "event_not_done", (an_entry().title,))
    ]


def test_the_lead_takes_over_partners_and_tasks_once() -> None:
    lead = an_entry("lead", OWN, partners=(THIRD,), tasks=("a",), joined_to=OTHER)
    others = (
        an_entry("one", UNIT, tasks=("a", "b")),
        an_entry("two", THIRD, tasks=("b",)),
    )

    whole = with_lead(lead, others)

    assert whole.partners == (THIRD, UNIT)
    assert whole.tasks == (TaskId("a"), TaskId("b"))
    assert whole.joined_to is None
