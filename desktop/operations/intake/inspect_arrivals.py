"""Say of every file dropped what it is and what taking it in would do."""

import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.files.arriving import kept
from desktop.operations.intake import gathering
from desktop.operations.intake.inspecting import Desk, Tell
from desktop.operations.intake.kept_files import received_folder
from desktop.operations.intake.moving_locked import refuse_moving
from desktop.operations.intake.told_twice import ask
from desktop.operations.intake.unlocking import Words, once
from desktop.operations.sending.receiving_key import opener
from desktop.progress import Progress, silent
from desktop.records.arrival import Arrival
from desktop.records.form import CollectingForm
from desktop.records.period import Period
from desktop.records.returns import Return
from desktop.rules.intake.sorting import Known, Unit, sort_together
from desktop.store import received, records
from desktop.store.store import Store

if TYPE_CHECKING:
    from desktop.files.signatures.trust import Trust


def inspect_arrivals(  # noqa: PLR0913  files, whom to believe, what opens them
    store: Store,
    paths: Sequence[Path],
    trust: "Trust",
    words: Words | None = None,
    progress: Progress = silent,
    *,
    period: Period | None = None,
    tell: Tell | None = None,
) -> tuple[Arrival, ...]:
    """Return one arrival or more for each path, in the order of their names.

    Nothing is stored but our own copies of the files; whatever is inside an archive or
    a mail is an arrival of its own. Nothing is dropped without a word.

    Args:
        store: The office that may take them in.
        paths: What was dropped: files of any kind and name, or folders.
        trust: Whom to believe.
        words: What was typed to open locked files; it remembers those it opened.
        progress: Told now and then; Cancelled leaves nothing but copies.
        period: The period being collected; None takes every period for it.
        tell: Told each arrival as it is known, before all are held against each other.

    Raises:
        Cancelled: The user asked to stop.
        FileError: `full` or `read_only`: copies cannot be kept beside the office.
    """
    folder = received_folder(store)
    kept.sweep(folder, frozenset(received.hashes(store.reader)), time.time())
    having = replace(words or Words(), secret=once(opener(store)))
    items = tuple(gathering.gather(folder, paths, having, progress))
    arrivals = Desk(store, trust, progress, tell).inspect(items)
    with store.reading():
        found = sort_together(arrivals, known(store), period)
        return ask(store, refuse_moving(store, found))


def known(store: Store) -> Known:
    """Return what the office knows of files that came before."""
    db = store.reader
    returns: defaultdict[str, list[Return]] = defaultdict(list)
    for one in records.each(db, Return):
        returns[one.sender].append(one)
    forms: dict[Unit, int] = {}
    for form in records.each(db, CollectingForm):
        unit = (str(form.agency), form.first_day, form.last_day)
        forms[unit] = max(form.version, forms.get(unit, 0))
    return Known(
        returns={sender: tuple(each) for sender, each in returns.items()}, forms=forms
    )
