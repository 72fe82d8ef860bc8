"""How long ten thousand entries take to record, against bare rows into SQLite.

Ours cleans and checks each entry, writes it, indexes it for search and keeps it in
the journal with its hash. Bare is one `insert` of the same values for each into a
table of the same columns, with the same flush at the end.
"""

import shutil
import sqlite3
import tempfile
from pathlib import Path

from desktop.operations.entries.record_entry import record_many
from desktop.records.activity import Activity
from desktop.store import rows
from desktop.store.store import Store
from tests import builders
from tests.bench.offices import activities
from tests.bench.pairs import Row, compare

ENTRIES = 10_000
TURNS = 3


def ours(pattern: Path, many: list[Activity]) -> None:
    """Record the entries as one deed in a fresh office."""
    path = Path(shutil.copy(pattern, pattern.with_name("ours.stt")))
    with Store(path, clock=builders.a_clock) as store:
        record_many(store, many)


def bare(folder: Path, many: list[Activity]) -> None:
    """Insert the entries into a table of the same columns."""
    path = folder / "bare.db"
    path.unlink(missing_ok=True)
    db = sqlite3.connect(path)
    db.execute("pragma journal_mode = wal")
    db.execute("pragma synchronous = full")
    names = rows.shape(Activity).columns
    columns = ", ".join(f'"{one}"' for one in names)
    db.execute(f"create table activities ({columns}, primary key (id))")
    marks = ", ".join("?" * len(names))
    insert = f"insert into activities values ({marks})"  # noqa: S608  our own names
    with db:
        for one in many:
            db.execute(insert, tuple(rows.to_row(one).values()))
    db.close()


def run() -> list[Row]:
    """Return the ratio of alternating turns."""
    many = list(activities(ENTRIES))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pattern = builders.an_office(folder / "pattern.stt")
        pair = compare(lambda: ours(pattern, many), lambda: bare(folder, many), TURNS)
    label = f"recording {ENTRIES:,} entries as one deed / bare inserts"
    return [(label, pair.ratio, pair.remark)]
