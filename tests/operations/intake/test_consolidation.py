"""What an office adds up is the sum of the packages it accepted, always."""

import datetime as dt
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.files.signatures.trust import Trust, load_trust
from desktop.operations.agencies.reporting_units import read_reporting_units
from desktop.operations.intake.read_intakes import read_intakes
from desktop.operations.intake.take_back_intake import take_back_intake
from desktop.operations.reports.report_facts import report_facts
from desktop.records.activity import Activity
from desktop.records.exchange_entries import EntryRecord
from desktop.records.identity import AgencyId, Code, RecordId
from desktop.records.returns import UnlistedTotal
from desktop.rules.counting import Span, counted
from desktop.store import totals, unit_totals
from desktop.store.store import Store
from tests.builders import OWN
from tests.files.pki import NOW
from tests.operations.intake.sent_packages import (
    COMMUNE,
    FIRST,
    LAST,
    OTHER,
    a_package,
    a_receiver,
    an_entry,
    entries_of,
    take_in,
)
from tests.store.samples import FIGURES, GROUPS, NAMES

SPAN = Span(FIRST, LAST)
THIRD = "ubnd-xa-dak-la"
UNITS = (COMMUNE, OTHER, THIRD)
CODES = tuple(map(Code, ("direct_events", "direct_attendance", "conferences")))


@dataclass(frozen=True)
class Sent:
    """One package, and what is in it."""

    unit: str
    version: int
    path: Path
    rows: tuple[EntryRecord, ...]


Packages = Mapping[tuple[str, int], Sent]


def rows_of(unit: str, version: int) -> tuple[EntryRecord, ...]:
    """Return other entries for each unit and version, and a total beside them."""
    first = UNITS.index(unit) + version
    listed = tuple(
        an_entry(number, agency=unit, attendance=7 * number + version)
        for number in range(first, first + 3)
    )
    beside = UnlistedTotal(
        id=RecordId("told"),
        agency=AgencyId(unit),
        figure=Code("direct_attendance"),
        first_day=FIRST,
        last_day=LAST,
        value=Decimal(100 * version + first),
    )
    return (*listed, beside)


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Packages]:
    """Make an office, and two versions of the package of each of three units."""
    folder = tmp_path_factory.mktemp("sent")
    a_receiver(folder / "so.stt").close()
    made = {}
    for unit in UNITS:
        for version in (1, 2):
            rows = rows_of(unit, version)
            entries = entries_of(rows, sender=unit)
            path = a_package(folder / "in", entries, None, version=version)
            made[unit, version] = Sent(unit, version, path, rows)
    return folder / "so.stt", made


@contextmanager
def a_copy(pattern: Path) -> Iterator[tuple[Store, Trust]]:
    with TemporaryDirectory() as folder:
        copied = Path(shutil.copy(pattern, Path(folder) / "so.stt"))
        with Store(copied, clock=lambda: NOW) as store:
            yield store, load_trust(Path(folder) / "trust")


def check(store: Store, standing: Mapping[str, Sent]) -> None:
    """Hold the office's totals and each unit's against the packages that stand."""
    db = store.reader
    units = read_reporting_units(db, AgencyId(OWN))
    for code in CODES:
        figure = FIGURES[code]
        expected = {unit: _sum(code, one.rows) for unit, one in standing.items()}
        whole = totals.total(db, figure, SPAN, NAMES)
        assert whole == sum(expected.values(), Decimal(0)), code
        found = unit_totals.by_unit(db, figure, SPAN, units, NAMES)
        assert {unit: value for unit, value in found.items() if value} == expected, code


def _sum(code: Code, rows: tuple[EntryRecord, ...]) -> Decimal:
    listed = [one for one in rows if isinstance(one, Activity)]
    told = [one for one in rows if isinstance(one, UnlistedTotal)]
    return counted(FIGURES[code], listed, SPAN, GROUPS, NAMES, unlisted=told)


KEYS = st.tuples(st.sampled_from(UNITS), st.sampled_from([1, 2]))


@settings(max_examples=3, deadline=None)
@given(drops=st.lists(st.lists(KEYS, min_size=1, max_size=3), min_size=1, max_size=3))
def test_the_totals_are_those_of_the_newest_accepted_package_of_each_unit(
    drops: list[list[tuple[str, int]]], sent: tuple[Path, Packages]
) -> None:
    pattern, packages = sent
    with a_copy(pattern) as (store, trust):
        standing: dict[str, Sent] = {}
        for drop in drops:
            take_in(store, trust, *dict.fromkeys(packages[key].path for key in drop))
            for key in drop:
                one = packages[key]
                older = standing.get(one.unit)
                if older is None or older.version < one.version:
                    standing[one.unit] = one
            check(store, standing)


def test_what_is_taken_back_is_in_no_total(sent: tuple[Path, Packages]) -> None:
    pattern, packages = sent
    with a_copy(pattern) as (store, trust):
        first = {unit: packages[unit, 1] for unit in UNITS}
        take_in(store, trust, *(one.path for one in first.values()))
        take_in(store, trust, packages[COMMUNE, 2].path)
        check(store, first | {COMMUNE: packages[COMMUNE, 2]})
        newest = read_intakes(store)[0]
        take_back_intake(store, newest.intake.id)
        check(store, first)


def test_the_report_adds_up_what_was_accepted_and_names_who_is_missing(
    sent: tuple[Path, Packages],
) -> None:
    from desktop.files.templates import load_template
    from desktop.progress import silent
    from desktop.records.period import Period

    pattern, packages = sent
    days = dt.date(2024, 4, 1), dt.date(2024, 6, 30)
    period = Period(
        code="2024-Q2", first_day=days[0], last_day=days[1], closing_day=days[1]
    )
    with a_copy(pattern) as (store, trust):
        take_in(store, trust, *(packages[unit, 1].path for unit in UNITS[:2]))
        template = load_template("report-half-year")
        facts = report_facts(store, period, "quý II", template, silent)
    came = {one.agency.id: one.entries for one in facts.units if one.day is not None}
    assert came == {UNITS[0]: 4, UNITS[1]: 4}
    assert THIRD in {one.agency.id for one in facts.units if one.missing}
    attendance = Code("direct_attendance")
    by_unit = facts.by_agency[attendance]
    assert facts.totals[attendance] == sum(by_unit.values(), Decimal(0))
