"""Read entries of a register from JSON, as another program would write them."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from desktop.errors import FileError, InputError, Problem
from desktop.files.catalogue import build
from desktop.records.register import Register
from desktop.rules.counting import RECORD_OF

_PLACE = re.compile(r"\$(?:\[\d+\])?\.?(\w*)")


def read_entries(
    text: str, register: Register, path: Path, make_id: Callable[[], str]
) -> tuple[object, ...]:
    """Return the records of a JSON list, or of one JSON object.

    An entry without `id` is a new one. Field names are those of the record.

    Raises:
        FileError: The text is not JSON.
        InputError: An entry has a field its register does not know, lacks one, or
            holds a value of the wrong kind; carries the number of the entry.
    """
    try:
        given = json.loads(text)
    except ValueError as error:
        raise FileError(path, "unreadable", str(error)) from error
    rows = given if isinstance(given, list) else [given]
    return tuple(_records(rows, register, path, make_id))


def _records(
    rows: list[Any], register: Register, path: Path, make_id: Callable[[], str]
) -> Iterator[object]:
    cls = RECORD_OF[register.source]
    for number, row in enumerate(rows, start=1):
        if not isinstance(row, dict):
            raise InputError((Problem("", "wrong_entry", (str(number), "")),))
        whole = {"id": make_id(), **row}
        if register.kind:
            whole["kind"] = register.kind
        try:
            yield build(whole, cls, path)
        except FileError as error:
            raise _refused(number, error) from error


def _refused(number: int, error: FileError) -> InputError:
    said = error.facts[0] if error.facts else ""
    found = _PLACE.search(said)
    return InputError(
        (Problem(found[1] if found else "", "wrong_entry", (str(number), said)),)
    )
