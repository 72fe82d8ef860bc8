"""Believe the clock of this machine against signings noted when it was ahead."""

from dataclasses import replace

from desktop.operations.figures.compute_results import read_office
from desktop.operations.outcome import Outcome
from desktop.records.signing import ReportSignature
from desktop.store import preferences, records
from desktop.store.store import Store


def confirm_clock(store: Store) -> Outcome[int]:
    """Note that the clock is right now, and return how many signings it was not for.

    Without it an office whose clock once stood in another year could not sign before
    that year came. The signings stay as they were noted, with their wrong time.

    Raises:
        ConflictError: The file holds no office yet.
    """
    now, own = store.now(), read_office(store).preferences
    every = records.each(store.reader, ReportSignature)
    ahead = [one.id for one in every if one.signed_at > now]
    wanted = tuple(dict.fromkeys((*own.misdated, *ahead)))
    with store.change("confirm_clock") as change:
        preferences.put(change, replace(own, misdated=wanted))
    return Outcome(len(ahead), change.touched)
