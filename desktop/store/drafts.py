"""Keep what is being typed, so that a crash takes no more than two seconds of it.

Drafts are no deeds: they are not journalled and cannot be undone.
"""

import datetime as dt
import sqlite3

from desktop.store import rows
from desktop.store.store import Store


def keep(store: Store, draft_id: str, register: str, values: dict[str, object]) -> None:
    """Keep the fields of one form as typed."""
    at = store.now().isoformat(timespec="seconds")
    with store.scribble() as db:
        db.execute(
            "insert or replace into drafts values (?, ?, ?, ?)",
            (draft_id, register, rows.to_json(values), at),
        )


def drop(store: Store, draft_id: str) -> None:
    """Forget a draft that became an entry, or was given up."""
    with store.scribble() as db:
        db.execute("delete from drafts where id = ?", (draft_id,))


def all_kept(
    db: sqlite3.Connection,
) -> tuple[tuple[str, str, dict[str, object], dt.datetime], ...]:
    """Return id, register, fields and time of every draft, newest first."""
    found = db.execute("select * from drafts order by kept_at desc")
    return tuple(
        (
            row["id"],
            row["register"],
            rows.parse(row["value"]),
            dt.datetime.fromisoformat(row["kept_at"]),
        )
        for row in found
    )
