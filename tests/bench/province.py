"""How long the targets of a province take that took in what its units recorded.

The entries are copies of two thousand, spread over the plan's years and over seven
hundred units. `WHOLE=1` makes all 1.4 million of them; a tenth tells the same ratios.
"""

import os
import tempfile
from dataclasses import replace
from pathlib import Path

from desktop.operations.entries.record_entry import record
from desktop.operations.figures.compute_results import compute_results
from desktop.operations.offices.create_office import create_office
from desktop.records.activity import Activity, ActivityKind, StaffCount
from desktop.records.agency import Agency
from desktop.records.identity import AgencyId, Code
from desktop.rules import calendar
from desktop.store import preferences, records
from desktop.store.store import Store
from tests.bench.offices import YEAR, activities
from tests.bench.pairs import Row, median, seconds

PLAN = "binh-phuoc-2023-2028"
UNITS = 700
PATTERN = 2_000
WHOLE, PART = 1_400_000, 140_000
TURNS = 5
LIMITS = {
    "targets of a province, from sums by day / from its entries": 0.25,
    "one entry beside sums by day / without them": 1.3,
}


def run() -> list[Row]:
    """Return what sums by day save, and what they cost a single entry."""
    size = WHOLE if os.environ.get("WHOLE") else PART
    period = calendar.parse_period(str(YEAR))
    with tempfile.TemporaryDirectory() as name:
        path = a_province(Path(name), size)
        with Store(path, writable=False) as store:
            bare = median(lambda: compute_results(store, period), TURNS)
        with Store(path) as store:
            plain = median(lambda: _one_entry(store), 15)
            made = seconds(lambda: compute_results(store, period))
            ours = median(lambda: compute_results(store, period), TURNS)
            beside = median(lambda: _one_entry(store), 15)
    names = tuple(LIMITS)
    return [
        (names[0], ours / bare, f"{size:,}: {ours:.3f} s / {bare:.3f} s"),
        (names[1], beside / plain, f"{beside * 1000:.1f} ms / {plain * 1000:.1f} ms"),
        ("making every sum anew / the same", made / bare, f"{made:.2f} s"),
    ]


def a_province(folder: Path, size: int) -> Path:
    """Make an office of a province with that many activities of seven hundred units."""
    path = folder / f"province-{size}.stt"
    create_office(path, PLAN)
    with Store(path) as store:
        own = preferences.get(store.reader)
        assert own is not None
        with store.change("record_many") as change:
            for number in range(UNITS):
                unit = Agency(id=AgencyId(f"unit-{number:03}"), name=f"Đơn vị {number}")
                records.put(change, unit)
            for one in activities(PATTERN):
                records.put(change, _fitting(one, own.agency))
        _multiply(store, size // PATTERN - 1)
    return path


def _fitting(one: Activity, agency: AgencyId) -> Activity:
    """Return an activity as the province's plan has it."""
    staff = (StaffCount(group=Code("G1"), people=30, first_updated=9, first_trained=4),)
    trained = one.kind is ActivityKind.TRAINING
    press = one.kind is ActivityKind.SCHOOL_SESSION
    kind = ActivityKind.PRESS_INFORMATION if press else one.kind
    return replace(one, agency=agency, kind=kind, staff=staff if trained else ())


def _multiply(store: Store, times: int) -> None:
    """Copy every activity for other units and years, as no program of ours would."""
    with store.scribble() as db:
        columns = [
            row[0]
            for row in db.execute("select name from pragma_table_info('activities')")
        ]
        other = {
            "id": "a.id || '-' || n.value",
            "agency": f"printf('unit-%03d', n.value % {UNITS})",
            "first_day": "date(a.first_day, (n.value % 5 - 1) || ' years')",
            "last_day": "date(a.last_day, (n.value % 5 - 1) || ' years')",
        }
        told = ", ".join(other.get(name, f'a."{name}"') for name in columns)
        names = ", ".join(f'"{name}"' for name in columns)
        numbers = (
            "with recursive n(value) as (select 1 union all "
            "select value + 1 from n where value < ?) select value from n"
        )
        db.execute(
            f"insert into activities ({names}) select {told} "  # noqa: S608
            f"from ({numbers}) n, activities a where a.rowid <= {PATTERN}",
            (times,),
        )


def _one_entry(store: Store) -> None:
    """Record one activity, as an officer does."""
    one = next(iter(activities(1)))
    office = preferences.get(store.reader)
    assert office is not None
    made = replace(one, id=store.new_id(), agency=office.agency, tasks=())
    record(store, made)
