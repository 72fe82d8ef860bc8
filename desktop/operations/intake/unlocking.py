"""Open a locked file with what the officer typed, or with the office's own key."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from desktop.errors import LockError
from desktop.files.arriving.kept import Kept
from desktop.files.locking import Lock, lock_of, unlock_with_key, unlock_with_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What opens locked files."""

    by_file: Mapping[str, str] = field(default_factory=dict)
    """Words by the hash of the locked file."""
    secret: Callable[[str], str] | None = None
    """Gives the office's secret key for the words that lock it; None without one."""


def unlock(data: bytes, kept: Kept, words: Words) -> bytes | tuple[str, ...] | None:
    """Return what is inside; a reason where the words are wrong; None without words."""
    given = words.by_file.get(kept.sha256)
    if given is None:
        return None
    try:
        if lock_of(data) is not Lock.KEY:
            return unlock_with_words(data, given, path=kept.path)
        if words.secret is None:
            return ("no_receiving_key",)
        return unlock_with_key(data, words.secret(given), path=kept.path)
    except LockError as error:
        return (error.reason, *error.facts)
