"""The five states of a period, and which may follow which.

A period is entered, closed, signed, received and accepted; in any state but the first
its days are locked. Only opening it again, with a reason, leads back.

Locked is what was counted by a day, up to the closing day. What the plan says is not:
its targets are versioned by the day, a report keeps the ids of the versions it was
counted by, and a slip leaves targets out that were set anew since unless it is asked
for them. A target that is mended in place shows in a slip like any other figure, as
does a record of an earlier, open period in what is counted from the plan's first day.
Periods may lie in one another; a day is locked as long as any of them is.
"""

import datetime as dt
from dataclasses import replace

from desktop.records.period import Period, PeriodStanding, PeriodState
from desktop.rules.calendar import period_name

_FOLLOWING = {
    PeriodState.ENTERING: (PeriodState.CLOSED, PeriodState.SIGNED),
    PeriodState.CLOSED: (
        PeriodState.SIGNED,
        PeriodState.RECEIVED,
        PeriodState.ACCEPTED,
    ),
    PeriodState.SIGNED: (
        PeriodState.SIGNED,
        PeriodState.RECEIVED,
        PeriodState.ACCEPTED,
    ),
    PeriodState.RECEIVED: (PeriodState.RECEIVED, PeriodState.ACCEPTED),
    PeriodState.ACCEPTED: (PeriodState.ACCEPTED,),
}
"""States to which a period may go on; a paper of the same state may be told anew."""

MARKS = (PeriodState.RECEIVED, PeriodState.ACCEPTED)
"""States that another office gives, and that are told with its paper."""

_NOT_LOCKING = ("report-thematic", "report-ad-hoc")
"""Reports that answer one request: the regular one of their days is still to come."""


def standing_id(period: Period) -> str:
    """Return the id under which a period's standing is kept."""
    return period_name(period)


def last_counted(period: Period) -> dt.date:
    """Return the last day whose records count: its closing day, Decree 09/2019."""
    return min(period.last_day, period.closing_day)


def entering(period: Period, at: dt.datetime) -> PeriodStanding:
    """Return the standing of a period of which nothing was said yet."""
    return PeriodStanding(
        id=standing_id(period),
        period_code=period.code,
        first_day=period.first_day,
        last_day=last_counted(period),
        state=PeriodState.ENTERING,
        changed_at=at,
    )


def may_follow(state: PeriodState, then: PeriodState) -> bool:
    """Tell whether a period in one state may go on to another."""
    return then in _FOLLOWING[state]


def is_locked(standing: PeriodStanding) -> bool:
    """Tell whether the days of a period refuse every write."""
    return standing.state is not PeriodState.ENTERING


def locks_when_signed(kind: str) -> bool:
    """Tell whether signing a report of a kind locks its period.

    A letter speaks of no figures; a thematic report, or one asked for once, leaves
    its days open for the regular report they belong to.
    """
    return kind.startswith("report-") and kind not in _NOT_LOCKING


def signed_by(
    standing: PeriodStanding, report: str, at: dt.datetime
) -> PeriodStanding | None:
    """Return a standing once a report was signed; None where it changes nothing.

    What the office above received or accepted stays so when another copy is signed.
    """
    if not may_follow(standing.state, PeriodState.SIGNED):
        return None
    if standing.state is PeriodState.SIGNED and standing.report == report:
        return None
    return replace(
        standing, state=PeriodState.SIGNED, changed_at=at, reason="", report=report
    )


def overlap(one: PeriodStanding, other: PeriodStanding) -> bool:
    """Tell whether two periods have a day in common."""
    return one.first_day <= other.last_day and other.first_day <= one.last_day
