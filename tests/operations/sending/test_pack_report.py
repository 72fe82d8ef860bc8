"""Only a signed report is packed, with its figures, and its seal holds."""

import datetime as dt
import json
import zipfile

import pytest

from desktop.errors import FileError, SignatureError
from desktop.files.signatures.opc.content import same_content
from desktop.files.signatures.trust import Trust
from desktop.files.wire import report as wire
from desktop.operations.issuing.attach_issued_copy import attach_issued_copy
from desktop.operations.issuing.export_report import export_report
from desktop.operations.reports.read_report import read_issued, read_report
from desktop.operations.sending.pack_report import REPORT_JSON, pack_report
from desktop.operations.signing.verify_file import stands, verify_file
from desktop.progress import silent
from desktop.records.signing import SignerRole, SigningWay
from desktop.rules.short_code import short_code
from desktop.rules.verdict import Light, light
from tests.builders import NOW, OWN, PLAN
from tests.operations.desk import REPORT, Desk
from tests.operations.signed_elsewhere import kept_as, signed, stamped


def test_a_package_holds_signed_files_figures_manifest_and_seal(desk: Desk) -> None:
    desk.sign()
    packed = pack_report(desk.store, desk.files, desk.seal).value
    assert packed.path.parent == desk.files.folder
    with zipfile.ZipFile(packed.path) as archive:
        names = set(archive.namelist())
        figures = archive.read(REPORT_JSON)
        assert archive.read(desk.pdf.name) == desk.pdf.read_bytes()
        assert archive.read(desk.workbook.name) == desk.workbook.read_bytes()
    assert names == {
        desk.pdf.name,
        desk.workbook.name,
        REPORT_JSON,
        "bia.html",
        "entries.json",
        "manifest.json",
        "manifest.json.p7s",
    }
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
    export_report(desk.store, REPORT, desk.files.folder, anew=True)
    with pytest.raises(SignatureError) as caught:
        pack_report(desk.store, desk.files, desk.key)
    assert caught.value.reason == "not_signed"


def test_a_report_the_agency_is_still_to_sign_is_not_packed(desk: Desk) -> None:
    desk.sign_as(SignerRole.PERSON)
    before = {one.name for one in desk.files.folder.iterdir()}
    with pytest.raises(SignatureError) as caught:
        pack_report(desk.store, desk.files, desk.key)
    assert caught.value.reason == "agency_missing"
    assert {one.name for one in desk.files.folder.iterdir()} == before


def test_another_key_adds_its_seal_to_the_same_files(desk: Desk) -> None:
    desk.sign()
    first = pack_report(desk.store, desk.files, desk.key).value
    second = pack_report(desk.store, desk.files, desk.seal).value
    assert (first.path, first.header) == (second.path, second.header)
    found = verify_file(second.path, Trust(), now=NOW)
    assert stands(found)
    assert [one.signer for one in found.signatures] == [desk.key.name, desk.seal.name]
    third = pack_report(desk.store, desk.files, desk.key).value
    assert third.sha256 == second.sha256


def test_without_a_key_signed_files_go_unsealed_and_a_seal_may_follow(
    desk: Desk,
) -> None:
    desk.sign()
    plain = pack_report(desk.store, desk.files, None).value
    found = verify_file(plain.path, Trust(), now=NOW)
    assert (found.signatures, [one.code for one in found.findings]) == (
        (),
        ["unsigned"],
    )
    assert not stands(found)
    again = pack_report(desk.store, desk.files, None).value
    assert again.sha256 == plain.sha256
    sealed = pack_report(desk.store, desk.files, desk.seal).value
    assert stands(verify_file(sealed.path, Trust(), now=NOW))


def test_a_report_for_paper_is_packed_without_a_key_and_never_green(
    desk: Desk,
) -> None:
    export_report(desk.store, REPORT, desk.files.folder, way=SigningWay.PAPER)
    packed = pack_report(desk.store, desk.files, None).value
    paper = f"{desk.pdf.stem}-ban-giay.pdf"
    with zipfile.ZipFile(packed.path) as archive:
        assert set(archive.namelist()) == {
            paper,
            desk.workbook.name,
            REPORT_JSON,
            "bia.html",
            "entries.json",
            "manifest.json",
        }
    found = verify_file(packed.path, Trust(), now=NOW)
    assert light(found) is not Light.GREEN
    assert found.report is not None
    issued = read_issued(desk.store, REPORT)
    assert found.report.code == short_code(issued.content_sha256)
    with pytest.raises(SignatureError, match="not_signed"):
        pack_report(desk.store, desk.files, desk.key)


def test_a_number_given_elsewhere_does_not_part_the_workbook_from_the_pdf(
    desk: Desk,
) -> None:
    sent = desk.workbook.read_bytes()
    data = signed(stamped(desk.pdf.read_bytes(), "123", "20", "11"), desk.key)
    path = kept_as(desk.files.folder.parent / "ve.pdf", data)
    attach_issued_copy(desk.store, REPORT, path, noted="as_read")
    export_report(desk.store, REPORT, desk.files.folder)
    now = desk.workbook.read_bytes()
    assert not same_content(now, sent)  # it has the number
    packed = pack_report(desk.store, desk.files, desk.key).value
    with zipfile.ZipFile(packed.path) as archive:
        assert archive.read(desk.workbook.name) == sent
    assert not verify_file(packed.path, Trust(), now=NOW).findings
    assert desk.workbook.read_bytes() == now
    assert not list(desk.files.folder.glob("*.tam"))


def test_a_key_that_has_ended_seals_nothing(desk: Desk) -> None:
    desk.sign()
    desk.store.now = lambda: NOW + dt.timedelta(days=400)
    with pytest.raises(SignatureError) as caught:
        pack_report(desk.store, desk.files, desk.seal)
    assert caught.value.reason == "expired"
    assert not list(desk.files.folder.glob("*.zip"))


def test_a_package_changed_since_is_made_again(desk: Desk) -> None:
    desk.sign()
    packed = pack_report(desk.store, desk.files, desk.seal).value
    with zipfile.ZipFile(packed.path, "a") as archive:
        archive.writestr("extra.txt", "x")
    again = pack_report(desk.store, desk.files, desk.seal).value
    with zipfile.ZipFile(again.path) as archive:
        assert "extra.txt" not in archive.namelist()


def test_a_missing_file_is_told_and_nothing_is_left(desk: Desk) -> None:
    desk.sign()
    desk.workbook.unlink()
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
