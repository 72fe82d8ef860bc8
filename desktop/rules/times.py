"""Times of day, and moments, as people type them and as an office prints them."""

import datetime as dt
import re
from dataclasses import dataclass

from desktop.rules.dates import format_date, parse_date
from desktop.rules.vietnamese import fold, half_width, normalise

_TIME = re.compile(
    r"(?P<hour>\d{1,2})"
    r"(?:\s*(?:gio|[hg:.])\s*(?:(?P<minute>\d{1,2})\s*(?:phut|p|')?)?(?::\d{2})?)"
)
_TOGETHER = re.compile(r"(?P<hour>\d{2})(?P<minute>\d{2})")
_BETWEEN = re.compile(r"(?<=\d)(?:[\s,]+(?:lúc\s+)?|T)")
_YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class ParsedTime:
    """The time of day a text means, or why it means none."""

    value: dt.time | None = None
    reason: str = ""
    """`blank`, `not_time` or `no_such_time`; blank when there is a value."""


def parse_time(text: str) -> ParsedTime:
    """Read a time of day on the clock of 24 hours, such as `8h30`, `08:30`, `14 giờ`.

    A bare number of one or two digits is not guessed to be an hour.
    """
    words = fold(half_width(normalise(text)).removeprefix("'"))
    if not words:
        return ParsedTime(reason="blank")
    found = _TIME.fullmatch(words) or _TOGETHER.fullmatch(words)
    if not found:
        return ParsedTime(reason="not_time")
    try:
        return ParsedTime(dt.time(int(found["hour"]), int(found["minute"] or 0)))
    except ValueError:
        return ParsedTime(reason="no_such_time")


def parse_moment(text: str, *, today: dt.date) -> dt.datetime | None:
    """Read a day and the time behind it, such as `12/07/2024 8h30`; None if it is none.

    The time may be first, as it is printed. Seconds are dropped: moments are kept to
    the minute.
    """
    plain = half_width(normalise(text))
    for gap in _BETWEEN.finditer(plain):
        before, behind = plain[: gap.start()], plain[gap.end() :]
        moment = _moment(before, behind, today) or _moment(behind, before, today)
        if moment is not None:
            return moment
    return None


def _moment(day_text: str, time_text: str, today: dt.date) -> dt.datetime | None:
    # without its year a day and a time such as `12/07 2024` could be anything
    if not _YEAR.search(day_text):
        return None
    day = parse_date(day_text.removeprefix("ngày "), today=today).value
    time = parse_time(time_text).value
    return None if day is None or time is None else dt.datetime.combine(day, time)


def format_time(time: dt.time) -> str:
    """Print a time of day as `08:30`."""
    return f"{time.hour:02}:{time.minute:02}"


def format_moment(moment: dt.datetime) -> str:
    """Print a moment as `08:30, 12/07/2024`."""
    return f"{format_time(moment.time())}, {format_date(moment.date())}"
