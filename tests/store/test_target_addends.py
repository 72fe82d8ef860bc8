"""What a target's numbers are made of adds up to them, whatever the formula."""

import datetime as dt
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.records.figure import Source
from desktop.records.identity import AgencyId, Code
from desktop.records.target import (
    Achievement,
    Formula,
    Inherited,
    Milestone,
    Supplied,
    Target,
    Training,
)
from desktop.rules import stretches
from desktop.rules.calendar import parse_period
from desktop.rules.stretches import Stretch
from desktop.rules.tracing.sides import Side
from desktop.store import target_addends, targets, totals, upkeep
from desktop.store.store import Store
from tests.builders import OWN, a_headcount, an_activity, staff
from tests.store.counting_targets import (
    WHOLE,
    YEAR,
    a_setting,
    holding,
    keep,
    the_target,
)
from tests.store.samples import RECORDS
from tests.store.test_target_people import MANY

_HALF = stretches.of_period(parse_period("2024-H1"))
STRETCHES = (YEAR, WHOLE, _HALF)


@pytest.fixture(scope="module")
def db(
    office_pattern: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[sqlite3.Connection]:
    """Open one office for all examples; each is rolled back."""
    path = tmp_path_factory.mktemp("target_addends") / "so.stt"
    path.write_bytes(office_pattern.read_bytes())
    opened = upkeep.connect(path, writable=True)
    yield opened
    opened.close()


def comes_to(db: sqlite3.Connection, side: Side, target: Target) -> Decimal:
    """Add up a side again: the figure it begins with, and every record beside it."""
    setting = a_setting(db)
    if side.planned or side.how in ("planned", "milestone_one", "trained_none"):
        return side.value
    whole = Decimal(0)
    if side.figure is not None:
        assert side.span is not None, target.formula
        figure = setting.figures[side.figure]
        whole = totals.total(db, figure, side.span, setting.names)
        assert whole == side.figure_value, target.formula
    return whole + sum(side.amounts.values(), Decimal(0))


def check(db: sqlite3.Connection, target: Target, stretch: Stretch) -> None:
    setting = a_setting(db)
    counted = targets.counts(db, target, stretch, setting)
    found = target_addends.sides(db, target, stretch, setting)
    for side, number in (
        (found.numerator, counted.numerator),
        (found.denominator, counted.denominator),
    ):
        told = None if side is None else side.value
        assert told == number, (target.formula, target.figure, stretch.whole)
        if side is not None:
            assert comes_to(db, side, target) == number, (target.formula, side.how)


_FIGURES = st.sampled_from(
    ["mobile_sessions", "product_forms", "broadcast_hours", "followers", "own_channels"]
).map(Code)
_NUMBER = st.one_of(st.integers(0, 5).map(Decimal), st.just(Decimal("2.5")))


def _inherited(goal: str) -> st.SearchStrategy[list[Inherited]]:
    one = st.builds(
        Inherited,
        id=st.just(""),
        goal=st.sampled_from([None, goal]),
        figure=_FIGURES,
        year=st.sampled_from([2022, 2023, 2024]),
        numerator=_NUMBER,
        denominator=st.one_of(st.none(), st.integers(0, 9).map(Decimal)),
        agency=st.just(AgencyId(OWN)),
    ).map(lambda one: replace(one, figure=None) if one.goal else one)
    return st.lists(one, max_size=3)


_SOURCES = (
    Source.ACTIVITY,
    Source.PRODUCT,
    Source.DATA_SOURCE,
    Source.POSTING,
    Source.BROADCAST,
    Source.TALLY,
    Source.OWN_CHANNEL,
)


def _reached(goal: str) -> st.SearchStrategy[list[Any]]:
    one = st.builds(
        Achievement,
        id=st.just(""),
        title=st.just("x"),
        reached_on=st.sampled_from([dt.date(2023, 5, 1), dt.date(2024, 12, 31)]),
        agency=st.just(AgencyId(OWN)),
        goals=st.sampled_from([(), (goal,)]),
    )
    return st.lists(one, max_size=2)


@pytest.mark.parametrize("formula", Formula)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_what_the_numbers_of_every_formula_are_made_of_adds_up_to_them(
    formula: Formula, data: st.DataObject, db: sqlite3.Connection
) -> None:
    bare = the_target(db, "T2c" if formula is Formula.TRAINED else "T1")
    target = replace(
        bare,
        formula=formula,
        figure=data.draw(_FIGURES),
        divisor=data.draw(_FIGURES),
        subject=Code("false_information"),
        supplied=data.draw(st.sampled_from(Supplied)),
        training=data.draw(st.sampled_from(Training)),
        staff_tiers=data.draw(st.sampled_from([(), ("district",)])),
        required=data.draw(st.integers(0, 1)),
    )
    many = [one for source in _SOURCES for one in data.draw(_some(source))]
    many += data.draw(MANY)
    many += data.draw(_reached(target.goal))
    many += data.draw(_inherited(target.goal))
    many += data.draw(st.lists(_planned(target), max_size=2, unique_by=_year))
    with holding(db, many):
        for stretch in STRETCHES:
            check(db, target, stretch)


def _some(source: Source) -> st.SearchStrategy[list[Any]]:
    alone = RECORDS[source].filter(lambda one: getattr(one, "joined_to", None) is None)
    return st.lists(alone, max_size=2)


def _year(one: Milestone) -> int:
    return one.year


def _planned(target: Target) -> st.SearchStrategy[Milestone]:
    return st.builds(
        Milestone,
        id=st.just(""),
        target=st.just(target.id),
        year=st.sampled_from([2023, 2024]),
        value=st.integers(0, 9).map(Decimal),
    )


def test_there_is_a_way_to_tell_of_every_formula() -> None:
    assert set(target_addends._FORMULAS) == set(Formula)


def test_people_are_told_by_the_entry_they_completed_in(store: Store) -> None:
    keep(
        store,
        an_activity(id="a", staff=(staff("G1", 3), staff("G1", 4), staff("G2", 9))),
        a_headcount("G1", 20, id="h"),
    )
    db = store.reader
    target = replace(the_target(db, "T2a"), staff_group=Code("G1"), staff_tiers=())
    found = target_addends.sides(db, target, YEAR, a_setting(db))
    assert found.numerator is not None
    assert found.numerator.amounts == {"activities/a": 7}
    assert found.denominator is not None
    assert found.denominator.amounts == {"headcounts/h": 20}


def test_a_number_planned_is_told_year_by_year(store: Store) -> None:
    target = the_target(store.reader, "T3")
    for year, many in ((2023, 4), (2024, 5)):
        keep(
            store,
            Milestone(id=f"m{year}", target=target.id, year=year, value=Decimal(many)),
        )
    found = target_addends.sides(store.reader, target, WHOLE, a_setting(store.reader))
    assert found.denominator is not None
    assert found.denominator.planned == {2023: 4, 2024: 5}
