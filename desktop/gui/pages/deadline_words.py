"""Say when something is due, and how long that is from now."""

import datetime as dt
import textwrap
from collections.abc import Sequence

from desktop.operations.periods.read_deadlines import Due
from desktop.rules.dates import format_date
from desktop.rules.deadlines import minutes_left
from desktop.wording import deadlines as words

UNKNOWN = words.UNKNOWN
EARLIEST = "►"
"""Sign before what is due first; the place in the list and the words say it too."""

_HOURS_SOON = 6
_SUBJECT, _PARTY = 64, 40
"""Most letters of what is due, and of a name, on the board."""
_HOUR = 60


def what(due: Due) -> str:
    """Return what is due, with a sign where it is the earliest."""
    text = due.activity.title if due.activity else words.subject(due.deadline)
    marked = f"{EARLIEST} {text}" if due.earliest else text
    return f"{marked} (để biết)" if due.deadline.informative else marked


def owed(due: Due) -> str:
    """Return what is due, and below it who sends it to whom; the tip tells it whole."""
    deadline = due.deadline
    whom = (deadline.reporters, deadline.recipient_text)
    named = " → ".join(_shortened(text, _PARTY) for text in whom if text)
    subject = _shortened(what(due), _SUBJECT)
    return subject if due.activity or not named else f"{subject}\n{named}"


def last_day(due: Due) -> str:
    """Return the last acceptable day or moment, or why there is none."""
    if due.until is not None:
        return f"{due.until:%H:%M} {format_date(due.until)}"
    if due.last_day is None:
        return words.ON_REQUEST if due.on_request else UNKNOWN
    return format_date(due.last_day)


def left(due: Due, now: dt.datetime | None = None) -> str:
    """Return how many days are left, or hours and minutes from a moment on."""
    if due.until is not None and now is not None:
        return words.minutes_left(minutes_left(due.until, now))
    return "" if due.left is None else words.days_left(due.left)


def whole(due: Due, now: dt.datetime | None = None) -> str:
    """Return the last day, or the hour of a request, and how long that is from now."""
    said = left(due, now).lower()
    when = last_day(due)
    if due.until is not None:
        other = now is not None and due.until.date() != now.date()
        when = f"{due.until:%H:%M %d/%m}" if other else f"{due.until:%H:%M}"
    elif due.last_day is not None and now is not None and due.last_day.year == now.year:
        when = f"{due.last_day:%d/%m}"
    return f"{when} – {said}" if said else when


def units(due: Due) -> str:
    """Return how many of the units that owe it here have figures."""
    many = len(due.received) + len(due.missing)
    return f"{len(due.received)}/{many}" if many else ""


def tip(due: Due) -> str:
    """Return everything known of a deadline, a fact a line."""
    deadline = due.deadline
    rule = words.rule(deadline)
    lines = (
        words.subject(deadline) if due.activity is None else due.activity.title,
        f"Kế hoạch: {due.plan.title}" if due.plan else "",
        f"Ai báo cáo: {deadline.reporters}" if deadline.reporters else "",
        f"Nơi nhận: {deadline.recipient_text}" if deadline.recipient_text else "",
        f"Thời hạn: {rule}" if rule else "",
        f"Trả lời trước {last_day(due)}" if due.until else "",
        words.day_off(due.last_day, due.working_day) if due.last_day else "",
        f"Chưa có số liệu: {_names(due)}" if due.missing else "",
        "Sớm nhất trong các thời hạn còn lại." if due.earliest else "",
        "Chỉ để biết: cơ quan khác báo cáo." if deadline.informative else "",
    )
    return "\n".join(line for line in lines if line)


def before(due: Due) -> str:
    """Return the day before which a report is due, as a plan writes it: `25/11`."""
    return words.before(due.deadline)


def colour(due: Due, now: dt.datetime | None = None) -> str:
    """Return the colour that repeats what the words say."""
    if due.until is not None and now is not None:
        return _clock_colour(minutes_left(due.until, now))
    if due.left is None:
        return "quiet" if due.on_request else "warn"
    soon = max(due.deadline.remind_days, default=0)
    if due.left < 0 or due.deadline.informative:
        return "quiet"
    return "warn" if due.left <= soon else ""


def headline(dues: Sequence[Due]) -> str:
    """Return the nearest known deadline as part of a sentence; blank without one."""
    owed = [one for one in dues if not one.deadline.informative and not one.until]
    known = [one for one in owed if one.left is not None]
    ahead = [one for one in known if (one.left or 0) >= 0]
    if not known:
        dated = [one for one in owed if not one.on_request]
        return "chưa nhập thời hạn báo cáo" if dated else ""
    if not ahead:
        return f"hạn báo cáo {last_day(known[-1])} đã qua"
    first = ahead[0]
    if first.left == 0:
        return f"hôm nay ({last_day(first)}) là ngày cuối báo cáo"
    return f"còn {first.left} ngày đến hạn {last_day(first)}"


def requests(dues: Sequence[Due]) -> str:
    """Return how many requests wait for an answer; blank when none does."""
    many = sum(one.until is not None for one in dues)
    return f"{many} yêu cầu đang chờ trả lời" if many else ""


def _clock_colour(minutes: int) -> str:
    if minutes < 0:
        return "bad"
    return "warn" if minutes <= _HOURS_SOON * _HOUR else ""


def _names(due: Due) -> str:
    names = [one.short_name or one.name for one in due.missing]
    most = 5
    rest = f" và {len(names) - most} đơn vị khác" if len(names) > most else ""
    return ", ".join(names[:most]) + rest


def _shortened(text: str, most: int) -> str:
    short = textwrap.shorten(text, most, placeholder="…")
    return short if short != "…" else f"{text[:most]}…"
