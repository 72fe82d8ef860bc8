"""Start an installer that was checked, after every known office was backed up."""

import datetime as dt
from contextlib import suppress
from pathlib import Path

from desktop import paths
from desktop.errors import UpdateError
from desktop.files.known_offices import known
from desktop.files.release.private_copy import sha256_of
from desktop.files.release.running import start_installer
from desktop.operations.offices.back_up_all import back_up_all
from desktop.operations.offices.check_update import CheckedUpdate
from desktop.operations.outcome import Outcome
from desktop.progress import Progress, silent
from desktop.records.update import Standing
from desktop.store.store import Store


def apply_update(
    checked: CheckedUpdate,
    store: Store | None = None,
    *,
    compared: bool = False,
    progress: Progress = silent,
) -> Outcome[str]:
    """Back up every known office, then start our copy of the installer.

    Args:
        checked: What `check_update` answered.
        store: The office that is open here, whose lock nobody else gets.
        compared: Whether a person compared its code with the one the publisher told;
            without that only a signed one is started.
        progress: Told the pages of each office that were copied.

    Returns:
        The version whose installer runs by now; the program has to make way for it.

    Raises:
        UpdateError: `not_checked`, `not_compared`, `checkout`, `changed_meanwhile`,
            `not_backed_up`, `not_started`; nothing was started.
        StoreError: The office that is open could not be backed up; nothing was started.
        Cancelled: The user asked to stop; nothing was started.
    """
    copy = _allowed(checked, compared=compared)
    program = paths.program_folder()
    if program is None:
        raise UpdateError(copy, "checkout")
    _keep(store, progress)
    if sha256_of(copy) != checked.verdict.sha256:
        raise UpdateError(copy, "changed_meanwhile")
    start_installer(copy, program)
    return Outcome(checked.verdict.version)


def _keep(store: Store | None, progress: Progress) -> None:
    """Back up the office that is open, and every other that is known.

    Raises:
        UpdateError: `not_backed_up`, with the first office of which there is none.
    """
    others = known()
    if store is not None:
        store.back_up(None, progress)
        others = tuple(one for one in others if not _same(one, store.path))
    now = dt.datetime.now().astimezone()
    for one in back_up_all(others, paths.user_folder(), now, progress).value:
        if not one.good:
            raise UpdateError(one.office, "not_backed_up")


def _same(one: Path, other: Path) -> bool:
    with suppress(OSError):
        return one.samefile(other)
    return False


def _allowed(checked: CheckedUpdate, *, compared: bool) -> Path:
    """Return the copy that may be started.

    Raises:
        UpdateError: It may not.
    """
    standing, copy = checked.verdict.standing, checked.copy
    if copy is None or standing not in (Standing.SIGNED, Standing.LISTED):
        raise UpdateError(Path(checked.verdict.file_name), "not_checked")
    if standing is Standing.LISTED and not compared:
        raise UpdateError(copy, "not_compared")
    return copy
