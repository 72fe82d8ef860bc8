"""Who told of a unit's days is found by what accepted returns hold."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from desktop.records.identity import AgencyId, Code, RecordId
from desktop.records.returns import Return, ReturnState, UnlistedTotal
from desktop.rules.counting import Span
from desktop.store import received, records, told_by_others
from desktop.store.rows import to_row
from desktop.store.store import Store
from tests.builders import UNIT, an_activity
from tests.store.intakes import take_in

DAYS = Span(dt.date(2024, 4, 1), dt.date(2024, 6, 30))
BEFORE = Span(dt.date(2024, 1, 1), dt.date(2024, 3, 31))


def told(store: Store, key: str, *, cell: str = "B2", **changes: Any) -> None:
    """Let the first return have told an entry of the unit."""
    with store.change("put") as change:
        records.put(change, an_activity(id=key, agency=UNIT, **changes))
        received.note(change, "return-1", [("activities", key, cell)])


def test_a_return_tells_of_the_days_of_what_it_holds(store: Store) -> None:
    take_in(store, 1)
    told(store, "a")
    db = store.reader
    assert told_by_others.tellers(db, {UNIT}, DAYS) == {("return-1", UNIT)}
    assert told_by_others.rows_told(db, "return-1", UNIT, DAYS) == (
        ("activities", "a"),
    )
    assert told_by_others.tellers(db, {UNIT}, BEFORE) == frozenset()
    assert told_by_others.tellers(db, {"another"}, DAYS) == frozenset()


@pytest.mark.parametrize("table", ["activities", "products", "postings", "broadcasts"])
def test_the_rows_of_the_days_alone_are_looked_through(
    store: Store, table: str
) -> None:
    sql = f"explain query plan {told_by_others.tellers_statement(table)}"
    plan = store.reader.execute(sql, ("2024-04-01", "2024-06-30", "[]")).fetchall()
    assert plan[0]["detail"].startswith("SEARCH t USING INDEX")


def test_what_was_taken_back_or_removed_tells_nothing(store: Store) -> None:
    take_in(store, 1)
    told(store, "a")
    with store.change("remove") as change:
        change.write("activities", "a", None)
    assert told_by_others.tellers(store.reader, {UNIT}, DAYS) == frozenset()
    told(store, "a")
    one = records.get(store.reader, Return, "return-1")
    assert one is not None
    with store.change("x") as change:
        records.put(change, replace(one, state=ReturnState.TAKEN_BACK))
    assert told_by_others.tellers(store.reader, {UNIT}, DAYS) == frozenset()


def test_what_began_before_goes_with_what_a_return_told(store: Store) -> None:
    take_in(store, 1)
    told(store, "a")
    earlier = told_by_others.EARLIER + "k"
    told(store, "k", cell=earlier, first_day=BEFORE.first, last_day=BEFORE.first)
    found = told_by_others.rows_told(store.reader, "return-1", UNIT, DAYS)
    assert [row_id for _, row_id in found] == ["a", "k"]


def test_a_number_of_all_a_unit_did_is_told_twice_by_nobody(store: Store) -> None:
    take_in(store, 1)
    for whole in (True, False):
        one = UnlistedTotal(
            id=RecordId("t"),
            agency=AgencyId(UNIT),
            figure=Code("copies"),
            first_day=DAYS.first,
            last_day=DAYS.last,
            value=Decimal(1),
            whole=whole,
        )
        with store.change("put") as change:
            records.put(change, one)
            received.note(change, "return-1", [("unlisted_totals", "t", "B2")])
        found = told_by_others.tellers(store.reader, {UNIT}, DAYS)
        assert bool(found) is not whole


def test_another_than_some_returns_holds_a_unit_s_days(store: Store) -> None:
    take_in(store, 1)
    told(store, "a")
    row = to_row(an_activity(id="other", agency=UNIT))
    db = store.reader
    assert told_by_others.tells_other(db, "activities", row, ())
    assert not told_by_others.tells_other(db, "activities", row, {"return-1"})
    assert not told_by_others.tells_other(db, "activities", {**row, "agency": "b"}, ())
