"""Signing, packing and checking are one piece of work with one outcome."""

import pytest

from desktop.errors import SignatureError
from desktop.files.signatures.keys import load_key
from desktop.gui.pages.signing.signing import (
    SignedWork,
    Wanted,
    sign_and_pack,
)
from desktop.operations.signing.sign_report import ReportFiles
from desktop.progress import Step, silent
from tests.gui.pages.report_desk import PASSWORD, Desk, issue

BOTH = Wanted(sign=True, pack=True)


def work(desk: Desk, report: str, wanted: Wanted = BOTH) -> SignedWork:
    key = load_key(desk.key, PASSWORD)
    files = ReportFiles(report=report, folder=desk.reports)
    value = sign_and_pack(desk.store, files, key, wanted, silent).value
    assert isinstance(value, SignedWork)
    return value


def test_a_package_that_cannot_be_made_takes_no_signature_back(desk: Desk) -> None:
    report = issue(desk.store, sign=False)
    work(desk, report, Wanted(sign=True, pack=False))
    (desk.reports / "goi_phong-van-hoa-thong-tin-huyen-dak-ha_2024_v1.zip").mkdir()
    done = work(desk, report)
    assert done.signed is not None
    assert done.packed is None
    assert done.fault is not None
    assert [each.format for each in done.verdicts] == ["pdf", "workbook"]


def test_a_package_waits_for_everybody_who_is_to_sign(desk: Desk) -> None:
    done = work(desk, issue(desk.store, sign=False))
    assert done.signed is not None
    assert isinstance(done.fault, SignatureError)
    assert done.fault.reason == "agency_missing"


def test_what_is_not_signed_is_not_packed(desk: Desk) -> None:
    report = issue(desk.store, sign=False)
    with pytest.raises(SignatureError, match="not_signed"):
        work(desk, report, Wanted(sign=False, pack=True))


def test_the_tables_touched_are_told(desk: Desk) -> None:
    report = issue(desk.store, sign=False)
    key = load_key(desk.key, PASSWORD)
    files = ReportFiles(report=report, folder=desk.reports)
    work(desk, report, Wanted(sign=True, pack=False))
    steps: list[Step] = []
    done = sign_and_pack(desk.store, files, key, BOTH, steps.append)
    assert done.touched == {"issued_copies", "report_signatures"}
    assert {"signing", "packing", "verifying"} <= {each.stage for each in steps}
