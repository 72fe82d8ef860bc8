"""A file that hangs, swells or crashes its reader costs that reader and no more."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from desktop.errors import Cancelled, FileError
from desktop.files.foreign.limits import Limits
from desktop.files.foreign.process import read_apart
from desktop.progress import Step, silent
from tests.files.foreign.workbooks import a_book, cells, strings
from tests.house.source import ROOT

MODULE = "tests.files.foreign.misbehaving"
SHORT = Limits(seconds=1.5)
LONG = Limits(seconds=15, memory=250_000_000)


def misread(folder: Path, way: str, limits: Limits = SHORT) -> FileError:
    path = folder / f"{way}.xlsx"
    path.write_bytes(b"untouched")
    started = time.monotonic()
    with pytest.raises(FileError) as caught:
        read_apart(path, limits=limits, module=MODULE)
    assert time.monotonic() - started < limits.seconds + 3
    assert path.read_bytes() == b"untouched"
    assert caught.value.path == path
    return caught.value


@pytest.mark.parametrize(
    ("way", "reason"),
    [
        ("loop", "too_slow"),
        ("flood", "too_slow"),
        ("swell", "too_much_memory"),
        ("crash", "reader_died"),
        ("leave", "reader_died"),
        ("fail", "reader_died"),
        ("quiet", "reader_died"),
        ("babble", "reader_died"),
        ("lie", "cells_lost"),
        ("refuse", "too_large"),
    ],
)
def test_every_end_of_the_reader_has_its_reason(
    tmp_path: Path, way: str, reason: str
) -> None:
    limits = SHORT if reason == "too_slow" else LONG
    assert misread(tmp_path, way, limits).reason == reason


def test_how_the_reader_ended_is_told_with_its_last_words(tmp_path: Path) -> None:
    code, said = misread(tmp_path, "fail", LONG).facts
    assert code == "1"
    assert said.endswith("ZeroDivisionError")
    assert misread(tmp_path, "leave", LONG).facts[0] == "7"


def test_what_libraries_print_is_not_among_the_lines(tmp_path: Path) -> None:
    path = tmp_path / "chatter.xlsx"
    source = read_apart(path, limits=LONG, module=MODULE)
    assert source.grids[0].rows[0].cell(0).text == "x"


def test_a_reader_that_computes_too_long_ends_by_itself(tmp_path: Path) -> None:
    """Nobody stops it here but the system: the time allowed is that of computing."""
    words = [
        sys.executable,
        "-m",
        MODULE,
        str(tmp_path / "loop.xlsx"),
        "512000000",
        "-1",
    ]
    ended = subprocess.run(
        words, cwd=ROOT, stdin=subprocess.PIPE, timeout=20, check=False
    )
    assert ended.returncode in (-signal.SIGXCPU, 1)


def test_a_workbook_that_swells_is_given_up(tmp_path: Path) -> None:
    texts = strings(*(f"<t>{at:060d}</t>" for at in range(400_000)))
    path = a_book(tmp_path / "a.xlsx", cells("a"), xl__sharedStrings=texts)
    with pytest.raises(FileError) as caught:
        read_apart(path, limits=Limits(memory=110_000_000))
    assert caught.value.reason == "too_much_memory"
    assert read_apart(path).grids[0].rows[0].cell(0).text == "a"


def gone(pid: int) -> bool:
    """Wait a little for a process to end."""
    for _ in range(100):
        try:
            stat = Path(f"/proc/{pid}/stat").read_text()
        except FileNotFoundError:
            return True
        if stat.rpartition(")")[2].split()[0] == "Z":
            return True
        time.sleep(0.05)
    return False


def pid_in(path: Path) -> int:
    """Wait for a reader to have told who it is."""
    for _ in range(200):
        if path.exists() and path.read_text():
            break
        time.sleep(0.05)
    return int(path.read_text())


def test_who_cancels_waits_for_nothing(tmp_path: Path) -> None:
    path = tmp_path / "wait.xlsx"

    def stop(step: Step) -> None:
        assert step.stage == "reading_table"
        if path.exists() and path.read_text():
            raise Cancelled

    with pytest.raises(Cancelled):
        read_apart(path, stop, module=MODULE)
    assert gone(int(path.read_text()))


def test_the_reader_ends_with_whoever_started_it(tmp_path: Path) -> None:
    path = tmp_path / "wait.xlsx"
    code = (
        "from pathlib import Path; import sys;"
        "from desktop.files.foreign.process import read_apart;"
        f"read_apart(Path(sys.argv[1]), module={MODULE!r})"
    )
    starter = subprocess.Popen([sys.executable, "-c", code, str(path)], cwd=ROOT)
    reader = pid_in(path)
    starter.kill()
    starter.wait()
    assert gone(reader)


def test_progress_tells_rows_that_came_through(tmp_path: Path) -> None:
    steps: list[Step] = []
    path = a_book(tmp_path / "a.xlsx", "".join(cells(str(n)) for n in range(3_000)))
    assert len(read_apart(path, steps.append).grids[0].rows) == 3_000
    assert all(step.total == 0 for step in steps)
    assert [step.done for step in steps] == sorted(step.done for step in steps)
    assert steps[-1].done == 3_000


def test_the_folder_one_stands_in_does_not_matter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_book(tmp_path / "bảng có dấu.xlsx", cells("a"))
    monkeypatch.chdir(tmp_path)
    source = read_apart(Path("bảng có dấu.xlsx"), silent)
    assert source.name == "bảng có dấu.xlsx"
    assert [one.name for one in tmp_path.iterdir()] == ["bảng có dấu.xlsx"]


def test_an_interpreter_that_is_not_there_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "none"))
    with pytest.raises(FileError) as caught:
        read_apart(tmp_path / "a.xlsx")
    assert caught.value.reason == "reader_died"
