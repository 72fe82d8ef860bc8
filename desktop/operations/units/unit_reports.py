"""Read which units a report of the office is put together from."""

from collections.abc import Iterable, Iterator

from desktop.operations.units.unit_states import UnitState, read_unit_states
from desktop.progress import Progress, silent
from desktop.records.agency import Agency, Succession
from desktop.records.identity import AgencyId
from desktop.records.period import Period
from desktop.records.returns import Return, ReturnState
from desktop.rules import unit_states as rules
from desktop.rules.reports.facts import UnitReport
from desktop.rules.unit_states import Standing
from desktop.store import records
from desktop.store.store import Store


def unit_reports(
    store: Store, period: Period, progress: Progress = silent
) -> tuple[UnitReport, ...]:
    """Return how each unit that must report has, and who else sent a report.

    Nothing is told where none sent anything on the period.

    Raises:
        ConflictError: The file holds no office yet.
        Cancelled: The user asked to stop.
    """
    sent = records.find(store.reader, Return)
    if not sent:
        return ()
    states = read_unit_states(store, period, progress).units
    others = _unasked(store, period, sent, {one.agency.id for one in states})
    found = (*map(_report, states), *others)
    part = any(one.standing is Standing.PART for one in states)
    return found if part or any(one.day is not None for one in found) else ()


def _report(unit: UnitState) -> UnitReport:
    stands = unit.ret
    if stands is None or stands.state is not ReturnState.ACCEPTED:
        return UnitReport(agency=unit.agency, missing=not unit.reported)
    return _as_sent(unit.agency, stands)


def _unasked(
    store: Store, period: Period, sent: Iterable[Return], asked: set[AgencyId]
) -> Iterator[UnitReport]:
    """Yield the reports that stand of units nobody asked: they are counted, too."""
    key = rules.key_of_period(period)
    agencies = records.find(store.reader, Agency)
    known = frozenset(one.id for one in agencies)
    successions = records.find(store.reader, Succession)
    newest: dict[AgencyId, Return] = {}
    for one in sorted(sent, key=lambda each: (each.version, each.slip)):
        of = rules.key_of(one.period_code, one.first_day, one.last_day)
        if one.state is ReturnState.ACCEPTED and of == key:
            newest[rules.sender_of(one, known, successions)] = one
    for agency in agencies:
        if agency.id in newest and agency.id not in asked:
            yield _as_sent(agency, newest[agency.id])


def _as_sent(agency: Agency, stands: Return) -> UnitReport:
    return UnitReport(
        agency=agency,
        missing=False,
        day=stands.received_at.date(),
        version=stands.version,
        slip=stands.slip,
        entries=stands.entries,
        attendance=stands.attendance,
        control=stands.control,
    )
