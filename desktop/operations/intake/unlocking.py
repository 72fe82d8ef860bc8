"""Open locked files with what the officer typed, or with the office's own key."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from desktop.errors import FileError, LockError
from desktop.files.arriving.kept import Kept, whole
from desktop.files.locking import Lock, lock_of, unlock_with_key, unlock_with_words
from desktop.records.arrival import Arrival, Sorting

Reason = tuple[str, ...]
"""A code and its facts."""

_NEVER: Final = frozenset({"wrong_key", "altered"})
"""Reasons that nothing the officer does here can lift."""
_OF_KEY: Final = {
    "wrong_words": "wrong_key_words",
    "altered": "key_damaged",
    "too_heavy": "too_heavy",
}
"""What is wrong with our own secret key, where it is not simply unreadable."""
_BY_OWN_KEY: Final = frozenset(
    {"locked_key", "wrong_key_words", "key_damaged", "key_unreadable"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What opens locked files, and what was copied and opened of those dropped."""

    by_file: Mapping[str, str] = field(default_factory=dict)
    """Words by the hash of the locked file."""
    for_key: str = ""
    """Those that lock the office's secret key: they open all that is locked for it."""
    for_all: str = ""
    """Tried on every locked file that has none of its own."""
    secret: Callable[[str], str] | None = None
    """Gives the office's secret key for the words that lock it; None without one."""
    opened: dict[str, Kept] = field(default_factory=dict)
    """What was inside, by the hash of the locked file: opening takes seconds."""
    copied: dict[Path, tuple[str, Kept]] = field(default_factory=dict)
    """Name and copy of each file by where it was: its stick may be gone by now."""

    def known(self, folder: Path, kept: Kept) -> Kept | None:
        """Return what was found inside before, where our copy of it is still whole."""
        inner = self.opened.get(kept.sha256)
        return inner if inner is not None and whole(folder, inner.sha256) else None

    def copies_of(self, folder: Path, path: Path) -> tuple[tuple[str, Kept], ...]:
        """Return what was copied in before of a file, or of all in a folder."""
        return tuple(
            (name, kept)
            for place, (name, kept) in self.copied.items()
            if place.is_relative_to(path) and whole(folder, kept.sha256)
        )

    def of(self, kept: Kept, lock: Lock) -> str:
        """Return what is tried on a file; blank where nothing was typed for it."""
        own = self.by_file.get(kept.sha256, "")
        return own or (self.for_key if lock is Lock.KEY else "") or self.for_all


def sorting_of(reason: Reason) -> Sorting:
    """Return where a file that stayed locked belongs: may it still be opened here."""
    return Sorting.REFUSED if reason[:1] and reason[0] in _NEVER else Sorting.LOCKED


def asks_for_key(arrival: Arrival) -> bool:
    """Tell whether a file is opened by the office's key, not by words of its own."""
    return any(one[:1] and one[0] in _BY_OWN_KEY for one in arrival.reasons)


def can_be_opened(arrival: Arrival) -> bool:
    """Tell whether words would open a file on this machine."""
    missing = any(one[:1] == ("no_receiving_key",) for one in arrival.reasons)
    return arrival.sorting is Sorting.LOCKED and not missing


def once(secret: Callable[[str], str] | None) -> Callable[[str], str] | None:
    """Return the same, doing the work only once for the same words."""
    if secret is None:
        return None
    told: dict[str, str | FileError] = {}

    def found(words: str) -> str:
        if words not in told:
            try:
                told[words] = secret(words)
            except FileError as error:
                told[words] = error
        answer = told[words]
        if isinstance(answer, FileError):
            raise answer
        return answer

    return found


def unlock(data: bytes, kept: Kept, words: Words) -> bytes | Reason | None:
    """Return what is inside; why it cannot be opened; None without words."""
    lock = lock_of(data)
    if lock is Lock.KEY and words.secret is None:
        return ("no_receiving_key",)
    given = "" if lock is None else words.of(kept, lock)
    if not given:
        return None
    if lock is Lock.KEY and words.secret is not None:
        return _by_key(data, kept, given, words.secret)
    try:
        return unlock_with_words(data, given, path=kept.path)
    except LockError as error:
        return (error.reason, *error.facts)


def _by_key(
    data: bytes, kept: Kept, given: str, secret: Callable[[str], str]
) -> bytes | Reason:
    """Return what was locked for the office; what is wrong with its key, by itself."""
    try:
        key = secret(given)
    except FileError as error:
        return (_OF_KEY.get(error.reason, "key_unreadable"),)
    try:
        return unlock_with_key(data, key, path=kept.path)
    except LockError as error:
        return (error.reason, *error.facts)
