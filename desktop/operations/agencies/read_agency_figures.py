"""Read a few figures by agency: as reported then, and on the boundaries of today."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from desktop.files import catalogue
from desktop.operations.agencies.read_agencies import read_agencies
from desktop.operations.figures.compute_results import read_office, span_of
from desktop.progress import Progress, silent
from desktop.records.agency import Agency
from desktop.records.catalogue import CatalogueItem
from desktop.records.figure import Aggregate, Figure, Source
from desktop.records.identity import AgencyId, Code
from desktop.records.period import Period
from desktop.rules.agency_book import AgencyBook
from desktop.rules.counting import Span, groups_of
from desktop.rules.joint_credit import Counting, counted_twice
from desktop.rules.succession import boundaries, heirs, today
from desktop.store import joint_events, records, totals
from desktop.store.store import Store

ACTIVITIES, ATTENDANCE = Code("activities"), Code("attendance")
CODES = (ACTIVITIES, ATTENDANCE, Code("postings"), Code("broadcast_hours"))
"""Figures shown; each is a plain sum over agencies."""

_OWN = {
    ACTIVITIES: Figure(code=ACTIVITIES, label="", unit="", source=Source.ACTIVITY),
    ATTENDANCE: Figure(
        code=ATTENDANCE,
        label="",
        unit="",
        source=Source.ACTIVITY,
        aggregate=Aggregate.SUM,
        field="attendance",
    ),
}
"""Figures over every kind of activity, which no register declares."""

TOLD: Mapping[Code, tuple[Code, ...]] = {
    ACTIVITIES: (Code("direct_events"), Code("contests")),
    ATTENDANCE: (Code("direct_attendance"), Code("contest_people")),
}
"""Under which figures units tell the number of their activities without listing them;
no activity counts under two of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyRow:
    """Figures of one agency."""

    agency: Agency
    """With its name on the closing day, or today's on today's boundaries."""
    values: Mapping[Code, Decimal]
    parts: tuple[Agency, ...] = ()
    """Among whom an agency was split whose figures nobody has shared out."""
    taken_over: tuple[Agency, ...] = ()
    """Whose figures are among them, on today's boundaries."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyFigures:
    """The same figures told twice; their totals agree.

    Each agency is credited with its own account of an event it shared with others;
    the totals hold the event once.
    """

    codes: tuple[Code, ...]
    then: tuple[AgencyRow, ...]
    """As reported: by the agencies and names of the closing day."""
    now: tuple[AgencyRow, ...]
    """On the boundaries of today."""
    totals: Mapping[Code, Decimal]
    shared: int = 0
    """Accounts of shared events that the rows hold and the totals do not."""


def read_agency_figures(
    store: Store,
    period: Period,
    _progress: Progress = silent,
    *,
    codes: Iterable[Code] = CODES,
) -> AgencyFigures:
    """Return figures of a period by agency, then and now.

    Raises:
        ConflictError: The file holds no office yet.
    """
    wanted = tuple(codes)
    day = store.now().date()
    with store.reading():
        book = read_agencies(store)
        reading = _Reading(store, wanted, span_of(period))
        counted = reading.by_agency()
        moved = reading.on_boundaries(counted, book, day)
        whole, shared = reading.totals(counted), reading.shared()
    names_then = book.on(min(period.closing_day, day))
    return AgencyFigures(
        codes=wanted,
        then=_rows(names_then, counted),
        now=_rows(book.on(day), moved, _Told(book, counted, day)),
        totals=whole,
        shared=shared,
    )


_Counts = Mapping[Code, Mapping[AgencyId, Decimal]]


@dataclass(frozen=True, slots=True)
class _Told:
    """What is said beside figures on today's boundaries."""

    book: AgencyBook
    counted: _Counts
    day: dt.date

    def parts(self, agency: AgencyId) -> tuple[Agency, ...]:
        """Return the parts of an agency that was split and has no single heir."""
        known = self.book.by_id
        found = heirs(agency, self.book.successions, self.day)
        return tuple(known[one] for one in found if one != agency and one in known)

    def taken_over(self, agency: AgencyId) -> tuple[Agency, ...]:
        """Return the agencies with figures of which one is the heir."""
        having = {one for values in self.counted.values() for one in values}
        return tuple(
            one
            for one in self.book.agencies
            if one.id in having - {agency}
            and today(one.id, self.book.successions, self.day) == agency
        )


class _Reading:
    """Count the figures of a span, as of one instant."""

    def __init__(self, store: Store, codes: tuple[Code, ...], span: Span) -> None:
        """Look up the figures asked for."""
        self._known = catalogue.load_figures() | _OWN
        self._db = store.reader
        self._span = span
        self._names = read_office(store).names
        self._figures = {code: self._known[code] for code in codes}

    def by_agency(self) -> _Counts:
        """Return each figure by agency, nothing left out that an agency did."""
        return {
            code: {AgencyId(agency): value for agency, value in found.items() if value}
            for code, figure in self._figures.items()
            for found in (self._grouped(figure, "agency"),)
        }

    def totals(self, counted: _Counts) -> dict[Code, Decimal]:
        """Return each figure of all agencies, shared events once."""
        return {
            code: self._grouped(figure, "").get("", Decimal(0))
            if figure.source is Source.ACTIVITY
            else sum(counted[code].values(), Decimal(0))
            for code, figure in self._figures.items()
        }

    def shared(self) -> int:
        """Return how many accounts of shared events only the rows hold."""
        left_out = (
            totals.joined(self._db, figure, self._span, self._names)
            for figure in self._figures.values()
        )
        return len(frozenset[str]().union(*left_out))

    def on_boundaries(
        self, counted: _Counts, book: AgencyBook, day: dt.date
    ) -> _Counts:
        """Return the figures on the boundaries of a day, no event twice for one."""
        return {
            code: self._moved(self._figures[code], values, book, day)
            for code, values in counted.items()
        }

    def _moved(
        self,
        figure: Figure,
        values: Mapping[AgencyId, Decimal],
        book: AgencyBook,
        day: dt.date,
    ) -> dict[AgencyId, Decimal]:
        found = boundaries(values, book.successions, day)
        if book.successions:
            heir_of = partial(today, successions=book.successions, day=day)
            events = joint_events.accounts(self._db)
            twice = counted_twice(figure, events, heir_of, self._counting())
            for agency, value in twice.items():
                found[agency] -= value
        return found

    def _counting(self) -> Counting:
        groups = groups_of(records.each(self._db, CatalogueItem))
        return Counting(span=self._span, groups=groups, names=self._names)

    def _grouped(self, figure: Figure, by: str) -> dict[str, Decimal]:
        """Return a figure by agency, or all of it, what was told beside it included."""
        asked = (self._span, by, self._names)
        found = totals.grouped(self._db, figure, *asked)
        for code in TOLD.get(figure.code, ()):
            told = totals.told(self._db, self._known[code], *asked)
            for group, value in told.items():
                found[group] = found.get(group, Decimal(0)) + value
        return found


def _rows(
    agencies: Iterable[Agency], counted: _Counts, told: _Told | None = None
) -> tuple[AgencyRow, ...]:
    """Return a row for each agency that has any figure, in the order of lists."""
    return tuple(
        AgencyRow(
            agency=one,
            values={
                code: values.get(one.id, Decimal(0)) for code, values in counted.items()
            },
            parts=told.parts(one.id) if told else (),
            taken_over=told.taken_over(one.id) if told else (),
        )
        for one in agencies
        if any(one.id in values for values in counted.values())
    )
