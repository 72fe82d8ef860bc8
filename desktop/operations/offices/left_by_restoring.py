"""Tell what of reports and locks was only in the file a backup has replaced."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from desktop.errors import DesktopError
from desktop.records.issued import IssuedReport
from desktop.records.period import PeriodStanding
from desktop.rules.period_states import is_locked
from desktop.store import records
from desktop.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """What the office has no longer, though it was sent or closed."""

    opened: tuple[PeriodStanding, ...] = ()
    """Periods that were locked and are open again, as they stood."""
    reports: tuple[tuple[str, dt.datetime], ...] = ()
    """Number, perhaps blank, and time of each report issued since."""


def left_by_restoring(aside: Path, path: Path) -> Left:
    """Compare the file that was kept aside with the one restored in its place.

    A file nobody can read tells nothing: it is often why a backup was restored.
    """
    try:
        with (
            Store(aside, writable=False) as before,
            Store(path, writable=False) as now,
        ):
            locked, still = _locked(before), _locked(now)
            issued, kept = _issued(before), _issued(now)
    except DesktopError:
        return Left()
    return Left(
        opened=tuple(one for name, one in locked.items() if name not in still),
        reports=tuple(
            (one.number, one.issued_at)
            for name, one in issued.items()
            if name not in kept
        ),
    )


def _locked(store: Store) -> dict[str, PeriodStanding]:
    found = records.find(store.reader, PeriodStanding)
    return {one.id: one for one in found if is_locked(one)}


def _issued(store: Store) -> dict[str, IssuedReport]:
    return {one.id: one for one in records.find(store.reader, IssuedReport)}
