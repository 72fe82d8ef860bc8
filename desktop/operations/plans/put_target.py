"""Keep a target, new or in the place of the version with its id."""

from desktop.errors import ConflictError, InputError, Problem
from desktop.operations.entries.read_known import read_known
from desktop.operations.outcome import Outcome
from desktop.records.plan import Plan
from desktop.records.target import Target
from desktop.rules import entry
from desktop.rules.target_checks import reference_problems, target_problems
from desktop.store import links, records
from desktop.store.store import Store


def problems(store: Store, target: Target) -> tuple[Problem, ...]:
    """Return what is wrong or doubtful with a target among those of its plan.

    Raises:
        ConflictError: There is no such plan.
    """
    db = store.reader
    plan = records.get(db, Plan, target.plan)
    if plan is None:
        raise ConflictError("no_plan", target.plan)
    others = records.find(db, Target, where={"plan": target.plan})
    return (
        *target_problems(target, plan, others),
        *reference_problems(target, read_known(store)),
        *_code(store, target),
    )


def put_target(store: Store, target: Target) -> Outcome[Target]:
    """Keep a target in place: of a version, only that version changes.

    Raises:
        InputError: Its days overlap another version's, its numbers cannot be, its
            formula lacks what it counts, or it names what nobody knows.
    """
    target = entry.clean(target)
    found = problems(store, target)
    if any(one.blocking for one in found):
        raise InputError(found)
    known = records.get(store.reader, Target, target.id)
    verb = "add_target" if known is None else "set_target"
    with store.change(verb, f"{target.code} {target.label}") as change:
        records.put(change, target)
    return Outcome(target, change.touched)


def _code(store: Store, target: Target) -> tuple[Problem, ...]:
    """Refuse another code for a target that has versions, or to which things refer.

    They are held together by it (`Target.goal`).
    """
    kept = records.get(store.reader, Target, target.id)
    if kept is None or kept.code == target.code:
        return ()
    same = {"plan": kept.plan, "code": kept.code}
    versions = len(records.find(store.reader, Target, where=same)) - 1
    linked = links.of_goals(store.reader, (kept.goal,))
    if versions + linked:
        return (Problem("code", "goal_linked", (kept.code, str(versions + linked))),)
    return ()
