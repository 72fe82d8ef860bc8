"""The dialog that makes the file: nothing is made of what is missing or mistyped."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.gui.handing_over.hand_over_dialog import (
    DIFFERENT,
    NO_PLACE,
    SHORT,
    HandOverDialog,
)
from desktop.gui.session import Session
from tests.fakes import Answers

WORDS = "chín con chim trên cành"


@pytest.fixture
def dialog(session: Session, qtbot: QtBot) -> HandOverDialog:
    made = HandOverDialog(session)
    qtbot.addWidget(made)
    made.show()
    return made


def test_what_is_missing_is_marked_field_by_field(
    dialog: HandOverDialog, tmp_path: Path
) -> None:
    dialog.words.setText("ngắn")
    dialog.make()
    assert dialog.words.toolTip() == SHORT
    dialog.words.setText(WORDS)
    dialog.again.setText("khác")
    dialog.make()
    assert (dialog.words.toolTip(), dialog.again.toolTip()) == ("", DIFFERENT)
    dialog.again.setText(WORDS)
    dialog.make()
    assert dialog.place.toolTip() == NO_PLACE
    assert not list(tmp_path.rglob("*.stt-ban-giao"))


def test_the_file_and_its_pages_are_made_where_it_was_said(
    dialog: HandOverDialog, ask: Answers, tmp_path: Path
) -> None:
    ask.script.append(tmp_path / "giao.stt-ban-giao")
    QTest.mouseClick(dialog.browse_button, Qt.MouseButton.LeftButton)
    assert ask.asked[0].endswith(".stt-ban-giao"), "a name is proposed"
    dialog.words.setText(WORDS)
    dialog.again.setText(WORDS)
    dialog.make()
    made = {one.name for one in tmp_path.iterdir() if one.name.startswith("giao")}
    assert made == {"giao.stt-ban-giao", "giao-ban-giao-cong-viec.pdf"}
    assert "Mã đối chiếu" in dialog.message.text
    assert dialog.words.text() == "", "the words do not stay on the screen"
    assert dialog.make_button.isEnabled()


def test_no_field_is_squeezed_once_it_is_told_what_was_made(
    dialog: HandOverDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    before = dialog.place.height()
    for field in (dialog.words, dialog.again):
        field.setText(WORDS)
    dialog.place.setText(str(tmp_path / "giao"))
    dialog.make()
    assert dialog.message.text
    qtbot.waitUntil(lambda: dialog.place.height() >= before)
    assert dialog.place.height() >= dialog.place.sizeHint().height()
    assert dialog.height() <= 700


def test_everything_is_named_and_reached_by_keys(dialog: HandOverDialog) -> None:
    assert dialog.height() <= 700
    fields = (dialog.words, dialog.again, dialog.place, dialog.pages)
    assert all(one.accessibleName() for one in fields)
    assert dialog.words.echoMode() == dialog.again.echoMode()
