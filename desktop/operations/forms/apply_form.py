"""Write what a form says into the office, as part of the change of an intake."""

from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from pathlib import Path

from desktop.errors import ConflictError
from desktop.files.forms.reading import read_forms
from desktop.operations.entries.holding_events import events_held
from desktop.operations.forms.inspect_form import (
    FormInspector,
    Inspected,
    content_hash,
)
from desktop.records.activity import Activity
from desktop.records.arrival import Arrival, Fate
from desktop.records.returns import Return, ReturnKind
from desktop.rules.forms.found import FormRead
from desktop.rules.forms.judging import Judged
from desktop.rules.intake.left_out import LeftOut, left_out
from desktop.rules.intake.statements import QUESTION
from desktop.store import received, records
from desktop.store.change import Change
from desktop.store.shelves import BY_TABLE
from desktop.store.store import Store


class FormsInTurn:
    """Read the forms of one intake again, while those before them are written.

    What an officer saw is not what is written: the kept file is, read once more and
    held against what he saw.
    """

    def __init__(self, store: Store, arrivals: Sequence[Arrival]) -> None:
        """Begin to read the forms among some arrivals, in their order."""
        paths = [one.path for one in arrivals if one.kind is ReturnKind.FORM]
        self._store = store
        self._reads: Iterator[FormRead] = read_forms(paths)

    @cached_property
    def _inspector(self) -> FormInspector:
        """What holds forms against the office; an intake of packages needs none."""
        return FormInspector(self._store)

    def inspected(self, arrival: Arrival) -> Inspected:
        """Return what the next form says.

        Raises:
            ConflictError: `received_altered`: the file is not the one inspected;
                `table_changed_since`: it would do something else now.
        """
        read = self._next(arrival.path)
        form = self._inspector.recognised(read)
        if form is None or arrival.agency is None:
            raise ConflictError("received_altered", arrival.name)
        found = self._inspector.inspected(read, form, arrival.agency)
        if content_hash(found) != arrival.content_sha256:
            raise ConflictError("received_altered", arrival.name)
        rows = tuple(one for one in arrival.rows if one.place != QUESTION)
        if tuple(one.row for one in found.judgement.rows) != rows:
            raise ConflictError("table_changed_since", arrival.name)
        return found

    def _next(self, path: Path) -> FormRead:
        for read in self._reads:
            if read.path == path:
                return read
        return next(read_forms([path]))


def apply_form(  # noqa: PLR0913  where it goes, what it is, and what stays out
    change: Change,
    store: Store,
    arrival: Arrival,
    keep: frozenset[str],
    ret: Return,
    turn: FormsInTurn | None = None,
    *,
    left: Collection[LeftOut] = (),
) -> None:
    """Write the entries and totals of a form, and which return put each of them.

    Args:
        change: The intake's change; the return itself is put by the caller, before.
        store: The office, as it stood before the change.
        arrival: The form as it was inspected.
        keep: Ids of rows edited here that stay as they are.
        ret: The return under which the form is kept.
        turn: Reads all forms of the intake; None reads this one alone.
        left: Days another file tells: nothing new of them is taken in.

    Raises:
        ConflictError: The file is no longer the one inspected, or would do something
            else now; a period is locked.
        InputError: Entries of a shared event no longer fit each other.
    """
    found = (turn or FormsInTurn(store, (arrival,))).inspected(arrival)
    rows = [one for one in found.judgement.rows if _wanted(one, keep, left)]
    changing = [
        one.row.row_id
        for one in rows
        if isinstance(one.before, Activity) and one.row.fate is not Fate.SAME
    ]
    with events_held(change, changing):
        for one in rows:
            _write(change, one)
    told = ((r.row.place, r.row.row_id, r.row.at) for r in rows if r.record is not None)
    received.note(change, ret.id, told)


def _wanted(one: Judged, keep: frozenset[str], left: Collection[LeftOut]) -> bool:
    """Tell whether a row is written or confirmed: one kept here is neither."""
    if one.row.fate is Fate.ADD and left_out(one.record, one.record.agency, left):
        return False
    return one.row.fate is not Fate.KEEP or one.row.row_id not in keep


def _write(change: Change, one: Judged) -> None:
    if one.row.fate is Fate.SAME:
        return
    if one.record is None:
        records.remove(change, BY_TABLE[one.row.place].record, one.row.row_id)
    else:
        records.put(change, one.record)
