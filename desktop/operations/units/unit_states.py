"""Read how every unit stands in a period, and how it reported over the years."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from desktop.operations.agencies.read_agencies import agencies_on
from desktop.operations.figures.compute_results import Office, read_office, span_of
from desktop.operations.office_time import office_time
from desktop.operations.periods.read_deadlines import read_work_days
from desktop.operations.units.read_units import (
    entered_by_heir,
    in_part,
    last_calls,
    newest_plans,
    owing,
    speaking_of,
)
from desktop.progress import Progress, Step, silent
from desktop.records.agency import Agency, Succession, UnitPlan
from desktop.records.exchange import Call, Contact
from desktop.records.form import CollectingForm
from desktop.records.identity import AgencyId
from desktop.records.period import Deadline, Period
from desktop.records.plan import Plan
from desktop.records.returns import Return
from desktop.records.task import Task
from desktop.rules import unit_states as rules
from desktop.rules.calendar import year_of
from desktop.rules.deadlines import WorkDays, days_left, last_working_day
from desktop.rules.succession import heirs, today
from desktop.rules.unit_states import Rate, Standing
from desktop.store import records, totals
from desktop.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitState:
    """One unit that must report, and how its report of the period stands."""

    agency: Agency
    plan: UnitPlan | None = None
    """Its newest own plan of the period's year or before."""
    entries: int = 0
    last_day: dt.date | None = None
    """Day of its newest entry in the period."""
    standing: Standing
    due: dt.date | None = None
    """Last acceptable day; None while the plan does not tell it."""
    left: int | None = None
    """Days left: 0 on the last day, negative when it is over."""
    came: dt.date | None = None
    """Day on which the first accepted file came."""
    form: CollectingForm | None = None
    """Newest form made for it; marked copies are none."""
    ret: Return | None = None
    """What stands: the newest accepted file, else what went back or waits."""
    contact: Contact | None = None
    call: Call | None = None
    """Last time it was asked, in any period."""
    rates: Mapping[int, Rate] = field(default_factory=dict)
    """Its reports of each year, on the boundaries of today."""

    @property
    def reported(self) -> bool:
        """Tell whether its figures are here."""
        return self.standing in rules.REPORTED

    @property
    def late(self) -> bool:
        """Tell whether it still owes its report and the last day is over."""
        return not self.reported and self.left is not None and self.left < 0

    @property
    def in_time(self) -> bool | None:
        """Tell whether it reported in time; None while that is not known."""
        return rules.in_time(self.came, self.due)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitStates:
    """Every unit of a period, in the order of lists."""

    period: Period
    units: tuple[UnitState, ...]
    due: dt.date | None
    working_day: dt.date | None = None
    """The last day, or the last working day before it when it is a day off."""
    left: int | None = None
    rates: Mapping[int, Rate] = field(default_factory=dict)
    """All units together, year by year."""

    @property
    def owing(self) -> tuple[UnitState, ...]:
        """Return the units whose figures are not here."""
        return tuple(one for one in self.units if not one.reported)

    @property
    def late(self) -> tuple[UnitState, ...]:
        """Return the units that owe their report after its last day."""
        return tuple(one for one in self.units if one.late)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Book:
    """Everything that is read, as of one instant."""

    store: Store
    db: Any
    office: Office
    now: dt.datetime
    deadlines: tuple[Deadline, ...]
    tasks: tuple[Task, ...]
    successions: tuple[Succession, ...]
    returns: Mapping[tuple[AgencyId, rules.Key], tuple[Return, ...]]
    forms: Mapping[tuple[AgencyId, rules.Key], tuple[CollectingForm, ...]]
    work: WorkDays

    @property
    def plan(self) -> Plan:
        """Return the plan the office works by."""
        return self.office.plan

    def now_is(self, agency: AgencyId) -> AgencyId:
        """Return who carries an agency on today."""
        return today(agency, self.successions, dt.date.max)


def read_unit_states(
    store: Store, period: Period, progress: Progress = silent
) -> UnitStates:
    """Return how every unit stands in a period, as of one instant.

    Who was merged or renamed counts under who carries it on when the period ends; in
    the rates of the years, under who carries it on today.

    Raises:
        ConflictError: The file holds no office yet.
        Cancelled: The user asked to stop.
    """
    with store.reading() as db:
        book = _read(store, db)
        due = rules.due_day(book.deadlines, book.plan, period)
        rates = _rates(book, year_of(period), progress)
        around = _around(book, period, rates)
        here = (rules.key_of_period(period), _entered(book, period))
        asked = _asked(book, period)
        units = tuple(_unit(book, one, due, here, around) for one in asked)
    return UnitStates(
        period=period,
        units=units,
        due=due,
        working_day=last_working_day(due, book.work) if due else None,
        left=days_left(due, book.now.date()) if due else None,
        rates=_together(rates),
    )


def _read(store: Store, db: Any) -> _Book:  # noqa: ANN401  only `store` knows it
    office = read_office(store)
    own = office.preferences.agency
    successions = records.find(db, Succession)
    known = frozenset(one.id for one in records.find(db, Agency))
    deadlines = records.find(db, Deadline, where={"plan": office.plan.id})
    return _Book(
        store=store,
        db=db,
        office=office,
        now=office_time(store),
        deadlines=tuple(one for one in deadlines if one.recipient == own),
        tasks=records.find(db, Task, where={"plan": office.plan.id}),
        successions=successions,
        returns=_returns(records.find(db, Return), known, successions),
        forms=_forms(records.find(db, CollectingForm), office.plan, successions),
        work=read_work_days(db),
    )


def _returns(
    found: Iterable[Return],
    known: frozenset[AgencyId],
    successions: Sequence[Succession],
) -> dict[tuple[AgencyId, rules.Key], tuple[Return, ...]]:
    """Return what came, by who had sent it and on which period."""
    sorted_: defaultdict[tuple[AgencyId, rules.Key], list[Return]] = defaultdict(list)
    for one in found:
        sender = rules.sender_of(one, known, successions)
        key = rules.key_of(one.period_code, one.first_day, one.last_day)
        sorted_[sender, key].append(one)
    return {place: tuple(many) for place, many in sorted_.items()}


def _forms(
    found: Iterable[CollectingForm], plan: Plan, successions: Sequence[Succession]
) -> dict[tuple[AgencyId, rules.Key], tuple[CollectingForm, ...]]:
    """Return the forms made, the newest first, by whom and on which period they ask."""
    sorted_: defaultdict[tuple[AgencyId, rules.Key], list[CollectingForm]]
    sorted_ = defaultdict(list)
    for one in found:
        if one.plan == plan.id and one.marked_from is None:
            asked = today(one.agency, successions, one.last_day)
            key = rules.key_of(one.period_code, one.first_day, one.last_day)
            sorted_[asked, key].append(one)
    return {place: tuple(many) for place, many in sorted_.items()}


def _asked(book: _Book, period: Period) -> tuple[Agency, ...]:
    """Return who owes a report on a period, as who they are when it ends."""
    speaking = speaking_of(period, book.deadlines)
    every = agencies_on(book.store, span_of(period).last)
    own = book.office.preferences.agency
    owed = owing(speaking, every, book.tasks, own, period, successions=book.successions)
    last = period.last_day
    asked = {heir for one in owed for heir in heirs(one.id, book.successions, last)}
    return tuple(one for one in every if one.id in asked)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entered:
    """What units have in the registers over a period, by who they are when it ends."""

    by_heir: Mapping[str, totals.Entered]
    part: frozenset[AgencyId]
    """Of whom there is only an earlier part of the period."""

    def entries(self, agency: AgencyId) -> int:
        """Return how many entries there are of a unit."""
        found = self.by_heir.get(agency)
        return 0 if found is None else found.entries

    def last_day(self, agency: AgencyId) -> dt.date | None:
        """Return the day of the newest of them; None where there is none."""
        found = self.by_heir.get(agency)
        return None if found is None else found.last_day


def _entered(book: _Book, period: Period) -> _Entered:
    sent = ((sender, o) for (sender, _), many in book.returns.items() for o in many)
    by_heir = entered_by_heir(book.db, period, book.successions)
    part = in_part(sent, book.successions, period, by_heir)
    return _Entered(by_heir=by_heir, part=part)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Around:
    """What is known of units beside their reports."""

    plans: Mapping[AgencyId, UnitPlan]
    contacts: Mapping[AgencyId, Contact]
    calls: Mapping[AgencyId, Call]
    rates: Mapping[AgencyId, Mapping[int, Rate]]


def _around(
    book: _Book, period: Period, rates: Mapping[AgencyId, Mapping[int, Rate]]
) -> _Around:
    return _Around(
        plans=newest_plans(records.find(book.db, UnitPlan), year_of(period)),
        contacts={one.id: one for one in records.find(book.db, Contact)},
        calls=last_calls(book.db, book.successions),
        rates=rates,
    )


def _unit(
    book: _Book,
    agency: Agency,
    due: dt.date | None,
    here: tuple[rules.Key, _Entered],
    around: _Around,
) -> UnitState:
    key, entered = here
    returns = book.returns.get((agency.id, key), ())
    forms = book.forms.get((agency.id, key), ())
    entries, heir = entered.entries(agency.id), book.now_is(agency.id)
    return UnitState(
        agency=agency,
        plan=around.plans.get(agency.id),
        entries=entries,
        last_day=entered.last_day(agency.id),
        standing=rules.standing(
            returns, forms, entries, part=agency.id in entered.part
        ),
        due=due,
        left=days_left(due, book.now.date()) if due else None,
        came=rules.came_on(returns, book.now.tzinfo),
        form=forms[0] if forms else None,
        ret=rules.speaking(returns),
        contact=around.contacts.get(heir) or around.contacts.get(agency.id),
        call=around.calls.get(heir),
        rates=around.rates.get(heir, {}),
    )


def _rates(
    book: _Book, last: int, progress: Progress
) -> dict[AgencyId, dict[int, Rate]]:
    """Return the reports of each year up to one, unit by unit as they are today.

    A report that is not due yet is not counted: nobody can be late with it.
    """
    found: defaultdict[AgencyId, dict[int, Rate]] = defaultdict(dict)
    years = range(book.plan.first_day.year, last + 1)
    for number, year in enumerate(years):
        progress(Step("reading", number, len(years)))
        for period in rules.periods_owed(book.deadlines, book.plan, year):
            due = rules.due_day(book.deadlines, book.plan, period)
            if due is None or due >= book.now.date():
                continue
            for agency, rate in _of_period(book, period, due):
                heir = book.now_is(agency)
                found[heir][year] = found[heir].get(year, Rate()) + rate
    return found


def _of_period(
    book: _Book, period: Period, due: dt.date
) -> Iterable[tuple[AgencyId, Rate]]:
    key = rules.key_of_period(period)
    asked = _asked(book, period)
    everybody = all((one.id, key) in book.returns for one in asked)
    entered = None if everybody else _entered(book, period)
    for one in asked:
        returns = book.returns.get((one.id, key), ())
        entries = entered.entries(one.id) if entered else 0
        part = entered is not None and one.id in entered.part
        far = rules.standing(returns, (), entries, part=part)
        yield one.id, rules.rate(far, rules.came_on(returns, book.now.tzinfo), due)


def _together(rates: Mapping[AgencyId, Mapping[int, Rate]]) -> dict[int, Rate]:
    found: dict[int, Rate] = {}
    for of_unit in rates.values():
        for year, rate in of_unit.items():
            found[year] = found.get(year, Rate()) + rate
    return dict(sorted(found.items()))
