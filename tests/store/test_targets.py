"""Each formula reads from the file exactly what it names, and nothing beside it."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from desktop.records.identity import Code
from desktop.records.target import (
    Achievement,
    Formula,
    Inherited,
    Milestone,
    Target,
)
from desktop.rules.calendar import parse_period
from desktop.rules.stretches import of_period
from desktop.rules.targets import Counts
from desktop.store import targets
from desktop.store.store import Store
from tests.builders import (
    OWN,
    PLAN,
    UNIT,
    a_headcount,
    a_posting,
    a_product,
    an_activity,
    staff,
)
from tests.store.counting_targets import (
    WHOLE,
    YEAR,
    a_setting,
    counts,
    keep,
    ratio,
    the_target,
)


def test_there_is_a_way_to_count_every_formula() -> None:
    assert set(targets._FORMULAS) == set(Formula)


def test_a_target_in_words_counts_nothing(store: Store) -> None:
    assert counts(store, "T0") == Counts()


def test_kinds_planned_for_two_years_are_not_added_up_and_events_are(
    store: Store,
) -> None:
    for code, values in (("T3", (1, 2)), ("T5a", (4, 5))):
        target = the_target(store.reader, code)
        keep(
            store,
            *(
                Milestone(
                    id=f"{code}{year}", target=target.id, year=year, value=Decimal(v)
                )
                for year, v in zip((2023, 2024), values, strict=True)
            ),
        )
    assert counts(store, "T3", WHOLE).denominator == 3
    assert counts(store, "T5a", WHOLE).denominator == 5


RATIO: dict[str, Any] = {
    "formula": Formula.RATIO,
    "figure": Code("products_digital"),
    "divisor": Code("products"),
}
GROWTH: dict[str, Any] = {"formula": Formula.GROWTH, "figure": Code("postings")}


def test_one_figure_is_taken_of_another(store: Store) -> None:
    assert counts(store, "T4", **RATIO) == Counts(
        numerator=Decimal(0), missing="divisor"
    )
    keep(store, a_product(id="a", digital=True), a_product(id="b"), a_product(id="c"))
    assert ratio(counts(store, "T4", **RATIO)) == (1, 3)


def test_growth_is_held_against_as_many_days_before(store: Store) -> None:
    march, may = dt.date(2023, 3, 1), dt.date(2024, 5, 1)
    keep(store, a_posting(id="a", items=5, first_day=may, last_day=may))
    assert counts(store, "T4", **GROWTH).missing == "before"
    assert counts(store, "T4", **GROWTH).denominator is None
    keep(store, a_posting(id="b", items=2, first_day=march, last_day=march))
    assert ratio(counts(store, "T4", **GROWTH)) == (5, 2)
    half = of_period(parse_period("2024-H1"))
    assert ratio(counts(store, "T4", half, **GROWTH)) == (5, 0)
    assert counts(store, "T4", WHOLE, **GROWTH) == Counts()


def reached(day: dt.date, goal: str = "T4", **changes: str) -> Achievement:
    values: dict[str, Any] = {"document_number": "12/QC-UBND"} | changes
    return Achievement(
        id=f"a{day}",  # type: ignore[arg-type]
        title="Quy chế phối hợp",
        reached_on=day,
        agency=OWN,  # type: ignore[arg-type]
        goals=(f"{PLAN}/{goal}",),  # type: ignore[arg-type]
        **values,
    )


def test_a_milestone_is_reached_once_and_stays_so_with_its_document(
    store: Store,
) -> None:
    keep(store, reached(dt.date(2025, 1, 1)), reached(dt.date(2024, 1, 1), "T3"))
    assert ratio(counts(store, "T4", formula=Formula.MILESTONE)) == (0, 1)
    keep(store, reached(dt.date(2023, 4, 3), document_number="7/QC"))
    keep(store, reached(YEAR.span.last))
    found = counts(store, "T4", formula=Formula.MILESTONE)
    assert ratio(found) == (1, 1)
    (proof,) = found.shares
    assert (proof.text, proof.day) == ("7/QC", dt.date(2023, 4, 3))


def inherited(year: int, numerator: int, **changes: object) -> Inherited:
    values = {"id": f"i{year}", "goal": f"{PLAN}/T4", "agency": UNIT} | changes
    return Inherited(year=year, numerator=Decimal(numerator), **values)  # type: ignore[arg-type]


def test_what_was_inherited_enters_its_years_with_its_denominator(store: Store) -> None:
    keep(
        store,
        a_product(digital=True),
        inherited(2023, 6, denominator=Decimal(40)),
        inherited(2026, 99, denominator=Decimal(99)),
    )
    assert ratio(counts(store, "T4", WHOLE)) == (7, 41)
    assert ratio(counts(store, "T4", YEAR)) == (1, 1)
    assert counts(store, "T4", YEAR).inherited is None
    share = counts(store, "T4", WHOLE).inherited
    assert share is not None
    assert (share.numerator, share.denominator) == (6, 40)


def test_a_share_inherited_without_its_whole_is_doubted(store: Store) -> None:
    keep(store, a_product(digital=True), inherited(2024, 6))
    found = counts(store, "T4")
    assert ratio(found) == (7, 1)
    assert found.doubts == ("inherited_without_denominator",)


def test_an_inherited_figure_enters_every_target_that_counts_it(store: Store) -> None:
    keep(store, inherited(2024, 3, goal=None, figure="postings"))
    assert ratio(counts(store, "T4", **GROWTH)) == (3, 0)
    assert counts(store, "T4", **GROWTH).inherited is not None
    keep(store, inherited(2023, 2, goal=None, figure="postings"))
    assert ratio(counts(store, "T4", **GROWTH)) == (3, 2)
    keep(store, inherited(2023, 4, id="of the goal"))
    assert ratio(counts(store, "T4", **GROWTH)) == (3, 6)


def test_people_are_not_added_up_over_the_years(store: Store) -> None:
    goal = f"{PLAN}/T2a"
    keep(store, inherited(2023, 6, goal=goal, denominator=Decimal(40)))
    assert ratio(counts(store, "T2a", WHOLE)) == (6, 40)
    keep(store, a_headcount("G1", 25), an_activity(staff=(staff("G1", 3),)))
    assert ratio(counts(store, "T2a", WHOLE)) == (9, 25)


def test_an_inherited_number_planned_stands_where_no_other_does(store: Store) -> None:
    goal = f"{PLAN}/T3"
    keep(
        store,
        inherited(2023, 1, goal=goal, denominator=Decimal(2)),
        milestone("T3", store, 2024, 3),
    )
    assert ratio(counts(store, "T3", WHOLE)) == (1, 5)
    keep(store, milestone("T3", store, 2023, 4))
    assert ratio(counts(store, "T3", WHOLE)) == (1, 7)


def milestone(code: str, store: Store, year: int, value: int) -> Milestone:
    target = the_target(store.reader, code)
    return Milestone(
        id=f"{code}{year}", target=target.id, year=year, value=Decimal(value)
    )


def test_entries_of_days_before_the_office_began_are_told_as_inherited(
    store: Store,
) -> None:
    keep(
        store,
        a_product(id="a", digital=True, first_published=dt.date(2024, 6, 30)),
        a_product(id="b", digital=True, first_published=dt.date(2024, 7, 1)),
    )
    for day, expected in (("2024-07-01", 1), ("2024-07-02", 2), ("2023-01-01", None)):
        setting = a_setting(store.reader, began_on=dt.date.fromisoformat(day))
        target = the_target(store.reader, "T4")
        found = targets.counts(store.reader, target, WHOLE, setting)
        assert found.numerator == 2
        share = found.inherited
        assert (share and share.numerator) == expected, day


def test_a_target_in_words_takes_nothing_in(store: Store) -> None:
    keep(store, inherited(2024, 6, goal=f"{PLAN}/T0"))
    assert counts(store, "T0", WHOLE) == Counts()


def test_a_year_keeps_the_number_of_the_version_in_force_then(store: Store) -> None:
    old = replace(the_target(store.reader, "T3"), valid_to=dt.date(2023, 12, 31))
    new = replace(
        old,
        id=f"{old.id}@2024-01-01",  # type: ignore[arg-type]
        valid_from=dt.date(2024, 1, 1),
        valid_to=None,
    )
    keep(store, old, new, milestone_of(old, 2023, 2), milestone_of(old, 2024, 90))
    setting = a_setting(store.reader)
    assert targets.counts(store.reader, new, YEAR, setting).denominator is None
    keep(store, milestone_of(new, 2024, 5))
    setting = a_setting(store.reader)
    assert targets.counts(store.reader, new, YEAR, setting).denominator == 5
    assert targets.counts(store.reader, new, WHOLE, setting).denominator == 7


def milestone_of(target: Target, year: int, value: int) -> Milestone:
    return Milestone(
        id=f"{target.id}/{year}", target=target.id, year=year, value=Decimal(value)
    )


@pytest.mark.parametrize(
    ("period", "expected"),
    [("2024-Q1", 1), ("2024-H1", 3), ("2024", 10), ("2024-N9", 6), ("2024-M05", 10)],
)
def test_a_part_of_a_year_is_held_against_its_quarters(
    store: Store, period: str, expected: int
) -> None:
    one = milestone("T3", store, 2024, 10)
    split = replace(one, quarters=tuple(map(Decimal, (1, 2, 3, 4))))
    keep(store, split)
    found = counts(store, "T3", of_period(parse_period(period)))
    assert found.denominator == expected


def test_a_quarter_planned_as_nothing_does_not_lack_its_number(store: Store) -> None:
    one = Milestone(
        id="m",
        target=the_target(store.reader, "T3").id,
        year=2024,
        value=Decimal(9),
        quarters=tuple(map(Decimal, (0, 2, 3, 4))),
    )
    first = of_period(parse_period("2024-Q1"))
    assert counts(store, "T3", first).missing == "plan_number"
    keep(store, one)
    found = counts(store, "T3", first)
    assert (found.denominator, found.missing) == (0, "nothing_planned")
