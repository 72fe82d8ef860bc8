"""Any number of a list are chosen by keyboard alone, and summed up in one line."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QWidget
from pytestqt.qtbot import QtBot

from desktop.gui.widgets.choices_field import NOTHING, ChoicesField
from tests.gui.typing_keys import type_text, type_word

LANGUAGES = (
    "Tiếng Việt,Ba Na,Xơ Đăng,Giẻ Triêng,Gia Rai,Brâu,Rơ Măm,Hrê,Tày,Nùng,Thái,Mường"
)
CHOICES = tuple((f"c{n}", name) for n, name in enumerate(LANGUAGES.split(",")))


@pytest.fixture
def field(qtbot: QtBot) -> ChoicesField:
    made = ChoicesField(CHOICES)
    qtbot.addWidget(made)
    made.show()
    return made


def opened(field: ChoicesField) -> QWidget:
    QTest.keyClick(field, Qt.Key.Key_Down)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    return popup


def test_it_begins_with_nothing_chosen(field: ChoicesField) -> None:
    assert (field.value, field.text()) == ((), NOTHING)


def test_space_ticks_and_the_line_sums_up(field: ChoicesField, qtbot: QtBot) -> None:
    popup = opened(field)
    items = popup.findChild(QListView)
    assert isinstance(items, QListView)
    QTest.keyClick(items, Qt.Key.Key_Down)
    with qtbot.waitSignal(field.changed):
        QTest.keyClick(items, Qt.Key.Key_Space)
    QTest.keyClick(items, Qt.Key.Key_Up)
    QTest.keyClick(items, Qt.Key.Key_Space)
    assert field.value == ("c0", "c1")
    assert field.text() == "2 mục: Tiếng Việt, Ba Na"
    QTest.keyClick(items, Qt.Key.Key_Space)
    assert field.text() == "Ba Na"
    QTest.keyClick(items, Qt.Key.Key_Return)
    assert QApplication.activePopupWidget() is None


def test_a_word_without_marks_narrows_the_list(field: ChoicesField) -> None:
    popup = opened(field)
    line = popup.findChild(QLineEdit)
    items = popup.findChild(QListView)
    assert isinstance(line, QLineEdit)
    assert isinstance(items, QListView)
    type_text(line, "nung")
    assert items.model().rowCount() == 1
    line.clear()
    type_word(line, "Mường")
    assert line.text() == "Mường"
    assert items.model().rowCount() == 1
    popup.close()


def test_values_come_in_the_order_of_the_list(field: ChoicesField) -> None:
    field.set_value(("c5", "c2"))
    assert field.value == ("c2", "c5")


def test_a_code_the_list_lacks_is_kept(field: ChoicesField) -> None:
    field.set_value(("c1", "old"))
    assert field.value == ("c1", "old")


def test_setting_values_in_code_is_no_edit(field: ChoicesField, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(field.changed):
        field.set_value(("c1",))
        field.set_choices(CHOICES[:3])
    assert field.value == ("c1",)


def test_a_short_name_narrows_the_list(qtbot: QtBot) -> None:
    office = ("ict", "Sở Thông tin và Truyền thông", ("Sở TTTT",))
    field = ChoicesField((*CHOICES, office))
    qtbot.addWidget(field)
    field.show()
    popup = opened(field)
    line, items = popup.findChild(QLineEdit), popup.findChild(QListView)
    assert isinstance(line, QLineEdit)
    assert isinstance(items, QListView)
    line.setText("tttt")
    assert items.model().rowCount() == 1
    assert items.model().index(0, 0).data() == office[1]
