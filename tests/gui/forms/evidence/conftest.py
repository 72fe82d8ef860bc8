"""An open office with one activity, and files to attach."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.gui.session import Session
from tests import builders
from tests.fakes import Answers
from tests.files.evidence.pictures import a_pdf, a_photo, an_attendance_sheet
from tests.gui.entry_office import keep

FILES = {
    "anh.jpg": a_photo(200, 100),
    "giay moi.pdf": a_pdf("Giay moi"),
    "diem danh.xlsx": an_attendance_sheet(),
    "chay.exe": b"MZ" + bytes(50),
}


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[QWidget]:
    made = QWidget()
    qtbot.addWidget(made)
    yield made
    made.close()


@pytest.fixture
def answers(session: Session) -> Answers:
    """Let a script answer what the office asks."""
    script = Answers()
    session.ask = script
    return script


@pytest.fixture
def files(session: Session, tmp_path: Path) -> dict[str, Path]:
    """Keep an activity, and lay out files."""
    keep(session, builders.an_activity())
    folder = tmp_path / "nguon"
    folder.mkdir()
    for name, data in FILES.items():
        (folder / name).write_bytes(data)
    return {name: folder / name for name in FILES}
