"""Give a target another version from a day on, by a decision."""

import datetime as dt
from dataclasses import replace

from desktop.errors import ConflictError, InputError, Problem
from desktop.operations.entries.read_known import read_known
from desktop.operations.outcome import Outcome
from desktop.operations.plans.put_milestones import milestone_id
from desktop.records.identity import TargetId
from desktop.records.plan import Plan
from desktop.records.target import Milestone, Target
from desktop.rules import entry
from desktop.rules.dates import format_date
from desktop.rules.target_checks import (
    first_day,
    last_day,
    reference_problems,
    target_problems,
)
from desktop.store import records
from desktop.store.store import Store


def new_target_version(
    store: Store, target: Target, from_day: dt.date, decision: str
) -> Outcome[Target]:
    """Close the version in force the day before, and go on with another.

    Args:
        store: The open office.
        target: The new version's words and numbers; its id says which version it
            follows.
        from_day: Its first day; it lasts as long as the version before would have.
        decision: Number and symbol of the document that sets it.

    Raises:
        InputError: The day is not inside the days of the version before, no decision
            is named, or the rules of targets refuse the new version.
        ConflictError: There is no such target or plan.
    """
    old = records.get(store.reader, Target, target.id)
    plan = records.get(store.reader, Plan, target.plan)
    if old is None or plan is None:
        raise ConflictError("no_target", target.id)
    made = entry.clean(_next(target, old, from_day, decision))
    closed = replace(old, valid_to=from_day - dt.timedelta(days=1))
    every = records.find(store.reader, Target, where={"plan": plan.id})
    others = [closed if one.id == old.id else one for one in every]
    found = (*_day(old, plan, from_day), *_decision(made))
    found = found or target_problems(made, plan, others)
    found = (*found, *reference_problems(made, read_known(store)))
    if any(one.blocking for one in found):
        raise InputError(found)
    with store.change("new_target_version", f"{made.code} {made.label}") as change:
        records.put(change, closed)
        records.put(change, made)
        for one in records.find(change.db, Milestone, where={"target": old.id}):
            copied = replace(one, id=milestone_id(made.id, one.year), target=made.id)
            records.put(change, copied)
    return Outcome(made, change.touched)


def _next(target: Target, old: Target, from_day: dt.date, decision: str) -> Target:
    return replace(
        target,
        id=TargetId(f"{old.goal}@{from_day:%Y-%m-%d}"),
        code=old.code,
        position=old.position,
        valid_from=from_day,
        valid_to=old.valid_to,
        decision=decision,
    )


def _day(old: Target, plan: Plan, from_day: dt.date) -> tuple[Problem, ...]:
    first, last = first_day(old, plan), last_day(old, plan)
    if first < from_day <= last:
        return ()
    facts = format_date(first + dt.timedelta(days=1)), format_date(last)
    return (Problem("valid_from", "version_day", facts),)


def _decision(made: Target) -> tuple[Problem, ...]:
    return () if made.decision.strip() else (Problem("decision", "missing"),)
