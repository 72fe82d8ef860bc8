"""Do on the worker what opening, making and restoring an office file takes."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import paths
from desktop.errors import StoreUnavailableError
from desktop.operations.outcome import Outcome
from desktop.progress import Progress

if TYPE_CHECKING:
    from desktop.operations.offices.left_by_restoring import Left
    from desktop.store.store import Store

PRACTICE_SEED = 1
"""Everybody's sample office holds the same figures, as the help pages tell them."""


def first_year(store: "Store") -> int:
    """Return the year an office opens with: this one, within those of its plan.

    A sample office opens with the year it was filled for.
    """
    from desktop.records.activity import Activity
    from desktop.records.plan import Plan
    from desktop.store import preferences, records

    year = store.now().year
    kept = preferences.get(store.reader)
    if kept is None:
        return year
    newest = next(records.each(store.reader, Activity), None) if kept.practice else None
    if newest is not None:
        return newest.last_day.year
    plan = records.get(store.reader, Plan, kept.plan)
    if plan is None:
        return year
    return min(max(year, plan.first_day.year), plan.last_day.year)


def practice_file() -> Path:
    """Return where the sample office lies."""
    return paths.user_folder() / "Du lieu mau.stt"


def open_store(path: Path, progress: Progress) -> "Outcome[Store]":
    """Open an office file for work, with what was left to finish."""
    from desktop.operations.offices.renew_catalogues import renew_catalogues
    from desktop.operations.signing.finish_signing import finish_signings
    from desktop.store import preferences
    from desktop.store.store import Store

    store = Store(path, progress=progress)
    kept = preferences.get(store.reader)
    store.officer = "" if kept is None else kept.officer
    renew_catalogues(store)
    finish_signings(store)
    return Outcome(store)


def open_to_look(path: Path, progress: Progress) -> "Outcome[Store]":
    """Open an office file to be read only: nothing is finished or renewed in it."""
    from desktop.store.store import Store

    return Outcome(Store(path, writable=False, progress=progress))


def make_practice(path: Path, progress: Progress) -> Outcome[Path]:
    """Make the sample office.

    Raises:
        StoreUnavailableError: Its folder cannot be made.
    """
    from desktop.files.practice import load_practice
    from desktop.operations.practice.practise import make_practice_office

    plan = load_practice().setting.plan
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreUnavailableError(path, "read_only") from error
    return make_practice_office(path, plan, seed=PRACTICE_SEED, progress=progress)


def restored(
    backup: Path, path: Path, now: dt.datetime, progress: Progress
) -> "Outcome[Left]":
    """Restore a backup; return what of locks and reports went with the old file."""
    from desktop.operations.offices.left_by_restoring import Left, left_by_restoring
    from desktop.operations.offices.restore import restore

    aside = restore(backup, path, now, progress).value
    return Outcome(Left() if aside is None else left_by_restoring(aside, path))
