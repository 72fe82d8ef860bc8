"""Check that the contents of evidence are there, and are what was attached."""

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.files.evidence import contents
from desktop.files.evidence.contents import Content, State
from desktop.operations.evidence.evidence_folder import folder_of
from desktop.progress import Progress, Step, silent
from desktop.store import evidence
from desktop.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceHealth:
    """What the check of the contents found."""

    files: int = 0
    """Contents the office speaks of."""
    missing: tuple[str, ...] = ()
    """Names of evidence whose content is not there."""
    altered: tuple[str, ...] = ()
    """Names of evidence whose content is no longer what was attached."""
    loose: int = 0
    """Contents nothing refers to now; an undo may want them."""

    @property
    def good(self) -> bool:
        """Tell whether every content is there and whole."""
        return not (self.missing or self.altered)


def check_evidence(store: Store, progress: Progress = silent) -> EvidenceHealth:
    """Read every content and compare it with its hash.

    What a killed program left half written is cleared away, if the office may be
    written to.

    Raises:
        Cancelled: The user asked to stop.
    """
    folder = folder_of(store)
    if store.writable:
        contents.sweep(folder)
    kept = evidence.contents(store.reader)
    found: dict[State, list[str]] = {state: [] for state in State}
    for number, one in enumerate(kept):
        progress(Step("checking", number, len(kept)))
        state = contents.state_of(folder, Content(one.sha256, one.media))
        found[state].append(one.sha256)
    known = {one.sha256 for one in kept}
    return EvidenceHealth(
        files=len(kept),
        missing=_names(store, found[State.MISSING]),
        altered=_names(store, found[State.ALTERED]),
        loose=sum(sha256 not in known for sha256, _ in contents.every(folder)),
    )


def _names(store: Store, hashes: Iterable[str]) -> tuple[str, ...]:
    """Return what the evidence with some contents is called."""
    return tuple(
        one.name or one.sha256
        for sha256 in hashes
        for one in evidence.with_content(store.reader, sha256)
        if one.media != evidence.ERASED
    )
