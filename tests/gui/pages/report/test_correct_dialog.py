"""Every figure a slip changes has its reason; totals only follow."""

import datetime as dt
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop.gui.pages.report.correct_dialog import CorrectDialog
from desktop.operations.entries.record_entry import record
from desktop.operations.issuing.correct_report import (
    CorrectionRequest,
    draft_correction,
)
from tests.builders import an_activity
from tests.gui import walking
from tests.gui.pages.report_desk import Desk, issue


@pytest.fixture
def dialog(desk: Desk, qtbot: QtBot) -> Iterator[CorrectDialog]:
    record(desk.store, an_activity())
    report = issue(desk.store, export=False, sign=False)
    record(desk.store, an_activity(id="b"))
    slip = draft_correction(desk.store, CorrectionRequest(report=report))
    made = CorrectDialog(desk.session, report, slip)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.reject()


def test_it_says_how_much_changes(dialog: CorrectDialog) -> None:
    assert dialog.windowTitle() == "Bản điều chỉnh số 1"
    assert "số thay đổi" in dialog.said.text()
    assert dialog.changes.model_.rowCount() == len(dialog.changes.model_.rows) > 0
    assert not walking.nameless(dialog)


def test_one_reason_serves_every_figure(dialog: CorrectDialog) -> None:
    assert dialog.lacking
    dialog.reason.setText("Ghi thiếu một lớp")
    assert not dialog.lacking
    assert dialog.request.reason == "Ghi thiếu một lớp"


def test_a_figure_of_its_own_keeps_its_reason(dialog: CorrectDialog) -> None:
    first = next(one for one in dialog.changes.model_.rows if not one.total)
    dialog.changes.model_.typed.emit(first, 4, "Cộng nhầm")
    dialog.reason.setText("Ghi thiếu một lớp")
    shown = dialog.changes.model_.columns[4].text
    assert shown(first) == "Cộng nhầm"
    assert dialog.request.reasons == {first.at: "Cộng nhầm"}


def test_without_a_reason_nothing_is_issued(
    dialog: CorrectDialog, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(dialog.issued):
        dialog.issue()
    assert "chưa ghi lý do" in dialog.wrong.text()


def test_the_slip_is_issued_once(dialog: CorrectDialog, qtbot: QtBot) -> None:
    dialog.reason.setText("Ghi thiếu một lớp")
    with qtbot.waitSignal(dialog.issued) as issued:
        dialog.issue()
    assert issued.args[0].slip == 1


def test_the_very_page_is_seen_before_it_is_issued(
    dialog: CorrectDialog, qtbot: QtBot
) -> None:
    dialog.reason.setText("Ghi thiếu một lớp")
    dialog.preview_button.click()
    qtbot.waitUntil(lambda: dialog.view.pages.count > 0)
    assert dialog.stack.currentWidget() is dialog.view
    dialog.preview_button.click()
    assert dialog.stack.currentWidget() is dialog.changes


def test_number_and_date_known_already_are_issued_with_it(
    dialog: CorrectDialog, qtbot: QtBot
) -> None:
    dialog.reason.setText("Ghi thiếu một lớp")
    dialog.number.setText(" 46 ")
    dialog.date.setText("31/2/2024")
    with qtbot.assertNotEmitted(dialog.issued):
        dialog.issue()
    assert dialog.wrong.text().startswith("▲ ")
    dialog.date.setText("5/12/2024")
    with qtbot.waitSignal(dialog.issued) as issued:
        dialog.issue()
    assert (issued.args[0].number, issued.args[0].dated) == ("46", dt.date(2024, 12, 5))
