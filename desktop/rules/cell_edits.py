"""Change single fields of a record, as cells of a sheet are changed."""

import dataclasses
import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from desktop.errors import Problem
from desktop.records.activity import ActivityState
from desktop.rules import entry
from desktop.rules.known import Known


@dataclass(frozen=True, slots=True, kw_only=True)
class CellEdit:
    """What some fields of one kept record are to become."""

    record: type
    """Class of the record."""
    id: str
    values: Mapping[str, object]
    """New value by field; None, or a blank text, for nothing."""


def merged(edits: Iterable[CellEdit]) -> tuple[CellEdit, ...]:
    """Return one edit for each record, later values in the place of earlier ones."""
    found: dict[tuple[type, str], CellEdit] = {}
    for one in edits:
        key = one.record, one.id
        before = found[key].values if key in found else {}
        found[key] = dataclasses.replace(one, values={**before, **one.values})
    return tuple(found.values())


def changed(record: Any, values: Mapping[str, object]) -> Any:  # noqa: ANN401  any record
    """Return a record with other values in some fields, its texts in stored form.

    What begins later drags its end along: an event of one day stays one of one day,
    and a longer one keeps its length rather than ending before it begins.
    """
    given = {name: filled(type(record), name, value) for name, value in values.items()}
    if "first_day" in given and "last_day" not in given and hasattr(record, "last_day"):
        given["last_day"] = _end(record, given["first_day"])
    return entry.clean(dataclasses.replace(record, **given))


def filled(cls: type, name: str, value: object) -> Any:  # noqa: ANN401  of any field
    """Return what a field holds for a value; for nothing, what it has when left out."""
    if value is None or value == "":
        field = next(one for one in dataclasses.fields(cls) if one.name == name)
        return "" if field.default is dataclasses.MISSING else field.default
    # A choice gives its text: rules compare the member itself.
    return ActivityState(str(value)) if name == "state" else value


def lacking(record: object, values: Mapping[str, object]) -> tuple[Problem, ...]:
    """Return the days and numbers that may not be emptied: no record is without."""
    needed = {
        one.name
        for one in dataclasses.fields(record)  # type: ignore[arg-type]
        if one.default is dataclasses.MISSING
        and one.default_factory is dataclasses.MISSING
        and not isinstance(getattr(record, one.name), str)
    }
    return tuple(
        Problem(name, "missing")
        for name, value in values.items()
        if name in needed and value in (None, "")
    )


def refusals(before: object, after: object, known: Known) -> tuple[Problem, ...]:
    """Return what forbids a change: a fault that was there before forbids no other."""
    old = set() if before is None else set(_faults(before, known))
    return tuple(one for one in _faults(after, known) if one not in old)


def acceptable(
    record: object, values: Mapping[str, object], known: Known
) -> tuple[dict[str, object], tuple[Problem, ...]]:
    """Return those of the values a record may take, and what forbids the others."""
    refused = list(lacking(record, values))
    empty = {one.field for one in refused}
    kept = {name: value for name, value in values.items() if name not in empty}
    while kept:
        found = refusals(record, changed(record, kept), known)
        if not found:
            break
        refused.extend(found)
        guilty = {one.field for one in found} & kept.keys() or set(kept)
        for name in guilty:
            del kept[name]
    return kept, tuple(dict.fromkeys(refused))


def end_of(first_day: dt.date, last_day: dt.date, first: dt.date) -> dt.date:
    """Return where an event of these two days ends once it begins on another one."""
    length = last_day - first_day
    return first + length if not length or first > last_day else last_day


def doubts(record: object, known: Known) -> tuple[Problem, ...]:
    """Return what is doubtful with a record."""
    return tuple(one for one in entry.problems(record, known) if not one.blocking)


def _faults(record: object, known: Known) -> tuple[Problem, ...]:
    return tuple(one for one in entry.problems(record, known) if one.blocking)


def _end(record: Any, first: object) -> object:  # noqa: ANN401  any record with days
    if not isinstance(first, dt.date) or not isinstance(record.first_day, dt.date):
        return record.last_day
    return end_of(record.first_day, record.last_day, first)
