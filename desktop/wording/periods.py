"""Words for periods of reporting."""

from desktop.records.period import Period
from desktop.rules.dates import format_date

_HALVES = {"1": "6 tháng đầu", "2": "6 tháng cuối"}
_ROMAN = {"1": "I", "2": "II", "3": "III", "4": "IV"}


def period_label(period: Period) -> str:
    """Return what a period is called, such as `6 tháng đầu năm 2024`."""
    phrase = period_phrase(period)
    return phrase[:1].upper() + phrase[1:]


def period_phrase(period: Period) -> str:
    """Return what a period is called in the middle of a sentence."""
    year, _, part = period.code.partition("-")
    kind, number = part[:1], part[1:]
    if not year.isdecimal():
        first, last = format_date(period.first_day), format_date(period.last_day)
        return f"từ ngày {first} đến ngày {last}"
    if kind == "H":
        return f"{_HALVES[number]} năm {year}"
    if kind == "Q":
        return f"quý {_ROMAN[number]} năm {year}"
    if kind == "M":
        return f"tháng {int(number)} năm {year}"
    return f"năm {year}"
