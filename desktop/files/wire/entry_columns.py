"""Read entries column by column, as the tables of an office keep them.

A package is read so only once it was inspected as a whole and is known by its hash:
then it is canonical, and what JSON holds of a field is what the office keeps of it.
Lists stay the texts they are, days and numbers of many digits too; nothing is made
into a record only to be taken apart again.
"""

import dataclasses
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final, get_args, get_origin, get_type_hints

import msgspec

from desktop.errors import PackageUnreadableError
from desktop.files.wire.entries import TABLES, entries_of, file_shape, rows_shape
from desktop.files.wire.entry_shapes import many, shape_of
from desktop.files.wire.shapes import Wire
from desktop.records.exchange_entries import Entries

Columns = Mapping[str, Sequence[Any]]
"""Rows by column: texts, whole numbers or nothing."""

_NONE: Final = "[]"
"""An empty list, as text."""


def entries_by_column(
    data: bytes, apart: Collection[str], *, name: Path
) -> tuple[Entries, dict[str, Columns]]:
    """Read entries whose bytes were found canonical before.

    Args:
        data: The entries as JSON.
        apart: Tables whose rows come one by one, as records.
        name: The file errors speak of.

    Returns:
        The entries without the rows of their days but for those of tables `apart`;
        and all the others by table and column.

    Raises:
        PackageUnreadableError: Not entries.
    """
    try:
        file = msgspec.json.decode(data, type=_file(frozenset(apart)))
        columns = {
            table: _columns(table, held)
            for table in TABLES
            if table not in apart and (held := getattr(file.rows, table))
        }
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise PackageUnreadableError(name, "content", str(error)) from error
    return entries_of(file, [one for one in TABLES if one in apart]), columns


@cache
def _file(apart: frozenset[str]) -> Any:  # noqa: ANN401  made here
    return file_shape(
        rows_shape(
            {
                name: shape_of(record) if name in apart else _cells_of(record)
                for name, record in TABLES.items()
            }
        )
    )


@cache
def _cells_of(record: Any) -> Any:  # noqa: ANN401  a record class, which is hashable
    """Return the shape of a row whose fields are what a table keeps of them."""
    hints = get_type_hints(record)
    return msgspec.defstruct(
        f"{record.__name__}Cells",
        [_field(one, hints[one.name]) for one in dataclasses.fields(record)],
        bases=(Wire,),
        frozen=True,
        kw_only=True,
        forbid_unknown_fields=True,
        gc=False,
    )


def _field(one: Any, hint: Any) -> Any:  # noqa: ANN401  a field and its type
    if one.default is dataclasses.MISSING:
        return one.name, _kind(hint)
    return one.name, _kind(hint), _kept(one.default)


def _kind(hint: Any) -> Any:  # noqa: ANN401  a type as an annotation writes it
    """Return what JSON holds of a field: lists are left as they are written."""
    if get_origin(hint) is tuple:
        return msgspec.Raw
    kinds = set(get_args(hint)) or {hint}
    if kinds & {int, bool}:
        return hint
    return str | None if type(None) in kinds else str


def _kept(default: Any) -> Any:  # noqa: ANN401  a default of a field
    value = msgspec.to_builtins(default)
    if isinstance(value, bool):
        return int(value)
    return _NONE if value in ((), []) else value


def _columns(table: str, held: Sequence[Any]) -> Columns:
    turns = _turns(TABLES[table])
    names: tuple[str, ...] = type(held[0]).__struct_fields__
    by_column = zip(*map(msgspec.structs.astuple, held), strict=True)
    return {
        name: turns[name](cells) if name in turns else cells
        for name, cells in zip(names, by_column, strict=True)
    }


@cache
def _turns(record: Any) -> dict[str, Callable[[Sequence[Any]], Sequence[Any]]]:  # noqa: ANN401  a class
    """Return what turns columns into those a table keeps, where anything does."""
    turns: dict[str, Callable[[Sequence[Any]], Sequence[Any]]] = {}
    for name, hint in get_type_hints(record).items():
        if get_origin(hint) is tuple:
            turns[name] = _lists(get_args(hint)[0])
        elif hint is bool:
            turns[name] = _numbers
    return turns


def _numbers(cells: Sequence[Any]) -> Sequence[Any]:
    return tuple(map(int, cells))


def _lists(inner: Any) -> Callable[[Sequence[Any]], Sequence[Any]]:  # noqa: ANN401  a type
    """Return what turns a column of lists into texts, each different one once."""
    one_text = _whole(inner) if dataclasses.is_dataclass(inner) else bytes.decode

    def turn(cells: Sequence[Any]) -> Sequence[Any]:
        if cells.count(_NONE) == len(cells):
            return cells
        raw = [None if one is _NONE or one == _NONE else bytes(one) for one in cells]
        texts = {one: _NONE if one is None else one_text(one) for one in set(raw)}
        return [texts[one] for one in raw]

    return turn


def _whole(inner: Any) -> Callable[[bytes], str]:  # noqa: ANN401  a record class
    """Return what writes a list of records out with every field, as tables keep it."""
    read = msgspec.json.Decoder(many(inner)).decode
    return lambda data: msgspec.json.encode(read(data)).decode()
