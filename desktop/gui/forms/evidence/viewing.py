"""Open evidence in the system's own viewer: a read-only copy, never the file itself."""

import time
from contextlib import suppress
from pathlib import Path

from desktop import paths
from desktop.gui.opening import open_path
from desktop.gui.running import run
from desktop.gui.session import Session
from desktop.operations.evidence.read_evidence import copy_to_view
from desktop.operations.outcome import Outcome
from desktop.progress import Progress

LASTS = 12 * 3600
"""Seconds after which a copy nobody needs any more goes."""


_FOLDER = "xem-minh-chung"


def view_folder() -> Path:
    """Return the folder of the copies: the user's own, or of a locked stick, here."""
    folders = (paths.user_folder() / _FOLDER, paths.local_folder() / _FOLDER)
    return paths.first_writable(folders)


def view(session: Session, evidence_id: str) -> None:
    """Check a file, copy it out and open the copy."""
    store, folder = session.store, view_folder()

    def work(_progress: Progress) -> Outcome[Path]:
        sweep(folder, older_than=LASTS)
        return copy_to_view(store, evidence_id, folder)

    run(
        session,
        work,
        title="Mở minh chứng",
        then=lambda path: open_path(session.ask, path),
    )


def sweep(folder: Path, *, older_than: float = 0) -> None:
    """Remove copies made for viewing; one that a viewer still holds stays."""
    until = time.time() - older_than
    for path in folder.glob("*/*"):
        with suppress(OSError):
            if path.stat().st_mtime <= until:
                path.chmod(0o600)  # Windows removes no file that may only be read
                path.unlink()
    for emptied in folder.glob("*"):
        with suppress(OSError):
            emptied.rmdir()
