"""What the plan asks a unit for: which registers, and which groups of staff."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from desktop.records.agency import Agency
from desktop.records.figure import Figure, Source
from desktop.records.identity import AgencyId, Code
from desktop.records.register import Register
from desktop.records.target import Formula, Target
from desktop.records.task import Task

_OF_LEADS = frozenset({Source.TALLY, Source.INHERITED, Source.ESTIMATE})
"""What only who leads a task tells: partners have no statistics of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What one unit is asked for."""

    registers: tuple[Code, ...]
    """In the order of the registers."""
    tasks: tuple[Task, ...]
    """Tasks it leads or takes part in."""
    staff_groups: tuple[Code, ...] = ()
    """Groups whose size its headcount is wanted of."""


def asked_of(  # noqa: PLR0913  all told by name
    agency: Agency,
    *,
    tasks: Iterable[Task],
    targets: Iterable[Target],
    figures: Mapping[Code, Figure],
    registers: Sequence[Register],
    also: Collection[Code] = (),
    before: Collection[AgencyId] = (),
) -> Asked:
    """Return what a plan asks of a unit.

    A task asks for the registers its figures are counted from (001-N*); a target for
    the headcount of its group (001-T2) and the check of the spokesperson (001-T1); the
    unit's own plan is asked of everybody (001-R2).

    Args:
        agency: The unit.
        tasks: Tasks of the plan.
        targets: Targets in force.
        figures: Every figure by its code.
        registers: Every register, in their order.
        also: Registers wanted in any case: those with entries of the unit.
        before: Those it took over from: their tasks are its own now (domain, 5).
    """
    ids = frozenset((agency.id, *before))
    own = [one for one in tasks if not ids.isdisjoint((*one.leads, *one.partners))]
    demanded = tuple(targets)
    wanted = {code for one in own for code in _by_task(one, ids, figures, registers)}
    groups = _groups(agency, demanded)
    sources = {Source.UNIT_PLAN} if own else set()
    if groups:
        sources.add(Source.HEADCOUNT)
    if any(not ids.isdisjoint(one.scope) for one in demanded if _speaks(one)):
        sources.add(Source.SPOKESPERSON_CHECK)
    wanted |= {Code(one.code) for one in registers if one.source in sources}
    wanted |= set(also)
    return Asked(
        registers=tuple(Code(o.code) for o in registers if o.code in wanted),
        tasks=tuple(own),
        staff_groups=groups,
    )


def _by_task(
    task: Task,
    unit: frozenset[AgencyId],
    figures: Mapping[Code, Figure],
    registers: Sequence[Register],
) -> set[Code]:
    leads = not unit.isdisjoint(task.leads)
    found: set[Code] = set()
    for code in task.figures:
        figure = figures.get(code)
        if figure is not None and (leads or figure.source not in _OF_LEADS):
            found |= {Code(one.code) for one in registers_of(figure, registers)}
    return found


def registers_of(figure: Figure, registers: Iterable[Register]) -> tuple[Register, ...]:
    """Return every register a figure counts entries of.

    Of one that counts events whatever their kind it is none: no one register is meant.
    """
    kinds = {
        value
        for condition in figure.where
        if condition.field == "kind" and not condition.unless
        for value in condition.values
    }
    return tuple(
        one
        for one in registers
        if one.source is figure.source and (not one.kind or one.kind in kinds)
    )


def _groups(agency: Agency, targets: Iterable[Target]) -> tuple[Code, ...]:
    """Return the groups of staff that targets over the unit's level speak of."""
    found = (
        one.staff_group
        for one in targets
        if one.formula is Formula.TRAINED
        and one.staff_group
        and (not one.staff_tiers or agency.tier in one.staff_tiers)
    )
    return tuple(dict.fromkeys(found))


def _speaks(target: Target) -> bool:
    return target.formula is Formula.SPOKESPERSON
