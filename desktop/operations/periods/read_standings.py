"""Read how far the periods have come, and what locks them."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from desktop.records.issued import IssuedReport
from desktop.records.period import Period, PeriodStanding, PeriodState
from desktop.rules import period_states
from desktop.store import history, locks, records, rows
from desktop.store.store import Store

_TABLE = "period_standings"


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingChange:
    """One change of a period's state, as the history tells it."""

    state: PeriodState
    at: dt.datetime
    by: str
    """Name of the officer; may be blank."""
    reason: str
    """Why it was opened again, or the paper of what it was marked as."""
    report: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldStanding:
    """A period with its whole history, oldest first."""

    standing: PeriodStanding
    history: tuple[StandingChange, ...]
    number: str = ""
    """Number of the report that signed it; may be blank."""


def read_standings(store: Store) -> tuple[ToldStanding, ...]:
    """Return every period whose state was ever changed, the earliest first."""
    with store.reading() as db:
        return tuple(
            ToldStanding(
                standing=one,
                history=tuple(_changes(store, one.id))[::-1],
                number=_number(store, one.report),
            )
            for one in records.find(db, PeriodStanding)
        )


def standing_of(store: Store, period: Period) -> PeriodStanding:
    """Return how far a period has come; one nobody spoke of is being entered."""
    kept = records.get(store.reader, PeriodStanding, period_states.standing_id(period))
    return kept or period_states.entering(period, store.now())


def locking_day(store: Store, day: dt.date) -> tuple[PeriodStanding, ...]:
    """Return the locked periods a day lies in, the shortest first."""
    return locks.locking_day(store.reader, day.isoformat())


def locking_period(store: Store, period: Period) -> tuple[PeriodStanding, ...]:
    """Return the other locked periods that have days in common with a period."""
    own = period_states.entering(period, store.now())
    return tuple(
        one
        for one in records.find(store.reader, PeriodStanding)
        if one.id != own.id
        and period_states.is_locked(one)
        and period_states.overlap(one, own)
    )


def _changes(store: Store, standing: str) -> Iterator[StandingChange]:
    for done, touch in history.of_row(store.reader, _TABLE, standing):
        if touch.after is None:
            continue
        kept = rows.from_row(PeriodStanding, rows.kept(_TABLE, touch.after))
        yield StandingChange(
            state=kept.state,
            at=kept.changed_at,
            by=done.entry.by,
            reason=kept.reason,
            report=kept.report,
        )


def _number(store: Store, report: str) -> str:
    issued = records.get(store.reader, IssuedReport, report) if report else None
    return "" if issued is None else issued.number
