"""A file is told by what is in it, and judged with the signature beside it."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from desktop.files.signatures.detached import sign_detached
from desktop.files.signed_file import judge, kind_of, orphan
from desktop.records.verification import Integrity
from tests.files.pki import NOW, pki
from tests.files.signatures.printed import blank, certified


def zipped(*names: str) -> bytes:
    output = BytesIO()
    with zipfile.ZipFile(output, "w") as archive:
        for name in names:
            archive.writestr(name, blank())
    return output.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (blank(), "x.txt", "pdf"),
        (b"\n\n" + blank(), "x", "pdf"),
        (zipped("manifest.json", "a.pdf"), "x.pdf", "package"),
        (zipped("xl/workbook.xml"), "x", "workbook"),
        (zipped("word/document.xml"), "x.xlsx", "other"),
        (zipped("a.pdf")[:-30], "x.zip", "damaged"),
        (b"{}", "manifest.json", "manifest"),
        (b"{}", "data.json", "other"),
        (b"0\x03\x02\x01\x05", "x.p7s", "other"),
        (b"", "x.pdf", "other"),
    ],
)
def test_the_content_tells_the_kind(data: bytes, name: str, kind: str) -> None:
    assert kind_of(data, name) == kind


def test_a_package_cut_short_is_not_taken_for_the_workbook_inside_it() -> None:
    output = BytesIO()
    with zipfile.ZipFile(output, "w") as archive:
        archive.writestr("book.xlsx", zipped("xl/workbook.xml"))
        archive.writestr("manifest.json", b"{}")
    whole = output.getvalue()
    assert kind_of(whole) == "package"
    assert kind_of(whole[: whole.rindex(b"PK\x03\x04")]) == "damaged"


def test_a_signature_is_told_by_its_content(tmp_path: Path) -> None:
    signature = sign_detached(b"x", pki().person.key(tmp_path), NOW)
    assert kind_of(signature, "x.pdf") == "signature"


def test_a_workbook_is_as_good_as_the_signature_beside_it(tmp_path: Path) -> None:
    book = zipped("xl/workbook.xml")
    signature = sign_detached(book, pki().person.key(tmp_path), NOW)
    good = judge("b.xlsx", book, signature, pki().trust, now=NOW)
    assert (good.intact, good.format) == (True, "workbook")
    assert good.signatures[0].field == "b.xlsx.p7s"
    bad = judge("b.xlsx", book + b"\0", signature, pki().trust, now=NOW)
    assert not bad.intact
    assert [one.code for one in bad.findings] == ["changed_after_signing"]


def test_a_document_with_both_kinds_of_signature_shows_both(tmp_path: Path) -> None:
    key = pki().person.key(tmp_path)
    document = certified(key)
    beside = sign_detached(document, key, NOW)
    found = judge("a.pdf", document, beside, pki().trust, now=NOW)
    assert [one.field for one in found.signatures] == ["KyCaNhan", "a.pdf.p7s"]
    assert found.intact


def test_an_unsigned_document_is_covered_by_the_signature_beside_it(
    tmp_path: Path,
) -> None:
    beside = sign_detached(blank(), pki().person.key(tmp_path), NOW)
    assert judge("a.pdf", blank(), beside, pki().trust, now=NOW).intact


def test_a_file_without_any_signature_is_unsigned() -> None:
    found = judge("a.json", b"{}", None, pki().trust, now=NOW)
    assert [one.code for one in found.findings] == ["unsigned"]
    assert not found.intact


def test_junk_beside_a_file_is_unreadable_and_not_passed_over() -> None:
    found = judge("a.json", b"{}", b"junk", pki().trust, now=NOW)
    assert [one.code for one in found.findings] == ["unread_signature"]
    assert found.signatures[0].integrity is Integrity.UNREADABLE


def test_a_signature_without_its_content_says_what_is_missing() -> None:
    found = orphan("a.xlsx.p7s")
    assert found.findings[0].facts == ("a.xlsx",)
    assert not found.intact
