"""Write what was asked and what was found for the process that checks signed files."""

import datetime as dt
from typing import Literal

import msgspec

from desktop.records.verification import FileVerdict


class CheckWire(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is asked of the process: a file, whom to believe, and at which moment."""

    path: str
    anchors: tuple[bytes, ...]
    intermediates: tuple[bytes, ...]
    crls: tuple[bytes, ...]
    now: dt.datetime
    memory: int
    """Bytes of address space it may take."""
    seconds: float
    """Of computing."""
    mark: str = ""
    """What the answer has to bear: what was said before the question bears another."""


ErrorKind = Literal["FileError", "PackageUnreadableError", "PackageTooNewError"]


class RefusalWire(msgspec.Struct, frozen=True, kw_only=True, tag="refusal"):
    """A file in which there is nothing to check, as the error that tells so."""

    kind: ErrorKind
    path: str
    reason: str
    facts: tuple[str, ...] = ()
    mark: str = ""


class VerdictWire(msgspec.Struct, frozen=True, kw_only=True, tag="verdict"):
    """What was found."""

    verdict: FileVerdict
    mark: str = ""


AnswerWire = RefusalWire | VerdictWire


def check_to_json(check: CheckWire) -> bytes:
    """Return a question as one line."""
    return msgspec.json.encode(check) + b"\n"


def check_from_json(line: bytes) -> CheckWire:
    """Read a question back. Raise ValueError for anything else."""
    return msgspec.json.decode(line, type=CheckWire)


def answer_to_json(answer: AnswerWire) -> bytes:
    """Return an answer as one line."""
    return msgspec.json.encode(answer, enc_hook=_plain) + b"\n"


def answer_from_json(line: bytes) -> AnswerWire:
    """Read an answer back, every field checked. Raise ValueError for anything else."""
    answer: AnswerWire = msgspec.json.decode(line, type=AnswerWire)
    return answer


def _plain(value: object) -> str:
    """Return a text of a library's own kind as a text like any other."""
    if isinstance(value, str):
        return str(value)
    raise NotImplementedError(type(value).__name__)
