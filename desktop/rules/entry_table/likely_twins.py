"""Note which new rows may tell of an event another row or a kept entry tells of."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from desktop.records.identity import RecordId
from desktop.rules.entry_table.building import span
from desktop.rules.entry_table.comparing import Against
from desktop.rules.entry_table.fates import Fate, RowFate
from desktop.rules.twins import NEAR, look, pairs

if TYPE_CHECKING:
    from desktop.rules.twins import Look

_ROW = "#"
"""Stands before the number of a row that is no kept entry yet."""


def with_twins(rows: Sequence[RowFate], against: Against) -> tuple[RowFate, ...]:
    """Return the rows, new ones with their likely twins: ids, or `#12` for row 12."""
    new = {
        f"{_ROW}{row.number}": replace(row.record, id=RecordId(f"{_ROW}{row.number}"))
        for row in rows
        if row.fate is Fate.ADD and look(row.record) is not None
    }
    if not new:
        return tuple(rows)
    others = _beside(rows, list(new.values()), against)
    looks = [*_looks(new.values()), *others]
    found: defaultdict[str, list[str]] = defaultdict(list)
    for pair in pairs(looks):
        if pair.first in new:
            found[pair.first].append(pair.second)
        if pair.second in new:
            found[pair.second].append(pair.first)
    return tuple(
        replace(row, twins=tuple(found[key]))
        if (key := f"{_ROW}{row.number}") in found
        else row
        for row in rows
    )


def _beside(
    rows: Sequence[RowFate], new: Sequence[Any], against: Against
) -> Iterator["Look"]:
    """Yield the kept entries near the new ones in time, as they would be afterwards."""
    days = span(new, against.register)
    if days is None:
        return
    first, last = days
    settled = {row.before.id: row for row in rows if row.before is not None}
    for one in against.kept.within(first - NEAR, last + NEAR):
        row = settled.get(one.id)
        made = row.record if row is not None and row.accepted else one
        yield from _looks((made,))


def _looks(records: Any) -> Iterator["Look"]:  # noqa: ANN401  any records
    for one in records:
        seen = look(one)
        if seen is not None:
            yield seen
