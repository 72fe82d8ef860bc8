"""Checks that hold for every entry: required fields, counts, codes, names, days."""

import dataclasses
import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, get_args, get_type_hints

from desktop.errors import Problem
from desktop.records.register import FieldType
from desktop.rules.dates import format_date
from desktop.rules.known import Known
from desktop.rules.numbers import MOST_DIGITS, format_decimal, format_integer

LONG_TITLE = 300
"""Characters after which a title is more likely a pasted paragraph."""

LARGEST = 10**MOST_DIGITS - 1

_NAMED = ("title", "name")
_NO_COUNT = frozenset({"year"})
_MEASURES = frozenset({"surface"})
"""Numbers with decimals that cannot be below nothing; a growth can."""
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


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class _Plan:
    """What is to be looked at in records of one class and register."""

    required: tuple[str, ...]
    named: tuple[str, ...]
    counts: tuple[str, ...]
    """Fields that may hold a count."""
    codes: tuple[tuple[str, frozenset[Any]], ...]
    """Fields of codes, and the codes there are."""
    names: tuple[tuple[str, frozenset[Any], str], ...]
    """Fields of names, the names there are, and what is wrong with another."""
    tables: tuple[str, ...]


def check(record: object, known: Known) -> Iterator[Problem]:
    """Yield what is wrong with an entry whatever its kind."""
    plan = _plan(record, known)
    for name in plan.required:
        if _blank(getattr(record, name)):
            yield Problem(name, "missing")
    for name in plan.named:
        if len(getattr(record, name)) > LONG_TITLE:
            yield doubt(name, "long_title", str(LONG_TITLE))
    yield from _counts(record, plan)
    yield from _codes(record, plan)
    yield from _names(record, plan)
    for table in plan.tables:
        rows = getattr(record, table)
        if rows:
            yield from _rows(table, rows, known)


def doubt(field: str, code: str, *facts: str) -> Problem:
    """Return a problem that is shown but may be saved."""
    return Problem(field, code, facts, blocking=False)


def _plan(record: object, known: Known) -> _Plan:
    """Return what is to be looked at in a record, worked out once for its kind."""
    key = type(record), getattr(record, "kind", "")
    plan: _Plan | None = known.made.get(key)
    if plan is None:
        plan = known.made[key] = _new_plan(record, known)
    return plan


def _new_plan(record: object, known: Known) -> _Plan:
    register = known.register_of(record)
    fields = register.fields if register else ()
    names = tuple(one.name for one in dataclasses.fields(record))  # type: ignore[arg-type]
    required = {one.name for one in fields if one.required} | set(_NAMED)
    catalogues = dict(_CATALOGUES)
    catalogues |= {one.name: one.catalogue for one in fields if one.type in _CHOICES}
    hints = get_type_hints(type(record))
    counts = (
        name for name in names if int in (get_args(hints[name]) or (hints[name],))
    )
    return _Plan(
        required=tuple(name for name in names if name in required),
        named=tuple(name for name in _NAMED if name in names),
        counts=(
            *(name for name in counts if name not in _NO_COUNT),
            *(name for name in names if name in _MEASURES),
        ),
        codes=tuple(
            (name, known.codes[catalogue])
            for name, catalogue in catalogues.items()
            if name in names and catalogue in known.codes
        ),
        names=tuple(one for one in _looked_up(known) if one[0] in names),
        tables=tuple(name for name in _TABLES if name in names),
    )


def _blank(value: object) -> bool:
    """Tell whether nothing was given; zero and `no` are something."""
    if isinstance(value, str):
        return not value.strip()
    return value is None or value == ()


def _counts(record: object, plan: _Plan) -> Iterator[Problem]:
    """Yield counts below zero, or above what a spreadsheet keeps exactly."""
    for name in plan.counts:
        count = getattr(record, name)
        if count is not None and not 0 <= count <= LARGEST:
            yield from _count(name, count)


def _count(field: str, value: object, *facts: str) -> Iterator[Problem]:
    """Yield what is wrong with one count; values that are no counts pass."""
    if isinstance(value, Decimal) and field in _MEASURES and value < 0:
        yield Problem(field, "negative", (format_decimal(value), *facts))
    if not isinstance(value, int) or isinstance(value, bool):
        return
    if value < 0:
        yield Problem(field, "negative", (format_integer(value), *facts))
    if value > LARGEST:
        yield Problem(field, "too_large", (format_integer(LARGEST), *facts))


def _codes(record: object, plan: _Plan) -> Iterator[Problem]:
    """Yield codes that stand for nothing in their catalogue."""
    for name, codes in plan.codes:
        held = getattr(record, name)
        for code in _values(held) if held else ():
            if code not in codes:
                yield Problem(name, "unknown_code", (code,))


def _names(record: object, plan: _Plan) -> Iterator[Problem]:
    """Yield agencies, tasks and other names that stand for nothing."""
    for name, existing, problem in plan.names:
        held = getattr(record, name)
        for value in _values(held) if held else ():
            if value not in existing:
                yield Problem(name, problem, (value,))


def _looked_up(known: Known) -> Iterator[tuple[str, frozenset[Any], str]]:
    """Yield the fields of names; some are checked only where the names are known."""
    sure = (
        (_AGENCIES, known.agencies, "unknown_agency"),
        (("tasks",), known.tasks, "unknown_task"),
    )
    told: tuple[tuple[tuple[str, ...], frozenset[Any], str], ...] = (
        (_TIERS, known.tiers, "unknown_tier"),
        (("goal", "goals"), known.goals, "unknown_goal"),
        (("steps",), known.steps, "unknown_step"),
        (("figure",), known.figures, "unknown_figure"),
    )
    for names, existing, problem in (*sure, *(one for one in told if one[1])):
        for name in names:
            yield name, existing, problem


def _values(value: Any) -> tuple[str, ...]:  # noqa: ANN401  one code or several
    """Return the codes or ids a field holds, without blanks."""
    if isinstance(value, tuple):
        return tuple(one for one in value if one)
    return (value,)


def _rows(table: str, rows: tuple[Any, ...], known: Known) -> Iterator[Problem]:
    """Yield what is wrong in the rows of a small table, named by their number."""
    seen: set[tuple[str, ...]] = set()
    for number, row in enumerate(rows, 1):
        line, plan = str(number), _plan(row, known)
        values = [getattr(row, name) for name in type(row).__slots__]
        for value in values:
            yield from _count(table, value, line)
        found = (*_codes(row, plan), *_names(row, plan))
        yield from (Problem(table, one.code, (*one.facts, line)) for one in found)
        key = tuple(value for value in values if isinstance(value, str))
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
