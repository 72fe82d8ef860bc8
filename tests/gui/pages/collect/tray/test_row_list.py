"""A conflict shows both values, and by default ours stays."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.gui.pages.collect.tray.row_list import TICKED, UNTICKED, RowList
from desktop.records.arrival import ArrivalRow, Fate, FieldChange
from tests.rules.intake.files import an_arrival

CHANGE = FieldChange(field="attendance", label="Lượt người", ours="99", theirs="40")


def row(row_id: str, fate: Fate, *changes: FieldChange) -> ArrivalRow:
    return ArrivalRow(
        place="activities", row_id=row_id, title=row_id, fate=fate, changes=changes
    )


def test_three_columns_tell_here_there_and_what_stays(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    shown = RowList(parent)
    rows = (
        row("kept", Fate.KEEP, CHANGE),
        row("same", Fate.SAME),
        row("new", Fate.ADD),
    )
    shown.show_arrival(an_arrival(rows=rows), lambda _id: False)
    model = shown.model_
    assert model.rowCount() == 2, "what stays the same is not listed"
    first = [str(model.index(0, column).data()) for column in range(7)]
    assert first == ["Giữ của máy này", "kept", "Lượt người", "99", "40", "", UNTICKED]
    heard: list[str] = []
    shown.toggled.connect(heard.append)
    for number in range(2):
        shown.selectRow(number)
        QTest.keyClick(shown, Qt.Key.Key_Space)
    assert heard == ["kept"]
    shown.show_arrival(an_arrival(rows=rows), lambda _id: True)
    assert model.index(0, 6).data() == TICKED
