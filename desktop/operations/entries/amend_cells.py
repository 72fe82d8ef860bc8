"""Change single cells of entries, as one deed that is taken back as one."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from desktop.errors import ConflictError, InputError
from desktop.operations.entries.holding_events import events_held
from desktop.operations.entries.read_known import read_known
from desktop.operations.outcome import Outcome
from desktop.progress import Progress, Step, silent
from desktop.rules import cell_edits, entry
from desktop.rules.cell_edits import CellEdit
from desktop.rules.known import Known
from desktop.store import records
from desktop.store.store import Change, Store

_TOLD_EVERY = 100


def amend_cells(
    store: Store,
    edits: Sequence[CellEdit],
    verb: str = "edit_cell",
    subject: str = "",
    *,
    new: Sequence[object] = (),
    progress: Progress = silent,
) -> Outcome[tuple[object, ...]]:
    """Change some fields of kept entries, and keep new ones beside: all or nothing.

    Each record is changed as it stands when its turn comes, so that edits handed over
    one after the other never undo one another. The value is every record as it is now
    kept, those amended first.

    Raises:
        InputError: The rules of entry refuse something that they did not before;
            `entry` of each problem counts the records from one.
        ConflictError: A record is gone, or refers to something that is not there.
    """
    known = read_known(store)
    whole = cell_edits.merged(edits)
    total = len(whole) + len(new)
    kept: list[object] = []
    ids = [one.id for one in whole]
    with (
        store.change(verb, subject or str(total)) as change,
        events_held(change, ids),
    ):
        for number, one in enumerate(whole):
            _tell(progress, number, total)
            kept.append(_amended(change, one, known, number + 1))
        for number, record in enumerate(new, start=len(whole)):
            _tell(progress, number, total)
            kept.append(_added(change, entry.clean(record), known, number + 1))
    return Outcome(tuple(kept), change.touched)


def _amended(change: Change, edit: CellEdit, known: Known, number: int) -> object:
    before: Any = records.get(change.db, edit.record, edit.id)
    if before is None:
        raise ConflictError("entry_gone")
    empty = cell_edits.lacking(before, edit.values)
    if empty:
        raise InputError(tuple(replace(one, entry=number) for one in empty))
    after = cell_edits.changed(before, edit.values)
    _refuse(before, after, known, number)
    records.put(change, after)
    return after


def _added(change: Change, record: object, known: Known, number: int) -> object:
    _refuse(None, record, known, number)
    records.put(change, record)
    return record


def _refuse(before: object, after: object, known: Known, number: int) -> None:
    found = cell_edits.refusals(before, after, known)
    if found:
        raise InputError(tuple(replace(one, entry=number) for one in found))


def _tell(progress: Progress, number: int, total: int) -> None:
    if number % _TOLD_EVERY == 0:
        progress(Step("recording", number, total))
