"""Only what this program made of this report is signed, and it is checked at once."""

import datetime as dt
import hashlib
import zipfile
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from pyhanko.pdf_utils.reader import PdfFileReader

from desktop.errors import (
    Cancelled,
    ConflictError,
    FileError,
    SignatureError,
    StoreUnavailableError,
    UnknownNameError,
)
from desktop.files.signatures.keys import Scheme
from desktop.files.signatures.opc.content import same_content
from desktop.files.signatures.trust import Trust
from desktop.operations.entries.record_entry import record
from desktop.operations.issuing.export_report import export_report
from desktop.operations.issuing.issue_report import issue_report
from desktop.operations.offices.set_preferences import set_preferences
from desktop.operations.periods.read_standings import standing_of
from desktop.operations.reports.draft_report import draft_report
from desktop.operations.reports.read_report import newest_copy
from desktop.operations.signing.sign_report import ReportFiles, sign_report
from desktop.operations.signing.signings import next_role, signings
from desktop.operations.signing.verify_file import verify_file
from desktop.progress import Step
from desktop.records.issued import CopyFormat, IssuedCopy
from desktop.records.period import PeriodState
from desktop.records.signing import SignerRole, SigningWay
from desktop.records.verification import Chain
from desktop.rules.calendar import parse_period
from desktop.store import preferences, records
from tests.builders import NOW, an_activity
from tests.operations.desk import REPORT, REQUEST, Desk

PERSON, AGENCY = SignerRole.PERSON, SignerRole.AGENCY


def test_both_files_are_signed_inside_and_hold_against_verification(
    desk: Desk,
) -> None:
    signed = desk.sign()
    assert (signed.pdf, signed.workbook) == (desk.pdf, desk.workbook)
    assert signed.next_role is None
    names = {one.name for one in desk.files.folder.iterdir()}
    assert names == {desk.pdf.name, desk.workbook.name}
    for path in (signed.pdf, signed.workbook):
        verdict = verify_file(path, Trust(), now=NOW)
        assert verdict.intact, verdict.findings
        assert [one.chain for one in verdict.signatures] == [Chain.TEST] * 2
        assert [one.role for one in verdict.signatures] == [PERSON, AGENCY]
        assert {one.claimed_time for one in verdict.signatures} == {NOW}


def test_the_person_signs_first_and_the_agency_is_next(desk: Desk) -> None:
    first = desk.sign_as(PERSON)
    assert (first.signature.role, first.next_role) == (PERSON, AGENCY)
    assert first.signer == desk.key.name
    with zipfile.ZipFile(desk.workbook) as book:
        assert "_xmlsignatures/sig1.xml" in book.namelist()
        assert "_xmlsignatures/sig2.xml" not in book.namelist()
    second = desk.sign_as(AGENCY)
    assert (second.signature.role, second.next_role) == (AGENCY, None)
    with zipfile.ZipFile(desk.workbook) as book:
        assert "_xmlsignatures/sig2.xml" in book.namelist()


def test_a_signed_workbook_keeps_every_part_of_the_one_that_was_exported(
    desk: Desk,
) -> None:
    plain = desk.workbook.read_bytes()
    desk.sign()
    assert same_content(desk.workbook.read_bytes(), plain)


def test_each_signing_notes_who_for_whom_and_until_when(desk: Desk) -> None:
    desk.sign()
    first, second = signings(desk.store, REPORT)
    assert (first.role, first.signer) == (PERSON, desk.key.name)
    assert (second.role, second.signer) == (AGENCY, desk.seal.name)
    assert first.valid_until == desk.key.not_after
    assert first.certificate_sha256 == hashlib.sha256(desk.key.certificate).hexdigest()
    assert (first.signed_at, first.test_key, first.token) == (NOW, True, False)


def test_each_signing_notes_the_new_bytes_of_both_files(desk: Desk) -> None:
    both = f"{desk.key.name}; {desk.seal.name}"
    for role, names in ((PERSON, desk.key.name), (AGENCY, both)):
        desk.sign_as(role)
        for path, kind in (
            (desk.pdf, CopyFormat.PDF),
            (desk.workbook, CopyFormat.WORKBOOK),
        ):
            copy = newest_copy(desk.store, REPORT, kind)
            assert copy is not None
            assert copy.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
            assert (copy.signed_by, copy.test_key) == (names, True)
    assert records.count(desk.store.reader, IssuedCopy) == 6


def test_the_agency_does_not_sign_before_the_person(desk: Desk) -> None:
    before = desk.pdf.read_bytes()
    with pytest.raises(SignatureError) as caught:
        desk.sign_as(AGENCY)
    assert caught.value.reason == "person_first"
    assert desk.pdf.read_bytes() == before
    assert signings(desk.store, REPORT) == ()


def test_nobody_signs_twice(desk: Desk) -> None:
    desk.sign_as(PERSON)
    signed = desk.pdf.read_bytes()
    with pytest.raises(SignatureError) as caught:
        desk.sign_as(PERSON)
    assert (caught.value.reason, caught.value.facts) == (
        "already_signed",
        (desk.pdf.name, desk.key.name),
    )
    assert desk.pdf.read_bytes() == signed
    assert len(signings(desk.store, REPORT)) == 1


def test_one_key_does_not_sign_for_two(desk: Desk) -> None:
    """Doing it again, when nothing told that it was done, takes the next one's turn."""
    person = replace(desk.signing(PERSON), key=replace(desk.key, test=False))
    sign_report(desk.store, desk.files, person)
    signed = desk.pdf.read_bytes(), desk.workbook.read_bytes()
    both = replace(person, role=AGENCY)
    with pytest.raises(SignatureError) as caught:
        sign_report(desk.store, desk.files, both)
    assert (caught.value.reason, caught.value.facts) == ("same_key", (desk.key.name,))
    assert (desk.pdf.read_bytes(), desk.workbook.read_bytes()) == signed
    assert desk.sign_as(AGENCY).next_role is None


def test_a_key_for_trying_out_practises_for_both(desk: Desk) -> None:
    desk.sign_as(PERSON)
    both = replace(desk.signing(AGENCY), key=desk.key)
    assert sign_report(desk.store, desk.files, both).value.next_role is None


@pytest.mark.parametrize(
    ("only", "other", "reason"),
    [
        (PERSON, AGENCY, "agency_not_expected"),
        (AGENCY, PERSON, "person_not_expected"),
    ],
)
def test_an_office_with_one_key_certifies_with_it_and_expects_no_other(
    desk: Desk, only: SignerRole, other: SignerRole, reason: str
) -> None:
    report = expecting(desk, signers=(only,))
    with pytest.raises(SignatureError) as caught:
        sign_report(desk.store, report, desk.signing(other))
    assert caught.value.reason == reason
    signed = sign_report(desk.store, report, desk.signing(only)).value
    assert signed.next_role is None
    found = verify_file(signed.pdf, Trust(), now=NOW)
    assert [one.role for one in found.signatures] == [only]
    assert b"/DocMDP" in signed.pdf.read_bytes()


def test_an_office_that_signs_on_paper_signs_with_no_key(desk: Desk) -> None:
    report = expecting(desk, signing=SigningWay.PAPER)
    with pytest.raises(SignatureError) as caught:
        sign_report(desk.store, report, desk.signing())
    assert caught.value.reason == "paper_way"


def test_a_report_of_an_office_that_has_a_key_by_now_may_be_signed(
    desk: Desk,
) -> None:
    report = expecting(desk, signing=SigningWay.PAPER)
    kept = preferences.get(desk.store.reader)
    assert kept is not None
    set_preferences(desk.store, replace(kept, signing=SigningWay.DIGITAL))
    export_report(desk.store, report.report, report.folder)
    assert next_role(desk.store, report.report) is PERSON
    signed = sign_report(desk.store, report, desk.signing()).value
    assert signed.next_role is AGENCY


def expecting(desk: Desk, **changes: Any) -> ReportFiles:
    """Issue and export another report, once the office signs otherwise."""
    kept = preferences.get(desk.store.reader)
    assert kept is not None
    set_preferences(desk.store, replace(kept, **changes))
    request = replace(REQUEST, period=parse_period("2025"))
    issued = issue_report(desk.store, draft_report(desk.store, request)).value
    export_report(desk.store, issued.id, desk.files.folder)
    return ReportFiles(report=issued.id, folder=desk.files.folder)


@pytest.mark.parametrize("name", ["pdf", "workbook"])
def test_a_file_changed_after_it_was_made_is_not_signed(desk: Desk, name: str) -> None:
    path = {"pdf": desk.pdf, "workbook": desk.workbook}[name]
    spoilt = bytearray(path.read_bytes())
    spoilt[len(spoilt) // 2] ^= 1
    path.write_bytes(spoilt)
    before = desk.store.last_change()
    with pytest.raises(SignatureError) as caught:
        desk.sign()
    assert (caught.value.reason, caught.value.facts) == (
        "document_changed",
        (path.name,),
    )
    assert path.read_bytes() == spoilt
    assert {one.name for one in desk.files.folder.iterdir()} == {
        desk.pdf.name,
        desk.workbook.name,
    }
    assert desk.store.last_change() == before


def test_a_file_that_is_gone_or_was_never_made_is_missing(desk: Desk) -> None:
    desk.workbook.unlink()
    signing = desk.signing()
    with pytest.raises(FileError) as caught:
        desk.sign()
    assert (caught.value.path, caught.value.reason) == (desk.workbook, "missing")
    with pytest.raises(FileError) as nowhere:
        sign_report(
            desk.store, replace(desk.files, folder=desk.files.folder / "x"), signing
        )
    assert nowhere.value.reason == "missing"
    other = ReportFiles(report="never", folder=desk.files.folder)
    with pytest.raises(UnknownNameError):
        sign_report(desk.store, other, signing)


def test_an_expired_key_signs_nothing(desk: Desk) -> None:
    desk.store.now = lambda: NOW + dt.timedelta(days=400)
    before = desk.pdf.read_bytes()
    with pytest.raises(SignatureError) as caught:
        desk.sign()
    assert caught.value.reason == "expired"
    assert desk.pdf.read_bytes() == before


def test_a_key_that_is_not_the_certificate_s_leaves_the_files_alone(
    desk: Desk,
) -> None:
    def wrong(data: bytes, digest: str, scheme: Scheme = "plain") -> bytes:
        return bytes(256)

    before = desk.pdf.read_bytes()
    signing = replace(desk.signing(), key=replace(desk.key, sign=wrong))
    with pytest.raises(SignatureError):
        sign_report(desk.store, desk.files, signing)
    assert desk.pdf.read_bytes() == before
    copy = newest_copy(desk.store, REPORT, CopyFormat.PDF)
    assert copy is not None
    assert copy.signed_by == ""


def test_a_clock_set_back_behind_the_last_signing_signs_nothing(desk: Desk) -> None:
    desk.sign_as(PERSON)
    desk.store.now = lambda: NOW - dt.timedelta(minutes=1)
    with pytest.raises(SignatureError) as caught:
        desk.sign_as(AGENCY)
    assert caught.value.reason == "clock_back"
    assert len(signings(desk.store, REPORT)) == 1


def whole_folder(desk: Desk) -> dict[str, bytes]:
    return {one.name: one.read_bytes() for one in desk.files.folder.iterdir()}


def test_a_token_pulled_out_between_two_files_leaves_both_unsigned(
    desk: Desk,
) -> None:
    """The key is asked for a probe, for the PDF, and only then for the workbook."""
    asked = []

    def until_pulled_out(data: bytes, digest: str, scheme: Scheme = "plain") -> bytes:
        asked.append(data)
        if len(asked) > 2:
            raise SignatureError("token_gone")
        return desk.key.sign(data, digest, scheme)

    before, noted = whole_folder(desk), desk.store.last_change()
    signing = replace(desk.signing(), key=replace(desk.key, sign=until_pulled_out))
    with pytest.raises(SignatureError) as caught:
        sign_report(desk.store, desk.files, signing)
    assert (caught.value.reason, len(asked)) == ("token_gone", 3)
    assert whole_folder(desk) == before
    assert desk.store.last_change() == noted


@pytest.mark.parametrize("step", [0, 1, 2])
def test_stopped_at_any_step_nothing_is_signed(desk: Desk, step: int) -> None:
    def stop(told: Step) -> None:
        if told.stage == "signing" and told.done == step:
            raise Cancelled

    before, noted = whole_folder(desk), desk.store.last_change()
    with pytest.raises(Cancelled):
        sign_report(desk.store, desk.files, desk.signing(), stop)
    assert whole_folder(desk) == before
    assert desk.store.last_change() == noted


def test_what_cannot_be_noted_leaves_no_file_behind(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise StoreUnavailableError(desk.store.path, "full")

    before = whole_folder(desk)
    with monkeypatch.context() as patch:
        patch.setattr("desktop.operations.signing.sign_report.mark_signed", full)
        with pytest.raises(StoreUnavailableError):
            desk.sign_as(PERSON)
    assert whole_folder(desk) == before
    assert signings(desk.store, REPORT) == ()


def test_a_workbook_that_fails_its_own_check_is_not_written(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A signer that went wrong is caught before anybody receives its work."""
    import desktop.files.signatures.opc.signing as workbooks

    right = workbooks.sign_workbook

    def wrong(data: bytes, *given: Any, **named: Any) -> bytes:
        signed = BytesIO(right(data, *given, **named))
        with zipfile.ZipFile(signed, "a") as book:
            book.writestr("xl/worksheets/sheet99.xml", "<worksheet/>")
        return signed.getvalue()

    before = whole_folder(desk)
    monkeypatch.setattr(workbooks, "sign_workbook", wrong)
    with pytest.raises(SignatureError) as caught:
        desk.sign_as(PERSON)
    assert caught.value.reason == "own_check_failed"
    assert caught.value.facts[0] == desk.workbook.name
    assert whole_folder(desk) == before


def test_the_reason_the_place_and_the_scheme_are_those_told(desk: Desk) -> None:
    signing = replace(desk.signing(), reason="Duyệt ban hành", scheme="pss")
    signed = sign_report(desk.store, desk.files, signing).value
    value = PdfFileReader(BytesIO(signed.pdf.read_bytes())).embedded_signatures[0]
    assert str(value.sig_object["/Reason"]) == "Duyệt ban hành"
    assert str(value.sig_object["/Location"]) == "Đăk Hà"
    assert value.signer_info["signature_algorithm"].signature_algo == "rsassa_pss"
    with zipfile.ZipFile(signed.workbook) as book:
        xml = book.read("_xmlsignatures/sig1.xml").decode()
    assert "<SignatureComments>Duyệt ban hành</SignatureComments>" in xml
    assert "rsa-sha256" in xml
    assert "Đăk Hà" in xml


def test_exporting_anew_makes_a_report_that_is_signed_anew(desk: Desk) -> None:
    desk.sign()
    export_report(desk.store, REPORT, desk.files.folder, anew=True)
    assert signings(desk.store, REPORT) == ()
    assert next_role(desk.store, REPORT) is PERSON
    assert desk.sign().next_role is None
    assert verify_file(desk.pdf, Trust(), now=NOW).intact
    assert len(signings(desk.store, REPORT)) == 2


def test_signing_locks_the_period_of_the_report(desk: Desk) -> None:
    desk.sign()
    standing = standing_of(desk.store, parse_period("2024"))
    assert (standing.state, standing.report) == (PeriodState.SIGNED, REPORT)
    with pytest.raises(ConflictError, match="period_locked"):
        record(desk.store, an_activity(id="late"))
