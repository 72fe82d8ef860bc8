"""Tell whose figures an agency's are: those of the unit that reports for it.

A unit that sends packages reports for every agency that stands under it; its row tells
what all of them did. An event that two of them held is the unit's own once.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from desktop.records.activity import Activity, ActivityState
from desktop.records.agency import Agency
from desktop.records.identity import AgencyId, RecordId
from desktop.rules.counting import Span
from desktop.rules.tracing.parts import Part


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportingUnits:
    """Which unit reports for which agency."""

    unit_of: Mapping[AgencyId, AgencyId] = field(default_factory=dict)
    """Of agencies that another reports for; every other reports for itself."""
    events: tuple[tuple[Activity, ...], ...] = ()
    """Accounts of each shared event, the one that is counted first."""

    def of(self, agency: AgencyId) -> AgencyId:
        """Return the unit in whose row an agency's figures stand."""
        return self.unit_of.get(agency, agency)

    def repeated(self, span: Span) -> frozenset[RecordId]:
        """Return the accounts of events of a span that their unit tells already."""
        found: set[RecordId] = set()
        for accounts in self.events:
            told: set[AgencyId] = set()
            for one in accounts:
                if one.state is not ActivityState.DONE or one.last_day not in span:
                    continue
                unit = self.of(one.agency)
                if unit in told:
                    found.add(one.id)
                told.add(unit)
        return frozenset(found)

    def regrouped(self, parts: Iterable[Part], span: Span) -> tuple[Part, ...]:
        """Return the parts of a figure by agency as those of the units."""
        left_out = {f"activities/{one}" for one in self.repeated(span)}
        return tuple(
            one._replace(group=self.of(AgencyId(one.group)))
            for one in parts
            if one.place not in left_out
        )


def units_of(
    agencies: Iterable[Agency], senders: Iterable[AgencyId], own: AgencyId
) -> dict[AgencyId, AgencyId]:
    """Return the unit that reports for each agency that does not for itself.

    Args:
        agencies: Every agency, with the one it stands under.
        senders: Those that send packages.
        own: The office, which reports for nobody's unit.
    """
    above = {one.id: one.parent for one in agencies}
    wanted = frozenset(senders) - {own}
    found: dict[AgencyId, AgencyId] = {}
    for one in above.keys() - wanted - {own} if wanted else ():
        unit = _unit(one, above, wanted)
        if unit is not None:
            found[one] = unit
    return found


def _unit(
    agency: AgencyId,
    above: Mapping[AgencyId, AgencyId | None],
    senders: frozenset[AgencyId],
) -> AgencyId | None:
    passed = {agency}
    one = above.get(agency)
    while one is not None and one not in passed:
        if one in senders:
            return one
        passed.add(one)
        one = above.get(one)
    return None
