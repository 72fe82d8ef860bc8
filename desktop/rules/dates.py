"""Dates as people type them and as an office prints them: day, month, year."""

import datetime as dt
import re
from dataclasses import dataclass

from desktop.rules.vietnamese import fold, half_width, normalise

FIRST_YEAR = 1900
LAST_YEAR = 2199
_CENTURY = 2000
_SHORT_YEAR = 100

_TIME = re.compile(r"[ t]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$", re.IGNORECASE)
_DAY_FIRST = re.compile(
    r"(?P<day>\d{1,2})\s*[/.\- ]\s*(?P<month>\d{1,2})"
    r"(?:\s*[/.\- ]\s*(?P<year>\d{4}|\d{2}))?"
)
_TOGETHER = re.compile(r"(?P<day>\d{2})(?P<month>\d{2})(?P<year>\d{4}|\d{2})")
_YEAR_FIRST = re.compile(
    r"(?P<year>\d{4})[/.\-](?P<month>\d{1,2})[/.\-](?P<day>\d{1,2})"
)
_IN_WORDS = re.compile(
    r"(?:ngay )?(?P<day>\d{1,2}) thang (?P<month>\d{1,2})(?: nam (?P<year>\d{4}))?"
)
_NEAR = {"hom nay": 0, "hom qua": -1, "ngay mai": 1}


@dataclass(frozen=True, slots=True)
class ParsedDate:
    """The day a text means, or why it means none."""

    value: dt.date | None = None
    reason: str = ""
    """`blank`, `not_date`, `no_such_day` or `year`; blank when there is a value."""


def parse_date(text: str, *, today: dt.date, year: int | None = None) -> ParsedDate:
    """Read a date in the order day, month, year, however it is separated.

    A two-digit year is in this century; a missing one is `year`, or today's.
    Month before day is never read: `5/13/2026` is no date.
    """
    plain = _TIME.sub("", half_width(normalise(text)).removeprefix("'"))
    if not plain:
        return ParsedDate(reason="blank")
    words = fold(plain)
    if words in _NEAR:
        return ParsedDate(today + dt.timedelta(days=_NEAR[words]))
    found = _match(plain) or _IN_WORDS.fullmatch(words)
    if not found:
        return ParsedDate(reason="not_date")
    return _build(found, today.year if year is None else year)


def _match(text: str) -> re.Match[str] | None:
    """Match the digits and signs of a date."""
    for pattern in (_DAY_FIRST, _TOGETHER, _YEAR_FIRST):
        if found := pattern.fullmatch(text):
            return found
    return None


def _build(found: re.Match[str], default_year: int) -> ParsedDate:
    """Make the day of a match, if the calendar has it."""
    typed = found["year"]
    year = int(typed) if typed else default_year
    if typed and year < _SHORT_YEAR and len(typed) == len("yy"):
        year += _CENTURY
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return ParsedDate(reason="year")
    try:
        return ParsedDate(dt.date(year, int(found["month"]), int(found["day"])))
    except ValueError:
        return ParsedDate(reason="no_such_day")


def format_date(day: dt.date) -> str:
    """Print a day as `05/02/2024`."""
    return f"{day.day:02}/{day.month:02}/{day.year:04}"


def long_date(day: dt.date) -> str:
    """Print a day as `ngày 05 tháng 02 năm 2024`.

    Days below 10 and the months 1 and 2 take a zero, other months do not
    (Decree 30/2020, Annex I, cell 4).
    """
    padded_months = 2
    month = f"{day.month:02}" if day.month <= padded_months else str(day.month)
    return f"ngày {day.day:02} tháng {month} năm {day.year}"
