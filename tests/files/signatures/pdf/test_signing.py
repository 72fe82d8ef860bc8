"""Prepared, certified, approved: and poppler is of our opinion."""

import unicodedata
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from pyhanko.pdf_utils.reader import PdfFileReader

from desktop.errors import SignatureError
from desktop.files.pdf.document import draw
from desktop.files.signatures.keys import Key, load_key, make_test_key
from desktop.files.signatures.pdf.checking import verify_pdf
from desktop.files.signatures.pdf.fields import AGENCY, PERSON, prepare_fields
from desktop.files.signatures.pdf.signing import sign_pdf
from desktop.records.signing import SignerRole
from desktop.records.verification import Chain, Coverage, FileVerdict, Integrity
from tests.files.pki import NOW, pki
from tests.files.report_builder import a_report
from tests.files.signatures.printed import (
    AGENCY_BOX,
    LINES,
    PERSON_BOX,
    SEEN,
    approved,
    blank,
    certified,
    page,
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
        role=SignerRole.PERSON,
        at=NOW,
        seen=SEEN,
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


def refusal(data: bytes, key: Key, role: SignerRole) -> SignatureError:
    with pytest.raises(SignatureError) as caught:
        sign_pdf(data, key, role=role, at=NOW, seen=SEEN)
    return caught.value


def test_a_field_that_is_missing_cannot_be_signed(key_of: Signed) -> None:
    alone = prepare_fields(page(), None, AGENCY_BOX)
    for data in (alone, page(), b"no pdf"):
        refused = refusal(data, key_of("person"), SignerRole.PERSON)
        assert (refused.reason, refused.facts) == ("document_changed", (PERSON,))


def test_nobody_signs_twice_for_the_same_role(key_of: Signed) -> None:
    one = certified(key_of("person"))
    refused = refusal(one, key_of("agency"), SignerRole.PERSON)
    assert (refused.reason, refused.facts) == ("already_signed", (PERSON,))


def test_an_agency_alone_certifies_and_the_person_may_still_approve(
    key_of: Signed,
) -> None:
    agency = sign_pdf(
        blank(), key_of("agency"), role=SignerRole.AGENCY, at=NOW, seen=SEEN
    )
    with pikepdf.open(BytesIO(agency)) as document:
        assert "/DocMDP" in document.Root.Perms
    found = judged(agency)
    assert found.intact
    assert [one.role for one in found.signatures] == [SignerRole.AGENCY]
    both = sign_pdf(agency, key_of("person"), role=SignerRole.PERSON, at=NOW, seen=SEEN)
    assert judged(both).intact
    assert [one.role for one in judged(both).signatures] == [
        SignerRole.AGENCY,
        SignerRole.PERSON,
    ]


def test_a_key_that_signs_wrongly_is_caught_before_anyone_sees_it(
    key_of: Signed,
) -> None:
    liar = replace(key_of("person"), sign=key_of("agency").sign)
    assert refusal(blank(), liar, SignerRole.PERSON).reason == "own_check_failed"


def test_a_document_changed_after_certifying_is_not_approved(key_of: Signed) -> None:
    output = BytesIO()
    with pikepdf.open(BytesIO(certified(key_of("person")))) as document:
        document.save(output)
    refused = refusal(output.getvalue(), key_of("agency"), SignerRole.AGENCY)
    assert refused.reason == "own_check_failed"


def test_what_the_document_says_of_itself_is_left_alone(key_of: Signed) -> None:
    """PDF/A binds Info and XMP together: a signature must not date one of them."""
    drawn = draw(a_report(annexes=()))
    before = prepare_fields(drawn.pdf, drawn.person_box, drawn.agency_box)
    after = sign_pdf(
        before, key_of("person"), role=SignerRole.PERSON, at=NOW, seen=SEEN
    )
    told = []
    for data in (drawn.pdf, after):
        with pikepdf.open(BytesIO(data)) as document:
            info = {key: str(value) for key, value in document.docinfo.items()}
            told.append((info, document.Root.Metadata.read_bytes()))
    assert told[0] == told[1]


@pytest.mark.parametrize("who", ["person", "curve"])
def test_pss_is_signed_with_a_salt_as_long_as_the_digest(
    key_of: Signed, tmp_path: Path, who: str
) -> None:
    """Of a curve there is no such choice, and it signs as ever; RFC 4055, 3.1."""
    data = sign_pdf(
        blank(),
        key_of(who),
        role=SignerRole.PERSON,
        at=NOW,
        seen=SEEN,
        scheme="pss",
    )
    assert judged(data).intact
    signer = PdfFileReader(BytesIO(data)).embedded_signatures[0].signer_info
    used = signer["signature_algorithm"]
    if who == "curve":
        assert used["algorithm"].native == "sha256_ecdsa"
        return
    assert used["algorithm"].native == "rsassa_pss"
    assert used["parameters"]["salt_length"].native == 32
    assert used["parameters"]["hash_algorithm"]["algorithm"].native == "sha256"
    assert "Signature is Valid." in pdfsig(data, tmp_path, pki().root.pem)


def test_a_test_key_says_so_everywhere(tmp_path: Path) -> None:
    path = make_test_key(
        tmp_path / "t.p12", name="A", organisation="B", password="x", now=NOW
    )
    data = certified(load_key(path, "x"))
    assert judged(data).signatures[0].chain is Chain.TEST
    assert "Certificate is Trusted" not in pdfsig(data, tmp_path, pki().root.pem)
