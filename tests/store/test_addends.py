"""What a figure is made of adds up to the figure, whatever the records are."""

import dataclasses
import datetime as dt
import sqlite3
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.records.activity import Spending
from desktop.records.figure import Aggregate, Figure, Source
from desktop.records.identity import Code
from desktop.rules.counting import RECORD_OF, Span
from desktop.rules.tracing import parts as trace_parts
from desktop.store import addends, totals, upkeep
from desktop.store.store import Store
from tests.builders import OWN, UNIT, a_broadcast, a_posting, an_activity
from tests.store.samples import FIGURES, NAMES, SPAN, told_beside
from tests.store.test_totals import (
    BARE,
    USED,
    a_figure,
    a_list,
    codes_of,
    holding,
    keep,
)


def _names_tasks(source: Source) -> bool:
    return any(one.name == "tasks" for one in dataclasses.fields(RECORD_OF[source]))


@pytest.fixture(scope="module")
def db(
    office_pattern: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[sqlite3.Connection]:
    """Open one office for all examples; each is rolled back."""
    path = tmp_path_factory.mktemp("addends") / "so.stt"
    path.write_bytes(office_pattern.read_bytes())
    opened = upkeep.connect(path, writable=True)
    yield opened
    opened.close()


def check(db: sqlite3.Connection, figure: Figure) -> None:
    """Hold the parts of one figure against what is counted: in total and by group."""
    found = addends.parts(db, figure, SPAN, NAMES)
    whole = trace_parts.value(figure, trace_parts.of_all(figure, found))
    assert whole == totals.total(db, figure, SPAN, NAMES), figure.code
    made = trace_parts.by_group(figure, found)
    groups = totals.grouped(db, figure, SPAN, "agency", NAMES)
    for agency in made.keys() | groups.keys():
        told = trace_parts.value(figure, made[agency]) if agency in made else Decimal(0)
        assert told == groups.get(agency, Decimal(0)), (figure.code, agency)


@pytest.mark.parametrize("source", USED)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_the_parts_of_every_figure_add_up_to_it(
    source: Source, data: st.DataObject, db: sqlite3.Connection
) -> None:
    own = source is Source.UNLISTED  # they are what is counted, not beside it
    beside = [] if own else data.draw(told_beside(codes_of(source)))
    with holding(db, [*data.draw(a_list(source, 6)), *beside]) as kept:
        for figure in (*FIGURES.values(), *BARE):
            if figure.source is source:
                check(db, figure)
        assert kept is not None


@pytest.mark.parametrize("source", [one for one in USED if _names_tasks(one)])
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_the_parts_of_a_task_are_its_own_shared_events_once(
    source: Source, data: st.DataObject, db: sqlite3.Connection
) -> None:
    with holding(db, data.draw(a_list(source, 6))) as kept:
        assert all(hasattr(one, "tasks") for one in kept)
        for figure in (*FIGURES.values(), *BARE):
            if figure.source is source:
                _check_tasks(db, figure)


def _check_tasks(db: sqlite3.Connection, figure: Figure) -> None:
    found = addends.parts(db, figure, SPAN, NAMES, by="tasks")
    made = trace_parts.once_by_group(figure, found)
    groups = totals.grouped(db, figure, SPAN, "tasks", NAMES)
    for task in made.keys() | groups.keys():
        told = trace_parts.value(figure, made[task]) if task in made else Decimal(0)
        assert told == groups.get(task, Decimal(0)), (figure.code, task)


def test_a_record_that_adds_nothing_is_not_told(store: Store) -> None:
    keep(store, an_activity(id="some"), an_activity(id="none", attendance=0))
    figure = a_figure(aggregate=Aggregate.SUM, field="attendance")
    found = addends.parts(store.reader, figure, SPAN)
    assert [(one.place, one.amount) for one in found] == [("activities/some", 40)]


def test_of_a_shared_event_each_account_is_told_and_one_counts(store: Store) -> None:
    keep(
        store,
        an_activity(id="lead"),
        an_activity(id="beside", agency=UNIT, joined_to="lead"),
    )
    found = addends.parts(store.reader, a_figure(), SPAN)
    assert addends.joined(store.reader) == {"activities/beside"}
    assert trace_parts.of_all(a_figure(), found).amounts == {"activities/lead": 1}
    assert set(trace_parts.by_group(a_figure(), found)) == {OWN, UNIT}


def test_what_is_counted_once_is_told_by_its_first_record(store: Store) -> None:
    days = (dt.date(2024, 3, 1), dt.date(2024, 2, 1))
    keep(store, *(an_activity(id=f"a{day.month}", last_day=day) for day in days))
    figure = a_figure(aggregate=Aggregate.DISTINCT, field="agency")
    made = trace_parts.of_all(figure, addends.parts(store.reader, figure, SPAN))
    assert made.amounts == {"activities/a2": 1}
    assert made.about == {"activities/a2": (("agency", OWN),)}


def test_hours_are_told_in_minutes(store: Store) -> None:
    keep(store, a_broadcast(id="b", minutes=15, times=3))
    figure = FIGURES[Code("broadcast_hours")]
    (part,) = addends.parts(store.reader, figure, SPAN)
    assert part.amount == 45


def test_of_what_stands_only_the_last_is_told(store: Store) -> None:
    for day, many in ((SPAN.first, 100), (SPAN.last, 120)):
        keep(
            store,
            a_posting(id=f"p{many}", first_day=day, last_day=day, followers=many),
        )
    (part,) = addends.parts(store.reader, FIGURES[Code("followers")], SPAN)
    assert part.place == "postings/p120"


@pytest.mark.parametrize("which", ["planned", "spent"])
def test_money_is_told_by_source_and_adds_up_to_the_table(
    store: Store, which: str
) -> None:
    lines = (
        Spending(source=Code("regular"), planned=5, spent=0),
        Spending(source=Code("regular"), planned=2, spent=4),
        Spending(source=Code("other"), planned=1, spent=1),
    )
    keep(
        store,
        an_activity(id="lead", spending=lines),
        an_activity(id="beside", joined_to="lead", spending=lines),
        an_activity(id="planned", state="planned", spending=lines),
    )
    found = addends.money(store.reader, SPAN, which)
    assert {place for _, place, _ in found} == {"activities/lead"}
    place = 1 if which == "planned" else 2
    asked = {row[0]: row[place] for row in totals.spending(store.reader, SPAN)}
    assert {source: dong for source, _, dong in found} == asked


def test_money_of_no_kind_is_refused(store: Store) -> None:
    with pytest.raises(KeyError):
        addends.money(store.reader, SPAN, "spent' from x --")


@pytest.mark.parametrize("source", USED)
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_the_parts_of_all_days_hold_those_of_each_span(
    source: Source, data: st.DataObject, db: sqlite3.Connection
) -> None:
    wide = Span(SPAN.first - dt.timedelta(days=400), SPAN.last + dt.timedelta(days=9))
    stands = (Aggregate.LATEST, Aggregate.STANDING)
    with holding(db, data.draw(a_list(source, 6))):
        for figure in (*FIGURES.values(), *BARE):
            if figure.source is source and figure.aggregate not in stands:
                every = addends.parts(db, figure, wide, NAMES)
                own = addends.parts(db, figure, SPAN, NAMES)
                assert sorted(trace_parts.within(every, SPAN)) == sorted(own)
