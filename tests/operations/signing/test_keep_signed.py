"""Nothing that is signed is lost by writing a report once more."""

from pathlib import Path

import pytest

from desktop.errors import FileError
from desktop.operations.issuing.export_report import export_report
from desktop.operations.reports.read_report import newest_copy
from desktop.operations.signing.signings import next_role, signings
from desktop.records.issued import CopyFormat, IssuedCopy
from desktop.records.signing import SignerRole, SigningWay
from desktop.store import records
from tests.operations.desk import REPORT, Desk


def contents(folder: Path) -> dict[str, bytes]:
    return {one.name: one.read_bytes() for one in folder.iterdir()}


def test_signed_files_are_not_written_over(desk: Desk) -> None:
    desk.sign_as(SignerRole.PERSON)
    before, noted = contents(desk.files.folder), desk.store.last_change()
    with pytest.raises(FileError) as caught:
        export_report(desk.store, REPORT, desk.files.folder)
    assert caught.value.reason == "holds_signature"
    assert caught.value.path in {desk.pdf, desk.workbook}
    assert contents(desk.files.folder) == before
    assert desk.store.last_change() == noted


def test_a_file_somebody_signed_elsewhere_is_not_written_over_either(
    desk: Desk,
) -> None:
    desk.pdf.write_bytes(desk.pdf.read_bytes() + b"\n/ByteRange [0 1 2 3]")
    with pytest.raises(FileError) as caught:
        export_report(desk.store, REPORT, desk.files.folder)
    assert (caught.value.path, caught.value.reason) == (desk.pdf, "holds_signature")


def test_asked_to_make_it_anew_the_signed_files_are_kept_aside(desk: Desk) -> None:
    plain = contents(desk.files.folder)
    for number in (1, 2):
        desk.sign_as(SignerRole.PERSON)
        signed = contents(desk.files.folder)
        export_report(desk.store, REPORT, desk.files.folder, anew=True)
        found = contents(desk.files.folder)
        for path in (desk.pdf, desk.workbook):
            aside = f"{path.stem}-da-ky-{number}{path.suffix}"
            assert found[aside] == signed[path.name]
            assert found[path.name] == plain[path.name]
    assert len(found) == 6


def test_a_signed_report_written_elsewhere_stays_signed(
    desk: Desk, tmp_path: Path
) -> None:
    desk.sign()
    copies = records.count(desk.store.reader, IssuedCopy)
    exported = export_report(desk.store, REPORT, tmp_path / "doc", word=True).value
    assert exported.word is not None
    assert records.count(desk.store.reader, IssuedCopy) == copies + 1
    newest = newest_copy(desk.store, REPORT, CopyFormat.PDF)
    assert newest is not None
    assert newest.signed_by
    assert len(signings(desk.store, REPORT)) == 2
    assert next_role(desk.store, REPORT) is None


def test_a_paper_copy_beside_signed_files_leaves_them_alone(desk: Desk) -> None:
    desk.sign()
    before = contents(desk.files.folder)
    with pytest.raises(FileError, match="holds_signature"):
        export_report(desk.store, REPORT, desk.files.folder, way=SigningWay.PAPER)
    assert contents(desk.files.folder) == before
