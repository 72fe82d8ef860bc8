"""A target goes on with another version from a day; the old one stays readable."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest

from desktop.operations.plans.new_target_version import new_target_version
from desktop.operations.plans.put_milestones import put_milestones
from desktop.operations.plans.put_target import put_target
from desktop.records.identity import TargetId
from desktop.records.target import Milestone
from desktop.store import records
from desktop.store.store import Store
from tests import builders
from tests.operations.plan_office import conflict, is_one_deed, refused, target

DAY = dt.date(2025, 7, 1)
NEXT = f"{builders.PLAN}/T3@2025-07-01"


def test_the_old_version_ends_the_day_before_and_numbers_are_copied(
    store: Store,
) -> None:
    old = target(store, "T3")
    put_milestones(store, old.id, 2026, Decimal(4), (Decimal(1),) * 4)
    wanted = replace(old, text="Lời mới", label="Tên mới")
    made = is_one_deed(
        store,
        lambda: new_target_version(store, wanted, DAY, "15/QĐ-UBND"),
        "new_target_version",
    )
    assert target(store, "T3").valid_to == dt.date(2025, 6, 30)
    assert target(store, "T3").text == old.text
    assert (made.id, made.goal, made.valid_from) == (NEXT, old.goal, DAY)
    assert (made.decision, made.text) == ("15/QĐ-UBND", "Lời mới")
    copied = records.find(store.reader, Milestone, where={"target": NEXT})
    assert [(one.year, one.value, one.quarters) for one in copied] == [
        (2026, Decimal(4), (Decimal(1),) * 4)
    ]


@pytest.mark.parametrize(
    "day", [dt.date(2022, 12, 31), dt.date(2023, 1, 1), dt.date(2029, 1, 1)]
)
def test_the_day_lies_inside_the_version_before(store: Store, day: dt.date) -> None:
    do = lambda: new_target_version(store, target(store, "T3"), day, "1/QĐ")  # noqa: E731
    assert refused(store, do) == [("valid_from", "version_day")]


def test_a_version_needs_its_decision(store: Store) -> None:
    do = lambda: new_target_version(store, target(store, "T3"), DAY, " ")  # noqa: E731
    assert refused(store, do) == [("decision", "missing")]


def test_a_third_version_stands_between_nothing(store: Store) -> None:
    new_target_version(store, target(store, "T3"), DAY, "1/QĐ")
    again = dt.date(2026, 1, 1)
    old = lambda: new_target_version(store, target(store, "T3"), again, "2/QĐ")  # noqa: E731
    assert refused(store, old) == [("valid_from", "version_day")]
    newest = target(store, "T3@2025-07-01")
    made = new_target_version(store, newest, again, "2/QĐ").value
    assert (made.valid_from, made.valid_to) == (again, None)
    overlapping = replace(newest, valid_to=None)
    assert refused(store, lambda: put_target(store, overlapping)) == [
        ("valid_from", "versions_overlap")
    ]


def test_a_target_that_is_not_here_is_told(store: Store) -> None:
    lost = replace(target(store, "T3"), id=TargetId("none"))
    do = lambda: new_target_version(store, lost, DAY, "1/QĐ")  # noqa: E731
    assert conflict(store, do) == ("no_target", "none")
