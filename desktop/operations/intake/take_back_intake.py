"""Take an intake back: all it put goes, except what was edited since."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from desktop.errors import ConflictError, UnknownNameError
from desktop.operations.intake.told_words import ToldWords
from desktop.operations.outcome import Outcome
from desktop.progress import Progress, Step, silent
from desktop.records.returns import Intake, Return, ReturnState
from desktop.rules.intake.statements import key_of_return
from desktop.store import received, records, taking_back
from desktop.store.change import Change
from desktop.store.journal import Touch
from desktop.store.store import Store
from desktop.store.taking_back import Plan, put_back

STAGE: Final = "taking_back"
_APART: Final = frozenset({"intakes", "returns"})
"""Tables that tell the history of intakes: it is gone on with, not put back."""
_OFTEN: Final = 200
"""Rows put back between two reports of progress."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptRow:
    """One row that stays, and why."""

    place: str
    row_id: str
    title: str
    reason: str
    """`edited`, `later_intake`, or `referred`: something that stays speaks of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenBack:
    """What taking an intake back does, or did."""

    intake: str
    files: int
    """Files of the intake that are no longer taken in."""
    restored: int
    """Rows put back as they were before."""
    kept: tuple[KeptRow, ...] = ()


def look_at_taking_back(store: Store, intake: str) -> TakenBack:
    """Return what taking an intake back would do; nothing is stored.

    Raises:
        UnknownNameError: There is no such intake.
        ConflictError: `taken_back_already`.
    """
    with store.reading():
        _found, plan, returns = _looked_at(store, intake)
        return _told(intake, plan, returns)


def take_back_intake(
    store: Store, intake: str, progress: Progress = silent
) -> Outcome[TakenBack]:
    """Put back what stood before an intake; name what was kept because it was edited.

    Raises:
        UnknownNameError: There is no such intake.
        ConflictError: `taken_back_already`; a period is locked.
        Cancelled: The user asked to stop; nothing is changed.
    """
    found, plan, returns = _looked_at(store, intake)
    with store.change(received.TAKING_BACK, _subject(found)) as change:
        for number, touch in enumerate(reversed(plan.back.values())):
            if number % _OFTEN == 0:
                progress(Step(STAGE, number, len(plan.back)))
            put_back(change, touch)
        _close(store, change, found, returns)
        touched = change.touched
    return Outcome(_told(intake, plan, returns), touched)


def _looked_at(store: Store, intake: str) -> tuple[Intake, Plan, tuple[Return, ...]]:
    db = store.reader
    found = records.get(db, Intake, intake)
    if found is None:
        raise UnknownNameError("intake", intake, ())
    change = received.intake_change(db, intake)
    if found.taken_back_at is not None or change is None:
        raise ConflictError("taken_back_already")
    returns = tuple(
        one for one in records.find(db, Return, where={"intake": intake}) if one.is_here
    )
    ids = frozenset(one.id for one in returns)
    word = ToldWords(store).text
    return found, taking_back.plan(db, change, ids, _APART, word), returns


def _close(
    store: Store, change: Change, intake: Intake, returns: Iterable[Return]
) -> None:
    """Note the intake and its files as taken back; let stand what they stood for."""
    gone = tuple(returns)
    for one in gone:
        records.put(change, replace(one, state=ReturnState.TAKEN_BACK))
    for touch in _others(change, intake, gone):
        _stand_again(change, touch)
    for one in gone:
        _leave_one_standing(change, one)
    records.put(change, replace(intake, taken_back_at=store.now()))


def _others(
    change: Change, intake: Intake, gone: Iterable[Return]
) -> tuple[Touch, ...]:
    """Return what the intake did to the files of other intakes, the last first."""
    own = {one.id for one in gone}
    number = received.intake_change(change.db, intake.id) or 0
    touches = taking_back.touched_in(change.db, number, "returns")
    return tuple(one for one in reversed(touches) if one.row_id not in own)


def _stand_again(change: Change, touch: Touch) -> None:
    """Let a file stand as it did, unless a later one has taken its place since."""
    now = change.read("returns", touch.row_id)
    if touch.before is None or not received.stands(now, "returns", touch.after):
        return
    put_back(change, touch)
    one = records.get(change.db, Return, touch.row_id)
    if one is None or one.state is not ReturnState.ACCEPTED:
        return
    where = {"sender": one.sender, "state": str(ReturnState.ACCEPTED)}
    others = records.find(change.db, Return, where=where)
    if any(
        key_of_return(each) == key_of_return(one) and each.id != one.id
        for each in others
    ):
        records.put(change, replace(one, state=ReturnState.SUPERSEDED))


def _leave_one_standing(change: Change, gone: Return) -> None:
    """Let the newest version that is left stand, where none of them does any more."""
    where = {"sender": gone.sender, "kind": str(gone.kind)}
    left = [
        one
        for one in records.find(change.db, Return, where=where)
        if key_of_return(one) == key_of_return(gone) and one.was_accepted
    ]
    if left and all(one.state is ReturnState.SUPERSEDED for one in left):
        newest = max(left, key=lambda one: (one.version, one.slip, one.received_at))
        records.put(change, replace(newest, state=ReturnState.ACCEPTED))


def _told(intake: str, plan: Plan, returns: Iterable[Return]) -> TakenBack:
    return TakenBack(
        intake=intake,
        files=len(tuple(returns)),
        restored=len(plan.back),
        kept=tuple(
            KeptRow(
                place=one.place,
                row_id=one.row_id,
                title=one.title,
                reason=one.reason,
            )
            for one in plan.left
        ),
    )


def _subject(intake: Intake) -> str:
    """Return which intake it was: the day and hour of it."""
    return intake.at.strftime("%d/%m/%Y %H:%M")
