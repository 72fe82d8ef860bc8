"""Lock a sealed package for its receiver: the lock goes around the seal."""

from pathlib import Path

from desktop.errors import LockError
from desktop.operations.outcome import Outcome
from desktop.operations.sending.lock_names import ARCHIVE, ENDING
from desktop.operations.sending.package_parts import leaving_files


def lock_for_key(package: Path, public: str) -> Outcome[Path]:
    """Write the package as only the holder of a key can open it, beside it.

    So is every other part of the report; the one of this package is returned.

    Raises:
        LockError: `not_key`.
        FileError: The package cannot be read, or the folder not written to.
    """
    for one in leaving_files(package):
        _lock_for_key(one, public)
    return Outcome(package.with_name(package.name + ENDING))


def _lock_for_key(package: Path, public: str) -> None:
    from desktop.files import locking
    from desktop.files.whole_file import read_whole, write

    locked = locking.lock_with_key(read_whole(package), public)
    write(package.with_name(package.name + ENDING), locked)


def lock_with_words(
    package: Path, words: str, *, archive: bool = False
) -> Outcome[Path]:
    """Write the package as whoever knows the words can open it, beside it.

    It is opened again before it is written. So is every other part of the report; the
    one of this package is returned.

    Args:
        package: A package.
        words: A pass-phrase both sides know, told on another way than the package.
        archive: Whether to write an archive that 7-Zip opens, for a receiver without
            this program.

    Raises:
        LockError: `weak` words; `own_check_failed`.
        FileError: The package cannot be read, or the folder not written to.
    """
    for one in leaving_files(package):
        _lock_with_words(one, _locked(one, archive=archive), words, archive=archive)
    return Outcome(_locked(package, archive=archive))


def _locked(package: Path, *, archive: bool) -> Path:
    name = package.stem + ARCHIVE if archive else package.name + ENDING
    return package.with_name(name)


def _lock_with_words(package: Path, target: Path, words: str, *, archive: bool) -> None:
    from desktop.files import locking
    from desktop.files.whole_file import read_whole, write

    data = read_whole(package)
    lock = locking.lock_as_archive if archive else locking.lock_with_words
    locked = lock(data, words)
    if locking.unlock_with_words(locked, words, path=target) != data:
        raise LockError(target, "own_check_failed")
    write(target, locked)
