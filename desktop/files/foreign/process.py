"""Have a foreign file read by another process, within limits, and take what it tells.

A file that hangs, swells or crashes its reader costs that process, and nothing of ours.
"""

import subprocess
import threading
import time
from contextlib import suppress
from io import BufferedReader
from pathlib import Path
from queue import Empty, Full, Queue
from tempfile import TemporaryFile
from typing import IO, Final, cast

from desktop.errors import FileError
from desktop.files.foreign.confinement import put_into_job
from desktop.files.foreign.limits import LIMITS, Limits
from desktop.files.foreign.lines import LineReader
from desktop.files.foreign.starting import OUT_OF_TIME, last_words, started
from desktop.progress import Progress, Step, silent
from desktop.rules.grid import TableSource

STAGE: Final = "reading_table"
_CHILD: Final = "desktop.files.foreign.child"
_PIECE: Final = 1 << 16
_PIECES: Final = 64
"""Pieces that may wait to be taken, so that nothing piles up."""
_WATCH: Final = 0.1
"""Seconds between two looks at the clock and at whoever may want to stop."""


def read_apart(
    path: Path,
    progress: Progress = silent,
    *,
    limits: Limits = LIMITS,
    module: str = _CHILD,
) -> TableSource:
    """Return what another process reads in a file.

    Args:
        path: The file; it is only read.
        progress: Told the rows that came through; Cancelled ends the other process.
        limits: Seconds and bytes the process may take.
        module: What it runs.

    Raises:
        FileError: What the process says of the file; `too_slow`, `too_much_memory`,
            `reader_died` when it did not get to that; `cells_lost` when not all it
            met came through.
    """
    reader = LineReader(path.name)
    with TemporaryFile() as said, _started(path, limits, module, said) as process:
        job = put_into_job(process, limits.memory)
        try:
            _follow(process, reader, progress, time.monotonic() + limits.seconds)
        except TimeoutError as error:
            raise FileError(path, "too_slow", f"{limits.seconds:g}") from error
        except (ValueError, KeyError, TypeError, IndexError) as error:
            raise FileError(path, "reader_died", type(error).__name__) from error
        finally:
            process.kill()
            process.wait()
            del job
        return _judged(path, reader, process.returncode, last_words(said))


def _started(
    path: Path, limits: Limits, module: str, said: IO[bytes]
) -> subprocess.Popen[bytes]:
    words = (str(path.absolute()), str(limits.memory), f"{limits.seconds:g}")
    try:
        return started(module, *words, said=said)
    except OSError as error:
        raise FileError(path, "reader_died", str(error.strerror)) from error


def _follow(
    process: subprocess.Popen[bytes],
    reader: LineReader,
    progress: Progress,
    deadline: float,
) -> None:
    """Take lines until the process ends. Raise TimeoutError at the deadline."""
    pieces: Queue[bytes] = Queue(_PIECES)
    stopped = threading.Event()
    told = cast("BufferedReader", process.stdout)
    threading.Thread(target=_pump, args=(told, pieces, stopped), daemon=True).start()
    try:
        rest = b""
        while piece := _next(pieces, reader, progress, deadline):
            *lines, rest = (rest + piece).split(b"\n")
            for line in lines:
                reader.line(line)
    finally:
        stopped.set()
    with suppress(subprocess.TimeoutExpired):
        process.wait(max(deadline - time.monotonic(), 0))
        return
    raise TimeoutError


def _next(
    pieces: Queue[bytes], reader: LineReader, progress: Progress, deadline: float
) -> bytes:
    """Return the next piece, blank at the end; let the user stop meanwhile."""
    while time.monotonic() < deadline:
        progress(Step(STAGE, reader.rows, 0))
        with suppress(Empty):
            return pieces.get(timeout=_WATCH)
    raise TimeoutError


def _pump(
    stream: BufferedReader, pieces: Queue[bytes], stopped: threading.Event
) -> None:
    """Pass on what the process tells; a blank piece at its end."""
    piece = b"-"
    while piece:
        try:
            piece = stream.read1(_PIECE)
        except (OSError, ValueError):
            piece = b""
        while not stopped.is_set():
            with suppress(Full):
                pieces.put(piece, timeout=_WATCH)
                break


def _judged(path: Path, reader: LineReader, code: int, said: str) -> TableSource:
    """Return what came through when the process ended well and told everything."""
    if reader.fault:
        raise FileError(path, *reader.fault)
    if code == OUT_OF_TIME:
        raise FileError(path, "too_slow")
    if code or reader.filled is None:
        reason = "too_much_memory" if MemoryError.__name__ in said else "reader_died"
        raise FileError(path, reason, str(code), said)
    if not reader.whole:
        raise FileError(path, "cells_lost", str(reader.filled))
    return reader.source()
