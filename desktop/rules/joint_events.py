"""Events several agencies held together: which entries may be joined, and to which.

One entry, the lead, is counted; the others are its accounts by the other agencies and
stay in the figures of their own agency. There are no chains: an account is joined to
an entry that is joined to none.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from desktop.errors import Problem
from desktop.records.activity import Activity, ActivityKind, ActivityState
from desktop.records.identity import AgencyId, RecordId
from desktop.records.register import Field

REACH = dt.timedelta(days=7)
"""How far apart the days of accounts of one event may lie."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What decides whether an entry tells of an event others tell of."""

    id: RecordId
    kind: ActivityKind
    state: ActivityState
    agency: AgencyId
    title: str
    first_day: dt.date
    last_day: dt.date
    joined_to: RecordId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedEvent:
    """The entry that is counted, and the accounts joined to it."""

    lead: Account
    joined: tuple[Account, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """One number of the entries, as totals hold it before and after."""

    field: Field | None
    """None: the entries themselves."""
    before: int
    after: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Joining:
    """What joining does: which entry is counted, and what totals lose by it."""

    lead: Activity
    """As it will stand, with the partners and tasks of the others."""
    joined: tuple[Activity, ...]
    sums: tuple[Sum, ...]

    @property
    def unchanged(self) -> bool:
        """Tell whether the entries are joined this way already."""
        return all(one.joined_to == self.lead.id for one in self.joined)


Events = Mapping[RecordId, SharedEvent]
"""Shared events by the entry that is counted."""


def account(record: Activity) -> Account:
    """Return what of an entry decides whether it may be joined."""
    return Account(
        id=record.id,
        kind=record.kind,
        state=record.state,
        agency=record.agency,
        title=record.title,
        first_day=record.first_day,
        last_day=record.last_day,
        joined_to=record.joined_to,
    )


def refusal(one: Account, other: Account) -> str:
    """Return why two entries cannot be accounts of one event; blank when they can."""
    if one.kind is not other.kind:
        return "event_other_kind"
    if not one.state is other.state is ActivityState.DONE:
        return "event_not_done"
    if one.agency == other.agency:
        return "event_same_agency"
    if _apart(one, other) > REACH:
        return "event_far_days"
    return ""


def check(record: Activity, events: Events) -> Iterator[Problem]:
    """Yield what of an entry no longer fits the event it shares with others."""
    if record.joined_to is not None:
        yield from _as_joined(record, events)
    if record.id in events:
        mine = account(record)
        for other in events[record.id].joined:
            yield from _misfit(mine, other)


def with_lead(lead: Activity, others: Iterable[Activity]) -> Activity:
    """Return the lead as the whole event's account: its tasks and who took part.

    Agencies of the others are partners, and tasks only they name are carried out too.
    """
    others = tuple(others)
    held = {lead.agency, *lead.partners}
    partners = [one.agency for one in others if one.agency not in held]
    tasks = [task for one in others for task in one.tasks if task not in lead.tasks]
    return replace(
        lead,
        joined_to=None,
        partners=(*lead.partners, *dict.fromkeys(partners)),
        tasks=(*lead.tasks, *dict.fromkeys(tasks)),
    )


def _as_joined(record: Activity, events: Events) -> Iterator[Problem]:
    """Yield what keeps an entry from being joined to the one it names."""
    lead = record.joined_to
    event = events.get(lead) if lead is not None else None
    if event is None:
        yield Problem("joined_to", "unknown_event")
        return
    chained = record.id == lead or record.id in events
    if chained or event.lead.joined_to is not None:
        yield Problem("joined_to", "event_chained")
        return
    mine = account(record)
    for other in (event.lead, *event.joined):
        if other.id != record.id:
            yield from _misfit(mine, other)


def _misfit(mine: Account, other: Account) -> Iterator[Problem]:
    reason = refusal(mine, other)
    if reason:
        yield Problem(_FIELD.get(reason, "joined_to"), reason, (other.title,))


_FIELD = {
    "event_not_done": "state",
    "event_same_agency": "agency",
    "event_far_days": "last_day",
}
"""The field in which each reason is put right."""


def _apart(one: Account, other: Account) -> dt.timedelta:
    """Return the days between two spans; nothing or less where they meet."""
    return max(one.first_day, other.first_day) - min(one.last_day, other.last_day)
