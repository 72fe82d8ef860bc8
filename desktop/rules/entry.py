"""What makes an entry acceptable.

Errors stop it from being kept; doubts (`blocking` is False) are shown and may stand.
"""

import dataclasses
from typing import Any, TypeVar

from desktop.errors import Problem
from desktop.rules import entry_checks, entry_kinds
from desktop.rules.known import SOURCE_OF, Known
from desktop.rules.vietnamese import normalise, one_line

Record = TypeVar("Record")

TITLES = ("title", "name", "document_number", "number", "text")
"""Fields by which a record is called, the first that is not blank."""

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
    changes = {
        field.name: _clean(getattr(record, field.name), field.name)
        for field in dataclasses.fields(record)  # type: ignore[arg-type]
        if field.init
    }
    return dataclasses.replace(record, **changes)  # type: ignore[type-var]


def _clean(value: Any, name: str) -> Any:  # noqa: ANN401  whatever a field may hold
    """Return a field's value with its texts cleaned."""
    if type(value) is str:  # members of enums are texts too, and stay themselves
        return one_line(value) if name in _ONE_LINE else normalise(value)
    if isinstance(value, tuple):
        return tuple(_clean(one, name) for one in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return clean(value)
    return value


def title_of(record: object) -> str:
    """Return what a record is called in the history; blank when it has no name."""
    names = (getattr(record, name, "") for name in TITLES)
    return next((name for name in names if name), "")
