"""A target's number for a year, whole or by quarter."""

from decimal import Decimal

from desktop.operations.plans.put_milestones import put_milestones, put_years
from desktop.records.identity import TargetId
from desktop.records.target import Milestone
from desktop.rules.quantities import split
from desktop.store import records
from desktop.store.store import Store
from tests import builders
from tests.operations.plan_office import conflict, is_one_deed, refused

COUNT = TargetId(f"{builders.PLAN}/T3")
SHARE = TargetId(f"{builders.PLAN}/T2b")


def test_a_number_with_its_quarters_is_one_step(store: Store) -> None:
    ten = Decimal(10)
    (made,) = is_one_deed(
        store,
        lambda: put_milestones(store, COUNT, 2024, ten, split(ten)),
        "set_milestone",
    )
    assert made.quarters == (Decimal(2), Decimal(2), Decimal(3), Decimal(3))


def test_the_same_year_is_changed_and_taken_away(store: Store) -> None:
    (first,) = put_milestones(store, COUNT, 2024, Decimal(3)).value
    (second,) = put_milestones(store, COUNT, 2024, Decimal(4)).value
    assert first.id == second.id
    is_one_deed(
        store, lambda: put_milestones(store, COUNT, 2024, None), "set_milestone"
    )
    assert records.count(store.reader, Milestone) == 0


def test_several_years_are_one_step_or_none(store: Store) -> None:
    planned = {2024: (Decimal(2), ()), 2025: (Decimal(3), ()), 2026: (None, ())}
    made = is_one_deed(store, lambda: put_years(store, COUNT, planned), "set_milestone")
    assert [one.year for one in made] == [2024, 2025]
    wrong = {2024: (Decimal(9), ()), 2025: (Decimal(-1), ())}
    found = refused(store, lambda: put_years(store, COUNT, wrong))
    assert found == [("value", "negative")]


def test_what_cannot_be_is_refused_with_its_reason(store: Store) -> None:
    one = Decimal(1)
    cases = {
        ("quarters", "quarters_differ"): (COUNT, 2024, Decimal(5), (one,) * 4),
        ("value", "negative"): (COUNT, 2024, -one, ()),
        ("year", "year_outside_plan"): (COUNT, 2029, one, ()),
        ("value", "above_hundred"): (SHARE, 2024, Decimal(101), ()),
        ("quarters", "share_not_split"): (SHARE, 2024, Decimal(4), (one,) * 4),
    }
    for reason, given in cases.items():
        assert refused(store, lambda g=given: put_milestones(store, *g)) == [reason]  # type: ignore[misc]


def test_a_target_that_is_not_here_is_told(store: Store) -> None:
    do = lambda: put_milestones(store, TargetId("none"), 2024, Decimal(1))  # noqa: E731
    assert conflict(store, do) == ("no_target", "none")
