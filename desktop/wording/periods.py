"""Words for periods of reporting."""

import datetime as dt

from desktop.records.period import Period
from desktop.rules.calendar import PeriodCode, read_code
from desktop.rules.dates import format_date

_HALVES = {"1": "6 tháng đầu", "2": "6 tháng cuối"}
_ROMAN = {"1": "I", "2": "II", "3": "III", "4": "IV"}


def period_label(period: Period) -> str:
    """Return what a period is called, such as `6 tháng đầu năm 2024`."""
    phrase = period_phrase(period)
    return phrase[:1].upper() + phrase[1:]


def period_phrase(period: Period) -> str:
    """Return what a period is called in the middle of a sentence.

    Where it is not the calendar's, its days are told: the same words would stand
    for other figures.
    """
    code = read_code(period.code)
    first, last = format_date(period.first_day), format_date(period.last_day)
    if code is None and _whole_years(period):
        return f"giai đoạn {period.first_day.year} - {period.last_day.year}"
    if code is None:
        return f"từ ngày {first} đến ngày {last}"
    if code.regime:
        return f"{_part(code)} (từ ngày {first} đến ngày {last})"
    if code.closing:
        return f"{_part(code)} (số liệu đến ngày {format_date(period.closing_day)})"
    return _part(code)


def days_phrase(code: str, first: dt.date | None, last: dt.date | None) -> str:
    """Return what the period of a file is called, by its code and days.

    The code alone where the file tells no days.
    """
    if first is None or last is None:
        return code
    period = Period(code=code, first_day=first, last_day=last, closing_day=last)
    return period_phrase(period)


def _whole_years(period: Period) -> bool:
    """Tell whether a span runs from the first day of a year to the last of another."""
    first, last = period.first_day, period.last_day
    ends = (first.month, first.day, last.month, last.day)
    return first.year < last.year and ends == (1, 1, 12, 31)


def _part(code: PeriodCode) -> str:
    kind, number = code.part[:1], code.part[1:]
    if kind == "H":
        return f"{_HALVES[number]} năm {code.year}"
    if kind == "N":
        return f"{number} tháng đầu năm {code.year}"
    if kind == "Q":
        return f"quý {_ROMAN[number]} năm {code.year}"
    if kind == "M":
        return f"tháng {int(number)} năm {code.year}"
    return f"năm {code.year}"
