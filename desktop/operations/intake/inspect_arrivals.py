"""Say of every file dropped what it is and what taking it in would do."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.progress import Progress, silent
from desktop.records.arrival import Arrival
from desktop.records.period import Period
from desktop.store.store import Store

if TYPE_CHECKING:
    from desktop.files.signatures.trust import Trust


def inspect_arrivals(  # noqa: PLR0913  files, whom to believe, what opens them
    store: Store,
    paths: Sequence[Path],
    trust: "Trust",
    passwords: Mapping[str, str] | None = None,
    progress: Progress = silent,
    *,
    period: Period | None = None,
    tell: Callable[[Arrival], object] | None = None,
) -> tuple[Arrival, ...]:
    """Return one arrival or more for each path, in the order of their names.

    Nothing is stored but our own copies of the files; whatever is inside an archive or
    a mail is an arrival of its own. Nothing is dropped without a word.

    Args:
        store: The office that may take them in.
        paths: What was dropped: files of any kind and name, or folders.
        trust: Whom to believe.
        passwords: What opens a locked file, by its hash.
        progress: Told now and then; Cancelled leaves nothing but copies.
        period: The period being collected; None takes every period for it.
        tell: Told each arrival as it is known, before all are held against each other.

    Raises:
        Cancelled: The user asked to stop.
        FileError: `full` or `read_only`: copies cannot be kept beside the office.
    """
    raise NotImplementedError
