"""Close a period: from now on its days refuse every write."""

from dataclasses import replace

from desktop.errors import ConflictError
from desktop.operations.outcome import Outcome
from desktop.operations.periods.read_standings import standing_of
from desktop.records.change import ChangeKind
from desktop.records.period import Period, PeriodStanding, PeriodState
from desktop.rules import period_states
from desktop.store import records
from desktop.store.store import Store


def close_period(store: Store, period: Period) -> Outcome[PeriodStanding]:
    """Lock the days of a period, from its first to its closing day.

    Raises:
        ConflictError: `period_closed_already`: it is locked as it stands.
    """
    standing = standing_of(store, period)
    if period_states.is_locked(standing):
        raise ConflictError("period_closed_already", standing.period_code)
    closed = replace(
        standing, state=PeriodState.CLOSED, changed_at=store.now(), reason=""
    )
    with store.change("close_period", standing.id, kind=ChangeKind.FIXED) as change:
        records.put(change, closed)
    return Outcome(closed, change.touched)
