"""A locked period refuses every write into it, whichever way it is written."""

import datetime as dt
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import ConflictError
from desktop.records.agency import Budget
from desktop.records.identity import AgencyId, Code, RecordId
from desktop.records.period import PeriodStanding, PeriodState
from desktop.records.product import OwnChannel
from desktop.records.target import Achievement, Inherited
from desktop.store import locks, migrations, records
from desktop.store.shelves import BY_RECORD
from desktop.store.store import Store
from tests import builders
from tests.builders import NOW

OWN = AgencyId(builders.OWN)
HALF = (dt.date(2024, 1, 1), dt.date(2024, 6, 30))
YEAR = (dt.date(2024, 1, 1), dt.date(2024, 11, 14))
IN_HALF, AFTER = dt.date(2024, 5, 20), dt.date(2024, 7, 1)

DATED: dict[str, tuple[Any, str]] = {
    "activities": (builders.an_activity(), "last_day"),
    "products": (builders.a_product(), "first_published"),
    "data_sources": (builders.a_source(), "recorded_on"),
    "postings": (builders.a_posting(), "last_day"),
    "broadcasts": (builders.a_broadcast(agency=OWN), "last_day"),
    "headcounts": (builders.a_headcount("cadres", 40), "as_of"),
    "departures": (builders.a_departure("cadres", 2), "left_on"),
    "tallies": (builders.a_tally(4, 3, agency=OWN), "last_day"),
    "unit_plans": (builders.a_unit_plan(str(OWN)), "issued_on"),
    "achievements": (
        Achievement(id=RecordId("a"), title="Quy chế", reached_on=IN_HALF, agency=OWN),
        "reached_on",
    ),
    "own_channels": (builders.a_channel(), "opened_on"),
}
OF_A_YEAR: dict[str, Any] = {
    "budgets": Budget(id=RecordId("b"), agency=OWN, year=2024, source=Code("state")),
    "spokesperson_checks": builders.a_check(str(OWN), year=2024),
    "inherited_figures": Inherited(
        id=RecordId("i"),
        figure=Code("activities"),
        year=2024,
        numerator=Decimal(3),
        agency=OWN,
    ),
}


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[Store]:
    with builders.a_bare_store(tmp_path / "so.stt") as store:
        store.officer = "Y Hà"
        yield store


def a_standing(
    days: tuple[dt.date, dt.date],
    state: PeriodState = PeriodState.CLOSED,
    code: str = "2024-H1",
) -> PeriodStanding:
    return PeriodStanding(
        id=code,
        period_code=code,
        first_day=days[0],
        last_day=days[1],
        state=state,
        changed_at=NOW,
    )


def put(store: Store, one: object) -> None:
    with store.change("record") as change:
        records.put(change, one)


def remove(store: Store, one: Any) -> None:
    with store.change("remove") as change:
        change.write(BY_RECORD[type(one)].table, one.id, None)


def on(one: Any, field: str, day: dt.date) -> Any:
    first = {"first_day": day} if field == "last_day" else {}
    return replace(one, **{field: day, **first})


def refused(store: Store, call: Any, *given: object) -> ConflictError:
    with pytest.raises(ConflictError) as caught:
        call(store, *given)
    assert caught.value.reason == "period_locked"
    return caught.value


@pytest.mark.parametrize("table", DATED)
def test_a_row_on_a_locked_day_is_neither_put_changed_moved_nor_removed(
    bare: Store, table: str
) -> None:
    one, field = DATED[table]
    assert BY_RECORD[type(one)].table == table
    inside, outside = on(one, field, IN_HALF), on(one, field, AFTER)
    put(bare, inside)
    put(bare, a_standing(HALF))
    refused(bare, put, replace(inside, id=RecordId("other")))
    note = "document_number" if table == "tallies" else "note"
    refused(bare, put, replace(inside, **{note: "khác"}))
    refused(bare, put, outside)
    refused(bare, remove, inside)
    assert records.find(bare.reader, type(one)) == (inside,)
    apart = replace(outside, id=RecordId("apart"))
    put(bare, apart)
    refused(bare, put, replace(inside, id=RecordId("apart")))
    assert records.get(bare.reader, type(one), "apart") == apart


@pytest.mark.parametrize("table", OF_A_YEAR)
def test_a_row_of_a_year_is_locked_by_the_year_and_not_by_its_first_half(
    bare: Store, table: str
) -> None:
    one = OF_A_YEAR[table]
    assert BY_RECORD[type(one)].table == table
    put(bare, a_standing(HALF))
    put(bare, one)
    put(bare, a_standing(YEAR, code="2024@14/11"))
    error = refused(bare, put, replace(one, note="khác"))
    assert error.facts[0] == "2024@14/11"
    refused(bare, put, replace(one, year=2025))
    refused(bare, remove, one)
    put(bare, replace(one, id=RecordId("next"), year=2025))


@pytest.mark.parametrize("table", [*DATED, *OF_A_YEAR])
def test_a_period_that_is_being_entered_locks_nothing(bare: Store, table: str) -> None:
    one = on(*DATED[table], IN_HALF) if table in DATED else OF_A_YEAR[table]
    put(bare, a_standing(HALF, PeriodState.ENTERING))
    put(bare, one)
    remove(bare, one)


@pytest.mark.parametrize(
    "state", [one for one in PeriodState if one is not PeriodState.ENTERING]
)
def test_every_state_beyond_entering_locks(bare: Store, state: PeriodState) -> None:
    put(bare, a_standing(HALF, state))
    error = refused(bare, put, on(builders.an_activity(), "last_day", IN_HALF))
    assert error.facts[3] == state


def test_the_first_and_the_closing_day_are_locked_and_those_beside_them_are_not(
    bare: Store,
) -> None:
    put(bare, a_standing(YEAR))
    one = builders.an_activity()
    for day in YEAR:
        refused(bare, put, on(one, "last_day", day))
    for days in (-1, 319):
        day = YEAR[0] + dt.timedelta(days=days)
        put(bare, replace(on(one, "last_day", day), id=RecordId(f"day {days}")))


def test_an_activity_counts_on_its_last_day(bare: Store) -> None:
    put(bare, a_standing(HALF))
    put(bare, builders.an_activity(first_day=IN_HALF, last_day=AFTER))


def test_a_channel_of_a_locked_period_may_be_closed_on_a_later_day(
    bare: Store,
) -> None:
    channel = builders.a_channel(opened_on=IN_HALF)
    put(bare, channel)
    put(bare, a_standing(HALF))
    closed = replace(channel, closed_on=AFTER)
    put(bare, closed)
    split = replace(closed, section=True, section_since=AFTER)
    put(bare, split)
    refused(bare, put, replace(split, closed_on=IN_HALF))
    refused(bare, put, replace(split, section_since=IN_HALF))
    refused(bare, put, replace(split, name="Kênh khác"))
    assert records.get(bare.reader, OwnChannel, channel.id) == split


def test_evidence_and_what_has_no_day_stay_writable(bare: Store) -> None:
    put(bare, a_standing(YEAR))
    put(bare, replace(a_standing(HALF), id="another"))
    with bare.change("rename_agency") as change:
        change.write("agencies", "x", {**_agency(bare), "id": "x", "name": "Xã khác"})


def _agency(store: Store) -> dict[str, Any]:
    row = store.reader.execute("select * from agencies limit 1").fetchone()
    return dict(row)


def test_the_error_names_the_period_its_state_and_who_locked_it(bare: Store) -> None:
    put(bare, a_standing(YEAR, PeriodState.SIGNED, "2024@14/11"))
    put(bare, a_standing(HALF))
    one = on(builders.an_activity(), "last_day", IN_HALF)
    error = refused(bare, put, one)
    assert error.facts == (
        "2024-H1",
        "2024-01-01",
        "2024-06-30",
        "closed",
        NOW.isoformat(),
        "Y Hà",
        "",
        "2024-05-20",
        one.title,
    )
    put(bare, a_standing(HALF, PeriodState.ENTERING))
    wider = refused(bare, put, one)
    assert wider.facts[0] == "2024@14/11"
    assert [each.id for each in locks.locking_day(bare.reader, "2024-05-20")] == [
        "2024@14/11"
    ]


def test_a_refused_deed_leaves_nothing_of_it(bare: Store) -> None:
    put(bare, a_standing(HALF))
    last = bare.last_change()
    good = on(builders.an_activity(), "last_day", AFTER)
    bad = replace(on(good, "last_day", IN_HALF), id=RecordId("bad"))
    refused(bare, _put_both, good, bad)
    assert records.find(bare.reader, type(good)) == ()
    assert bare.last_change() == last


def _put_both(store: Store, one: object, two: object) -> None:
    with store.change("record_many") as change:
        records.put(change, one)
        records.put(change, two)


_DAYS = st.dates(dt.date(2022, 6, 1), dt.date(2026, 12, 31))


@given(ends=st.tuples(_DAYS, _DAYS), year=st.integers(2022, 2026))
def test_the_error_finds_the_year_the_triggers_refuse(
    ends: tuple[dt.date, dt.date], year: int
) -> None:
    """The condition is written twice: in the frozen step, and where it is told."""
    db = sqlite3.connect(":memory:", isolation_level=None)
    db.row_factory = sqlite3.Row
    for name in migrations.STEPS:
        _take(db, name)
    first, last = sorted(ends)
    db.execute(
        "insert into period_standings values ('x', 'x', ?, ?, 'closed', ?, '', '')",
        (first.isoformat(), last.isoformat(), NOW.isoformat()),
    )
    blocked = _is_refused(db, year)
    told = locks.refusal(db, "budgets", ({"year": year},))
    db.close()
    assert bool(told.facts) is blocked
    if last - first < dt.timedelta(days=274):
        assert not blocked
    elif first <= dt.date(year, 1, 1) and last >= dt.date(year, 12, 31):
        assert blocked


def _take(db: Any, name: str) -> None:
    sql: str = import_module(f"desktop.store.steps.{name}").SQL
    for statement in sql.split(";\n"):
        db.execute(statement)


def _is_refused(db: Any, year: int) -> bool:
    try:
        db.execute(
            "insert into budgets values ('b', 'a', ?, 's', 0, 0, 0, null, '')", (year,)
        )
    except sqlite3.IntegrityError as error:
        return locks.is_lock(error)
    return False
