"""From the draft to the files: what is asked on the way, and what is said after."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.gui.pages.report.issuing import ATTACH, BESIDE, SCAN, SIGN_HERE
from desktop.gui.pages.report.report import ReportPage
from desktop.gui.pages.report.work import standings
from desktop.operations.entries.record_entry import record
from desktop.operations.signing.set_signing import set_signing
from desktop.records.signing import SigningWay
from desktop.rules.short_code import short_code
from tests.builders import an_activity
from tests.gui.pages.report_desk import PASSWORD, Desk, issue


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


def on_paper(desk: Desk, page: ReportPage) -> None:
    """Issue and export a report of an office without a key."""
    set_signing(desk.store, SigningWay.PAPER)
    desk.session.jobs.changed.emit(frozenset({"preferences"}), None)
    desk.ask.script = [True, BESIDE]
    page.issue()
    page.export()


def test_an_office_without_a_key_prints_and_attaches_the_scan_by_its_code(
    desk: Desk, page: ReportPage, tmp_path: Path
) -> None:
    on_paper(desk, page)
    (paper,) = desk.reports.glob("*-ban-giay.pdf")
    assert page.next_line.text().endswith("in ra, ký tay, đóng dấu, rồi gắn bản quét.")
    assert page.current is not None
    scan = tmp_path / "quét.pdf"
    shutil.copy(paper, scan)
    code = short_code(page.current.issued.content_sha256)
    desk.ask.script = [SCAN, scan, code]
    page.steps.buttons["sign"].click()
    assert not desk.ask.faults
    assert page.message.text.startswith("Đã gắn bản quét")
    assert page.current.scanned
    assert page.steps.buttons["sign"].text().startswith("✓")


def test_a_scan_with_the_code_of_another_report_is_refused(
    desk: Desk, page: ReportPage, tmp_path: Path
) -> None:
    on_paper(desk, page)
    (paper,) = desk.reports.glob("*-ban-giay.pdf")
    shutil.copy(paper, tmp_path / "quét.pdf")
    desk.ask.script = [tmp_path / "quét.pdf", short_code("ab" * 32)]
    page.attach()
    assert len(desk.ask.faults) == 1
    assert page.current is not None
    assert not page.current.scanned


def test_what_is_signed_is_exported_anew_only_when_asked(
    signed_desk: Desk, qtbot: QtBot
) -> None:
    page = ReportPage(signed_desk.session)
    qtbot.addWidget(page)
    page.refresh(standings(signed_desk.store)[0].issued.id)
    (pdf,) = signed_desk.reports.glob("*.pdf")
    before = pdf.read_bytes()
    signed_desk.ask.script = [BESIDE, False]
    page.export()
    assert pdf.read_bytes() == before
    assert signed_desk.ask.asked[-1].startswith("Xuất lại để ký mới?")
    signed_desk.ask.script = [BESIDE, True]
    page.export()
    assert pdf.read_bytes() != before
    assert before in [one.read_bytes() for one in signed_desk.reports.glob("*.pdf")]
    assert not standings(signed_desk.store)[0].signed


def test_after_the_person_the_agency_is_asked_to_sign(
    desk: Desk, page: ReportPage
) -> None:
    page.open(issue(desk.store, sign=False))
    page.sign()
    dialog = page.sign_dialog
    assert dialog is not None
    dialog.keys.file.setText(str(desk.key))
    dialog.keys.password.setText(PASSWORD)
    dialog.keys.open_key()
    dialog.sign()
    dialog.reject()
    assert page.message.text.endswith("Còn chờ cơ quan ký.")
    assert "để cơ quan ký" in page.next_line.text()
    assert "còn chờ cơ quan ký" in page.facts.text()
    assert not page.steps.buttons["sign"].text().startswith("✓")
