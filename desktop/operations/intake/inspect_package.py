"""Say of a package what it is, and what taking it in would do; nothing is stored."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.progress import Progress, silent
from desktop.records.arrival import Arrival
from desktop.store.store import Store

if TYPE_CHECKING:
    from desktop.files.signatures.trust import Trust


def inspect_package(  # noqa: PLR0913  what is asked of one file, and whom to believe
    store: Store,
    path: Path,
    name: str,
    trust: "Trust",
    *,
    unlock: Callable[[Path], Path] | None = None,
    progress: Progress = silent,
) -> Arrival:
    """Return a package as the tray shows it, verified first, in a process apart.

    Args:
        store: The office that may take it in; it is only read.
        path: Our own copy of the file, by its hash.
        name: What the file was called when it was dropped.
        trust: Whom to believe.
        unlock: Makes an open copy of a locked file and returns where it lies.
        progress: Told now and then.

    Raises:
        Cancelled: The user asked to stop.
    """
    raise NotImplementedError
