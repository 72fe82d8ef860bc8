"""Read the deadline board: every duty, and of those owed here what has come."""

from dataclasses import replace
from typing import Any

from desktop.operations.agencies.read_agencies import agencies_on
from desktop.operations.figures.compute_results import read_office, span_of
from desktop.operations.periods.read_deadlines import Due, read_deadlines
from desktop.operations.units.read_units import (
    accepted_from,
    entered_by_heir,
    owing,
    read_in_part,
    speaking_of,
)
from desktop.progress import Progress, silent
from desktop.records.agency import Agency, Succession
from desktop.records.identity import AgencyId
from desktop.records.period import Period
from desktop.records.task import Task
from desktop.rules.calendar import year_of
from desktop.rules.succession import is_itself
from desktop.store import records
from desktop.store.store import Store


def read_board(
    store: Store, period: Period, _progress: Progress = silent
) -> tuple[Due, ...]:
    """Return the duties of the period's year, with the units that have figures in it.

    A unit counts as having reported once it has an entry in the period, unless it
    sends files and they tell only of an earlier part of it, or what it sent for it was
    accepted. Units are counted as who they are when the period ends, and only at the
    duties that ask for such a period, where any does.

    Raises:
        ConflictError: The file holds no office yet.
    """
    own = read_office(store).preferences.agency
    with store.reading() as db:
        agencies = agencies_on(store, span_of(period).last)
        successions = records.find(db, Succession)
        came = accepted_from(db, period, successions)
        entered = entered_by_heir(db, period, successions)
        part = read_in_part(db, period, successions, entered)
        came |= frozenset(map(AgencyId, entered)) - part
        dues = read_deadlines(store, year_of(period))
        counted = _of_such_a_period(dues, period)
        found = {one.key: _asked(db, one, agencies, own, period) for one in counted}
    return tuple(
        _counted(one, found[one.key], came) if one.key in found else one for one in dues
    )


def _asked(
    db: Any,  # noqa: ANN401  only `store` knows what a database is
    due: Due,
    agencies: tuple[Agency, ...],
    own: AgencyId,
    period: Period,
) -> tuple[Agency, ...]:
    """Return who owes what is due, as who they are when the period ends."""
    tasks = records.find(db, Task, where={"plan": due.deadline.plan})
    successions = records.find(db, Succession)
    asked = owing(
        (due.deadline,), agencies, tasks, own, period, successions=successions
    )
    last = period.last_day
    return tuple(one for one in asked if is_itself(one.id, successions, last))


def _of_such_a_period(dues: tuple[Due, ...], period: Period) -> tuple[Due, ...]:
    """Return the duties to this office that ask for such a period; all where none."""
    to_here = [one for one in dues if one.to_here]
    speaking = speaking_of(period, [one.deadline for one in to_here])
    known = {one.id for one in speaking}
    return tuple(one for one in to_here if one.deadline.id in known)


def _counted(due: Due, units: tuple[Agency, ...], came: frozenset[AgencyId]) -> Due:
    return replace(
        due,
        received=tuple(one for one in units if one.id in came),
        missing=tuple(one for one in units if one.id not in came),
    )
