"""Keep one part of a plan: a section, a basis, a role, a value, a step of its map."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, TypeVar

from desktop.errors import ConflictError, InputError, Problem
from desktop.operations.entries.read_known import read_known
from desktop.operations.outcome import Outcome
from desktop.records.plan import (
    LegalBasis,
    Plan,
    PlanRole,
    PlanSection,
    PlanValue,
    RoadmapStep,
)
from desktop.records.task import Task
from desktop.rules import entry
from desktop.rules.numbers import format_integer
from desktop.rules.plan_checks import part_problems
from desktop.store import links, records
from desktop.store.shelves import BY_RECORD
from desktop.store.store import Store

Part = TypeVar("Part", PlanSection, LegalBasis, PlanRole, PlanValue, RoadmapStep)

_NAMES = {
    PlanSection: "section",
    LegalBasis: "basis",
    PlanRole: "role",
    PlanValue: "wording",
    RoadmapStep: "step",
}
"""What each part is called in the verbs of the journal."""


def put_section(store: Store, section: PlanSection) -> Outcome[PlanSection]:
    """Keep a section of the text. Raise InputError when it says nothing."""
    return _put(store, section)


def put_basis(store: Store, basis: LegalBasis) -> Outcome[LegalBasis]:
    """Keep a legal basis. Raise InputError when its type is not told."""
    return _put(store, basis)


def put_role(store: Store, role: PlanRole) -> Outcome[PlanRole]:
    """Keep who must do what. Raise InputError when either is not told."""
    return _put(store, role)


def put_value(store: Store, value: PlanValue) -> Outcome[PlanValue]:
    """Keep the plan's words for a catalogue's value.

    Raises:
        InputError: It has no words, or the plan words that value already.
    """
    return _put(store, value)


def put_step(store: Store, step: RoadmapStep) -> Outcome[RoadmapStep]:
    """Keep a step of the road map. Raise InputError when its years cannot be."""
    return _put(store, step)


def problems(store: Store, part: object) -> tuple[Problem, ...]:
    """Return what is wrong or doubtful with a part, among those of its plan."""
    plan = records.get(store.reader, Plan, part.plan)  # type: ignore[attr-defined]
    if plan is None:
        raise ConflictError("no_plan", str(part.plan))  # type: ignore[attr-defined]
    found = [*part_problems(part, plan), *entry.problems(part, read_known(store))]
    if isinstance(part, PlanValue):
        same = {"plan": plan.id, "catalogue": part.catalogue, "code": part.code}
        twins = records.find(store.reader, PlanValue, where=same)
        if any(one.id != part.id for one in twins):
            found.append(Problem("code", "worded_already"))
    return tuple(dict.fromkeys(found))


def order_parts(store: Store, parts: Iterable[Part]) -> Outcome[int]:
    """Let parts of one kind stand in the order given; return how many moved."""
    with store.change("order_parts") as change:
        moved = [
            records.put(change, replace(one, position=number))
            for number, one in enumerate(parts, start=1)
        ]
    return Outcome(sum(moved), change.touched)


def remove_part(store: Store, part: Any) -> Outcome[int]:  # noqa: ANN401  of any kind
    """Remove a part.

    Raises:
        ConflictError: A task rests on the basis, or something reached names the step.
    """
    db = store.reader
    linked = 0
    if isinstance(part, LegalBasis):
        tasks = records.find(db, Task, where={"plan": part.plan})
        linked = sum(part.id in one.bases for one in tasks)
    if isinstance(part, RoadmapStep):
        linked = links.of_steps(db, (part.id,))
    if linked:
        raise ConflictError("part_linked", format_integer(linked))
    name = _NAMES[type(part)]
    with store.change(f"remove_{name}", entry.title_of(part)) as change:
        records.remove(change, type(part), part.id)
    return Outcome(1, change.touched)


def _put(store: Store, part: Part) -> Outcome[Part]:
    part = entry.clean(part)
    found = problems(store, part)
    if any(one.blocking for one in found):
        raise InputError(found)
    cls = type(part)
    if not part.position:
        part = replace(part, position=_last(store, cls, part.plan) + 1)
    known = records.get(store.reader, cls, BY_RECORD[cls].key(part))
    verb = f"{'add' if known is None else 'amend'}_{_NAMES[cls]}"
    with store.change(verb, entry.title_of(part)) as change:
        records.put(change, part)
    return Outcome(part, change.touched)


def _last(store: Store, cls: type[Part], plan: str) -> int:
    every = records.find(store.reader, cls, where={"plan": plan})
    return max((one.position for one in every), default=0)
