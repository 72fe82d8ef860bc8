"""Days as people write them in tables: one, a span, a month, in either order."""

import calendar
import datetime as dt
import re
from dataclasses import dataclass, replace

from desktop.rules.dates import parse_date
from desktop.rules.vietnamese import half_width, normalise

DMY, MDY = "dmy", "mdy"

_SERIAL_ZERO = dt.date(1899, 12, 30)
_SERIALS = range(18_264, 73_051)
"""Days from 1950 to 2099, as a spreadsheet counts them."""
_PAIR = re.compile(
    r"(?P<one>\d{1,2})(?P<sign>[/.\-])(?P<two>\d{1,2})"
    r"(?P<rest>(?:[/.\-](?:\d{4}|\d{2}))?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?)"
)
_MOST_MONTHS = 12
_YEAR = re.compile(r"\d{4}")
_LEAP = 4
"""After so many years 29 February is there again."""
YEAR_ASSUMED = "year_assumed"
_BEFORE = re.compile(
    r"^(?:(?:(?:các|từ|vào|lúc|sáng|chiều|tối|trong|ngày|thứ\s+\w+|chủ\s+nhật|t[2-7]|cn|"
    r"\d{1,2}\s*(?:h|g|giờ|:)\s*(?:\d{2})?)(?=[\s,])[\s,]+)|(?:từ|ngày)\s+)+",
    re.IGNORECASE,
)
_APART = (
    re.compile(
        r"\s*(?:đến hết ngày|đến ngày|đến hết|đến|tới ngày|tới)\s*", re.IGNORECASE
    ),
    re.compile(r"\s+[-–—]\s+|\s*\n\s*"),
    re.compile(r"\s*[-–—÷]\s*"),
    re.compile(r"\s*(?:,|;|&|\bvà\b)\s*", re.IGNORECASE),
)
_SHORT = re.compile(r"(?P<day>\d{1,2})(?:[/.](?P<month>\d{1,2}))?")
_MONTH = re.compile(
    r"(?:tháng\s*|t\.?\s*)?(?P<month>\d{1,2})\s*(?:/|-|\.|\s+năm\s+)\s*(?P<year>\d{4})|"
    r"tháng\s*(?P<alone>\d{1,2})",
    re.IGNORECASE,
)
_QUARTER = re.compile(
    r"quý\s*(?P<quarter>iv|i{1,3}|[1-4])(?:\s*(?:/|-|\.|\s+năm|\s)\s*(?P<year>\d{4}))?",
    re.IGNORECASE,
)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadDay:
    """The day, or the first and last day, a text means."""

    first: dt.date | None = None
    last: dt.date | None = None
    """Last day of a span; None for one day."""
    reason: str = ""
    """Why it means none: `blank`, `not_date`, `no_such_day`, `year`."""
    doubt: str = ""
    """What was made of it: `whole_month`, `serial`, `year_assumed`; blank when it
    says so itself."""
    ways: tuple[str, ...] = ()
    """Orders between which it is doubtful; the day is that of the first of them."""
    proves: str = ""
    """The only order in which the calendar has the day."""


def read_day(text: str, *, today: dt.date, year: int, order: str = "") -> ReadDay:
    """Read a text as a day or a span of days.

    Args:
        text: As typed.
        today: For `hôm nay`.
        year: Taken where none is written.
        order: `mdy` reads months first; else days come first.
    """
    found = _read(text, today, year, order)
    if found.first is None or found.doubt or _YEAR.search(half_width(text)):
        return found
    # Read as of another year it is another day only where no year is written.
    other = _read(text, today, year + _LEAP, order)
    return found if other.first == found.first else replace(found, doubt=YEAR_ASSUMED)


def _read(text: str, today: dt.date, year: int, order: str) -> ReadDay:
    plain = half_width(normalise(text)).removeprefix("'").strip()
    if not plain:
        return ReadDay(reason="blank")
    pair = _PAIR.fullmatch(plain)
    if pair:
        return _from_pair(pair, plain, today, year, order)
    one = parse_date(plain, today=today, year=year)
    if one.value is not None or one.reason != "not_date":
        return ReadDay(first=one.value, reason=one.reason)
    return _longer(_BEFORE.sub("", plain), today, year, one.reason)


def read_serial(text: str, *, today: dt.date) -> ReadDay:
    """Read a number a spreadsheet holds where a day was expected."""
    whole = text.partition(".")[0]
    if whole.isdecimal() and int(whole) in _SERIALS and len(whole) == len("45500"):
        day = _SERIAL_ZERO + dt.timedelta(days=int(whole))
        return ReadDay(first=day, doubt="serial")
    if whole.isdecimal() and len(whole) in (7, 8):  # ddmmyyyy, its zero lost
        one = parse_date(whole.zfill(8), today=today)
        return ReadDay(first=one.value, reason=one.reason)
    return ReadDay(reason="not_date")


def swapped(day: dt.date) -> dt.date | None:
    """Return a day with day and month exchanged; None where there is none."""
    if day.day > _MOST_MONTHS:
        return None
    return dt.date(day.year, day.day, day.month)


def _from_pair(
    pair: re.Match[str], plain: str, today: dt.date, year: int, order: str
) -> ReadDay:
    """Read two numbers, of which either may be the month."""
    one, two = int(pair["one"]), int(pair["two"])
    if order == MDY:
        plain = f"{two}{pair['sign']}{one}{pair['rest']}"
    found = parse_date(plain, today=today, year=year)
    ways: tuple[str, ...] = ()
    proves = ""
    if one > _MOST_MONTHS >= two:
        proves = DMY
    elif two > _MOST_MONTHS >= one:
        proves = MDY
    elif one != two and found.value is not None and pair["sign"] != ".":
        # nobody who writes months first sets them apart with dots
        ways = (DMY, MDY)
    return ReadDay(first=found.value, reason=found.reason, ways=ways, proves=proves)


def _longer(plain: str, today: dt.date, year: int, reason: str) -> ReadDay:
    """Read what is more than a day, or a day with words before it."""
    one = parse_date(plain, today=today, year=year)
    if one.value is not None:
        return ReadDay(first=one.value)
    for apart in _APART:
        parts = [part for part in apart.split(plain) if part.strip(" .")]
        span = _span(parts, today, year) if len(parts) > 1 else None
        if span is not None:
            return span
    return _whole(plain, year) or ReadDay(reason=reason)


def _span(parts: list[str], today: dt.date, year: int) -> ReadDay | None:
    """Read the first and the last of several days; earlier ones may be shortened."""
    last = parse_date(_BEFORE.sub("", parts[-1]).strip(), today=today, year=year).value
    if last is None:
        return None
    days = [_earlier(_BEFORE.sub("", part).strip(), last, today) for part in parts[:-1]]
    known = [day for day in days if day is not None]
    if len(known) < len(days) or min(known) > last:
        return None
    return ReadDay(first=min(known), last=last)


def _earlier(text: str, last: dt.date, today: dt.date) -> dt.date | None:
    """Read a day that may leave out the month or year of the last one."""
    short = _SHORT.fullmatch(text)
    if short is None:
        return parse_date(text, today=today, year=last.year).value
    month = int(short["month"] or last.month)
    year = last.year - (month > last.month)
    try:
        return dt.date(year, month, int(short["day"]))
    except ValueError:
        return None


def _whole(text: str, year: int) -> ReadDay | None:
    """Read a month or a quarter as all of its days."""
    month, quarter = _MONTH.fullmatch(text), _QUARTER.fullmatch(text)
    if quarter:
        number = quarter["quarter"].lower()
        last = 3 * (_ROMAN[number] if number in _ROMAN else int(number))
        return _months(int(quarter["year"] or year), last - 2, last)
    if month:
        number = month["month"] or month["alone"]
        return _months(int(month["year"] or year), int(number), int(number))
    return None


def _months(year: int, first: int, last: int) -> ReadDay | None:
    if not (first >= 1 and last <= _MOST_MONTHS and year in range(1950, 2100)):
        return None
    end = calendar.monthrange(year, last)[1]
    return ReadDay(
        first=dt.date(year, first, 1),
        last=dt.date(year, last, end),
        doubt="whole_month",
    )
