"""Say in one sentence how the report of a period stands."""

import datetime as dt
from typing import TYPE_CHECKING

from desktop.operations.figures.compute_results import compute_results
from desktop.operations.outcome import Outcome
from desktop.operations.periods.read_deadlines import due_of_report
from desktop.progress import Progress
from desktop.records.period import Period
from desktop.records.result import Verdict
from desktop.rules.dates import format_date
from desktop.rules.deadlines import days_left

if TYPE_CHECKING:
    from desktop.gui.session import Session
    from desktop.store.store import Store


def unknown_targets(
    store: "Store", period: Period, progress: Progress
) -> Outcome[object]:
    """Return how many targets lack figures."""
    results = compute_results(store, period, progress)
    return Outcome(sum(each.headline.verdict is Verdict.UNKNOWN for each in results))


def due_day(session: "Session") -> dt.date | None:
    """Return the last day for the office's report of the period shown, if known."""
    return due_of_report(session.store, session.period)


def sentence(due: dt.date | None, today: dt.date, unknown: int | None) -> str:
    """Put days left and what is missing into one sentence."""
    parts = [_time(due, today)]
    if unknown is not None:
        parts.append(
            f"{unknown} chỉ tiêu chưa đủ số liệu"
            if unknown
            else "mọi chỉ tiêu đã đủ số liệu"
        )
    said = "; ".join(part for part in parts if part)
    return f"{said[:1].upper()}{said[1:]}." if said else ""


def _time(due: dt.date | None, today: dt.date) -> str:
    if due is None:
        return "kỳ này không có hạn báo cáo trong kế hoạch"
    left = days_left(due, today)
    day = format_date(due)
    if left < 0:
        return f"hạn báo cáo {day} đã qua"
    if left == 0:
        return f"hôm nay ({day}) là ngày cuối báo cáo"
    return f"còn {left} ngày đến hạn báo cáo {day}"
