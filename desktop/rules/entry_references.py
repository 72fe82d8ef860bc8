"""Say what an entry refers to: agencies, tasks, targets, other entries, and codes."""

from collections.abc import Iterable, Iterator

from desktop.records.activity import Activity
from desktop.records.exchange_entries import EntryRecord
from desktop.rules.changes import CODE, NO_RECORDS, columns


def references(record: EntryRecord) -> Iterator[tuple[str, str]]:
    """Yield table and id of every record an entry names; `goal` of a target."""
    for refers, value in _named(record):
        if refers not in NO_RECORDS:
            yield refers, value


def codes(record: EntryRecord) -> Iterator[str]:
    """Yield the codes of catalogues an entry names, in its small tables too."""
    for refers, value in _named(record):
        if refers == CODE:
            yield value
    if isinstance(record, Activity):
        yield from (one.audience for one in record.audiences)
        yield from (one.group for one in record.staff)
        yield from (one.source for one in record.spending)


def _named(record: EntryRecord) -> Iterator[tuple[str, str]]:
    kind: type = type(record)
    for column in columns(kind):
        held = getattr(record, column.name) if column.refers else None
        if held is None:
            continue
        many: Iterable[object] = held if isinstance(held, tuple) else (held,)
        for one in many:
            yield column.refers, str(one)
