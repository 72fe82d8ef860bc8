"""Records are read as they stood after any change, however they changed since."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.records.activity import Activity
from desktop.records.agency import Budget
from desktop.store import as_issued, history, journal, past, records, undoing
from desktop.store.store import Store
from tests.builders import OWN, a_bare_store, an_activity

ALL = ("last_day", "2024-01-01", "2024-12-31")


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[Store]:
    with a_bare_store(tmp_path / "so.stt") as store:
        yield store


def a_budget(**changes: Any) -> Budget:
    values: dict[str, Any] = {"agency": OWN, "year": 2024, "source": "state"}
    return Budget(**(values | changes))


def put(store: Store, *held: object) -> int:
    with store.change("amend") as change:
        for one in held:
            records.put(change, one)
    return history.last_number(store.reader)


def then(store: Store, change: int) -> set[tuple[str, str]]:
    found = as_issued.each(store.reader, Activity, change, between=ALL)
    return {(one.id, one.title) for one in found}


def test_what_was_added_changed_removed_or_moved_since_stands_as_it_did(
    bare: Store,
) -> None:
    names = ("a", "b", "c", "d")
    held = [an_activity(id=one, title=one, tasks=()) for one in names]
    outside = replace(held[3], last_day=dt.date(2025, 1, 5))
    number = put(bare, *held[:3], outside)
    before = then(bare, number)
    assert before == {("a", "a"), ("b", "b"), ("c", "c")}
    put(bare, replace(held[0], title="khác"), an_activity(id="e", title="e", tasks=()))
    put(bare, replace(held[0], title="lại khác"))
    put(bare, replace(held[1], last_day=dt.date(2025, 2, 1)), held[3])
    with bare.change("remove") as change:
        records.remove(change, Activity, "c")
    assert then(bare, number) == before
    assert {one for one, _ in then(bare, history.last_number(bare.reader))} == {
        "a",
        "e",
        "d",
    }
    one = as_issued.get(bare.reader, Activity, "c", number)
    assert one is not None
    assert (one.title, one.state) == ("c", held[2].state)
    assert as_issued.get(bare.reader, Activity, "e", number) is None


def test_a_change_is_found_by_the_hash_behind_it(bare: Store) -> None:
    number = put(bare, an_activity(tasks=()))
    head = journal.head(bare.reader)
    put(bare, an_activity(id="b", tasks=()))
    assert as_issued.change_of(bare.reader, head) == number
    assert as_issued.change_of(bare.reader, "0" * 64) is None


def test_years_are_compared_as_numbers(bare: Store) -> None:
    number = put(bare, a_budget(id="x", year=2024), a_budget(id="y", year=2025))
    put(bare, a_budget(id="x", year=2023), a_budget(id="y", year=2025, spent=5))
    found = as_issued.each(
        bare.reader, Budget, number, between=("year", "2024", "2024")
    )
    assert [one.id for one in found] == ["x"]


@settings(max_examples=8)
@given(data=st.data())
def test_it_agrees_with_a_copy_of_the_whole_office(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("office") / "so.stt"
    with a_bare_store(path) as store:
        ids = st.sampled_from(["a", "b", "c"])
        months = st.integers(1, 12)
        for _ in range(data.draw(st.integers(2, 7))):
            day = dt.date(2024 + data.draw(st.integers(0, 1)), data.draw(months), 3)
            put(store, an_activity(id=data.draw(ids), last_day=day, tasks=()))
            if data.draw(st.booleans()):
                undoing.undo(store)
        number = data.draw(st.integers(1, history.last_number(store.reader)))
        found = {
            one.id: one
            for one in as_issued.each(store.reader, Activity, number, between=ALL)
        }
        with past.open_past(store, number).store as whole:
            wanted = records.find(whole.reader, Activity, between=ALL)
        assert found == {one.id: one for one in wanted}
