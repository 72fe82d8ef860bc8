"""Add a plan that ships with the program to an office that works by another."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

from desktop.errors import ConflictError
from desktop.files import catalogue, plans
from desktop.operations.outcome import Outcome
from desktop.records.agency import Agency
from desktop.records.catalogue import CatalogueItem
from desktop.records.identity import AgencyId
from desktop.records.plan import Plan
from desktop.rules.vietnamese import fold
from desktop.store import records
from desktop.store.shelves import catalogue_key
from desktop.store.store import Change, Store

Record = TypeVar("Record")

_NAMING = frozenset(
    {"issuer", "carried_by", "agencies", "leads", "partners", "scope", "supplier"}
    | {"owing", "recipient", "parent"}
)
"""Fields in which parts of a plan name agencies; of a task `parent` is a task."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What came into the office with a plan."""

    plan: Plan
    agencies: int
    """How many agencies are new."""
    merged: int
    """How many of the plan's agencies the office knew already."""


def add_plan(store: Store, name: str) -> Outcome[Added]:
    """Bring a shipped plan with its agencies in; nothing of the office is overwritten.

    An agency of the plan is the office's own when it has its id, or its name or
    another spelling of it at the same level and under the same superior.

    Raises:
        UnknownNameError: No plan of that name ships.
        ConflictError: The office has the plan already.
    """
    file = plans.load_plan(name)
    db = store.reader
    here = {one.id for one in records.find(db, Plan)}
    if file.plan.id in here:
        raise ConflictError("plan_here", file.plan.title)
    office = records.find(db, Agency)
    same = match(file.agencies, office)
    new = tuple(one for one in file.agencies if one.id not in same)
    plan = _renamed(_without_strangers(file.plan, here), same)
    with store.change("add_plan", plan.title) as change:
        _put_missing_values(change)
        last = max((one.position for one in office), default=0)
        for number, one in enumerate(new, start=1):
            named = replace(one, parent=same.get(one.parent, one.parent))  # type: ignore[arg-type]
            records.put(change, replace(named, position=last + number))
        for part in (plan, *_parts(file)):
            records.put(change, part if part is plan else _renamed(part, same))
    added = Added(plan=plan, agencies=len(new), merged=len(same))
    return Outcome(added, change.touched)


def match(theirs: Iterable[Agency], ours: Iterable[Agency]) -> dict[AgencyId, AgencyId]:
    """Return which agencies of a plan are agencies of the office, by their ids."""
    ours = tuple(ours)
    by_id = {one.id: one for one in ours}
    same: dict[AgencyId, AgencyId] = {}
    for one in theirs:
        if one.id in by_id:
            same[one.id] = one.id
            continue
        alike = [each for each in ours if _alike(one, each, same)]
        if len(alike) == 1:
            same[one.id] = alike[0].id
    return same


def _alike(theirs: Agency, ours: Agency, same: Mapping[AgencyId, AgencyId]) -> bool:
    """Tell whether two agencies are one, by the full name of either."""
    if theirs.name == ours.name and theirs.valid_from == ours.valid_from:
        return True
    names = fold(theirs.name), fold(ours.name)
    known = (
        names[0] in {fold(each) for each in (ours.name, *ours.aliases)},
        names[1] in {fold(each) for each in theirs.aliases},
    )
    if not any(known):
        return False
    above = same.get(theirs.parent, theirs.parent) if theirs.parent else None
    # Many a body is called the same in every place: one of the same level under
    # another superior is another body.
    apart = bool(above and ours.parent and above != ours.parent)
    levels = bool(theirs.tier and ours.tier and theirs.tier != ours.tier)
    return not (apart or levels)


def _without_strangers(plan: Plan, here: set[Any]) -> Plan:
    """Return a plan that names only plans the office has."""
    return replace(
        plan,
        parent=plan.parent if plan.parent in here else None,
        follows=plan.follows if plan.follows in here else None,
    )


def _renamed(part: Record, same: Mapping[AgencyId, AgencyId]) -> Record:
    """Return a part in which the office's ids stand for its agencies."""
    changes: dict[str, Any] = {}
    for field in fields(part):  # type: ignore[arg-type]
        if field.name not in _NAMING:
            continue
        value = getattr(part, field.name)
        if isinstance(value, tuple):
            named = (same.get(one, one) for one in value)
            changes[field.name] = tuple(dict.fromkeys(named))
        else:
            changes[field.name] = same.get(value, value)
    return replace(part, **changes)  # type: ignore[type-var]


def _parts(file: plans.PlanFile) -> tuple[object, ...]:
    return (
        *file.sections,
        *file.bases,
        *file.values,
        *file.roles,
        *file.roadmap,
        *file.tasks,
        *file.targets,
        *file.milestones,
        *file.quantities,
        *file.deadlines,
    )


def _put_missing_values(change: Change) -> None:
    """Add the catalogues' values the office never had: the plan may name them."""
    known = {catalogue_key(one) for one in records.each(change.db, CatalogueItem)}
    for item in catalogue.load_catalogues():
        if catalogue_key(item) not in known:
            records.put(change, item)
