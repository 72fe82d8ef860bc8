"""Only a signed report is packed, with its figures, and its seal holds."""

import json
import zipfile

import pytest

from desktop.errors import FileError, SignatureError
from desktop.files.signatures.trust import Trust
from desktop.files.wire import report as wire
from desktop.operations.export_report import export_report
from desktop.operations.pack_report import REPORT_JSON, pack_report
from desktop.operations.read_report import read_issued, read_report
from desktop.operations.verify_file import stands, verify_file
from desktop.progress import silent
from tests.builders import NOW, OWN, PLAN
from tests.operations.desk import REPORT, Desk


def test_a_package_holds_files_signature_figures_manifest_and_seal(desk: Desk) -> None:
    desk.sign()
    packed = pack_report(desk.store, desk.files, desk.key).value
    assert packed.path.parent == desk.files.folder
    with zipfile.ZipFile(packed.path) as archive:
        names = set(archive.namelist())
        figures = archive.read(REPORT_JSON)
        assert archive.read(desk.pdf.name) == desk.pdf.read_bytes()
    assert names >= {
        desk.pdf.name,
        desk.workbook.name,
        f"{desk.workbook.name}.p7s",
        REPORT_JSON,
    }
    assert len(names) == 6
    issued = read_issued(desk.store, REPORT)
    assert figures == issued.content.encode()
    assert json.loads(figures)
    again = wire.report_from_json(figures, name=packed.path)
    assert again == read_report(desk.store, issued)
    assert stands(verify_file(packed.path, Trust(), now=NOW))


def test_the_header_says_who_sends_what_to_whom(desk: Desk) -> None:
    desk.sign()
    header = pack_report(desk.store, desk.files, desk.key).value.header
    assert (header.plan_id, header.agency_id, header.report_id) == (PLAN, OWN, REPORT)
    assert header.recipient == "Sở Thông tin và Truyền thông tỉnh Kon Tum"
    assert (header.period_code, header.version, header.practice) == ("2024", 1, True)
    assert header.created_at == NOW
    assert REPORT_JSON in {one.name for one in header.members}


def test_packing_twice_makes_one_package_of_the_same_name_and_number(
    desk: Desk,
) -> None:
    desk.sign()
    first = pack_report(desk.store, desk.files, desk.key).value
    second = pack_report(desk.store, desk.files, desk.key).value
    assert first.path == second.path
    assert first.header.package_id == second.header.package_id


def test_an_unsigned_report_is_not_packed(desk: Desk) -> None:
    with pytest.raises(SignatureError) as caught:
        pack_report(desk.store, desk.files, desk.key, silent)
    assert caught.value.reason == "not_signed"


def test_a_report_exported_anew_must_be_signed_anew(desk: Desk) -> None:
    desk.sign()
    export_report(desk.store, REPORT, desk.files.folder)
    with pytest.raises(SignatureError) as caught:
        pack_report(desk.store, desk.files, desk.key)
    assert caught.value.reason == "not_signed"


def test_a_missing_file_is_told_and_nothing_is_left(desk: Desk) -> None:
    desk.sign()
    desk.workbook.with_name(f"{desk.workbook.name}.p7s").unlink()
    before = {one.name for one in desk.files.folder.iterdir()}
    with pytest.raises(FileError) as caught:
        pack_report(desk.store, desk.files, desk.key)
    assert caught.value.reason == "missing"
    assert {one.name for one in desk.files.folder.iterdir()} == before


@pytest.mark.parametrize("name", ["pdf", "workbook"])
def test_a_file_changed_after_signing_does_not_leave_as_intact(
    desk: Desk, name: str
) -> None:
    desk.sign()
    path = {"pdf": desk.pdf, "workbook": desk.workbook}[name]
    spoilt = bytearray(path.read_bytes())
    spoilt[len(spoilt) // 2] ^= 1
    path.write_bytes(spoilt)
    with pytest.raises(SignatureError) as caught:
        pack_report(desk.store, desk.files, desk.key)
    assert caught.value.reason == "document_changed"
