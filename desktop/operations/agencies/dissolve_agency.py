"""Dissolve an agency of which nobody takes over."""

from desktop.errors import ConflictError
from desktop.operations.agencies.merge_agencies import refuse_own_end
from desktop.operations.agencies.read_agencies import read_agencies
from desktop.operations.agencies.succeeding import (
    Decided,
    ending,
    keep,
    left_below,
    problems_of,
    refuse,
    refuse_left,
)
from desktop.operations.outcome import Outcome
from desktop.records.agency import Succession, SuccessionKind
from desktop.records.identity import AgencyId
from desktop.store import preferences, records
from desktop.store.store import Store


def dissolve_agency(
    store: Store, agency: AgencyId, decided: Decided
) -> Outcome[Succession]:
    """End an agency on the eve of a day; its figures stay under its name.

    Raises:
        InputError: It did not exist by then.
        ConflictError: It is the office itself, or the one reports go to, or units
            below it live on.
    """
    book = read_agencies(store)
    happened = decided.happened(SuccessionKind.DISSOLVED, (agency,))
    refuse(problems_of(happened, book))
    refuse_own_end(store, (agency,))
    name = book.by_id[agency].name
    kept = preferences.get(store.reader)
    if kept is not None and kept.recipient == agency:
        raise ConflictError("recipient_ends", name)
    refuse_left(name, left_below(book, happened))
    with store.change("dissolve_agency", name) as change:
        for one in ending(book, happened):
            records.put(change, one)
        made = keep(change, happened)
    return Outcome(made, change.touched)
