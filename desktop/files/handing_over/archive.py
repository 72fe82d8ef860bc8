"""Put many files behind each other as a tar does, and take them apart, in a stream.

The first member is the header; the others are numbered, for their real names may be
longer than a plain tar can tell. Any program that reads tar shows them.
"""

import hashlib
import tarfile
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, Final

from desktop.errors import HandoverError
from desktop.files.wire.handover import Carried, Header, header_from_json
from desktop.progress import Progress, Step

HEADER: Final = "ban-giao.json"
BLOCK: Final = 512
CHUNK: Final = 1 << 20
_END: Final = 2 * BLOCK
"""Bytes of nothing behind the last member."""
_MOST_HEADER: Final = 200_000_000


def archive(
    header: bytes,
    files: Sequence[Carried],
    places: Mapping[str, Path],
    path: Path,
    progress: Progress,
) -> Iterator[bytes]:
    """Yield the bytes of the archive, a megabyte of a file at most at a time.

    Args:
        header: What stands first.
        files: What follows it, in this order.
        places: Where each lies, by its name.
        path: The file errors speak of.
        progress: Told how many bytes are done.

    Raises:
        HandoverError: `handover_changed`: a file is no longer what it was.
    """
    yield _member(HEADER, len(header)) + header + _padding(len(header))
    total, done = sum(one.size for one in files), 0
    for number, one in enumerate(files, start=1):
        yield _member(f"{number:06}", one.size)
        digest, left = hashlib.sha256(), one.size
        with places[one.name].open("rb") as stream:
            while chunk := stream.read(min(CHUNK, left)):
                digest.update(chunk)
                left -= len(chunk)
                yield chunk
                done += len(chunk)
                progress(Step("packing", done, total))
            if left or stream.read(1) or digest.hexdigest() != one.sha256:
                raise HandoverError(path, "handover_changed", one.name)
        yield _padding(one.size)
    yield bytes(_END)


def _member(name: str, size: int) -> bytes:
    info = tarfile.TarInfo(name)
    info.size = size
    return info.tobuf(tarfile.GNU_FORMAT)


def _padding(size: int) -> bytes:
    return bytes(-size % BLOCK)


_Telling = Generator[int, bytes, None]
_Asking = Generator[int, bytes, int]
"""Yields how many bytes are wanted next, and is sent them."""

Place = Callable[[Header], Mapping[str, Path] | None]
"""Called once with the header: where each file goes, or None to write nothing."""


class Taking:
    """Take an archive apart as its bytes come; each file is compared with its hash."""

    def __init__(self, path: Path, place: Place, progress: Progress) -> None:
        """Begin before the first byte; `path` is the file errors speak of."""
        self._path = path
        self._place = place
        self._progress = progress
        self._steps = self._run()
        self._buffer = bytearray()
        self._wanted = next(self._steps)
        self._ended = False
        self.header: Header | None = None

    def write(self, data: bytes) -> int:
        """Take more bytes.

        Raises:
            HandoverError: `handover_damaged`; and whatever `place` raises.
        """
        self._buffer += data
        while not self._ended and len(self._buffer) >= self._wanted:
            taken = bytes(self._buffer[: self._wanted])
            del self._buffer[: self._wanted]
            self._step(taken)
        if self._ended and self._buffer:
            raise self._damaged()
        return len(data)

    def flush(self) -> None:
        """Do nothing: what is written is flushed file by file."""

    def finish(self) -> Header:
        """Return the header, once everything has come.

        Raises:
            HandoverError: `handover_damaged`: something is missing.
        """
        if not self._ended or self.header is None:
            raise self._damaged()
        return self.header

    def close(self) -> None:
        """Let go of the file that is being written."""
        self._steps.close()

    def _step(self, taken: bytes) -> None:
        try:
            self._wanted = self._steps.send(taken)
        except StopIteration:
            self._ended = True

    def _run(self) -> _Telling:
        """Ask for bytes, member by member: yields how many are wanted next."""
        size = yield from self._opened(HEADER)
        if not 0 < size <= _MOST_HEADER:
            raise self._damaged()
        data = yield size
        yield from self._passed(-size % BLOCK)
        self.header = header_from_json(data, path=self._path)
        places, done = self._place(self.header), 0
        for number, one in enumerate(self.header.files, start=1):
            if (yield from self._opened(f"{number:06}")) != one.size:
                raise self._damaged()
            place = None if places is None else places[one.name]
            yield from self._content(one, place, done)
            yield from self._passed(-one.size % BLOCK)
            done += one.size
        yield from self._passed(_END)

    def _opened(self, name: str) -> _Asking:
        block = yield BLOCK
        try:
            info = tarfile.TarInfo.frombuf(block, "utf-8", "strict")
        except (tarfile.HeaderError, UnicodeDecodeError) as error:
            raise self._damaged() from error
        if info.name != name:
            raise self._damaged()
        return info.size

    def _content(self, one: Carried, place: Path | None, done: int) -> _Telling:
        digest, left = hashlib.sha256(), one.size
        stream = None if place is None else place.open("xb")
        try:
            while left:
                chunk = yield min(CHUNK, left)
                digest.update(chunk)
                if stream is not None:
                    stream.write(chunk)
                left -= len(chunk)
                self._tell(done + one.size - left)
        finally:
            _shut(stream)
        if digest.hexdigest() != one.sha256:
            raise self._damaged()

    def _passed(self, size: int) -> _Telling:
        """Take bytes that say nothing."""
        if size and any((yield size)):
            raise self._damaged()

    def _tell(self, done: int) -> None:
        total = self.header.size if self.header else 0
        self._progress(Step("unpacking", done, total))

    def _damaged(self) -> HandoverError:
        return HandoverError(self._path, "handover_damaged")


def _shut(stream: BinaryIO | None) -> None:
    with suppress(OSError):
        if stream is not None:
            stream.close()
