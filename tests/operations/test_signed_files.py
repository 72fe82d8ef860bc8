"""What travels of a signed report is what came back signed, else what we signed."""

import zipfile
from pathlib import Path

import pytest

from desktop.errors import FileError, SignatureError
from desktop.files.signatures.trust import Trust
from desktop.operations.attach_issued_copy import attach_issued_copy
from desktop.operations.compose_mail import Letter, compose_mail
from desktop.operations.find_package import find_package
from desktop.operations.pack_report import pack_report
from desktop.operations.read_report import newest_copy
from desktop.operations.signed_files import name_of, signed_copy, signed_files
from desktop.operations.signed_folder import signed_path
from desktop.operations.verify_file import stands, verify_file
from desktop.records.issued import CopyFormat
from tests.builders import NOW
from tests.operations.desk import REPORT, Desk
from tests.operations.signed_elsewhere import kept_as, signed


def attach(desk: Desk) -> bytes:
    """Attach a copy signed elsewhere, of another name, and return its bytes."""
    data = signed(desk.pdf.read_bytes(), desk.key)
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


def test_our_own_goes_where_nothing_was_attached_with_the_workbook_s_signature(
    desk: Desk,
) -> None:
    assert signed_copy(desk.store, REPORT) is None
    desk.sign()
    own = newest_copy(desk.store, REPORT, CopyFormat.PDF)
    assert signed_copy(desk.store, REPORT) == own
    found = signed_files(desk.store, desk.files)
    beside = f"{desk.workbook.name}.p7s"
    assert list(found) == [desk.pdf.name, desk.workbook.name, beside]
    assert name_of(desk.store, "none") == "none.pdf"


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
    desk.sign()
    first = pack_report(desk.store, desk.files, desk.key).value
    data = attach(desk)
    assert find_package(desk.store, REPORT, desk.files.folder) is None
    second = pack_report(desk.store, desk.files, desk.key).value
    assert second.sha256 != first.sha256
    with zipfile.ZipFile(second.path) as archive:
        assert archive.read(desk.pdf.name) == data
        assert f"{desk.workbook.name}.p7s" in archive.namelist()


def test_a_mail_carries_the_attached_copy(desk: Desk, tmp_path: Path) -> None:
    import email
    import email.policy

    data = attach(desk)
    package = pack_report(desk.store, desk.files, desk.key).value.path
    letter = Letter(subject="Báo cáo", body="Kính gửi")
    made = compose_mail(desk.store, desk.files, package, letter, tmp_path / "a.eml")
    message = email.message_from_bytes(
        made.value.read_bytes(), policy=email.policy.default
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
