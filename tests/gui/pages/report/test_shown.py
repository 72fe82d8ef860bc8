"""The page is what the deeds of its steps take it for."""

from pytestqt.qtbot import QtBot

from desktop.gui.pages.report.report import ReportPage
from desktop.gui.pages.report.shown import ShownReport
from tests.gui.pages.report_desk import Desk


def test_the_page_shows_the_draft_first(desk: Desk, qtbot: QtBot) -> None:
    page = ReportPage(desk.session)
    qtbot.addWidget(page)
    shown: ShownReport = page
    assert shown.current is None
    assert shown.draft.kind == shown.kinds.kind.code == "report-year"
    assert not shown.message.text
