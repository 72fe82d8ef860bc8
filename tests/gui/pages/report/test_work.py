"""How far reports have come, and where their files are."""

import shutil
from pathlib import Path

from desktop.files.signatures.keys import load_key
from desktop.gui.pages.report.work import (
    Drawn,
    folder_of,
    issue,
    pdf_of,
    preview,
    purpose_of,
    standings,
)
from desktop.gui.pages.signing.signing import Wanted, sign_and_pack
from desktop.operations.reports.draft_report import Request
from desktop.operations.sending.deliver_package import deliver_package
from desktop.operations.signing.set_signing import set_signing
from desktop.operations.signing.sign_report import ReportFiles
from desktop.progress import silent
from desktop.records.issued import IssuedReport
from desktop.records.signing import SignerRole, SigningWay
from tests.gui.pages.report_desk import PASSWORD, YEAR, Desk
from tests.gui.pages.report_desk import issue as issue_signed

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


def test_a_report_waits_for_whoever_is_still_to_sign(desk: Desk) -> None:
    report = issue_signed(desk.store, sign=False)
    (standing,) = standings(desk.store)
    assert (standing.waiting, standing.complete, standing.travels) == (
        None,
        False,
        False,
    )
    key = load_key(desk.key, PASSWORD)
    files = ReportFiles(report=report, folder=desk.reports)
    sign_and_pack(desk.store, files, key, Wanted(sign=True, pack=False), silent)
    (standing,) = standings(desk.store)
    assert standing.waiting is SignerRole.AGENCY
    assert (standing.signed, standing.complete, standing.travels) == (
        True,
        False,
        False,
    )


def test_a_report_for_paper_travels_before_anybody_signed_it(desk: Desk) -> None:
    set_signing(desk.store, SigningWay.PAPER)
    report = issue_signed(desk.store, sign=False)
    (standing,) = standings(desk.store)
    assert standing.by_hand
    assert (standing.exported, standing.travels, standing.complete) == (
        True,
        True,
        False,
    )
    folder = folder_of(desk.session, report)
    assert folder == desk.reports
    drawn = pdf_of(desk.store, standing.issued, folder, silent).value
    assert isinstance(drawn, Drawn)
    assert drawn.pdf == next(desk.reports.glob("*-ban-giay.pdf")).read_bytes()
