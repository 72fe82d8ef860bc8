"""Hold the units of a period against each other, and against the year before."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from desktop.operations.agencies.read_agencies import agencies_on
from desktop.operations.agencies.reporting_units import read_reporting_units
from desktop.operations.figures.compute_results import Office, read_office, span_of
from desktop.operations.reports.report_facts import spans_before
from desktop.operations.units.read_units import read_units
from desktop.progress import Progress, Step, silent
from desktop.records.agency import Agency
from desktop.records.figure import Figure
from desktop.records.identity import AgencyId, Code
from desktop.records.period import Period
from desktop.rules.counting import Span
from desktop.rules.reporting_units import ReportingUnits
from desktop.store import totals, unit_totals
from desktop.store.store import Store

CODES = tuple(
    map(
        Code,
        (
            "direct_events",
            "direct_attendance",
            "trainings",
            "copies",
            "postings",
            "broadcast_hours",
        ),
    )
)
"""Figures units are compared by: what the official forms ask of each."""

Values = Mapping[Code, Decimal]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitRow:
    """One unit, with what it did in the period and in the same of the year before."""

    agency: Agency
    values: Values
    before: Values
    """Empty where there is no such period."""
    owes: bool
    """Whether it must report for the period."""
    missing: bool
    """Whether it must, and nothing of it is here."""
    part: bool = False
    """Whether it must, and only an earlier part of the period is here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitComparison:
    """Every unit that must report or has any figure, and the totals of the office."""

    figures: tuple[Figure, ...]
    rows: tuple[UnitRow, ...]
    """Those missing first, then in the order of lists."""
    totals: Values
    """Of all agencies, shared events once: less than the rows where units share any."""
    totals_before: Values
    before: Span | None
    """Days of the same period of the year before; None where there is none."""

    @property
    def missing(self) -> tuple[UnitRow, ...]:
        """Return the units of which nothing is here."""
        return tuple(one for one in self.rows if one.missing)


def compare_units(
    store: Store,
    period: Period,
    progress: Progress = silent,
    *,
    codes: Iterable[Code] = CODES,
) -> UnitComparison:
    """Return figures of a period by unit, with those of the year before.

    Raises:
        ConflictError: The file holds no office yet.
        Cancelled: The user asked to stop.
    """
    office, span = read_office(store), span_of(period)
    before = spans_before(period).get("last_year")
    figures = tuple(office.figures[code] for code in codes)
    owing = read_units(store, period)
    with store.reading() as db:
        units = read_reporting_units(db, office.preferences.agency)
        counting = _Counting(store, office, units, figures, progress)
        now = counting.by_unit(span)
        then = counting.by_unit(before) if before else {}
        whole = counting.totals(span)
        whole_before = counting.totals(before) if before else {}
        agencies = agencies_on(store, span.last)
    owed = {one.agency.id for one in owing.units}
    lacking = {one.agency.id for one in owing.silent}
    missing = lacking - now.keys()
    rows = [
        UnitRow(
            agency=one,
            values=now.get(one.id, {}),
            before=then.get(one.id, {}),
            owes=one.id in owed,
            missing=one.id in missing,
            part=one.id in lacking - missing,
        )
        for one in agencies
        if one.id in owed or one.id in now or one.id in then
    ]
    return UnitComparison(
        figures=figures,
        rows=tuple(sorted(rows, key=lambda row: not row.missing)),
        totals=whole,
        totals_before=whole_before,
        before=before,
    )


@dataclass(frozen=True, slots=True)
class _Counting:
    """Count the same figures over some spans."""

    store: Store
    office: Office
    units: ReportingUnits
    figures: tuple[Figure, ...]
    progress: Progress

    def by_unit(self, span: Span) -> dict[AgencyId, dict[Code, Decimal]]:
        """Return the figures of each unit that has any."""
        found: dict[AgencyId, dict[Code, Decimal]] = {}
        db, names = self.store.reader, self.office.names
        for at, figure in enumerate(self.figures):
            self.progress(Step("computing", at, len(self.figures)))
            counted = unit_totals.by_unit(db, figure, span, self.units, names)
            for unit, value in counted.items():
                if value:
                    found.setdefault(unit, {})[figure.code] = value
        return found

    def totals(self, span: Span) -> dict[Code, Decimal]:
        """Return the figures of all agencies together."""
        db, names = self.store.reader, self.office.names
        return {one.code: totals.total(db, one, span, names) for one in self.figures}
