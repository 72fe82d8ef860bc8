"""Have signed files checked by another process, within limits.

A file that hangs, swells or crashes the libraries costs that process and nothing of
ours: it is a file that could not be checked, which is what the verdict then says, and
the next file has a fresh process. To start one takes ten times as long as to check a
package, so it checks many. A file on which one ends that has checked others before is
given to a fresh one: what those left behind is not its fault.
"""

import datetime as dt
import secrets
import subprocess
import threading
import time
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from tempfile import TemporaryFile
from types import TracebackType
from typing import IO, Any, Final, Self, cast

from desktop.errors import (
    DesktopError,
    FileError,
    PackageTooNewError,
    PackageUnreadableError,
)
from desktop.files.foreign.confinement import put_into_job
from desktop.files.foreign.limits import Limits
from desktop.files.foreign.starting import OUT_OF_TIME, last_words, started
from desktop.files.signatures.trust import Trust
from desktop.files.wire.verdict import (
    AnswerWire,
    CheckWire,
    RefusalWire,
    answer_from_json,
    check_to_json,
)
from desktop.progress import Progress, Step, silent
from desktop.records.verification import (
    Chain,
    Coverage,
    FileVerdict,
    Finding,
    Integrity,
    SignatureVerdict,
)

LIMITS: Final = Limits(seconds=60.0, memory=1_500_000_000)
"""The largest file that is looked into takes a few seconds and some hundred MB."""
STAGE: Final = "verifying"
_TOO_SLOW: Final = "check_too_slow"
UNCHECKED: Final = frozenset({_TOO_SLOW, "check_too_large", "check_died"})
"""Findings that tell that the process did not come to an answer."""

MOST: Final = 50
"""Files that one process checks; what libraries leave behind ends with it."""

_CHILD: Final = "desktop.files.verifying.child"
_ANSWER_LIMIT: Final = 50_000_000
"""Bytes of an answer; a package of two hundred files has some hundred thousand."""
_WATCH: Final = 0.1
"""Seconds between two looks at the clock and at whoever may want to stop."""
_GRACE: Final = 0.5
"""Seconds a process that gave no answer is given to end by itself."""
_ERRORS: Final = {
    "FileError": FileError,
    "PackageUnreadableError": PackageUnreadableError,
    "PackageTooNewError": PackageTooNewError,
}


def verify_apart(
    path: Path,
    trust: Trust,
    progress: Progress = silent,
    *,
    now: dt.datetime | None = None,
    limits: Limits = LIMITS,
    module: str = _CHILD,
) -> FileVerdict:
    """Return what another process finds of a signed file.

    Findings of its own: `check_too_slow`, `check_too_large`, `check_died`, when the
    process did not come to an answer.

    Args:
        path: The file; it is only read.
        trust: Whom to believe; nothing else is asked there.
        progress: Told now and then; Cancelled ends the other process.
        now: The moment at which certificates are judged, this one if None.
        limits: Seconds and bytes the process may take.
        module: What it runs.

    Raises:
        FileError, PackageUnreadableError, PackageTooNewError: As `verify_file`.
        Cancelled: The user asked to stop.
    """
    with Checker(limits=limits, module=module) as checker:
        return checker.check(path, trust, progress, now=now)


class Checker:
    """Checks one file after the other in another process, a fresh one when it ends."""

    def __init__(self, *, limits: Limits = LIMITS, module: str = _CHILD) -> None:
        """Take what each file may cost, and what the process runs."""
        self._limits = limits
        self._module = module
        self._running: _Running | None = None

    def __enter__(self) -> Self:
        """Begin; a process is started with the first file."""
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        """End the process, whatever it is at."""
        self._end()

    def check(
        self,
        path: Path,
        trust: Trust,
        progress: Progress = silent,
        *,
        now: dt.datetime | None = None,
    ) -> FileVerdict:
        """Return what is found of a signed file, as `verify_apart` does."""
        question = CheckWire(
            path=str(path.absolute()),
            anchors=trust.anchors,
            intermediates=trust.intermediates,
            crls=trust.crls,
            now=now or dt.datetime.now(dt.UTC),
            memory=self._limits.memory,
            seconds=self._limits.seconds,
            mark=secrets.token_hex(16),
        )
        running = self._ready(path)
        fresh = running.checked == 0
        found = self._found(running, question, progress)
        if isinstance(found, Finding) and not fresh and found.code != _TOO_SLOW:
            found = self._found(self._ready(path), question, progress)
        if isinstance(found, Finding):
            return _unchecked(path, found)
        if isinstance(found, RefusalWire):
            error: type[DesktopError] = _ERRORS[found.kind]
            raise error(Path(found.path), found.reason, *found.facts)
        return found.verdict

    def _ready(self, path: Path) -> "_Running":
        if self._running is not None and self._running.checked >= MOST:
            self._end()
        if self._running is None:
            try:
                self._running = _Running(self._module, self._limits)
            except OSError as error:
                raise FileError(path, "reader_died", str(error.strerror)) from error
        return self._running

    def _found(
        self, running: "_Running", question: CheckWire, progress: Progress
    ) -> AnswerWire | Finding:
        """Return the answer, or why there is none: then the process is ended."""
        answered = False
        try:
            answer = running.ask(question, progress)
            answered = not isinstance(answer, Finding)
            return answer
        finally:
            if not answered:
                self._end()

    def _end(self) -> None:
        if self._running is not None:
            self._running.end()
            self._running = None


class _Running:
    """One process that checks files."""

    def __init__(self, module: str, limits: Limits) -> None:
        """Start it.

        Raises:
            OSError: The system starts no process.
        """
        self.checked = 0
        self._said = TemporaryFile()  # noqa: SIM115  closed with the process
        try:
            self._process = started(module, said=self._said)
        except OSError:
            self._said.close()
            raise
        self._job: Any = put_into_job(self._process, limits.memory)

    def ask(self, question: CheckWire, progress: Progress) -> AnswerWire | Finding:
        """Put a question; return the answer, or why there is none."""
        try:
            told = self._told(question, progress)
        except TimeoutError:
            return Finding(code=_TOO_SLOW, facts=(f"{question.seconds:g}",))
        self.checked += 1
        try:
            answer = answer_from_json(told)
        except ValueError:
            return self._unanswered()
        return answer if answer.mark == question.mark else self._unanswered()

    def end(self) -> None:
        """End it, whatever it is at."""
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            with suppress(OSError):
                cast("IO[bytes]", stream).close()
        self._said.close()
        self._job = None

    def _told(self, question: CheckWire, progress: Progress) -> bytes:
        """Return the answer, or what is left of one once the process has ended.

        Raise TimeoutError at the deadline.
        """
        told: SimpleQueue[bytes] = SimpleQueue()
        asked = (self._process, check_to_json(question), told)
        threading.Thread(target=_talk, args=asked, daemon=True).start()
        deadline = time.monotonic() + question.seconds
        while time.monotonic() < deadline:
            progress(Step(STAGE, 0, 0))
            with suppress(Empty):
                answer = told.get(timeout=_WATCH)
                if answer.endswith(b"\n"):
                    return answer
                with suppress(subprocess.TimeoutExpired):
                    self._process.wait(max(deadline - time.monotonic(), _WATCH))
                    return b""
        raise TimeoutError

    def _unanswered(self) -> Finding:
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(_GRACE)
        self._process.kill()
        code, said = self._process.wait(), last_words(self._said)
        if code == OUT_OF_TIME:
            return Finding(code=_TOO_SLOW)
        if MemoryError.__name__ in said:
            return Finding(code="check_too_large")
        return Finding(code="check_died", facts=(str(code), said))


def _talk(
    process: subprocess.Popen[bytes], line: bytes, told: SimpleQueue[bytes]
) -> None:
    """Write the question without closing the way it goes, and read the answer."""
    with suppress(OSError, ValueError):  # it is gone already, which its end tells
        asking = cast("IO[bytes]", process.stdin)
        asking.write(line)
        asking.flush()
    answer = b""
    with suppress(OSError, ValueError):
        answer = cast("IO[bytes]", process.stdout).readline(_ANSWER_LIMIT)
    told.put(answer)


def _unchecked(path: Path, finding: Finding) -> FileVerdict:
    """Return the verdict on a file that could not be checked: nothing good."""
    nobody = SignatureVerdict(
        signer="",
        issuer="",
        integrity=Integrity.UNREADABLE,
        coverage=Coverage.INCOMPLETE,
        chain=Chain.UNKNOWN,
    )
    return FileVerdict(
        file_name=path.name,
        format="other",
        signatures=(nobody,),
        findings=(finding,),
    )
