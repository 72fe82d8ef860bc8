"""What the pages print is held to what is attached, page by page."""

import hashlib
from functools import cache
from io import BytesIO

import pikepdf
import pytest

from desktop.files.attachments import attachments
from desktop.files.pdf import document
from desktop.files.pdf.drawn import Companion, PrintedCode
from desktop.files.printed_ties import differences
from desktop.files.signed_file import judge
from desktop.files.wire.report import report_to_json
from desktop.records.verification import Finding
from desktop.rules.short_code import payload, short_code
from desktop.rules.verdict import Light, light
from tests.files.pdf_reader import page_sizes
from tests.files.pki import NOW, pki
from tests.files.report_builder import a_report

REPORT = a_report()
DATA = report_to_json(REPORT)
DIGEST = hashlib.sha256(DATA).hexdigest()
CODE = short_code(DIGEST)
OTHER = hashlib.sha256(b"other").hexdigest()
BOOK = b"a workbook"


@cache
def drawn(
    *,
    coded: str = DIGEST,
    book: bytes = BOOK,
    by_hand: bool = False,
    bare: bool = False,
) -> bytes:
    """Return the report with a code and a hash on its pages, which may be others."""
    code = PrintedCode(typed=short_code(coded), scanned=payload("Đ.", "2024", coded))
    companion = Companion(file_name="a.xlsx", sha256=hashlib.sha256(book).hexdigest())
    return document.draw(
        REPORT,
        attachments=attachments("a.json", DATA, "a.xlsx", BOOK),
        companion=None if bare else companion,
        code=None if bare else code,
        by_hand=by_hand,
    ).pdf


def found(pdf: bytes) -> list[Finding]:
    return list(differences(pdf, CODE, BOOK))


@pytest.mark.parametrize("by_hand", [False, True])
def test_pages_that_print_what_is_attached_are_not_told(by_hand: bool) -> None:
    assert found(drawn(by_hand=by_hand)) == []


@pytest.mark.parametrize("by_hand", [False, True])
def test_the_code_of_other_data_is_told_on_each_page(by_hand: bool) -> None:
    pdf = drawn(coded=OTHER, by_hand=by_hand)
    pages = len(page_sizes(pdf))
    assert pages > 3  # those that lie too
    assert found(pdf) == [
        Finding(code="code_differs", facts=(str(page), short_code(OTHER)))
        for page in range(1, pages + 1)
    ]


def test_one_page_of_another_report_is_told_by_its_number() -> None:
    with (
        pikepdf.Pdf.new() as mixed,
        pikepdf.Pdf.open(BytesIO(drawn())) as own,
        pikepdf.Pdf.open(BytesIO(drawn(coded=OTHER))) as other,
    ):
        mixed.pages.extend(own.pages)
        mixed.pages[1] = other.pages[1]
        output = BytesIO(b"")
        mixed.save(output)
    assert [one.facts[0] for one in found(output.getvalue())] == ["2"]


def test_the_hash_of_another_workbook_is_told_with_its_page() -> None:
    (one,) = found(drawn(book=b"another"))
    assert one.code == "workbook_hash_differs"
    assert one.facts == (str(len(page_sizes(drawn()))),)


def test_a_hash_without_the_workbook_it_speaks_of_is_told_too() -> None:
    told = [one.code for one in differences(drawn(), CODE, None)]
    assert told == ["workbook_hash_differs"]


def test_pages_without_a_code_as_they_once_were_tell_nothing() -> None:
    assert found(drawn(bare=True)) == []


@pytest.mark.parametrize("junk", [b"", b"%PDF-1.7 junk"])
def test_junk_is_left_to_those_who_check_signatures(junk: bytes) -> None:
    assert found(junk) == []


def test_a_file_whose_pages_tell_of_other_data_is_never_believed() -> None:
    good = judge("a.pdf", drawn(by_hand=True), None, pki().trust, now=NOW)
    assert ([one.code for one in good.findings], light(good)) == (
        ["unsigned"],
        Light.YELLOW,
    )
    bad = judge("a.pdf", drawn(coded=OTHER, by_hand=True), None, pki().trust, now=NOW)
    assert {one.code for one in bad.findings} == {"unsigned", "code_differs"}
    assert light(bad) is Light.RED
