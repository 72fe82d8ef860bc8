"""Versions go from the last to the first; a target something names stays."""

import datetime as dt
from decimal import Decimal

from desktop.operations.entries.record_entry import record
from desktop.operations.plans.new_target_version import new_target_version
from desktop.operations.plans.put_milestones import put_milestones
from desktop.operations.plans.remove_target import remove_target
from desktop.records.identity import RecordId, TargetId
from desktop.records.target import Estimate, Target
from desktop.store.store import Store
from tests.operations.plan_office import conflict, every, is_one_deed, target

DAY = dt.date(2025, 7, 1)


def test_a_target_goes_with_its_numbers(store: Store) -> None:
    one = target(store, "T3").id
    put_milestones(store, one, 2024, Decimal(2))
    is_one_deed(store, lambda: remove_target(store, one), "remove_target")
    assert "T3" not in {each.code for each in every(store, Target)}


def test_the_version_before_goes_on(store: Store) -> None:
    old = target(store, "T3")
    new = new_target_version(store, old, DAY, "1/QĐ").value
    first = conflict(store, lambda: remove_target(store, old.id))
    assert first == ("target_first", "T3", "1")
    is_one_deed(store, lambda: remove_target(store, new.id), "remove_target")
    assert target(store, "T3") == old


def test_a_target_somebody_estimated_stays(store: Store) -> None:
    one = target(store, "T3")
    estimate = Estimate(
        id=RecordId("e"),
        goal=one.goal,
        year=2024,
        value=Decimal(3),
        made_on=dt.date(2024, 11, 1),
    )
    record(store, estimate)
    reason = ("target_linked", "T3", "1")
    assert conflict(store, lambda: remove_target(store, one.id)) == reason


def test_a_target_that_is_not_here_is_told(store: Store) -> None:
    do = lambda: remove_target(store, TargetId("none"))  # noqa: E731
    assert conflict(store, do) == ("no_target", "none")
