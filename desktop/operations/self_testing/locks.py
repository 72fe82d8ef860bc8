"""Try to lock what travels and to unlock it, in each of the three ways."""

from pathlib import Path

from desktop.operations.self_testing.bench import Bench

_DATA = "Gói gửi cấp trên – thử".encode() * 1_000
_WORDS = "bốn năm sáu bảy tám chín"


def for_key(bench: Bench) -> str:  # noqa: ARG001  every probe takes the bench
    """Lock for the holder of a throw-away key."""
    from desktop.files import locking

    key = locking.new_key()
    locked = locking.lock_with_key(_DATA, key.public)
    return _same(locked, locking.unlock_with_key(locked, key.secret, path=Path()))


def with_words(bench: Bench) -> str:  # noqa: ARG001
    """Lock with words both sides know."""
    from desktop.files import locking

    locked = locking.lock_with_words(_DATA, _WORDS)
    return _same(locked, locking.unlock_with_words(locked, _WORDS, path=Path()))


def as_archive(bench: Bench) -> str:  # noqa: ARG001
    """Lock as an archive that other programs open."""
    from desktop.files import locking

    locked = locking.lock_as_archive(_DATA, _WORDS)
    return _same(locked, locking.unlock_with_words(locked, _WORDS, path=Path()))


def _same(locked: bytes, found: bytes) -> str:
    """Return how long the locked bytes are.

    Raises:
        ValueError: What came out is not what went in, or was never locked.
    """
    if found != _DATA or _DATA in locked:
        raise ValueError("differs")
    return f"{len(locked)} B"
