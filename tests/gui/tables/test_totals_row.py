"""The last row shows sums under their columns, in words too."""

from PySide6.QtWidgets import QTableView, QWidget
from pytestqt.qtbot import QtBot

from desktop.gui.session import Session
from desktop.gui.tables.reading_names import read_names
from desktop.gui.tables.register_table import RegisterModel
from desktop.gui.tables.totals_row import TotalsRow
from tests.gui.entry_office import register


def test_sums_are_written_as_an_office_writes_them(
    session: Session, qtbot: QtBot
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    view = QTableView(page)
    model = RegisterModel(
        session.store, register(session, "broadcast"), read_names(session), None, view
    )
    view.setModel(model)
    row = TotalsRow(view, model.columns)
    row.show_totals({"times": 12345}, "(7 dòng)")
    assert row.text("times") == "12.345"
    assert row.text("minutes") == ""
    assert row.text("unheard_of") == ""
    assert row.accessibleName() == "Tổng cộng (7 dòng): Số lần phát 12.345"
    row.resize(400, 28)
    blank = row.grab().toImage()
    row.show_totals({"times": 9}, "(7 dòng)")
    row.resize(2000, 28)
    assert row.grab().toImage() != blank
