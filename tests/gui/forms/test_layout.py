"""A field stands with its label, help and problems."""

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.gui.forms.fields import TextEditor
from desktop.gui.forms.layout import LabelledField, heading, stacked
from desktop.records.register import Field, FieldType

FIELD = Field(
    name="title", type=FieldType.TEXT, label="Tên", help="Ghi rõ.", required=True
)


def a_field(qtbot: QtBot) -> LabelledField:
    made = LabelledField(TextEditor(FIELD))
    qtbot.addWidget(made)
    return made


def test_the_label_leads_to_its_field_and_marks_what_is_required(qtbot: QtBot) -> None:
    made = a_field(qtbot)
    assert made.label.buddy() is made.editor.widget
    assert made.label.text() == "Tên *"
    assert "Ghi rõ." in {label.text() for label in made.findChildren(QLabel)}


def test_a_table_of_many_columns_stands_below_its_label(qtbot: QtBot) -> None:
    staff = Field(name="staff", type=FieldType.STAFF, label="Cán bộ")
    made = LabelledField(TextEditor(staff))
    qtbot.addWidget(made)
    made.resize(700, 120)
    made.show()
    narrow = a_field(qtbot)
    narrow.resize(700, 120)
    narrow.show()
    assert made.editor.widget.y() > made.label.geometry().bottom()
    assert made.editor.widget.x() < narrow.editor.widget.x()


def test_faults_come_before_doubts_and_go_away(qtbot: QtBot) -> None:
    made = a_field(qtbot)
    made.show_problems(["Chưa ghi."], ["Hơi dài."])
    assert made.said.text() == "▲ Chưa ghi."
    assert made.editor.widget.property("wrong") is True
    assert made.editor.widget.accessibleDescription().startswith("Chưa ghi.")
    made.show_problems([], ["Hơi dài."])
    assert made.said.text() == "? Hơi dài."
    assert made.editor.widget.property("wrong") is False
    made.show_problems([], [])
    assert made.said.isHidden()
    assert made.editor.widget.accessibleDescription() == "Ghi rõ."


def test_a_heading_has_more_room_above_it(qtbot: QtBot) -> None:
    body = QWidget()
    qtbot.addWidget(body)
    first, second, third = QWidget(), QWidget(), heading("Nhóm")
    for one in (first, second):
        one.setFixedHeight(20)
    stacked([first, second, third], body)
    body.resize(300, 300)
    body.show()
    between = second.y() - first.y() - first.height()
    before_heading = third.y() - second.y() - second.height()
    assert before_heading > between
