"""Turn a record into a row and a row back into its record.

A row has one column for each field of the record; tuples and nested records are
kept as JSON text, so that one record is always one row: what the journal keeps of
a deed, and what an undo puts back, is never more than rows.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from decimal import Decimal
from functools import cache
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

import msgspec

Record = TypeVar("Record")
Cell = str | int | float | None
Row = dict[str, Cell]

_NOW_CALLED = {("activities", "area"): "surface"}
"""Columns that got another name, and decimals, since their rows were journalled."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What is known of a record class once: its columns and which are JSON."""

    columns: tuple[str, ...]
    json: frozenset[str]
    decimals: frozenset[str]
    """Columns of numbers kept as texts, to the last digit."""


@cache
def shape(cls: Any) -> Shape:  # noqa: ANN401  a class, which must be hashable
    """Return the shape of a record class."""
    hints = get_type_hints(cls)
    names = tuple(field.name for field in fields(cls))
    lists = frozenset(name for name in names if get_origin(hints[name]) is tuple)
    decimals = frozenset(name for name in names if _is_decimal(hints[name]))
    return Shape(names, lists, decimals)


def _is_decimal(hint: Any) -> bool:  # noqa: ANN401  a type, or a union of types
    return hint is Decimal or Decimal in get_args(hint)


def to_row(record: object) -> Row:
    """Return the row of a record."""
    row: dict[str, Any] = msgspec.to_builtins(record)
    for name in shape(_class_of(record)).json:
        row[name] = _text(row[name]) if row[name] else "[]"
    for name, value in row.items():
        if value is True or value is False:
            row[name] = int(value)
    return row


def _class_of(record: object) -> type:
    return type(record)


def from_row(cls: type[Record], row: Mapping[str, Cell]) -> Record:
    """Return the record of a row; a column the class does not know is left out."""
    kind: type = cls  # a bare type, because mypy doubts that a class is hashable
    record: Record = reader(kind)(row)
    return record


@cache
def reader(cls: Any) -> Callable[[Any], Any]:  # noqa: ANN401  as above
    """Return the function that reads rows of one class, prepared once."""
    known = shape(cls)
    lists = [name for name in known.columns if name in known.json]
    plain = [name for name in known.columns if name not in known.json]
    decode, convert = msgspec.json.decode, msgspec.convert

    def read(row: Mapping[str, Cell]) -> object:
        values: dict[str, Any] = {name: row[name] for name in plain}
        for name in lists:
            text = row[name]
            values[name] = decode(str(text)) if text != "[]" else ()
        return convert(values, cls, strict=False)

    return read


def to_json(record: object) -> str:
    """Return a record as JSON with its fields in order."""
    return _text(record)


def from_json(cls: type[Record], text: str) -> Record:
    """Return the record a JSON text holds."""
    return msgspec.json.decode(text, type=cls, strict=False)


def canonical(value: object) -> bytes:
    """Return the bytes of a value that two programs agree on: keys sorted."""
    return msgspec.json.encode(value, order="sorted")


def json_of_each(values: Sequence[Cell]) -> list[str]:
    """Return each of many values as JSON, in which no line ever ends."""
    return _encode_lines(values).decode().split("\n")[:-1]


_encode_lines = msgspec.json.Encoder().encode_lines


def canonical_each(many: Sequence[Sequence[Cell]]) -> bytes:
    """Return the canonical bytes of lists of plain values, one right after another."""
    return _encode_lines(many).replace(b"\n", b"")


def parse(text: str) -> Any:  # noqa: ANN401  JSON is whatever it is
    """Return the plain value of a JSON text."""
    return msgspec.json.decode(text)


def kept(place: str, text: str) -> Row:
    """Return a row as the history keeps it, its columns called what they are now."""
    return now_called(place, parse(text))


def now_called(place: str, row: Row) -> Row:
    """Call the columns of a row that was kept what they are now; return it."""
    for (table, before), now in _NOW_CALLED.items():
        if table == place and before in row:
            value = row.pop(before)
            row.setdefault(now, None if value is None else str(value))
    return row


def _text(value: object) -> str:
    return msgspec.json.encode(value).decode()
