"""Open a locked period again, for a reason that stays in the history."""

from dataclasses import dataclass, replace

from desktop.errors import ConflictError, InputError, Problem
from desktop.operations.outcome import Outcome
from desktop.operations.periods.read_standings import locking_period, standing_of
from desktop.records.change import ChangeKind
from desktop.records.period import Period, PeriodStanding, PeriodState
from desktop.rules import period_states
from desktop.store import records
from desktop.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Reopened:
    """A period that was opened again."""

    standing: PeriodStanding
    still_locked: tuple[PeriodStanding, ...]
    """Other periods that have days in common with it and are locked: these days stay
    locked until they are opened too."""


def reopen_period(store: Store, period: Period, reason: str) -> Outcome[Reopened]:
    """Let the days of a period be written again; this is never undone.

    Raises:
        InputError: No reason is given.
        ConflictError: `period_open`: it is not locked.
    """
    if not reason.strip():
        raise InputError((Problem("reason", "missing"),))
    standing = standing_of(store, period)
    if not period_states.is_locked(standing):
        raise ConflictError("period_open", standing.period_code)
    opened = replace(
        standing,
        state=PeriodState.ENTERING,
        changed_at=store.now(),
        reason=reason.strip(),
        report="",
    )
    with store.change("reopen_period", standing.id, kind=ChangeKind.FIXED) as change:
        records.put(change, opened)
    told = Reopened(standing=opened, still_locked=locking_period(store, period))
    return Outcome(told, change.touched)
