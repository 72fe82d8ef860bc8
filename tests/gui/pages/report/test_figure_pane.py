"""A table stands in the page with its title, unit and notes."""

from pytestqt.qtbot import QtBot

from desktop.gui.pages.report.figure_pane import HINT, FigurePane, tables_of
from desktop.operations.reports.draft_report import Request, draft_report
from desktop.records.report import Column, Row, Table
from tests.gui import walking
from tests.gui.pages.report_desk import YEAR, Desk


def test_every_table_a_reader_sees_has_a_title(desk: Desk) -> None:
    report = draft_report(desk.store, Request(period=YEAR, period_words="năm 2024"))
    tables = list(tables_of(report))
    assert {"targets", "table_a"} <= {each.code for each in tables}
    assert all(each.title for each in tables)


def test_unit_and_notes_are_told(qtbot: QtBot) -> None:
    pane = FigurePane()
    qtbot.addWidget(pane)
    pane.show()
    table = Table(
        code="t",
        title="Kinh phí",
        sheet="Kinh phí",
        columns=(Column(heading=("Số",)),),
        rows=(Row(values=(1,)),),
        unit="đồng",
        notes=("Một.", "Hai."),
    )
    pane.show_table(table)
    assert pane.unit.text() == f"Đơn vị tính: đồng. {HINT}"
    assert pane.notes.text() == "Một.\nHai."
    assert pane.title.text() == "Kinh phí"
    assert not walking.nameless(pane)
