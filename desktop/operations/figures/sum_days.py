"""Keep the sums by day that targets and months are counted from in a large office."""

from collections.abc import Iterator, Mapping

from desktop.progress import Progress, silent
from desktop.records.figure import Figure, Source
from desktop.records.identity import Code
from desktop.records.target import Formula, Target
from desktop.rules.counting import Names
from desktop.store import day_series, day_sums, records
from desktop.store.day_series import Series
from desktop.store.store import Store

LARGE = 50_000
"""Entries from which on an office has sums: below, counting is as quick."""

ACTIVITIES = Figure(code=Code("activities"), label="", unit="", source=Source.ACTIVITY)
"""Every activity, which charts show by month."""


def catch_up(
    store: Store,
    figures: Mapping[Code, Figure],
    names: Names,
    progress: Progress = silent,
) -> None:
    """Bring the sums of a large office up to date where that is due.

    Nothing is written into the journal: what is kept follows from the entries alone.

    Raises:
        Cancelled: The user asked to stop.
    """
    if not store.idle or store.reader.in_transaction or not _large(store):
        return
    wanted = tuple(series(store, figures, names))
    if not day_sums.keeps(store.reader, wanted):
        with store.scribble() as db:
            day_sums.keep(db, wanted, progress)


def make_ready(
    store: Store, figures: Mapping[Code, Figure], names: Names, entries: int
) -> None:
    """Keep sums from now on where many entries are about to come.

    The change that brings them makes their sums, so that nobody waits afterwards.
    """
    if store.idle and entries >= LARGE:
        with store.scribble() as db:
            day_sums.keep(db, tuple(series(store, figures, names)))


def series(
    store: Store, figures: Mapping[Code, Figure], names: Names
) -> Iterator[Series]:
    """Yield the sums that the targets of every plan of the office are counted from."""
    targets = records.find(store.reader, Target)
    codes = {one.figure for one in targets} | {one.divisor for one in targets}
    counted = [figures[code] for code in sorted(filter(None, codes)) if code in figures]
    for figure in (ACTIVITIES, *counted):
        found = day_series.of_figure(figure, names)
        if found is not None:
            yield found
    if any(one.formula is Formula.TRAINED for one in targets):
        yield day_series.of_staff()


def _large(store: Store) -> bool:
    return day_sums.entries(store.reader) >= LARGE
