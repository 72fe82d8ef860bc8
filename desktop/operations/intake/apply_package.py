"""Write what a package holds into the office, as part of the change of an intake."""

from desktop.progress import Progress, silent
from desktop.records.arrival import Arrival
from desktop.records.returns import Return
from desktop.store.store import Change, Store


def apply_package(  # noqa: PLR0913  what is written, where to and on whose word
    change: Change,
    store: Store,
    arrival: Arrival,
    keep: frozenset[str],
    ret: Return,
    progress: Progress = silent,
) -> None:
    """Write the entries of a package, and which return put each of them.

    Slips that were held for it are applied after it, in order.

    Args:
        change: The intake's change; the return itself is put by the caller, before.
        store: The office.
        arrival: The package as it was inspected.
        keep: Ids of rows edited here that stay as they are.
        ret: The return under which the package is kept.
        progress: Told now and then.

    Raises:
        ConflictError: The file is no longer the one inspected; a period is locked.
    """
    raise NotImplementedError
