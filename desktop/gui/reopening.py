"""Offer to open a locked period again where somebody tries to write into it."""

import datetime as dt
from typing import TYPE_CHECKING

from desktop.errors import ConflictError
from desktop.gui.jobs import Job
from desktop.records.period import Period

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.errors import DesktopError
    from desktop.gui.session import Session

LOCKED = "period_locked"
VERB = "Mở lại kỳ…"
ASKS = "Lý do mở lại kỳ (ở lại trong nhật ký; báo cáo đã ban hành không đổi):"


def locked_period(error: "DesktopError") -> Period | None:
    """Return the period whose lock refused a write; None for any other fault."""
    if not isinstance(error, ConflictError) or error.reason != LOCKED:
        return None
    if not error.facts:
        return None
    code, first, last, *_ = error.facts
    last_day = dt.date.fromisoformat(last)
    return Period(
        code=code,
        first_day=dt.date.fromisoformat(first),
        last_day=last_day,
        closing_day=last_day,
    )


def reopen(
    session: "Session",
    period: Period,
    failed: "Callable[..., object]",
    then: "Callable[..., object] | None" = None,
) -> None:
    """Ask why, and let the days of a period be written again.

    Args:
        session: The open office.
        period: The locked period.
        failed: Hears of a fault.
        then: Hears of what was opened.
    """
    from desktop.operations.periods.reopen_period import reopen_period

    reason = _reason(session, period)
    if not reason:
        return
    job = Job(
        lambda _progress: reopen_period(session.store, period, reason),
        title="Mở lại kỳ",
    )
    if then is not None:
        job.succeeded.connect(then)
    job.failed.connect(failed)
    session.jobs.start(job)


def _reason(session: "Session", period: Period) -> str:
    """Ask until something is said, or the officer gives up."""
    from desktop.wording.periods import period_phrase

    while True:
        title = f"Mở lại kỳ {period_phrase(period)}"
        said = session.ask.line(title, ASKS, verb="Mở lại kỳ")
        if said is None or said.strip():
            return (said or "").strip()
        session.ask.tell("Ghi lý do thì mới mở lại được kỳ.")
