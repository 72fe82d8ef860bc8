"""Merge several agencies into one, new or one of those there are."""

from collections.abc import Iterable

from desktop.errors import ConflictError
from desktop.operations.agencies.handing_on import hand_on, move_recipient
from desktop.operations.agencies.read_agencies import read_agencies
from desktop.operations.agencies.succeeding import (
    Decided,
    ending,
    keep,
    left_below,
    move_below,
    prepared,
    problems_of,
    refuse,
    refuse_left,
    without,
)
from desktop.operations.outcome import Outcome
from desktop.records.agency import Agency, Succession, SuccessionKind
from desktop.records.identity import AgencyId
from desktop.rules.agency_book import AgencyBook
from desktop.store import preferences, records
from desktop.store.store import Store


def merge_agencies(
    store: Store, predecessors: Iterable[AgencyId], into: Agency, decided: Decided
) -> Outcome[Agency]:
    """Merge agencies; what plans ask of them is from then on asked of the heir.

    Args:
        store: The office.
        predecessors: Those that merge; the heir too when it goes on under its name.
        into: The heir: one without an id is made, one with an id is in the book.
        decided: From which day, and by what decision.

    Raises:
        InputError: Fewer than two merge, one did not exist by then, or the new one
            cannot be.
        ConflictError: The office itself would end: it has to become another first;
            or the heir stands below one that ends.
    """
    book = read_agencies(store)
    heir = prepared(into, book, decided.day)
    merging = {*predecessors} | ({heir.id} if into.id else set())
    ordered = tuple(one.id for one in book.agencies if one.id in merging)
    unknown = merging - set(ordered)
    happened = decided.happened(
        SuccessionKind.MERGED, (*ordered, *sorted(unknown)), (heir.id,)
    )
    new = () if into.id else (heir,)
    refuse(problems_of(happened, book, new))
    refuse_own_end(store, happened.predecessors, heir.id)
    _refuse_heir_left(book, happened, heir)
    heirs = {one.id: heir.id for one in ending(book, happened)}
    after = without(book, happened)
    with store.change("merge_agencies", heir.name) as change:
        for one in (*ending(book, happened), *new):
            records.put(change, one)
        keep(change, happened)
        move_below(change, after, heirs, decided.day)
        hand_on(change, heirs, heirs, decided)
        move_recipient(change, heirs)
    return Outcome(heir, change.touched)


def _refuse_heir_left(book: AgencyBook, happened: Succession, heir: Agency) -> None:
    """Check that the heir does not stand below one that ends: the others move to it."""
    above = book.by_id.get(heir.parent) if heir.parent else None
    left = (one for one in left_below(book, happened) if one.id == heir.id)
    refuse_left(above.name if above else "", left)


def refuse_own_end(
    store: Store, predecessors: Iterable[AgencyId], heir: AgencyId | None = None
) -> None:
    """Check that the office itself does not end in passing.

    Raises:
        ConflictError: It would; what the office becomes is told in its own deed.
    """
    kept = preferences.get(store.reader)
    if kept is not None and kept.agency in set(predecessors) - {heir}:
        raise ConflictError("own_office_ends")
