"""Signing, packing and checking are one piece of work with one outcome."""

import pytest

from desktop.errors import SignatureError
from desktop.files.signatures.keys import load_key
from desktop.gui.pages.signing.signing import (
    OpenKey,
    SignedWork,
    Wanted,
    open_key,
    sign_and_pack,
)
from desktop.operations.sign_report import ReportFiles
from desktop.progress import Step, silent
from tests.gui.pages.report_desk import PASSWORD, Desk, issue

BOTH = Wanted(sign=True, pack=True)


def work(desk: Desk, report: str, wanted: Wanted = BOTH) -> SignedWork:
    key = load_key(desk.key, PASSWORD)
    files = ReportFiles(report=report, folder=desk.reports)
    value = sign_and_pack(desk.store, files, key, wanted, silent).value
    assert isinstance(value, SignedWork)
    return value


def test_a_key_is_looked_at_before_it_signs(desk: Desk) -> None:
    opened = open_key(desk.store, desk.key, PASSWORD, silent).value
    assert isinstance(opened, OpenKey)
    assert opened.key.test
    with pytest.raises(SignatureError):
        open_key(desk.store, desk.key, "sai", silent)


def test_a_package_that_cannot_be_made_takes_no_signature_back(desk: Desk) -> None:
    report = issue(desk.store, sign=False)
    (desk.reports / "goi_phong-van-hoa-thong-tin-huyen-dak-ha_2024_v1.zip").mkdir()
    done = work(desk, report)
    assert done.signed is not None
    assert done.packed is None
    assert done.fault is not None
    assert [each.format for each in done.verdicts] == ["pdf", "workbook"]


def test_what_is_not_signed_is_not_packed(desk: Desk) -> None:
    report = issue(desk.store, sign=False)
    with pytest.raises(SignatureError, match="not_signed"):
        work(desk, report, Wanted(sign=False, pack=True))


def test_the_tables_touched_are_told(desk: Desk) -> None:
    report = issue(desk.store, sign=False)
    key = load_key(desk.key, PASSWORD)
    files = ReportFiles(report=report, folder=desk.reports)
    steps: list[Step] = []
    done = sign_and_pack(desk.store, files, key, BOTH, steps.append)
    assert done.touched == {"issued_copies", "period_standings"}
    assert {"signing", "packing", "verifying"} <= {each.stage for each in steps}
