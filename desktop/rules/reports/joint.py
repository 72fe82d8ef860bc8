"""The column of a data sheet that tells which entries are one event."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from desktop.records.report import Column

Names = Mapping[tuple[str, str], str]


def shared_columns(
    records: Sequence[Any], labels: Mapping[str, str]
) -> tuple[Column, ...]:
    """Return the column when any record shares an event with others, else nothing."""
    if not any(getattr(one, "joined_to", None) for one in records):
        return ()
    return (Column(key="shared", heading=(labels["data_shared"],), weight=24),)


def shared_values(
    records: Sequence[Any], names: Names, labels: Mapping[str, str]
) -> dict[str, tuple[str]]:
    """Return what the column says of each record that shares an event, by its id.

    Args:
        records: In the order of their rows, which are counted from one.
        names: What an entry is called that lies outside the sheet, as `event`.
        labels: Standing words.
    """
    joined = [one for one in records if getattr(one, "joined_to", None)]
    rows = {one.id: row for row, one in enumerate(records, start=1)}
    many = Counter(one.joined_to for one in joined)
    found = {
        lead: (labels["data_counts_others"].format(many=count),)
        for lead, count in many.items()
        if lead in rows
    }
    for one in joined:
        found[one.id] = (_where(one.joined_to, rows, names, labels),)
    return found


def _where(
    lead: str, rows: Mapping[str, int], names: Names, labels: Mapping[str, str]
) -> str:
    if lead in rows:
        return labels["data_counted_at"].format(row=rows[lead])
    return labels["data_counted_in"].format(title=names.get(("event", lead), ""))
