"""Read which units a report of the office is put together from."""

from desktop.operations.units.unit_states import UnitState, read_unit_states
from desktop.progress import Progress, silent
from desktop.records.period import Period
from desktop.records.returns import Return, ReturnState
from desktop.rules.reports.facts import UnitReport
from desktop.rules.unit_states import Standing
from desktop.store import records
from desktop.store.store import Store


def unit_reports(
    store: Store, period: Period, progress: Progress = silent
) -> tuple[UnitReport, ...]:
    """Return how each unit that must report has; nothing where none sent anything.

    Raises:
        ConflictError: The file holds no office yet.
        Cancelled: The user asked to stop.
    """
    if not records.count(store.reader, Return):
        return ()
    states = read_unit_states(store, period, progress).units
    found = tuple(_report(one) for one in states)
    part = any(one.standing is Standing.PART for one in states)
    return found if part or any(one.day is not None for one in found) else ()


def _report(unit: UnitState) -> UnitReport:
    stands = unit.ret
    if stands is None or stands.state is not ReturnState.ACCEPTED:
        return UnitReport(agency=unit.agency, missing=not unit.reported)
    return UnitReport(
        agency=unit.agency,
        missing=False,
        day=stands.received_at.date(),
        version=stands.version,
        slip=stands.slip,
        entries=stands.entries,
        attendance=stands.attendance,
        control=stands.control,
    )
