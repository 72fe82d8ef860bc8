"""Only what this program made of this report is signed, and it is checked at once."""

import datetime as dt
import hashlib
from dataclasses import replace

import pytest

from desktop.errors import ConflictError, FileError, SignatureError
from desktop.files.signatures.keys import Scheme
from desktop.files.signatures.trust import Trust
from desktop.operations.export_report import export_report
from desktop.operations.read_report import newest_copy
from desktop.operations.read_standings import standing_of
from desktop.operations.record_entry import record
from desktop.operations.sign_report import ReportFiles, sign_report
from desktop.operations.verify_file import stands, verify_file
from desktop.records.issued import CopyFormat, IssuedCopy
from desktop.records.period import PeriodState
from desktop.records.verification import Chain
from desktop.rules.calendar import parse_period
from desktop.store import records
from tests.builders import NOW, an_activity
from tests.operations.desk import REPORT, Desk


def test_both_files_are_signed_and_hold_against_verification(desk: Desk) -> None:
    unsigned = desk.workbook.read_bytes()
    signed = desk.sign()
    assert (signed.pdf, signed.workbook) == (desk.pdf, desk.workbook)
    assert signed.test_key
    assert "KÝ THỬ" in signed.signer
    assert desk.workbook.read_bytes() == unsigned
    for path in (signed.pdf, signed.workbook):
        verdict = verify_file(path, Trust(), now=NOW)
        assert stands(verdict)
        assert [one.chain for one in verdict.signatures] == [Chain.TEST]
        assert verdict.signatures[0].claimed_time == NOW


def test_the_signed_copy_is_noted_with_its_signer(desk: Desk) -> None:
    desk.sign()
    copy = newest_copy(desk.store, REPORT, CopyFormat.PDF)
    assert copy is not None
    assert copy.sha256 == hashlib.sha256(desk.pdf.read_bytes()).hexdigest()
    assert (copy.signed_by, copy.test_key) == (desk.key.name, True)
    assert records.count(desk.store.reader, IssuedCopy) == 3


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
    assert not desk.workbook.with_name(f"{desk.workbook.name}.p7s").exists()
    assert desk.store.last_change() == before


def test_a_file_that_is_gone_or_was_never_made_is_missing(desk: Desk) -> None:
    desk.workbook.unlink()
    with pytest.raises(FileError) as caught:
        desk.sign()
    assert (caught.value.path, caught.value.reason) == (desk.workbook, "missing")
    other = ReportFiles(report="never", folder=desk.files.folder)
    with pytest.raises(FileError):
        sign_report(desk.store, other, desk.signing())


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


def test_exporting_anew_makes_a_report_that_is_signed_anew(desk: Desk) -> None:
    desk.sign()
    export_report(desk.store, REPORT, desk.files.folder)
    assert desk.sign().test_key
    assert stands(verify_file(desk.pdf, Trust(), now=NOW))


def test_signing_locks_the_period_of_the_report(desk: Desk) -> None:
    desk.sign()
    standing = standing_of(desk.store, parse_period("2024"))
    assert (standing.state, standing.report) == (PeriodState.SIGNED, REPORT)
    with pytest.raises(ConflictError, match="period_locked"):
        record(desk.store, an_activity(id="late"))
