"""Small tables are filled by keyboard, line by line."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.gui.forms.fields import Offer
from desktop.gui.forms.small_tables import SmallTable, TableEditor
from desktop.gui.tables.names import Named, Names
from desktop.records.activity import AudienceCount, StaffCount
from desktop.records.catalogue import CatalogueItem
from desktop.records.register import Field, FieldType

OFFER = Offer(
    names=Names(
        items=[
            CatalogueItem(catalogue="audience", code="people", name="Nhân dân"),  # type: ignore[arg-type]
            CatalogueItem(catalogue="audience", code="pupils", name="Học sinh"),  # type: ignore[arg-type]
            CatalogueItem(catalogue="staff_group", code="G1", name="Nhóm một"),  # type: ignore[arg-type]
        ],
        others={"@tier": [Named("commune", "Cấp xã")]},
    ),
    products=lambda: (),
    today=dt.date(2024, 12, 20),
    year=2024,
)
AUDIENCES = Field(
    name="audiences", type=FieldType.AUDIENCES, label="Đối tượng", catalogue="audience"
)
STAFF = Field(
    name="staff", type=FieldType.STAFF, label="Cán bộ", catalogue="staff_group"
)


@pytest.fixture
def audiences(qtbot: QtBot) -> TableEditor:
    editor = TableEditor(AUDIENCES, OFFER)
    qtbot.addWidget(editor.widget)
    editor.widget.show()
    return editor


def table(editor: TableEditor) -> SmallTable:
    assert isinstance(editor.widget, SmallTable)
    return editor.widget


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def add_line(editor: TableEditor) -> None:
    buttons = editor.widget.findChildren(QPushButton)
    button = next(one for one in buttons if "Thêm dòng" in one.text())
    QTest.keyClick(button, Qt.Key.Key_Space)


def test_a_line_typed_is_a_row_of_the_record(
    audiences: TableEditor, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(audiences.changed):
        add_line(audiences)
    line = table(audiences).lines[0]
    QTest.keyClicks(line.fields["audience"], "hoc sinh")
    QTest.keyClicks(line.fields["attendance"], "1.200")
    assert audiences.value() == (AudienceCount(audience="pupils", attendance=1200),)  # type: ignore[arg-type]
    assert audiences.unreadable() == ""


def test_blank_lines_are_left_out_and_half_lines_are_faults(
    audiences: TableEditor,
) -> None:
    add_line(audiences)
    assert audiences.value() == ()
    assert audiences.unreadable() == ""
    QTest.keyClicks(table(audiences).lines[0].fields["attendance"], "5")
    assert audiences.unreadable().startswith("Dòng 1:")


def test_a_number_nobody_can_read_is_a_fault_of_its_line(
    audiences: TableEditor,
) -> None:
    audiences.set_typed(
        [
            {"audience": "people", "attendance": "5"},
            {"audience": "pupils", "attendance": "x"},
        ]
    )
    assert audiences.unreadable().startswith("Dòng 2:")
    assert audiences.typed()[1]["attendance"] == "x"


def test_a_line_can_be_taken_away(audiences: TableEditor) -> None:
    audiences.set_value((AudienceCount(audience="people", attendance=7),))  # type: ignore[arg-type]
    QTest.keyClick(table(audiences).lines[0].remove, Qt.Key.Key_Space)
    assert audiences.value() == ()


def test_rows_of_a_record_and_of_a_draft_come_back(qtbot: QtBot) -> None:
    editor = TableEditor(STAFF, OFFER)
    qtbot.addWidget(editor.widget)
    row = StaffCount(
        group="G1",  # type: ignore[arg-type]
        tier="commune",
        people=30,
        first_updated=5,
        first_trained=4,
        first_complete=3,
    )
    editor.set_value((row,))
    assert editor.value() == (row,)
    again = TableEditor(STAFF, OFFER)
    qtbot.addWidget(again.widget)
    again.set_typed(editor.typed())
    assert again.value() == (row,)


def test_every_field_of_every_line_says_what_it_is(audiences: TableEditor) -> None:
    add_line(audiences)
    add_line(audiences)
    names = [
        one.accessibleName()
        for line in table(audiences).lines
        for one in line.widgets()
    ]
    assert names == [
        "Đối tượng, dòng 1",
        "Lượt người, dòng 1",
        "Bỏ dòng 1",
        "Đối tượng, dòng 2",
        "Lượt người, dòng 2",
        "Bỏ dòng 2",
    ]


def test_tab_goes_through_a_new_line_and_on_to_what_follows(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    editor = TableEditor(AUDIENCES, OFFER)
    before, after = QLineEdit(), QLineEdit()
    for part in (before, editor.widget, after):
        column.addWidget(part)
    window.show()
    qtbot.waitUntil(window.isActiveWindow)
    before.setFocus()
    seen = []
    for _ in range(2):
        while not isinstance(focused(), QPushButton):
            QTest.keyClick(focused(), Qt.Key.Key_Tab)
        while "Thêm dòng" not in focused().accessibleName():
            QTest.keyClick(focused(), Qt.Key.Key_Tab)
        QTest.keyClick(focused(), Qt.Key.Key_Space)
        assert focused() is table(editor).lines[-1].widgets()[0]
    before.setFocus()
    while focused() is not after:
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        seen.append(focused().accessibleName())
    assert seen == [
        "Đối tượng, dòng 1",
        "Lượt người, dòng 1",
        "Bỏ dòng 1",
        "Đối tượng, dòng 2",
        "Lượt người, dòng 2",
        "Bỏ dòng 2",
        "Thêm dòng: Đối tượng",
        "",
    ]
