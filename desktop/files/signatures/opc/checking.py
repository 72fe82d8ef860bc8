"""Check every signature of a workbook, more strictly than the tools people trust."""

import datetime as dt
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

from lxml import etree

from desktop.files.signatures.chain import stand
from desktop.files.signatures.detached import unreadable
from desktop.files.signatures.opc import (
    algorithms,
    coverage,
    discovery,
    envelope,
    package,
    references,
)
from desktop.files.signatures.opc.discovery import Found
from desktop.files.signatures.opc.envelope import Element, Envelope
from desktop.files.signatures.opc.faults import (
    GAPS,
    OF_SIGNATURES,
    TWO_FACED,
    integrity_of,
)
from desktop.files.signatures.opc.markup import canonical
from desktop.files.signatures.opc.names import EXCLUSIVE, SIGNATURES
from desktop.files.signatures.opc.package import Package
from desktop.files.signatures.opc.parts import UnfitError
from desktop.files.signatures.opc.sheet_names import sheet_names
from desktop.files.signatures.trust import Trust
from desktop.files.zip_members import FAULTS
from desktop.records.verification import (
    Coverage,
    FileVerdict,
    Finding,
    SignatureVerdict,
)


def is_signed(data: bytes) -> bool:
    """Tell whether a workbook bears, or claims to bear, a signature of its own."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return any(
                name.casefold().startswith(SIGNATURES) for name in archive.namelist()
            )
    except FAULTS:
        return False


def verify_workbook(
    data: bytes, trust: Trust, name: str, *, now: dt.datetime | None = None
) -> FileVerdict:
    """Check every signature, and that each leaves nothing out.

    Never raises on what is in the bytes. Codes of findings are those of `faults`;
    `now` is the moment at which certificates are judged, this one if None.
    """
    try:
        return _verify(data, trust, name, now or dt.datetime.now(dt.UTC))
    except UnfitError as error:
        if error.code in TWO_FACED and not is_signed(data):
            return _unsigned(name)  # then it is no matter how it was packed
        return _refused(name, error.code, *error.facts)
    except MemoryError:
        return _refused(name, "too_large")
    except Exception as error:  # noqa: BLE001  hostile files raise anything in parsers
        return _refused(name, "unreadable", type(error).__name__)


def _refused(name: str, code: str, *facts: str) -> FileVerdict:
    return FileVerdict(
        file_name=name,
        format="workbook",
        signatures=(unreadable(""),),
        findings=(Finding(code=code, facts=facts),),
    )


def _unsigned(name: str) -> FileVerdict:
    findings = (Finding(code="unsigned"),)
    return FileVerdict(file_name=name, format="workbook", findings=findings)


def _verify(data: bytes, trust: Trust, name: str, now: dt.datetime) -> FileVerdict:
    opened = package.read(data)
    found = discovery.find(opened)
    findings = [
        Finding(code="signature_unreachable", facts=(part,))
        for part in found.unreachable
    ]
    if not found.signatures:
        findings.insert(0, Finding(code="unsigned"))
    findings += _copies(opened, found)
    judged = []
    for part in found.signatures:
        verdict, wrong = _judge(part, opened, found, trust, now)
        judged.append(verdict)
        findings += wrong
    return FileVerdict(
        file_name=name,
        format="workbook",
        signatures=tuple(judged),
        findings=tuple(dict.fromkeys(findings)),  # two signatures miss the same part
        sheets=sheet_names(opened) if findings and judged else (),
    )


def _copies(opened: Package, found: Found) -> Iterator[Finding]:
    """Yield a finding for a signature that is there twice, as if two had signed."""
    seen: set[bytes] = set()
    for part in found.signatures:
        try:
            value = envelope.read(opened.parts[part]).value
        except UnfitError:
            continue  # it is told why when it is judged
        if value in seen:
            yield Finding(code="signature_malformed", facts=(part, "copy"))
        seen.add(value)


def _judge(
    part: str, opened: Package, found: Found, trust: Trust, now: dt.datetime
) -> tuple[SignatureVerdict, list[Finding]]:
    """Return what was found of one signature, and everything that is wrong with it."""
    try:
        read = envelope.read(opened.parts[part])
        listed = references.read(read.manifest)
        wrong = [
            *_of_seal(read),
            *references.differences(listed, opened),
            *coverage.gaps(listed, opened, found.own),
        ]
    except UnfitError as error:
        fault = _told(part, Finding(code=error.code, facts=error.facts))
        integrity = integrity_of(frozenset({error.code}))
        return replace(unreadable(part), integrity=integrity), [fault]
    return _verdict(part, wrong, read, trust, now), [_told(part, one) for one in wrong]


def _told(part: str, finding: Finding) -> Finding:
    """Name the signature that a finding is about, where it is about one."""
    if finding.code not in OF_SIGNATURES:
        return finding
    return Finding(code=finding.code, facts=(part, *finding.facts))


def _verdict(
    part: str, wrong: list[Finding], read: Envelope, trust: Trust, now: dt.datetime
) -> SignatureVerdict:
    gaps = tuple("#".join(one.facts) for one in wrong if one.code in GAPS)
    signer, *others = read.certificates
    standing = stand(signer, others, trust, now=now, claimed=read.claimed_time)
    return standing.verdict(
        integrity=integrity_of(frozenset(one.code for one in wrong)),
        coverage=Coverage.INCOMPLETE if gaps else Coverage.COMPLETE,
        claimed_time=read.claimed_time,
        field=part,
        role=read.role,
        gaps=gaps,
    )


# --- the signature itself ----------------------------------------------------


def _of_seal(read: Envelope) -> Iterator[Finding]:
    """Yield what is wrong with what was signed, the signature, and whose it is."""
    method = algorithms.method_named(read.method)
    key = algorithms.key_in(read.certificates[0])
    yield from _of_elements(read)
    if not read.manifest_signed:
        yield Finding(code="manifest_unsigned")
    try:
        algorithms.check(method, key, read.value, _form(read.info, read.canonical))
    except UnfitError as error:
        yield Finding(code=error.code, facts=error.facts)
    yield from _of_certificate(read)
    for weak in algorithms.weaknesses(method, key):
        yield Finding(code="weak", facts=(weak,))


def _of_elements(read: Envelope) -> Iterator[Finding]:
    for one in read.signed:
        digest = algorithms.digest_named(one.method)
        if algorithms.hashed(_form(one.element, one.canonical), digest) != one.digest:
            holds_list = read.manifest.getparent() is one.element
            yield (
                Finding(code="manifest_changed")
                if holds_list
                else Finding(code="signed_properties_changed", facts=(one.id,))
            )
        if algorithms.is_weak(digest):
            yield Finding(code="weak", facts=(digest,))


def _of_certificate(read: Envelope) -> Iterator[Finding]:
    """Yield a finding unless the certificate is the one that the signer signed."""
    if read.stated_certificate is None:
        # another certificate could have been made for the very same key
        yield Finding(code="unsupported", facts=("SigningCertificate",))
        return
    method, stated = read.stated_certificate
    digest = algorithms.digest_named(method)
    if algorithms.hashed(read.certificates[0], digest) != stated:
        yield Finding(code="certificate_differs")
    if algorithms.is_weak(digest):
        yield Finding(code="weak", facts=(digest,))


def _form(element: Element, form: str) -> bytes:
    """Return the bytes of an element in the form that is hashed or signed."""
    try:
        if form != EXCLUSIVE:
            return canonical(element)
        alone = etree.fromstring(etree.tostring(element, with_tail=False))
        return bytes(
            etree.tostring(alone, method="c14n", exclusive=True, with_comments=False)
        )
    except etree.LxmlError as error:  # namespaces that have no such form
        raise UnfitError("signature_malformed", "xml") from error
