"""Know how forms and their entries stood: later versions, earlier returns, edits."""

import hashlib
import sqlite3
from collections.abc import Collection, Iterable
from typing import TypeVar

from desktop.records.form import CollectingForm
from desktop.store import rows
from desktop.store.shelves import BY_RECORD

Record = TypeVar("Record")

_CHUNK = 500


def newest_version(db: sqlite3.Connection, form: CollectingForm) -> int:
    """Return the version of the newest form made for the same unit and days."""
    found = db.execute(
        "select max(version) from collecting_forms "
        "where agency = ? and first_day = ? and last_day = ? and plan = ?",
        (*_of_unit(form), form.plan),
    ).fetchone()
    return int(found[0] or form.version)


def same_content(
    db: sqlite3.Connection, agency: str, period_code: str, version: str, sha256: str
) -> CollectingForm | None:
    """Return a form of a unit and period with a content, whatever its id.

    Of several that ask the same, the one of that version; else the newest.
    """
    read = rows.reader(CollectingForm)
    found = db.execute(
        "select * from collecting_forms where agency = ? and period_code = ? "
        "order by version = cast(? as integer) desc, version desc, made_at desc",
        (agency, period_code, version),
    )
    for row in found:
        if hashlib.sha256(str(row["content"]).encode()).hexdigest() == sha256:
            form: CollectingForm = read(row)
            return form
    return None


def accepted_as(
    db: sqlite3.Connection, form: CollectingForm, content_sha256: str
) -> tuple[str, str] | None:
    """Return name and moment of the return that stands here with the same content."""
    found = db.execute(
        "select file_name, received_at from returns where kind = 'form' "
        "and sender = ? and first_day = ? and last_day = ? "
        "and content_sha256 = ? and state = 'accepted' "
        "order by received_at desc, rowid desc limit 1",
        (*_of_unit(form), content_sha256),
    ).fetchone()
    return None if found is None else (str(found[0]), str(found[1]))


def first_copy(db: sqlite3.Connection, form: CollectingForm) -> str:
    """Return the id of the form as it first left, of which this is a marked copy."""
    own, seen = form, {form.id}
    while own.marked_from:
        found = db.execute(
            "select source from returns where id = ?", (own.marked_from,)
        ).fetchone()
        row = (
            found
            and db.execute(
                "select * from collecting_forms where id = ?", (found[0],)
            ).fetchone()
        )
        if not row or row["id"] in seen:
            break
        own = rows.from_row(CollectingForm, row)
        seen.add(own.id)
    return own.id


def touched_since(
    db: sqlite3.Connection, form_id: str, asked: Iterable[tuple[str, str]]
) -> frozenset[tuple[str, str]]:
    """Return which rows, of those asked for, were written after a form was made."""
    made = db.execute(
        "select min(change) from journal "
        "where place = 'collecting_forms' and row_id = ?",
        (form_id,),
    ).fetchone()
    if made is None or made[0] is None:
        return frozenset()
    later = "select 1 from journal where place = ? and row_id = ? and change > ?"
    return frozenset(
        key for key in asked if db.execute(later, (*key, made[0])).fetchone()
    )


def by_ids(
    db: sqlite3.Connection, cls: type[Record], ids: Collection[str]
) -> dict[str, Record]:
    """Return the records of a class that have one of some ids."""
    wanted, found = tuple(ids), {}
    kind: type = cls
    read = rows.reader(kind)
    table = BY_RECORD[cls].table
    for start in range(0, len(wanted), _CHUNK):
        part = wanted[start : start + _CHUNK]
        marks = ", ".join("?" * len(part))
        sql = f"select * from {table} where id in ({marks})"
        for row in db.execute(sql, part):
            found[str(row["id"])] = read(row)
    return found


def _of_unit(form: CollectingForm) -> tuple[str, str, str]:
    return form.agency, form.first_day.isoformat(), form.last_day.isoformat()
