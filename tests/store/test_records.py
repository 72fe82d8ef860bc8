"""Records are put, got, listed and removed, one row each."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.records.activity import Activity
from desktop.records.agency import Agency
from desktop.store import records
from desktop.store.store import Store
from tests.builders import OWN, a_bare_store, an_activity


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with a_bare_store(tmp_path / "so.stt") as opened:
        yield opened


def put(store: Store, *many: object) -> list[bool]:
    with store.change("record") as change:
        return [records.put(change, one) for one in many]


def test_what_was_put_is_got(store: Store) -> None:
    assert put(store, an_activity()) == [True]
    assert records.get(store.reader, Activity, "activity") == an_activity()
    assert records.get(store.reader, Activity, "nobody") is None


def test_putting_the_same_again_changes_nothing_and_something_else_amends(
    store: Store,
) -> None:
    put(store, an_activity())
    amended = replace(an_activity(), title="Tên mới", attendance=None)
    assert put(store, an_activity(), amended) == [False, True]
    assert records.get(store.reader, Activity, "activity") == amended
    assert records.count(store.reader, Activity) == 1


def test_removing_tells_whether_there_was_one(store: Store) -> None:
    put(store, an_activity())
    with store.change("remove") as change:
        assert records.remove(change, Activity, "activity")
        assert not records.remove(change, Activity, "activity")
    assert records.count(store.reader, Activity) == 0


def test_a_list_comes_in_the_order_of_its_shelf(store: Store) -> None:
    days = (3, 9, 3, 1)
    put(
        store,
        *(
            an_activity(id=f"a{n}", last_day=dt.date(2024, 5, day))
            for n, day in enumerate(days)
        ),
    )
    found = [one.id for one in records.find(store.reader, Activity)]
    assert found == ["a1", "a2", "a0", "a3"]  # newest day first, then newest entry


def test_every_condition_must_hold_and_both_ends_are_included(store: Store) -> None:
    def at(name: str, day: int, kind: str = "training") -> Activity:
        return an_activity(kind, id=name, last_day=dt.date(2024, 5, day))

    put(store, at("a", 1), at("b", 2), at("c", 3), at("d", 2, "contest"))
    found = records.find(
        store.reader,
        Activity,
        where={"kind": "training", "agency": OWN},
        between=("last_day", "2024-05-02", "2024-05-03"),
    )
    assert [one.id for one in found] == ["c", "b"]


def test_none_is_found_as_none(store: Store) -> None:
    put(store, an_activity(channel=None), an_activity(id="b", channel="meeting"))
    found = records.find(store.reader, Activity, where={"channel": None})
    assert [one.id for one in found] == ["activity"]


def test_a_value_is_never_statement(store: Store) -> None:
    where = {"name": "x' or '1'='1"}
    assert records.find(store.reader, Agency, where=where) == ()


def test_a_class_that_has_no_table_is_our_mistake(store: Store) -> None:
    with pytest.raises(KeyError):
        put(store, dt.date(2024, 1, 1))


def test_many_are_added_as_if_one_by_one_and_their_ids_come_in_order(
    store: Store,
) -> None:
    many = [an_activity(id="", title=f"Hội nghị {number}") for number in range(3)]
    with store.change("import") as change:
        ids = records.add_all(change, many)
        assert len(change.touches) == 3
    assert len(set(ids)) == 3
    found = [records.get(store.reader, Activity, one) for one in ids]
    assert found == [replace(one, id=key) for one, key in zip(many, ids, strict=True)]


def test_of_nothing_nothing_is_added(store: Store) -> None:
    with store.change("import") as change:
        assert records.add_all(change, []) == ()
        assert not change.touches


def test_adding_gives_an_id_of_its_own_and_is_kept_in_the_journal(
    store: Store,
) -> None:
    with store.change("record") as change:
        made = [records.add(change, an_activity(id="")) for _ in range(2)]
    assert len({*made}) == 2
    found = records.get(store.reader, Activity, made[0])
    assert found == replace(an_activity(), id=made[0])
    assert change.touched == {"activities"}
    assert [touch.before for touch in change.touches] == [None, None]
