"""Cells change as one deed, or not at all."""

import pytest

from desktop.errors import ConflictError, InputError
from desktop.operations.entries.amend_cells import amend_cells
from desktop.operations.entries.record_entry import record_many
from desktop.operations.history.redo import redo
from desktop.operations.history.undo import undo
from desktop.records.activity import Activity
from desktop.rules.cell_edits import CellEdit
from desktop.store import journal, records
from desktop.store.store import Store
from tests import builders


def edit(record_id: str, **values: object) -> CellEdit:
    return CellEdit(record=Activity, id=record_id, values=values)


def kept(store: Store, record_id: str) -> Activity | None:
    return records.get(store.reader, Activity, record_id)


@pytest.fixture
def filled(store: Store) -> Store:
    record_many(store, [builders.an_activity(id=name) for name in "ab"])
    return store


def test_cells_and_new_entries_are_one_deed_and_taken_back_as_one(
    filled: Store,
) -> None:
    outcome = amend_cells(
        filled,
        [edit("a", place="x", people=5), edit("b", place="y")],
        "paste_cells",
        "3 ô",
        new=[builders.an_activity(id="c", title=" Mới ")],
    )
    assert [str(one.id) for one in outcome.value] == ["a", "b", "c"]  # type: ignore[attr-defined]
    assert "activities" in outcome.touched
    entry = journal.entries(filled.reader, limit=1)[0]
    assert (entry.verb, entry.subject) == ("paste_cells", "3 ô")
    new = kept(filled, "c")
    assert new is not None
    assert new.title == "Mới"
    undo(filled)
    assert kept(filled, "c") is None
    assert kept(filled, "a") == builders.an_activity(id="a")
    redo(filled)
    again = kept(filled, "b")
    assert again is not None
    assert again.place == "y"


def test_each_record_is_changed_as_it_stands_when_its_turn_comes(
    filled: Store,
) -> None:
    amend_cells(filled, [edit("a", place="x")])
    amend_cells(filled, [edit("a", people=5)])
    found = kept(filled, "a")
    assert found is not None
    assert (found.place, found.people) == ("x", 5)


def test_one_refused_cell_keeps_all_of_them_out(filled: Store) -> None:
    with pytest.raises(InputError) as refused:
        amend_cells(filled, [edit("a", place="x"), edit("b", attendance=-1)])
    (problem,) = refused.value.problems
    assert (problem.field, problem.code, problem.entry) == ("attendance", "negative", 2)
    assert kept(filled, "a") == builders.an_activity(id="a")
    with pytest.raises(InputError):
        amend_cells(filled, [edit("a", first_day=None)])


def test_a_record_that_is_gone_is_a_conflict(filled: Store) -> None:
    with pytest.raises(ConflictError) as conflict:
        amend_cells(filled, [edit("gone", place="x")])
    assert conflict.value.reason == "entry_gone"
