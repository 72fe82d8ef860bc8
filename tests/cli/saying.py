"""Run a verb in this process, and judge what it said."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from desktop.cli.main import main

LABELS = (
    "Chuyện gì xảy ra: ",
    "Vì sao: ",
    "Dữ liệu của anh/chị: ",
    "Làm gì tiếp: ",
)
FAULT_KEYS = {"kind", "reason", "problems", "what", "why", "data", "next"}
OTHER_TONGUE = ("Usage", "Options", "Commands", "Arguments", "Missing", "Invalid")
"""Words of the library that would betray an untranslated line."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a verb printed, and what the program would exit with."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """Return the JSON that was printed."""
        return json.loads(self.out)


Say = Callable[..., Said]


def speaker(capsys: pytest.CaptureFixture[str]) -> Say:
    """Return what runs a verb with its words and takes down what it says."""

    def say(*words: object) -> Said:
        capsys.readouterr()
        code = main([str(word) for word in words])
        printed = capsys.readouterr()
        return Said(code, printed.out, printed.err)

    return say


def four_lines(text: str) -> list[str]:
    """Return the four parts of a fault, after any lines of progress."""
    assert "Traceback" not in text
    told = "\n".join(row for row in text.splitlines() if not row.startswith("… "))
    places = [told.find(label) for label in LABELS]
    assert places[0] == 0, told
    assert places == sorted(places), told
    ends = [*places[1:], len(told)]
    parts = [
        told[start + len(label) : end].strip()
        for label, start, end in zip(LABELS, places, ends, strict=True)
    ]
    assert all(parts), told
    assert not [word for word in OTHER_TONGUE if word in told], told
    return parts


def fault(
    say: Say, *words: object, kind: str, reason: str | None = None, code: int = 2
) -> dict[str, str]:
    """Do what must fail, as a person and as a program; return the error object."""
    plain = say(*words)
    assert (plain.code, plain.out) == (code, "")
    parts = four_lines(plain.err)
    told = say(*words, "--json")
    assert told.code == code
    assert set(told.data) == {"error"}
    error: dict[str, str] = told.data["error"]
    assert set(error) == FAULT_KEYS
    assert error["kind"] == kind
    if reason is not None:
        assert error["reason"] == reason
    given = [error[key].strip() for key in ("what", "why", "data", "next")]
    assert given == parts == four_lines(told.err)
    return error


def digest(path: Path) -> str:
    """Return the hash by which a file is seen to be the same."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def names(folder: Path) -> list[str]:
    """Return the names in a folder, in order."""
    return sorted(one.name for one in folder.iterdir())
