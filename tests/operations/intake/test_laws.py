"""Laws of the tray: twice is nothing, order is nothing, taking back is exact."""

import itertools
import shutil
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.errors import ConflictError
from desktop.operations.entries.record_entry import record
from desktop.operations.history.redo import redo
from desktop.operations.history.undo import undo
from desktop.operations.intake.accept_arrivals import accept_arrivals
from desktop.operations.intake.read_intakes import read_intakes
from desktop.operations.intake.take_back_intake import (
    look_at_taking_back,
    take_back_intake,
)
from desktop.records.activity import Activity
from desktop.records.arrival import Sorting
from desktop.records.returns import Return, ReturnState
from desktop.store import journal, received, records
from desktop.store.store import Store
from tests.builders import a_copy
from tests.operations.intake.senders import Senders, data_of, ready
from tests.operations.intake.twelve import seen

FEW = settings(max_examples=3, deadline=None)
GOOD = ("mar1", "ui", "la")
Pattern = tuple[Path, Senders]


def take_in(store: Store, *files: Path) -> str:
    """Take in whatever of some files is ready; return the intake."""
    ticked, others = ready(store, *files)
    return accept_arrivals(store, ticked, frozenset(), others=others).value.intake


def edit(store: Store, row_id: str) -> Activity:
    """Change one entry, as the officer does at her desk."""
    found = records.get(store.reader, Activity, row_id)
    assert found is not None
    changed = replace(found, attendance=(found.attendance or 0) + 1_000)
    record(store, changed)
    return changed


@FEW
@given(names=st.lists(st.sampled_from(GOOD), min_size=1, max_size=3, unique=True))
def test_taking_in_the_same_twice_changes_nothing(
    senders_pattern: Pattern, names: list[str]
) -> None:
    files = [senders_pattern[1][name] for name in names]
    with a_copy(senders_pattern[0]) as store:
        ticked, others = ready(store, *files)
        accept_arrivals(store, ticked, frozenset(), others=others)
        before, head = data_of(store), journal.head(store.reader)
        renamed = []
        for number, file in enumerate(files):
            copied = store.path.parent / f"bản sao ({number}).zip.txt"
            renamed.append(Path(shutil.copy(file, copied)))
        again = seen(store, [*files, *renamed])
        assert {one.sorting for one in again} == {Sorting.DUPLICATE}
        assert len(again) == 2 * len(files)
        with pytest.raises(ConflictError, match="taken_already"):
            accept_arrivals(store, ticked, frozenset())
        assert data_of(store) == before
        assert journal.head(store.reader) == head


@FEW
@given(order=st.permutations(GOOD), cut=st.integers(0, 3))
def test_the_order_of_arrival_does_not_matter(
    senders_pattern: Pattern, order: tuple[str, ...], cut: int
) -> None:
    files = senders_pattern[1]
    with a_copy(senders_pattern[0]) as store, a_copy(senders_pattern[0]) as other:
        take_in(store, *(files[name] for name in GOOD))
        drops = [order[:cut], order[cut:]]
        for names in filter(None, drops):
            take_in(other, *(files[name] for name in names))
        assert data_of(other) == data_of(store)


@FEW
@given(
    first=st.sets(st.sampled_from(GOOD), min_size=1),
    edited=st.integers(0, 2),
    corrected=st.booleans(),
)
def test_taking_back_restores_exactly_what_stood_before_minus_what_was_edited(
    senders_pattern: Pattern, first: set[str], edited: int, corrected: bool
) -> None:
    files = senders_pattern[1]
    with a_copy(senders_pattern[0]) as store:
        if corrected:  # there is something to go back to
            take_in(store, files["mar1"])
            first = {"mar1b", *(first - {"mar1"})}
        before = data_of(store)
        intake = take_in(store, *(files[name] for name in sorted(first)))
        new = [one for one, row in data_of(store).items() if before.get(one) != row]
        changed = {one: edit(store, one) for one in sorted(new)[:edited]}
        told = look_at_taking_back(store, intake)
        done = take_back_intake(store, intake).value
        assert done == told, "the question told what would happen"
        assert {one.row_id for one in done.kept} == set(changed)
        assert {one.reason for one in done.kept} <= {"edited"}
        assert done.restored == len(new) - len(changed)
        assert data_of(store) == {**before, **changed}
        back = [one.state for one in records.find(store.reader, Return)]
        assert back.count(ReturnState.ACCEPTED) == int(corrected)
        assert ReturnState.SUPERSEDED not in back


@FEW
@given(names=st.permutations((*GOOD, "mar1b", "bad")), count=st.integers(1, 5))
def test_nothing_vanishes_and_all_totals_add_up(
    senders_pattern: Pattern, names: tuple[str, ...], count: int
) -> None:
    files = [senders_pattern[1][name] for name in names[:count]]
    with a_copy(senders_pattern[0]) as store:
        ticked, others = ready(store, *files)
        assert len(ticked) + len(others) == len(files)
        for one in (*ticked, *others):
            counts = one.counts
            added = counts.accepted + counts.refused + counts.unchanged
            assert counts.seen == added, one.name
        done = accept_arrivals(store, ticked, frozenset(), others=others).value
        told = read_intakes(store)
        if not ticked:
            assert told == ()
            return
        (kept,) = told
        names_kept = Counter(one.name for one in kept.intake.files)
        assert names_kept == Counter(one.name for one in (*ticked, *others))
        assert kept.intake.seen == len(files) == done.seen
        assert kept.taken == len(ticked) == done.taken
        rows = [
            row
            for ret in kept.returns
            for row in received.of_return(store.reader, ret.id)
        ]
        assert len(rows) == kept.entries == done.counts.accepted
        people = sum(
            one.attendance or 0 for one in records.find(store.reader, Activity)
        )
        assert sum(ret.attendance for ret in kept.returns) == people


def test_an_undo_and_a_redo_of_an_intake_go_through_all_of_it(
    office: Store, senders: Senders
) -> None:
    before = data_of(office)
    take_in(office, senders["mar1"], senders["ui"])
    after = data_of(office)
    undo(office)
    assert data_of(office) == before
    assert not records.find(office.reader, Return)
    assert {one.sorting for one in seen(office, [senders["mar1"]])} == {Sorting.READY}
    redo(office)
    assert data_of(office) == after
    (told,) = read_intakes(office)
    take_back_intake(office, told.intake.id)
    assert data_of(office) == before
    undo(office)
    assert data_of(office) == after
    assert {one.sorting for one in seen(office, [senders["mar1"]])} == {
        Sorting.DUPLICATE
    }


def test_intakes_may_be_taken_back_in_any_order(
    senders_pattern: Pattern,
) -> None:
    files = senders_pattern[1]
    for order in itertools.permutations(range(2)):
        with a_copy(senders_pattern[0]) as store:
            before = data_of(store)
            intakes = [
                take_in(store, files["mar1"]),
                take_in(store, files["mar1b"]),
            ]
            for number in order:
                take_back_intake(store, intakes[number])
            found = {one.state for one in records.find(store.reader, Return)}
            assert found == {ReturnState.TAKEN_BACK}
            assert data_of(store) == before, order
