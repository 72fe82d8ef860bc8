"""What files and people say is shown letter by letter, and can be copied."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.gui.widgets.plain_label import plain_label


def test_what_looks_like_markup_is_shown_as_text_that_breaks(qtbot: QtBot) -> None:
    label = plain_label("Bản <b>mới</b>.exe", "quiet")
    qtbot.addWidget(label)
    assert label.text() == "Bản <b>mới</b>.exe"
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.wordWrap()
    assert label.property("role") == "quiet"


def test_it_can_be_marked_and_copied(qtbot: QtBot) -> None:
    label = plain_label("A1B2")
    qtbot.addWidget(label)
    label.setSelection(0, 4)
    assert label.selectedText() == "A1B2"
