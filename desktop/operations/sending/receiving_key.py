"""Keep the office's own key for receiving: what is locked with it only we can read.

The secret half lies beside the office file, locked with words; the public half is this
office's own line among the contacts, to be handed out.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

from desktop.errors import ConflictError, LockError
from desktop.operations.outcome import Outcome
from desktop.records.change import ChangeKind
from desktop.records.exchange import Contact
from desktop.store import evidence, preferences, records
from desktop.store.store import Store

FOLDER: Final = "khoa-nhan"
"""Folder beside the office file with the secret halves, one file for each office."""


def key_path(store: Store) -> Path:
    """Return where the office's secret key lies, or would."""
    return store.path.parent / FOLDER / f"{evidence.mark(store.reader)}.age"


def public_key(store: Store) -> str:
    """Return the key others lock with for this office; blank where there is none."""
    kept = preferences.get(store.reader)
    found = None if kept is None else records.get(store.reader, Contact, kept.agency)
    return "" if found is None else found.encryption_key


def make_receiving_key(store: Store, words: str) -> Outcome[str]:
    """Make the office's key pair, its secret half locked; return the public half.

    Raises:
        LockError: `weak` words; `key_exists`: what was locked with the old one could
            not be read any more.
        ConflictError: The file holds no office yet.
        FileError: The key cannot be kept there; nothing is changed then.
    """
    from desktop.files import locking, whole_file

    kept = preferences.get(store.reader)
    if kept is None:
        raise ConflictError("no_office")
    path = key_path(store)
    if path.exists():
        raise LockError(path, "key_exists")
    pair = locking.new_key()
    locked = locking.lock_with_words(pair.secret.encode(), words)
    _make_folder(path)
    whole_file.write(path, locked)
    before = records.get(store.reader, Contact, kept.agency) or Contact(id=kept.agency)
    try:
        with store.change("make_receiving_key", kind=ChangeKind.FIXED) as change:
            records.put(change, replace(before, encryption_key=pair.public))
    except BaseException:
        path.unlink(missing_ok=True)  # a secret half nobody knows of opens nothing
        raise
    return Outcome(pair.public, change.touched)


def opener(store: Store) -> Callable[[str], str] | None:
    """Return what gives the secret key for the words that lock it; None without one.

    It raises LockError (`wrong_words`, `altered`) or FileError when it is called.
    """
    path = key_path(store)
    if not path.is_file():
        return None
    return lambda words: _secret(path, words)


def _secret(path: Path, words: str) -> str:
    from desktop.files import locking
    from desktop.files.whole_file import read_whole

    return locking.unlock_with_words(read_whole(path), words, path=path).decode()


def _make_folder(path: Path) -> None:
    from desktop.operations.reports.read_report import make_folder

    make_folder(path.parent)
