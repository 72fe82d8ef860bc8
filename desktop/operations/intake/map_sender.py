"""Settle once what a sender's agency, plan, task or target is here."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.errors import UnknownNameError
from desktop.operations.outcome import Outcome
from desktop.records.agency import Agency
from desktop.records.arrival import Unmapped
from desktop.records.exchange import MappedKind, Mapping
from desktop.records.plan import Plan
from desktop.records.target import Target
from desktop.records.task import Task
from desktop.store import records
from desktop.store.store import Change, Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What the officer said of one thing unknown here."""

    unmapped: Unmapped
    ours: str | None
    """Id of its like here; None: it has none."""


def map_sender(store: Store, decisions: Sequence[Decision]) -> Outcome[int]:
    """Remember what was decided, in one change; return how many are new or changed.

    Raises:
        UnknownNameError: What it is said to be is not here; or an agency is said to
            have no like, whose entries could then count for nobody.
    """
    names = {one.unmapped.name for one in decisions}
    subject = names.pop() if len(names) == 1 else str(len(decisions))
    with store.change("map_sender", subject) as change:
        many = sum(_settle(change, store, one) for one in decisions)
    return Outcome(many, change.touched)


def settled(store: Store) -> tuple[Decision, ...]:
    """Return all that was decided so far, sender by sender."""
    kept = records.find(store.reader, Mapping)
    return tuple(
        Decision(
            unmapped=Unmapped(
                sender=one.sender,
                kind=one.kind,
                theirs=one.theirs,
                name=one.theirs_name,
            ),
            ours=one.ours,
        )
        for one in sorted(kept, key=lambda each: (each.sender, each.kind, each.theirs))
    )


def likes(store: Store, kind: MappedKind) -> tuple[tuple[str, str], ...]:
    """Return ids and names of all here that something of a sender's may be."""
    db = store.reader
    if kind is MappedKind.AGENCY:
        return tuple((str(one.id), one.name) for one in records.find(db, Agency))
    if kind is MappedKind.PLAN:
        found = records.find(db, Plan)
        return tuple((str(p.id), f"{p.number} {p.title}".strip()) for p in found)
    if kind is MappedKind.TASK:
        tasks = records.find(db, Task)
        return tuple((str(t.id), f"{t.code} {t.text}") for t in tasks)
    goals = {one.goal: f"{one.code} {one.label}" for one in records.find(db, Target)}
    return tuple((str(goal), name) for goal, name in goals.items())


def _settle(change: Change, store: Store, one: Decision) -> bool:
    asked = one.unmapped
    known = {row_id for row_id, _ in likes(store, asked.kind)}
    blank = one.ours is None and asked.kind is MappedKind.AGENCY
    if blank or (one.ours is not None and one.ours not in known):
        raise UnknownNameError(
            str(asked.kind), str(one.ours or ""), tuple(sorted(known))
        )
    where = {
        "sender": asked.sender,
        "kind": str(asked.kind),
        "theirs": asked.theirs,
    }
    before = next(iter(records.find(change.db, Mapping, where=where)), None)
    if before is not None and (before.ours, before.theirs_name) == (
        one.ours,
        asked.name,
    ):
        return False
    made = Mapping(
        id=before.id if before is not None else str(change.new_id()),
        sender=asked.sender,
        kind=asked.kind,
        theirs=asked.theirs,
        theirs_name=asked.name,
        ours=one.ours,
        decided_at=store.now(),
    )
    return records.put(change, made)
