"""A file tells of which report it carries the data, and who should have signed it."""

import hashlib
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from desktop.files.attachments import attachments
from desktop.files.carried_report import (
    DATA_LIMIT,
    carried,
    carried_data,
    carried_in_package,
)
from desktop.files.pdf import document
from desktop.files.wire.report import report_to_json
from desktop.files.workbook import workbook
from desktop.records.report import Report
from desktop.records.signing import SignerRole
from desktop.rules.short_code import short_code
from tests.files.report_builder import a_report

BARE = a_report(blocks=(), annexes=(), data=())
ROLES = (SignerRole.PERSON, SignerRole.AGENCY)


def data_of(report: Report) -> bytes:
    return report_to_json(report)


def pdf_of(report: Report, **data: bytes) -> bytes:
    carried_ = attachments("a.json", data.get("data") or data_of(report), "a.xlsx", b"")
    return document.draw(report, attachments=carried_).pdf


def book_of(report: Report) -> bytes:
    return workbook.draw(report, "a.xlsx")


@pytest.mark.parametrize("practice", [False, True])
def test_pdf_workbook_and_data_tell_the_same(practice: bool) -> None:
    report = replace(
        BARE, signers=ROLES, practice=practice, slip=2, kind="letter-cover"
    )
    sha256 = hashlib.sha256(data_of(report)).hexdigest()
    told = [
        carried(pdf_of(report), "pdf"),
        carried(book_of(report), "workbook"),
        carried_data(data_of(report)),
    ]
    assert told[0] == told[1] == told[2]
    (first, *_) = told
    assert first is not None
    assert (first.roles, first.person) == (ROLES, report.signer.name)
    assert (first.found.report_id, first.found.practice) == (report.id, practice)
    assert (first.found.agency, first.found.plan_title) == (
        report.agency,
        report.plan_title,
    )
    assert (first.found.period_code, first.found.first_day, first.found.last_day) == (
        report.period.code,
        report.period.first_day,
        report.period.last_day,
    )
    assert (first.found.sha256, first.found.code) == (sha256, short_code(sha256))
    assert (first.found.kind, first.found.slip) == ("letter-cover", 2)


def test_a_package_tells_the_report_of_its_data() -> None:
    told = carried_in_package({"report.json": data_of(BARE), "a.pdf": b""})
    assert told is not None
    assert told.found.report_id == BARE.id
    assert told.names == {
        SignerRole.PERSON: BARE.signer.name,
        SignerRole.AGENCY: BARE.agency,
    }
    assert carried_in_package({"a.pdf": b""}) is None
    assert carried_in_package({"report.json": b"{}"}) is None


@pytest.mark.parametrize("kind", ["pdf", "workbook", "other"])
@pytest.mark.parametrize("data", [b"", b"%PDF-1.7 junk", b"PK\x03\x04 junk"])
def test_junk_carries_nothing(kind: str, data: bytes) -> None:
    assert carried(data, kind) is None


@pytest.mark.parametrize(
    "data", [b"{}", b"null", b'{"format":9999}', b"[" * 100_000, b"\xff"]
)
def test_data_that_are_no_report_carry_nothing(data: bytes) -> None:
    assert carried_data(data) is None
    assert carried(pdf_of(BARE, data=data), "pdf") is None


def with_attachment(data: bytes, **changes: Any) -> bytes:
    """Return a PDF with one more attachment, or with the own one packed otherwise."""
    output = BytesIO()
    with pikepdf.open(BytesIO(data)) as made:
        if "extra" in changes:
            made.attachments["b.json"] = pikepdf.AttachedFileSpec(
                made,
                changes["extra"],
                description="",
                filename="b.json",
                mime_type="application/json",
                creation_date="",
                mod_date="",
            )
        else:
            stream = made.attachments["a.json"].get_file().obj
            stream.write(changes["raw"], **changes["packed"])
        made.save(output)
    return output.getvalue()


def test_of_two_sets_of_data_neither_is_believed() -> None:
    both = with_attachment(pdf_of(BARE), extra=data_of(BARE))
    assert carried(both, "pdf") is None


def test_data_that_would_swell_are_not_unpacked() -> None:
    import zlib

    bomb = zlib.compress(bytes(DATA_LIMIT + 1), 9)
    packed = {"filter": pikepdf.Name.FlateDecode}
    assert (
        carried(with_attachment(pdf_of(BARE), raw=bomb, packed=packed), "pdf") is None
    )
    whole = zlib.compress(data_of(BARE))
    found = carried(with_attachment(pdf_of(BARE), raw=whole, packed=packed), "pdf")
    assert found is not None


def test_a_hidden_sheet_that_lies_about_its_shape_carries_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    told = workbook.machine_data(BARE, "ab" * 32)
    for name, value in (
        ("sha256", "x"),
        ("first_day", "hôm qua"),
        ("signers", "boss"),
    ):
        monkeypatch.setattr(
            workbook, "machine_data", lambda *_, n=name, v=value: {**told, n: v}
        )
        workbook.write(BARE, tmp_path / "a.xlsx")
        assert carried((tmp_path / "a.xlsx").read_bytes(), "workbook") is None
