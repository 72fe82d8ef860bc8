"""Choosing what is filled in by typing a few letters."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.gui.pages.report.template_editor.name_picker import Name, NamePicker

NAMES = (
    Name("figure:a", "Hội nghị, lớp tập huấn (cuộc)"),
    Name("figure:b", "Lượt người dự hội nghị (lượt người)"),
    Name("plan", "tên kế hoạch"),
)


def picker(qtbot: QtBot) -> tuple[NamePicker, list[str]]:
    made = NamePicker(NAMES)
    qtbot.addWidget(made)
    picked: list[str] = []
    made.picked.connect(picked.append)
    return made, picked


def test_marks_need_not_be_typed_nor_the_order_kept(qtbot: QtBot) -> None:
    made, picked = picker(qtbot)
    made.line.setText("nghi nguoi")
    assert made.list.model().rowCount() == 1
    made.accept()
    assert picked == ["figure:b"]


def test_arrows_go_through_the_list_from_the_line(qtbot: QtBot) -> None:
    made, picked = picker(qtbot)
    made.show()
    for _ in range(5):
        QTest.keyClick(made.line, Qt.Key.Key_Down)
    QTest.keyClick(made.line, Qt.Key.Key_Up)
    QTest.keyClick(made.line, Qt.Key.Key_Return)
    assert picked == ["figure:b"]


def test_nothing_is_taken_where_nothing_fits(qtbot: QtBot) -> None:
    made, picked = picker(qtbot)
    made.line.setText("xyz")
    assert not made.take.isEnabled()
    made.accept()
    assert picked == []
