"""Mark a period as received or accepted by the office above, with its paper."""

import datetime as dt
from dataclasses import dataclass, replace

from desktop.errors import ConflictError, InputError, Problem
from desktop.operations.outcome import Outcome
from desktop.operations.periods.read_standings import standing_of
from desktop.operations.reports.compare_reports import original_of
from desktop.operations.reports.read_report import read_head
from desktop.records.change import ChangeKind
from desktop.records.issued import IssuedReport
from desktop.records.period import Period, PeriodStanding, PeriodState
from desktop.rules import period_states
from desktop.rules.dates import format_date
from desktop.store import records
from desktop.store.store import Change, Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """On what paper, and on which day, the office above said so."""

    document: str
    """In words: `Biên nhận số 12`, `Thư điện tử`."""
    day: dt.date


def mark_period(
    store: Store, period: Period, state: PeriodState, paper: Paper
) -> Outcome[PeriodStanding]:
    """Mark a locked period as received or accepted; a paper may be told anew.

    Raises:
        InputError: No paper is named.
        ConflictError: `period_not_closed`: its figures may still change;
            `period_beyond`: it has come further already.
    """
    if state not in period_states.MARKS:
        raise ValueError(state)
    if not paper.document.strip():
        raise InputError((Problem("document", "missing"),))
    standing = standing_of(store, period)
    if not period_states.is_locked(standing):
        raise ConflictError("period_not_closed", standing.period_code)
    if not period_states.may_follow(standing.state, state):
        raise ConflictError("period_beyond", standing.period_code)
    marked = replace(
        standing,
        state=state,
        changed_at=store.now(),
        reason=f"{paper.document.strip()}, {format_date(paper.day)}",
    )
    with store.change("mark_period", standing.id, kind=ChangeKind.FIXED) as change:
        records.put(change, marked)
    return Outcome(marked, change.touched)


def mark_signed(
    store: Store, change: Change, issued: IssuedReport
) -> PeriodStanding | None:
    """Set a period signed by its report, or by a slip of it, in a larger deed.

    Returns:
        Its new standing; None where a report of that kind locks nothing, or the
        period stays as it is.

    Raises:
        ConflictError: The frozen content is not the one that was issued.
    """
    original = original_of(store, issued)
    if not period_states.locks_when_signed(original.kind):
        return None
    standing = standing_of(store, read_head(store, original).period)
    signed = period_states.signed_by(standing, original.id, store.now())
    if signed is not None:
        records.put(change, signed)
    return signed
