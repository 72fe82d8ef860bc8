"""Join several agencies' entries of one event, so that it is counted once."""

from collections.abc import Iterable
from dataclasses import replace

from desktop.errors import ConflictError, UnknownNameError
from desktop.files import catalogue
from desktop.operations.entries.record_entry import record_many
from desktop.operations.outcome import Outcome
from desktop.progress import Progress, silent
from desktop.records.activity import Activity
from desktop.records.identity import RecordId
from desktop.records.register import Field, FieldType
from desktop.rules.joint_events import (
    Joining,
    SharedEvent,
    Sum,
    account,
    refusal,
    with_lead,
)
from desktop.store import joint_events, records
from desktop.store.store import Store


def plan_joining(store: Store, lead: RecordId, others: Iterable[RecordId]) -> Joining:
    """Return what joining entries to a lead would do; nothing is stored.

    An entry joined elsewhere stands for its whole event: naming it as lead among
    others of its event moves the lead, and otherwise means the event it belongs to.

    Raises:
        UnknownNameError: There is no activity of that id.
        ConflictError: They cannot be accounts of one event: of another kind, not held,
            of one agency, days far apart, or there is but one.
    """
    with store.reading():
        chosen = tuple(dict.fromkeys(RecordId(one) for one in others))
        head = _head(store, _get(store, lead), chosen)
        joined = _whole(store, head, chosen)
    _refuse(head, joined)
    standing = (head, *joined)
    return Joining(
        lead=with_lead(head, joined), joined=joined, sums=_sums(standing, head)
    )


def join(
    store: Store,
    lead: RecordId,
    others: Iterable[RecordId],
    _progress: Progress = silent,
) -> Outcome[Joining]:
    """Join entries to a lead as one deed, named after the event.

    Raises:
        UnknownNameError: There is no activity of that id.
        ConflictError: As of `plan_joining`.
    """
    planned = plan_joining(store, lead, others)
    with store.change("join_events", planned.lead.title) as change:
        records.put(change, planned.lead)
        for one in planned.joined:
            records.put(change, replace(one, joined_to=planned.lead.id))
    return Outcome(planned, change.touched)


def record_joined(
    store: Store, one: Activity, lead: RecordId, progress: Progress = silent
) -> Outcome[object]:
    """Keep an entry, new or amended, joined to the entry its event is counted in.

    Raises:
        InputError: The rules of entry refuse it; nothing is kept.
        UnknownNameError: There is no activity to join it to.
    """
    head = _get(store, lead)
    if head.joined_to is not None:
        head = _get(store, head.joined_to)
    both = (replace(one, joined_to=head.id), with_lead(head, (one,)))
    outcome = record_many(store, both, "record", one.title, progress)
    return Outcome(outcome.value[0], outcome.touched)


def unjoin(
    store: Store, ids: Iterable[RecordId], _progress: Progress = silent
) -> Outcome[tuple[RecordId, ...]]:
    """Take entries out of their event as one deed; a lead frees all that are joined.

    Partners and tasks the lead took over stay with it: they may have been its own.

    Returns:
        The entries that are counted by themselves again.

    Raises:
        UnknownNameError: There is no activity of that id.
        ConflictError: None of them shares an event.
    """
    chosen = [_get(store, one) for one in ids]
    freed = {
        one.id: one
        for record in chosen
        for one in (record, *joint_events.joined_to(store.reader, record.id))
        if one.joined_to is not None
    }
    if not freed:
        raise ConflictError("event_alone")
    with store.change("unjoin_events", chosen[0].title) as change:
        for one in freed.values():
            records.put(change, replace(one, joined_to=None))
    return Outcome(tuple(freed), change.touched)


def read_event(store: Store, one: RecordId) -> SharedEvent | None:
    """Return the event an entry shares with others; None when it stands alone."""
    with store.reading() as db:
        return joint_events.event_of(db, one)


def refuse_removal(store: Store, ids: Iterable[str]) -> None:
    """Check that no entry to be removed is the one others are counted in.

    Raises:
        ConflictError: Entries that stay are joined to one of them.
    """
    gone = set(ids)
    for one in gone:
        left = [
            other.id
            for other in joint_events.joined_to(store.reader, RecordId(one))
            if other.id not in gone
        ]
        if left:
            title = _get(store, RecordId(one)).title
            raise ConflictError("event_led", title, str(len(left)))


def _get(store: Store, one: RecordId) -> Activity:
    found = records.get(store.reader, Activity, one)
    if found is None:
        raise UnknownNameError("activity", one, ())
    return found


def _head(store: Store, lead: Activity, chosen: tuple[RecordId, ...]) -> Activity:
    """Return the entry that will be counted."""
    if lead.joined_to is None or lead.joined_to in chosen:
        return lead
    return _get(store, lead.joined_to)


def _whole(
    store: Store, head: Activity, chosen: tuple[RecordId, ...]
) -> tuple[Activity, ...]:
    """Return the entries to be joined, with those joined to any of them."""
    found: dict[RecordId, Activity] = {}
    for one in (_get(store, each) for each in chosen):
        for each in (one, *joint_events.joined_to(store.reader, one.id)):
            found[each.id] = each
    found.pop(head.id, None)
    return tuple(found.values())


def _refuse(head: Activity, joined: tuple[Activity, ...]) -> None:
    if not joined:
        raise ConflictError("event_alone")
    every = [account(one) for one in (head, *joined)]
    for number, one in enumerate(every):
        for other in every[number + 1 :]:
            reason = refusal(one, other)
            if reason:
                raise ConflictError(reason, one.title, other.title)


def _sums(standing: tuple[Activity, ...], head: Activity) -> tuple[Sum, ...]:
    """Return what totals hold of the entries now and will hold of the lead alone."""
    counted = [one for one in standing if one.joined_to is None]
    found = [Sum(field=None, before=len(counted), after=1)]
    for field in _added(head):
        before = sum(_amount(one, field) for one in counted)
        after = _amount(head, field)
        if before != after:
            found.append(Sum(field=field, before=before, after=after))
    return tuple(found)


def _added(one: Activity) -> tuple[Field, ...]:
    fields = next(
        register.fields
        for register in catalogue.load_registers()
        if register.kind == one.kind.value
    )
    kinds = (FieldType.INTEGER, FieldType.STAFF, FieldType.SPENDING)
    return tuple(field for field in fields if field.type in kinds)


def _amount(one: Activity, field: Field) -> int:
    held = getattr(one, field.name)
    if field.type is FieldType.STAFF:
        return sum(row.people for row in held)
    if field.type is FieldType.SPENDING:
        return sum(row.spent for row in held)
    return int(held or 0)
