"""Processes share a list of files, and one that dies is replaced."""

import sys
import threading
from pathlib import Path

import pytest

from desktop.files.foreign.limits import LIMITS
from desktop.files.forms.workers import Answer, Workers
from tests.files.foreign.workbooks import a_book, cells

CHILD = "desktop.files.forms.child"


def taken(workers: Workers, number: int) -> Answer:
    return next(one for one in workers.answer(number) if one is not None)


def test_every_file_has_its_own_lines(tmp_path: Path) -> None:
    paths = [a_book(tmp_path / f"{n}.xlsx", cells(f"ô {n}")) for n in range(5)]
    with Workers(CHILD, LIMITS, paths) as workers:
        answers = [taken(workers, n) for n in range(5)]
    for number, answer in enumerate(answers):
        assert answer.fault == ()
        assert f"ô {number}" in b"".join(answer.lines).decode()


def test_no_more_wait_than_there_is_room_for(tmp_path: Path) -> None:
    path = a_book(tmp_path / "a.xlsx", cells("a"))
    with Workers(CHILD, LIMITS, [path] * 40) as workers:
        taken(workers, 0)
        for number in range(1, 40):
            taken(workers, number)
            assert len(workers._answers) <= 16


def test_an_interpreter_that_is_not_there_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "none"))
    with Workers(CHILD, LIMITS, [tmp_path / "a.xlsx"]) as workers:
        assert taken(workers, 0).fault[0] == "reader_died"


def test_no_thread_is_left_behind(tmp_path: Path) -> None:
    path = a_book(tmp_path / "a.xlsx", cells("a"))
    before = threading.active_count()
    with Workers(CHILD, LIMITS, [path] * 4) as workers:
        taken(workers, 0)
    for thread in threading.enumerate():
        if thread.name.endswith("(_work)"):
            thread.join(5)
    assert threading.active_count() <= before
