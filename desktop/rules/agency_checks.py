"""What makes an agency, and what becomes of agencies, acceptable (001-F11, 001-R4)."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from desktop.errors import Problem
from desktop.records.agency import Agency, Succession, SuccessionKind
from desktop.records.identity import AgencyId
from desktop.rules.agency_book import AgencyBook, Naming
from desktop.rules.dates import format_date
from desktop.rules.entry_checks import doubt
from desktop.rules.vietnamese import exact_key

_SEVERAL = 2
"""Fewest that can merge, and fewest parts of a split."""


def check_agency(agency: Agency, book: AgencyBook) -> tuple[Problem, ...]:
    """Return what is wrong or doubtful with an agency among the others of a book.

    The agency stands for itself: what the book says of it is not looked at.
    """
    others = tuple(one for one in book.agencies if one.id != agency.id)
    whole = replace(book, agencies=(*others, agency))
    return (
        *_name(agency, whole),
        *_days(agency, whole),
        *_parent(agency, whole),
        *_tier(agency, whole),
        *_kind(agency, whole),
    )


def _name(agency: Agency, book: AgencyBook) -> Iterator[Problem]:
    if not agency.name.strip():
        yield Problem("name", "missing")
        return
    own = tuple(book.namings(agency))
    for other in book.agencies:
        same = _same_name(own, tuple(book.namings(other)))
        if other.id != agency.id and same:
            yield Problem("name", "agency_same_name", (same.name, *_span(same)))
            return


def _same_name(own: tuple[Naming, ...], others: tuple[Naming, ...]) -> Naming | None:
    """Return a name of others that is borne by both on one day."""
    return next(
        (
            other
            for other in others
            for one in own
            if exact_key(one.name) == exact_key(other.name) and one.overlaps(other)
        ),
        None,
    )


def _days(agency: Agency, book: AgencyBook) -> Iterator[Problem]:
    first, last = agency.valid_from, agency.valid_to
    if first and last and last < first:
        yield Problem("valid_to", "last_before_first", (format_date(first),))
        return
    for former in book.names_of(agency):
        known = format_date(former.last_day)
        if first and former.last_day < first:
            yield Problem("valid_from", "begins_after_name", (former.name, known))
        if last and last <= former.last_day:
            yield Problem("valid_to", "ends_before_name", (former.name, known))


def _parent(agency: Agency, book: AgencyBook) -> Iterator[Problem]:
    if agency.parent is None:
        return
    known = book.by_id
    parent = known.get(agency.parent)
    if agency.parent == agency.id:
        yield Problem("parent", "own_parent")
    elif parent is None:
        yield Problem("parent", "unknown_agency", (agency.parent,))
    elif _in_ring(agency, book):
        yield Problem("parent", "parent_ring", (parent.name,))
    else:
        yield from _parent_days(agency, parent, book)


def _in_ring(agency: Agency, book: AgencyBook) -> bool:
    """Tell whether an agency stands above itself."""
    known, seen = book.by_id, set[AgencyId]()
    at = agency.parent
    while at is not None and at not in seen:
        if at == agency.id:
            return True
        seen.add(at)
        at = known[at].parent if at in known else None
    return False


def _parent_days(agency: Agency, parent: Agency, book: AgencyBook) -> Iterator[Problem]:
    """Yield days of an agency, under its parent of now, on which that did not exist."""
    *_, mine = book.namings(agency)
    life = Naming(name="", first=parent.valid_from, last=parent.valid_to)
    facts = (parent.name, *_span(life))
    if not mine.overlaps(life):
        yield Problem("parent", "parent_not_then", facts)
    elif _sticks_out(mine, life):
        yield doubt("parent", "parent_not_always", *facts)


def _sticks_out(mine: Naming, life: Naming) -> bool:
    # A life whose first day nobody told is not held against the parent's.
    if life.first and mine.first and mine.first < life.first:
        return True
    return life.last is not None and (mine.last is None or mine.last > life.last)


def _tier(agency: Agency, book: AgencyBook) -> Iterator[Problem]:
    if agency.tier and book.tiers and agency.tier not in book.tiers:
        yield Problem("tier", "unknown_tier", (agency.tier,))


def _kind(agency: Agency, book: AgencyBook) -> Iterator[Problem]:
    if agency.kind and book.kinds and agency.kind not in book.kinds:
        yield Problem("kind", "unknown_code", (agency.kind,))


def check_succession(happened: Succession, book: AgencyBook) -> tuple[Problem, ...]:
    """Return what is wrong or doubtful with what is to become of agencies."""
    return (
        *_numbers(happened),
        *(
            problem
            for one in dict.fromkeys(happened.predecessors)
            for problem in _predecessor(one, happened, book)
        ),
        *_decision(happened),
    )


def _numbers(happened: Succession) -> Iterator[Problem]:
    before, after = set(happened.predecessors), set(happened.successors)
    match happened.kind:
        case SuccessionKind.MERGED if len(before) < _SEVERAL:
            yield Problem("predecessors", "merge_needs_two")
        case SuccessionKind.SPLIT if len(after) < _SEVERAL:
            yield Problem("successors", "split_needs_two")
        case _ if not before:
            yield Problem("predecessors", "missing")


def _predecessor(
    agency: AgencyId, happened: Succession, book: AgencyBook
) -> Iterator[Problem]:
    known = book.by_id.get(agency)
    if known is None:
        yield Problem("predecessors", "unknown_agency", (agency,))
        return
    first, last = known.valid_from, known.valid_to
    if first is not None and happened.day <= first:
        yield Problem("day", "before_predecessor", (known.name, format_date(first)))
    if last is not None and last < happened.day:
        yield Problem("day", "predecessor_ended", (known.name, format_date(last)))
    for former in book.names_of(known):
        if happened.day <= former.last_day:
            facts = (known.name, format_date(former.last_day))
            yield Problem("day", "before_former_name", facts)


def _decision(happened: Succession) -> Iterator[Problem]:
    if not happened.decision.strip():
        yield doubt("decision", "no_decision")
    decided = happened.decided_on
    if decided is not None and decided > happened.day:
        yield doubt("decided_on", "decided_late", format_date(happened.day))


def _span(naming: Naming) -> tuple[str, str]:
    """Return the first and the last day of a name in words; blank where open."""
    return _said(naming.first), _said(naming.last)


def _said(day: dt.date | None) -> str:
    return "…" if day is None else format_date(day)
