"""Lock a sealed package for its receiver: the lock goes around the seal."""

from pathlib import Path

from desktop.errors import LockError
from desktop.operations.outcome import Outcome

ENDING = ".age"
"""What a locked file's name adds to that of its content."""
ARCHIVE = "_khoa.zip"
"""What the name of an archive with a password ends in."""


def lock_for_key(package: Path, public: str) -> Outcome[Path]:
    """Write the package as only the holder of a key can open it, beside it.

    Raises:
        LockError: `not_key`.
        FileError: The package cannot be read, or the folder not written to.
    """
    from desktop.files import locking
    from desktop.files.whole_file import read_whole, write

    target = package.with_name(package.name + ENDING)
    write(target, locking.lock_with_key(read_whole(package), public))
    return Outcome(target)


def lock_with_words(
    package: Path, words: str, *, archive: bool = False
) -> Outcome[Path]:
    """Write the package as whoever knows the words can open it, beside it.

    It is opened again before it is written.

    Args:
        package: A package.
        words: A pass-phrase both sides know, told on another way than the package.
        archive: Whether to write an archive that 7-Zip opens, for a receiver without
            this program.

    Raises:
        LockError: `weak` words; `own_check_failed`.
        FileError: The package cannot be read, or the folder not written to.
    """
    from desktop.files import locking
    from desktop.files.whole_file import read_whole, write

    data = read_whole(package)
    if archive:
        target = package.with_name(package.stem + ARCHIVE)
        locked = locking.lock_as_archive(data, words)
    else:
        target = package.with_name(package.name + ENDING)
        locked = locking.lock_with_words(data, words)
    if locking.unlock_with_words(locked, words, path=target) != data:
        raise LockError(target, "own_check_failed")
    write(target, locked)
    return Outcome(target)
