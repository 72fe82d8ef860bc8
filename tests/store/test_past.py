"""An office is shown exactly as it was after any of its changes."""

import datetime as dt
import os
import sqlite3
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from desktop.errors import Cancelled, StoreUnavailableError
from desktop.operations.entries.record_entry import record
from desktop.progress import Step
from desktop.records.activity import Activity
from desktop.records.agency import Agency
from desktop.records.task import Task
from desktop.store import history, journal, listing, past, records, search, undoing
from desktop.store.shelves import SHELVES
from desktop.store.store import Store
from desktop.store.views import View
from tests.builders import UNIT, a_bare_store, an_activity
from tests.store.deeds import record_one

NAMES = st.sampled_from(["một", "hai", "ba"])
TABLES = [shelf.table for shelf in SHELVES] + ["changes", "journal", "preferences"]
Snapshot = dict[str, list[tuple[Any, ...]]]


def everything(db: sqlite3.Connection) -> Snapshot:
    """Return every row of every table, in the order of their ids."""
    return {
        table: [tuple(row) for row in db.execute(f"select * from {table} order by id")]  # noqa: S608
        for table in TABLES
    }


def copies() -> set[Path]:
    return set(Path(tempfile.gettempdir()).glob(f"{past.FOLDER}*"))


class LookingBack(RuleBasedStateMachine):
    """Do any deeds in any order, and keep beside them what the file held each time."""

    @initialize()
    def open(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.store = a_bare_store(Path(self.folder.name) / "so.stt")
        with self.store.change("add_agency") as change:
            records.put(change, Agency(id=UNIT, name="Xã"))  # type: ignore[arg-type]
        self.kept: dict[int, Snapshot] = {}
        self.keep()

    def keep(self) -> None:
        db = self.store.reader
        self.kept[history.last_number(db)] = everything(db)

    @rule(name=NAMES, attendance=st.integers(0, 9))
    def put(self, name: str, attendance: int) -> None:
        record_one(self.store, name, title=name, attendance=attendance)
        self.keep()

    @rule(names=st.lists(NAMES, min_size=2, max_size=4))
    def put_and_remove_in_one_deed(self, names: list[str]) -> None:
        with self.store.change("record_many") as change:
            for name in names:
                records.put(change, an_activity(id=name, title=f"{name} khác"))
            records.remove(change, Activity, names[0])
        self.keep()

    @rule(name=NAMES)
    def remove(self, name: str) -> None:
        with self.store.change("remove", name) as change:
            records.remove(change, Activity, name)
        self.keep()

    @rule(name=NAMES)
    def rename_the_unit(self, name: str) -> None:
        with self.store.change("rename_agency", name) as change:
            renamed = Agency(id=UNIT, name=name)  # type: ignore[arg-type]
            records.put(change, renamed)
        self.keep()

    @rule()
    def undo(self) -> None:
        newest = journal.undoable(self.store.reader)
        if newest is not None and newest.verb not in {"prepare", "add_agency"}:
            undoing.undo(self.store)
        self.keep()

    @rule()
    def redo(self) -> None:
        undoing.redo(self.store)
        self.keep()

    def teardown(self) -> None:
        if not hasattr(self, "store"):
            return
        try:
            for number, snapshot in self.kept.items():
                with past.open_past(self.store, number).store as then:
                    assert everything(then.reader) == snapshot, number
                    assert journal.broken_link(then.reader) is None
                    self.the_index_fits(then)
        finally:
            self.store.close()
            self.folder.cleanup()

    def the_index_fits(self, then: Store) -> None:
        found = {one.title for one in records.each(then.reader, Activity)}
        for name in ("một", "hai", "ba"):
            hits = search.find(then.reader, name)
            there = any(name in title for title in found)
            agency = records.get(then.reader, Agency, UNIT)
            assert agency is not None
            assert bool(hits) == (there or agency.name == name), name


TestLookingBack = LookingBack.TestCase
TestLookingBack.settings = settings(
    max_examples=25, stateful_step_count=20, deadline=None, derandomize=True
)


def test_lists_and_titles_are_those_of_then(store: Store) -> None:
    record(store, an_activity(id="a"))
    number = history.last_number(store.reader)
    record(store, an_activity(id="a", title="Tên mới"))
    record(store, an_activity(id="b"))
    with past.open_past(store, number).store as then:
        view = View(record=Activity, day="last_day")
        (only,) = listing.block(then.reader, view, 0, 10)
    assert only == an_activity(id="a")


def test_two_tasks_that_changed_numbers_change_them_back(store: Store) -> None:
    one, other, *_ = records.find(store.reader, Task)
    number = history.last_number(store.reader)
    with store.change("renumber_tasks") as change:
        records.put(change, replace(one, code="giữ chỗ"))
        records.put(change, replace(other, code=one.code))
        records.put(change, replace(one, code=other.code))
    with past.open_past(store, number).store as then:
        found = {each.id: each for each in records.find(then.reader, Task)}
        unique = "select count(*) from sqlite_master where name = 'task_codes'"
        assert then.reader.execute(unique).fetchone()[0] == 1
    assert (found[one.id], found[other.id]) == (one, other)


def test_nothing_can_be_written_there(store: Store) -> None:
    number = history.last_number(store.reader)
    with past.open_past(store, number).store as then:
        with pytest.raises(StoreUnavailableError) as caught:
            record(then, an_activity())
        assert caught.value.reason == "past"
        with pytest.raises(sqlite3.OperationalError):
            then.reader.execute("delete from activities")
    assert records.count(store.reader, Activity) == 0


def test_the_copy_goes_with_its_store_and_the_office_stays(store: Store) -> None:
    before, there = everything(store.reader), copies()
    opened = past.open_past(store, 1)
    folder = opened.store.path.parent
    assert folder.is_dir()
    opened.store.close()
    assert not folder.exists()
    assert copies() == there
    assert everything(store.reader) == before


def test_who_stops_it_finds_no_copy_left(store: Store) -> None:
    record(store, an_activity())
    there = copies()

    def stop(step: Step) -> None:
        if step.stage == "putting_back":
            raise Cancelled

    with pytest.raises(Cancelled):
        past.open_past(store, 1, stop)
    assert copies() == there


def test_a_copy_a_dead_program_left_is_swept_away_after_a_day(store: Store) -> None:
    old, new = (Path(tempfile.mkdtemp(prefix=past.FOLDER)) for _ in range(2))
    (old / "so.stt").write_bytes(b"x")
    two_days_ago = time.time() - 2 * 24 * 60 * 60
    os.utime(old, (two_days_ago, two_days_ago))
    past.open_past(store, 1).store.close()
    assert not old.exists()
    assert new.exists()
    new.rmdir()


def test_columns_that_came_later_are_told_and_stand_at_their_beginning(
    store: Store,
) -> None:
    record(store, an_activity(id="a"))
    number = history.last_number(store.reader)
    with store.scribble() as db:  # as a program before those columns recorded it
        for side in ("after", "before"):
            db.execute(
                f"update journal set {side} = json_remove({side}, '$.mode', "  # noqa: S608
                "'$.co_chairs', '$.joined_to') where place = 'activities'"
            )
    changed = an_activity(id="a", mode="online", co_chairs=(UNIT,), attendance=1)
    with store.change("amend") as change:
        records.put(change, changed)
    with store.scribble() as db:
        db.execute(
            "update journal set before = json_remove(before, '$.mode', "
            "'$.co_chairs', '$.joined_to') where place = 'activities' and change > ?",
            (number,),
        )
    opened = past.open_past(store, number)
    with opened.store as then:
        assert records.get(then.reader, Activity, "a") == an_activity(id="a")
    assert opened.later_columns == (
        ("activities", "co_chairs"),
        ("activities", "joined_to"),
        ("activities", "mode"),
    )


def test_the_moment_of_its_newest_change_is_told(store: Store) -> None:
    record(store, an_activity())
    opened = past.open_past(store, 2)
    opened.store.close()
    assert opened.change == 2
    assert opened.at == store.now().replace(microsecond=0)
    assert isinstance(opened.at, dt.datetime)
