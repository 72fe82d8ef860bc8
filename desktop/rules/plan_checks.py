"""What makes a plan and its parts acceptable; the sentences are in `wording`.

Errors stop a part from being kept; doubts (`blocking` is False) may stand.
"""

from collections.abc import Container, Iterable, Iterator, Mapping
from decimal import Decimal
from functools import singledispatch

from desktop.errors import Problem
from desktop.records.catalogue import CatalogueItem
from desktop.records.identity import AgencyId, PlanId, TaskId
from desktop.records.plan import (
    LegalBasis,
    Plan,
    PlanRole,
    PlanSection,
    PlanValue,
    RoadmapStep,
)
from desktop.records.task import Quantity, Task, TaskState
from desktop.rules.dates import format_date
from desktop.rules.entry_checks import doubt
from desktop.rules.quantities import is_split
from desktop.rules.task_tree import below

Found = Iterator[Problem]


def plan_problems(plan: Plan, plans: Iterable[Plan]) -> tuple[Problem, ...]:
    """Return what is wrong or doubtful with a plan among those of the office."""
    others = {one.id: one for one in plans if one.id != plan.id}
    return (
        *_missing(plan, "document_type", "title", "issuer", "territory"),
        *_plan_days(plan),
        *_relatives(plan, others),
    )


def reference_problems(
    plan: Plan, plans: Iterable[Plan], agencies: Container[AgencyId]
) -> tuple[Problem, ...]:
    """Return what a plan names that stands for nothing in the office's file."""
    # That a plan cannot be above or before itself is said by `plan_problems`.
    there = {plan.id} | {one.id for one in plans}
    named: tuple[tuple[str, str | None, Container[str], str], ...] = (
        ("issuer", plan.issuer, agencies, "unknown_agency"),
        ("parent", plan.parent, there, "unknown_plan"),
        ("follows", plan.follows, there, "unknown_plan"),
        ("carried_by", plan.carried_by, agencies, "unknown_agency"),
    )
    return tuple(
        Problem(name, code, (one,))
        for name, one, known, code in named
        if one and one not in known
    )


def _plan_days(plan: Plan) -> Found:
    if plan.last_day < plan.first_day:
        yield Problem("last_day", "last_before_first", (format_date(plan.first_day),))
    if plan.carried_by is not None and plan.carried_from is None:
        yield Problem("carried_from", "missing")


def _relatives(plan: Plan, others: Mapping[PlanId, Plan]) -> Found:
    """Yield what is wrong with the plan above and with the plan before."""
    for name in ("parent", "follows"):
        if _goes_round(plan, others, name):
            yield Problem(name, "plan_cycle")
    above = others.get(plan.parent) if plan.parent else None
    if above is not None:
        yield from _above(plan, above)
    before = others.get(plan.follows) if plan.follows else None
    if before is not None and before.first_day >= plan.first_day:
        yield Problem("follows", "follows_later", (format_date(before.first_day),))


def _above(plan: Plan, above: Plan) -> Found:
    if above.last_day < plan.last_day:
        facts = format_date(above.last_day), format_date(plan.last_day)
        yield Problem("parent", "parent_ends_earlier", facts)
    if above.issuer == plan.issuer:
        yield doubt("parent", "parent_same_issuer")


def _goes_round(plan: Plan, others: Mapping[PlanId, Plan], name: str) -> bool:
    """Tell whether a plan comes back to itself by its plan above, or before."""
    seen: set[PlanId] = set()
    at: PlanId | None = getattr(plan, name)
    while at is not None and at not in seen:
        if at == plan.id:
            return True
        seen.add(at)
        at = getattr(others[at], name) if at in others else None
    return False


def task_problems(task: Task, tasks: Iterable[Task]) -> tuple[Problem, ...]:
    """Return what is wrong or doubtful with a task among those of its plan."""
    others = tuple(one for one in tasks if one.id != task.id)
    return (*_missing(task, "code", "text"), *_task(task, others))


def _task(task: Task, others: tuple[Task, ...]) -> Found:
    if any(one.code == task.code for one in others):
        yield Problem("code", "code_taken", (task.code,))
    inside: frozenset[TaskId] = below(task.id, others) | {task.id}
    if task.parent is not None and task.parent in inside:
        yield Problem("parent", "task_cycle")
    elif task.parent is not None and task.parent not in {one.id for one in others}:
        yield Problem("parent", "unknown_task", (task.parent,))
    if set(task.leads) & set(task.partners):
        yield doubt("partners", "partner_is_lead")


@singledispatch
def part_problems(_part: object, _plan: Plan) -> Found:
    """Yield what is wrong with one part of a plan; the plan gives the years."""
    return iter(())


@part_problems.register
def _section(part: PlanSection, _plan: Plan) -> Found:
    if not part.heading.strip() and not part.text.strip():
        yield Problem("text", "missing")


@part_problems.register
def _basis(part: LegalBasis, _plan: Plan) -> Found:
    yield from _missing(part, "document_type")


@part_problems.register
def _role(part: PlanRole, _plan: Plan) -> Found:
    yield from _missing(part, "agency_text", "text")


@part_problems.register
def _value(part: PlanValue, _plan: Plan) -> Found:
    yield from _missing(part, "code", "text")


@part_problems.register
def _step(part: RoadmapStep, plan: Plan) -> Found:
    yield from _missing(part, "text")
    last = part.last_year
    if last is not None and last < part.first_year:
        yield Problem("last_year", "last_year_before_first", (str(part.first_year),))
    for name in ("first_year", "last_year"):
        year = getattr(part, name)
        if year is not None:
            yield from _year(year, plan, name)


@part_problems.register
def _state(part: TaskState, plan: Plan) -> Found:
    yield from _year(part.year, plan, "year")


@part_problems.register
def _quantity(part: Quantity, plan: Plan) -> Found:
    yield from _year(part.year, plan, "year")
    yield from planned_problems(part.value, part.quarters)


def planned_problems(value: Decimal, quarters: tuple[Decimal, ...]) -> Found:
    """Yield what is wrong with a year's number and its quarters."""
    if value < 0 or any(one < 0 for one in quarters):
        yield Problem("value", "negative", (_plain(min(value, *quarters, value)),))
    elif not is_split(quarters, value):
        facts = _plain(sum(quarters, Decimal(0))), _plain(value)
        yield Problem("quarters", "quarters_differ", facts)


def item_problems(
    item: CatalogueItem, items: Iterable[CatalogueItem]
) -> tuple[Problem, ...]:
    """Return what is wrong with a value among those of its catalogue."""
    others = {one.code: one for one in items if one.code != item.code}
    found = list(_missing(item, "code", "name"))
    names = {one.name.casefold() for one in others.values() if not one.retired}
    if item.name.casefold() in names and not item.retired:
        found.append(Problem("name", "name_taken", (item.name,)))
    at, seen = item.parent, set()
    while at is not None and at not in seen:
        seen.add(at)
        at = None if at == item.code or at not in others else others[at].parent
    if item.code in seen:
        found.append(Problem("parent", "value_cycle"))
    return tuple(found)


def _year(year: int, plan: Plan, field: str) -> Found:
    first, last = plan.first_day.year, plan.last_day.year
    if not first <= year <= last:
        yield Problem(field, "year_outside_plan", (str(first), str(last)))


def _missing(record: object, *names: str) -> Found:
    for name in names:
        if not str(getattr(record, name)).strip():
            yield Problem(name, "missing")


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}".replace(".", ",")
