"""Words for deadlines: what is due, by which rule, and how long that is from now."""

import datetime as dt

from desktop.records.period import Deadline, DeadlineKind
from desktop.records.plan import Plan
from desktop.rules.dates import format_date
from desktop.rules.numbers import format_integer
from desktop.wording.labels import label

UNKNOWN = "Chưa nhập thời hạn"
"""What stands in the place of a day the plan does not tell."""

ON_REQUEST = "Khi có yêu cầu"
"""What stands in the place of a day where none is due before somebody asks."""

CALENDAR = "Thời hạn báo cáo"
"""What a calendar of deadlines is called."""

PRACTICE = "SỔ THỰC HÀNH"
"""What stands before everything in the calendar of a practice office."""

_HOUR = 60
_WEEKDAYS = (
    "thứ hai",
    "thứ ba",
    "thứ tư",
    "thứ năm",
    "thứ sáu",
    "thứ bảy",
    "chủ nhật",
)


def subject(deadline: Deadline) -> str:
    """Return what is due, beginning with a capital: plans write it mid-sentence."""
    return f"{deadline.text[:1].upper()}{deadline.text[1:]}"


def weekday(day: dt.date) -> str:
    """Return the day of the week in the middle of a sentence."""
    return _WEEKDAYS[day.weekday()]


def days_left(days: int) -> str:
    """Return how many days are left; 0 is the last day."""
    if days < 0:
        return f"Quá {format_integer(-days)} ngày"
    return "Hôm nay là ngày cuối" if days == 0 else f"Còn {format_integer(days)} ngày"


def minutes_left(minutes: int) -> str:
    """Return how many hours and minutes are left, or over."""
    hours, rest = divmod(abs(minutes), _HOUR)
    said = f"{format_integer(hours)} giờ {rest:02} phút" if hours else f"{rest} phút"
    return f"Quá {said}" if minutes < 0 else f"Còn {said}"


def before(deadline: Deadline) -> str:
    """Return the day a report is due, as a plan writes it: `25/11`, or a bare day."""
    if deadline.due_day is None:
        return ""
    month = "" if deadline.due_month is None else f"/{deadline.due_month}"
    return f"{deadline.due_day}{month}"


def rule(deadline: Deadline) -> str:
    """Return the rule a deadline follows in a few words; blank when none is told."""
    if deadline.within_hours is not None:
        return f"trong {format_integer(deadline.within_hours)} giờ"
    if deadline.counted_from is not None and deadline.after_years is not None:
        start = format_date(deadline.counted_from)
        return f"sau {deadline.after_years} năm từ {start}"
    day = before(deadline)
    year = f"/{deadline.due_year}" if deadline.due_year is not None else ""
    if not day:
        return f"trong năm {deadline.due_year}" if year else ""
    until = "đến hết" if deadline.inclusive else "trước"
    monthly = deadline.due_month is None and deadline.kind is DeadlineKind.MONTHLY
    return f"{until} ngày {day}{year}{' hằng tháng' if monthly else ''}"


def day_off(last_day: dt.date, working_day: dt.date | None) -> str:
    """Return a sentence on a last day that is a day off; blank when it is none."""
    if working_day is None or working_day == last_day:
        return ""
    return (
        f"Ngày cuối là ngày nghỉ ({weekday(last_day)}); ngày làm việc trước đó là "
        f"{weekday(working_day)} {format_date(working_day)}."
    )


def event_words(
    deadline: Deadline, plan: Plan, last_day: dt.date, working_day: dt.date | None
) -> tuple[str, str]:
    """Return the title of a deadline in a calendar, and the lines below it."""
    kind = label(deadline.kind)
    title = f"{kind}: {subject(deadline)}"
    if deadline.informative:
        title = f"Để biết – {title}"
    lines = (
        f"Kế hoạch: {plan.number} {plan.title}".replace("  ", " "),
        f"Ai báo cáo: {deadline.reporters}" if deadline.reporters else "",
        f"Nơi nhận: {deadline.recipient_text}" if deadline.recipient_text else "",
        f"Thời hạn: {rule(deadline)}; ngày cuối {format_date(last_day)}.",
        day_off(last_day, working_day),
    )
    return title, "\n".join(line for line in lines if line)
