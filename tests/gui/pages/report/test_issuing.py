"""From the draft to the files: what is asked on the way, and what is said after."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop.gui.pages.report.issuing import ATTACH, BESIDE, SIGN_HERE
from desktop.gui.pages.report.report import ReportPage
from desktop.gui.pages.report.work import standings
from desktop.operations.record_entry import record
from tests.builders import an_activity
from tests.gui.pages.report_desk import Desk


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> Iterator[ReportPage]:
    made = ReportPage(desk.session)
    qtbot.addWidget(made)
    made.resize(1166, 640)
    made.show()
    yield made
    if made.sign_dialog is not None:
        made.sign_dialog.reject()


def test_an_issued_report_shows_its_tables_as_they_were(
    desk: Desk, page: ReportPage
) -> None:
    record(desk.store, an_activity())
    desk.ask.script = [True]
    page.issue()
    page.show_table("table_a")
    view = page.figures.pane.view
    first = view.figures.index(0, 2).data()
    record(desk.store, an_activity(id="b"))
    assert view.figures.index(0, 2).data() == first == "1"
    assert all(line.startswith("▦") for line in page.outline.lines)
    page.write()
    assert page.outline.lines[0].startswith("I. ")


def test_three_files_are_written_and_named(desk: Desk, page: ReportPage) -> None:
    desk.ask.script = [True, BESIDE]
    page.issue()
    page.export()
    assert {one.suffix for one in desk.reports.iterdir()} == {".pdf", ".xlsx", ".docx"}
    assert page.message.text.count(".docx") == 1
    assert page.steps.buttons["export"].text().startswith("✓")


def test_signing_asks_where_it_is_done(desk: Desk, page: ReportPage) -> None:
    desk.ask.script = [True, ATTACH, None]
    page.issue()
    page.steps.buttons["sign"].click()
    assert desk.ask.asked[1].endswith(str([ATTACH]))
    desk.ask.script = [BESIDE, SIGN_HERE]
    page.export()
    page.steps.buttons["sign"].click()
    assert page.sign_dialog is not None


def test_a_letter_goes_the_same_way(desk: Desk, page: ReportPage) -> None:
    page.kinds.choose("letter-reminder")
    field = page.draft.sections["body"]
    assert field.words
    field.text.setPlainText("Đề nghị các đơn vị gửi ngay.\nTrân trọng.")
    desk.ask.script = [True, BESIDE]
    page.issue()
    page.export()
    (standing,) = standings(desk.store)
    assert standing.issued.kind == "letter-reminder"
    assert "Đề nghị các đơn vị gửi ngay." in standing.issued.content
    assert standing.exported
