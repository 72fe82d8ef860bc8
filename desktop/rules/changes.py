"""Tell two rows of one record apart: what each field was, and what it became.

Rows are as the history keeps them: plain values by column, lists as JSON text.
"""

import datetime as dt
import json
import types
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from desktop.records.identity import (
    AgencyId,
    Code,
    GoalId,
    PlanId,
    StepId,
    TargetId,
    TaskId,
)

Row = Mapping[str, Any]
"""Values by column, as the store keeps them; a list may be plain, or JSON text."""

CODE = "code"
"""What a column refers to whose value is a code of some catalogue."""
GOAL = "goal"
"""What a column refers to whose value is a target whatever its version."""

FIGURE = "figure"
"""What a column refers to whose value is the code of a declared figure."""
NO_RECORDS = frozenset({"", CODE, FIGURE})
"""What a column may refer to that is no record of the office."""

_PLACES: Mapping[object, str] = {
    AgencyId: "agencies",
    PlanId: "plans",
    TaskId: "tasks",
    TargetId: "targets",
    StepId: "roadmap_steps",
    GoalId: GOAL,
    Code: CODE,
}
_PLACES_BY_NAME = {
    ("Task", "bases"): "legal_bases",
    ("Posting", "product"): "products",
    ("Broadcast", "product"): "products",
    ("OwnChannel", "parent"): "own_channels",
    ("Activity", "joined_to"): "activities",
    ("IssuedCopy", "report"): "issued_reports",
    ("Delivery", "report"): "issued_reports",
    ("CatalogueItem", "code"): "",
    ("Agency", "kind"): CODE,
    ("Target", "figure"): FIGURE,
    ("Target", "divisor"): FIGURE,
    ("Task", "figures"): FIGURE,
    ("Quantity", "figure"): FIGURE,
    ("Inherited", "figure"): FIGURE,
    ("UnlistedTotal", "figure"): FIGURE,
}
"""Where ids go whose type does not tell."""

CATALOGUES: Mapping[str, str] = {
    "area_types": "area_type",
    "audience": "audience",
    "channel": "channel",
    "content_source": "content_source",
    "frequency": "frequency",
    "group": "staff_group",
    "kind": "agency_kind",
    "language": "language",
    "languages": "language",
    "mode": "training_form",
    "occasion": "occasion",
    "pillar": "pillar",
    "procurement": "procurement",
    "source": "funding_source",
    "staff_group": "staff_group",
    "subject": "tally_subject",
    "themes": "theme",
}
"""Catalogue of a code, by the column; a form's depends on the register."""

_UNTOLD = {
    "Evidence": {"place", "row_id", "sha256", "source_sha256", "media"},
    "IssuedReport": {"content", "content_sha256", "journal_head"},
    "IssuedCopy": {"sha256"},
    "Delivery": {"sha256", "package_id"},
    "ImportMapping": {"headings", "words"},
}
"""Columns that tell a person nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """What one column of a record's row holds."""

    name: str
    type: Any
    """Type of one value: `str`, `int`, `bool`, a date, an enumeration, a record."""
    many: bool = False
    refers: str = ""
    """Table whose rows it names; `code`, `goal`, or blank where it names none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One field that is not as it was."""

    name: str
    before: object = None
    after: object = None
    """Typed values; a text, day, number, tuple …; None where there is none."""
    gone: tuple[object, ...] = ()
    come: tuple[object, ...] = ()
    """Of a list: what was taken out and what was put in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One line of a small table in a record: labels and values of its columns."""

    cells: tuple[tuple[str, object], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """One field that is not as it was, with ids and codes turned into names."""

    name: str
    label: str
    unit: str = ""
    before: object = None
    after: object = None
    """A text, day, moment, number, flag, member of an enumeration; a tuple of those,
    or of `Part`; None where there is none."""
    gone: tuple[object, ...] = ()
    come: tuple[object, ...] = ()


class Fate(StrEnum):
    """What a change did to a record."""

    MADE = "made"
    AMENDED = "amended"
    REMOVED = "removed"


@cache
def columns(cls: Any) -> tuple[Column, ...]:  # noqa: ANN401  a class, hashable
    """Return the columns of a record's row in the order of its fields, without ids."""
    hints = get_type_hints(cls)
    names = (field.name for field in fields(cls))
    return tuple(_column(cls, name, hints[name]) for name in names if name != "id")


@cache
def told_columns(cls: Any) -> tuple[Column, ...]:  # noqa: ANN401  as above
    """Return the columns that tell a person something."""
    untold = _UNTOLD.get(cls.__name__, set())
    return tuple(one for one in columns(cls) if one.name not in untold)


def differences(
    cls: type, before: Row | None, after: Row | None
) -> tuple[Difference, ...]:
    """Return every field in which two rows of one record differ.

    Of a record that is new, or that was removed, these are the fields that say
    something. A column one row lacks because it came later counts as blank there.
    """
    kind: Any = cls
    return tuple(
        _difference(column, one, other)
        for column in told_columns(kind)
        if (one := value(column, before)) != (other := value(column, after))
    )


def value(column: Column, row: Row | None) -> object:
    """Return what a row holds in a column: typed, None where it is blank."""
    raw = None if row is None else row.get(column.name)
    if raw is None or raw == "":
        return None
    if not column.many:
        return _typed(column, raw)
    held = raw if isinstance(raw, list) else json.loads(str(raw))
    return tuple(_typed(column, one) for one in held) or None


def references(cls: type, row: Row) -> Iterator[tuple[str, str, str]]:
    """Yield column, table and id of every record a row names; codes are no records."""
    kind: Any = cls
    for column in columns(kind):
        found = value(column, row)
        if found is None or column.refers in NO_RECORDS:
            continue
        many = found if isinstance(found, tuple) else (found,)
        for one in many:
            yield column.name, column.refers, str(one)


def says_something(found: object) -> bool:
    """Tell whether a value is worth a line where a whole record is told."""
    return found is not None and found is not False


def _difference(column: Column, before: object, after: object) -> Difference:
    if not column.many:
        return Difference(name=column.name, before=before, after=after)
    one, other = _listed(before), _listed(after)
    return Difference(
        name=column.name,
        before=before,
        after=after,
        gone=tuple(each for each in one if each not in other),
        come=tuple(each for each in other if each not in one),
    )


def _listed(found: object) -> Sequence[object]:
    return found if isinstance(found, tuple) else ()


def _column(cls: type, name: str, hint: Any) -> Column:  # noqa: ANN401  a type
    many = get_origin(hint) is tuple
    one = get_args(hint)[0] if many else _without_none(hint)
    refers = _PLACES_BY_NAME.get((cls.__name__, name), _PLACES.get(one, ""))
    plain = getattr(one, "__supertype__", one)
    return Column(name=name, type=plain, many=many, refers=refers)


def _without_none(hint: Any) -> Any:  # noqa: ANN401  a type
    if get_origin(hint) in {types.UnionType, Union}:
        return next(one for one in get_args(hint) if one is not type(None))
    return hint


def _typed(column: Column, raw: Any) -> object:  # noqa: ANN401  straight from JSON
    """Return a value as its column types it; as it is kept where it cannot be read."""
    try:
        return _READ.get(column.type, _other)(column.type, raw)
    except (ValueError, TypeError, InvalidOperation):
        return raw


def _other(cls: Any, raw: Any) -> object:  # noqa: ANN401  as above
    if is_dataclass(cls) and isinstance(raw, dict):
        known: Any = cls
        part = {one.name: value(one, raw) for one in _parts(known)}
        return tuple((name, held) for name, held in part.items() if held is not None)
    if isinstance(cls, type) and issubclass(cls, StrEnum):
        return cls(raw)
    return raw


@cache
def _parts(cls: Any) -> tuple[Column, ...]:  # noqa: ANN401  a class, hashable
    return columns(cls)


_READ: Mapping[Any, Any] = {
    bool: lambda _cls, raw: bool(raw),
    dt.date: lambda _cls, raw: dt.date.fromisoformat(raw),
    dt.datetime: lambda _cls, raw: dt.datetime.fromisoformat(raw),
    Decimal: lambda _cls, raw: Decimal(str(raw)),
}
