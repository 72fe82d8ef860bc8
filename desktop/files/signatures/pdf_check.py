"""Check every signature of a PDF, more strictly than the library's own bottom line."""

import datetime as dt
import os
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Final

from asn1crypto.cms import ContentInfo
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import DiffResult, ModificationLevel
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.validation.status import SignatureCoverageLevel

from desktop.files.signatures import cms
from desktop.files.signatures.chain import stand
from desktop.files.signatures.detached import unreadable
from desktop.files.signatures.trust import Trust
from desktop.records.verification import (
    Coverage,
    FileVerdict,
    Finding,
    Integrity,
    SignatureVerdict,
)

if TYPE_CHECKING:
    from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

SIZE_LIMIT: Final = 50_000_000
"""Bytes of a PDF that is looked into."""
SIGNATURE_LIMIT: Final = 20

_SUBFILTERS: Final = frozenset({"/ETSI.CAdES.detached", "/adbe.pkcs7.detached"})


def verify_pdf(
    data: bytes, trust: Trust, name: str, *, now: dt.datetime | None = None
) -> FileVerdict:
    """Check every signature, and that nothing was added after the last one.

    Never raises on what is in the bytes. Findings: `unsigned`, `too_large`,
    `unreadable`, `hybrid`, `unread_signature`, `changed_after_signing`.
    """
    if len(data) > SIZE_LIMIT:
        return _unreadable(name, "too_large")
    try:
        return _verify(data, trust, name, now or dt.datetime.now(dt.UTC))
    except MemoryError:
        return _unreadable(name, "too_large")
    except Exception as error:  # noqa: BLE001  hostile files raise anything in the parser
        return _unreadable(name, "unreadable", type(error).__name__)


def _unreadable(name: str, code: str, *facts: str) -> FileVerdict:
    return FileVerdict(
        file_name=name,
        format="pdf",
        signatures=(unreadable(""),),
        findings=(Finding(code=code, facts=facts),),
    )


def _verify(data: bytes, trust: Trust, name: str, now: dt.datetime) -> FileVerdict:
    reader = PdfFileReader(BytesIO(data), strict=True)
    if reader.xrefs.hybrid_xrefs_present:
        # Word writes such files: two readers may see two documents in them
        return _unreadable(name, "hybrid")
    filled = [str(one[0]) for one in enumerate_sig_fields(reader, filled_status=True)]
    if not filled:
        return FileVerdict(
            file_name=name, format="pdf", findings=(Finding(code="unsigned"),)
        )
    if len(filled) > SIGNATURE_LIMIT or len(set(filled)) != len(filled):
        return _unreadable(name, "unread_signature", *filled[:SIGNATURE_LIMIT])
    judged = [_judge(one, filled, trust, now) for one in reader.embedded_signatures]
    read = {one.field for one in judged}
    # the library drops a kind it does not know, and the file would look unsigned
    judged += [unreadable(field) for field in filled if field not in read]
    return FileVerdict(
        file_name=name,
        format="pdf",
        signatures=tuple(judged),
        findings=tuple(_findings(judged)),
    )


def _findings(judged: list[SignatureVerdict]) -> Iterator[Finding]:
    for one in judged:
        if one.integrity is Integrity.UNREADABLE:
            yield Finding(code="unread_signature", facts=(one.field,))
        elif one.coverage is Coverage.INCOMPLETE:
            yield Finding(code="changed_after_signing", facts=(one.field,))


def _judge(
    embedded: "EmbeddedPdfSignature", filled: list[str], trust: Trust, now: dt.datetime
) -> SignatureVerdict:
    try:
        return _check(embedded, filled, trust, now)
    except Exception:  # noqa: BLE001  one odd signature must not hide the others
        return unreadable(embedded.field_name)


def _check(
    embedded: "EmbeddedPdfSignature", filled: list[str], trust: Trust, now: dt.datetime
) -> SignatureVerdict:
    if embedded.sig_object.get("/SubFilter") not in _SUBFILTERS:
        raise cms.UnsupportedSignatureError
    cms.digest_of(cms.only_signer(embedded.signed_data))
    checked = cms.check(embedded.signed_data, embedded.compute_digest())
    claimed = embedded.self_reported_timestamp
    standing = stand(
        checked.certificate, checked.others, trust, now=now, claimed=claimed
    )
    complete = _covers(embedded, filled)
    return SignatureVerdict(
        signer=standing.signer,
        issuer=standing.issuer,
        integrity=Integrity.INTACT if checked.good else Integrity.CHANGED,
        coverage=Coverage.COMPLETE if complete else Coverage.INCOMPLETE,
        chain=standing.chain,
        revocation=standing.revocation,
        claimed_time=claimed,
        field=embedded.field_name,
    )


def _covers(embedded: "EmbeddedPdfSignature", filled: list[str]) -> bool:
    """Tell whether the last covers the file, and an earlier one all but the next."""
    if not _gap_is_the_signature(embedded):
        return False
    embedded.compute_integrity_info()  # type: ignore[no-untyped-call]
    facts = embedded.summarise_integrity_info()
    if embedded is embedded.reader.embedded_signatures[-1]:
        return bool(facts["coverage"] is SignatureCoverageLevel.ENTIRE_FILE)
    difference = facts["diff_result"]
    return (
        facts["coverage"] is SignatureCoverageLevel.ENTIRE_REVISION
        and isinstance(difference, DiffResult)
        and difference.modification_level <= ModificationLevel.FORM_FILLING
        and bool(facts["docmdp_ok"])
        # a form's value may be filled in too: here only signatures may
        and difference.changed_form_fields <= set(filled)
        and _adds_no_field(embedded, filled)
    )


def _adds_no_field(embedded: "EmbeddedPdfSignature", filled: list[str]) -> bool:
    """Tell whether all that is signed now was a field when this one certified.

    Readers disagree on whether a certified document may gain fields.
    """
    if embedded.docmdp_level is None:
        return True
    then = embedded.reader.get_historical_resolver(embedded.signed_revision)
    return set(filled) <= {str(one[0]) for one in enumerate_sig_fields(then)}


def _gap_is_the_signature(embedded: "EmbeddedPdfSignature") -> bool:
    """Tell whether the only bytes left out are the signature's own hexadecimal."""
    stream = embedded.reader.stream
    size = stream.seek(0, os.SEEK_END)
    start, before, resume, after = (int(one) for one in embedded.byte_range)
    if start != 0 or not 0 < before < resume or after < 0 or resume + after > size:
        return False
    stream.seek(before)
    gap = stream.read(resume - before)
    if gap[:1] != b"<" or gap[-1:] != b">":
        return False
    content = bytes.fromhex(gap[1:-1].decode("ascii"))
    signed = ContentInfo.load(content).dump()
    return content == embedded.pkcs7_content and not any(content[len(signed) :])
