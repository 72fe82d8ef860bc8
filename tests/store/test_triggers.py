"""Triggers stand aside for very many rows, and nothing is let through or forgotten."""

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import ConflictError
from desktop.records.activity import Activity
from desktop.store import lookups, records, rows, triggers, undoing
from desktop.store.many_rows import by_column
from desktop.store.rows import Row
from desktop.store.shelves import BY_TABLE
from desktop.store.store import Change, Store
from desktop.store.triggers import Triggers
from tests import builders
from tests.store.test_locks import (
    AFTER,
    DATED,
    HALF,
    IN_HALF,
    OF_A_YEAR,
    a_standing,
    on,
)

WATCHED = (*DATED, *OF_A_YEAR)


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let them stand aside for two rows."""
    monkeypatch.setattr(triggers, "MANY", 2)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with builders.a_bare_store(tmp_path / "so.stt") as made:
        yield made


def schema(db: sqlite3.Connection) -> set[tuple[Any, ...]]:
    return {tuple(r) for r in db.execute("select type, name, sql from sqlite_schema")}


def standing(db: sqlite3.Connection, table: str) -> set[str]:
    found = db.execute(
        "select name from sqlite_schema where type = 'trigger' and tbl_name = ?",
        (table,),
    )
    return {str(row[0]) for row in found}


def locked_row(table: str) -> Any:
    if table in OF_A_YEAR:
        return OF_A_YEAR[table]
    return on(*DATED[table], IN_HALF)


def many(day: str, first: int = 0, count: int = 3) -> list[Row]:
    return [
        rows.to_row(
            builders.an_activity(id=f"a{number}", first_day=day, last_day=day, tasks=())
        )
        for number in range(first, first + count)
    ]


def add(change: Change, given: list[Row]) -> None:
    change.add_rows("activities", by_column(given))


@pytest.mark.parametrize("table", WATCHED)
def test_those_of_every_watched_table_can_be_told_of_many_rows(
    store: Store, table: str
) -> None:
    with store.change("record") as change:
        before = schema(change.db)
        aside = Triggers(change.db)
        aside.stand_aside(table, 2)
        left = standing(change.db, table)
        aside.stand_again()
        assert schema(change.db) == before
    assert left == {one for one in standing(store.reader, table) if "insert" not in one}


@pytest.mark.parametrize("table", WATCHED)
def test_what_a_locked_period_refuses_of_one_row_it_refuses_of_many(
    store: Store, table: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(triggers, "MANY", 1)
    row = rows.to_row(locked_row(table))
    year = (HALF[0], HALF[1].replace(month=12, day=14))
    with store.change("record") as change:
        records.put(change, a_standing(year))
    with pytest.raises(ConflictError) as alone, store.change("record") as change:
        change.write(table, str(row["id"]), row)
    with pytest.raises(ConflictError) as together, store.change("take_in") as change:
        change.add_rows(table, by_column([row]))
    assert together.value.args == alone.value.args
    assert together.value.reason == "period_locked"
    assert not records.find(store.reader, BY_TABLE[table].record)


def test_the_row_that_is_refused_is_named(store: Store) -> None:
    with store.change("record") as change:
        records.put(change, a_standing(HALF))
    given = many(AFTER.isoformat())
    given[1] = {**many(IN_HALF.isoformat())[1], "title": "Hội nghị khóa"}
    with pytest.raises(ConflictError) as caught, store.change("take_in") as change:
        add(change, given)
    assert caught.value.facts[-2:] == (IN_HALF.isoformat(), "Hội nghị khóa")
    assert standing(store.reader, "activities") >= {"activities_locked_insert"}


def test_rows_of_an_open_day_are_written_beside_a_locked_one(store: Store) -> None:
    with store.change("record") as change:
        records.put(change, a_standing(HALF))
    with store.change("take_in") as change:
        add(change, many(AFTER.isoformat()))
    assert records.count(store.reader, Activity) == 3


def test_days_are_marked_for_their_sums_once(store: Store) -> None:
    with store.change("record") as change:
        change.db.execute("insert into day_series values (1, 'x', 1)")
        add(change, many("2024-05-20"))
        add(change, many("2024-07-01", first=3))
        found = change.db.execute("select place, day from stale_days order by day")
        marked = [tuple(row) for row in found]
        change.db.execute("delete from day_series")
        change.db.execute("delete from stale_days")
    assert marked == [("activities", "2024-05-20"), ("activities", "2024-07-01")]


def test_no_day_is_marked_where_no_sums_are_kept(store: Store) -> None:
    with store.change("record") as change:
        add(change, many("2024-05-20"))
        assert not change.db.execute("select * from stale_days").fetchall()


def test_they_stand_again_for_the_next_single_row(store: Store) -> None:
    with store.change("record") as change:
        records.put(change, a_standing(HALF))
    closed = {**many(IN_HALF.isoformat())[0], "id": "z"}
    with store.change("take_in") as change:
        add(change, many(AFTER.isoformat()))
        with pytest.raises(ConflictError) as caught:
            change.write("activities", "z", closed)
    assert caught.value.reason == "period_locked"


def test_after_it_the_schema_is_word_for_word_what_it_was(store: Store) -> None:
    before = schema(store.reader)
    with store.change("take_in") as change:
        add(change, many("2024-05-20"))
        assert schema(change.db) < before
    assert schema(store.reader) == before


def test_a_change_that_fails_never_took_them_away(store: Store) -> None:
    before = schema(store.reader)
    with contextlib.suppress(ZeroDivisionError), store.change("take_in") as change:
        add(change, many("2024-05-20"))
        raise ZeroDivisionError
    assert records.count(store.reader, Activity) == 0
    assert schema(store.reader) == before


def test_what_finds_the_rows_is_not_made_anew_for_it(store: Store) -> None:
    with store.change("take_in") as change:
        add(change, many("2024-05-20"))
    assert lookups.are_ours(store.reader)


def test_nor_is_it_where_those_of_two_tables_stood_aside(store: Store) -> None:
    products = [
        rows.to_row(builders.a_product(id=f"p{number}", tasks=()))
        for number in range(3)
    ]
    before = schema(store.reader)
    with store.change("take_in") as change:
        add(change, many("2024-05-20"))
        change.add_rows("products", by_column(products))
    assert lookups.are_ours(store.reader)
    assert schema(store.reader) == before


def test_lookups_made_by_other_rules_are_not_called_ours_for_it(store: Store) -> None:
    with store.change("take_in") as change:
        change.db.execute("update lookups_made set rules = 'others'")
        add(change, many("2024-05-20"))
    assert not lookups.are_ours(store.reader)


def test_for_few_rows_they_stay(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(triggers, "MANY", 4)
    with store.change("take_in") as change:
        before = schema(change.db)
        add(change, many("2024-05-20"))
        assert schema(change.db) == before
        add(change, many("2024-05-20", first=3))
        assert schema(change.db) < before


def test_one_that_does_something_else_keeps_all_of_its_table_in_place(
    store: Store,
) -> None:
    with store.change("take_in") as change:
        change.db.execute(
            "create trigger odd after insert on activities when new.title <> '' "
            "begin delete from days_off; end"
        )
        before = schema(change.db)
        add(change, many("2024-05-20"))
        assert schema(change.db) == before
        change.db.execute("drop trigger odd")


def test_an_undone_intake_leaves_them_as_they_were(store: Store) -> None:
    before = schema(store.reader)
    with store.change("take_in") as change:
        add(change, many("2024-05-20"))
    undoing.undo(store)
    assert schema(store.reader) == before
    assert records.count(store.reader, Activity) == 0


@given(
    days=st.lists(
        st.dates(HALF[0], AFTER.replace(month=9)).map(str), min_size=2, max_size=6
    )
)
def test_many_rows_are_refused_exactly_when_one_of_them_is(
    days: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("so") / "so.stt"
    given_rows = [
        {**row, "id": f"a{number}"}
        for number, day in enumerate(days)
        for row in many(day, count=1)
    ]
    with builders.a_bare_store(path) as store:
        with store.change("record") as change:
            records.put(change, a_standing(HALF))
        try:
            with store.change("take_in") as change:
                add(change, given_rows)
        except ConflictError:
            refused = True
        else:
            refused = False
    assert refused == any(day <= HALF[1].isoformat() for day in days)
