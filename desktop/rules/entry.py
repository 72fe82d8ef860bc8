"""What makes an entry acceptable.

Errors stop it from being kept; doubts (`blocking` is False) are shown and may stand.
"""

import dataclasses
import datetime as dt
from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_type_hints

from desktop.errors import Problem
from desktop.rules import entry_checks, entry_kinds
from desktop.rules.known import SOURCE_OF, Known
from desktop.rules.vietnamese import normalise, one_line

Record = TypeVar("Record")

TITLES = ("title", "name", "document_number", "number", "text")
"""Fields by which a record is called, the first that is not blank."""

_TEXTLESS = frozenset({int, bool, Decimal, dt.date, dt.datetime, NoneType})

_ONE_LINE = frozenset(
    {"title", "name", "short_name", "place", "online_place", "number"}
    | {"document_number", "request_document", "invitation_document"}
    | {"position", "programme"}
)


def problems(record: object, known: Known) -> tuple[Problem, ...]:
    """Return everything wrong or doubtful with a record, field by field.

    Fields of problems are the record's attributes. Records that are not entries of
    a register are held to the few rules of their kind.
    """
    found = list(entry_kinds.check(record, known))
    if type(record) in SOURCE_OF:
        found[:0] = entry_checks.check(record, known)
    return tuple(dict.fromkeys(found))


def clean(record: Record) -> Record:
    """Return the record with every text in its stored form (`vietnamese.normalise`)."""
    changes = {}
    for name in _fields(_class_of(record)):
        value = getattr(record, name)
        cleaned = _clean(value, name)
        if cleaned is not value:
            changes[name] = cleaned
    return dataclasses.replace(record, **changes) if changes else record  # type: ignore[type-var]


@cache
def _fields(cls: type) -> tuple[str, ...]:
    """Return the fields of a class of records that may hold texts."""
    hints = get_type_hints(cls)
    fields = (field for field in dataclasses.fields(cls) if field.init)
    return tuple(one.name for one in fields if not _is_textless(hints[one.name]))


def _is_textless(hint: Any) -> bool:  # noqa: ANN401  a type, or a union of types
    """Tell whether a value is never a text: a number, a day, or nothing."""
    kinds = get_args(hint) if isinstance(hint, UnionType) else (hint,)
    return all(kind in _TEXTLESS for kind in kinds)


def _class_of(record: object) -> type:
    return type(record)


def _clean(value: Any, name: str) -> Any:  # noqa: ANN401  whatever a field may hold
    """Return a field's value with its texts cleaned; itself where nothing changes."""
    if type(value) is str:  # members of enums are texts too, and stay themselves
        cleaned = one_line(value) if name in _ONE_LINE else normalise(value)
        return value if cleaned == value else cleaned
    if isinstance(value, tuple):
        parts = tuple(_clean(one, name) for one in value)
        same = all(one is part for one, part in zip(value, parts, strict=True))
        return value if same else parts
    if hasattr(type(value), "__dataclass_fields__"):
        return clean(value)
    return value


def title_of(record: object) -> str:
    """Return what a record is called in the history; blank when it has no name."""
    names = (getattr(record, name, "") for name in TITLES)
    return next((name for name in names if name), "")
