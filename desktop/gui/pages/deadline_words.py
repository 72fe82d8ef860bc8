"""Say when something is due, and how long that is from now."""

from collections.abc import Sequence

from desktop.operations.read_deadlines import Due
from desktop.records.period import Deadline
from desktop.rules.dates import format_date

UNKNOWN = "Chưa nhập thời hạn"
"""What stands in the place of a day the plan does not tell."""


def what(due: Due) -> str:
    """Return what is due, beginning with a capital: plans write it mid-sentence."""
    text = due.deadline.text
    return f"{text[:1].upper()}{text[1:]}"


def last_day(due: Due) -> str:
    """Return the last acceptable day, or that it is not known."""
    return UNKNOWN if due.last_day is None else format_date(due.last_day)


def left(due: Due) -> str:
    """Return how many days are left."""
    if due.left is None:
        return ""
    if due.left < 0:
        return "Đã qua hạn"
    return "Hôm nay là ngày cuối" if due.left == 0 else f"Còn {due.left} ngày"


def before(deadline: Deadline) -> str:
    """Return the day before which a report is due, as a plan writes it: `25/11`."""
    if deadline.due_day is None or deadline.due_month is None:
        return ""
    return f"{deadline.due_day}/{deadline.due_month}"


def colour(due: Due) -> str:
    """Return the colour that repeats what the words say."""
    if due.left is None:
        return "warn"
    soon = max(due.deadline.remind_days, default=0)
    if due.left < 0:
        return "quiet"
    return "warn" if due.left <= soon else ""


def headline(dues: Sequence[Due]) -> str:
    """Return the nearest known deadline as part of a sentence; blank without one."""
    known = [one for one in dues if one.left is not None]
    ahead = [one for one in known if (one.left or 0) >= 0]
    if not known:
        return "chưa nhập thời hạn báo cáo" if dues else ""
    if not ahead:
        return f"hạn báo cáo {last_day(known[-1])} đã qua"
    first = ahead[0]
    if first.left == 0:
        return f"hôm nay ({last_day(first)}) là ngày cuối báo cáo"
    return f"còn {first.left} ngày đến hạn {last_day(first)}"
