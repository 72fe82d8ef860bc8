"""Read which units must report for a period, and what each has entered."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from typing import Any

from desktop.files import catalogue
from desktop.operations.agencies.read_agencies import agencies_on
from desktop.operations.figures.compute_results import read_office, span_of
from desktop.operations.periods.read_deadlines import Due, due_here, read_deadlines
from desktop.progress import Progress, silent
from desktop.records.agency import Agency, Succession, UnitPlan
from desktop.records.exchange import Call, Contact
from desktop.records.identity import AgencyId
from desktop.records.period import Deadline, Period
from desktop.records.returns import Return, ReturnState
from desktop.records.task import Task
from desktop.rules.calendar import year_of
from desktop.rules.deadlines import kind_of
from desktop.rules.succession import exists, heirs, is_itself, today
from desktop.rules.unit_states import key_of, key_of_period, only_part, sender_of
from desktop.store import records, totals
from desktop.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One unit that must report, and what it has entered."""

    agency: Agency
    plan: UnitPlan | None
    """Its newest own plan of the period's last year or before."""
    entries: int
    last_day: dt.date | None
    """Day of its newest entry in the period."""
    accepted: bool = False
    """Whether what it sent for the period was accepted, entries or none."""
    part: bool = False
    """Whether its entries are only of an earlier part of the period."""
    contact: Contact | None = None
    call: Call | None = None
    """Last time it was asked, in any period."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Units:
    """All units of a period, in the order of lists, and when they are due."""

    units: tuple[Unit, ...]
    due: Due | None
    """None when the plan asks nobody to report here."""

    @property
    def silent(self) -> tuple[Unit, ...]:
        """Return the units of which no report on the whole period is here."""
        return tuple(
            one
            for one in self.units
            if not one.accepted and (one.part or not one.entries)
        )


def read_units(store: Store, period: Period, _progress: Progress = silent) -> Units:
    """Return every unit that must report for a period, as of one instant.

    Who was taken over by the end of it counts under its heir; one that was split is
    asked no more, its parts are.

    Raises:
        ConflictError: The file holds no office yet.
    """
    office = read_office(store)
    year = year_of(period)
    with store.reading() as db:
        tasks = records.find(db, Task, where={"plan": office.plan.id})
        agencies = agencies_on(store, span_of(period).last)
        successions = records.find(db, Succession)
        deadlines = records.find(db, Deadline, where={"plan": office.plan.id})
        entered = entered_by_heir(db, period, successions)
        accepted = accepted_from(db, period, successions)
        part = read_in_part(db, period, successions, entered)
        plans = newest_plans(records.find(db, UnitPlan), year)
        contacts = {one.id: one for one in records.find(db, Contact)}
        calls = last_calls(db, successions)
    own = office.preferences.agency
    to_here = speaking_of(period, [o for o in deadlines if o.recipient == own])
    asked = to_here, agencies, tasks, own, period
    wanted = owing(*asked, successions=successions)
    units = tuple(
        replace(
            _unit(one, entered.get(one.id), plans.get(one.id)),
            accepted=one.id in accepted,
            part=one.id in part,
            contact=_reached(contacts, one.id, successions),
            call=calls.get(today(one.id, successions, dt.date.max)),
        )
        for one in wanted
        if is_itself(one.id, successions, period.last_day)
    )
    known = {one.id for one in to_here}
    dues = (o for o in read_deadlines(store, year) if o.deadline.id in known)
    due = due_here(dues, office.preferences)
    return Units(units=units, due=due)


def entered_by_heir(
    db: Any,  # noqa: ANN401  only `store` knows what a database is
    period: Period,
    successions: tuple[Succession, ...],
) -> dict[str, totals.Entered]:
    """Return what units entered over a period, by who they are when it ends."""
    found: dict[str, totals.Entered] = {}
    for agency, one in totals.entered(db, span_of(period)).items():
        heir = str(today(AgencyId(agency), successions, period.last_day))
        known = found.get(heir, totals.Entered(0, one.last_day))
        last = max(known.last_day, one.last_day)
        found[heir] = totals.Entered(known.entries + one.entries, last)
    return found


def accepted_from(
    db: Any,  # noqa: ANN401  only `store` knows what a database is
    period: Period,
    successions: tuple[Succession, ...],
) -> frozenset[AgencyId]:
    """Return of whom something was accepted for a period, as who they then were."""
    known = frozenset(one.id for one in records.find(db, Agency))
    wanted = key_of_period(period)
    return frozenset(
        sender_of(one, known, successions)
        for one in records.each(db, Return, where={"state": str(ReturnState.ACCEPTED)})
        if key_of(one.period_code, one.first_day, one.last_day) == wanted
    )


def read_in_part(
    db: Any,  # noqa: ANN401  as above
    period: Period,
    successions: tuple[Succession, ...],
    entered: Mapping[str, totals.Entered],
) -> frozenset[AgencyId]:
    """Return of whom only an earlier part of a period is here, by what came in."""
    known = frozenset(one.id for one in records.find(db, Agency))
    sent = (
        (sender_of(one, known, successions), one) for one in records.each(db, Return)
    )
    return in_part(sent, successions, period, entered)


def in_part(
    sent: Iterable[tuple[AgencyId, Return]],
    successions: tuple[Succession, ...],
    period: Period,
    entered: Mapping[str, totals.Entered],
) -> frozenset[AgencyId]:
    """Return of whom only an earlier part of a period is here.

    Args:
        sent: Every file that came in, and whose it was when its period ended.
        successions: What became of agencies.
        period: What they owe a report on.
        entered: What each entered over it.
    """
    heir_of = cache(partial(today, successions=successions, day=period.last_day))
    files: defaultdict[AgencyId, list[Return]] = defaultdict(list)
    for sender, one in sent:
        files[heir_of(sender)].append(one)
    return frozenset(
        one
        for one, many in files.items()
        if one in entered and only_part(many, period, entered[one].last_day)
    )


def last_calls(
    db: Any,  # noqa: ANN401  only `store` knows what a database is
    successions: tuple[Succession, ...],
) -> dict[AgencyId, Call]:
    """Return the last time each unit was asked, by who carries it on today."""
    calls: dict[AgencyId, Call] = {}
    for one in records.each(db, Call):  # the newest first
        calls.setdefault(today(one.agency, successions, dt.date.max), one)
    return calls


def _reached(
    contacts: Mapping[AgencyId, Contact],
    agency: AgencyId,
    successions: tuple[Succession, ...],
) -> Contact | None:
    heir = today(agency, successions, dt.date.max)
    return contacts.get(heir) or contacts.get(agency)


def speaking_of(period: Period, deadlines: Sequence[Deadline]) -> Sequence[Deadline]:
    """Return the deadlines of reports on such a period; all where there is none."""
    kind = kind_of(period)
    return [one for one in deadlines if one.kind is kind] or deadlines


def owing(
    deadlines: Iterable[Deadline],
    agencies: Iterable[Agency],
    tasks: Iterable[Task],
    own: AgencyId,
    period: Period,
    *,
    successions: tuple[Succession, ...] = (),
) -> tuple[Agency, ...]:
    """Return the agencies that owe a report by any of some deadlines.

    Where none names anybody, they are those with a part in any task (001-D1), but
    nobody above the office. Whoever took over from one owes what it owed. The office
    itself does not report to itself; an agency that did not exist in the period owes
    nothing for it.
    """
    agencies = tuple(agencies)
    wanted = {agency for one in deadlines for agency in one.owing}
    if not wanted:
        taking_part = {o for task in tasks for o in (*task.leads, *task.partners)}
        wanted = taking_part - superiors(agencies, own)
    wanted |= {
        heir for one in wanted for heir in heirs(one, successions, period.last_day)
    }
    wanted -= {own}
    return tuple(
        one
        for one in agencies
        if one.id in wanted and exists(one, period.first_day, period.last_day)
    )


def superiors(agencies: Iterable[Agency], own: AgencyId) -> set[AgencyId]:
    """Return who stands above an office: its own superiors, and all of their level."""
    by_id = {one.id: one for one in agencies}
    above: set[AgencyId] = set()
    one = by_id.get(own)
    while one is not None and one.parent is not None and one.parent not in above:
        above.add(one.parent)
        one = by_id.get(one.parent)
    order = [level.code for level in catalogue.load_tiers().levels]
    tier = by_id[own].tier if own in by_id else ""
    higher = set(order[: order.index(tier)]) if tier in order else set()
    return above | {one.id for one in by_id.values() if one.tier in higher}


def newest_plans(plans: Iterable[UnitPlan], year: int) -> dict[AgencyId, UnitPlan]:
    """Return the newest own plan of each agency, of a year or before."""
    known = sorted(plans, key=lambda one: (one.year, one.issued_on))
    return {one.agency: one for one in known if one.year <= year}


def _unit(
    agency: Agency, entered: totals.Entered | None, plan: UnitPlan | None
) -> Unit:
    return Unit(
        agency=agency,
        plan=plan,
        entries=entered.entries if entered else 0,
        last_day=entered.last_day if entered else None,
    )
