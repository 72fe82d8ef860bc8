"""Bring single records back as they were, and touch nothing else."""

from collections.abc import Iterable

from desktop.errors import ConflictError
from desktop.operations.entries.holding_events import misfits
from desktop.operations.outcome import Outcome
from desktop.progress import Progress, Step, silent
from desktop.store import history, recalling
from desktop.store.naming import title_of_row
from desktop.store.recalling import Key
from desktop.store.rows import Row
from desktop.store.store import Change, Store

VERB = "bring_back"
_STEPPED = frozenset({"period_standings", "issued_reports", "issued_copies"})
"""Tables of which only their own deeds take the next step: a lock is opened with a
reason, and an issued report is as it was issued."""
_MOST_NAMED = 5


def bring_back(
    store: Store,
    keys: Iterable[Key],
    change: int,
    subject: str = "",
    progress: Progress = silent,
) -> Outcome[int]:
    """Put records back as they stood after a change; return how many were not so.

    A record that was removed comes back with the evidence it had then. What was done
    to others since stays; one undo takes all of it back.

    Args:
        store: The open office.
        keys: Tables and ids of the records.
        change: Number of the change after which they stood so.
        subject: What they are called together; blank: the title, or how many.
        progress: Told how far it is.

    Raises:
        ConflictError: None of them existed then; something they refer to is gone;
            something else has taken what only one may have; an activity no longer
            fits the event it shares with others; `not_brought_back`: it is the state
            of a period, or a report; `period_locked`.
    """
    progress(Step("putting_back", 0, 0))
    wanted = tuple(dict.fromkeys(keys))
    if any(place in _STEPPED for place, _ in wanted):
        raise ConflictError("not_brought_back")
    found = recalling.stood(store.reader, wanted, change)
    if not found:
        raise ConflictError("not_there_then")
    _refuse_orphans(store, found, change)
    named = subject or _subject(found, wanted)
    with store.change(VERB, named) as deed:
        written = recalling.put_back(deed, found)
        _refuse_misfits(deed, found)
    return Outcome(written, deed.touched)


def bring_back_removed(
    store: Store,
    change: int,
    keys: Iterable[Key] = (),
    progress: Progress = silent,
) -> Outcome[int]:
    """Bring back what a change removed, or some of it; return how many came back.

    Records that are there again meanwhile are left as they are.

    Raises:
        ConflictError: It removed nothing that is still missing; or as `bring_back`.
    """
    with store.reading() as db:
        told = history.done(db, change)
        removed = history.removed_by(db, change)
        some = frozenset(keys)
        wanted = [one for one in removed if not some or one in some]
        lost = [one for one in wanted if history.row_now(db, *one) is None]
    if told is None or not lost:
        raise ConflictError("nothing_removed")
    whole = len(lost) == len(removed)
    subject = told.deed.subject if whole else ""
    return bring_back(store, lost, change - 1, subject, progress)


def _refuse_orphans(store: Store, found: dict[Key, Row], change: int) -> None:
    gone = tuple(recalling.missing(store.reader, found, change))
    if gone:
        named = ", ".join(f"“{one}”" for one in gone[:_MOST_NAMED])
        raise ConflictError("references_gone", named, str(len(gone)))


def _refuse_misfits(deed: Change, found: dict[Key, Row]) -> None:
    """Check that nothing put back is joined, or led, as no event may be.

    Each entry would be as it once was, and yet one of a chain, or counted nowhere.
    """
    ids = [row_id for place, row_id in found if place == "activities"]
    for one, _ in misfits(deed, ids):
        title = title_of_row("activities", found["activities", one])
        raise ConflictError("event_misfit", title)


def _subject(found: dict[Key, Row], wanted: tuple[Key, ...]) -> str:
    """Return the title of one record, or how many there are."""
    own = [key for key in wanted if key in found]
    if len(own) == 1:
        return title_of_row(own[0][0], found[own[0]])
    return str(len(own))
