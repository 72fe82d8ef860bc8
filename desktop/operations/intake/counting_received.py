"""Count again what an office holds of a package it took in."""

import hashlib

from desktop.errors import ConflictError
from desktop.operations.intake.kept_files import kept_path
from desktop.operations.intake.local_rows import LocalRows
from desktop.operations.intake.translating import read_office, translate
from desktop.records.exchange import ControlTotal
from desktop.records.exchange_entries import EntryRecord
from desktop.records.returns import Return
from desktop.rules.short_code import short_code
from desktop.store import rows
from desktop.store.present import present
from desktop.store.rows import Row
from desktop.store.shelves import BY_RECORD
from desktop.store.store import Store

_ACTIVITIES = "activities"


def count_received(store: Store, ret: Return) -> ControlTotal:
    """Return what stands here of the entries of a package, counted in the office.

    Its code is the sender's own where every entry stands as it was sent; else it is of
    what stands instead, and equals no code of the sender's.

    Raises:
        ConflictError: `received_altered`: its file is no longer kept as it came.
        PackageError: The same.
    """
    from desktop.files.package_content import read_content

    path = kept_path(store, ret.file_sha256)
    if path is None:
        raise ConflictError("received_altered", ret.file_name)
    content = read_content(path, ret.file_sha256)
    if content.entries is None:
        raise ConflictError("received_altered", ret.file_name)
    with store.reading() as db:
        told = translate(read_office(db), content.header, content.entries)
        local = LocalRows(told, content.entries)
        expected = _by_table(content.entries.rows, local)
        held = {
            place: present(db, place, wanted.keys())
            for place, wanted in expected.items()
        }
    same = held == expected and not _left(content.entries.rows, local)
    return ControlTotal(
        entries=sum(map(len, held.values())),
        attendance=sum(map(_attendance, held.get(_ACTIVITIES, {}).values())),
        code=content.header.control.code if same else _code(held),
    )


def _by_table(
    entries: tuple[EntryRecord, ...], local: LocalRows
) -> dict[str, dict[str, Row]]:
    found: dict[str, dict[str, Row]] = {}
    for one in entries:
        row = local.row(one)
        if row is not None:
            table = BY_RECORD[type(one)].table
            found.setdefault(table, {})[str(row["id"])] = row
    return found


def _left(entries: tuple[EntryRecord, ...], local: LocalRows) -> bool:
    """Tell whether an entry has no place here at all."""
    return any(local.row(one) is None for one in entries)


def _attendance(row: Row) -> int:
    """Return whose people count: not those planned, nor those of a shared event."""
    if row["state"] != "done" or row["joined_to"] is not None:
        return 0
    return int(row["attendance"] or 0)


def _code(held: dict[str, dict[str, Row]]) -> str:
    told = [sorted(each.items()) for _, each in sorted(held.items())]
    return short_code(hashlib.sha256(rows.canonical(told)).hexdigest())
