"""How long an office above takes to take in packages, against writing bare rows.

Ours is one intake of all packages: their content read and checked, every entry turned
into the office's own, held against what is there, written and journalled under one
hash, with the return that put it. What sorts and finds them is made by a step of its
own after it, and told apart; so is the verifying of a package, which goes before.
Bare is one INSERT … SELECT of the same activities into the same table of a copy of the
office, with its indexes and triggers, over a connection such as the office's own; it
writes no journal, no hash and no word of where a row came from. Both take turns, each
on a fresh copy of the office.

`python -m tests.bench.consolidating` takes in all 700 packages of 2,000 and tells the
seconds, the memory and the size of the file; the bench takes a sample of them.
"""

import datetime as dt
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desktop.files.arriving.kept import keep
from desktop.files.package import pack
from desktop.files.signatures.trust import Trust
from desktop.files.wire.entries import control_total, entries_to_json
from desktop.operations.intake.accept_arrivals import accept_arrivals
from desktop.operations.intake.inspect_package import inspect_package
from desktop.operations.intake.kept_files import received_folder
from desktop.progress import Step, silent
from desktop.records.activity import Activity, AudienceCount
from desktop.records.agency import Agency
from desktop.records.arrival import Arrival, Counts, Sorting
from desktop.records.exchange import PackageHeader
from desktop.records.exchange_entries import Entries
from desktop.records.identity import AgencyId, Code, PlanId
from desktop.records.returns import ReturnKind
from desktop.store import records, upkeep
from desktop.store.store import Store
from tests import builders
from tests.bench.pairs import Row, seconds
from tests.operations.intake.sent_packages import FIRST, LAST, sent_plan

ENTRIES: Final = 2_000
SAMPLE: Final = 30
WHOLE: Final = 700
TURNS: Final = 5
LABEL: Final = f"taking in {SAMPLE} packages of {ENTRIES:,} / INSERT … SELECT of them"
FINDING: Final = "making what sorts and finds their entries / INSERT … SELECT of them"
VERIFYING: Final = f"verifying and inspecting a package of {ENTRIES:,} / reading it"
LIMITS = {LABEL: 3.0}

_KINDS: Final = ("training", "conference", "contest", "mobile_show")
_WORDS: Final = ("quyền con người", "bình đẳng giới", "quyền trẻ em", "công ước", "xóm")


def an_activity(unit: str, number: int) -> Activity:
    """Return one of the activities of a unit, none quite like another."""
    day = FIRST + dt.timedelta(days=number % 90)
    return builders.an_activity(
        _KINDS[number % 4],
        id=f"{number:04x}{hash((unit, number)) & (1 << 64) - 1:028x}",
        title=f"Tuyên truyền {_WORDS[number % 5]}, thôn {number % 40}, đợt {number}",
        place=f"Nhà văn hóa thôn {number % 40}",
        agency=unit,
        last_day=day,
        attendance=30 + number % 70,
        tasks=(builders.task("2.2"),),
        themes=(Code("constitution"),),
        audiences=(AudienceCount(audience=Code("students"), attendance=10),),
    )


def units(many: int) -> tuple[Agency, ...]:
    """Return the units that report."""
    return tuple(
        Agency(id=AgencyId(f"don-vi-{n:03}"), name=f"Ủy ban nhân dân xã số {n}")
        for n in range(many)
    )


def an_office(path: Path, many: int) -> Store:
    """Open an office that knows its units."""
    store = Store(builders.an_office(path), clock=builders.a_clock)
    with store.change("record") as change:
        for one in units(many):
            records.put(change, one)
    return store


def entries_of(store: Store, unit: Agency) -> Entries:
    """Return what one unit sends."""
    from desktop.records.exchange_entries import SentTask
    from desktop.records.plan import Plan
    from desktop.records.task import Task

    (plan,) = records.find(store.reader, Plan)
    tasks = records.find(store.reader, Task)
    return Entries(
        agency=unit.id,
        plan=PlanId(builders.PLAN),
        first_day=FIRST,
        last_day=LAST,
        agencies=(unit,),
        plans=(sent_plan(plan),),
        tasks=tuple(
            SentTask(id=t.id, plan=t.plan, code=t.code, number=t.number, text=t.text)
            for t in sorted(tasks, key=lambda one: one.id)
        ),
        rows=tuple(an_activity(str(unit.id), number) for number in range(ENTRIES)),
    )


def a_package(store: Store, unit: Agency, folder: Path) -> Arrival:
    """Write and keep the package of a unit; return it as if it had been inspected."""
    entries = entries_of(store, unit)
    header = PackageHeader(
        format_version=2,
        package_id=f"goi-{unit.id}",
        plan_id=builders.PLAN,
        plan_title="",
        agency_id=unit.id,
        agency=unit.name,
        recipient="",
        period_code="2024-Q2",
        first_day=FIRST,
        last_day=LAST,
        report_id=f"bc-{unit.id}",
        version=1,
        created_at=builders.a_clock(),
        program_version="1.0",
        practice=False,
        control=control_total(entries.rows),
        members=(),
    )
    data = entries_to_json(entries)
    now = builders.a_clock()
    made = pack(folder, header, {"entries.json": data}, None, now, silent)
    kept = keep(received_folder(store), made.path)
    made.path.unlink()
    return Arrival(
        path=kept.path,
        name=made.path.name,
        sha256=kept.sha256,
        sorting=Sorting.READY,
        kind=ReturnKind.PACKAGE,
        agency=unit.id,
        sender=str(unit.id),
        sender_name=unit.name,
        period_code="2024-Q2",
        first_day=FIRST,
        last_day=LAST,
        source=f"bc-{unit.id}",
        version=1,
        control=header.control,
        content_sha256=kept.sha256,
        counts=Counts(seen=ENTRIES, accepted=ENTRIES),
    )


class Timed:
    """Progress that tells when what finds the entries began to be made."""

    def __init__(self) -> None:
        """Begin with nothing told."""
        self.indexing: float | None = None

    def __call__(self, step: Step) -> None:
        """Note the first step of it."""
        if step.stage == "indexing" and self.indexing is None:
            self.indexing = time.perf_counter()


def take_in(store: Store, arrivals: Sequence[Arrival]) -> tuple[float, float]:
    """Take packages in; return seconds of the intake, and of what finds its entries."""
    timed = Timed()
    began = time.perf_counter()
    accept_arrivals(store, arrivals, frozenset(), timed)
    ended = time.perf_counter()
    turned = timed.indexing or ended
    found = records.count(store.reader, Activity)
    if found != ENTRIES * len(arrivals):
        raise AssertionError(found)
    return turned - began, ended - turned


def bare(before: Path, after: Path) -> float:
    """Return the seconds of writing the same rows into a copy of the office."""
    copy = Path(shutil.copy(before, before.with_name("bare.stt")))
    db = upkeep.connect(copy, writable=True)
    upkeep.choose_journal(db, copy)
    upkeep.keep_scraps_in_memory(db)
    db.execute("attach ? as taken", (str(after),))
    db.execute("select sum(length(id)) from taken.activities").fetchone()

    def insert() -> None:
        db.execute("begin immediate")
        db.execute("insert into activities select * from taken.activities")
        db.execute("commit")

    took = seconds(insert)
    db.close()
    return took


@dataclass(frozen=True, slots=True)
class Turn:
    """What one intake took, and the bare rows right after it."""

    intake: float
    """Seconds, as the two below."""
    finding: float
    bare: float
    memory: int
    """Kilobytes that the intake needed beyond what the program had before."""
    size: int
    """Bytes of the office file."""


def measured(folder: Path, many: int, turns: int) -> list[Turn]:
    """Return what was measured of taking in many packages, turn by turn."""
    store = an_office(folder / "so.stt", many)
    arrivals = [a_package(store, one, folder) for one in units(many)]
    store.close()
    before = Path(shutil.copy(store.path, folder / "before.stt"))
    return [_turn(before, store.path, arrivals) for _ in range(turns)]


def _turn(before: Path, path: Path, arrivals: Sequence[Arrival]) -> Turn:
    shutil.copy(before, path)
    with Store(path, clock=builders.a_clock) as store:
        resting = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        intake, finding = take_in(store, arrivals)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - resting
    size = path.stat().st_size
    return Turn(intake, finding, bare(before, path), memory, size)


def verifying(folder: Path) -> tuple[float, float]:
    """Return seconds of inspecting one package, and of reading its bytes."""
    (unit,) = units(1)
    with an_office(folder / "so.stt", 1) as store:
        path = a_package(store, unit, folder).path
        reading = seconds(path.read_bytes)
        took = seconds(lambda: inspect_package(store, path, path.name, Trust()))
    return took, reading


def run() -> list[Row]:
    """Return the ratios of intakes of a sample: the middle one of some turns."""
    with tempfile.TemporaryDirectory() as name:
        turns = measured(Path(name), SAMPLE, TURNS)
    with tempfile.TemporaryDirectory() as name:
        inspecting, reading = verifying(Path(name))
    found = sorted(turns, key=lambda one: one.intake / one.bare)[TURNS // 2]
    rows = SAMPLE * ENTRIES
    each = f"{found.intake / rows * 1e6:.0f} / {found.bare / rows * 1e6:.0f} µs"
    return [
        (LABEL, found.intake / found.bare, f"{each} each"),
        (FINDING, found.finding / found.bare, f"{found.finding:.2f} s"),
        (VERIFYING, inspecting / reading, f"{inspecting:.2f} s"),
    ]


def main() -> None:
    """Take in all of a province and print what was measured."""
    many = int(sys.argv[1]) if len(sys.argv) > 1 else WHOLE
    with tempfile.TemporaryDirectory() as name:
        (found,) = measured(Path(name), many, 1)
    print(f"{many} packages of {ENTRIES:,}: {found}")
    print(f"{found.intake / found.bare:.2f} times the bare rows")


if __name__ == "__main__":
    main()
