"""Let our office become another: its plans, duties and figures go on in the new one."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from desktop.errors import Problem
from desktop.files import catalogue
from desktop.operations.agencies.handing_on import hand_on
from desktop.operations.agencies.read_agencies import read_agencies
from desktop.operations.agencies.succeeding import (
    Decided,
    keep,
    move_below,
    prepared,
    refuse,
    with_agency,
)
from desktop.operations.figures.compute_results import read_office
from desktop.operations.outcome import Outcome
from desktop.records.agency import Agency, Succession
from desktop.records.identity import AgencyId
from desktop.records.plan import Plan
from desktop.records.preferences import Preferences
from desktop.rules import becoming as rules
from desktop.rules.agency_book import AgencyBook
from desktop.rules.becoming import Becoming
from desktop.rules.dates import format_date
from desktop.rules.entry_checks import doubt
from desktop.rules.office_names import Papers, with_papers
from desktop.store import preferences, records
from desktop.store.store import Change, Store


@dataclass(frozen=True, slots=True, kw_only=True)
class NewOffice:
    """What our office becomes; agencies without an id are made."""

    office: Agency
    superior: Agency | None = None
    """Who stands above it and for the territory; None: nobody of this book."""
    recipient: Agency
    """Where reports go from then on."""
    recipient_follows: bool = True
    """Whether the new recipient took over from the old one."""
    levels: str
    """Code of the preset of levels in force from then on."""
    papers: Papers
    merged: tuple[AgencyId, ...] = ()
    """Units that merged into the new territory."""
    ended: tuple[AgencyId, ...] = ()
    """Agencies that are no more; all others go on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What would become of the office, before anything is kept."""

    becoming: Becoming
    problems: tuple[Problem, ...]
    plans: tuple[Plan, ...]
    """Open plans, as they would be carried on."""


def propose_office(store: Store, new: NewOffice, decided: Decided) -> Proposal:
    """Return what would become of the office, with everything wrong or doubtful.

    Raises:
        ConflictError: The file holds no office yet.
        UnknownNameError: An agency with an id is not in the book.
    """
    office = read_office(store)
    book = read_agencies(store)
    becoming = _becoming(new, decided, office.preferences, book)
    return Proposal(
        becoming=becoming,
        problems=(
            *rules.problems(becoming, book, office.plan),
            *_levels_then(new.levels, decided.day),
            *_undecided(decided),
        ),
        plans=rules.carried(records.find(store.reader, Plan), becoming),
    )


def become_office(
    store: Store, new: NewOffice, decided: Decided
) -> Outcome[Preferences]:
    """End our office on the eve of a day and let another go on; return its settings.

    Raises:
        InputError: Something about it cannot be; nothing is kept.
        ConflictError: The file holds no office yet.
    """
    proposal = propose_office(store, new, decided)
    refuse(proposal.problems)
    becoming = proposal.becoming
    kept = read_office(store).preferences
    after = replace(
        with_papers(kept, new.papers),
        agency=becoming.office.id,
        recipient=becoming.recipient.id,
        levels=new.levels,
        began_on=decided.day,
    )
    book = read_agencies(store)
    with store.change("become_office", becoming.office.name) as change:
        _put_agencies(change, becoming, book)
        for one in becoming.happened():
            keep(change, _told(one, decided))
        move_below(
            change, rules.ended_book(becoming, book), _parents(becoming), decided.day
        )
        hand_on(change, becoming.heirs, becoming.carriers, decided)
        preferences.put(change, after)
    return Outcome(after, change.touched)


def _becoming(
    new: NewOffice, decided: Decided, kept: Preferences, book: AgencyBook
) -> Becoming:
    """Give every new agency its id, and put the office below its superior."""
    superior = new.superior and prepared(new.superior, book, decided.day)
    growing = with_agency(book, superior) if superior else book
    below = replace(new.office, parent=superior.id if superior else None)
    office = prepared(below, growing, decided.day)
    growing = with_agency(growing, office)
    return Becoming(
        before=kept.agency,
        recipient_before=kept.recipient,
        day=decided.day,
        office=office,
        superior=superior,
        recipient=prepared(new.recipient, growing, decided.day),
        recipient_follows=new.recipient_follows,
        merged=_each(new.merged, superior),
        ended=_each(new.ended, superior),
        papers=new.papers,
    )


def _each(agencies: Iterable[AgencyId], but: Agency | None) -> tuple[AgencyId, ...]:
    """Return each agency once, without the one the others merge into."""
    own = but.id if but else None
    return tuple(one for one in dict.fromkeys(agencies) if one != own)


def _levels_then(levels: str, day: dt.date) -> tuple[Problem, ...]:
    """Doubt a day on which the preset of levels was not in force."""
    for one in catalogue.load_tiers().presets:
        if one.code != levels:
            continue
        if one.valid_from is not None and day < one.valid_from:
            said = one.name, format_date(one.valid_from)
            return (doubt("levels", "levels_not_yet", *said),)
        if one.valid_to is not None and one.valid_to < day:
            said = one.name, format_date(one.valid_to)
            return (doubt("levels", "levels_no_more", *said),)
    return ()


def _undecided(decided: Decided) -> tuple[Problem, ...]:
    found = []
    if not decided.number.strip():
        found.append(doubt("decision", "no_decision"))
    return tuple(found)


def _put_agencies(change: Change, becoming: Becoming, book: AgencyBook) -> None:
    """Write who ends, and who is new."""
    known = book.by_id
    for one in rules.ended_book(becoming, book).agencies:
        records.put(change, one)
    for new in (becoming.superior, becoming.office, becoming.recipient):
        if new is not None and new.id not in known:
            records.put(change, new)


def _parents(becoming: Becoming) -> dict[AgencyId, AgencyId]:
    """Return below whom agencies come that stood below one that ended."""
    gone = dict.fromkeys(becoming.ended, becoming.head.id)
    return gone | becoming.heirs


def _told(one: Succession, decided: Decided) -> Succession:
    return replace(
        one,
        decision=decided.number.strip(),
        decided_on=decided.decided_on,
        note=decided.note.strip(),
    )
