"""The scan of a paper signed by hand is kept only with the code that paper bears."""

import hashlib
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from desktop.errors import ConflictError, FileError, InputError, SignatureError
from desktop.operations.issuing.attach_scan import attach_scan
from desktop.operations.issuing.export_report import export_report
from desktop.operations.periods.read_standings import standing_of
from desktop.operations.reports.compare_code import compare_code, stands_by_paper
from desktop.operations.reports.read_report import newest_copy, read_issued
from desktop.operations.sending.find_package import find_package
from desktop.operations.sending.pack_report import pack_report
from desktop.operations.signing.signed_files import files_by_hand, scan_of, signed_copy
from desktop.operations.signing.signed_folder import check_copies, signed_path
from desktop.operations.signing.verify_file import own_trust, verify_file
from desktop.records.issued import CopyFormat
from desktop.records.period import PeriodState
from desktop.records.signing import SigningWay
from desktop.rules.calendar import parse_period
from desktop.rules.short_code import payload, short_code
from desktop.rules.verdict import Light, light
from tests.operations.desk import REPORT, Desk
from tests.operations.signed_elsewhere import signed


@pytest.fixture
def paper(desk: Desk) -> Path:
    made = export_report(desk.store, REPORT, desk.files.folder, way=SigningWay.PAPER)
    return made.value.pdf


@pytest.fixture
def scan(paper: Path, tmp_path: Path) -> Path:
    """Return the paper as a scanner gives it: pictures of its pages."""
    document = pypdfium2.PdfDocument(paper)
    pages = [page.render(scale=1, grayscale=True).to_pil() for page in document]
    document.close()
    path = tmp_path / "quét có dấu.pdf"
    pages[0].save(path, save_all=True, append_images=pages[1:])
    return path


def code(desk: Desk) -> str:
    return short_code(read_issued(desk.store, REPORT).content_sha256)


def refused(desk: Desk, path: Path, typed: str) -> InputError:
    with pytest.raises(InputError) as caught:
        attach_scan(desk.store, REPORT, path, typed)
    assert newest_copy(desk.store, REPORT, CopyFormat.SIGNED) is None
    assert standing_of(desk.store, parse_period("2024")).state is PeriodState.ENTERING
    return caught.value


def test_it_is_kept_by_its_hash_and_locks_the_period(desk: Desk, scan: Path) -> None:
    outcome = attach_scan(desk.store, REPORT, scan, code(desk).lower())
    copy, standing = outcome.value.copy, outcome.value.standing
    assert outcome.touched == {"issued_copies", "period_standings"}
    assert (copy.format, copy.signed_by) == (CopyFormat.SIGNED, "")
    assert copy.sha256 == hashlib.sha256(scan.read_bytes()).hexdigest()
    assert signed_path(desk.store, copy).read_bytes() == scan.read_bytes()
    assert standing is not None
    assert (standing.state, standing.report) == (PeriodState.SIGNED, REPORT)
    assert check_copies(desk.store).good


def test_what_a_scanner_reads_off_the_paper_does_as_well(
    desk: Desk, scan: Path
) -> None:
    issued = read_issued(desk.store, REPORT)
    typed = payload("a", "2024", issued.content_sha256)
    assert attach_scan(desk.store, "", scan, typed).value.copy.report == REPORT


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "code_unread"),
        ("79QB0", "code_unread"),
        (short_code("00" * 32), "code_other"),
        (payload("a", "2024", "00" * 32), "code_other"),
    ],
)
def test_a_paper_of_another_report_is_refused(
    desk: Desk, scan: Path, typed: str, reason: str
) -> None:
    assert [one.code for one in refused(desk, scan, typed).problems] == [reason]


def test_a_slip_is_told_by_its_group(desk: Desk, scan: Path) -> None:
    right = code(desk)
    wrong = right[:6] + ("0" if right[6] != "0" else "1") + right[7:]
    problem = refused(desk, scan, wrong).problems[0]
    assert (problem.code, problem.facts) == ("code_mistyped", ("2",))


def test_a_report_that_was_never_printed_has_no_paper(
    desk: Desk, tmp_path: Path
) -> None:
    with pytest.raises(SignatureError, match="no_paper_copy"):
        attach_scan(desk.store, REPORT, tmp_path / "x.pdf", code(desk))


def test_other_files_are_refused_each_by_its_reason(
    desk: Desk, paper: Path, tmp_path: Path
) -> None:
    picture = tmp_path / "a.png"
    Image.new("L", (9, 9)).save(picture)
    broken = tmp_path / "b.pdf"
    broken.write_bytes(b"%PDF-1.7\n" + bytes(500))
    by_key = tmp_path / "c.pdf"
    by_key.write_bytes(signed(desk.pdf.read_bytes(), desk.key))
    for path, reason in (
        (tmp_path / "none.pdf", "missing"),
        (picture, "not_pdf"),
        (broken, "unreadable"),
        (by_key, "scan_signed"),
    ):
        with pytest.raises(FileError) as caught:
            attach_scan(desk.store, REPORT, path, code(desk))
        assert caught.value.reason == reason
    assert paper.is_file()


def test_the_same_scan_is_kept_once(desk: Desk, scan: Path) -> None:
    attach_scan(desk.store, REPORT, scan, code(desk))
    with pytest.raises(ConflictError, match="attached_already"):
        attach_scan(desk.store, REPORT, scan, code(desk))


def test_the_scan_travels_beside_the_paper_with_its_data(
    desk: Desk, paper: Path, scan: Path
) -> None:
    first = pack_report(desk.store, desk.files, None).value
    assert find_package(desk.store, REPORT, desk.files.folder) == first.path
    attach_scan(desk.store, REPORT, scan, code(desk))
    assert signed_copy(desk.store, REPORT) is None  # no key signed anything
    assert scan_of(desk.store, REPORT) is not None
    assert find_package(desk.store, REPORT, desk.files.folder) is None
    assert list(files_by_hand(desk.store, desk.files)) == [
        paper.name,
        paper.name.replace(".pdf", "-quet.pdf"),
        desk.workbook.name,
    ]
    second = pack_report(desk.store, desk.files, None).value
    assert find_package(desk.store, REPORT, desk.files.folder) == second.path
    members = {one.name: one.sha256 for one in second.header.members}
    drawn = {"bia.html", "entries.json", "report.json"}
    assert set(members) == drawn | set(files_by_hand(desk.store, desk.files))
    digest = hashlib.sha256(scan.read_bytes()).hexdigest()
    assert members[paper.name.replace(".pdf", "-quet.pdf")] == digest
    verdict = verify_file(second.path, own_trust())
    assert light(verdict) is Light.YELLOW
    assert stands_by_paper(verdict, compare_code(verdict, code(desk)))
