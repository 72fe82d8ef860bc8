"""Read which unit reports for which agency."""

from typing import Any

from desktop.records.agency import Agency, Succession
from desktop.records.identity import AgencyId
from desktop.records.returns import Return, ReturnKind
from desktop.rules.reporting_units import ReportingUnits, units_of
from desktop.rules.succession import today
from desktop.store import joint_events, records


def read_reporting_units(
    db: Any,  # noqa: ANN401  only `store` knows what a database is
    own: AgencyId,
) -> ReportingUnits:
    """Return the units of an office that takes packages in; else each is its own."""
    successions = records.find(db, Succession)
    senders = {
        today(one.agency, successions, one.last_day)
        for one in records.each(db, Return, where={"kind": str(ReturnKind.PACKAGE)})
        if one.was_accepted
    }
    if not senders:
        return ReportingUnits()
    return ReportingUnits(
        unit_of=units_of(records.find(db, Agency), senders, own),
        events=joint_events.accounts(db),
    )
