"""Gather the entries behind an issued report as they stood when it was issued."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any, Final

from desktop.errors import ConflictError
from desktop.operations.figures.compute_results import read_office
from desktop.operations.reports.compare_reports import figures_of, original_of
from desktop.operations.reports.read_report import read_frozen
from desktop.records.agency import Agency, Succession
from desktop.records.catalogue import CatalogueItem
from desktop.records.exchange_entries import (
    Entries,
    EntryRecord,
    SentPlan,
    SentTarget,
    SentTask,
)
from desktop.records.figure import Aggregate, Source
from desktop.records.identity import AgencyId, Code, RecordId
from desktop.records.issued import IssuedReport
from desktop.records.plan import Plan
from desktop.records.report import FigureKey
from desktop.records.returns import UnlistedTotal
from desktop.records.target import Target
from desktop.records.task import Task
from desktop.rules import entry_references
from desktop.rules.beyond import as_hours, beyond, line_of
from desktop.rules.changes import GOAL
from desktop.rules.counting import DAY, RECORD_OF, groups_of, kept_of
from desktop.store import as_issued
from desktop.store.shelves import BY_RECORD, BY_TABLE
from desktop.store.store import Store

_STANDING: Final = (Source.OWN_CHANNEL, Source.HEADCOUNT)
"""What counts since it began, however long before the period that was."""
_REFERRED: Final = frozenset({"products", "own_channels", "activities"})
"""Tables of entries that other entries name."""
_TARGETS: Final = "targets"
"""Code of the report's table of targets, whose rows are named after goals."""


def frozen_entries(store: Store, issued: IssuedReport) -> Entries:
    """Return the entries of a report's days, and all they refer to, as of its issue.

    They are those the report was counted from, whatever was done since; of a slip,
    those it was counted from. Evidence is not among them yet.

    Raises:
        ConflictError: `issued_unknown`: the history does not know that moment, as
            where the file was put together from parts; `issued_changed`.
    """
    with store.reading() as db:
        change = as_issued.change_of(db, issued.journal_head)
        if change is None:
            raise ConflictError("issued_unknown", issued.id)
        gathered = _Gathered(db=db, change=change)
        rows = tuple(_of_days(gathered, issued))
        rows = tuple(_beyond(store, gathered, rows))
        earlier = tuple(_before(gathered, issued.first_day))
        earlier += tuple(_referred(gathered, rows, earlier))
        return _with_what_they_name(store, issued, gathered, rows, earlier)


@dataclass(frozen=True, slots=True)
class _Gathered:
    """An office as it stood after a change."""

    db: Any
    change: int
    kept: dict[type, dict[str, Any]] = field(default_factory=dict)

    def each(
        self, cls: type, between: as_issued.Between | None = None
    ) -> Iterator[Any]:
        """Yield its records of a class."""
        return as_issued.each(self.db, cls, self.change, between=between)

    def all(self, cls: type) -> dict[str, Any]:
        """Return all records of a class by their ids, read once."""
        if cls not in self.kept:
            key = BY_RECORD[cls].key
            self.kept[cls] = {key(one): one for one in self.each(cls)}
        return self.kept[cls]


def _of_days(office: _Gathered, issued: IssuedReport) -> Iterator[EntryRecord]:
    """Yield what each register has on the days of a report."""
    first, last = issued.first_day, issued.last_day
    for source, cls in RECORD_OF.items():
        yield from office.each(cls, _between(DAY[source], first, last))
    if UnlistedTotal not in RECORD_OF.values():
        yield from office.each(UnlistedTotal, _between("last_day", first, last))


def _beyond(
    store: Store, office: _Gathered, rows: tuple[EntryRecord, ...]
) -> Iterator[EntryRecord]:
    """Yield entries with what whole numbers counted in the report, and no more.

    Whoever takes them in may hold fewer entries of the unit, or others.
    """
    wholes = [o for o in rows if isinstance(o, UnlistedTotal) and o.whole]
    counts: dict[RecordId, Decimal] = {}
    for code in {one.figure for one in wholes}:
        counts |= _counts(store, office, code)
    for one in rows:
        if isinstance(one, UnlistedTotal) and one.whole:
            yield replace(one, value=counts.get(one.id, one.value), whole=False)
        else:
            yield one


def _counts(store: Store, office: _Gathered, code: Code) -> dict[RecordId, Decimal]:
    """Return what each total told of a figure counted, in the figure's unit."""
    own = read_office(store)
    figure = own.figures.get(code)
    if figure is None:
        return {}
    totals = [o for o in office.all(UnlistedTotal).values() if o.figure == code]
    groups = groups_of(office.all(CatalogueItem).values())
    cls = RECORD_OF[figure.source]
    line = line_of(tuple(office.all(Succession).values()))
    units = {each for one in totals if one.whole for each in line(one)}
    listed = [o for o in office.each(cls) if getattr(o, "agency", None) in units]
    kept = kept_of(figure, listed, groups, own.names)
    counts = beyond(figure, totals, kept, line)
    hourly = figure.aggregate is Aggregate.HOURS
    return {key: as_hours(one) if hourly else one for key, one in counts.items()}


def _before(office: _Gathered, first: dt.date) -> Iterator[EntryRecord]:
    """Yield what began earlier and counts on the days all the same."""
    last = first - dt.timedelta(days=1)
    for source in _STANDING:
        between = _between(DAY[source], dt.date.min, last)
        yield from office.each(RECORD_OF[source], between)


def _between(column: str, first: dt.date, last: dt.date) -> as_issued.Between:
    if column == "year":
        return column, str(first.year), str(last.year)
    return column, first.isoformat(), last.isoformat()


def _referred(
    office: _Gathered, rows: Iterable[EntryRecord], earlier: Iterable[EntryRecord]
) -> Iterator[EntryRecord]:
    """Yield entries of other days that these name, and those that they name."""
    held = [*rows, *earlier]
    known = {(BY_RECORD[type(one)].table, str(one.id)) for one in held}
    while held:
        named = entry_references.references(held.pop())
        for key in (one for one in named if one[0] in _REFERRED and one not in known):
            known.add(key)
            found: Any = as_issued.get(
                office.db, BY_TABLE[key[0]].record, key[1], office.change
            )
            if found is not None:
                held.append(found)
                yield found


def _with_what_they_name(
    store: Store,
    issued: IssuedReport,
    office: _Gathered,
    rows: tuple[EntryRecord, ...],
    earlier: tuple[EntryRecord, ...],
) -> Entries:
    own = read_office(store)
    named = _named((*rows, *earlier))
    report = read_frozen(store, original_of(store, issued))
    targets = _targets(office, report.target_versions, named.get(GOAL, set()))
    plan = targets[0].plan if targets else own.plan.id
    tasks = tuple(_picked(office.all(Task), named.get("tasks", set())))
    plans = {plan, *(one.plan for one in (*tasks, *targets))}
    sent_plans = tuple(_picked(office.all(Plan), plans))
    agencies = {own.preferences.agency, *(one.issuer for one in sent_plans)}
    return Entries(
        agency=own.preferences.agency,
        plan=plan,
        first_day=issued.first_day,
        last_day=issued.last_day,
        agencies=tuple(_agencies(office, agencies | named.get("agencies", set()))),
        plans=tuple(map(_sent_plan, sent_plans)),
        tasks=tuple(map(_sent_task, tasks)),
        targets=tuple(_sent_targets(store, issued, targets)),
        catalogue=tuple(_catalogue(office, (*rows, *earlier))),
        rows=rows,
        earlier=earlier,
    )


def _named(rows: Iterable[EntryRecord]) -> dict[str, set[str]]:
    """Return the ids that entries name, by table."""
    found: dict[str, set[str]] = {}
    for one in rows:
        for place, row_id in entry_references.references(one):
            found.setdefault(place, set()).add(row_id)
    return found


def _picked(held: dict[str, Any], ids: Iterable[str]) -> Iterator[Any]:
    return (held[one] for one in sorted(ids) if one in held)


def _agencies(office: _Gathered, ids: set[AgencyId | str]) -> Iterator[Agency]:
    """Yield agencies with those above them, for their names alone may not tell them."""
    held, wanted = office.all(Agency), {str(one) for one in ids}
    above = list(wanted)
    while above:
        one = held.get(above.pop())
        if one is not None and one.parent and one.parent not in wanted:
            wanted.add(one.parent)
            above.append(one.parent)
    return _picked(held, wanted)


def _catalogue(
    office: _Gathered, rows: Iterable[EntryRecord]
) -> Iterator[CatalogueItem]:
    """Yield the values entries name, with those they stand under."""
    wanted = {code for one in rows for code in entry_references.codes(one)}
    items = list(office.all(CatalogueItem).values())
    found = {id(one): one for one in items if one.code in wanted}
    above = {(one.catalogue, one.parent) for one in found.values() if one.parent}
    while above:
        more = {
            id(one): one
            for one in items
            if (one.catalogue, one.code) in above and id(one) not in found
        }
        found |= more
        above = {(one.catalogue, one.parent) for one in more.values() if one.parent}
    yield from found.values()


def _targets(
    office: _Gathered, versions: Iterable[str], goals: set[str]
) -> tuple[Target, ...]:
    """Return the versions a report counted, and of other goals named the newest."""
    held = office.all(Target)
    counted = list(_picked(held, versions))
    known = {one.goal for one in counted}
    newest: dict[str, Target] = {}
    for one in sorted(held.values(), key=lambda one: one.valid_from or dt.date.min):
        if one.goal in goals - known:
            newest[one.goal] = one
    return (*counted, *newest.values())


def _sent_plan(plan: Plan) -> SentPlan:
    return SentPlan(
        id=plan.id,
        title=plan.title,
        number=plan.number,
        issued_on=plan.issued_on,
        issuer=plan.issuer,
        first_day=plan.first_day,
        last_day=plan.last_day,
    )


def _sent_task(task: Task) -> SentTask:
    return SentTask(
        id=task.id, plan=task.plan, code=task.code, number=task.number, text=task.text
    )


def _sent_targets(
    store: Store, issued: IssuedReport, targets: Iterable[Target]
) -> Iterator[SentTarget]:
    """Yield targets with what the report, or its slips since, says was counted."""
    figures = figures_of(store, issued)
    for one in targets:

        def told(column: str, goal: str = one.goal) -> Decimal | None:
            key = FigureKey(table=_TARGETS, row=goal, column=column)
            found = figures.get(key)
            value = None if found is None else found.value
            number = isinstance(value, int | Decimal) and not isinstance(value, bool)
            return Decimal(value) if number else None  # type: ignore[arg-type]

        yield SentTarget(
            id=one.id,
            goal=one.goal,
            code=one.code,
            label=one.label,
            unit=one.unit,
            decision=one.decision,
            value=one.value,
            upper=one.upper,
            numerator=told("period_numerator"),
            denominator=told("period_denominator"),
            reached=told("period_value"),
            all_numerator=told("cumulative_numerator"),
            all_denominator=told("cumulative_denominator"),
            all_reached=told("cumulative_value"),
        )
