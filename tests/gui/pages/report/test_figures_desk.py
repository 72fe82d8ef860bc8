"""A figure of a table is asked about beside the table."""

import pytest
from pytestqt.qtbot import QtBot

from desktop.gui.pages.report.figures_desk import FiguresDesk
from desktop.operations.entries.record_entry import record
from desktop.operations.issuing.ready_report import ready_report
from desktop.operations.reports.draft_report import Request, draft_page
from desktop.progress import silent
from desktop.records.report import FigureKey, Report
from tests.builders import an_activity
from tests.gui import walking
from tests.gui.pages.report_desk import YEAR, Desk

REQUEST = Request(period=YEAR, period_words="năm 2024")
KEY = FigureKey(table="table_a", row="total", column="direct_events")


@pytest.fixture
def figures(desk: Desk, qtbot: QtBot) -> FiguresDesk:
    record(desk.store, an_activity())
    made = FiguresDesk(desk.session)
    qtbot.addWidget(made)
    made.resize(1000, 500)
    made.show()
    page = draft_page(desk.store, REQUEST)
    made.show_report(
        page.report, lambda store, _step: ready_report(store, REQUEST, silent)
    )
    return made


def test_a_table_is_shown_by_its_code(figures: FiguresDesk) -> None:
    assert figures.show_table("table_a")
    assert figures.code == "table_a"
    assert not figures.show_table("không có")
    assert not walking.nameless(figures)


def test_a_figure_opens_what_it_is_made_of(figures: FiguresDesk) -> None:
    figures.show_table("table_a")
    assert not figures.side.isVisible()
    figures.pane.view.asked.emit(KEY)
    assert figures.side.currentWidget() is figures.panel
    assert figures.panel.value.text().startswith("1")
    assert figures.panel.table.model().rowCount() == 1
    figures.panel.closed.emit()
    assert not figures.side.isVisible()


def test_a_frozen_report_needs_no_looking(figures: FiguresDesk, desk: Desk) -> None:
    report = ready_report(desk.store, REQUEST, silent)
    assert report.traces

    def never(_store: object, _step: object) -> Report:
        raise AssertionError

    figures.show_report(report, never)
    figures.show_table("table_a")
    figures.ask(KEY)
    assert figures.panel.value.text().startswith("1")


def test_a_draft_that_changed_is_asked_again(figures: FiguresDesk, desk: Desk) -> None:
    figures.show_table("table_a")
    figures.ask(KEY)
    record(desk.store, an_activity(id="b"))
    page = draft_page(desk.store, REQUEST)
    figures.show_report(
        page.report, lambda store, _s: ready_report(store, REQUEST, silent)
    )
    assert figures.panel.value.text().startswith("2")
    assert figures.code == "table_a"


def test_another_report_lets_go_of_everything(figures: FiguresDesk) -> None:
    figures.show_table("table_a")
    figures.ask(KEY)
    figures.forget()
    assert not figures.code
    assert not figures.side.isVisible()
