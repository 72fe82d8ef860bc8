"""Find out what a sender's agencies, tasks, targets and values are here."""

import collections.abc
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from desktop.operations.intake.local_rows import NO_COLUMNS, Columns, named_by
from desktop.records.agency import Agency, FormerName, Succession
from desktop.records.arrival import Unmapped
from desktop.records.catalogue import CatalogueItem
from desktop.records.exchange import MappedKind, Mapping, PackageHeader
from desktop.records.exchange_entries import Entries
from desktop.records.identity import AgencyId
from desktop.records.plan import Plan, RoadmapStep
from desktop.records.target import Target
from desktop.records.task import Task
from desktop.rules import succession
from desktop.rules.intake.heirs import heir_of
from desktop.rules.intake.sent_agencies import Here, find_agencies, find_sender
from desktop.rules.intake.sent_plan import FoundPlan, Plans, find_plan
from desktop.rules.intake.translation import Decisions, Translation
from desktop.store import records

Ids = collections.abc.Mapping[str, AgencyId]


@dataclass(slots=True)
class Office:
    """What an office knows of agencies, plans and values: read once for many files."""

    here: Here
    successions: tuple[Succession, ...]
    plans: Plans
    values: set[tuple[str, str]] = field(default_factory=set)

    def learn(self, told: Translation) -> None:
        """Know what a package added, for those that come after it."""
        if told.added:
            agencies = (*self.here.agencies, *told.added)
            self.here = replace(self.here, agencies=agencies)
        self.values.update((one.catalogue, str(one.code)) for one in told.values)


def read_office(db: Any) -> Office:  # noqa: ANN401  a connection
    """Read what an office knows."""
    decisions = Decisions(records.find(db, Mapping))
    return Office(
        here=Here(
            agencies=records.find(db, Agency),
            former_names=records.find(db, FormerName),
            decisions=decisions,
        ),
        successions=records.find(db, Succession),
        plans=Plans(
            plans=records.find(db, Plan),
            tasks=records.find(db, Task),
            targets=records.find(db, Target),
            steps=records.find(db, RoadmapStep),
            decisions=decisions,
        ),
        values={
            (one.catalogue, str(one.code)) for one in records.each(db, CatalogueItem)
        },
    )


def translate(
    office: Office,
    header: PackageHeader,
    entries: Entries,
    columns: collections.abc.Mapping[str, Columns] = NO_COLUMNS,
) -> Translation:
    """Return what the ids of a package are here, and what is to be settled first.

    Args:
        office: What is known here.
        header: What the package says of itself.
        entries: What it holds.
        columns: Rows of it that are not among the entries, by table.
    """
    found = find_sender(header.agency_id, header.agency, entries.agencies, office.here)
    if isinstance(found, Unmapped):
        return Translation(sender=None, agency=None, unmapped=(found,))
    heir = heir_of(
        found,
        header.agency,
        header.last_day,
        office.here.agencies,
        office.successions,
    )
    if heir.agency is None:
        asked = _which_part(found, header, office)
        return Translation(
            sender=found, agency=None, unmapped=(asked,), reasons=heir.reasons
        )
    named = named_by(entries, columns)
    agencies = find_agencies(
        named.get("agencies", ()),
        entries.agencies,
        office.here,
        (header.agency_id, found),
    )
    plan = find_plan(entries, named, office.plans)
    values = _new_values(entries, office.values)
    return Translation(
        sender=found,
        agency=heir.agency,
        agencies=dict(_today(agencies.ids, office.successions, header)),
        tasks=plan.tasks,
        goals=plan.goals,
        steps=plan.steps,
        added=agencies.added,
        values=values,
        unmapped=plan.unmapped,
        reasons=(*heir.reasons, *_notices(agencies.added, values, plan)),
    )


def _which_part(found: AgencyId, header: PackageHeader, office: Office) -> Unmapped:
    """Return the question which part of a unit that was split a package is of."""
    names = {one.id: one.name for one in office.here.agencies}
    parts = succession.heirs(found, office.successions, header.last_day)
    return Unmapped(
        sender=header.agency_id,
        kind=MappedKind.AGENCY,
        theirs=header.agency_id,
        name=header.agency,
        offers=tuple((str(one), names[one]) for one in parts if one in names),
    )


def _today(
    ids: Ids,
    successions: Iterable[Succession],
    header: PackageHeader,
) -> Iterator[tuple[str, AgencyId]]:
    """Yield who stands for each agency on the last day of the package."""
    steps = tuple(successions)
    for theirs, ours in ids.items():
        yield theirs, succession.today(ours, steps, header.last_day)


def _new_values(
    entries: Entries, known: set[tuple[str, str]]
) -> tuple[CatalogueItem, ...]:
    return tuple(
        one for one in entries.catalogue if (one.catalogue, str(one.code)) not in known
    )


def _notices(
    added: Iterable[Agency], values: Iterable[CatalogueItem], plan: FoundPlan
) -> Iterator[tuple[str, ...]]:
    names = [one.name for one in added]
    if names:
        yield "agencies_added", str(len(names)), ", ".join(names)
    told = [one.name for one in values]
    if told:
        yield "values_added", str(len(told)), ", ".join(told)
    left = [one for one in (*plan.tasks.values(), *plan.goals.values()) if one is None]
    if left and not plan.unmapped:
        yield "parts_left", str(len(left))
