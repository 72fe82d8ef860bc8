"""What the locks of periods cost whoever records, with fifteen periods closed.

Both record the same entries as one deed into an open period; the bare way after the
triggers that guard the dated tables were taken off.
"""

import contextlib
import shutil
import sqlite3
import tempfile
from pathlib import Path

from desktop.operations.entries.record_entry import record_many
from desktop.operations.periods.close_period import close_period
from desktop.records.activity import Activity
from desktop.rules.calendar import parse_period
from desktop.store.store import Store
from tests import builders
from tests.bench.offices import activities
from tests.bench.pairs import Row, compare

ENTRIES = 5_000
TURNS = 5
LABEL = f"recording {ENTRIES:,} entries with 15 periods locked / without any triggers"
LIMITS = {LABEL: 1.05}
YEARS = range(2014, 2019)
PARTS = ("", "-H1", "-Q3")


def locked_office(path: Path) -> Path:
    """Make an office with many locked periods, none of which holds an entry."""
    builders.an_office(path)
    with Store(path, clock=builders.a_clock) as store:
        for year in YEARS:
            for part in PARTS:
                close_period(store, parse_period(f"{year}{part}"))
    return path


def without_triggers(path: Path) -> Path:
    """Take every trigger off a copy of an office."""
    with contextlib.closing(sqlite3.connect(path)) as db:
        names = db.execute("select name from sqlite_master where type = 'trigger'")
        for (name,) in names.fetchall():
            db.execute(f"drop trigger {name}")
        db.commit()
    return path


def record(pattern: Path, many: list[Activity]) -> None:
    """Record the entries as one deed in a copy of an office."""
    path = Path(shutil.copy(pattern, pattern.with_name("copy.stt")))
    with Store(path, clock=builders.a_clock) as store:
        record_many(store, many)


def run() -> list[Row]:
    """Return the ratio of alternating turns."""
    many = list(activities(ENTRIES))
    with tempfile.TemporaryDirectory() as name:
        guarded = locked_office(Path(name) / "guarded.stt")
        bare = without_triggers(Path(shutil.copy(guarded, Path(name) / "bare.stt")))
        pair = compare(lambda: record(guarded, many), lambda: record(bare, many), TURNS)
    return [(LABEL, pair.ratio, pair.remark)]
