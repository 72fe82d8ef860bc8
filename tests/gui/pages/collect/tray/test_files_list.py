"""Each file is one line: its tick, its group, whose it is, and why."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.gui.pages.collect.tray.contents import Line
from desktop.gui.pages.collect.tray.files_list import TICKED, UNTICKED, FilesList
from desktop.gui.session import Session
from desktop.records.arrival import Sorting
from tests.rules.intake.files import an_arrival


def texts(shown: FilesList, row: int) -> list[str]:
    model = shown.model_
    return [
        str(model.index(row, column).data()) for column in range(model.columnCount())
    ]


def test_lines_say_what_is_ticked_and_why_not(
    collecting: Session, qtbot: QtBot
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    shown = FilesList(collecting, parent)
    foreign = an_arrival(
        "ảnh.jpg", sorting=Sorting.FOREIGN, agency=None, reasons=(("picture",),)
    )
    shown.model_.show_rows(
        [Line(0, an_arrival(), ticked=True), Line(1, foreign, ticked=False)]
    )
    assert texts(shown, 0)[:2] == [TICKED, "✓ Sẵn sàng"]
    assert texts(shown, 1)[0] == ""
    assert "ảnh chụp biểu" in texts(shown, 1)[-1]
    heard: list[Line] = []
    shown.toggled.connect(heard.append)
    shown.selectRow(0)
    QTest.keyClick(shown, Qt.Key.Key_Space)
    assert [one.number for one in heard] == [0]
    shown.model_.show_rows([Line(0, an_arrival(), ticked=False)])
    assert texts(shown, 0)[0] == UNTICKED
