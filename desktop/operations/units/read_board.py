"""Read the deadline board: every duty, and of those owed here what has come."""

from dataclasses import replace

from desktop.operations.agencies.read_agencies import agencies_on
from desktop.operations.figures.compute_results import read_office, span_of
from desktop.operations.periods.read_deadlines import Due, read_deadlines
from desktop.operations.units.read_units import accepted_from, owing, read_in_part
from desktop.progress import Progress, silent
from desktop.records.agency import Agency, Succession
from desktop.records.identity import AgencyId
from desktop.records.period import Period
from desktop.records.task import Task
from desktop.rules.calendar import year_of
from desktop.store import records, totals
from desktop.store.store import Store


def read_board(
    store: Store, period: Period, _progress: Progress = silent
) -> tuple[Due, ...]:
    """Return the duties of the period's year, with the units that have figures in it.

    A unit counts as having reported once it has an entry in the period, unless it
    sends files and they tell only of an earlier part of it, or what it sent for it was
    accepted.

    Raises:
        ConflictError: The file holds no office yet.
    """
    own = read_office(store).preferences.agency
    with store.reading() as db:
        agencies = agencies_on(store, span_of(period).last)
        successions = records.find(db, Succession)
        came = accepted_from(db, period, successions)
        entered = totals.entered(db, span_of(period))
        part = read_in_part(db, period, successions, entered)
        came |= frozenset(map(AgencyId, entered)) - part
        dues = read_deadlines(store, year_of(period))
        return tuple(
            _counted(
                due,
                owing(
                    (due.deadline,),
                    agencies,
                    records.find(db, Task, where={"plan": due.deadline.plan}),
                    own,
                    period,
                    successions=successions,
                ),
                came,
            )
            if due.to_here
            else due
            for due in dues
        )


def _counted(due: Due, units: tuple[Agency, ...], came: frozenset[AgencyId]) -> Due:
    return replace(
        due,
        received=tuple(one for one in units if one.id in came),
        missing=tuple(one for one in units if one.id not in came),
    )
