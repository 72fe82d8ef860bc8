"""Keep on this machine a checked copy of an office that lies on a stick."""

from pathlib import Path

from desktop import paths
from desktop.errors import StoreUnavailableError
from desktop.operations.offices.back_up import Kept, back_up
from desktop.operations.outcome import Outcome
from desktop.progress import Progress, silent
from desktop.rules.vietnamese import slug
from desktop.store import backups, evidence, journal, preferences
from desktop.store.store import Store

FOLDER = "tu-usb"
"""Folder among this machine's data that holds a folder for each office."""

KEPT_COPIES = 10
"""Copies of one office; the evidence they speak of lies beside them once."""

_LONGEST_NAME = 40


def copy_to_machine(store: Store, progress: Progress = silent) -> Outcome[Kept | None]:
    """Copy an open office with its evidence, unless the newest copy is the same.

    Of sample data there is nothing to lose.

    Raises:
        StoreUnavailableError: `full`, `read_only`: this machine takes no copy.
        StoreDamagedError: The copy does not pass its check.
        FileError: `full`, `read_only`, `differs`: the evidence does not fit here.
        Cancelled: The user asked to stop; no copy is left.
    """
    settings = preferences.get(store.reader)
    if settings is not None and settings.practice:
        return Outcome(None)
    mark = evidence.mark(store.reader)
    newest = next(iter(copies_of(mark)), None)
    if newest is not None and backups.head_of(newest)[1] == journal.head(store.reader):
        return Outcome(None)
    folder = _folder_of(mark) or _new_folder(store, mark)
    name = backups.backup_name(store.path, store.now()).name
    kept = back_up(store, backups.free_name(folder / name), progress).value
    backups.thin(copies_of(mark), kept.path, KEPT_COPIES)
    return Outcome(kept)


def copies_of(mark: str) -> tuple[Path, ...]:
    """Return the copies on this machine of the office with a mark, the newest first."""
    folder = _folder_of(mark)
    return () if folder is None else _in(folder)


def copies_named(path: Path) -> tuple[Path, ...]:
    """Return the copies of an office that cannot be asked for its mark.

    Its file is not there, so that only its name tells which are meant.
    """
    name = f"{_name(path)}-"
    folders = (one for one in _folders() if one.name.startswith(name))
    return backups.newest_first(
        copy
        for folder in folders
        for copy in _in(folder)
        if copy.stem.startswith(f"{path.stem}-")
    )


def _in(folder: Path) -> tuple[Path, ...]:
    return backups.newest_first(folder.glob("*.stt"))


def _folder_of(mark: str) -> Path | None:
    """Return the folder of an office, whatever it was called when it was made."""
    return next((one for one in _folders() if one.name.endswith(f"-{mark}")), None)


def _folders() -> tuple[Path, ...]:
    try:
        found = (paths.local_folder() / FOLDER).iterdir()
        return tuple(sorted(one for one in found if one.is_dir()))
    except OSError:
        return ()


def _new_folder(store: Store, mark: str) -> Path:
    folder = paths.local_folder() / FOLDER / f"{_name(store.path)}-{mark}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreUnavailableError(folder, "read_only") from error
    return folder


def _name(path: Path) -> str:
    return slug(path.stem)[:_LONGEST_NAME].strip("-") or "so"
