"""Write and read the one file for the successor: everything, locked by words.

One line that names the format, one with the length of what follows it: a key of this
file alone, locked as age locks with words; then the archive, locked as age locks for
that key; last the hash of all before it, so that a file that was cut or changed is told
from wrong words. age cannot lock a stream with words, and nobody's machine holds all
evidence of five years in its memory.
"""

import errno
import hashlib
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, Final

from desktop.errors import DesktopError, FileError, HandoverError, LockError
from desktop.files import locking
from desktop.files.handing_over.archive import CHUNK, Place, Taking, archive
from desktop.files.handing_over.passing import (
    Chunks,
    Hashed,
    Limited,
    pass_through,
)
from desktop.files.wire.handover import Header, header_to_json
from desktop.progress import Progress, Step, silent
from desktop.taking_place import forget, take_place

SUFFIX: Final = ".stt-ban-giao"
MAGIC: Final = b"so-truyen-thong ban-giao 1\n"
SPARE: Final = 1 << 20
"""Bytes that locking adds at most to a megabyte of header, and folders need."""
_LENGTH: Final = 8
"""Digits and line end of how long the locked key is."""
_DIGEST: Final = 64
_MOST_KEY: Final = 4_096
_SHARE: Final = 1_000
"""Locking adds 16 bytes to each 64 KiB: less than one part of so many."""
_FULL: Final = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_DENIED: Final = (errno.EACCES, errno.EPERM, errno.EROFS)


def write_handover(
    path: Path,
    header: Header,
    places: Mapping[str, Path],
    words: str,
    progress: Progress = silent,
) -> str:
    """Write the file whole or not at all, read it back, and return its hash.

    Raises:
        LockError: `weak`: the words are too short.
        HandoverError: `handover_full`, `handover_gone`, `handover_changed`, or
            `handover_damaged` where what was read back is not what was written.
        FileError: `read_only`; `no_folder`.
        Cancelled: The user asked to stop; nothing is left behind.
    """
    _refuse_full(path, header.size)
    pair = locking.new_key()
    wrapped = locking.lock_with_words(pair.secret.encode(), words)
    part = path.with_name(f"{path.name}.part")
    try:
        chunks = archive(header_to_json(header), header.files, places, path, progress)
        digest = _write(part, pair.public, wrapped, chunks)
        _compare(part, digest, path, progress)
        # Its key is known here; to ask the words again would only take time.
        _read(part, lambda _wrapped: pair.secret, lambda _: None, progress, path)
        take_place(part, path)
    except OSError as error:
        _drop(part)
        raise _translated(error, path, header.size) from error
    except BaseException:
        _drop(part)
        raise
    return digest


def read_handover(
    path: Path, words: str, place: Place, progress: Progress = silent
) -> Header:
    """Take the file apart; nothing is written before the whole file was compared.

    Raises:
        LockError: `wrong_words`, `too_heavy`.
        HandoverError: `handover_foreign`, `handover_damaged`, `handover_too_new`,
            `handover_gone`; and whatever `place` raises.
        FileError: `missing`, `unreadable`, `full`, `read_only`.
        Cancelled: The user asked to stop.
    """
    try:
        _checked(path, path, progress)
        return _read(
            path, lambda wrapped: _secret(wrapped, words, path), place, progress, path
        )
    except FileNotFoundError as error:
        raise FileError(path, "missing") from error
    except OSError as error:
        raise _translated(error, path, 0) from error


def _write(part: Path, public: str, wrapped: bytes, chunks: Iterator[bytes]) -> str:
    import pyrage

    with part.open("wb") as stream:
        out = Hashed(stream)
        out.write(MAGIC + f"{len(wrapped):0{_LENGTH - 1}}\n".encode() + wrapped)
        recipients = [pyrage.x25519.Recipient.from_str(public)]
        pass_through(
            lambda one, two: pyrage.encrypt_io(one, two, recipients),
            Chunks(chunks),
            out,
            part,
        )
        digest = out.digest.hexdigest()
        stream.write(digest.encode())
        stream.flush()
        os.fsync(stream.fileno())
        forget(stream)
    return digest


def _compare(part: Path, digest: str, path: Path, progress: Progress) -> None:
    if _checked(part, path, progress) != digest:
        raise HandoverError(path, "handover_damaged")


def _checked(part: Path, path: Path, progress: Progress) -> str:
    """Return the hash at the end, once everything before it was found to have it."""
    size, digest = part.stat().st_size, hashlib.sha256()
    with part.open("rb") as stream:
        forget(stream)
        if stream.read(len(MAGIC)) != MAGIC:
            raise HandoverError(path, _kind_of_fault(stream))
        if size < len(MAGIC) + _LENGTH + _DIGEST:
            raise HandoverError(path, "handover_damaged")
        digest.update(MAGIC)
        left = size - len(MAGIC) - _DIGEST
        while left and (chunk := stream.read(min(CHUNK, left))):
            digest.update(chunk)
            left -= len(chunk)
            progress(Step("rereading", size - left, size))
        told = stream.read(_DIGEST + 1)
    if told != digest.hexdigest().encode():
        raise HandoverError(path, "handover_damaged")
    return digest.hexdigest()


def _kind_of_fault(stream: BinaryIO) -> str:
    """Tell another file from one of ours of which the first line was changed."""
    stream.seek(0)
    head = stream.read(len(MAGIC))
    same = sum(one == other for one, other in zip(head, MAGIC, strict=False))
    if head.startswith(MAGIC[:-2]) and head[-2:-1].isdigit():
        return "handover_too_new"
    near = bool(head) and same >= min(len(head), len(MAGIC)) - 1
    return "handover_damaged" if near else "handover_foreign"


def _read(
    part: Path,
    unwrap: Callable[[bytes], str],
    place: Place,
    progress: Progress,
    path: Path,
) -> Header:
    import pyrage

    end = part.stat().st_size - _DIGEST
    with part.open("rb") as stream:
        stream.seek(len(MAGIC))
        length = stream.read(_LENGTH)
        if not length[:-1].isdigit() or int(length) > _MOST_KEY:
            raise HandoverError(path, "handover_damaged")
        secret = unwrap(stream.read(int(length)))
        source = Limited(stream, end - stream.tell())
        taking = Taking(path, place, progress)
        try:
            keys = [pyrage.x25519.Identity.from_str(secret)]
            pass_through(
                lambda one, two: pyrage.decrypt_io(one, two, keys),
                source,
                taking,
                path,
            )
            return taking.finish()
        finally:
            taking.close()


def _secret(wrapped: bytes, words: str, path: Path) -> str:
    try:
        return locking.unlock_with_words(wrapped, words, path=path).decode()
    except LockError as error:
        if error.reason in ("wrong_words", "too_heavy"):
            raise
        raise HandoverError(path, "handover_damaged") from error


def _refuse_full(path: Path, size: int) -> None:
    try:
        free = shutil.disk_usage(path.parent).free
    except OSError as error:
        raise FileError(path, "no_folder") from error
    needed = size + size // _SHARE + SPARE
    if free < needed:
        raise HandoverError(path, "handover_full", str(needed), str(free))


def _drop(part: Path) -> None:
    with suppress(OSError):
        part.unlink(missing_ok=True)


def _translated(error: OSError, path: Path, size: int) -> DesktopError:
    if error.errno in _FULL:
        return HandoverError(path, "handover_full", str(size + SPARE), "")
    if error.errno in _DENIED:
        return FileError(path, "read_only")
    return HandoverError(path, "handover_gone")
