"""What SQL counts is what the rules count, whatever the records are."""

import dataclasses
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.records.activity import ActivityState, Spending
from desktop.records.figure import Aggregate, Condition, Figure, Source
from desktop.records.identity import AgencyId, Code
from desktop.rules.counting import DAY, Span, counted
from desktop.store import records, totals, upkeep
from desktop.store.store import Change, Store
from tests.builders import OWN, UNIT, a_broadcast, a_posting, an_activity
from tests.store.samples import FIGURES, GROUPS, NAMES, RECORDS, SPAN

USED = sorted({figure.source for figure in FIGURES.values()})
ONE_FOR_EACH_ROW = (Aggregate.COUNT, Aggregate.SUM)
KEYS: dict[str, Callable[[Any, str], tuple[str, ...]]] = {
    "agency": lambda one, _: (one.agency,),
    "month": lambda one, day: (getattr(one, day).isoformat()[:7],),
    "year": lambda one, day: (getattr(one, day).isoformat()[:4],),
    "tasks": lambda one, _: one.tasks,
}


@pytest.fixture(scope="module")
def db(
    office_pattern: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[sqlite3.Connection]:
    """Open one office for all examples; each is rolled back."""
    path = tmp_path_factory.mktemp("totals") / "so.stt"
    path.write_bytes(office_pattern.read_bytes())
    opened = upkeep.connect(path, writable=True)
    yield opened
    opened.close()


@contextmanager
def holding(db: sqlite3.Connection, many: list[Any]) -> Iterator[list[Any]]:
    """Keep records in the order given, and forget them again."""
    db.execute("begin")
    try:
        change = Change(db, lambda: "")
        named = [dataclasses.replace(one, id=f"r{n}") for n, one in enumerate(many)]
        for one in named:
            records.put(change, one)
        yield named
    finally:
        db.execute("rollback")


@pytest.mark.parametrize("source", USED)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_every_figure_is_counted_as_the_rules_define_it(
    source: Source, data: st.DataObject, db: sqlite3.Connection
) -> None:
    many = data.draw(st.lists(RECORDS[source], max_size=7))
    with holding(db, many) as kept:
        for figure in FIGURES.values():
            if figure.source is source:
                expected = counted(figure, kept, SPAN, GROUPS, NAMES)
                assert totals.total(db, figure, SPAN, NAMES) == expected, figure.code


@pytest.mark.parametrize("source", USED)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_each_group_is_the_figure_of_its_own_records(
    source: Source, data: st.DataObject, db: sqlite3.Connection
) -> None:
    many = data.draw(st.lists(RECORDS[source], max_size=6))
    with holding(db, many) as kept:
        for figure in (one for one in FIGURES.values() if one.source is source):
            for by, keys in KEYS.items():
                if by == "tasks" and not all(hasattr(one, "tasks") for one in kept):
                    continue
                _check_groups(db, figure, kept, by, keys)


def _check_groups(
    db: sqlite3.Connection,
    figure: Figure,
    kept: list[Any],
    by: str,
    keys: Callable[[Any, str], tuple[str, ...]],
) -> None:
    if not kept:
        return
    day = DAY[figure.source]
    found = totals.grouped(db, figure, SPAN, by, NAMES)
    for key in {key for one in kept for key in keys(one, day)}:
        own = [one for one in kept if key in keys(one, day)]
        expected = counted(figure, own, SPAN, GROUPS, NAMES)
        assert found.get(key, Decimal(0)) == expected, (figure.code, by, key)
    if by != "tasks" and figure.aggregate in ONE_FOR_EACH_ROW:
        whole = totals.total(db, figure, SPAN, NAMES)
        assert sum(found.values(), Decimal(0)) == whole, (figure.code, by)


def a_figure(**changes: Any) -> Figure:
    values = {"code": "f", "label": "", "unit": "", "source": Source.ACTIVITY}
    return Figure(**(values | changes))


def keep(store: Store, *many: object) -> None:
    with store.change("record_many") as change:
        for one in many:
            records.put(change, one)


def test_both_ends_of_a_span_count_and_the_days_beside_it_do_not(store: Store) -> None:
    one_day = SPAN.last - SPAN.first
    days = (SPAN.first, SPAN.last, SPAN.first - one_day, SPAN.last + one_day)
    keep(store, *(an_activity(id=f"a{n}", last_day=day) for n, day in enumerate(days)))
    assert totals.total(store.reader, a_figure(), SPAN) == 2


def test_nothing_counted_is_zero_and_has_no_groups(store: Store) -> None:
    for figure in FIGURES.values():
        assert totals.total(store.reader, figure, SPAN, NAMES) == 0
        assert totals.grouped(store.reader, figure, SPAN, "agency", NAMES) == {}


def test_hours_are_rounded_once_and_half_up(store: Store) -> None:
    # 3 + 3 + 3 minutes are 0.15 hours: 0.2, though each alone would be 0.1
    keep(store, *(a_broadcast(id=f"b{n}", minutes=3) for n in range(3)))
    assert totals.total(store.reader, FIGURES[Code("broadcast_hours")], SPAN) == (
        Decimal("0.2")
    )


def test_followers_are_the_last_known_of_each_channel_not_a_sum_over_time(
    store: Store,
) -> None:
    months = (1, 3, 5)
    keep(
        store,
        *(
            a_posting(
                id=f"p{month}",
                first_day=SPAN.first,
                last_day=SPAN.first.replace(month=month),
                followers=many,
            )
            for month, many in zip(months, (100, 120, None), strict=True)
        ),
        a_posting(
            id="zalo",
            channel="zalo",
            first_day=SPAN.first,
            last_day=SPAN.first,
            followers=30,
        ),
    )
    figure = FIGURES[Code("followers")]
    assert totals.total(store.reader, figure, SPAN) == 150
    before = Span(SPAN.first, SPAN.first.replace(month=2))
    assert totals.total(store.reader, figure, before) == 130


def test_a_row_counts_under_each_of_its_tasks(store: Store) -> None:
    keep(store, an_activity(tasks=("t1", "t2")), an_activity(id="b", tasks=("t2",)))
    found = totals.grouped(store.reader, a_figure(), SPAN, "tasks")
    assert found == {"t1": 1, "t2": 2}


def test_spending_adds_up_by_source_and_only_of_what_took_place(store: Store) -> None:
    def paid(name: str, planned: int, spent: int, **changes: Any) -> Any:
        line = Spending(source=Code("regular"), planned=planned, spent=spent)
        return an_activity(id=name, spending=(line,), **changes)

    other = Spending(source=Code("integrated"), planned=5, spent=4)
    keep(
        store,
        paid("a", 100, 90),
        paid("b", 50, 60),
        paid("c", 7, 7, state=ActivityState.CANCELLED),
        paid("d", 7, 7, last_day=SPAN.last.replace(year=2023)),
        an_activity(id="e", spending=(other,)),
    )
    assert totals.spending(store.reader, SPAN) == (
        ("integrated", 5, 4),
        ("regular", 150, 150),
    )


def test_names_stand_for_the_office_that_asks(store: Store) -> None:
    keep(store, an_activity("exhibition", partners=(UNIT,)))
    figure = FIGURES[Code("exhibitions_with_recipient")]
    assert totals.total(store.reader, figure, SPAN, {"@recipient": UNIT}) == 1
    assert totals.total(store.reader, figure, SPAN, {"@recipient": OWN}) == 0


@pytest.mark.parametrize(
    "figure",
    [
        a_figure(aggregate=Aggregate.SUM, field="attendance) from agencies --"),
        a_figure(where=(Condition(field="1=1 or kind", values=("x",)),)),
    ],
)
def test_only_fields_of_the_record_reach_the_database(
    store: Store, figure: Figure
) -> None:
    with pytest.raises(KeyError):
        totals.total(store.reader, figure, SPAN)


def test_values_of_conditions_are_bound_and_never_statement(store: Store) -> None:
    nasty = Condition(field="agency", values=("' or '1'='1",))
    keep(store, an_activity())
    assert totals.total(store.reader, a_figure(where=(nasty,)), SPAN) == 0


def test_what_each_agency_entered_counts_every_kind_and_its_newest_day(
    store: Store,
) -> None:
    keep(
        store,
        an_activity(),
        an_activity(id="not", state=ActivityState.PLANNED, last_day=SPAN.last),
        a_posting(last_day=SPAN.last),
        a_broadcast(),
        a_broadcast(id="late", last_day=SPAN.last.replace(year=2025)),
    )
    found = totals.entered(store.reader, SPAN)
    assert {AgencyId(OWN), AgencyId(UNIT)} == set(found)
    assert (found[OWN].entries, found[OWN].last_day) == (2, SPAN.last)
    assert found[UNIT].entries == 1
