"""Note which new rows may tell of an event another row or a kept entry tells of."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from desktop.records.identity import RecordId
from desktop.rules.entry_table.comparing import Against
from desktop.rules.entry_table.fates import Fate, RowFate
from desktop.rules.twins import NEAR, Look, look, pairs

_ROW = "#"
"""Stands before the number of a row that is no kept entry yet."""


def with_twins(rows: Sequence[RowFate], against: Against) -> tuple[RowFate, ...]:
    """Return the rows, new ones with their likely twins: ids, or `#12` for row 12."""
    new: dict[str, Look] = {}
    for row in rows:
        seen = look(row.record) if row.fate is Fate.ADD else None
        if seen is not None:
            key = RecordId(f"{_ROW}{row.number}")
            new[key] = replace(seen, id=key)
    if not new:
        return tuple(rows)
    found: defaultdict[str, list[str]] = defaultdict(list)
    for pair in pairs([*new.values(), *_beside(rows, new, against)]):
        if pair.first in new:
            found[pair.first].append(pair.second)
        if pair.second in new:
            found[pair.second].append(pair.first)
    return tuple(
        replace(row, twins=tuple(found[name]))
        if (name := f"{_ROW}{row.number}") in found
        else row
        for row in rows
    )


def _beside(
    rows: Sequence[RowFate], new: Mapping[str, Look], against: Against
) -> Iterator[Look]:
    """Yield the kept entries near the new ones in time, as they would be afterwards."""
    first = min(one.first_day for one in new.values()) - NEAR
    last = max(one.last_day for one in new.values()) + NEAR
    settled = {row.before.id: row for row in rows if row.before is not None}
    for one in against.kept.within(first, last):
        row = settled.get(one.id)
        made = row.record if row is not None and row.accepted else one
        seen = look(made)
        if seen is not None:
            yield seen
