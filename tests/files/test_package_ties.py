"""The files of a package speak of one report, and hold one workbook of it."""

import hashlib
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from desktop.files.attachments import attachments
from desktop.files.carried_report import carried_data
from desktop.files.package_ties import differences
from desktop.files.pdf import document
from desktop.files.signatures.opc.signing import sign_workbook
from desktop.files.signed_file import judge
from desktop.files.wire.report import report_to_json
from desktop.files.workbook import workbook
from desktop.records.report import Report
from desktop.records.signing import SignerRole
from desktop.records.verification import Finding
from tests.files.pki import NOW, pki
from tests.files.report_builder import a_report

REPORT = a_report(blocks=(), annexes=(), data=())
SHA256 = hashlib.sha256(report_to_json(REPORT)).hexdigest()
ANOTHER = replace(REPORT, plan_title="Kế hoạch khác")


@cache
def book(*, number: str = "05") -> bytes:
    letterhead = replace(REPORT.letterhead, number=number)
    report = replace(REPORT, letterhead=letterhead)
    return workbook.draw(report, "a.xlsx", content_sha256=SHA256)


@cache
def pdf(report: Report = REPORT, *, empty: bool = False) -> bytes:
    files = attachments("a.json", report_to_json(report), "a.xlsx", book())
    return document.draw(report, attachments=() if empty else files).pdf


def found(files: dict[str, bytes], figures: Report | None = REPORT) -> list[Finding]:
    members = [judge(name, files[name], None, pki().trust, now=NOW) for name in files]
    report = None if figures is None else carried_data(report_to_json(figures))
    return list(differences(report, members, files))


def test_files_that_belong_together_are_not_told(tmp_path: Path) -> None:
    key = pki().person.key(tmp_path)
    signed = sign_workbook(book(), key, role=SignerRole.PERSON, at=NOW)
    for each in (book(), signed):
        assert found({"a.pdf": pdf(), "a.xlsx": each}) == []


def test_another_workbook_of_the_same_report_is_not_the_one_that_was_signed(
    tmp_path: Path,
) -> None:
    key = pki().person.key(tmp_path)
    other = book(number="06")
    assert other != book()
    for each in (other, sign_workbook(other, key, role=SignerRole.PERSON, at=NOW)):
        assert found({"a.pdf": pdf(), "b.xlsx": each}) == [
            Finding(code="workbook_differs", facts=("b.xlsx", "a.pdf"))
        ]


def test_a_workbook_that_does_not_say_of_what_it_is_differs_too() -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(workbook, "machine_data", lambda *_: {})
        stranger = workbook.draw(REPORT, "a.xlsx")
    told = [one.code for one in found({"a.pdf": pdf(), "a.xlsx": stranger})]
    assert told == ["workbook_differs"]


def test_a_pdf_without_a_workbook_says_nothing_of_one() -> None:
    assert found({"a.pdf": pdf(empty=True), "a.xlsx": book()}) == []


def test_the_data_of_another_report_are_told_with_the_file() -> None:
    files = {"a.pdf": pdf(), "a.xlsx": book()}
    told = found(files, figures=ANOTHER)
    assert {one.facts for one in told} == {("a.pdf",), ("a.xlsx",)}
    assert {one.code for one in told} == {"report_differs"}


def test_without_data_of_their_own_files_are_held_to_the_first() -> None:
    files = {"a.pdf": pdf(), "b.pdf": pdf(ANOTHER)}
    assert found(files, figures=None) == [
        Finding(code="report_differs", facts=("b.pdf",))
    ]
    assert found({"a.pdf": pdf()}, figures=None) == []
