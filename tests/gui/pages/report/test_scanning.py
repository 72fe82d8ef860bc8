"""A scan is kept only with the code that stands on its paper."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.gui.pages.report.report import ReportPage
from desktop.gui.pages.report.scanning import Scanning
from tests.gui.pages.report_desk import Desk


def test_leaving_either_question_attaches_nothing(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    page = ReportPage(desk.session)
    qtbot.addWidget(page)
    scanning = Scanning(desk.session, page, page)
    before = desk.store.last_change()
    desk.ask.script = [None, tmp_path / "quét.pdf", None]
    scanning.attach("r")
    scanning.attach("r")
    assert desk.ask.asked[0] == "Chọn bản quét đã ký tay"
    assert "Mã đối chiếu" in desk.ask.asked[2]
    assert desk.store.last_change() == before


def test_a_file_that_was_dropped_is_not_asked_for_again(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    page = ReportPage(desk.session)
    qtbot.addWidget(page)
    desk.ask.script = [None]
    Scanning(desk.session, page, page).attach("r", tmp_path / "quét.pdf")
    assert len(desk.ask.asked) == 1
