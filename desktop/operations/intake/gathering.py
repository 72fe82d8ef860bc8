"""Copy in what was dropped, and take the files out of archives, mails and locks."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from desktop.errors import FileError
from desktop.files.arriving import mail_parts, unpacking
from desktop.files.arriving.kept import Kept, keep, keep_bytes
from desktop.files.arriving.recognising import Recognised, What, recognise
from desktop.files.arriving.unpacking import Inner
from desktop.operations.intake.piecing import wholes
from desktop.operations.intake.unlocking import Words, unlock
from desktop.progress import Progress, Step
from desktop.records.arrival import WITHIN

STAGE: Final = "copying_in"
DEEPEST: Final = 2
"""Containers around a file: a mail with an archive, or an archive in an archive."""
FOLDERS_DEEP: Final = 3
FILE_LIMIT: Final = 3_000
"""Files of one drop, with those inside folders."""

_OURS: Final = frozenset({"full", "read_only", "differs", "gone"})
"""Reasons that speak of our own folder: nothing can be kept, so all stops."""
_GONE: Final = frozenset({"missing", "unreadable"})
"""Reasons that may be of a stick pulled out, or of a folder no longer there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One file of a drop: our copy of it, and what it is by its content."""

    name: str
    kept: Kept | None = None
    """None where no copy could be made; the reason tells why."""
    found: Recognised


def gather(
    folder: Path, paths: Sequence[Path], words: Words, progress: Progress
) -> Iterator[Item]:
    """Yield each file of a drop, once for each time it was dropped.

    Args:
        folder: Where copies are kept.
        paths: What was dropped: files or folders.
        words: What opens locked files.
        progress: Told the files copied; a stopping point before each.

    Raises:
        FileError: `full`, `read_only` or `differs` of our own folder.
        Cancelled: The user asked to stop; copies stay.
    """
    listed = list(_listed(paths))
    pieces: list[tuple[str, Kept]] = []
    for number, (name, path, reason) in enumerate(listed):
        progress(Step(STAGE, number, len(listed)))
        for item in _looked_at(folder, (name, path, reason), words):
            if item.found.what is What.PIECE and item.kept is not None:
                pieces.append((item.name, item.kept))
            else:
                yield item
    yield from _put_together(folder, pieces, words)
    progress(Step(STAGE, len(listed), len(listed)))


def _looked_at(
    folder: Path, listed: tuple[str, Path, tuple[str, ...]], words: Words
) -> Iterator[Item]:
    """Yield what is in a file; of one that is gone, what was copied in before."""
    name, path, reason = listed
    kept = None if reason else _copied(folder, path)
    if isinstance(kept, Kept):
        words.copied[path] = name, kept
        yield from _opened(folder, name, kept, words, 0)
        return
    reason = reason or kept or ()
    before = words.copies_of(folder, path) if reason[0] in _GONE else ()
    for inner, copy in before:
        yield from _opened(folder, inner, copy, words, 0)
    if not before:
        yield _without_copy(name, reason)


def _copied(folder: Path, path: Path) -> Kept | tuple[str, ...]:
    """Copy a file in, or return why it cannot be read."""
    try:
        return keep(folder, path)
    except FileError as error:
        if error.reason in _OURS:
            raise
        return (error.reason, *error.facts)


def _put_together(
    folder: Path, pieces: list[tuple[str, Kept]], words: Words
) -> Iterator[Item]:
    """Yield the files whose pieces came, or each piece where not all of them did."""
    for one in wholes(pieces):
        if not one.reason:
            kept = keep_bytes(folder, one.data)
            yield from _opened(folder, one.name, kept, words, 1)
            continue
        for name in one.names:
            found = Recognised(What.FOREIGN, one.reason)
            yield Item(name=name, kept=one.kept, found=found)


# --- folders -------------------------------------------------------------------


def _listed(paths: Iterable[Path]) -> Iterator[tuple[str, Path, tuple[str, ...]]]:
    """Yield name, path, and why a path cannot be copied; blank where it can."""
    seen = 0
    for path in sorted(paths, key=lambda one: one.name):
        for name, inner, reason in _in_folder(path, path.name, 0):
            seen += 1
            if seen > FILE_LIMIT:
                yield path.name, path, ("many_files", str(FILE_LIMIT))
                return
            yield name, inner, reason


def _in_folder(
    path: Path, name: str, depth: int
) -> Iterator[tuple[str, Path, tuple[str, ...]]]:
    if path.is_symlink():
        yield name, path, ("shortcut",)
    elif not path.is_dir():
        yield name, path, ()
    elif path.parent == path:
        yield str(path), path, ("whole_drive",)
    elif depth == FOLDERS_DEEP:
        yield name, path, ("folder_deep",)
    else:
        yield from _inside(path, name, depth)


def _inside(
    path: Path, name: str, depth: int
) -> Iterator[tuple[str, Path, tuple[str, ...]]]:
    try:
        inner = sorted(path.iterdir())
    except OSError as error:
        yield name, path, ("unreadable", str(error.strerror))
        return
    if not inner:
        yield name, path, ("folder_empty",)
    for one in inner:
        yield from _in_folder(one, f"{name}{WITHIN}{one.name}", depth + 1)


# --- containers ----------------------------------------------------------------


def _opened(
    folder: Path, name: str, kept: Kept, words: Words, depth: int
) -> Iterator[Item]:
    """Yield a file, or the files inside it."""
    data = kept.path.read_bytes()
    item = Item(name=name, kept=kept, found=recognise(data, name.rpartition(WITHIN)[2]))
    if item.found.what is What.LOCKED:
        yield from _unlocked(folder, item, data, words, depth)
    elif item.found.what in _CONTAINERS:
        yield from _contents(folder, item, data, words, depth)
    else:
        yield item


_CONTAINERS: Final = {
    What.ARCHIVE: unpacking.files_in,
    What.MAIL: mail_parts.files_in,
}


def _contents(
    folder: Path, item: Item, data: bytes, words: Words, depth: int
) -> Iterator[Item]:
    if depth == DEEPEST:
        yield replace(item, found=Recognised(What.FOREIGN, ("nested_archive",)))
        return
    inner = list(_CONTAINERS[item.found.what](data))
    if not inner:
        yield replace(item, found=Recognised(What.FOREIGN, ("empty_archive",)))
    for one in inner:
        yield from _taken_out(folder, item, one, words, depth)


def _taken_out(
    folder: Path, item: Item, one: Inner, words: Words, depth: int
) -> Iterator[Item]:
    name = f"{item.name}{WITHIN}{one.name}" if one.name else item.name
    if one.reason:
        yield Item(
            name=name,
            kept=item.kept if not one.name else None,
            found=Recognised(What.FOREIGN, one.reason),
        )
        return
    yield from _opened(folder, name, keep_bytes(folder, one.data), words, depth + 1)


def _unlocked(
    folder: Path, item: Item, data: bytes, words: Words, depth: int
) -> Iterator[Item]:
    """Yield what was locked, or the locked file where nothing opens it."""
    if item.kept is None or depth > DEEPEST:
        yield item
        return
    inner = words.known(folder, item.kept)
    if inner is None:
        opened = unlock(data, item.kept, words)
        if isinstance(opened, tuple):
            yield replace(item, found=Recognised(What.LOCKED, opened))
            return
        if opened is None:
            yield item
            return
        inner = words.opened[item.kept.sha256] = keep_bytes(folder, opened)
    yield from _opened(folder, item.name, inner, words, depth + 1)


def _without_copy(name: str, reason: tuple[str, ...]) -> Item:
    return Item(name=name, found=Recognised(What.FOREIGN, reason))
