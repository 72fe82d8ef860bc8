"""A number or a paper is written down with its day."""

import datetime as dt

from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from desktop.gui.pages.report.dated_dialog import NUMBER, RECEIVED, DatedDialog
from tests.gui import walking

TODAY = dt.date(2024, 12, 5)


def test_a_number_alone_is_enough(qtbot: QtBot) -> None:
    dialog = DatedDialog(NUMBER, TODAY)
    qtbot.addWidget(dialog)
    dialog.take()
    assert dialog.said.text() == "▲ Ghi ít nhất số hoặc ngày."
    dialog.text.setText(" 45 ")
    dialog.take()
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.value == ("45", None)


def test_a_paper_needs_its_day(qtbot: QtBot) -> None:
    dialog = DatedDialog(RECEIVED, TODAY)
    qtbot.addWidget(dialog)
    dialog.text.setText("Biên nhận số 12")
    dialog.take()
    assert dialog.said.text() == "▲ Ghi giấy nhận và ngày nhận."
    dialog.date.setText("5/12/2024")
    dialog.take()
    assert dialog.value == ("Biên nhận số 12", TODAY)


def test_a_day_that_is_none_is_told(qtbot: QtBot) -> None:
    dialog = DatedDialog(NUMBER, TODAY, "45")
    qtbot.addWidget(dialog)
    dialog.date.setText("31/2/2024")
    dialog.take()
    assert dialog.said.text().startswith("▲ ")
    assert dialog.result() != QDialog.DialogCode.Accepted
    assert not walking.nameless(dialog)
