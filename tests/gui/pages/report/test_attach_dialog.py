"""A copy signed elsewhere is looked at in words, attached, and locks the period."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.files.signatures.keys import load_key
from desktop.gui.pages.report.attach_dialog import AttachDialog
from desktop.gui.pages.report.report import ReportPage
from desktop.gui.pages.report.work import standings
from desktop.operations.issuing.export_report import export_report
from desktop.operations.issuing.issue_report import issue_report
from desktop.operations.offices.set_preferences import set_preferences
from desktop.operations.reports.draft_report import Request, draft_report
from desktop.records.period import PeriodState
from tests.gui import walking
from tests.gui.pages.report_desk import PASSWORD, YEAR, Desk
from tests.operations.signed_elsewhere import signed, stamped

BUTTON, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> Iterator[ReportPage]:
    # a test key signs nothing but practice
    set_preferences(desk.store, replace(desk.session.preferences, practice=True))
    request = Request(period=YEAR, period_words="năm 2024")
    issued = issue_report(desk.store, draft_report(desk.store, request)).value
    export_report(desk.store, issued.id, desk.reports)
    made = ReportPage(desk.session)
    qtbot.addWidget(made)
    made.resize(1166, 640)
    made.show()
    yield made
    if made.issued.dialog is not None:
        made.issued.dialog.reject()


def came_back(desk: Desk) -> Path:
    """Let the clerk stamp number and date on the report, and sign it."""
    (sent,) = desk.reports.glob("*.pdf")
    data = stamped(sent.read_bytes(), "45", "25", "11")
    path = desk.folder / "ban-da-ky.pdf"
    path.write_bytes(signed(data, load_key(desk.key, PASSWORD)))
    return path


def test_what_was_found_is_told_before_anything_is_kept(
    desk: Desk, page: ReportPage
) -> None:
    desk.ask.script = [came_back(desk)]
    page.issued.page_actions["attach"].trigger()
    dialog = page.issued.dialog
    assert isinstance(dialog, AttachDialog)
    assert dialog.said.text().startswith("✓ Lời văn, số liệu")
    assert "số văn bản được ghi vào: “45”" in dialog.said.text()
    assert dialog.number.text() == "45"
    assert dialog.date.value == dt.date(2024, 11, 25)
    assert "Chữ ký" in dialog.verdicts.text or "chữ ký" in dialog.verdicts.text
    assert not walking.nameless(dialog)
    assert dialog.height() <= 700
    assert not standings(desk.store)[0].signed


def test_attaching_notes_number_and_date_and_locks_the_period(
    desk: Desk, page: ReportPage
) -> None:
    page.attach(came_back(desk))
    dialog = page.issued.dialog
    assert isinstance(dialog, AttachDialog)
    dialog.take()
    (standing,) = standings(desk.store)
    assert standing.attached is not None
    assert standing.signed
    assert (standing.issued.number, standing.issued.dated) == (
        "45",
        dt.date(2024, 11, 25),
    )
    assert page.period.chip.state is PeriodState.SIGNED
    assert "Đã gắn bản ký bởi" in page.message.text
    assert page.steps.buttons["sign"].text().startswith("✓")


def test_the_page_shows_the_copy_that_came_back(
    desk: Desk, page: ReportPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = came_back(desk)
    page.attach(path)
    seen: list[bytes] = []
    monkeypatch.setattr(page.view, "show_pdf", seen.append)
    assert isinstance(page.issued.dialog, AttachDialog)
    page.issued.dialog.take()
    assert seen == [path.read_bytes()]


def test_nothing_is_kept_when_the_officer_says_no(desk: Desk, page: ReportPage) -> None:
    page.attach(came_back(desk))
    assert page.issued.dialog is not None, desk.ask.faults
    page.issued.dialog.reject()
    assert standings(desk.store)[0].attached is None
    assert page.issued.dialog is None


def test_a_pdf_dropped_on_the_page_is_looked_at(desk: Desk, page: ReportPage) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(came_back(desk)))])
    where, action = page.rect().center(), Qt.DropAction.CopyAction
    entered = QDragEnterEvent(where, action, data, BUTTON, NONE)
    QApplication.sendEvent(page, entered)
    assert entered.isAccepted()
    dropped = QDropEvent(QPointF(where), action, data, BUTTON, NONE)
    QApplication.sendEvent(page, dropped)
    assert isinstance(page.issued.dialog, AttachDialog)


def test_a_pdf_dropped_where_no_report_waits_for_one_is_left_to_the_window(
    signed_desk: Desk, qtbot: QtBot
) -> None:
    page = ReportPage(signed_desk.session)
    qtbot.addWidget(page)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(next(signed_desk.reports.glob("*.pdf"))))])
    where = page.rect().center()
    entered = QDragEnterEvent(where, Qt.DropAction.CopyAction, data, BUTTON, NONE)
    QApplication.sendEvent(page, entered)
    assert not entered.isAccepted()


def test_something_else_dropped_is_not_taken(page: ReportPage, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.docx"))])
    entered = QDragEnterEvent(
        page.rect().center(), Qt.DropAction.CopyAction, data, BUTTON, NONE
    )
    QApplication.sendEvent(page, entered)
    assert not entered.isAccepted()
