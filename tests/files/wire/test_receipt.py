"""A receipt reads back as it was written, or is refused with the reason."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.errors import PackageTooNewError, PackageUnreadableError
from desktop.files.wire.receipt import (
    RECEIPT_FORMAT,
    ToldReceipt,
    receipt_from_json,
    receipt_to_json,
)

TOLD = ToldReceipt(
    receiver_id="so",
    receiver="Sở Thông tin",
    sender_id="phong",
    sender="Phòng Văn hóa",
    report="bc1",
    package_id="goi1",
    period_code="2024-Q2",
    first_day=dt.date(2024, 4, 1),
    last_day=dt.date(2024, 6, 30),
    version=1,
    entries=2,
    attendance=30,
    control="ABCDE",
    received_at=dt.datetime(2024, 7, 1, 8, tzinfo=dt.UTC),
    practice=False,
    page_sha256="0" * 64,
    paper_sha256="0" * 64,
)


def test_a_receipt_reads_back_as_it_was_written() -> None:
    data = receipt_to_json(TOLD)
    assert receipt_from_json(data, name=Path("bn")) == TOLD
    assert receipt_to_json(receipt_from_json(data, name=Path("bn"))) == data


def test_a_receipt_of_a_later_program_or_with_other_fields_is_refused() -> None:
    data = receipt_to_json(TOLD)
    later = f'"format":{RECEIPT_FORMAT + 1}'.encode()
    with pytest.raises(PackageTooNewError):
        receipt_from_json(data.replace(b'"format":1', later), name=Path("bn"))
    with pytest.raises(PackageUnreadableError):
        receipt_from_json(data.replace(b'"format":1', b'"format":2'), name=Path("bn"))
    with pytest.raises(PackageUnreadableError):
        receipt_from_json(data.replace(b'"slip":0', b'"slip":-1'), name=Path("bn"))


def test_a_report_in_one_package_gets_a_receipt_that_programs_before_read() -> None:
    assert b'"format":1' in receipt_to_json(TOLD)
    assert b"parts" not in receipt_to_json(TOLD)


def test_packages_of_a_report_are_told_and_read_back() -> None:
    told = replace(TOLD, parts=3, parts_held=2)
    data = receipt_to_json(told)
    assert b'"format":2' in data
    assert receipt_from_json(data, name=Path("bn")) == told
