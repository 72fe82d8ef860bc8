"""The process answers one question after the other, and ends with whoever asks."""

import datetime as dt
import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from desktop.files.verifying.child import answer
from desktop.files.wire.verdict import (
    CheckWire,
    RefusalWire,
    VerdictWire,
    answer_from_json,
    check_to_json,
)
from tests.files.pki import NOW
from tests.house.source import ROOT

COMMAND = [sys.executable, "-m", "desktop.files.verifying.child"]


def question(path: Path, now: dt.datetime = NOW) -> CheckWire:
    return CheckWire(
        path=str(path),
        anchors=(),
        intermediates=(),
        crls=(),
        now=now,
        memory=1_500_000_000,
        seconds=30,
    )


def a_book(folder: Path) -> Path:
    from openpyxl import Workbook

    path = folder / "sổ.xlsx"
    Workbook().save(path)
    return path


def test_a_file_is_answered_with_its_verdict(tmp_path: Path) -> None:
    told = answer(question(a_book(tmp_path)))
    assert isinstance(told, VerdictWire)
    assert [one.code for one in told.verdict.findings] == ["unsigned"]


def test_a_file_with_nothing_to_check_is_answered_with_the_reason(
    tmp_path: Path,
) -> None:
    told = answer(question(tmp_path / "none"))
    assert told == RefusalWire(
        kind="FileError", path=str(tmp_path / "none"), reason="missing"
    )


def test_the_process_says_the_same_and_nothing_else(tmp_path: Path) -> None:
    asked = [question(a_book(tmp_path)), question(tmp_path / "none")]
    asked = [msgspec.structs.replace(one, mark=f"m{n}") for n, one in enumerate(asked)]
    with subprocess.Popen(
        COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for one in asked:
            process.stdin.write(check_to_json(one))
            process.stdin.flush()
            told = answer_from_json(process.stdout.readline())
            assert told == answer(one)
            assert told.mark == one.mark
        process.stdin.close()
        assert process.stdout.read() == b""


@pytest.mark.parametrize("line", [b"", b"{}\n", b"x\n"])
def test_a_question_nobody_understands_is_an_end_without_an_answer(line: bytes) -> None:
    done = subprocess.run(
        COMMAND, input=line, capture_output=True, cwd=ROOT, timeout=20, check=False
    )
    assert (done.returncode, done.stdout) == (1, b"")


def test_the_process_ends_with_whoever_asked(tmp_path: Path) -> None:
    fifo = tmp_path / "endless"
    os.mkfifo(fifo)
    with subprocess.Popen(
        COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT
    ) as process:
        assert process.stdin is not None
        process.stdin.write(check_to_json(question(fifo)))
        process.stdin.flush()
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(1)
        process.stdin.close()
        assert process.wait(10) == 1
