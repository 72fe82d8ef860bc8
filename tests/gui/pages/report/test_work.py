"""How far reports have come, and where their files are."""

import shutil
from pathlib import Path

from desktop.gui.pages.report.work import (
    Drawn,
    folder_of,
    issue,
    pdf_of,
    preview,
    purpose_of,
    standings,
)
from desktop.operations.deliver_package import deliver_package
from desktop.operations.draft_report import Request
from desktop.progress import silent
from desktop.records.issued import IssuedReport
from tests.gui.pages.report_desk import YEAR, Desk

REQUEST = Request(period=YEAR, period_words="năm 2024")


def test_a_preview_issues_nothing(desk: Desk) -> None:
    drawn = preview(desk.store, REQUEST, silent).value
    assert isinstance(drawn, Drawn)
    assert drawn.pdf.startswith(b"%PDF-")
    assert not standings(desk.store)


def test_issuing_freezes_what_is_computed_now(desk: Desk) -> None:
    done = issue(desk.store, REQUEST, silent)
    assert isinstance(done.value, IssuedReport)
    (standing,) = standings(desk.store)
    assert standing.issued == done.value
    assert not standing.exported
    assert not standing.signed


def test_a_delivery_read_back_is_noted(signed_desk: Desk, tmp_path: Path) -> None:
    (standing,) = standings(signed_desk.store)
    assert standing.delivered is None
    (package,) = signed_desk.reports.glob("*.zip")
    stick = tmp_path / "USB"
    stick.mkdir()
    deliver_package(signed_desk.store, standing.issued.id, package, stick)
    (standing,) = standings(signed_desk.store)
    assert standing.delivered is not None
    assert standing.delivered.target == str(stick)


def test_files_are_found_beside_the_book_or_where_they_were_written(
    signed_desk: Desk, tmp_path: Path
) -> None:
    report = standings(signed_desk.store)[0].issued.id
    assert folder_of(signed_desk.session, report) == signed_desk.reports
    other = tmp_path / "chỗ khác"
    shutil.move(signed_desk.reports, other)
    assert folder_of(signed_desk.session, report) is None
    signed_desk.session.settings.remember_folder(purpose_of(report), other)
    assert folder_of(signed_desk.session, report) == other


def test_without_its_file_a_report_is_drawn_from_what_was_frozen(
    signed_desk: Desk,
) -> None:
    issued = standings(signed_desk.store)[0].issued
    drawn = pdf_of(signed_desk.store, issued, None, silent).value
    assert isinstance(drawn, Drawn)
    assert drawn.report == issued.id
    assert b"KyCaNhan" not in drawn.pdf
