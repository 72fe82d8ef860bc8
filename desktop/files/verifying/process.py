"""Have a signed file checked by another process, within limits.

A file that hangs, swells or crashes the libraries costs that process and nothing of
ours: it is a file that could not be checked, which is what the verdict then says.
"""

import datetime as dt
import subprocess
import threading
import time
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from tempfile import TemporaryFile
from typing import IO, Final, cast

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
UNCHECKED: Final = frozenset({"check_too_slow", "check_too_large", "check_died"})
"""Findings that tell that the process did not come to an answer."""

_CHILD: Final = "desktop.files.verifying.child"
_ANSWER_LIMIT: Final = 50_000_000
"""Bytes of an answer; a package of two hundred files has some hundred thousand."""
_WATCH: Final = 0.1
"""Seconds between two looks at the clock and at whoever may want to stop."""
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
    question = CheckWire(
        path=str(path.absolute()),
        anchors=trust.anchors,
        intermediates=trust.intermediates,
        crls=trust.crls,
        now=now or dt.datetime.now(dt.UTC),
        memory=limits.memory,
        seconds=limits.seconds,
    )
    with TemporaryFile() as said, _started(path, module, said) as process:
        job = put_into_job(process, limits.memory)
        try:
            told = _asked(process, question, progress)
        except TimeoutError:
            return _unchecked(path, "check_too_slow", f"{limits.seconds:g}")
        finally:
            process.kill()
            process.wait()
            del job
        return _judged(path, told, process.returncode, said)


def _started(path: Path, module: str, said: IO[bytes]) -> subprocess.Popen[bytes]:
    try:
        return started(module, said=said)
    except OSError as error:
        raise FileError(path, "reader_died", str(error.strerror)) from error


def _asked(
    process: subprocess.Popen[bytes], question: CheckWire, progress: Progress
) -> bytes:
    """Put the question and wait for the end of the answer.

    Raise TimeoutError at the deadline.
    """
    told: SimpleQueue[bytes] = SimpleQueue()
    line = check_to_json(question)
    threading.Thread(target=_talk, args=(process, line, told), daemon=True).start()
    deadline = time.monotonic() + question.seconds
    while time.monotonic() < deadline:
        progress(Step(STAGE, 0, 0))
        with suppress(Empty):
            answer = told.get(timeout=_WATCH)
            with suppress(subprocess.TimeoutExpired):
                process.wait(max(deadline - time.monotonic(), _WATCH))
                return answer
    raise TimeoutError


def _talk(
    process: subprocess.Popen[bytes], line: bytes, told: SimpleQueue[bytes]
) -> None:
    """Write the question without closing the way it goes, and read to the end."""
    with suppress(OSError, ValueError):  # it is gone already, which its end tells
        asking = cast("IO[bytes]", process.stdin)
        asking.write(line)
        asking.flush()
    answer = b""
    with suppress(OSError, ValueError):
        answer = cast("IO[bytes]", process.stdout).read(_ANSWER_LIMIT)
    told.put(answer)


def _judged(path: Path, told: bytes, code: int, said: IO[bytes]) -> FileVerdict:
    try:
        answer = answer_from_json(told)
    except ValueError:
        return _unanswered(path, code, last_words(said))
    if isinstance(answer, RefusalWire):
        error: type[DesktopError] = _ERRORS[answer.kind]
        raise error(Path(answer.path), answer.reason, *answer.facts)
    return answer.verdict


def _unanswered(path: Path, code: int, said: str) -> FileVerdict:
    if code == OUT_OF_TIME:
        return _unchecked(path, "check_too_slow")
    if MemoryError.__name__ in said:
        return _unchecked(path, "check_too_large")
    return _unchecked(path, "check_died", str(code), said)


def _unchecked(path: Path, finding: str, *facts: str) -> FileVerdict:
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
        findings=(Finding(code=finding, facts=facts),),
    )
