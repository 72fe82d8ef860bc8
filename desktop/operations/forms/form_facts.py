"""Read what the forms of a period are drafted from, once for all units."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from desktop.errors import ConflictError, UnknownNameError
from desktop.files import catalogue
from desktop.files.form_layouts import load_layouts, load_sheets
from desktop.operations.agencies.read_agencies import agencies_on
from desktop.operations.entries.read_entry_context import read_entry_context
from desktop.operations.figures.compute_results import (
    Office,
    read_office,
    refuse_outside_plan,
)
from desktop.operations.units.read_units import Units, read_units
from desktop.progress import Progress, silent
from desktop.records.agency import Agency, Succession
from desktop.records.catalogue import CatalogueItem
from desktop.records.exchange import Contact
from desktop.records.figure import Source
from desktop.records.form import CollectingForm
from desktop.records.identity import AgencyId, Code
from desktop.records.period import Period
from desktop.records.product import DataSource, OwnChannel
from desktop.records.register import Register
from desktop.records.returns import UnlistedTotal
from desktop.records.staff import Headcount
from desktop.records.target import Target
from desktop.records.task import Task
from desktop.rules.counting import DAY, RECORD_OF, Span, groups_of
from desktop.rules.deadlines import kind_of
from desktop.rules.entry_table.reading import Context
from desktop.rules.entry_table.template import TemplateWords
from desktop.rules.forms.asking import asked_of
from desktop.rules.forms.drafting import FormFacts
from desktop.rules.forms.inheriting import carried_entries, carried_headcounts
from desktop.rules.forms.layout import FormLayout, layout_for
from desktop.rules.succession import carried_on, heirs
from desktop.rules.targets import in_force
from desktop.store import records, totals
from desktop.store.store import Store

_STANDING = (OwnChannel, DataSource)
"""Kinds of records that are told as long as they stand, whenever they began."""
_NO_FORM = frozenset({Source.ESTIMATE, Source.INHERITED})

Entries = dict[AgencyId, dict[str, list[Any]]]
"""Entries by unit and register."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeFacts:
    """What the forms of all units have in common, and what is known of each unit."""

    office: Office
    period: Period
    agencies: tuple[Agency, ...]
    """Who gets a form."""
    lines: dict[AgencyId, tuple[AgencyId, ...]]
    """Each of them with those it took over from by the last day, itself first."""
    names: dict[AgencyId, str]
    due: dt.date | None
    mailboxes: dict[AgencyId, str]
    versions: dict[AgencyId, int]
    """Of the newest form of each unit for the same days."""
    tasks: tuple[Task, ...]
    targets: tuple[Target, ...]
    registers: tuple[Register, ...]
    layouts: tuple[FormLayout, ...]
    entries: Entries
    headcounts: dict[AgencyId, tuple[Headcount, ...]]
    """Newest of each unit and group, told before the period; of a unit that took over
    from others, of these."""
    totals: dict[Code, dict[str, Decimal]]
    """By figure and unit."""
    unlisted: tuple[UnlistedTotal, ...]
    """What units told in the period without listing it."""
    context: Context
    words: TemplateWords
    groups: dict[tuple[str, str], str]


def read_office_facts(
    store: Store,
    period: Period,
    agencies: Collection[AgencyId] | None,
    progress: Progress = silent,
) -> OfficeFacts:
    """Read all that the forms of a period need, as of one instant.

    Raises:
        ConflictError: `nobody_owes`; the period lies outside the plan's years; the
            file holds no office yet.
        UnknownNameError: There is no such agency.
    """
    refuse_outside_plan(store, period)
    with store.reading() as db:
        office = read_office(store)
        units = read_units(store, period, progress)
        on_day = agencies_on(store, period.last_day)
        steps, day = office.successions, period.last_day
        owing = tuple(one.agency for one in units.units)
        wanted = owing if agencies is None else tuple(_chosen(on_day, agencies))
        if not wanted:
            raise ConflictError("nobody_owes")
        layouts = load_layouts()
        targets = records.find(db, Target, where={"plan": office.plan.id})
        lines = {one.id: carried_on(one.id, steps, day) for one in wanted}
        return OfficeFacts(
            office=office,
            period=period,
            agencies=wanted,
            lines=lines,
            names={one.id: one.name for one in on_day},
            due=_due(units, period),
            mailboxes={o.id: o.mailbox for o in records.find(db, Contact)},
            versions=_versions(db, period),
            tasks=records.find(db, Task, where={"plan": office.plan.id}),
            targets=in_force(targets, period.last_day),
            registers=catalogue.load_registers(),
            layouts=layouts,
            entries=_entries(db, period, {o for one in lines.values() for o in one}),
            headcounts=_headcounts(db, period, lines, steps),
            totals=_totals(db, office, period, layouts),
            unlisted=records.find(
                db, UnlistedTotal, between=("last_day", *_ends(period))
            ),
            context=read_entry_context(store, period.last_day.year),
            words=_words(),
            groups=groups_of(records.find(db, CatalogueItem)),
        )


def facts_of(
    known: OfficeFacts, agency: Agency, layout: FormLayout | None = None
) -> FormFacts:
    """Return what one unit's form is drafted from; by its newest layout, or another.

    What was told of those it took over from stands in it too (domain, 5).
    """
    line = known.lines.get(agency.id, (agency.id,))
    entries = carried_entries(known.entries, line, known.registers)
    asked = asked_of(
        agency,
        tasks=known.tasks,
        targets=known.targets,
        figures=known.office.figures,
        registers=known.registers,
        also=[Code(one) for one in entries],
        before=line[1:],
    )
    return FormFacts(
        layout=layout or layout_for(agency.kind, known.layouts),
        sheets=load_sheets(),
        registers={one.code: one for one in known.registers},
        figures=known.office.figures,
        asked=asked.registers,
        tasks=asked.tasks,
        staff_groups=asked.staff_groups,
        entries=entries,
        totals={
            code: sum((by_unit[one] for one in line if one in by_unit), Decimal(0))
            for code, by_unit in known.totals.items()
            if not by_unit.keys().isdisjoint(line)
        },
        unlisted={o.figure for o in known.unlisted if o.agency in line},
        inherited=_inherited(known, line),
        first_day=known.period.first_day,
        last_day=known.period.last_day,
        version=known.versions.get(agency.id, 0) + 1,
        headcounts=known.headcounts.get(agency.id, ()),
        context=known.context,
        words=known.words,
        groups=known.groups,
    )


def _inherited(known: OfficeFacts, line: tuple[AgencyId, ...]) -> dict[AgencyId, str]:
    """Return the names of those a unit took over from who told anything here."""
    told = {one.agency for one in known.unlisted} | known.entries.keys()
    return {one: known.names[one] for one in line[1:] if one in told}


def _words() -> TemplateWords:
    """Return what is said of columns, some of it in a form's own words."""
    from desktop.files.entry_sheet import template_words
    from desktop.files.forms.form_words import form_words

    usual = template_words()
    return replace(usual, meanings={**usual.meanings, **form_words().meanings})


def _due(units: Units, period: Period) -> dt.date | None:
    """Return the last day for reports on such a period; another's is not it."""
    due = units.due
    if due is None or due.deadline.kind is not kind_of(period):
        return None
    return due.last_day


def _chosen(
    known: tuple[Agency, ...], agencies: Collection[AgencyId]
) -> Iterator[Agency]:
    """Yield the agencies chosen, in the order of lists."""
    ids = tuple(one.id for one in known)
    strange = next((one for one in agencies if one not in ids), None)
    if strange is not None:
        raise UnknownNameError("agency", strange, ids)
    wanted = frozenset(agencies)
    yield from (one for one in known if one.id in wanted)


def _versions(db: Any, period: Period) -> dict[AgencyId, int]:  # noqa: ANN401
    days = {
        "first_day": period.first_day.isoformat(),
        "last_day": period.last_day.isoformat(),
    }
    found: dict[AgencyId, int] = {}
    for one in records.find(db, CollectingForm, where=days):
        found[one.agency] = max(one.version, found.get(one.agency, 0))
    return found


def _entries(db: Any, period: Period, wanted: set[AgencyId]) -> Entries:  # noqa: ANN401
    """Return the entries of the units, each register's in the order of their days."""
    found: Entries = defaultdict(lambda: defaultdict(list))
    asked = {one.register for one in load_sheets()}
    for register in catalogue.load_registers():
        if register.code in asked and register.source not in _NO_FORM:
            for one in _of_register(db, register, period):
                if one.agency in wanted:
                    found[one.agency][register.code].append(one)
    return {unit: dict(by_register) for unit, by_register in found.items()}


def _of_register(db: Any, register: Register, period: Period) -> Iterator[Any]:  # noqa: ANN401
    cls, day = RECORD_OF[register.source], DAY[register.source]
    where = {"kind": register.kind} if register.kind else None
    first, last = period.first_day, period.last_day
    if cls in _STANDING:
        first = dt.date.min
    ends = (first.isoformat(), last.isoformat())
    if day == "year":
        ends = (str(first.year), str(last.year))
    many: tuple[Any, ...] = records.find(db, cls, where=where, between=(day, *ends))
    yield from (
        one
        for one in sorted(many, key=lambda one: (getattr(one, day), str(one.id)))
        if not (closed := getattr(one, "closed_on", None)) or closed >= period.first_day
    )


def _headcounts(
    db: Any,  # noqa: ANN401  only `store` knows what a database is
    period: Period,
    lines: dict[AgencyId, tuple[AgencyId, ...]],
    successions: tuple[Succession, ...],
) -> dict[AgencyId, tuple[Headcount, ...]]:
    """Return what stands ready of each unit's people, of those before it too.

    Of the unit itself that is what it told before the period; of one that ended, the
    last it told.
    """
    every = sorted(records.find(db, Headcount), key=lambda one: one.as_of)
    newest: dict[AgencyId, dict[tuple[str, str], Headcount]] = defaultdict(dict)
    ended: dict[AgencyId, dict[tuple[str, str], Headcount]] = defaultdict(dict)
    for one in (o for o in every if o.as_of <= period.last_day):
        ended[one.agency][one.group, one.tier] = one
        if one.as_of < period.first_day:
            newest[one.agency][one.group, one.tier] = one
    return {
        unit: carried_headcounts(
            newest.get(unit, {}).values(),
            [ended.get(one, {}).values() for one in line[1:]],
        )
        for unit, line in _sole(lines, successions, period.last_day).items()
    }


def _sole(
    lines: dict[AgencyId, tuple[AgencyId, ...]],
    successions: tuple[Succession, ...],
    day: dt.date,
) -> dict[AgencyId, tuple[AgencyId, ...]]:
    """Return the lines without those that others carry on too.

    Of their people nobody told who went where.
    """
    return {
        unit: tuple(one for one in line if heirs(one, successions, day) == (unit,))
        for unit, line in lines.items()
    }


def _ends(period: Period) -> tuple[str, str]:
    return period.first_day.isoformat(), period.last_day.isoformat()


def _totals(
    db: Any,  # noqa: ANN401  only `store` knows what a database is
    office: Office,
    period: Period,
    layouts: tuple[FormLayout, ...],
) -> dict[Code, dict[str, Decimal]]:
    """Return every unit's own number of each figure that stands on a form."""
    codes = {one.figures[0] for lay in layouts for one in lay.columns if one.figures}
    span = Span(period.first_day, period.last_day)
    return {
        code: totals.grouped(db, office.figures[code], span, "agency", office.names)
        for code in sorted(codes & office.figures.keys())
    }
