"""What plans ask of agencies goes to their heirs."""

import datetime as dt
from dataclasses import replace

from desktop.operations.agencies.handing_on import (
    carry_plans,
    move_deadlines,
    move_recipient,
    move_scopes,
)
from desktop.operations.agencies.succeeding import Decided
from desktop.records.identity import AgencyId, PlanId
from desktop.records.period import Deadline
from desktop.records.plan import Plan
from desktop.records.target import Milestone, Target
from desktop.store import preferences, records
from desktop.store.store import Store
from tests import builders
from tests.operations.changed_agencies import ABOVE, DAY, DECIDED, EVE, LA, MAR, MON

OWN = AgencyId(builders.OWN)
HEIRS = {OWN: MAR, ABOVE: LA}


def versions(store: Store, code: str) -> list[Target]:
    found = records.find(store.reader, Target, where={"code": code})
    return sorted(found, key=lambda one: one.valid_from or dt.date.min)


def test_duties_are_owed_and_received_by_heirs_each_once(store: Store) -> None:
    due = records.get(store.reader, Deadline, f"{builders.PLAN}/D1")
    assert due is not None
    with store.change("test") as change:
        records.put(change, replace(due, owing=(OWN, MAR, MON)))
        move_deadlines(change, HEIRS)
    moved = {one.id: one for one in records.find(store.reader, Deadline)}
    assert moved[due.id].owing == (MAR, MON)
    assert moved[due.id].recipient == MAR
    assert moved[f"{builders.PLAN}/D2"].recipient == LA


def test_a_scope_moves_in_a_version_with_its_planned_numbers(store: Store) -> None:
    (old,) = versions(store, "T1")
    planned = Milestone(
        id=f"{old.id}/2026", target=old.id, year=2026, value=old.tolerance
    )
    with store.change("test") as change:
        records.put(change, planned)
        move_scopes(change, HEIRS, DECIDED)
    before, after = versions(store, "T1")
    assert (before.valid_to, before.scope) == (EVE, old.scope)
    assert (after.valid_from, after.decision) == (DAY, DECIDED.number)
    assert after.id == f"{old.goal}@{DAY}"
    assert MAR in after.scope
    assert OWN not in after.scope
    assert records.get(store.reader, Milestone, f"{after.id}/2026") is not None
    assert len(versions(store, "T3")) == 1


def test_a_version_that_begins_later_is_mended_and_one_that_ended_is_left(
    store: Store,
) -> None:
    (old,) = versions(store, "T1")
    with store.change("test") as change:
        records.put(change, replace(old, valid_to=dt.date(2024, 12, 31)))
        later = replace(old, id=f"{old.goal}@2026", valid_from=dt.date(2026, 1, 1))  # type: ignore[arg-type]
        records.put(change, later)
        move_scopes(change, HEIRS, DECIDED)
    past, future = versions(store, "T1")
    assert past.scope == old.scope
    assert MAR in future.scope


def test_plans_over_by_then_are_carried_by_nobody(store: Store) -> None:
    plan = records.get(store.reader, Plan, builders.PLAN)
    assert plan is not None
    past = replace(plan, id=PlanId("past"), last_day=EVE)
    with store.change("test") as change:
        records.put(change, past)
        carry_plans(change, {plan.issuer: MAR}, DAY)
    found = {one.id: one.carried_by for one in records.find(store.reader, Plan)}
    assert found == {plan.id: MAR, past.id: None}


def test_reports_go_to_the_heir_of_their_recipient(store: Store) -> None:
    with store.change("test") as change:
        move_recipient(change, {MON: MAR})
    assert not change.touched
    with store.change("test") as change:
        move_recipient(change, HEIRS)
    kept = preferences.get(store.reader)
    assert kept is not None
    assert kept.recipient == LA
    assert Decided(day=DAY).number == ""
