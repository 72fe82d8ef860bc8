"""Say of a receipt for whose report it is, and whether it matches what was sent."""

from pathlib import Path
from typing import TYPE_CHECKING

from desktop.progress import Progress, silent
from desktop.records.arrival import Arrival
from desktop.store.store import Change, Store

if TYPE_CHECKING:
    from desktop.files.signatures.trust import Trust


def inspect_receipt(
    store: Store, path: Path, name: str, trust: "Trust", progress: Progress = silent
) -> Arrival:
    """Return a receipt as the tray shows it; its first reason tells how it stands.

    Reasons: `receipt_matches`, `receipt_other_version`, `receipt_differs`; with
    sorting `REFUSED` why it is not believed.

    Raises:
        Cancelled: The user asked to stop.
    """
    raise NotImplementedError


def apply_receipt(change: Change, store: Store, arrival: Arrival) -> None:
    """Keep a receipt, and tell the standing of its period where it matches."""
    raise NotImplementedError
