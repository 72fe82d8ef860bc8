"""Checks that hold for every entry: required fields, counts, codes, names, days."""

import dataclasses
import datetime as dt
from collections.abc import Iterator
from typing import Any

from desktop.errors import Problem
from desktop.records.register import FieldType
from desktop.rules.dates import format_date
from desktop.rules.known import Known
from desktop.rules.numbers import MOST_DIGITS, format_integer

LONG_TITLE = 300
"""Characters after which a title is more likely a pasted paragraph."""

LARGEST = 10**MOST_DIGITS - 1

_NAMED = ("title", "name")
_NO_COUNT = frozenset({"year"})
_CATALOGUES = {
    "pillar": "pillar",
    "themes": "theme",
    "channel": "channel",
    "language": "language",
    "languages": "language",
    "type": "product_type",
    "group": "staff_group",
    "subject": "tally_subject",
    "audience": "audience",
    "source": "funding_source",
    "mode": "training_form",
    "occasion": "occasion",
    "content_source": "content_source",
    "area_types": "area_type",
    "frequency": "frequency",
    "procurement": "procurement",
}
"""The catalogue of each field that holds codes, in a record or a row of one."""

_AGENCIES = ("agency", "partners", "co_chairs", "checked")
_CHOICES = (FieldType.CHOICE, FieldType.CHOICES)
_TIERS = ("tier", "organiser_tier")
_TABLES = ("audiences", "staff", "spending")


def check(record: object, known: Known) -> Iterator[Problem]:
    """Yield what is wrong with an entry whatever its kind."""
    yield from _missing(record, known)
    yield from _titles(record)
    yield from _counts(record)
    yield from _codes(record, known)
    yield from _names(record, known)
    for table in _TABLES:
        yield from _rows(table, getattr(record, table, ()), known)


def doubt(field: str, code: str, *facts: str) -> Problem:
    """Return a problem that is shown but may be saved."""
    return Problem(field, code, facts, blocking=False)


def _missing(record: object, known: Known) -> Iterator[Problem]:
    """Yield fields that are blank though their register requires them."""
    register = known.register_of(record)
    required = (
        {field.name for field in register.fields if field.required}
        if (register)
        else set()
    )
    required.update(name for name in _NAMED if hasattr(record, name))
    for field in dataclasses.fields(record):  # type: ignore[arg-type]
        if field.name in required and _blank(getattr(record, field.name)):
            yield Problem(field.name, "missing")


def _blank(value: object) -> bool:
    """Tell whether nothing was given; zero and `no` are something."""
    if isinstance(value, str):
        return not value.strip()
    return value is None or value == ()


def _titles(record: object) -> Iterator[Problem]:
    """Yield a doubt for a title that is longer than any title."""
    for name in _NAMED:
        if len(getattr(record, name, "")) > LONG_TITLE:
            yield doubt(name, "long_title", str(LONG_TITLE))


def _counts(record: object) -> Iterator[Problem]:
    """Yield counts below zero, or above what a spreadsheet keeps exactly."""
    for field in dataclasses.fields(record):  # type: ignore[arg-type]
        if field.name not in _NO_COUNT:
            yield from _count(field.name, getattr(record, field.name))


def _count(field: str, value: object, *facts: str) -> Iterator[Problem]:
    """Yield what is wrong with one count; values that are no counts pass."""
    if not isinstance(value, int) or isinstance(value, bool):
        return
    if value < 0:
        yield Problem(field, "negative", (format_integer(value), *facts))
    if value > LARGEST:
        yield Problem(field, "too_large", (format_integer(LARGEST), *facts))


def _codes(record: object, known: Known) -> Iterator[Problem]:
    """Yield codes that stand for nothing in their catalogue."""
    catalogues = dict(_CATALOGUES)
    register = known.register_of(record)
    for field in register.fields if register else ():
        if field.type in _CHOICES:
            catalogues[field.name] = field.catalogue
    for name, catalogue in catalogues.items():
        for code in _values(record, name):
            if code not in known.codes.get(catalogue, {code}):
                yield Problem(name, "unknown_code", (code,))


def _names(record: object, known: Known) -> Iterator[Problem]:
    """Yield agencies, tasks and other names that stand for nothing."""
    looked_up: tuple[tuple[tuple[str, ...], frozenset[Any], str], ...] = (
        (_AGENCIES, known.agencies, "unknown_agency"),
        (("tasks",), known.tasks, "unknown_task"),
    )
    looked_up += tuple(one for one in _told_only(known) if one[1])
    for names, existing, problem in looked_up:
        for name in names:
            for value in _values(record, name):
                if value not in existing:
                    yield Problem(name, problem, (value,))


def _told_only(
    known: Known,
) -> tuple[tuple[tuple[str, ...], frozenset[Any], str], ...]:
    """Return the names that are checked only where what they stand for is known."""
    return (
        (_TIERS, known.tiers, "unknown_tier"),
        (("goal", "goals"), known.goals, "unknown_goal"),
        (("steps",), known.steps, "unknown_step"),
        (("figure",), known.figures, "unknown_figure"),
    )


def _values(record: object, name: str) -> tuple[str, ...]:
    """Return the codes or ids a field holds, without blanks."""
    value = getattr(record, name, None)
    many = value if isinstance(value, tuple) else (value,)
    return tuple(one for one in many if one)


def _rows(table: str, rows: tuple[Any, ...], known: Known) -> Iterator[Problem]:
    """Yield what is wrong in the rows of a small table, named by their number."""
    seen: set[tuple[str, ...]] = set()
    for number, row in enumerate(rows, 1):
        line = str(number)
        for field in dataclasses.fields(row):
            yield from _count(table, getattr(row, field.name), line)
        found = (*_codes(row, known), *_names(row, known))
        yield from (Problem(table, one.code, (*one.facts, line)) for one in found)
        key = tuple(v for v in dataclasses.astuple(row) if isinstance(v, str))
        if key in seen:
            yield Problem(table, "repeated", (line,))
        seen.add(key)


def days_in_plan(record: object, known: Known, *names: str) -> Iterator[Problem]:
    """Yield the days that lie outside the plan's years."""
    first, last = known.plan.first_day, known.plan.last_day
    for name in names:
        if not first <= getattr(record, name) <= last:
            facts = format_date(first), format_date(last)
            yield Problem(name, "outside_plan", facts)


def year_in_plan(record: object, known: Known) -> Iterator[Problem]:
    """Yield the year of a record when the plan does not cover it."""
    first, last = known.plan.first_day.year, known.plan.last_day.year
    year: int = getattr(record, "year")  # noqa: B009  a record of any kind
    if not first <= year <= last:
        yield Problem("year", "year_outside_plan", (str(first), str(last)))


def days_in_order(first_day: dt.date, last_day: dt.date) -> Iterator[Problem]:
    """Yield a last day that comes before the first."""
    if last_day < first_day:
        yield Problem("last_day", "last_before_first", (format_date(first_day),))


def days_over(record: object, known: Known, *names: str) -> Iterator[Problem]:
    """Yield the days that have not come yet."""
    for name in names:
        day = getattr(record, name)
        if day is not None and day > known.today:
            yield Problem(name, "in_future", (format_date(known.today),))
