"""What travels of a signed report is what came back signed, else what we signed."""

import zipfile
from pathlib import Path

import pytest

from desktop.errors import FileError, SignatureError
from desktop.files.signatures.trust import Trust
from desktop.operations.issuing.attach_issued_copy import attach_issued_copy
from desktop.operations.issuing.export_report import export_report
from desktop.operations.reports.read_report import newest_copy
from desktop.operations.sending.compose_mail import Letter, compose_mail
from desktop.operations.sending.find_package import find_package
from desktop.operations.sending.pack_report import pack_report
from desktop.operations.signing.signed_files import (
    files_by_hand,
    name_of,
    signed_copy,
    signed_files,
)
from desktop.operations.signing.signed_folder import signed_path
from desktop.operations.signing.verify_file import stands, verify_file
from desktop.records.issued import CopyFormat
from desktop.records.signing import SignerRole, SigningWay
from tests.builders import NOW
from tests.operations.desk import REPORT, Desk
from tests.operations.signed_as_once import signed_as_it_once_was
from tests.operations.signed_elsewhere import kept_as, signed


def attach(desk: Desk) -> bytes:
    """Attach a copy signed elsewhere, of another name, and return its bytes."""
    data = signed(desk.pdf.read_bytes(), desk.key, SignerRole.PERSON)
    data = signed(data, desk.seal)
    path = kept_as(desk.files.folder.parent / "Bản ký, số 15 (1).pdf", data)
    attach_issued_copy(desk.store, REPORT, path)
    path.unlink()
    return data


def test_the_attached_copy_goes_by_the_name_of_our_own(desk: Desk) -> None:
    data = attach(desk)
    found = signed_files(desk.store, desk.files)
    assert list(found) == [desk.pdf.name, desk.workbook.name]
    assert found[desk.pdf.name].read_bytes() == data
    assert desk.pdf.read_bytes() != data


def test_our_own_two_go_where_nothing_was_attached(desk: Desk) -> None:
    assert signed_copy(desk.store, REPORT) is None
    desk.sign()
    own = newest_copy(desk.store, REPORT, CopyFormat.PDF)
    assert signed_copy(desk.store, REPORT) == own
    found = signed_files(desk.store, desk.files)
    assert list(found) == [desk.pdf.name, desk.workbook.name]
    assert name_of(desk.store, "none") == "none.pdf"


def test_nothing_goes_before_everybody_has_signed(desk: Desk) -> None:
    desk.sign_as(SignerRole.PERSON)
    with pytest.raises(SignatureError) as caught:
        signed_files(desk.store, desk.files)
    assert (caught.value.reason, caught.value.facts) == (
        "agency_missing",
        (desk.pdf.name,),
    )


def test_a_workbook_signed_beside_as_it_once_was_goes_with_its_signature(
    desk: Desk,
) -> None:
    files = signed_as_it_once_was(desk)
    copy = signed_copy(desk.store, files.report)
    assert copy is not None
    book = copy.file_name.replace(".pdf", ".xlsx")
    assert list(signed_files(desk.store, files)) == [
        copy.file_name,
        book,
        f"{book}.p7s",
    ]


def test_a_report_for_paper_goes_as_its_paper_copy(desk: Desk) -> None:
    with pytest.raises(SignatureError, match="no_paper_copy"):
        files_by_hand(desk.store, desk.files)
    folder = desk.files.folder
    export_report(desk.store, REPORT, folder, way=SigningWay.PAPER)
    found = files_by_hand(desk.store, desk.files)
    paper = folder / f"{desk.pdf.stem}-ban-giay.pdf"
    assert list(found.values()) == [paper, desk.workbook]
    paper.write_bytes(paper.read_bytes() + b" ")
    with pytest.raises(SignatureError) as caught:
        files_by_hand(desk.store, desk.files)
    assert (caught.value.reason, caught.value.facts) == (
        "document_changed",
        (paper.name,),
    )


def test_the_attached_copy_is_packed_found_again_and_stands(desk: Desk) -> None:
    data = attach(desk)
    packed = pack_report(desk.store, desk.files, desk.key).value
    with zipfile.ZipFile(packed.path) as archive:
        assert archive.read(desk.pdf.name) == data
        assert not any(name.endswith(".xlsx.p7s") for name in archive.namelist())
    assert find_package(desk.store, REPORT, desk.files.folder) == packed.path
    assert stands(verify_file(packed.path, Trust(), now=NOW))


def test_a_package_of_our_own_is_not_the_one_once_a_copy_came_back(
    desk: Desk,
) -> None:
    desk.sign_as(SignerRole.PERSON)
    by_agency = signed(desk.pdf.read_bytes(), desk.seal)
    desk.sign_as(SignerRole.AGENCY)
    first = pack_report(desk.store, desk.files, desk.key).value
    path = kept_as(desk.files.folder.parent / "Bản ký.pdf", by_agency)
    attach_issued_copy(desk.store, REPORT, path)
    assert find_package(desk.store, REPORT, desk.files.folder) is None
    second = pack_report(desk.store, desk.files, desk.key).value
    assert second.sha256 != first.sha256
    with zipfile.ZipFile(second.path) as archive:
        assert archive.read(desk.pdf.name) == by_agency
        assert archive.read(desk.workbook.name) == desk.workbook.read_bytes()


def test_a_mail_carries_the_attached_copy(desk: Desk, tmp_path: Path) -> None:
    import email
    import email.policy

    data = attach(desk)
    package = pack_report(desk.store, desk.files, desk.key).value.path
    letter = Letter(subject="Báo cáo", body="Kính gửi")
    made = compose_mail(
        desk.store, desk.files, package, lambda _: letter, tmp_path / "a.eml"
    )
    message = email.message_from_bytes(
        made.value[0].read_bytes(), policy=email.policy.default
    )
    sent = {one.get_filename(): one.get_content() for one in message.iter_attachments()}
    assert list(sent) == [desk.pdf.name, desk.workbook.name, package.name]
    assert sent[desk.pdf.name] == data


def test_a_copy_that_is_gone_or_altered_since_is_told(desk: Desk) -> None:
    attach(desk)
    copy = signed_copy(desk.store, REPORT)
    assert copy is not None
    place = signed_path(desk.store, copy)
    place.chmod(0o644)
    place.write_bytes(place.read_bytes() + b" ")
    with pytest.raises(SignatureError) as changed:
        pack_report(desk.store, desk.files, desk.key)
    assert changed.value.reason == "document_changed"
    assert changed.value.facts == (desk.pdf.name,)
    place.unlink()
    with pytest.raises(FileError) as missing:
        pack_report(desk.store, desk.files, desk.key)
    assert missing.value.reason == "missing"
