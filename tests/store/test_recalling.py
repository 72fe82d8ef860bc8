"""Single rows go back as they stood, with their evidence, and nothing else moves."""

import pytest

from desktop.errors import ConflictError
from desktop.operations.entries.record_entry import record, record_many
from desktop.operations.entries.remove_entry import remove
from desktop.records.activity import Activity
from desktop.records.evidence import Evidence
from desktop.records.target import Achievement, Target
from desktop.records.task import Task
from desktop.store import history, recalling, records
from desktop.store.store import Store
from tests.builders import NOW, OWN, PLAN, an_activity


def paper(name: str, row_id: str) -> Evidence:
    return Evidence(
        id=name,  # type: ignore[arg-type]
        place="activities",
        row_id=row_id,
        name=f"{name}.pdf",
        sha256="0" * 64,
        size=1,
        media="application/pdf",
        added_at=NOW,
        source_sha256="0" * 64,
    )


def number(store: Store) -> int:
    return history.last_number(store.reader)


def put_back(store: Store, *keys: tuple[str, str], change: int) -> int:
    found = recalling.stood(store.reader, keys, change)
    with store.change("bring_back") as deed:
        return recalling.put_back(deed, found)


def test_a_removed_row_comes_back_with_the_evidence_it_had_then(store: Store) -> None:
    record_many(store, [an_activity(id="a"), an_activity(id="b")])
    with store.change("attach_evidence") as change:
        for one in (paper("e1", "a"), paper("e2", "a"), paper("e3", "b")):
            records.put(change, one)
    with store.change("remove") as change:
        records.remove(change, Evidence, "e2")
    before = number(store)
    with store.change("remove") as change:
        records.remove(change, Evidence, "e1")
        records.remove(change, Activity, "a")
    assert put_back(store, ("activities", "a"), change=before) == 2
    assert records.get(store.reader, Activity, "a") == an_activity(id="a")
    assert records.get(store.reader, Evidence, "e1") == paper("e1", "a")
    assert records.get(store.reader, Evidence, "e2") is None


def test_an_amended_row_goes_back_and_its_evidence_stays(store: Store) -> None:
    record(store, an_activity(id="a"))
    before = number(store)
    record(store, an_activity(id="a", attendance=7))
    with store.change("attach_evidence") as change:
        records.put(change, paper("e1", "a"))
    assert put_back(store, ("activities", "a"), change=before) == 1
    assert records.get(store.reader, Activity, "a") == an_activity(id="a")
    assert records.get(store.reader, Evidence, "e1") is not None


def test_what_was_not_there_then_is_left_out(store: Store) -> None:
    record(store, an_activity(id="a"))
    assert recalling.stood(store.reader, [("activities", "a")], 1) == {}


def test_columns_that_came_later_keep_what_they_hold(store: Store) -> None:
    record(store, an_activity(id="a"))
    before = number(store)
    record(store, an_activity(id="a", attendance=7, mode="training_online"))
    found = recalling.stood(store.reader, [("activities", "a")], before)
    del found["activities", "a"]["mode"]
    found["activities", "a"]["never_heard_of"] = 1
    with store.change("bring_back") as deed:
        recalling.put_back(deed, found)
    assert records.get(store.reader, Activity, "a") == an_activity(
        id="a", mode="training_online"
    )


def test_what_is_referred_to_and_gone_is_named_as_it_was_called(store: Store) -> None:
    plan = records.find(store.reader, Task)[0].plan
    one = Task(id="t9", plan=plan, position=99, code="9.9", text="Việc thử")  # type: ignore[arg-type]
    with store.change("add_task") as change:
        records.put(change, one)
    record(store, an_activity(id="a", tasks=("t9",)))
    before = number(store)
    remove(store, Activity, ("a",))
    with store.change("remove_task") as change:
        records.remove(change, Task, "t9")
    db = store.reader
    found = recalling.stood(db, [("activities", "a")], before)
    assert list(recalling.missing(db, found, before)) == ["9.9 Việc thử"]
    both = recalling.stood(db, [("activities", "a"), ("tasks", "t9")], before)
    assert list(recalling.missing(db, both, before)) == []


def test_a_goal_is_there_while_some_version_of_its_target_is(store: Store) -> None:
    reached = Achievement(
        id="k1",  # type: ignore[arg-type]
        title="Có văn bản",
        reached_on=NOW.date(),
        agency=OWN,  # type: ignore[arg-type]
        goals=(f"{PLAN}/T1",),  # type: ignore[arg-type]
    )
    target = next(one for one in records.find(store.reader, Target) if one.code == "T1")
    with store.change("record") as change:
        records.put(change, reached)
    before = number(store)
    with store.change("remove") as change:
        records.remove(change, Achievement, "k1")
    db = store.reader
    found = recalling.stood(db, [("achievements", "k1")], before)
    assert list(recalling.missing(db, found, before)) == []
    with store.change("remove_target") as change:
        records.remove(change, Target, target.id)
    (gone,) = recalling.missing(db, found, before)
    assert gone
    with_it = recalling.stood(
        db, [("achievements", "k1"), ("targets", target.id)], before
    )
    assert list(recalling.missing(db, with_it, before)) == []


def test_a_number_taken_meanwhile_is_a_conflict(store: Store) -> None:
    one = records.find(store.reader, Task)[-1]
    before = number(store)
    with store.change("remove_task") as change:
        records.remove(change, Task, one.id)
    from dataclasses import replace

    with store.change("add_task") as change:
        records.put(change, replace(one, id="t9"))  # type: ignore[arg-type]
    with pytest.raises(ConflictError) as caught:
        put_back(store, ("tasks", one.id), change=before)
    assert caught.value.reason == "taken_meanwhile"
    assert records.get(store.reader, Task, one.id) is None
