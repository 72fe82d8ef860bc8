"""Take in the files the officer ticked, as one change however many they are."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from desktop.errors import ConflictError
from desktop.files.arriving import kept
from desktop.operations.figures import sum_days
from desktop.operations.figures.compute_results import read_office
from desktop.operations.forms.apply_form import FormsInTurn, apply_form
from desktop.operations.intake.apply_package import apply_package
from desktop.operations.intake.held_slips import apply_held
from desktop.operations.intake.inspect_arrivals import known
from desktop.operations.intake.inspect_receipt import apply_receipt
from desktop.operations.intake.kept_files import received_folder
from desktop.operations.intake.told_twice import ToldTwice, settle
from desktop.operations.outcome import Outcome
from desktop.operations.uncollected import uncollected
from desktop.progress import Progress, Step, silent
from desktop.records.arrival import Arrival, Counts, Fate, Sorting
from desktop.records.returns import Intake, IntakeFile, Return, ReturnKind, ReturnState
from desktop.rules.intake.parts import once
from desktop.rules.intake.sorting import sort_together
from desktop.rules.intake.statements import (
    counted,
    in_turn,
    key_of,
    key_of_return,
    rivals,
    takeable,
)
from desktop.store import records
from desktop.store.change import Change
from desktop.store.store import Store

STAGE: Final = "taking_in"
VERB: Final = "take_in"


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """What became of an intake."""

    intake: str
    """Id of the intake; blank where nothing was ticked."""
    seen: int
    """Files dropped."""
    taken: int
    """Files taken in; the others were left, each with its reason."""
    counts: Counts = field(default_factory=Counts)
    """Entries and totals of the files taken in."""


def accept_arrivals(
    store: Store,
    arrivals: Sequence[Arrival],
    keep: frozenset[str],
    progress: Progress = silent,
    *,
    others: Sequence[Arrival] = (),
) -> Outcome[Accepted]:
    """Take in what was ticked; all of it or, when something fails, nothing.

    Args:
        store: The office.
        arrivals: Those ticked.
        keep: Ids of rows edited here that stay as they are.
        progress: Told now and then.
        others: Those not ticked: they are listed in the intake, with their sorting.

    Raises:
        ConflictError: `rivals` (two statements of one unit), `not_acceptable`,
            `taken_already`, `received_altered`, `told_twice` (another file told of a
            unit since it was looked at); a period is locked.
        Cancelled: The user asked to stop; nothing is stored.
    """
    seen = len(arrivals) + len(others)
    if not arrivals:
        return Outcome(Accepted(intake="", seen=seen, taken=0))
    turn = in_turn(arrivals)
    with uncollected():  # of all, for between two packages everything would be swept
        _check(store, turn)
        _make_ready(store, turn)
        with store.change(VERB, _subject(turn), progress=progress) as change:
            intake = _Intake(store, change, keep, progress)
            intake.take(turn, others)
            touched = change.touched
    done = Accepted(
        intake=intake.id, seen=seen, taken=len(turn), counts=_counted(turn, keep)
    )
    return Outcome(done, touched)


def _make_ready(store: Store, turn: Iterable[Arrival]) -> None:
    """Let the change that takes much in make its sums by day, too."""
    office, entries = read_office(store), _counted(turn, frozenset()).accepted
    sum_days.make_ready(store, office.figures, office.names, entries)


class _Intake:
    """One intake under way: everything goes into one change."""

    def __init__(
        self, store: Store, change: Change, keep: frozenset[str], progress: Progress
    ) -> None:
        """Give the intake its id and its moment."""
        self.id = str(change.new_id())
        self._store = store
        self._change = change
        self._keep = keep
        self._progress = progress
        self._at = store.now()
        self._forms: FormsInTurn | None = None
        self._told: ToldTwice | None = None

    def take(self, turn: Sequence[Arrival], others: Sequence[Arrival]) -> None:
        """Write the intake, then what each file holds, older versions first."""
        rets = [self._return(one) for one in turn]
        files = [_file(one, ret) for one, ret in zip(turn, rets, strict=True)]
        files += [_file(one, None) for one in others]
        intake = Intake(id=self.id, at=self._at, seen=len(files), files=tuple(files))
        records.put(self._change, intake)
        self._forms = FormsInTurn(self._store, turn)
        self._told = ToldTwice(self._store.reader, turn)
        for number, (one, ret) in enumerate(zip(turn, rets, strict=True)):
            self._progress(Step(STAGE, number, len(turn)))
            self._apply(one, ret)
        apply_held(self._change, self._store, self.id, self._progress)

    def _apply(self, arrival: Arrival, ret: Return | None) -> None:
        if ret is None:
            apply_receipt(self._change, self._store, arrival)
            return
        if ret.state is ReturnState.ACCEPTED:
            self._supersede(arrival)
        records.put(self._change, ret)
        if ret.state is ReturnState.HELD:
            return
        told = () if self._told is None else self._told.of(arrival)
        left = settle(self._change, arrival, told, self._keep)
        into = (self._change, self._store, arrival)
        if ret.kind is ReturnKind.FORM:
            apply_form(*into, self._keep, ret, self._forms, left=left)
        else:
            over = _asked(arrival) - self._keep
            apply_package(*into, over, ret, self._progress, left=left)

    def _supersede(self, arrival: Arrival) -> None:
        """Let what the sender told before for the same days stand no longer."""
        where = {"sender": arrival.sender, "state": str(ReturnState.ACCEPTED)}
        for one in records.find(self._change.db, Return, where=where):
            if key_of_return(one) == key_of(arrival):
                now = replace(one, state=ReturnState.SUPERSEDED)
                records.put(self._change, now)

    def _return(self, arrival: Arrival) -> Return | None:
        """Return what is kept of a file; None of a receipt, which is kept as such."""
        if arrival.sorting is Sorting.RECEIPT:
            return None
        held = arrival.sorting is Sorting.HELD
        if arrival.kind is None or arrival.agency is None:
            raise ConflictError("not_acceptable", arrival.name)
        if arrival.first_day is None or arrival.last_day is None:
            raise ConflictError("not_acceptable", arrival.name)
        return Return(
            id=str(self._change.new_id()),
            intake=self.id,
            kind=arrival.kind,
            agency=arrival.agency,
            sender=arrival.sender,
            sender_name=arrival.sender_name,
            period_code=arrival.period_code,
            first_day=arrival.first_day,
            last_day=arrival.last_day,
            source=arrival.source,
            version=max(arrival.version, 1),
            slip=arrival.slip,
            corrects=arrival.corrects,
            package_id=arrival.package_id,
            file_name=arrival.name,
            file_sha256=arrival.sha256,
            content_sha256=arrival.content_sha256 or arrival.sha256,
            entries=arrival.control.entries,
            attendance=arrival.control.attendance,
            control=arrival.control.code,
            state=ReturnState.HELD if held else ReturnState.ACCEPTED,
            received_at=self._at,
            faults=len(arrival.faults),
            reasons=tuple(one[0] for one in arrival.reasons if one),
            signer=arrival.signer,
        )


def _check(store: Store, turn: Sequence[Arrival]) -> None:
    """Refuse what cannot be taken in, or no longer: the office may have moved on."""
    for one in turn:
        if not takeable(one):
            raise ConflictError("not_acceptable", one.name)
        if not kept.whole(received_folder(store), one.sha256):
            raise ConflictError("received_altered", one.name)
    twice = rivals(turn)
    if twice:
        raise ConflictError("rivals", *(one.name for one in twice))
    now = sort_together(turn, known(store), None)
    for one in now:
        if not takeable(one):
            raise ConflictError("taken_already", one.name)


def _file(arrival: Arrival, ret: Return | None) -> IntakeFile:
    taken = takeable(arrival) and (
        ret is not None or arrival.sorting is Sorting.RECEIPT
    )
    return IntakeFile(
        name=arrival.name,
        sha256=arrival.sha256,
        sorting=str(arrival.sorting),
        taken=taken,
        ret="" if ret is None else ret.id,
    )


def _asked(arrival: Arrival) -> frozenset[str]:
    """Return what of a file was edited here when it was looked at, and was asked about.

    What was edited since then nobody was asked about: it stays.
    """
    return frozenset(one.row_id for one in arrival.rows if one.fate is Fate.KEEP)


def _subject(turn: Sequence[Arrival]) -> str:
    """Return whose files they are; more than one by their number."""
    if len(turn) == 1:
        return turn[0].sender_name or turn[0].name
    return str(len(turn))


def _counted(turn: Iterable[Arrival], keep: frozenset[str]) -> Counts:
    found = [counted(one, keep) for one in once(turn)]
    return Counts(
        seen=sum(one.seen for one in found),
        accepted=sum(one.accepted for one in found),
        refused=sum(one.refused for one in found),
        unchanged=sum(one.unchanged for one in found),
    )
