"""Plain editors hold what was typed and say when it changes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.gui.forms.fields import Editor, FlagEditor, LongTextEditor, TextEditor
from desktop.records.register import Field, FieldType

FIELD = Field(
    name="title", type=FieldType.TEXT, label="Tên", unit="bản", help="Ghi rõ."
)


@pytest.mark.parametrize("make", [TextEditor, LongTextEditor])
def test_typing_tells_and_comes_back(make: type[TextEditor], qtbot: QtBot) -> None:
    editor = make(FIELD)
    qtbot.addWidget(editor.widget)
    with qtbot.waitSignal(editor.changed):
        QTest.keyClicks(editor.widget, "abc")
    assert editor.value() == editor.typed() == "abc"
    editor.set_value(None)
    assert editor.value() == ""
    editor.set_typed("Đăk Hà")
    assert editor.value() == "Đăk Hà"
    assert editor.unreadable() == ""


def test_tab_leaves_a_long_text(qtbot: QtBot) -> None:
    editor, after = LongTextEditor(FIELD), QPushButton("Sau")
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(editor.widget)
    column.addWidget(after)
    window.show()
    window.activateWindow()
    editor.focus()
    qtbot.waitUntil(editor.widget.hasFocus)
    QTest.keyClick(editor.widget, Qt.Key.Key_Tab)
    assert after.hasFocus()
    assert editor.value() == ""


def test_space_ticks_a_box(qtbot: QtBot) -> None:
    editor = FlagEditor(FIELD)
    qtbot.addWidget(editor.widget)
    with qtbot.waitSignal(editor.changed):
        QTest.keyClick(editor.widget, Qt.Key.Key_Space)
    assert editor.value() is True
    editor.set_value(None)
    assert editor.value() is False


def test_a_screen_reader_hears_label_unit_and_help(qtbot: QtBot) -> None:
    editor = TextEditor(FIELD)
    qtbot.addWidget(editor.widget)
    assert editor.widget.accessibleName() == "Tên (bản)"
    assert editor.widget.accessibleDescription() == "Ghi rõ."


def test_a_mark_can_be_taken_away(qtbot: QtBot) -> None:
    editor = TextEditor(FIELD)
    qtbot.addWidget(editor.widget)
    editor.mark(wrong=True)
    assert editor.widget.property("wrong") is True
    editor.mark(wrong=False)
    assert editor.widget.property("wrong") is False


def test_an_editor_without_a_widget_of_its_own_holds_nothing(qtbot: QtBot) -> None:
    with pytest.raises(NotImplementedError):
        Editor.value(TextEditor(FIELD))
