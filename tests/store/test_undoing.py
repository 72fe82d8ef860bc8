"""Undo and redo, held against a dictionary by a machine that tries every order."""

import tempfile
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
)

from desktop.errors import ConflictError
from desktop.records.activity import Activity
from desktop.records.change import ChangeKind
from desktop.store import journal, records, search, undoing
from desktop.store.rows import to_row
from desktop.store.store import Store
from tests.builders import a_bare_store, an_activity

NAMES = st.sampled_from(["một", "hai", "ba"])


class Undo(RuleBasedStateMachine):
    """Record, amend, remove, undo and redo in any order, beside plain dictionaries."""

    @initialize()
    def open(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.store = a_bare_store(Path(self.folder.name) / "so.stt")
        with self.store.change("fence", kind=ChangeKind.FIXED) as change:
            records.put(change, an_activity(id="fence"))
        # the preparation is a deed too: take it as the bottom of the stack
        self.past: list[dict[str, Activity]] = []
        self.future: list[dict[str, Activity]] = []
        self.now: dict[str, Activity] = {"fence": an_activity(id="fence")}

    def _done(self, now: dict[str, Activity]) -> None:
        if now != self.now:
            self.past.append(self.now)
            self.future.clear()
            self.now = now

    @rule(name=NAMES, attendance=st.integers(0, 9))
    def put(self, name: str, attendance: int) -> None:
        one = an_activity(id=name, title=name, attendance=attendance)
        with self.store.change("record") as change:
            records.put(change, one)
        self._done(self.now | {name: one})

    @rule(names=st.lists(NAMES, min_size=2, max_size=4))
    def put_many_in_one_deed(self, names: list[str]) -> None:
        now = dict(self.now)
        with self.store.change("record_many") as change:
            for number, name in enumerate(names):
                one = an_activity(id=name, title=name, attendance=number)
                records.put(change, one)
                now[name] = one
        if names and now == self.now:
            # written twice within one deed and back as it was: a deed all the same
            return self._follow_journal()
        return self._done(now)

    def _follow_journal(self) -> None:
        entry = journal.undoable(self.store.reader)
        newest = self.store.last_change()
        if entry is not None and newest is not None and entry.id == newest.id:
            self.past.append(self.now)
            self.future.clear()

    @rule(name=NAMES)
    def remove(self, name: str) -> None:
        with self.store.change("remove") as change:
            records.remove(change, Activity, name)
        self._done({key: one for key, one in self.now.items() if key != name})

    @rule()
    def undo(self) -> None:
        if not self.past:
            return
        assert undoing.undo(self.store) is not None
        self.future.append(self.now)
        self.now = self.past.pop()

    @rule()
    def redo(self) -> None:
        done = undoing.redo(self.store)
        assert (done is not None) == bool(self.future)
        if self.future:
            self.past.append(self.now)
            self.now = self.future.pop()

    @rule()
    def reopen(self) -> None:
        self.store.close()
        self.store = Store(self.store.path)

    @invariant()
    def the_file_holds_what_the_dictionary_holds(self) -> None:
        found = {one.id: one for one in records.each(self.store.reader, Activity)}
        assert found == self.now

    @invariant()
    def the_index_finds_what_is_there_and_nothing_else(self) -> None:
        for name in ("một", "hai", "ba"):
            hits = search.find(self.store.reader, name)
            assert bool(hits) == (name in self.now)

    @invariant()
    def the_chain_is_unbroken(self) -> None:
        assert journal.broken_link(self.store.reader) is None

    def teardown(self) -> None:
        if hasattr(self, "store"):
            self.store.close()
            self.folder.cleanup()


TestUndo = Undo.TestCase
TestUndo.settings = settings(
    max_examples=25, stateful_step_count=25, deadline=None, derandomize=True
)


@pytest.fixture
def bare(tmp_path: Path) -> Any:
    with a_bare_store(tmp_path / "so.stt") as store:
        yield store


def test_nothing_to_undo_is_no_fault(store: Store) -> None:
    assert undoing.undo(store) is None
    assert undoing.redo(store) is None


def test_a_row_changed_since_is_a_conflict_and_nothing_is_put_back(bare: Store) -> None:
    with bare.change("record") as change:
        records.put(change, an_activity())
    with bare.change("issue_report", kind=ChangeKind.FIXED) as change:
        records.put(change, replace(an_activity(), attendance=7))
    with pytest.raises(ConflictError) as caught:
        undoing.undo(bare)
    assert caught.value.reason == "changed_since"
    found = records.get(bare.reader, Activity, "activity")
    assert found is not None
    assert found.attendance == 7


def test_undo_answers_with_the_deed_and_not_with_the_undo(bare: Store) -> None:
    with bare.change("record", "Tập huấn") as change:
        records.put(change, an_activity())
    undone = undoing.undo(bare)
    assert undone is not None
    assert (undone[0].verb, undone[0].subject) == ("record", "Tập huấn")
    assert undone[1] == {"activities"}
    redone = undoing.redo(bare)
    assert redone is not None
    assert redone[0].verb == "record"


def test_what_has_left_the_house_is_not_undone(bare: Store) -> None:
    with bare.change("record", "một") as change:
        records.put(change, an_activity(id="một"))
    with bare.change("issue_report", kind=ChangeKind.FIXED) as change:
        records.put(change, an_activity(id="hai"))
    undone = undoing.undo(bare)
    assert undone is not None
    assert undone[0].verb == "record"
    assert records.get(bare.reader, Activity, "hai") is not None


def test_what_was_removed_before_a_column_got_its_name_comes_back_whole(
    tmp_path: Path,
) -> None:
    show = an_activity("mobile_show", id="a", surface=Decimal(12))
    with a_bare_store(tmp_path / "so.stt") as store:
        for row in (show, None):
            with store.change("record" if row else "remove") as change:
                change.write("activities", "a", to_row(row) if row else None)
        with store.scribble() as db:
            db.execute(
                "update journal set before = replace(before, ?, ?) "
                "where after is null and place = 'activities'",
                ('"surface":"12"', '"area":12'),
            )
        undoing.undo(store)
        assert records.get(store.reader, Activity, "a") == show
