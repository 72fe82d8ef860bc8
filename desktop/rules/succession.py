"""Which agency an agency is on a day: its name then, and who took over from it.

Agencies are renamed, merged, split and replaced by decisions (domain, 5); what was
counted for one belongs to whoever took over from it alone.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from desktop.records.agency import Agency, FormerName, Succession
from desktop.records.identity import AgencyId
from desktop.rules.vietnamese import slug

_ONE_DAY = dt.timedelta(days=1)


def as_of(agency: Agency, former_names: Iterable[FormerName], day: dt.date) -> Agency:
    """Return an agency with the name and place it had on a day."""
    then = [
        one for one in former_names if one.agency == agency.id and day <= one.last_day
    ]
    if not then:
        return agency
    name = min(then, key=lambda one: one.last_day)
    return replace(
        agency,
        name=name.name,
        short_name=name.short_name,
        tier=name.tier,
        parent=name.parent,
        code=name.code,
    )


def all_as_of(
    agencies: Iterable[Agency], former_names: Iterable[FormerName], day: dt.date
) -> tuple[Agency, ...]:
    """Return agencies with the names and places they had on a day, in their order."""
    by_agency: defaultdict[AgencyId, list[FormerName]] = defaultdict(list)
    for one in former_names:
        by_agency[one.agency].append(one)
    return tuple(as_of(one, by_agency.get(one.id, ()), day) for one in agencies)


def exists(agency: Agency, first: dt.date, last: dt.date) -> bool:
    """Tell whether an agency existed on any day from the first to the last."""
    return (agency.valid_from is None or agency.valid_from <= last) and (
        agency.valid_to is None or agency.valid_to >= first
    )


def today(
    agency: AgencyId, successions: Iterable[Succession], day: dt.date
) -> AgencyId:
    """Return who an agency is on a day: itself, or the only one who took over.

    One that was split, and whose parts are still apart, has no single heir: it stays
    what it was, and `heirs` tells its parts.
    """
    found = heirs(agency, successions, day)
    if len(found) == 1:
        return found[0]
    step = _step(agency, successions, day)
    if step is None or len(step.successors) != 1:
        return agency
    return today(step.successors[0], _after(step, successions), day)


def heirs(
    agency: AgencyId, successions: Iterable[Succession], day: dt.date
) -> tuple[AgencyId, ...]:
    """Return all who carry an agency on, on a day; itself while nobody took over."""
    known = tuple(successions)
    step = _step(agency, known, day)
    if step is None or not step.successors:
        return (agency,)
    later = _after(step, known)
    return tuple(
        dict.fromkeys(
            heir for one in step.successors for heir in heirs(one, later, day)
        )
    )


def forebears(
    agency: AgencyId, successions: Sequence[Succession], day: dt.date
) -> tuple[AgencyId, ...]:
    """Return all whose only heir an agency is on a day, those before it first.

    The agency itself is not among them.
    """
    before = _before(agency, successions, day)
    return tuple(one for one in before if today(one, successions, day) == agency)


def is_itself(
    agency: AgencyId, successions: Iterable[Succession], day: dt.date
) -> bool:
    """Tell whether nobody took over from an agency by a day."""
    return heirs(agency, successions, day) == (agency,)


def carried_on(
    agency: AgencyId, successions: Sequence[Succession], day: dt.date
) -> tuple[AgencyId, ...]:
    """Return an agency, and all it carries on by a day, alone or with others.

    What it tells of days before it took over is told of them too (domain, 5).
    """
    before = _before(agency, successions, day)
    return agency, *(one for one in before if agency in heirs(one, successions, day))


def boundaries(
    values: Mapping[AgencyId, Decimal], successions: Iterable[Succession], day: dt.date
) -> dict[AgencyId, Decimal]:
    """Return figures as reported then on the boundaries of a day; their sum stays.

    What was counted for one that was split stays under its old name: nobody counted
    which part it fell to.
    """
    known = tuple(successions)
    found: defaultdict[AgencyId, Decimal] = defaultdict(Decimal)
    for agency, value in values.items():
        found[today(agency, known, day)] += value
    return dict(found)


def new_agency_id(name: str, taken: Collection[str]) -> AgencyId:
    """Return an id for a new agency, made of its name, that no other has."""
    stem = slug(name) or "agency"
    names = (stem, *(f"{stem}-{number}" for number in range(2, len(taken) + 3)))
    return AgencyId(next(one for one in names if one not in taken))


def eve(day: dt.date) -> dt.date:
    """Return the day before: the last of what came before."""
    return day - _ONE_DAY


def _before(
    agency: AgencyId, successions: Sequence[Succession], day: dt.date
) -> list[AgencyId]:
    """Return all from whom a way leads to an agency by a day, in the order of steps.

    They are looked for from the agency backwards: a province has thousands that ended,
    and few of them lead to one of its units.
    """
    happened = [one for one in successions if one.day <= day]
    reached = {agency}
    while more := _leading_to(reached, happened) - reached:
        reached |= more
    known = dict.fromkeys(one for each in happened for one in each.predecessors)
    return [one for one in known if one in reached and one != agency]


def _leading_to(
    agencies: set[AgencyId], successions: Iterable[Succession]
) -> set[AgencyId]:
    """Return who was taken over by any of some agencies, in one step."""
    steps = (one for one in successions if not agencies.isdisjoint(one.successors))
    return {one for each in steps for one in each.predecessors}


def _step(
    agency: AgencyId, successions: Iterable[Succession], day: dt.date
) -> Succession | None:
    """Return what ended an agency by a day; one among its own heirs went on."""
    ends = (
        one
        for one in successions
        if agency in one.predecessors
        and agency not in one.successors
        and one.day <= day
    )
    return min(ends, key=lambda one: one.day, default=None)


def _after(step: Succession, successions: Iterable[Succession]) -> list[Succession]:
    """Return what happened from a step on, without it: no chain runs in a ring."""
    return [one for one in successions if one.id != step.id and one.day >= step.day]
