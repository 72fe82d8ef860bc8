"""Prepared, certified, approved: and poppler is of our opinion."""

import unicodedata
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from desktop.errors import SignatureError
from desktop.files.signatures.keys import Key, load_key, make_test_key
from desktop.files.signatures.pdf import (
    AGENCY,
    PERSON,
    prepare_fields,
    sign_pdf,
    verify_pdf,
)
from desktop.records.verification import Chain, Coverage, FileVerdict, Integrity
from tests.files.pki import NOW, pki
from tests.files.signatures.printed import (
    AGENCY_BOX,
    LINES,
    PERSON_BOX,
    approved,
    blank,
    certified,
    pdfsig,
)

Signed = Callable[[str], Key]


@pytest.fixture
def key_of(tmp_path: Path) -> Signed:
    return lambda who: getattr(pki(), who).key(tmp_path)


def judged(data: bytes) -> FileVerdict:
    return verify_pdf(data, pki().trust, "x.pdf", now=NOW)


def fields(document: pikepdf.Pdf) -> dict[str, pikepdf.Object]:
    return {str(one.T): one for one in document.Root.AcroForm.Fields}


def test_both_fields_are_there_before_anyone_signs() -> None:
    with pikepdf.open(BytesIO(blank())) as document:
        found = fields(document)
        assert list(found) == [PERSON, AGENCY]
        for name, box in ((PERSON, PERSON_BOX), (AGENCY, AGENCY_BOX)):
            rect = [float(one) for one in found[name].Rect]
            assert rect == [box.x0, box.y0, box.x1, box.y1]
            assert "/V" not in found[name]
        assert len(document.pages[0].get("/Annots", [])) == 0
        assert len(document.pages[1].Annots) == 2
        assert "/NeedAppearances" not in document.Root.AcroForm


def test_preparing_only_adds_to_the_file() -> None:
    output = BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page()
        document.add_blank_page()
        document.save(output)
    prepared = prepare_fields(output.getvalue(), PERSON_BOX, AGENCY_BOX)
    assert prepared.startswith(output.getvalue())
    assert prepared == prepare_fields(output.getvalue(), PERSON_BOX, AGENCY_BOX)


@pytest.mark.parametrize("who", ["person", "curve"])
def test_a_certified_document_is_intact_and_trusted(key_of: Signed, who: str) -> None:
    found = judged(certified(key_of(who)))
    assert found.intact
    assert (found.format, found.file_name) == ("pdf", "x.pdf")
    (one,) = found.signatures
    assert (one.field, one.issuer, one.chain) == (PERSON, "Cấp phát", Chain.PINNED)
    assert one.claimed_time == NOW


def test_the_second_signature_leaves_the_first_whole(key_of: Signed) -> None:
    found = judged(approved(key_of("person"), key_of("agency")))
    assert found.intact
    assert [one.field for one in found.signatures] == [PERSON, AGENCY]
    assert {one.coverage for one in found.signatures} == {Coverage.COMPLETE}


def test_signing_only_adds_to_the_file(key_of: Signed) -> None:
    person, both = (
        certified(key_of("person")),
        approved(key_of("person"), key_of("agency")),
    )
    assert person.startswith(blank())
    assert len(both) > len(person)


def test_poppler_finds_both_valid_and_trusted(key_of: Signed, tmp_path: Path) -> None:
    both = approved(key_of("person"), key_of("agency"))
    said = pdfsig(both, tmp_path, pki().root.pem)
    assert said.count("Signature is Valid.") == 2
    assert said.count("Certificate is Trusted.") == 2
    first, last = said.split("Signature #2:")
    assert "Not total document signed" in first
    assert "  - Total document signed" in last
    assert said.count("ETSI.CAdES.detached") == 2
    assert said.count("SHA-256") == 2


@pytest.mark.parametrize(
    ("who", "chain"),
    [
        ("expired", Chain.EXPIRED),
        ("early", Chain.NOT_YET),
        ("tls", Chain.USAGE),
        ("encipher", Chain.USAGE),
        ("self_signed", Chain.UNKNOWN),
        ("impostor", Chain.UNKNOWN),
    ],
)
def test_a_bad_certificate_is_told_apart_from_a_bad_signature(
    key_of: Signed, who: str, chain: Chain
) -> None:
    found = judged(certified(key_of(who)))
    assert found.intact
    assert found.signatures[0].integrity is Integrity.INTACT
    assert found.signatures[0].chain is chain


def test_the_first_signature_allows_only_the_other_field_to_be_filled(
    key_of: Signed,
) -> None:
    with pikepdf.open(BytesIO(certified(key_of("person")))) as document:
        reference = document.Root.Perms.DocMDP.Reference[0]
        assert str(reference.TransformMethod) == "/DocMDP"
        assert int(reference.TransformParams.P) == 2


def test_reason_and_place_are_written_in_vietnamese(key_of: Signed) -> None:
    data = sign_pdf(
        blank(),
        key_of("person"),
        at=NOW,
        lines=LINES,
        reason="Báo cáo năm",
        location="Đăk Hà",
    )
    with pikepdf.open(BytesIO(data)) as document:
        value = fields(document)[PERSON].V
        assert (str(value.Reason), str(value.Location)) == ("Báo cáo năm", "Đăk Hà")


def test_the_lines_are_read_in_the_field_and_nowhere_else(key_of: Signed) -> None:
    document = pypdfium2.PdfDocument(certified(key_of("person")))
    document.init_forms()
    document[1].flatten()
    text = document[1].get_textpage()
    box = (PERSON_BOX.x0, PERSON_BOX.y0, PERSON_BOX.x1, PERSON_BOX.y1)
    inside = text.get_text_bounded(*box)
    assert inside.split("\r\n") == list(LINES)
    assert inside == unicodedata.normalize("NFC", inside)


def test_a_field_that_is_signed_or_missing_cannot_be_signed(key_of: Signed) -> None:
    for data, field in (
        (certified(key_of("person")), PERSON),
        (blank(), "KyKhac"),
        (b"no pdf", PERSON),
    ):
        with pytest.raises(SignatureError) as caught:
            sign_pdf(data, key_of("person"), field=field, at=NOW, lines=())
        assert caught.value.reason == "document_changed"


def test_nobody_certifies_after_a_signature(key_of: Signed) -> None:
    with pytest.raises(SignatureError) as caught:
        sign_pdf(
            certified(key_of("person")),
            key_of("agency"),
            field=AGENCY,
            certify=True,
            at=NOW,
            lines=(),
        )
    assert caught.value.reason == "document_changed"


def test_a_key_that_signs_wrongly_is_caught_before_anyone_sees_it(
    key_of: Signed,
) -> None:
    liar = replace(key_of("person"), sign=key_of("agency").sign)
    with pytest.raises(SignatureError) as caught:
        sign_pdf(blank(), liar, at=NOW, lines=LINES)
    assert caught.value.reason == "own_check_failed"


def test_a_document_changed_after_certifying_is_not_approved(key_of: Signed) -> None:
    changed = certified(key_of("person")).replace(b"(page one)", b"(page won)")
    output = BytesIO()
    with pikepdf.open(BytesIO(changed)) as document:
        document.save(output)
    with pytest.raises(SignatureError) as caught:
        sign_pdf(
            output.getvalue(),
            key_of("agency"),
            field=AGENCY,
            certify=False,
            at=NOW,
            lines=(),
        )
    assert caught.value.reason == "own_check_failed"


def test_a_test_key_says_so_everywhere(tmp_path: Path) -> None:
    path = make_test_key(
        tmp_path / "t.p12", name="A", organisation="B", password="x", now=NOW
    )
    data = certified(load_key(path, "x"))
    assert judged(data).signatures[0].chain is Chain.TEST
    assert "Certificate is Trusted" not in pdfsig(data, tmp_path, pki().root.pem)
