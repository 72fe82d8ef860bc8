"""Look at the entries of a period for numbers, days and twins that are doubtful."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain

from desktop.progress import Progress, Step, silent
from desktop.records.agency import Agency
from desktop.records.figure import Figure, Source
from desktop.records.finding import Finding
from desktop.records.identity import Code
from desktop.records.period import Period
from desktop.records.plan import Plan
from desktop.records.register import Register
from desktop.records.report import FigureKey
from desktop.records.template import ReportTemplate
from desktop.rules.counting import RECORD_OF
from desktop.rules.dates import format_date
from desktop.rules.findings.anchors import TOTAL, figure_of
from desktop.rules.findings.from_entries import (
    Odd,
    bare_tally,
    from_dates,
    from_parts,
    untold_copies,
)
from desktop.rules.findings.from_twins import TABLE_OF, from_twins
from desktop.rules.numbers import format_integer
from desktop.rules.stretches import span_of
from desktop.rules.twins import Look, Nature, Pair, pairs
from desktop.store import entry_dates, entry_parts, records
from desktop.store import twins as stored
from desktop.store.entry_dates import Misdated
from desktop.store.entry_parts import Unequal
from desktop.store.shelves import BY_RECORD, BY_TABLE
from desktop.store.store import Store

_TABLES_OF_TASKS = "tasks"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entries:
    """What is needed to look at the entries of a period."""

    store: Store
    period: Period
    template: ReportTemplate
    figures: Mapping[Code, Figure]
    registers: tuple[Register, ...]
    agencies: Mapping[str, Agency]
    today: dt.date
    _anchors: dict[tuple[str, str, str], tuple[str, str]] = field(default_factory=dict)

    def parts(self) -> Iterator[Finding]:
        """Yield the entries in which a part and its whole do not agree."""
        db, span = self.store.reader, span_of(self.period)
        attendance = entry_parts.weight(db, span).attendance
        found = (_of_parts(one) for one in entry_parts.unequal(db, span))
        yield from from_parts(found, attendance, self.anchor)
        untold = entry_parts.copies_without_language(db, span)
        if untold is not None:
            odd = Odd(
                code="copies_differ",
                table="products",
                row_id=untold.row_id,
                title=untold.title,
                part=untold.untold,
                whole=untold.copies,
            )
            yield untold_copies(odd, untold.works, self.anchor)
        for one in entry_parts.bare_tallies(db, span):
            numbers = one.detected, one.of
            name = self._name(one.agency)
            yield bare_tally(one.row_id, name, one.subject, numbers)

    def dates(self) -> Iterator[Finding]:
        """Yield the entries on days that are doubtful."""
        db, span, period = self.store.reader, span_of(self.period), self.period
        plans = [(one.first_day, one.last_day) for one in records.find(db, Plan)]
        found = chain(
            entry_dates.after_closing(db, period.closing_day, period.last_day),
            entry_dates.outside_plans(db, plans),
            entry_dates.begun_before(db, span),
            entry_dates.still_planned(db, span, self.today),
            entry_dates.agency_gone(db, span),
        )
        held = entry_dates.counted(db, span)
        yield from from_dates(
            map(self._of_dates, found),
            lambda one: held.get((one.table, one.kind), (0, 0)),
            self.anchor,
        )

    def twins(self, progress: Progress = silent) -> Iterator[Finding]:
        """Yield the pairs of entries that may be one."""
        looks: dict[str, Look] = {}
        found: list[Pair] = []
        for number, nature in enumerate(Nature):
            progress(Step("comparing", number, len(Nature)))
            many = self._looks(nature)
            looks |= {one.id: one for one in many}
            for some in _by_kind(many).values():
                found += pairs(some)
        people = entry_parts.attendance(
            self.store.reader, {one for pair in found for one in _both(pair)}
        )
        whole = entry_parts.weight(self.store.reader, span_of(self.period))
        yield from from_twins(found, looks, (people, whole.attendance), self._of_look)

    def anchor(self, table: str, kind: str, agency: str, name: str) -> FigureKey | None:
        """Return where a footnote about an entry stands."""
        key = table, kind, name
        if key not in self._anchors:
            entry = BY_TABLE[table].record, kind
            self._anchors[key] = figure_of(self.template, self.figures, entry, name)
        code, column = self._anchors[key]
        if not code:
            return FigureKey(table=_TABLES_OF_TASKS, row="", column="")
        return FigureKey(table=code, row=agency or TOTAL, column=column)

    def _looks(self, nature: Nature) -> tuple[Look, ...]:
        """Return what is counted: what is only planned counts nothing twice."""
        span = span_of(self.period)
        return stored.within(self.store.reader, nature, span.first, span.last)

    def _of_look(self, one: Look) -> FigureKey | None:
        kind = one.kind if one.nature is Nature.EVENT else ""
        return self.anchor(TABLE_OF[one.nature], kind, one.agency, "attendance")

    def _of_dates(self, one: Misdated) -> Odd:
        register = self._register(one.table, one.kind)
        several = one.code in {"after_closing", "outside_plan"}
        first, last = (dt.date.fromisoformat(o) for o in (one.first_day, one.last_day))
        return Odd(
            code=one.code,
            table=one.table,
            row_id=one.row_id,
            kind=one.kind,
            title=(register.name if register and several else one.title),
            agency=one.agency,
            part=one.weight,
            entries=one.entries,
            register=register.code if register else one.table,
            facts=self._facts(one, first, last),
        )

    def _facts(self, one: Misdated, first: dt.date, last: dt.date) -> tuple[str, ...]:
        match one.code:
            case "after_closing":
                closing = format_date(self.period.closing_day)
                return format_integer(one.entries), closing, format_date(last)
            case "outside_plan":
                return format_integer(one.entries), format_date(last)
            case "begun_before":
                begun = format_date(first), format_date(last)
                return (*begun, format_date(self.period.first_day))
            case "agency_gone":
                return self._name(one.agency), format_date(last)
            case _:
                return (format_date(last),)

    def _register(self, table: str, kind: str) -> Register | None:
        fitting = (
            one
            for one in self.registers
            if BY_RECORD[RECORD_OF[one.source]].table == table
            and (one.kind == kind or one.source is not Source.ACTIVITY)
        )
        return next(fitting, None)

    def _name(self, agency: str) -> str:
        found = self.agencies.get(agency)
        return agency if found is None else found.short_name or found.name


def _of_parts(one: Unequal) -> Odd:
    return Odd(
        code=one.code,
        table=one.table,
        row_id=one.row_id,
        kind=one.kind,
        title=one.title,
        agency=one.agency,
        part=one.part,
        whole=one.whole,
    )


def _by_kind(looks: tuple[Look, ...]) -> dict[str, list[Look]]:
    found: defaultdict[str, list[Look]] = defaultdict(list)
    for one in looks:
        found[one.kind].append(one)
    return found


def _both(pair: Pair) -> tuple[str, str]:
    return pair.first, pair.second
