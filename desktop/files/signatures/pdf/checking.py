"""Check every signature of a PDF, more strictly than the library's own bottom line."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Final

from pyhanko.pdf_utils.generic import NameObject
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import DiffResult, ModificationLevel
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.general import check_ess_certid, extract_certificate_info
from pyhanko.sign.validation.generic_cms import get_signing_cert_attr
from pyhanko.sign.validation.status import SignatureCoverageLevel

from desktop.files.signatures import cms
from desktop.files.signatures.chain import stand
from desktop.files.signatures.detached import refused, unreadable
from desktop.files.signatures.pdf.byte_range import bytes_behind, odd_range
from desktop.files.signatures.pdf.changes import Named, changes
from desktop.files.signatures.pdf.fields import FIELDS
from desktop.files.signatures.pdf.lost import TooManyRevisionsError, lost_fields
from desktop.files.signatures.trust import Trust
from desktop.files.signed_copies.fitness import SIZE_LIMIT, unfit
from desktop.records.verification import (
    Coverage,
    FileVerdict,
    Finding,
    Integrity,
    SignatureVerdict,
)

if TYPE_CHECKING:
    from asn1crypto.cms import CMSAttribute
    from asn1crypto.tsp import ESSCertID
    from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

SIGNATURE_LIMIT: Final = 20

_SUBFILTERS: Final = frozenset({"/ETSI.CAdES.detached", "/adbe.pkcs7.detached"})
_WEAK_SUBFILTERS: Final = frozenset({"/adbe.pkcs7.sha1", "/adbe.x509.rsa_sha1"})
_TRACES: Final = (b"/ByteRange", b"/SubFilter", b"/Sig")
_ROLES: Final = {name: role for role, name in FIELDS.items()}
_BROKEN: Final = frozenset(
    {
        "byte_range_wrong",
        "certificate_differs",
        "content_changed",
        "signature_value_wrong",
    }
)
"""After these nothing can be said to be as it was signed."""
_REFUSED: Final = {
    Integrity.UNREADABLE: "unread_signature",
    Integrity.UNSUPPORTED: "unsupported",
    Integrity.WEAK: "weak",
}


@dataclass(frozen=True, slots=True)
class _Judged:
    """What was found of one signature, and why it is not whole."""

    verdict: SignatureVerdict
    findings: tuple[Finding, ...] = ()


def verify_pdf(
    data: bytes, trust: Trust, name: str, *, now: dt.datetime | None = None
) -> FileVerdict:
    """Check every signature, and that nothing was added after the last one.

    Never raises on what is in the bytes. Findings: those of `findings`.
    """
    if len(data) > SIZE_LIMIT:
        return _unreadable(name, "too_large")
    try:
        return _verify(data, trust, name, now or dt.datetime.now(dt.UTC))
    except (MemoryError, TooManyRevisionsError):
        return _unreadable(name, "too_large")
    except Exception as error:  # noqa: BLE001  hostile files raise anything in the parser
        if _is_scan(data):
            return _unsigned(name)
        return _unreadable(name, "unreadable", type(error).__name__)


def _is_scan(data: bytes) -> bool:
    """Tell whether a file that is not quite a PDF, as of many scanners, is unsigned.

    What has any trace of a signature is none: half of one must not look like none.
    """
    return not any(one in data for one in _TRACES) and unfit(data) == "unsigned"


def _unsigned(name: str) -> FileVerdict:
    return FileVerdict(
        file_name=name, format="pdf", findings=(Finding(code="unsigned"),)
    )


def _unreadable(name: str, code: str, *facts: str) -> FileVerdict:
    return FileVerdict(
        file_name=name,
        format="pdf",
        signatures=(unreadable(""),),
        findings=(Finding(code=code, facts=facts),),
    )


def _unsupported(name: str, code: str) -> FileVerdict:
    """Return the verdict on a file of a kind that is not checked: not a forgery."""
    return FileVerdict(
        file_name=name,
        format="pdf",
        signatures=(refused("", cms.UnsupportedSignatureError(), b""),),
        findings=(Finding(code=code),),
    )


def _verify(data: bytes, trust: Trust, name: str, now: dt.datetime) -> FileVerdict:
    reader = PdfFileReader(BytesIO(data), strict=True)
    if reader.encrypted:
        return _unsupported(name, "encrypted")
    if reader.xrefs.hybrid_xrefs_present:
        # Word writes such files: two readers may see two documents in them
        return _unsupported(name, "hybrid")
    filled = [str(one[0]) for one in enumerate_sig_fields(reader, filled_status=True)]
    lost = lost_fields(reader, filled)
    if not filled and not lost:
        return _unsigned(name)
    if len(filled) + len(lost) > SIGNATURE_LIMIT:
        return _unreadable(name, "too_large")
    if len(set(filled)) != len(filled):
        twice = next(one for one in filled if filled.count(one) > 1)
        return _unreadable(name, "duplicate_field", twice)
    judged = [_judge(one, filled, trust, now) for one in reader.embedded_signatures]
    read = {one.verdict.field for one in judged}
    # the library drops a kind it does not know, and the file would look unsigned
    judged += [_unread(reader, field) for field in filled if field not in read]
    judged += [_refused(unreadable(field)) for field in lost]
    return FileVerdict(
        file_name=name,
        format="pdf",
        signatures=tuple(one.verdict for one in judged),
        findings=tuple(finding for one in judged for finding in one.findings),
    )


def _refused(verdict: SignatureVerdict) -> _Judged:
    code = _REFUSED[verdict.integrity]
    return _Judged(verdict, (Finding(code=code, facts=(verdict.field,)),))


def _unread(reader: PdfFileReader, field: str) -> _Judged:
    """Judge a signature that the library did not take up."""
    for _, value, _ in enumerate_sig_fields(reader, with_name=field):
        kind = value.get_object().get("/SubFilter")
        if isinstance(kind, NameObject):
            return _refused(refused(field, _refusal(kind), b""))
    return _refused(unreadable(field))


def _refusal(kind: str) -> cms.UnsupportedSignatureError:
    if kind in _WEAK_SUBFILTERS:
        return cms.WeakSignatureError(kind)
    return cms.UnsupportedSignatureError(kind)


def _judge(
    embedded: "EmbeddedPdfSignature", filled: list[str], trust: Trust, now: dt.datetime
) -> _Judged:
    try:
        return _check(embedded, filled, trust, now)
    except cms.UnsupportedSignatureError as error:
        return _refused(refused(embedded.field_name, error, embedded.pkcs7_content))
    except Exception:  # noqa: BLE001  one odd signature must not hide the others
        return _refused(unreadable(embedded.field_name))


def _check(
    embedded: "EmbeddedPdfSignature", filled: list[str], trust: Trust, now: dt.datetime
) -> _Judged:
    _check_kind(embedded)
    findings = tuple(
        Finding(code=code, facts=(embedded.field_name, *facts))
        for code, facts in _faults(embedded, filled)
    )
    bad = _BROKEN & {one.code for one in findings}
    found = extract_certificate_info(embedded.signed_data)
    claimed = _in_zone(embedded.self_reported_timestamp)
    others = (one.dump() for one in found.other_certs)
    standing = stand(found.signer_cert.dump(), others, trust, now=now, claimed=claimed)
    verdict = standing.verdict(
        integrity=Integrity.CHANGED if bad else Integrity.INTACT,
        coverage=Coverage.INCOMPLETE if findings else Coverage.COMPLETE,
        claimed_time=claimed,
        field=str(embedded.field_name),
        role=_ROLES.get(embedded.field_name),
    )
    return _Judged(verdict, findings)


def _in_zone(moment: dt.datetime | None) -> dt.datetime | None:
    """Take a time without its zone, as some programs write it, for one of here."""
    return moment if moment is None or moment.tzinfo else moment.astimezone()


def _check_kind(embedded: "EmbeddedPdfSignature") -> None:
    kind = embedded.sig_object.get("/SubFilter")
    if kind not in _SUBFILTERS:
        raise _refusal(str(kind))
    cms.digest_of(cms.only_signer(embedded.signed_data))


def _faults(embedded: "EmbeddedPdfSignature", filled: list[str]) -> Iterator[Named]:
    """Yield what is wrong, and no more than one thing about the signature itself."""
    broken = odd_range(embedded)
    if broken != "byte_range_wrong":
        broken = _broken(embedded) or broken
    if broken:
        yield broken, ()
    else:
        yield from _uncovered(embedded, filled)


def _broken(embedded: "EmbeddedPdfSignature") -> str:
    """Return why the signature does not hold, or nothing when it does."""
    attributes = embedded.signer_info["signed_attrs"]
    digest = embedded.compute_digest()
    named = get_signing_cert_attr(attributes)
    if named is not None and not _is_of(embedded, named["certs"][0]):
        return "certificate_differs"
    if cms.check(embedded.signed_data, digest).good:
        return ""
    told = [one["values"].native for one in attributes if _is_digest(one)]
    return "signature_value_wrong" if told == [[digest]] else "content_changed"


def _is_of(embedded: "EmbeddedPdfSignature", named: "ESSCertID") -> bool:
    """Tell whether the signed attributes name the signer's certificate; RFC 5035."""
    found = extract_certificate_info(embedded.signed_data)
    return bool(check_ess_certid(found.signer_cert, named))


def _is_digest(attribute: "CMSAttribute") -> bool:
    return bool(attribute["type"].native == "message_digest")


def _uncovered(embedded: "EmbeddedPdfSignature", filled: list[str]) -> Iterator[Named]:
    """Yield what the last signature leaves out, and an earlier one but for the next."""
    reader = embedded.reader
    last = embedded is reader.embedded_signatures[-1]
    embedded.compute_integrity_info(skip_diff=last)  # type: ignore[no-untyped-call]
    if last:
        covers = embedded.coverage is SignatureCoverageLevel.ENTIRE_FILE
    else:
        covers = _allows_the_rest(embedded, filled)
    if not covers:
        yield from _named(embedded)


def _named(embedded: "EmbeddedPdfSignature") -> tuple[Named, ...]:
    reader = embedded.reader
    if embedded.signed_revision == reader.xrefs.total_revisions - 1:
        return (("bytes_appended", (str(bytes_behind(embedded)),)),)
    then = reader.get_historical_resolver(embedded.signed_revision)
    try:
        found = changes(then, reader)
    except PdfError:
        found = ()
    return found or (("changed_after_signing", ()),)


def _allows_the_rest(embedded: "EmbeddedPdfSignature", filled: list[str]) -> bool:
    facts = embedded.summarise_integrity_info()
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
