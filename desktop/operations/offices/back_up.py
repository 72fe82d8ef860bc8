"""Make a checked backup of the office file, with its evidence if it goes elsewhere."""

from dataclasses import dataclass
from pathlib import Path

from desktop.operations.evidence.evidence_folder import folder_beside, folder_of
from desktop.operations.offices.carry_evidence import carry_with
from desktop.operations.outcome import Outcome
from desktop.progress import Progress, silent
from desktop.store import evidence, received, signed_copies
from desktop.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A backup that was checked, and how it stands with the evidence."""

    path: Path
    elsewhere: bool
    """It lies in another place, and has its own copy of the evidence there."""
    files: int
    """Contents of evidence, signed copies and received files the office speaks of."""
    bad: int = 0
    """Of them, those missing or altered already, which no copy can bring."""

    @property
    def loses(self) -> int:
        """Return how many files are lost if the office's own folder is."""
        return self.bad if self.elsewhere else self.files


def back_up(
    store: Store, target: Path | None = None, progress: Progress = silent
) -> Outcome[Kept]:
    """Copy the office file beside itself, or to a target, and check the copy.

    To another place the evidence goes along, and before the file: a backup that is
    there is whole. Beside itself it needs no second copy, and has none.

    Raises:
        StoreUnavailableError: No room, or no right to write there.
        StoreDamagedError: The copy does not pass its check.
        FileError: `full`, `read_only`, `differs`: the evidence does not fit there.
        Cancelled: The user asked to stop; no copy of the office file is left.
    """
    db = store.reader
    own = len(evidence.contents(db)) + len(signed_copies.hashes(db))
    files, bad = own + len(received.hashes(db)), 0
    elsewhere = target is not None and _is_elsewhere(store, target)
    if target is not None and elsewhere:
        bad = len(carry_with(store, target, progress).bad)
    path = store.back_up(target, progress)
    return Outcome(Kept(path=path, elsewhere=elsewhere, files=files, bad=bad))


def _is_elsewhere(store: Store, target: Path) -> bool:
    there = folder_beside(target, evidence.mark(store.reader))
    return there.absolute() != folder_of(store).absolute()
