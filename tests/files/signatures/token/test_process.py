"""Tests of the process that holds a module: its start, its end, its nonsense."""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.errors import SignatureError
from desktop.files.signatures.token import process
from desktop.files.signatures.token.process import HelperProcess
from desktop.paths import ROOT
from tests.ended import ended
from tests.files.signatures.token.conftest import Desk
from tests.files.spying import spy

ABSURD = "tests.files.signatures.token.absurd"


@pytest.fixture
def helper(desk: Desk) -> Iterator[HelperProcess]:
    made = HelperProcess(desk.module, 60)
    yield made
    made.end()


def test_it_answers_one_question_after_the_other(helper: HelperProcess) -> None:
    assert helper.ask("tokens") == helper.ask("tokens")
    assert len(helper.ask("tokens")) == 1


def test_a_refusal_is_our_own_error(helper: HelperProcess) -> None:
    with pytest.raises(SignatureError) as caught:
        helper.ask("certificates", serial="none")
    assert (caught.value.reason, caught.value.facts) == ("token_missing", ("none",))


@pytest.mark.parametrize("name", ["", "die", "__init__"])
def test_a_question_nobody_knows_is_refused_and_does_no_harm(
    helper: HelperProcess, name: str
) -> None:
    with pytest.raises(SignatureError) as caught:
        helper.ask(name)
    assert caught.value.reason == "module_failed"
    assert helper.ask("tokens")


def test_it_leaves_no_picture_of_its_memory_when_it_dies(
    helper: HelperProcess,
) -> None:
    limits = Path(f"/proc/{helper.pid}/limits").read_text("utf-8").splitlines()
    (core,) = [line for line in limits if line.startswith("Max core file size")]
    assert core.split()[4:6] == ["0", "0"]


def test_ending_it_twice_does_no_harm(helper: HelperProcess) -> None:
    helper.end()
    helper.end()
    assert ended(helper.pid)
    with pytest.raises(SignatureError) as caught:
        helper.ask("tokens")
    assert caught.value.reason == "helper_died"


@pytest.mark.parametrize("words", ["nonsense", "half", "silence", "shape"])
def test_a_helper_that_makes_no_sense_is_ended(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    monkeypatch.setattr(process, "_CHILD", ABSURD)
    monkeypatch.setenv("ABSURD", words)
    with pytest.raises(SignatureError) as caught:
        HelperProcess(desk.module, 0.5 if words == "silence" else 60)
    expected = "module_silent" if words == "silence" else "helper_died"
    assert caught.value.reason == expected


def test_a_helper_that_cannot_be_started_is_told(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with pytest.raises(SignatureError) as caught:
        HelperProcess(desk.module, 2)
    assert caught.value.reason == "helper_died"


def test_it_ends_with_whoever_started_it_even_while_the_module_hangs(
    desk: Desk, tmp_path: Path
) -> None:
    told = tmp_path / "pid"
    script = (
        "import sys, os; from pathlib import Path\n"
        "from desktop.files.signatures.token import process\n"
        "class Told(process.HelperProcess):\n"
        "    def ask(self, name, **told):\n"
        f"        Path({str(told)!r}).write_text(str(self.pid))\n"
        "        return super().ask(name, **told)\n"
        "Told(Path(sys.argv[1]), 60)\n"
    )
    with spy(desk.hsm.folder, "C_Initialize=hang") as watch:
        parent = subprocess.Popen(
            [sys.executable, "-c", script, str(watch.module)], cwd=ROOT
        )
        wait_until(lambda: watch.asked("C_Initialize") == 1)
        parent.kill()
        parent.wait()
    wait_until(lambda: ended(int(told.read_text("utf-8"))))


def wait_until(happened: object, seconds: float = 20) -> None:
    assert callable(happened)
    deadline = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < deadline
        time.sleep(0.02)
