"""A list of rows looks as every list does, and Enter opens a row."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QWidget
from pytestqt.qtbot import QtBot

from desktop.gui.tables.rows_view import LinedRows, RowsView


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2])
def test_rows_are_chosen_whole_and_opened_by_keyboard(
    qtbot: QtBot, key: Qt.Key
) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    rows = RowsView(host)
    model = QStandardItemModel()
    model.appendRow([QStandardItem("a"), QStandardItem("b")])
    rows.setModel(model)
    assert rows.selectionBehavior() is QAbstractItemView.SelectionBehavior.SelectRows
    assert isinstance(rows.itemDelegate(), LinedRows)
    assert rows.rowHeight(0) == 28
    with qtbot.waitSignal(rows.opened):
        QTest.keyClick(rows, key)
