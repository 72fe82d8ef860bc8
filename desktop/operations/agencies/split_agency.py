"""Split an agency into several."""

from collections.abc import Iterable

from desktop.operations.agencies.merge_agencies import refuse_own_end
from desktop.operations.agencies.read_agencies import read_agencies
from desktop.operations.agencies.succeeding import (
    Decided,
    ending,
    keep,
    left_below,
    prepared,
    problems_of,
    refuse,
    refuse_left,
    with_agency,
)
from desktop.operations.outcome import Outcome
from desktop.records.agency import Agency, Succession, SuccessionKind
from desktop.records.identity import AgencyId
from desktop.store import records
from desktop.store.store import Store


def split_agency(
    store: Store, agency: AgencyId, successors: Iterable[Agency], decided: Decided
) -> Outcome[Succession]:
    """Split an agency; figures of before stay under its name, for no part has them.

    Args:
        store: The office.
        agency: The one that is split; it goes on when it is among its successors.
        successors: Its parts: those without an id are made, others are in the book.
        decided: From which day, and by what decision.

    Raises:
        InputError: There are fewer than two parts, the agency did not exist by then,
            or a new one cannot be.
        ConflictError: The office itself would end, or units below the one that ends
            live on: nobody told which part they belong to.
    """
    book = read_agencies(store)
    parts, growing = [], book
    for one in successors:
        part = prepared(one, growing, decided.day)
        growing = with_agency(growing, part)
        parts.append(part)
    happened = decided.happened(
        SuccessionKind.SPLIT, (agency,), (one.id for one in parts)
    )
    new = tuple(one for one in parts if one.id not in book.by_id)
    refuse(problems_of(happened, book, new))
    refuse_own_end(store, (one.id for one in ending(book, happened)))
    name = book.by_id[agency].name
    refuse_left(name, left_below(book, happened))
    with store.change("split_agency", name) as change:
        for one in (*ending(book, happened), *new):
            records.put(change, one)
        kept = keep(change, happened)
    return Outcome(kept, change.touched)
