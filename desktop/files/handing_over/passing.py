"""Let bytes pass through a lock, from one end to the other, a few at a time."""

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

from desktop.errors import HandoverError

_Value = TypeVar("_Value")


class Hashed:
    """A file that is hashed as it is written."""

    def __init__(self, stream: BinaryIO) -> None:
        """Begin with nothing written."""
        self._stream = stream
        self.digest = hashlib.sha256()

    def write(self, data: bytes) -> int:
        """Write and hash some bytes."""
        self.digest.update(data)
        return self._stream.write(data)

    def flush(self) -> None:
        """Hand on what is held back."""
        self._stream.flush()


class Chunks:
    """Bytes that are made as they are read."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        """Take what makes them."""
        self._chunks = chunks
        self._left = memoryview(b"")

    def read(self, most: int = -1) -> bytes:
        """Return some bytes; none when there are no more."""
        while not self._left:
            chunk = next(self._chunks, None)
            if chunk is None:
                return b""
            self._left = memoryview(chunk)
        end = len(self._left) if most < 0 else most
        taken, self._left = self._left[:end], self._left[end:]
        return bytes(taken)


class Limited:
    """A file that ends before its real end."""

    def __init__(self, stream: BinaryIO, left: int) -> None:
        """Take the file, and how many bytes of it are left to be read."""
        self._stream = stream
        self._left = left

    def read(self, most: int = -1) -> bytes:
        """Return some bytes; none at the end."""
        wanted = self._left if most < 0 else min(most, self._left)
        taken = self._stream.read(wanted)
        self._left -= len(taken)
        return taken


class _End:
    """One end of what passes through the lock; keeps what failed in it."""

    def __init__(self, inner: Any) -> None:  # noqa: ANN401  reads, or writes
        self._inner = inner
        self.failed: BaseException | None = None

    def read(self, most: int = -1) -> bytes:
        return bytes(self._kept(lambda: self._inner.read(most)))

    def write(self, data: bytes) -> int:
        return int(self._kept(lambda: self._inner.write(data)))

    def flush(self) -> None:
        self._kept(self._inner.flush)

    def _kept(self, deed: Callable[[], _Value]) -> _Value:
        try:
            return deed()
        except BaseException as error:
            # the library may go on for a while: what came first tells the cause
            self.failed = self.failed or error
            raise


def pass_through(
    transfer: Callable[[object, object], object],
    source: object,
    sink: object,
    path: Path,
) -> None:
    """Let bytes pass from one end to the other; what failed in an end is raised.

    The library turns what its ends raise into errors of its own.
    """
    ends = (_End(source), _End(sink))
    try:
        transfer(*ends)
    except Exception as error:
        failed = next((one.failed for one in ends if one.failed is not None), None)
        if failed is not None:
            raise failed from None
        raise HandoverError(path, "handover_damaged") from error
