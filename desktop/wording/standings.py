"""Words for how far the periods of reporting have come."""

import datetime as dt
from collections.abc import Iterable

from desktop.records.period import Period, PeriodStanding, PeriodState
from desktop.rules.dates import format_date
from desktop.wording.labels import label
from desktop.wording.periods import period_label


def standing_name(standing: PeriodStanding) -> str:
    """Return what the period of a standing is called."""
    return period_label(
        Period(
            code=standing.period_code,
            first_day=standing.first_day,
            last_day=standing.last_day,
            closing_day=standing.last_day,
        )
    )


def standing_line(standing: PeriodStanding, number: str = "") -> str:
    """Return a period with its days, state, since when, and by which report."""
    first, last = format_date(standing.first_day), format_date(standing.last_day)
    report = f", báo cáo số {number}" if number else ""
    return (
        f"{standing_name(standing)} ({first} - {last}): "
        f"{label(standing.state).lower()} từ ngày {format_date(standing.changed_at)}"
        f"{report}{_reason(standing.state, standing.reason)}."
    )


def change_line(state: PeriodState, at: dt.datetime, by: str, reason: str) -> str:
    """Return one change of a period's state, as its history tells it."""
    who = f", {by}" if by else ""
    what = "mở lại" if state is PeriodState.ENTERING else label(state).lower()
    return f"{format_date(at)}{who}: {what}{_reason(state, reason)}."


def still_locked_line(standing: PeriodStanding) -> str:
    """Say that a wider period goes on locking the days of one that was opened."""
    return (
        f"Lưu ý: {standing_name(standing)} vẫn khóa nên các ngày trùng chưa ghi được; "
        "muốn ghi thì mở lại cả kỳ đó."
    )


def left_lines(
    opened: Iterable[PeriodStanding], reports: Iterable[tuple[str, dt.datetime]]
) -> tuple[str, ...]:
    """Say what locks and reports a restored backup does not know of.

    Args:
        opened: Periods that were locked, as they stood.
        reports: Number, perhaps blank, and time of each report issued since.
    """
    told = [
        f"▲ {standing_line(one)} Bản vừa khôi phục có từ trước đó, nên kỳ này ghi được "
        "trở lại: chốt lại kỳ nếu số liệu đã đúng."
        for one in opened
    ]
    named = [
        f"số {number}" if number else f"ban hành ngày {format_date(at)}"
        for number, at in reports
    ]
    if named:
        told.append(
            f"▲ Bản vừa khôi phục không có báo cáo: {', '.join(named)}. Báo cáo còn "
            "nguyên trong tệp được giữ lại."
        )
    return tuple(told)


def _reason(state: PeriodState, reason: str) -> str:
    if not reason:
        return ""
    return f", lý do: {reason}" if state is PeriodState.ENTERING else f" ({reason})"
