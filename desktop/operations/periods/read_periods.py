"""Read how the office cuts its years, and when its plan has figures closed."""

from desktop.errors import Problem
from desktop.files import catalogue
from desktop.operations.figures.compute_results import read_office
from desktop.operations.periods.read_deadlines import due_of_report, read_work_days
from desktop.records.period import Deadline, Period, Regime
from desktop.rules import deadlines as rules
from desktop.rules.calendar import closed_on, part_of_year
from desktop.rules.deadline_entry import closing_doubt
from desktop.store import records
from desktop.store.store import Store


def regime_named(code: str, regimes: tuple[Regime, ...]) -> Regime:
    """Return the regime with a code, or the usual one where nobody knows it."""
    return next((one for one in regimes if one.code == code), regimes[0])


def period_of_year(store: Store, year: int) -> Period:
    """Return a year as the office cuts it, closed when its plan says.

    Raises:
        ConflictError: The file holds no office yet.
    """
    code = read_office(store).preferences.regime
    regime = regime_named(code, catalogue.load_regimes())
    return with_closing(store, part_of_year(year, "", regime), regime)


def with_closing(store: Store, period: Period, regime: Regime) -> Period:
    """Return a whole period closed on the day the plan tells, where it tells one."""
    if not regime.typed_closing:
        return period
    day = rules.default_closing(_deadlines(store), period)
    return period if day is None else closed_on(period, day)


def closing_doubts(store: Store, period: Period) -> tuple[Problem, ...]:
    """Return a doubt when no working day is left between closing and the last day.

    Only of a period that is closed before its end; Decree 09/2019, art. 8.
    """
    if period.closing_day == period.last_day:
        return ()
    with store.reading() as db:
        work = read_work_days(db)
        last = due_of_report(store, period)
    return () if last is None else closing_doubt(period.closing_day, last, work)


def _deadlines(store: Store) -> tuple[Deadline, ...]:
    plan = read_office(store).plan.id
    return records.find(store.reader, Deadline, where={"plan": plan})
