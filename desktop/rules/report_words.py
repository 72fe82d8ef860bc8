"""Fill the standing sentences of a template with figures, as an office prints them."""

import datetime as dt
import re
from collections.abc import Mapping
from decimal import Decimal

from desktop.records.identity import Code
from desktop.records.result import Result, Verdict
from desktop.records.target import Formula
from desktop.rules.dates import format_date
from desktop.rules.facts import Facts
from desktop.rules.numbers import format_decimal, format_percent

_TARGETS = re.compile(r"\{targets:(\w+)\}")

_STILL_WRITTEN = 120
"""Days after the end of a period in which its report may still be written."""

_FIGURE = re.compile(r"\{figure:(\w+)\}")

_PART = re.compile(r"\[([^\[\]]*\{figure:[^\[\]]*)\]")
"""A part of a sentence in brackets, with a figure."""


def figure_codes(sentence: str) -> tuple[Code, ...]:
    """Return the codes of the figures a sentence names."""
    return tuple(Code(code) for code in _FIGURE.findall(sentence))


def sentence(text: str, totals: Mapping[Code, Decimal]) -> str:
    """Return a sentence with its figures, or blank when all of them are zero.

    A part in brackets is left out alone when all of its own figures are.
    """
    codes = figure_codes(text)
    if codes and not any(totals.get(code) for code in codes):
        return ""
    text = _PART.sub(lambda found: sentence(found[1], totals), text)
    return _FIGURE.sub(
        lambda found: format_decimal(totals.get(Code(found[1]), Decimal(0))), text
    )


def about_targets(text: str, facts: Facts) -> str:
    """Fill in how many targets have a verdict, and which; blank when none has.

    `{count:met}` is a number, `{targets:met}` their names with what was reached,
    `{count:all}` the number of all that are counted.
    """
    for verdict in _TARGETS.findall(text):
        named = [one for one in facts.results if _said(one) == verdict]
        if not named:
            return ""
        names = "; ".join(_with_value(one) for one in named)
        text = text.replace(f"{{targets:{verdict}}}", names)
        text = text.replace(f"{{count:{verdict}}}", str(len(named)))
    counted = [one for one in facts.results if one.headline.verdict is not Verdict.TEXT]
    return text.replace("{count:all}", str(len(counted)))


def _said(result: Result) -> str:
    verdict = result.headline.verdict
    return str(Verdict.MET if verdict is Verdict.ABOVE else verdict)


def _with_value(result: Result) -> str:
    label, value = result.target.label, result.headline.value
    small = label if label[1:2].isupper() else label[:1].lower() + label[1:]
    # A milestone is reached or not, as the sentence says: it has no percent.
    if value is None or result.target.formula is Formula.MILESTONE:
        return small
    return f"{small} ({format_percent(value)})"


def standing(text: str, facts: Facts) -> str:
    """Return a standing sentence with plan, period and territory."""
    title = facts.plan.title
    return text.format(
        plan=title[:1].lower() + title[1:],
        period=facts.period_words,
        territory=facts.plan.territory,
        agency=facts.agency(facts.preferences.agency),
    )


def date_or_blank(day: dt.date | None) -> str:
    """Print a day, or nothing."""
    return "" if day is None else format_date(day)


def roman(number: int) -> str:
    """Return a number from 1 to 39 in Roman numerals, as annexes are numbered."""
    tens, ones = divmod(number, 10)
    units = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    return "X" * tens + units[ones]


def month_of(day: dt.date) -> str:
    """Return a month's number: 1 and 2 take a zero (Decree 30/2020, Annex I)."""
    padded = 2
    return f"{day.month:02}" if day.month <= padded else str(day.month)


def year_of(facts: Facts) -> int:
    """Return the year a report without a date is dated in.

    A report is written in its period's last year or, for the time reports are
    still asked for, early in the next.
    """
    if facts.dated is not None:
        return facts.dated.year
    last, today = facts.period.last_day, facts.computed_at.date()
    late = last < today <= last + dt.timedelta(days=_STILL_WRITTEN)
    return today.year if late else last.year
