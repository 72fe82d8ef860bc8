"""Go on in an office whose stick was pulled out and is plugged in again."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from desktop.errors import StoreError, StoreUnavailableError
from desktop.operations.outcome import Outcome
from desktop.progress import Progress, silent
from desktop.store import evidence
from desktop.store.store import Store


def reopen_office(
    store: Store,
    mark: str,
    roots: Iterable[Path],
    _progress: Progress = silent,
) -> Outcome[Path]:
    """Find the file where its stick is now, and open it again for whoever has it open.

    Args:
        store: The office, opened before the stick went.
        mark: What tells it from other offices: `evidence.mark`.
        roots: Where sticks are plugged in now.

    Raises:
        StoreUnavailableError: `gone`: it is nowhere yet; or it cannot be written now.
        StoreDamagedError: The stick came back with a damaged file.
    """
    for place in places(store.path, roots):
        if _is_office(place, mark):
            store.reopen(place)
            return Outcome(place)
    raise StoreUnavailableError(store.path, "gone")


def places(path: Path, roots: Iterable[Path]) -> Iterator[Path]:
    """Yield where a file may be by now, where there is one of its name.

    Only the beginning of its path can have changed: a letter, or a folder where sticks
    are mounted.
    """
    if _stands(path):
        yield path
    inside = path.parts[1:]
    for root in roots:
        for start in range(len(inside)):
            place = root.joinpath(*inside[start:])
            if place != path and _stands(place):
                yield place


def _is_office(path: Path, mark: str) -> bool:
    try:
        return evidence.contents_of_file(path)[0] == mark
    except StoreError:
        return False


def _stands(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False
