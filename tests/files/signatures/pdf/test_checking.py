"""Every known way to spoil a signed PDF is found, with the reason."""

# mypy: disable-error-code="no-untyped-call"
# The library that plays the attacker has few types.

import asyncio
import datetime as dt
import hashlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from asn1crypto import cms
from asn1crypto.x509 import Certificate
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding
from hypothesis import given
from hypothesis import strategies as st
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.signers.cms_embedder import PdfCMSEmbedder, SigIOSetup, SigObjSetup
from pyhanko.sign.signers.pdf_byterange import SignatureObject

from desktop.errors import SignatureError
from desktop.files.signatures.keys import Key
from desktop.files.signatures.pdf import checking
from desktop.files.signatures.pdf.appearance import Appearance
from desktop.files.signatures.pdf.checking import verify_pdf
from desktop.files.signatures.pdf.signing import sign_pdf
from desktop.files.signatures.signer import KeySigner
from desktop.files.signatures.trust import Trust
from desktop.records.signing import SignerRole
from desktop.records.verification import (
    Coverage,
    FileVerdict,
    Integrity,
)
from tests.files.pki import NOW, issue, named, pki
from tests.files.signatures.pdf.attacks import Update, overlaid
from tests.files.signatures.printed import (
    approved,
    blank,
    certified,
    page,
    pdfsig,
    signed_by_others,
)

SPOILED = {Integrity.CHANGED, Integrity.UNREADABLE}


@pytest.fixture(scope="module")
def one(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return certified(pki().person.key(tmp_path_factory.mktemp("one")))


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("two")
    return approved(pki().person.key(folder), pki().agency.key(folder))


def judged(data: bytes) -> FileVerdict:
    return verify_pdf(data, pki().trust, "x.pdf", now=NOW)


def told(verdict: FileVerdict) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.code, one.facts) for one in verdict.findings]


def codes(verdict: FileVerdict) -> set[str]:
    return {one.code for one in verdict.findings}


def test_poppler_too_sees_that_an_addition_is_not_signed(
    one: bytes, tmp_path: Path
) -> None:
    said = pdfsig(overlaid(one), tmp_path, pki().root.pem)
    assert "Not total document signed" in said


def test_a_changed_word_is_told_by_us_and_by_poppler(
    one: bytes, tmp_path: Path
) -> None:
    place = one.index(b"/MediaBox [ 0 0 5")
    changed = one[: place + 16] + b"6" + one[place + 17 :]
    assert told(judged(changed)) == [("content_changed", ("KyCaNhan",))]
    assert judged(changed).signatures[0].integrity is Integrity.CHANGED
    assert "Digest Mismatch" in pdfsig(changed, tmp_path, pki().root.pem)


def test_a_file_saved_anew_is_told(
    one: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    output = BytesIO()
    with pikepdf.open(BytesIO(one)) as document:
        document.save(output)
    found = judged(output.getvalue())
    assert not found.intact
    assert told(found) == [("byte_range_wrong", ("KyCaNhan",))]


def test_cutting_off_the_second_signature_leaves_the_first(
    two: bytes,
) -> None:
    end = two.index(b"%%EOF", _signature_digits(two).stop) + len(b"%%EOF\n")
    found = judged(two[:end])
    assert found.intact
    assert [each.field for each in found.signatures] == ["KyCaNhan"]


def test_a_new_field_signed_after_certifying_is_told(
    one: bytes, tmp_path: Path
) -> None:
    """Readers disagree on it, and poppler calls both valid and trusted."""
    changed = signed_by_others(one, pki().agency.key(tmp_path), "Extra")
    found = judged(changed)
    assert told(found) == [("field_added", ("KyCaNhan", "Extra"))]
    assert [each.coverage for each in found.signatures] == [
        Coverage.INCOMPLETE,
        Coverage.COMPLETE,
    ]
    assert pdfsig(changed, tmp_path, pki().root.pem).count("is Trusted.") == 2


def test_a_document_certified_against_any_change_takes_no_second_signature(
    tmp_path: Path,
) -> None:
    how = {"certify": True, "docmdp_permissions": MDPPerm.NO_CHANGES}
    strict = signed_by_others(blank(), pki().person.key(tmp_path), "KyCaNhan", **how)
    assert judged(strict).intact
    agency, seen = pki().agency.key(tmp_path), Appearance()
    with pytest.raises(SignatureError) as refused:
        sign_pdf(strict, agency, role=SignerRole.AGENCY, at=NOW, seen=seen)
    assert (refused.value.reason, refused.value.facts) == (
        "document_changed",
        ("KyCoQuan",),
    )


@given(draw=st.data())
def test_no_single_byte_of_a_signed_file_may_change(
    one: bytes, draw: st.DataObject
) -> None:
    data = one
    place = draw.draw(st.integers(0, len(data) - 1))
    changed = bytearray(data)
    changed[place] = draw.draw(
        st.integers(0, 255).filter(lambda value: value != data[place])
    )
    found = verify_pdf(bytes(changed), Trust(), "x.pdf", now=NOW)
    # hexadecimal reads the same in small and capital letters: no content changes
    same = bytes(changed).lower() == data.lower() and place in _signature_digits(data)
    assert found.intact is same


def _signature_digits(data: bytes) -> range:
    start = data.index(b"/Contents <") + len(b"/Contents <")
    return range(start, data.index(b">", start))


@pytest.fixture(autouse=True)
def _quiet_parser(caplog: pytest.LogCaptureFixture) -> None:
    """Let the parser complain of hostile files as much as it likes."""


@pytest.mark.parametrize(
    ("kind", "code", "integrity"),
    [
        (b"/ETSI.CAdES.unknown_", "unsupported", Integrity.UNSUPPORTED),
        (b"/ETSI.RFC3161       ", "unsupported", Integrity.UNSUPPORTED),
        (b"/adbe.pkcs7.sha1    ", "weak", Integrity.WEAK),
        (b"/adbe.x509.rsa_sha1 ", "weak", Integrity.WEAK),
    ],
)
def test_another_kind_of_signature_looks_neither_forged_nor_unsigned(
    one: bytes, kind: bytes, code: str, integrity: Integrity
) -> None:
    found = judged(one.replace(b"/ETSI.CAdES.detached", kind))
    assert told(found) == [(code, ("KyCaNhan",))]
    assert found.signatures[0].integrity is integrity
    assert found.signatures[0].field == "KyCaNhan"


def test_a_signature_whose_dictionary_makes_no_sense_is_unreadable(one: bytes) -> None:
    for changed in (
        one.replace(
            b"/SubFilter /ETSI.CAdES.detached", b"/SubFilter 12345678901234567890"
        ),
        one.replace(b"/SubFilter /ETSI", b"/SubFalter /ETSI"),
    ):
        assert told(judged(changed)) == [("unread_signature", ("KyCaNhan",))]


@pytest.mark.parametrize("algorithm", ["sha1", "sha224", "md5"])
def test_a_digest_that_was_broken_is_weak(one: bytes, algorithm: str) -> None:
    def renamed(signed: cms.SignedData) -> None:
        signer = signed["signer_infos"][0]
        signer["digest_algorithm"] = {"algorithm": algorithm}

    found = judged(resealed(one, renamed))
    assert told(found) == [("weak", ("KyCaNhan",))]
    assert found.signatures[0].integrity is Integrity.WEAK


def test_a_short_key_is_weak(tmp_path: Path) -> None:
    short = rsa.generate_private_key(public_exponent=65537, key_size=1024)  # noqa: S505
    key = issue("Ngắn", short, pki().issuing).key(tmp_path)
    found = judged(signed_by_others(blank(), key, "KyCaNhan"))
    assert told(found) == [("weak", ("KyCaNhan",))]
    assert found.signatures[0].signer == "Ngắn"


def resealed(data: bytes, change: Callable[[cms.SignedData], None]) -> bytes:
    """Return a document whose signature was taken out, changed and put back."""
    digits = _signature_digits(data)
    container = cms.ContentInfo.load(
        bytes.fromhex(data[digits.start : digits.stop].decode())
    )
    change(container["content"])
    text = bytes(container.dump(force=True)).hex().encode()
    assert len(text) <= len(digits)
    return data[: digits.start] + text.ljust(len(digits), b"0") + data[digits.stop :]


def test_a_signature_over_the_right_digest_by_another_key_is_told(
    one: bytes,
) -> None:
    def spoil(signed: cms.SignedData) -> None:
        signer = signed["signer_infos"][0]
        value = signer["signature"].native
        signer["signature"] = value[:-1] + bytes([value[-1] ^ 1])

    found = judged(resealed(one, spoil))
    assert told(found) == [("signature_value_wrong", ("KyCaNhan",))]
    assert found.signatures[0].integrity is Integrity.CHANGED


def test_another_certificate_for_the_same_key_is_told(one: bytes) -> None:
    """The signed attributes name the certificate; RFC 5035."""
    person = pki().person
    whole = person.certificate
    other = (
        x509.CertificateBuilder()
        .issuer_name(whole.issuer)
        .subject_name(named("Trưởng phòng"))
        .public_key(whole.public_key())
        .serial_number(whole.serial_number)
        .not_valid_before(whole.not_valid_before_utc)
        .not_valid_after(whole.not_valid_after_utc)
        .sign(pki().issuing.private, hashes.SHA256())
        .public_bytes(Encoding.DER)
    )

    def swap(signed: cms.SignedData) -> None:
        signed["certificates"] = [
            Certificate.load(other)
            if one.chosen.serial_number == whole.serial_number
            else one.chosen
            for one in signed["certificates"]
        ]

    found = judged(resealed(one, swap))
    assert told(found) == [("certificate_differs", ("KyCaNhan",))]
    assert found.signatures[0].integrity is Integrity.CHANGED
    assert not found.intact


def test_two_signers_in_one_signature_are_not_supported(one: bytes) -> None:
    def double(signed: cms.SignedData) -> None:
        signer = signed["signer_infos"][0]
        signed["signer_infos"] = [signer, signer.copy()]
        signed["certificates"] = list(signed["certificates"])[:1]
        del signer["signed_attrs"]

    found = judged(resealed(one, double))
    assert told(found)[0][0] in {"unsupported", "unread_signature", "unreadable"}
    assert not found.intact


def test_a_field_of_the_same_name_twice_is_told(one: bytes) -> None:
    update = Update(one)
    fields = update.writer.root["/AcroForm"]["/Fields"]
    fields.append(fields.raw_get(0))
    update.root()
    form = update.writer.root["/AcroForm"]
    if form.container_ref is not None:
        update.writer.update_container(form)
    assert told(judged(update.done())) == [("duplicate_field", ("KyCaNhan",))]


def test_a_document_that_may_be_read_in_two_ways_is_not_called_a_forgery(
    one: bytes,
) -> None:
    """Word writes such files; two readers may see two documents in them."""
    update = Update(one)
    update.page()["/Rotate"] = generic.NumberObject(0)
    data = update.done()
    table, trailer = data.rindex(b"\nxref\n") + 1, data.rindex(b"trailer\n<<") + 10
    stream = b"999 0 obj\n<</Type/XRef/Size 1/W[1 1 1]/Index[0 0]/Length 0>>stream\n\n"
    stream += b"endstream\nendobj\n"
    pointer = f"\n/XRefStm {table}".encode()
    mixed = data[:table] + stream + data[table:trailer] + pointer + data[trailer:]
    old, new = (str(place).encode() for place in (table, table + len(stream)))
    mixed = mixed.replace(b"startxref\n" + old, b"startxref\n" + new)
    found = judged(mixed)
    assert told(found) == [("hybrid", ())]
    assert found.signatures[0].integrity is Integrity.UNSUPPORTED


def test_a_document_under_a_password_is_not_called_a_forgery() -> None:
    output = BytesIO()
    with pikepdf.open(BytesIO(blank())) as document:
        document.save(output, encryption=pikepdf.Encryption(owner="x", user=""))
    found = judged(output.getvalue())
    assert told(found) == [("encrypted", ())]
    assert found.signatures[0].integrity is Integrity.UNSUPPORTED


def test_more_signatures_than_anybody_needs_are_not_even_read(
    one: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checking, "SIGNATURE_LIMIT", 0)
    assert told(judged(one)) == [("too_large", ())]


def test_who_signed_is_told_with_role_certificate_and_its_end(two: bytes) -> None:
    found = judged(two).signatures
    assert [one.role for one in found] == [SignerRole.PERSON, SignerRole.AGENCY]
    person = pki().person
    assert found[0].certificate_sha256 == hashlib.sha256(person.der).hexdigest()
    assert found[0].valid_until == person.certificate.not_valid_after_utc


def test_a_field_of_another_name_has_no_role(tmp_path: Path) -> None:
    data = signed_by_others(page(), pki().person.key(tmp_path), "Signature1")
    (one,) = judged(data).signatures
    assert (one.field, one.role) == ("Signature1", None)
    assert judged(data).intact


def test_as_many_signatures_are_judged_as_fields_are_filled(two: bytes) -> None:
    with pikepdf.open(BytesIO(two)) as document:
        filled = [one for one in document.Root.AcroForm.Fields if "/V" in one]
    assert len(judged(two).signatures) == len(filled) == 2


def test_a_file_without_signatures_is_unsigned_and_not_broken() -> None:
    found = judged(blank())
    assert (found.signatures, codes(found), found.intact) == ((), {"unsigned"}, False)


def forced(data: bytes, key: Key, field: str, at: dt.datetime) -> bytes:
    """Return a document signed without asking whether it may be."""
    output = IncrementalPdfFileWriter(BytesIO(data))
    steps = PdfCMSEmbedder().write_cms(field_name=field, writer=output)
    next(steps)
    placed = SignatureObject(
        timestamp=at, subfilter=SigSeedSubFilter.PADES, bytes_reserved=20_000
    )
    steps.send(SigObjSetup(sig_placeholder=placed))
    ready, written = steps.send(SigIOSetup(md_algorithm="sha256"))
    signing = KeySigner(key, "plain").async_sign(
        ready.document_digest, "sha256", use_pades=True
    )
    steps.send(asyncio.run(signing).dump())
    signed: bytes = written.getvalue()
    return signed


def test_a_second_signature_on_what_was_certified_against_any_is_told(
    tmp_path: Path,
) -> None:
    how = {"certify": True, "docmdp_permissions": MDPPerm.NO_CHANGES}
    strict = signed_by_others(blank(), pki().person.key(tmp_path), "KyCaNhan", **how)
    found = judged(forced(strict, pki().agency.key(tmp_path), "KyCoQuan", NOW))
    assert told(found) == [("changed_after_signing", ("KyCaNhan",))]
    assert [one.coverage for one in found.signatures] == [
        Coverage.INCOMPLETE,
        Coverage.COMPLETE,
    ]


def test_a_time_without_its_zone_is_one_of_here(tmp_path: Path) -> None:
    """Some programs write it so, and nothing else tells when they signed."""
    local = NOW.astimezone().replace(tzinfo=None)
    signed = forced(blank(), pki().person.key(tmp_path), "KyCaNhan", local)
    found = judged(signed)
    assert (found.intact, found.signatures[0].claimed_time) == (True, NOW)
