"""The place `Báo cáo`, from the first word to the signed file."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.gui.jobs import Jobs
from desktop.gui.pages.report.addressed import Addressed
from desktop.gui.pages.report.report import ReportPage
from desktop.gui.pages.report.work import folder_of
from desktop.operations.reports.read_report import read_report
from desktop.operations.units.unit_states import read_unit_states
from desktop.records.issued import IssuedReport
from desktop.records.report import Paragraph
from desktop.rules.calendar import parse_period
from desktop.rules.letters.words import BODY
from desktop.store import records
from tests.gui import walking
from tests.gui.pages.report_desk import BESIDE, PASSWORD, Desk


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> Iterator[ReportPage]:
    yield from _shown(desk, qtbot)


@pytest.fixture
def signed_page(signed_desk: Desk, qtbot: QtBot) -> Iterator[ReportPage]:
    yield from _shown(signed_desk, qtbot)


def _shown(desk: Desk, qtbot: QtBot) -> Iterator[ReportPage]:
    page = ReportPage(desk.session)
    qtbot.addWidget(page)
    page.resize(1166, 640)
    page.show()
    yield page
    if page.sign_dialog is not None:
        page.sign_dialog.reject()


def allowed(page: ReportPage) -> set[str]:
    return {code for code, each in page.steps.buttons.items() if each.isEnabled()}


def issued(desk: Desk) -> tuple[IssuedReport, ...]:
    return records.find(desk.store.reader, IssuedReport)


def test_the_state_tells_the_days_left_and_what_is_missing(
    desk: Desk, page: ReportPage
) -> None:
    desk.session.today = dt.date(2024, 11, 20)
    page.hide()
    desk.session.set_period(parse_period("2023"))
    desk.session.set_period(parse_period("2024"))
    page.show()
    assert page.state.text().startswith("Còn 4 ngày đến hạn báo cáo 24/11/2024; ")
    assert "chỉ tiêu chưa đủ số liệu" in page.state.text()


def test_a_draft_can_be_written_previewed_and_issued_but_not_exported(
    page: ReportPage,
) -> None:
    assert allowed(page) == {"write", "check", "preview", "issue"}


def test_the_whole_way_from_the_draft_to_the_signed_package(
    desk: Desk, page: ReportPage, tmp_path: Path
) -> None:
    page.draft.head.number.setText("12")
    page.draft.head.date.setText("25/11/2024")
    page.draft.sections["outlook"].text.setPlainText("Năm tới mở thêm hai lớp.")
    desk.ask.script = [True, BESIDE]
    page.issue()
    page.export()
    for _ in ("the person", "the agency"):
        page.sign()
        dialog = page.sign_dialog
        assert dialog is not None
        dialog.keys.file.setText(str(desk.key))
        dialog.keys.password.setText(PASSWORD)
        dialog.keys.open_key()
        dialog.sign()
        dialog.reject()
    (report,) = issued(desk)
    assert (report.number, report.dated) == ("12", dt.date(2024, 11, 25))
    said = read_report(desk.store, report).blocks
    assert Paragraph(text="Năm tới mở thêm hai lớp.") in said
    endings = {path.suffix for path in desk.reports.iterdir()}
    assert endings == {".pdf", ".xlsx", ".docx", ".zip"}
    assert not desk.ask.faults
    assert page.current is not None
    assert page.current.signed_by == "Y Hà - KÝ THỬ; Y Hà - KÝ THỬ"
    assert "✓ Ký" in page.steps.buttons["sign"].text()


def test_issuing_says_once_what_will_happen_and_can_be_refused(
    desk: Desk, page: ReportPage
) -> None:
    desk.ask.script = [False]
    page.issue()
    assert desk.ask.asked == ["Ban hành báo cáo năm 2024? [Ban hành] [Thôi]"]
    assert not issued(desk)


def test_nothing_is_issued_while_the_date_means_nothing(
    desk: Desk, page: ReportPage
) -> None:
    page.draft.head.date.setText("31/2/2024")
    page.issue()
    assert not desk.ask.asked
    assert not issued(desk)


def test_the_second_report_of_a_period_is_its_second_version(
    desk: Desk, page: ReportPage
) -> None:
    desk.ask.script = [True, True]
    page.issue()
    page.write()
    page.issue()
    assert [each.version for each in issued(desk)] == [2, 1]
    assert page.reports.model().rowCount() == 3


def test_the_preview_shows_the_pages_of_the_draft(page: ReportPage) -> None:
    page.preview()
    assert page.view.pages.count > 2
    assert page.stack.currentWidget() is page.view


def test_an_issued_report_shows_the_very_file_that_was_signed(
    signed_desk: Desk, signed_page: ReportPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    (report,) = issued(signed_desk)
    seen: list[bytes] = []
    monkeypatch.setattr(signed_page.view, "show_pdf", seen.append)
    signed_page.open(report.id)
    folder = folder_of(signed_desk.session, report.id)
    assert folder is not None
    assert seen == [(folder / "bao-cao-2024-v1.pdf").read_bytes()]


def test_a_file_somebody_changed_is_not_shown_as_the_report(
    signed_desk: Desk, signed_page: ReportPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    (report,) = issued(signed_desk)
    path = signed_desk.reports / "bao-cao-2024-v1.pdf"
    path.write_bytes(b"%PDF-1.7 something else")
    seen: list[bytes] = []
    monkeypatch.setattr(signed_page.view, "show_pdf", seen.append)
    signed_page.open(report.id)
    assert len(seen) == 1
    assert len(seen[0]) > 10_000


def test_exporting_into_a_folder_that_cannot_be_is_told_in_four_lines(
    desk: Desk, page: ReportPage, tmp_path: Path
) -> None:
    blocked = tmp_path / "là tệp"
    blocked.write_bytes(b"")
    desk.ask.script = [True, "Chọn thư mục khác…", blocked]
    page.issue()
    page.export()
    (fault,) = desk.ask.faults
    assert all((fault.what, fault.why, fault.data, fault.next))
    assert page.current is not None
    assert not page.current.exported


def test_files_taken_away_cannot_be_signed_and_that_is_said(
    signed_desk: Desk, signed_page: ReportPage
) -> None:
    (report,) = issued(signed_desk)
    for path in signed_desk.reports.iterdir():
        path.unlink()
    signed_page.open(report.id)
    signed_page.sign()
    assert signed_page.sign_dialog is None
    assert "Không tìm thấy tệp đã xuất" in signed_desk.ask.told[0]


def test_another_period_shows_its_own_draft(desk: Desk, page: ReportPage) -> None:
    page.draft.sections["outlook"].text.setPlainText("Chỉ của năm 2024.")
    desk.session.set_period(parse_period("2023"))
    assert "Chỉ của năm 2024." not in page.draft.sections["outlook"].words
    desk.session.set_period(parse_period("2024"))
    assert page.draft.sections["outlook"].words == "Chỉ của năm 2024."


def test_what_was_being_typed_is_kept_before_the_office_closes(
    desk: Desk, qtbot: QtBot
) -> None:
    desk.session.jobs = Jobs()
    page = ReportPage(desk.session)
    qtbot.addWidget(page)
    page.show()
    page.draft.sections["outlook"].text.setPlainText("Chưa kịp lưu.")
    page.hide()
    desk.session.ending.emit()
    desk.session.jobs.finish()
    (values,) = desk.drafts()
    assert isinstance(values["texts"], dict)
    assert list(values["texts"]) == ["outlook"]
    assert values["texts"]["outlook"]["text"] == "Chưa kịp lưu."
    desk.session.jobs.close()


def test_an_issued_report_stays_in_the_list_of_every_period(
    signed_desk: Desk, signed_page: ReportPage
) -> None:
    signed_desk.session.set_period(parse_period("2023"))
    assert signed_page.reports.model().rowCount() == 2


def test_the_steps_can_be_taken_by_keys(desk: Desk, page: ReportPage) -> None:
    desk.ask.script = [True]
    keys = {each.shortcut().toString() for each in page.actions()}
    assert {"Ctrl+P", "Ctrl+E"} <= keys
    page.steps.buttons["issue"].setFocus()
    QTest.keyClick(page.steps.buttons["issue"], Qt.Key.Key_Space)
    assert len(issued(desk)) == 1


def test_everything_that_takes_the_keyboard_has_a_name(page: ReportPage) -> None:
    assert not walking.nameless(page)
    page.preview()
    assert not walking.nameless(page)


def test_nothing_speaks_english(page: ReportPage) -> None:
    assert not walking.english_left(page)


def test_a_letter_is_opened_from_another_place_by_its_kind(page: ReportPage) -> None:
    page.open("letter-reminder")
    assert page.kinds.kind.code == "letter-reminder"
    assert not page.draft.head.reply.isHidden()
    before = page.draft.sections[BODY].words
    page.draft.head.reply.setText("5/12/2024")
    page.draft.read()
    assert "trước ngày 05/12/2024" in page.draft.sections[BODY].words
    assert "trước ngày" not in before


def test_a_reminder_asked_for_some_units_names_them_and_no_others(
    desk: Desk, page: ReportPage
) -> None:
    first, second, *_ = read_unit_states(desk.store, page.draft.request.period).owing
    asked = Addressed("letter-reminder", (second.agency.id,))
    page.open(asked)
    letter = repr(page.draft.drafted)
    assert second.agency.name in letter
    assert first.agency.name not in letter
    page.open("letter-reminder")
    letter = repr(page.draft.drafted)
    assert first.agency.name in letter, "asked for without them it goes to all"


def test_a_letter_there_is_no_reason_for_is_not_previewed(page: ReportPage) -> None:
    page.open("letter-cover")
    assert page.facts.text() == page.draft.refusal
    assert page.draft.refusal
    allowed = {code for code, each in page.steps.buttons.items() if each.isEnabled()}
    assert allowed == {"write"}
    page.kinds.choose("report-year")
    assert page.steps.buttons["preview"].isEnabled()


def test_a_wide_table_takes_the_room_of_the_outline_until_one_goes_back(
    page: ReportPage,
) -> None:
    page.resize(page.left.wide + page.figures.pane.view.least_width + 300, 600)
    page.show_table("table_a")
    page.resize(page.left.wide + page.figures.needed_width - 50, 600)
    assert page.left.isHidden()
    page.figures.pane.back.click()
    assert not page.left.isHidden()
