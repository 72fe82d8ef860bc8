"""Write the entries of a package as canonical JSON, and read them back.

Texts are NFC, keys sorted, rows sorted by id within their register, what has its
default left out: equal content, equal bytes.
"""

import hashlib
import itertools
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

import msgspec

from desktop.errors import PackageTooNewError, PackageUnreadableError
from desktop.files.wire.entry_shapes import many, shape_of
from desktop.files.wire.shapes import FormatWire, Wire
from desktop.records.activity import Activity, ActivityState
from desktop.records.agency import Agency, Budget, SpokespersonCheck, UnitPlan
from desktop.records.catalogue import CatalogueItem
from desktop.records.exchange import ControlTotal
from desktop.records.exchange_entries import (
    Entries,
    EntryRecord,
    SentEvidence,
    SentPlan,
    SentTarget,
    SentTask,
)
from desktop.records.product import Broadcast, DataSource, OwnChannel, Posting, Product
from desktop.records.returns import UnlistedTotal
from desktop.records.staff import Departure, Headcount
from desktop.records.tally import Tally
from desktop.records.target import Achievement, Estimate, Inherited
from desktop.rules.short_code import short_code

ENTRIES_FORMAT: Final = 1
"""Version of the shape; raise it when a record below gains or loses a field."""

TABLES: Final[dict[str, type]] = {
    "achievements": Achievement,
    "activities": Activity,
    "broadcasts": Broadcast,
    "budgets": Budget,
    "data_sources": DataSource,
    "departures": Departure,
    "estimates": Estimate,
    "headcounts": Headcount,
    "inherited_figures": Inherited,
    "own_channels": OwnChannel,
    "postings": Posting,
    "products": Product,
    "spokesperson_checks": SpokespersonCheck,
    "tallies": Tally,
    "unit_plans": UnitPlan,
    "unlisted_totals": UnlistedTotal,
}
"""Records that travel, by the table that keeps them."""


def rows_shape(shapes: Mapping[str, Any]) -> Any:  # noqa: ANN401  made here
    """Return the shape of the rows of each table, given the shape of one row."""
    return msgspec.defstruct(
        "RowsWire",
        [(name, many(shapes[name]), ()) for name in TABLES],
        bases=(Wire,),
        omit_defaults=True,
        frozen=True,
        kw_only=True,
        forbid_unknown_fields=True,
    )


_BESIDE: Final[dict[str, type]] = {
    "agencies": Agency,
    "plans": SentPlan,
    "tasks": SentTask,
    "targets": SentTarget,
    "evidence": SentEvidence,
    "catalogue": CatalogueItem,
}
_PLAIN: Final = ("agency", "plan", "first_day", "last_day", "withheld", "left_out")
_hints = Entries.__annotations__


def file_shape(rows: Any) -> Any:  # noqa: ANN401  made here
    """Return the shape of the file, given that of the rows of its days."""
    return msgspec.defstruct(
        "EntriesWire",
        [
            ("format", int),
            *((name, _hints[name]) for name in _PLAIN),
            *((name, many(shape_of(one))) for name, one in _BESIDE.items()),
            ("rows", rows),
            ("earlier", _Rows),
        ],
        bases=(Wire,),
        frozen=True,
        kw_only=True,
        forbid_unknown_fields=True,
    )


_Rows: Final = rows_shape({name: shape_of(one) for name, one in TABLES.items()})
_File: Final = file_shape(_Rows)


def entries_to_json(entries: Entries) -> bytes:
    """Return the entries as canonical JSON."""
    beside = {
        name: _shaped(shape_of(one), sorted(getattr(entries, name), key=_key))
        for name, one in _BESIDE.items()
    }
    file = _File(
        format=ENTRIES_FORMAT,
        rows=_rows_shape(entries.rows),
        earlier=_rows_shape(entries.earlier),
        **{name: getattr(entries, name) for name in _PLAIN},
        **beside,
    )
    return _encoded(file)


def entries_from_json(data: bytes, *, name: Path) -> Entries:
    """Read entries back; `name` is the file errors speak of.

    Raises:
        PackageUnreadableError: Not entries, with fields no entry has, or not written
            as `entries_to_json` writes them: two of one id, be it once of these days
            and once of earlier ones, or rows out of order.
        PackageTooNewError: Made by a later version of the program.
    """
    try:
        found = msgspec.json.decode(data, type=FormatWire).format
        if found > ENTRIES_FORMAT:
            raise PackageTooNewError(name, "format", str(found), str(ENTRIES_FORMAT))
        file = msgspec.json.decode(data, type=_File)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise PackageUnreadableError(name, "content", str(error)) from error
    if _encoded(file) != data or not _ordered(file) or _told_twice(file):
        raise PackageUnreadableError(name, "content", "canonical")
    return entries_of(file, TABLES)


def entries_of(file: Any, tables: Iterable[str]) -> Entries:  # noqa: ANN401  made here
    """Return what a file holds; of the rows of its days those of some tables."""
    return Entries(
        **{one: getattr(file, one) for one in _PLAIN},
        **{one: _records(cls, getattr(file, one)) for one, cls in _BESIDE.items()},
        rows=_rows_records(file.rows, tables),
        earlier=_rows_records(file.earlier, TABLES),
    )


def rows_to_json(rows: Iterable[EntryRecord]) -> bytes:
    """Return entries alone as canonical JSON: what two offices hold in common."""
    return _encoded(_rows_shape(rows))


def control_total(rows: Iterable[EntryRecord]) -> ControlTotal:
    """Return what a receiver counts again: entries, lượt người, and their code.

    The code is of the rows alone: whoever keeps the same entries gets the same one.
    """
    held = tuple(rows)
    done = (one for one in held if isinstance(one, Activity))
    return ControlTotal(
        entries=len(held),
        attendance=sum(one.attendance or 0 for one in done if _took_place(one)),
        code=short_code(hashlib.sha256(rows_to_json(held)).hexdigest()),
    )


def table_of(record: EntryRecord) -> str:
    """Return the table that keeps an entry."""
    return _TABLE_OF[type(record)]


_TABLE_OF: Final = {record: name for name, record in TABLES.items()}


def _took_place(activity: Activity) -> bool:
    """Tell whether an activity's people count: not what is planned, nor twice."""
    return activity.state is ActivityState.DONE and activity.joined_to is None


def _rows_shape(rows: Iterable[EntryRecord]) -> Any:  # noqa: ANN401  made above
    found: dict[str, list[EntryRecord]] = {}
    for one in rows:
        found.setdefault(table_of(one), []).append(one)
    return _Rows(
        **{
            name: _shaped(shape_of(TABLES[name]), sorted(held, key=_key))
            for name, held in found.items()
        }
    )


def _key(record: Any) -> tuple[str, ...]:  # noqa: ANN401  every record that travels
    if isinstance(record, CatalogueItem):
        return record.catalogue, record.code
    return (str(record.id),)


def _shaped(shape: Any, held: list[Any]) -> Any:  # noqa: ANN401  made above
    return msgspec.convert(held, many(shape), from_attributes=True)


def _records(cls: Any, held: Any) -> Any:  # noqa: ANN401  shapes into their records
    return msgspec.convert(held, many(cls), from_attributes=True)


def _rows_records(
    rows: Any,  # noqa: ANN401  made above
    tables: Iterable[str],
) -> tuple[EntryRecord, ...]:
    found: list[EntryRecord] = []
    for name in tables:
        found.extend(_records(TABLES[name], getattr(rows, name)))
    return tuple(found)


def _ordered(file: Any) -> bool:  # noqa: ANN401  made above
    """Tell whether every list is sorted by ids that are all different."""
    lists = [getattr(file, name) for name in _BESIDE]
    for rows in (file.rows, file.earlier):
        lists.extend(getattr(rows, name) for name in TABLES)
    return all(map(_rising, lists))


def _told_twice(file: Any) -> bool:  # noqa: ANN401  made above
    """Tell whether an entry is among those of the days and those of before."""
    return any(
        {one.id for one in getattr(file.rows, name)}
        & {one.id for one in getattr(file.earlier, name)}
        for name in TABLES
    )


def _rising(held: Any) -> bool:  # noqa: ANN401  shapes of one kind
    keys = [_shape_key(one) for one in held]
    return all(one < two for one, two in itertools.pairwise(keys))


def _shape_key(shape: Any) -> tuple[str, ...]:  # noqa: ANN401  one of the shapes
    if hasattr(shape, "catalogue"):
        return shape.catalogue, shape.code
    return (shape.id,)


def _encoded(shape: Any) -> bytes:  # noqa: ANN401  one of the shapes above
    data = msgspec.json.encode(shape, order="sorted")
    if unicodedata.is_normalized("NFC", data.decode()):
        return data
    plain = _normal(msgspec.to_builtins(shape))
    return msgspec.json.encode(plain, order="sorted")


def _normal(value: Any) -> Any:  # noqa: ANN401  what JSON can hold
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, list | tuple):
        return [_normal(one) for one in value]
    if isinstance(value, dict):
        return {key: _normal(one) for key, one in value.items()}
    return value
