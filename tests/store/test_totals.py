"""What SQL counts is what the rules count, whatever the records are."""

import dataclasses
import datetime as dt
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
from desktop.records.agency import Agency, Budget, Succession, SuccessionKind
from desktop.records.figure import Aggregate, Condition, Figure, Source
from desktop.records.identity import AgencyId, Code, RecordId
from desktop.records.returns import UnlistedTotal
from desktop.rules.beyond import line_of
from desktop.rules.counting import Span, counted, day_of, with_above
from desktop.store import records, totals, upkeep
from desktop.store.store import Change, Store
from tests.builders import (
    OWN,
    UNIT,
    a_broadcast,
    a_channel,
    a_posting,
    a_product,
    an_activity,
    at,
)
from tests.store.samples import FIGURES, GROUPS, NAMES, RECORDS, SPAN, told_beside

USED = sorted({figure.source for figure in FIGURES.values()})
ONE_A_YEAR = {Source.SPOKESPERSON_CHECK}
ONE_FOR_EACH_ROW = (Aggregate.COUNT, Aggregate.SUM)
_LISTS = ("tasks", "themes")
KEYS: dict[str, Callable[[Any, str], tuple[str, ...]]] = {
    "agency": lambda one, _: (one.agency,),
    "month": lambda one, day: (str(getattr(one, day))[:7],),
    "year": lambda one, day: (str(getattr(one, day))[:4],),
    "tasks": lambda one, _: one.tasks,
    "themes": lambda one, _: _themes(one),
}


def _themes(one: Any) -> tuple[str, ...]:
    return tuple(map(str, with_above("themes", one.themes, GROUPS)))


def a_figure(**changes: Any) -> Figure:
    values = {"code": "f", "label": "", "unit": "", "source": Source.ACTIVITY}
    return Figure(**(values | changes))


def _soon(minutes: int) -> Figure:
    limit = Condition(field="response_minutes", at_most=minutes)
    return a_figure(code=f"within {minutes}", where=(limit,))


BARE = (
    *(_soon(minutes) for minutes in (-1441, -2, -1, 0, 1, 1439, 1440)),
    a_figure(code="few", where=(Condition(field="attendance", at_most=200),)),
    a_figure(code="of one day", day="first_day"),
    a_figure(code="law", where=(Condition(field="themes", values=("theme_1",)),)),
    a_figure(code="one law", where=(Condition(field="themes", values=("theme_1a",)),)),
    a_figure(
        code="two", where=(Condition(field="themes", values=("theme_1", "theme_2")),)
    ),
    a_figure(code="checked", aggregate=Aggregate.DISTINCT, field="checked"),
    a_figure(code="named", aggregate=Aggregate.DISTINCT, field="programme"),
    a_figure(code="sets", aggregate=Aggregate.SUM, field="staff.document_sets"),
    a_figure(code="open", source=Source.OWN_CHANNEL, aggregate=Aggregate.STANDING),
    a_figure(
        code="open since",
        source=Source.OWN_CHANNEL,
        aggregate=Aggregate.STANDING,
        day="section_since",
    ),
    a_figure(
        code="heads",
        source=Source.HEADCOUNT,
        aggregate=Aggregate.LATEST,
        field="people",
    ),
)
"""Figures with one rule each, so that random records meet it often."""


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


def a_list(source: Source, size: int) -> st.SearchStrategy[list[Any]]:
    """Return some records of a source, as many together as the file may hold."""
    alone = (lambda one: (one.agency, one.year)) if source in ONE_A_YEAR else None
    return st.lists(RECORDS[source], max_size=size, unique_by=alone)


@pytest.mark.parametrize("source", USED)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_every_figure_is_counted_as_the_rules_define_it(
    source: Source, data: st.DataObject, db: sqlite3.Connection
) -> None:
    many = data.draw(a_list(source, 7))
    with holding(db, many) as kept:
        for figure in (*FIGURES.values(), *BARE):
            if figure.source is source:
                expected = counted(figure, kept, SPAN, GROUPS, NAMES)
                assert totals.total(db, figure, SPAN, NAMES) == expected, figure.code


@pytest.mark.parametrize("source", USED)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_each_group_is_the_figure_of_its_own_records(
    source: Source, data: st.DataObject, db: sqlite3.Connection
) -> None:
    many = data.draw(a_list(source, 6))
    by = data.draw(st.sampled_from([*KEYS]))
    with holding(db, many) as kept:
        if by in _LISTS and not all(hasattr(one, by) for one in kept):
            return
        every = (*FIGURES.values(), *BARE)
        for figure in (one for one in every if one.source is source):
            _check_groups(db, figure, kept, by, KEYS[by])


def _check_groups(
    db: sqlite3.Connection,
    figure: Figure,
    kept: list[Any],
    by: str,
    keys: Callable[[Any, str], tuple[str, ...]],
) -> None:
    if not kept:
        return
    day = day_of(figure)
    found = totals.grouped(db, figure, SPAN, by, NAMES)
    for key in {key for one in kept for key in keys(one, day)}:
        own = [one for one in kept if key in keys(one, day)]
        expected = _of(figure, own, by)
        assert found.get(key, Decimal(0)) == expected, (figure.code, by, key)
    if by not in _LISTS and figure.aggregate in ONE_FOR_EACH_ROW:
        whole = _of(figure, kept, by)
        assert sum(found.values(), Decimal(0)) == whole, (figure.code, by)


def codes_of(source: Source) -> list[str]:
    """Return the codes of the figures a source has, of which totals are told."""
    return sorted(
        {one.code for one in (*FIGURES.values(), *BARE) if one.source is source}
    )


@pytest.mark.parametrize("source", [one for one in USED if one is not Source.UNLISTED])
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_what_is_told_without_entries_counts_beside_those_listed(
    source: Source, data: st.DataObject, db: sqlite3.Connection
) -> None:
    many = data.draw(a_list(source, 4))
    beside = data.draw(told_beside(codes_of(source)))
    with holding(db, [*many, *beside]) as kept:
        listed, told = kept[: len(many)], kept[len(many) :]
        for figure in (*FIGURES.values(), *BARE):
            if figure.source is source:
                _check_told(db, figure, listed, told)


def _check_told(
    db: sqlite3.Connection, figure: Figure, listed: list[Any], told: list[Any]
) -> None:
    whole = counted(figure, listed, SPAN, GROUPS, NAMES, unlisted=told)
    assert totals.total(db, figure, SPAN, NAMES) == whole, figure.code
    found = totals.grouped(db, figure, SPAN, "agency", NAMES)
    for agency in {one.agency for one in (*listed, *told)}:
        own = [one for one in listed if one.agency == agency]
        beside = [one for one in told if one.agency == agency]
        expected = counted(
            figure, own, SPAN, GROUPS, NAMES, by_agency=True, unlisted=beside
        )
        assert found.get(agency, Decimal(0)) == expected, (figure.code, agency)


def test_an_heir_tells_its_own_and_what_it_took_over_in_one_number(
    store: Store,
) -> None:
    first, last = dt.date(2024, 1, 1), dt.date(2024, 12, 31)
    merged = Succession(
        id="1",
        kind=SuccessionKind.MERGED,
        day=dt.date(2024, 7, 1),
        predecessors=(AgencyId("a"), AgencyId("b")),
        successors=(AgencyId("c"),),
    )
    told = [
        UnlistedTotal(
            id=RecordId(f"{agency}{number}"),
            agency=AgencyId(agency),
            figure=Code("direct_attendance"),
            first_day=since,
            last_day=until,
            value=Decimal(number),
            whole=True,
        )
        for agency, number, since, until in (
            ("a", 10, dt.date(2024, 4, 1), dt.date(2024, 6, 30)),
            ("b", 5, dt.date(2024, 4, 1), dt.date(2024, 6, 30)),
            ("c", 35, first, last),
        )
    ]
    named = [Agency(id=AgencyId(one), name=one) for one in ("a", "b", "c")]
    keep(store, *named, merged, *told)
    figure, year = FIGURES[Code("direct_attendance")], Span(first, last)
    db = store.reader
    found = totals.grouped(db, figure, year, "agency", NAMES)
    assert found == {"a": 10, "b": 5, "c": 20}
    line = line_of([merged])
    whole = counted(figure, [], year, GROUPS, NAMES, unlisted=told, line=line)
    assert totals.total(db, figure, year, NAMES) == whole == 35


def _of(figure: Figure, many: list[Any], by: str) -> Decimal:
    return counted(figure, many, SPAN, GROUPS, NAMES, by_agency=by == "agency")


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


@pytest.mark.parametrize(
    "seconds", [-86_401, -61, -60, -59, -1, 0, 59, 60, 86_399, 86_400, 86_459, 86_460]
)
def test_how_soon_is_told_in_whole_minutes_as_the_record_tells_it(
    store: Store, seconds: int
) -> None:
    asked = at("2024-05-06T08:00:30")
    held = asked + dt.timedelta(seconds=seconds)
    one = an_activity(requested_at=asked, held_at=held)
    keep(store, one, an_activity(id="untold", requested_at=asked))
    minutes = one.response_minutes
    assert minutes == seconds // 60
    assert totals.total(store.reader, _soon(minutes), SPAN) == 1
    assert totals.total(store.reader, _soon(minutes - 1), SPAN) == 0


def test_a_channel_stands_from_its_opening_to_the_day_before_its_end(
    store: Store,
) -> None:
    keep(
        store,
        a_channel(id="old", opened_on=SPAN.first.replace(year=2019)),
        a_channel(id="today", opened_on=SPAN.last),
        a_channel(id="ended", opened_on=SPAN.first, closed_on=SPAN.last),
        a_channel(id="later", opened_on=SPAN.last.replace(month=7)),
    )
    figure = FIGURES[Code("own_channels")]
    assert totals.total(store.reader, figure, SPAN) == 2
    day_before = Span(SPAN.first, SPAN.last.replace(day=29))
    assert totals.total(store.reader, figure, day_before) == 2, "one not yet, one still"


def test_a_budget_counts_in_every_span_of_its_year(store: Store) -> None:
    line = Budget(
        id=RecordId("b"),
        agency=AgencyId(OWN),
        year=SPAN.first.year,
        source=Code("regular"),
        allocated=5,
    )
    keep(store, line, dataclasses.replace(line, id=RecordId("c"), year=2023))
    figure = FIGURES[Code("budget_allocated")]
    assert totals.total(store.reader, figure, SPAN) == 5


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


def test_a_shared_event_counts_once_and_for_each_that_held_it(store: Store) -> None:
    third = AgencyId("so-tttt-kon-tum")
    keep(
        store,
        an_activity(id="lead", attendance=300),
        an_activity(id="a", agency=UNIT, attendance=300, joined_to=RecordId("lead")),
        an_activity(id="b", agency=third, attendance=300, joined_to=RecordId("lead")),
    )
    people = a_figure(aggregate=Aggregate.SUM, field="attendance")
    assert totals.total(store.reader, a_figure(), SPAN) == 1
    assert totals.total(store.reader, people, SPAN) == 300
    assert totals.grouped(store.reader, people, SPAN, "month") == {"2024-06": 300}
    each = {OWN: 300, UNIT: 300, third: 300}
    assert totals.grouped(store.reader, people, SPAN, "agency") == each
    assert totals.joined(store.reader, people, SPAN) == {"a", "b"}


def test_agencies_that_held_it_together_are_counted_each(store: Store) -> None:
    keep(
        store,
        an_activity("conference", id="lead"),
        an_activity("conference", id="a", agency=UNIT, joined_to=RecordId("lead")),
    )
    briefed = FIGURES[Code("agencies_briefed")]
    assert totals.total(store.reader, briefed, SPAN) == 2


def test_money_of_a_shared_event_is_told_where_it_is_counted(store: Store) -> None:
    line = (Spending(source=Code("regular"), planned=100, spent=90),)
    keep(
        store,
        an_activity(id="lead", spending=line),
        an_activity(id="a", agency=UNIT, spending=line, joined_to=RecordId("lead")),
    )
    assert totals.spending(store.reader, SPAN) == (("regular", 100, 90),)


def test_a_theme_under_another_counts_under_both_and_once(store: Store) -> None:
    keep(
        store,
        an_activity(themes=("theme_1a", "theme_1b", "theme_1")),
        an_activity(id="b", themes=("theme_1b",)),
        an_activity(id="c", themes=("theme_2",)),
    )
    found = totals.grouped(store.reader, a_figure(), SPAN, "themes")
    assert found == {"theme_1": 2, "theme_1a": 1, "theme_1b": 2, "theme_2": 1}
    law = a_figure(where=(Condition(field="themes", values=("theme_1",)),))
    assert totals.total(store.reader, law, SPAN) == 2


def test_square_metres_add_up_to_the_last_decimal(store: Store) -> None:
    # Three times 0,8 x 6 m, and 0,07 m2: as floats there would be a rest.
    one = Decimal("0.8") * 6
    keep(
        store,
        *(
            a_product(id=f"p{n}", type="banner", pieces=2, surface=one)
            for n in range(3)
        ),
        a_product(id="small", type="banner", pieces=1, surface=Decimal("0.07")),
        a_product(id="film", type="film", surface=Decimal(9)),
        a_product(id="untold", type="banner"),
    )
    surface = totals.total(store.reader, FIGURES[Code("banner_surface")], SPAN)
    assert surface == Decimal("14.47")
    assert totals.total(store.reader, FIGURES[Code("banners")], SPAN) == 7
    assert totals.total(store.reader, FIGURES[Code("copies")], SPAN) == 0


def test_names_stand_for_the_office_that_asks(store: Store) -> None:
    keep(store, an_activity("exhibition", partners=(UNIT,)))
    figure = FIGURES[Code("exhibitions_with_recipient")]
    assert totals.total(store.reader, figure, SPAN, {"@recipient": UNIT}) == 1
    led_elsewhere = {"@recipient": "so-tttt-kon-tum"}
    assert totals.total(store.reader, figure, SPAN, led_elsewhere) == 0


def test_an_exhibition_the_recipient_led_is_held_together_with_it(store: Store) -> None:
    figure = FIGURES[Code("exhibitions_with_recipient")]
    led = an_activity("exhibition", agency=UNIT, partners=(OWN,))
    keep(store, led)
    assert totals.total(store.reader, figure, SPAN, {"@recipient": UNIT}) == 1
    keep(store, dataclasses.replace(led, partners=(AgencyId(UNIT), AgencyId(OWN))))
    assert totals.total(store.reader, figure, SPAN, {"@recipient": UNIT}) == 1


@pytest.mark.parametrize(
    "figure",
    [
        a_figure(aggregate=Aggregate.SUM, field="attendance) from agencies --"),
        a_figure(where=(Condition(field="1=1 or kind", values=("x",)),)),
        a_figure(where=(Condition(field="1=1 or kind", at_most=1),)),
        a_figure(where=(Condition(field="kind", also="1=1 or kind"),)),
        a_figure(aggregate=Aggregate.SUM, field="staff.people') or 1=1 --"),
        a_figure(aggregate=Aggregate.DISTINCT, field="kind) from agencies --"),
        a_figure(day="last_day or 1=1"),
        a_figure(aggregate=Aggregate.STANDING),
        a_figure(
            source=Source.OWN_CHANNEL, aggregate=Aggregate.STANDING, day="id or 1=1"
        ),
        a_figure(
            source=Source.HEADCOUNT, aggregate=Aggregate.LATEST, field="people or 1"
        ),
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
