"""A file is told by what is in it, and judged with the signature beside it."""

import zipfile
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from desktop.files.attachments import attachments
from desktop.files.pdf import document
from desktop.files.practice_mark import PRACTICE_KEYWORD
from desktop.files.signatures.detached import sign_detached
from desktop.files.signatures.keys import Key, load_key, make_test_key
from desktop.files.signatures.opc.signing import sign_workbook
from desktop.files.signatures.pdf.appearance import Appearance
from desktop.files.signatures.pdf.fields import prepare_fields
from desktop.files.signatures.pdf.signing import sign_pdf
from desktop.files.signatures.trust import Trust
from desktop.files.signed_file import judge, kind_of, orphan
from desktop.files.wire.report import report_to_json
from desktop.files.workbook import workbook
from desktop.records.signing import SignerRole
from desktop.records.verification import (
    Chain,
    Coverage,
    FileVerdict,
    Integrity,
    Revocation,
)
from desktop.rules.verdict import Light, light, stands
from tests.files.pki import NOW, YEAR, pki
from tests.files.report_builder import a_report, a_signer
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


REPORT = a_report(
    blocks=(),
    annexes=(),
    data=(),
    agency="Phòng Văn hóa",
    signer=a_signer(name="Nguyễn Thị Ánh"),
    signers=tuple(SignerRole),
)
SEEN = Appearance(lines=("Ký",))


@cache
def printed() -> bytes:
    """Return a report as it is exported, ready for both signatures."""
    carried = attachments("a.json", report_to_json(REPORT), "a.xlsx", b"")
    drawn = document.draw(REPORT, attachments=carried)
    return prepare_fields(drawn.pdf, drawn.person_box, drawn.agency_box)


@cache
def book() -> bytes:
    """Return the workbook of that report."""
    return workbook.draw(REPORT, "a.xlsx")


def key_of(who: str, folder: Path) -> Key:
    key: Key = getattr(pki(), who).key(folder)
    return key


def signed_as(kind: str, key: Key, role: SignerRole, base: bytes = b"") -> FileVerdict:
    return verdict_on(kind, content(kind, key, role, base))


def content(
    kind: str, key: Key, role: SignerRole = SignerRole.PERSON, base: bytes = b""
) -> bytes:
    if kind == "pdf":
        return sign_pdf(base or printed(), key, role=role, at=NOW, seen=SEEN)
    return sign_workbook(base or book(), key, role=role, at=NOW)


def verdict_on(
    kind: str, data: bytes, trust: Trust | None = None, beside: bytes | None = None
) -> FileVerdict:
    return judge(f"a.{kind}", data, beside, trust or pki().trust, now=NOW)


@pytest.mark.parametrize("kind", ["pdf", "xlsx", "p7s"])
@pytest.mark.parametrize(
    ("who", "chain", "shown"),
    [
        ("person", Chain.PINNED, Light.YELLOW),
        ("curve", Chain.PINNED, Light.YELLOW),
        ("expired", Chain.EXPIRED, Light.RED),
        ("early", Chain.NOT_YET, Light.RED),
        ("tls", Chain.USAGE, Light.RED),
        ("encipher", Chain.USAGE, Light.RED),
        ("self_signed", Chain.UNKNOWN, Light.YELLOW),
        ("impostor", Chain.UNKNOWN, Light.YELLOW),
    ],
)
def test_a_bad_certificate_leaves_the_content_good_and_is_told_exactly(
    tmp_path: Path, kind: str, who: str, chain: Chain, shown: Light
) -> None:
    key = key_of(who, tmp_path)
    if kind == "p7s":
        found = verdict_on("txt", b"x", beside=sign_detached(b"x", key, NOW))
    else:
        found = signed_as(kind, key, SignerRole.PERSON)
    (one,) = found.signatures
    assert (one.integrity, one.coverage) == (Integrity.INTACT, Coverage.COMPLETE)
    assert (one.chain, one.revocation) == (chain, Revocation.NOT_CHECKED)
    assert found.findings == ()
    assert light(found) is shown


@pytest.mark.parametrize("kind", ["pdf", "xlsx", "p7s"])
@pytest.mark.parametrize(
    ("who", "lists", "state"),
    [
        ("person", 0, Revocation.NOT_CHECKED),
        ("person", 2, Revocation.GOOD),
        ("revoked", 0, Revocation.NOT_CHECKED),
        ("revoked", 2, Revocation.REVOKED),
    ],
)
def test_revocation_has_its_three_answers_in_every_kind_of_file(
    tmp_path: Path, kind: str, who: str, lists: int, state: Revocation
) -> None:
    trust = replace(pki().trust, crls=pki().crls[:lists])
    key = key_of(who, tmp_path)
    if kind == "p7s":
        found = verdict_on("txt", b"x", trust, sign_detached(b"x", key, NOW))
    else:
        found = verdict_on(kind, content(kind, key), trust)
    (one,) = found.signatures
    assert (one.integrity, one.revocation) == (Integrity.INTACT, state)
    assert (one.revocation_as_of is None) is (state is Revocation.NOT_CHECKED)
    assert (light(found) is Light.RED) is (state is Revocation.REVOKED)


@pytest.mark.parametrize("kind", ["pdf", "xlsx"])
def test_after_its_end_a_certificate_is_good_by_its_own_word_alone(
    tmp_path: Path, kind: str
) -> None:
    data = content(kind, key_of("person", tmp_path))
    later = judge(f"a.{kind}", data, None, pki().trust, now=NOW + 1.5 * YEAR)
    assert [one.chain for one in later.signatures] == [Chain.LAPSED]
    assert (light(later), stands(later)) == (Light.YELLOW, False)


@pytest.mark.parametrize("kind", ["pdf", "xlsx"])
def test_signed_by_both_everybody_expected_is_found_and_it_is_green(
    tmp_path: Path, kind: str
) -> None:
    first = content(kind, key_of("person", tmp_path))
    both = content(kind, key_of("agency", tmp_path), SignerRole.AGENCY, first)
    trust = replace(pki().trust, crls=pki().crls)
    found = verdict_on(kind, both, trust)
    assert [(one.role, one.found, one.agrees) for one in found.expected] == [
        (SignerRole.PERSON, "Nguyễn Thị Ánh", True),
        (SignerRole.AGENCY, "Phòng Văn hóa", True),
    ]
    assert found.report is not None
    assert found.report.report_id == REPORT.id
    assert light(found) is Light.GREEN


@pytest.mark.parametrize("kind", ["pdf", "xlsx"])
def test_with_the_last_signature_cut_off_a_file_is_whole_and_somebody_is_missing(
    tmp_path: Path, kind: str
) -> None:
    """A PDF is cut by dropping its end; what is left is a valid file of one signer."""
    first = content(kind, key_of("person", tmp_path))
    trust = replace(pki().trust, crls=pki().crls)
    found = verdict_on(kind, first, trust)
    assert found.intact
    assert [one.found for one in found.expected] == ["Nguyễn Thị Ánh", ""]
    assert (light(found), stands(found)) == (Light.YELLOW, False)
    if kind == "pdf":
        both = content(kind, key_of("agency", tmp_path), SignerRole.AGENCY, first)
        assert verdict_on(kind, both[: len(first)], trust) == found


@pytest.mark.parametrize("kind", ["pdf", "xlsx"])
def test_somebody_else_in_the_place_of_the_agency_is_told(
    tmp_path: Path, kind: str
) -> None:
    first = content(kind, key_of("person", tmp_path))
    other = content(kind, key_of("curve", tmp_path), SignerRole.AGENCY, first)
    found = verdict_on(kind, other, replace(pki().trust, crls=pki().crls))
    agency = found.expected[1]
    assert (agency.found, agency.agrees) == ("Trần Văn Đức", False)
    assert light(found) is Light.YELLOW


def test_an_unsigned_report_is_told_with_the_code_to_compare() -> None:
    found = verdict_on("pdf", printed())
    assert [one.code for one in found.findings] == ["unsigned"]
    assert found.report is not None
    assert [one.found for one in found.expected] == ["", ""]
    assert (light(found), stands(found)) == (Light.YELLOW, False)


def test_of_a_changed_file_no_report_is_told(tmp_path: Path) -> None:
    data = content("pdf", key_of("person", tmp_path))
    found = verdict_on("pdf", data + b"% more")
    assert (found.report, found.expected) == (None, ())
    assert light(found) is Light.RED


def test_a_keyword_does_not_make_practice_of_a_real_report(tmp_path: Path) -> None:
    """Anybody can write it; what is for practice says so in the data that count."""
    made = make_test_key(
        tmp_path / "k.p12", name="A", organisation="B", password="x", now=NOW
    )
    key = load_key(made, "x")
    for practice, codes in ((False, ["test_key_on_real_report"]), (True, [])):
        report = replace(REPORT, practice=practice, signers=())
        inside = attachments("a.json", report_to_json(report), "a.xlsx", b"")
        drawn = document.draw(report, attachments=inside)
        marked = BytesIO()
        with pikepdf.open(BytesIO(drawn.pdf)) as opened:
            opened.docinfo["/Keywords"] = PRACTICE_KEYWORD
            opened.save(marked)
        base = prepare_fields(marked.getvalue(), drawn.person_box, drawn.agency_box)
        found = signed_as("pdf", key, SignerRole.PERSON, base)
        assert [one.code for one in found.findings] == codes
        assert stands(found) is practice
