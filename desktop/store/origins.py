"""Find where an entry came from: an import, what a unit sent, who wrote it when."""

import sqlite3

from desktop.records.change import ChangeEntry
from desktop.records.import_source import ImportSource
from desktop.records.returns import Return
from desktop.store import history, received, records


def imports_of(
    db: sqlite3.Connection, record: str
) -> tuple[tuple[ImportSource, int], ...]:
    """Return every import that wrote an entry, with its row there, newest first."""
    found = db.execute(
        """
        select s.id, r.value ->> 'row'
        from import_sources s, json_each(s.rows) r
        where instr(s.rows, ?) and r.value ->> 'record' = ?
        order by s.imported_at desc, s.rowid desc
        """,
        (record, record),
    ).fetchall()
    held = ((records.get(db, ImportSource, row[0]), int(row[1])) for row in found)
    return tuple((one, row) for one, row in held if one is not None)


def returns_of(
    db: sqlite3.Connection, table: str, record: str
) -> tuple[tuple[Return, str], ...]:
    """Return every accepted file that told an entry, and where, the last word first."""
    found = db.execute(
        f"""
        select x.ret, x.cell from received_rows x join returns r on r.id = x.ret
        where x.place = ? and x.row_id = ? and r.state in ('accepted', 'superseded')
        order by {received.LAST}
        """,
        (table, record),
    ).fetchall()
    held = ((records.get(db, Return, row[0]), str(row[1])) for row in found)
    return tuple((one, cell) for one, cell in held if one is not None)


def written(db: sqlite3.Connection, table: str, record: str) -> tuple[ChangeEntry, ...]:
    """Return the changes that wrote an entry, the newest first."""
    return tuple(done.entry for done, _ in history.of_row(db, table, record))
