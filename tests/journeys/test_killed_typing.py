"""Killed in the middle of typing, the program loses no more than two seconds of it."""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop import paths
from desktop.gui.pages.activities.activities import ActivitiesPage
from desktop.gui.pages.report.report import ReportPage
from desktop.operations.entries import keep_draft
from desktop.store.store import Store
from tests.builders import an_office
from tests.journeys.officer import Officer
from tests.journeys.typist import SECTION, TEXT

MAY_BE_LOST = 2.0
"""Seconds of typing (E5)."""
LONG_ENOUGH = 6.0
"""Seconds typed before the kill: several keepings."""


@pytest.fixture
def office(tmp_path: Path) -> Path:
    return an_office(tmp_path / "so.stt")


def lines(stream: IO[str]) -> Iterator[tuple[float, int]]:
    """Yield moments and how much of the text stood in the field then."""
    for line in stream:
        moment, length = line.split()
        yield float(moment), int(length)


def type_and_die(office: Path, place: str) -> tuple[float, list[tuple[float, int]]]:
    """Type for a while and be killed; return when, and what was typed when."""
    words = [sys.executable, "-m", "tests.journeys.typist", str(office), place]
    with subprocess.Popen(
        words, cwd=paths.ROOT, stdout=subprocess.PIPE, text=True
    ) as typist:
        assert typist.stdout is not None
        typed: list[tuple[float, int]] = []
        for moment, length in lines(typist.stdout):
            typed.append((moment, length))
            if moment - typed[0][0] > LONG_ENOUGH:
                break
        killed_at = time.monotonic()
        typist.kill()
        typed += lines(typist.stdout)
    return killed_at, typed


def letters_of_two_seconds_ago(office: Path, place: str) -> int:
    """Type and be killed; return how many letters may not be lost."""
    killed_at, typed = type_and_die(office, place)
    safe = max(n for moment, n in typed if moment < killed_at - MAY_BE_LOST)
    assert safe > 0
    return safe


def test_what_was_typed_two_seconds_before_the_kill_is_offered_again(
    office: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    safe = letters_of_two_seconds_ago(office, "activities")
    with Store(office) as store:
        (draft,) = keep_draft.kept(store)
    note = str(draft.values["note"])
    assert TEXT.startswith(note)
    assert len(note) >= safe

    officer = Officer(tmp_path, qtbot)
    officer.open(office)
    page = officer.go_to(3)
    assert isinstance(page, ActivitiesPage)
    page.registers.choose("training")
    page.write_new()
    assert page.dialog is not None
    assert "Có bản đang ghi dở" in page.dialog.message.text
    buttons = page.dialog.message.findChildren(QPushButton)
    next(one for one in buttons if "Ghi tiếp" in one.text()).click()
    assert page.dialog.form.typed()["note"] == note
    page.dialog.reject()
    officer.leave()


def test_a_report_being_written_is_there_again_but_for_two_seconds(
    office: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    safe = letters_of_two_seconds_ago(office, "report")
    with Store(office) as store:
        (draft,) = keep_draft.kept(store)
    officer = Officer(tmp_path, qtbot)
    officer.open(office)
    page = officer.go_to(5)
    assert isinstance(page, ReportPage)
    assert draft.id.endswith(page.kinds.kind.code + f"/{officer.session.period.code}")
    officer.wait(lambda: page.draft.words.known)
    written = page.draft.sections[SECTION].words
    assert TEXT.startswith(written)
    assert len(written) >= safe
    officer.leave()
