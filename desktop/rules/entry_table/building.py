"""Make records of what rows say, and find the kept entry a row is."""

import dataclasses
import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any, get_args, get_type_hints

from desktop.errors import Problem
from desktop.records.activity import Activity, ActivityKind, ActivityState
from desktop.records.identity import AgencyId, RecordId
from desktop.records.register import Register
from desktop.rules.counting import DAY, RECORD_OF
from desktop.rules.known import Known
from desktop.rules.vietnamese import exact_key

Values = Mapping[str, Any]
Entry = Any
"""A record of any register; the class of one."""

_IDENTITY: Mapping[str, tuple[str, ...]] = {
    "Activity": ("title", "first_day", "last_day", "agency"),
    "Product": ("title", "type", "first_published", "agency"),
    "DataSource": ("name", "recorded_on", "agency"),
    "Posting": ("title", "channel", "first_day", "last_day", "agency"),
    "Broadcast": ("title", "channel", "first_day", "last_day", "agency"),
    "OwnChannel": ("name", "channel", "agency"),
    "Tally": ("subject", "agency", "first_day", "last_day"),
    "Headcount": ("agency", "group", "tier", "as_of"),
    "Departure": ("agency", "group", "tier", "left_on"),
    "SpokespersonCheck": ("agency", "year"),
    "UnitPlan": ("agency", "year", "number"),
    "Achievement": ("title", "reached_on", "agency"),
    "Estimate": ("goal", "year", "made_on"),
    "Inherited": ("agency", "year", "goal", "figure"),
    "UnlistedTotal": ("agency", "figure", "first_day", "last_day"),
    "Budget": ("agency", "year", "source"),
}
"""By which fields two rows of a register are of one and the same entry."""

_FIRST, _LAST = "first_day", "last_day"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """A record made of a row, and what it could not be made of."""

    record: Entry
    missing: frozenset[str] = frozenset()
    """Fields without a value; another stands in, which tells nothing."""


def record_class(register: Register) -> Entry:
    """Return the class of a register's records."""
    return RECORD_OF[register.source]


def build(
    register: Register, values: Values, own: AgencyId, known: Known, bad: Iterable[str]
) -> Built:
    """Return a new record of what a row says, with what goes without saying.

    Args:
        register: Which entry it is.
        values: What the cells give.
        own: The office, whose work it is when nobody else is named.
        known: Today, and the days of the plan.
        bad: Fields whose cell could not be read.
    """
    cls = record_class(register)
    whole: dict[str, Any] = {"id": RecordId(""), **values}
    if register.kind:
        whole["kind"] = ActivityKind(register.kind)
    unread = frozenset(bad)
    if "agency" in _names(cls) - unread:
        whole.setdefault("agency", own)
    _fill_days(cls, whole, unread)
    missing = _needed(cls) - whole.keys()
    for name in missing:
        whole[name] = _stand_in(cls, name, known)
    if cls is Activity and "state" not in values:
        future = whole[_LAST] > known.today
        whole["state"] = ActivityState.PLANNED if future else ActivityState.DONE
    return Built(record=cls(**whole), missing=missing)


def identity(record: Entry) -> tuple[object, ...]:
    """Return what two records of one entry have in common; titles by their words."""
    cls: Entry = type(record)
    return identity_of(cls)(record)


@cache
def identity_of(cls: Entry) -> Callable[[Entry], tuple[object, ...]]:
    """Return what reads the identity of one class of records."""
    names = _IDENTITY[cls.__name__]

    def read(record: Entry) -> tuple[object, ...]:
        values = (getattr(record, name) for name in names)
        return tuple(_title(v) if type(v) is str else v for v in values)

    return read


def is_identity(cls: Entry, names: Iterable[str]) -> bool:
    """Tell whether any of some fields is one by which entries are known again."""
    return not frozenset(_IDENTITY[cls.__name__]).isdisjoint(names)


def span(records: Iterable[Entry], register: Register) -> tuple[Any, Any] | None:
    """Return the first and last day, or year, in which records count; None of none."""
    name = DAY[register.source]
    days = [getattr(one, name) for one in records]
    return (min(days), max(days)) if days else None


def required(register: Register) -> tuple[str, ...]:
    """Return the fields a new entry cannot be without and that have no usual value."""
    usual = {"agency", "state", "items", "times", _LAST}
    return tuple(
        field.name
        for field in register.fields
        if field.required and field.name not in usual
    )


def missing_problems(names: Iterable[str]) -> tuple[Problem, ...]:
    """Return that fields say nothing though an entry needs them."""
    return tuple(Problem(name, "missing") for name in sorted(names))


def _fill_days(cls: Entry, whole: dict[str, Any], unread: frozenset[str]) -> None:
    """Let a row that tells one day be of one day."""
    names: frozenset[str] = _names(cls)
    if not {_FIRST, _LAST} <= names:
        return
    for told, silent in ((_FIRST, _LAST), (_LAST, _FIRST)):
        if told in whole and silent not in unread:
            whole.setdefault(silent, whole[told])


@lru_cache(maxsize=200_000)
def _title(text: str) -> str:
    return exact_key(text)


@cache
def _names(cls: Entry) -> frozenset[str]:
    return frozenset(one.name for one in dataclasses.fields(cls))


@cache
def _needed(cls: Entry) -> frozenset[str]:
    """Return the fields a record cannot be made without."""
    return frozenset(
        one.name
        for one in dataclasses.fields(cls)
        if one.default is dataclasses.MISSING
        and one.default_factory is dataclasses.MISSING
    )


def _stand_in(cls: Entry, name: str, known: Known) -> Entry:
    """Return a value that lets a record be made, so that the rest is checked."""
    kinds = _kinds(cls)[name]
    if dt.date in kinds:
        return known.plan.first_day
    if int in kinds:
        return known.plan.first_day.year if name == "year" else 0
    return Decimal(0) if Decimal in kinds else ""


@cache
def _kinds(cls: Entry) -> Mapping[str, tuple[Any, ...]]:
    hints = get_type_hints(cls)
    return {name: get_args(hint) or (hint,) for name, hint in hints.items()}
