"""Hand on to heirs what plans ask of agencies: duties, scopes and the plans themselves.

Entries stay with whoever made them.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace

from desktop.operations.agencies.succeeding import Decided
from desktop.operations.plans.put_milestones import milestone_id
from desktop.records.agency import Agency
from desktop.records.identity import AgencyId, TargetId
from desktop.records.period import Deadline
from desktop.records.plan import Plan, PlanState
from desktop.records.target import Milestone, Target
from desktop.rules.succession import eve
from desktop.store import preferences, records
from desktop.store.store import Change

Heirs = Mapping[AgencyId, AgencyId]
"""The only heir of each agency that ended."""


def hand_on(change: Change, heirs: Heirs, carriers: Heirs, decided: Decided) -> None:
    """Hand on duties, scopes of targets and open plans from a day on.

    Args:
        change: The deed it is part of.
        heirs: Who takes over from whom.
        carriers: Who carries on the plans of whom.
        decided: From which day, and by what decision.
    """
    move_deadlines(change, heirs)
    move_scopes(change, heirs, decided)
    carry_plans(change, carriers, decided.day)


def move_deadlines(change: Change, heirs: Heirs) -> None:
    """Let heirs owe, and receive, what was owed by and to those before them.

    Who receives it is told by the heir's name: the one the plan prints is no more.
    """
    for one in records.find(change.db, Deadline):
        moved = replace(one, owing=_moved(one.owing, heirs))
        heir = heirs.get(one.recipient) if one.recipient else None
        known = records.get(change.db, Agency, heir) if heir else None
        if known is not None:
            moved = replace(moved, recipient=known.id, recipient_text=known.name)
        records.put(change, moved)


def move_scopes(change: Change, heirs: Heirs, decided: Decided) -> None:
    """Give each target whose scope changes a new version from a day on."""
    plans = {one.id: one for one in records.find(change.db, Plan)}
    for target in records.find(change.db, Target):
        plan = plans[target.plan]
        supplier = target.supplier and heirs.get(target.supplier, target.supplier)
        after = replace(target, scope=_moved(target.scope, heirs), supplier=supplier)
        if after == target or (target.valid_to or plan.last_day) < decided.day:
            continue
        if (target.valid_from or plan.first_day) >= decided.day:
            records.put(change, after)
        else:
            _new_version(change, target, after, decided)


def carry_plans(change: Change, carriers: Heirs, day: dt.date) -> None:
    """Let heirs carry on the open plans of those who ended."""
    for plan in records.find(change.db, Plan):
        carrier = carriers.get(plan.carried_by or plan.issuer)
        if carrier is None or plan.state is PlanState.CLOSED or plan.last_day < day:
            continue
        records.put(change, replace(plan, carried_by=carrier, carried_from=day))


def move_recipient(change: Change, heirs: Heirs) -> None:
    """Let the office's reports go to the heir of the agency they went to."""
    kept = preferences.get(change.db)
    if kept is None or kept.recipient is None:
        return
    heir = heirs.get(kept.recipient, kept.recipient)
    preferences.put(change, replace(kept, recipient=heir))


def _moved(agencies: Iterable[AgencyId], heirs: Heirs) -> tuple[AgencyId, ...]:
    """Return the agencies with heirs in the places of those who ended, each once."""
    return tuple(dict.fromkeys(heirs.get(one, one) for one in agencies))


def _new_version(
    change: Change, before: Target, after: Target, decided: Decided
) -> None:
    """End one version of a target and begin another, with its planned numbers."""
    day = decided.day
    version = TargetId(f"{before.goal}@{day.isoformat()}")
    begun = replace(after, id=version, valid_from=day, decision=decided.number.strip())
    records.put(change, replace(before, valid_to=eve(day)))
    records.put(change, begun)
    for one in records.find(change.db, Milestone, where={"target": before.id}):
        copied = replace(one, id=milestone_id(version, one.year), target=version)
        records.put(change, copied)
