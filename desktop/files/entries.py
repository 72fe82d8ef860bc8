"""Read entries of a register from JSON, as another program would write them."""

import datetime as dt
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any, get_args, get_type_hints

from desktop.errors import FileError, InputError, Problem
from desktop.files.catalogue import build
from desktop.records.register import Register
from desktop.rules.counting import RECORD_OF
from desktop.rules.dates import parse_date
from desktop.rules.numbers import parse_decimal
from desktop.rules.times import parse_moment

_LACKING = re.compile(r"required field `(\w+)`")
_PLACE = re.compile(r"\$\.?(\w*)")
_LACKING = re.compile(r"missing required field `(\w+)`")


def read_entries(
    text: str, register: Register, path: Path, make_id: Callable[[], str]
) -> tuple[object, ...]:
    """Return the records of a JSON list, or of one JSON object.

    An entry without `id` is a new one. Field names are those of the record.

    Raises:
        FileError: The text is not JSON.
        InputError: An entry has a field its register does not know, lacks one, or
            holds a value of the wrong kind.
    """
    try:
        given = json.loads(text)
    except (ValueError, RecursionError) as error:  # the latter: brackets without end
        raise FileError(path, "unreadable", str(error)) from error
    rows = given if isinstance(given, list) else [given]
    return tuple(_records(rows, register, path, make_id))


def _records(
    rows: list[Any], register: Register, path: Path, make_id: Callable[[], str]
) -> Iterator[object]:
    cls = RECORD_OF[register.source]
    for number, row in enumerate(rows, start=1):
        if not isinstance(row, dict):
            raise InputError((Problem("", "no_entry", (str(number),)),))
        whole = {"id": make_id(), **_as_written(row, cls)}
        if register.kind:
            whole["kind"] = register.kind
        try:
            yield build(whole, cls, path)
        except FileError as error:
            problem = _problem(whole, error)
            place = number if len(rows) > 1 else 0
            raise InputError((replace(problem, entry=place),)) from error


def _as_written(row: dict[str, Any], cls: type) -> dict[str, Any]:
    """Return an entry whose days and numbers, as people write them, are JSON's own."""
    hints = get_type_hints(cls)
    whole = dict(row)
    for name in row.keys() & hints.keys():
        kinds = get_args(hints[name]) or (hints[name],)
        for kind in kinds:
            if kind in _READERS:
                whole[name] = _READERS[kind](row[name])
    return whole


def _day(value: object) -> object:
    if not isinstance(value, str):
        return value
    day = parse_date(value, today=dt.date.min).value
    return value if day is None else day.isoformat()


def _moment(value: object) -> object:
    if not isinstance(value, str):
        return value
    moment = parse_moment(value, today=dt.date.min)
    # One with an offset is not the office's own time: refused, as what is no moment.
    return (value,) if moment is None else moment.isoformat()


def _decimal(value: object) -> object:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        return value
    number = parse_decimal(value).value
    return value if number is None else str(number)


_READERS: dict[type, Callable[[object], object]] = {
    dt.date: _day,
    dt.datetime: _moment,
    Decimal: _decimal,
}
"""What is read as people write it."""


def _problem(row: dict[str, Any], error: FileError) -> Problem:
    """Tell which field of an entry does not fit, in words people have."""
    said = error.facts[0] if error.facts else ""
    lacking = _LACKING.search(said)
    if lacking:
        return Problem(lacking[1], "missing")
    found = _PLACE.search(said)
    field = found[1] if found else ""
    held = row.get(field, "")
    given = str(held[0] if isinstance(held, tuple) else held)
    if said.startswith("$"):
        return Problem("", "unknown_field", (field,))
    if "datetime" in said:
        return Problem(field, "moment_not_moment", (given,))
    if "Expected `int" in said or "decimal" in said:
        return Problem(field, "number_not_number", (given,))
    if "ISO8601" in said or "Expected `date" in said or "Invalid" in said:
        of_day = "date" in said or "ISO8601" in said
        return Problem(
            field, _why_no_day(given) if of_day else "unknown_code", (given,)
        )
    return Problem(field, "wrong_entry", (given,))


def _why_no_day(given: str) -> str:
    """Return why a text is no day: what it looks like, or that no calendar has it."""
    reason = parse_date(given, today=dt.date.min).reason
    return "date_no_such_day" if reason == "no_such_day" else "date_not_date"
