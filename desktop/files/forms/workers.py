"""Keep processes that read one file after the other, and replace one that dies.

Starting an interpreter takes longer than reading a form, so each reads many; a file
that hangs, swells or crashes ends its process, and the next file has a fresh one.
"""

import contextlib
import json
import subprocess
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from types import TracebackType
from typing import IO, Any, Final, Self, cast

from desktop.files.foreign.confinement import put_into_job
from desktop.files.foreign.limits import INFLATED_LIMIT, Limits
from desktop.files.foreign.starting import OUT_OF_TIME, last_words, started
from desktop.files.forms.child import DONE

_COUNT: Final = 2
"""Processes at a time: as many as the cores of the machines they are for."""
_AHEAD: Final = 16
"""Answers that may wait to be taken, so that nothing piles up."""
_WATCH: Final = 0.1
"""Seconds between two looks at the clock and at whoever may want to stop."""
_MOST_TOLD: Final = INFLATED_LIMIT
"""Bytes a process may tell of one file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """All lines a process told of one file."""

    lines: tuple[bytes, ...] = ()
    fault: tuple[str, ...] = ()
    """Reason and facts where the process did not come to its end."""


class Workers:
    """Processes that share a list of files between them."""

    def __init__(self, module: str, limits: Limits, paths: Sequence[Path]) -> None:
        """Take what they run, what each file may cost them, and the files."""
        self._module = module
        self._limits = limits
        self._paths = paths
        self._changed = threading.Condition()
        self._answers: dict[int, Answer] = {}
        self._next = 0
        self._taken = 0
        self._stopped = False
        self._running: list[_Worker] = []

    def __enter__(self) -> Self:
        """Begin to read."""
        for _ in range(min(_COUNT, len(self._paths))):
            worker = _Worker(self._module, self._limits)
            self._running.append(worker)
            threading.Thread(target=self._work, args=(worker,), daemon=True).start()
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        """End every process, whatever it is at."""
        with self._changed:
            self._stopped = True
            self._changed.notify_all()
        for worker in self._running:
            worker.end()

    def answer(self, number: int) -> Iterator[Answer | None]:
        """Yield None from time to time until a file is read, then its answer."""
        while True:
            with self._changed:
                if number not in self._answers:
                    self._changed.wait(_WATCH)
                found = self._answers.pop(number, None)
                if found is not None:
                    self._taken = number + 1
                    self._changed.notify_all()
            self._end_late()
            yield found

    def _end_late(self) -> None:
        now = time.monotonic()
        for worker in self._running:
            worker.end_after(now)

    def _work(self, worker: "_Worker") -> None:
        """Let one process read files until there are none left."""
        while (number := self._take()) is not None:
            answer = worker.ask(self._paths[number])
            with self._changed:
                self._answers[number] = answer
                self._changed.notify_all()
        worker.end()

    def _take(self) -> int | None:
        with self._changed:
            while not self._stopped and self._next >= self._taken + _AHEAD:
                self._changed.wait()
            if self._stopped or self._next >= len(self._paths):
                return None
            self._next += 1
            return self._next - 1


class _Worker:
    """One process, and the next one when it has died."""

    def __init__(self, module: str, limits: Limits) -> None:
        self._module = module
        self._limits = limits
        self._process: subprocess.Popen[bytes] | None = None
        self._said: IO[bytes] | None = None
        self._job: Any = None
        self._deadline = 0.0
        self._late = False
        self._ended = False
        self._guard = threading.Lock()

    def ask(self, path: Path) -> Answer:
        """Return what the process tells of a file; of a dead one, how it died."""
        try:
            process = self._started()
        except OSError as error:
            return Answer(fault=("reader_died", str(error.strerror)))
        lines: list[bytes] = []
        try:
            whole = self._talk(process, path, lines)
        except (OSError, ValueError):
            whole = False
        with self._guard:
            self._deadline = 0.0
        if whole:
            return Answer(lines=tuple(lines))
        return Answer(lines=tuple(_faults(lines)), fault=self._buried())

    def end_after(self, now: float) -> None:
        """End a process that has been at one file for too long."""
        with self._guard:
            process = self._process
            if process is not None and 0.0 < self._deadline < now:
                self._late = True
                process.kill()

    def end(self) -> None:
        """End the process, if there is one, for good."""
        with self._guard:
            self._ended = True
            process = self._process
            if process is not None:
                process.kill()
                process.wait()
                self._forget()

    def _started(self) -> subprocess.Popen[bytes]:
        with self._guard:
            if self._ended:
                raise OSError
            if self._process is None:
                self._start()
            self._late = False
            self._deadline = time.monotonic() + self._limits.seconds
            return cast("subprocess.Popen[bytes]", self._process)

    def _start(self) -> None:
        said = TemporaryFile()  # noqa: SIM115  closed with the process
        try:
            words = (str(self._limits.memory), f"{self._limits.seconds:g}")
            self._process = started(self._module, *words, said=said)
        except OSError:
            said.close()
            raise
        self._said = said
        self._job = put_into_job(self._process, self._limits.memory)

    def _talk(
        self, process: subprocess.Popen[bytes], path: Path, lines: list[bytes]
    ) -> bool:
        """Ask for a file and take its lines; return whether the last one came."""
        told = cast("IO[bytes]", process.stdout)
        asked = cast("IO[bytes]", process.stdin)
        asked.write(f"{json.dumps([str(path.absolute())])}\n".encode())
        asked.flush()
        left = _MOST_TOLD
        for line in told:
            if line == DONE:
                return True
            left -= len(line)
            if left < 0:
                lines[:] = [b'["fault","too_large"]']
                break
            lines.append(line)
        return False

    def _buried(self) -> tuple[str, ...]:
        """Return how the process died, and have another one for the next file."""
        with self._guard:
            process, said = self._process, self._said
            if process is None or said is None:  # ended from outside
                return ("reader_died",)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(_GRACE)
            process.kill()
            code, words = process.wait(), last_words(said)
            late = self._late
            self._forget()
        if late or code == OUT_OF_TIME:
            return ("too_slow", f"{self._limits.seconds:g}")
        memory = MemoryError.__name__ in words
        return ("too_much_memory" if memory else "reader_died", str(code), words)

    def _forget(self) -> None:
        process, said = self._process, self._said
        if process is not None:
            for stream in (process.stdin, process.stdout):
                with contextlib.suppress(OSError):
                    cast("IO[bytes]", stream).close()
        if said is not None:
            said.close()
        self._process = self._said = self._job = None


_GRACE: Final = 0.5
"""Seconds a process that closed its output is given to end by itself."""


def _faults(lines: Sequence[bytes]) -> list[bytes]:
    """Return the line in which a process says itself why it gave up."""
    return [line for line in lines[-1:] if line.startswith(b'["fault"')]
