"""Check the files an office received: that each is there, and as it came."""

from dataclasses import dataclass

from desktop.files.arriving import kept
from desktop.operations.intake.kept_files import received_folder
from desktop.progress import Progress, Step, silent
from desktop.store import received
from desktop.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedHealth:
    """What the check of the received files found."""

    files: int = 0
    missing: tuple[str, ...] = ()
    """Names of files that are not there."""
    altered: tuple[str, ...] = ()
    """Names of files that are no longer what came in."""

    @property
    def good(self) -> bool:
        """Tell whether every file is there and whole."""
        return not (self.missing or self.altered)


def check_received(store: Store, progress: Progress = silent) -> ReceivedHealth:
    """Read every received file and compare it with its hash.

    Raises:
        Cancelled: The user asked to stop.
    """
    folder, named = received_folder(store), received.hashes(store.reader)
    missing, altered = list[str](), list[str]()
    for number, (sha256, name) in enumerate(named.items()):
        progress(Step("checking", number, len(named)))
        if kept.whole(folder, sha256):
            continue
        there = kept.find(folder, sha256) is not None
        (altered if there else missing).append(name)
    return ReceivedHealth(
        files=len(named), missing=tuple(missing), altered=tuple(altered)
    )
