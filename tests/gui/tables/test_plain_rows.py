"""A small table is read by the row: nothing in it is typed, and Tab leaves it."""

from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QTableView
from pytestqt.qtbot import QtBot

from desktop.gui import theme
from desktop.gui.tables.plain_rows import show_plain_rows


def test_rows_are_chosen_whole_and_never_typed_into(qtbot: QtBot) -> None:
    view = QTableView()
    qtbot.addWidget(view)
    view.setModel(QStandardItemModel(3, 2, view))
    show_plain_rows(view)
    view.selectRow(0)
    view.selectRow(2)
    chosen = {(one.row(), one.column()) for one in view.selectedIndexes()}
    assert chosen == {(2, 0), (2, 1)}
    assert view.editTriggers() == QAbstractItemView.EditTrigger.NoEditTriggers
    assert not view.tabKeyNavigation()
    assert view.rowHeight(0) == theme.scaled(theme.ROW_HEIGHT)
