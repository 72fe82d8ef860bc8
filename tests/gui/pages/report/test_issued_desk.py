"""What is done about issued reports: number, slip, comparison, templates."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop.gui.pages.report.compare_dialog import CompareDialog
from desktop.gui.pages.report.correct_dialog import CorrectDialog
from desktop.gui.pages.report.dated_dialog import DatedDialog
from desktop.gui.pages.report.report import ReportPage
from desktop.gui.pages.report.template_editor.window import TemplateWindow
from desktop.gui.pages.report.work import standings
from desktop.operations.entries.record_entry import record
from tests.builders import an_activity
from tests.gui import walking
from tests.gui.pages.report_desk import Desk, issue


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> Iterator[ReportPage]:
    record(desk.store, an_activity())
    issue(desk.store, sign=False)
    made = ReportPage(desk.session)
    qtbot.addWidget(made)
    made.resize(1166, 640)
    made.show()
    made.open(standings(desk.store)[0].issued.id)
    yield made
    if made.issued.dialog is not None:
        made.issued.dialog.reject()


def test_number_and_date_are_noted_when_the_clerk_gave_them(
    desk: Desk, page: ReportPage
) -> None:
    page.issued.page_actions["number"].trigger()
    dialog = page.issued.dialog
    assert isinstance(dialog, DatedDialog)
    assert dialog.text.text() == "5"
    dialog.date.setText("25/11/2024")
    dialog.take()
    assert page.issued.dialog is None
    assert "số 5, ngày 25/11/2024" in page.facts.text()


def test_nothing_changed_means_nothing_to_correct(desk: Desk, page: ReportPage) -> None:
    page.issued.correct()
    assert page.issued.dialog is None
    assert len(desk.ask.faults) == 1


def test_a_slip_wants_a_reason_for_every_figure(desk: Desk, page: ReportPage) -> None:
    record(desk.store, an_activity(id="b"))
    page.issued.correct()
    dialog = page.issued.dialog
    assert isinstance(dialog, CorrectDialog)
    assert not walking.nameless(dialog)
    assert dialog.height() <= 700
    dialog.issue()
    assert "chưa ghi lý do" in dialog.wrong.text()
    assert len(standings(desk.store)) == 1
    first = next(one for one in dialog.changes.model_.rows if not one.total)
    dialog.changes.model_.typed.emit(first, 4, "Xã gửi bổ sung")
    assert dialog.request.reasons == {first.at: "Xã gửi bổ sung"}
    dialog.reason.setText("Ghi thiếu một lớp")
    dialog.issue()
    assert page.issued.dialog is None
    assert page.current is not None
    assert page.current.issued.slip == 1
    texts = [page.reports.model().index(row, 0).data() for row in range(3)]
    assert texts[1:] == ["Năm 2024", "↳ Điều chỉnh số 1"]
    assert "Bản điều chỉnh số 1" in page.facts.text()


def test_two_versions_are_compared_by_figure(desk: Desk, page: ReportPage) -> None:
    record(desk.store, an_activity(id="b"))
    issue(desk.store, export=False, sign=False)
    page.refresh(standings(desk.store)[0].issued.id)
    page.issued.compare()
    dialog = page.issued.dialog
    assert isinstance(dialog, CompareDialog)
    assert dialog.older.currentText().startswith("Bản 1")
    assert dialog.newer.currentText().startswith("Bản 2")
    assert dialog.changes.model_.rowCount() > 0
    assert "số khác nhau" in dialog.said.text()
    assert not walking.nameless(dialog)


def test_one_version_alone_cannot_be_compared(page: ReportPage) -> None:
    page.issued.compare()
    assert isinstance(page.issued.dialog, CompareDialog)
    assert page.issued.dialog.said.text().startswith("Cần ít nhất hai bản")


def test_the_templates_open_at_the_kind_on_screen(page: ReportPage) -> None:
    page.issued.templates()
    assert isinstance(page.issued.dialog, TemplateWindow)


def test_an_unsigned_file_is_no_signed_copy(desk: Desk, page: ReportPage) -> None:
    (pdf,) = desk.reports.glob("*.pdf")
    page.attach(pdf)
    (fault,) = desk.ask.faults
    assert all((fault.what, fault.why, fault.data, fault.next))
    assert page.issued.dialog is None


def test_a_copy_without_a_report_is_told(desk: Desk, qtbot: QtBot) -> None:
    made = ReportPage(desk.session)
    qtbot.addWidget(made)
    made.attach(desk.folder / "ký.pdf")
    assert desk.ask.told[0].startswith("Chưa có báo cáo nào chờ")


def test_what_needs_a_report_is_not_offered_for_the_draft(page: ReportPage) -> None:
    page.write()
    actions = page.issued.page_actions
    assert not actions["number"].isEnabled()
    assert not actions["correct"].isEnabled()
    assert actions["attach"].isEnabled()
    assert actions["compare"].isEnabled()
