"""Judge the signatures of one file, told by its content and not by its name."""

import dataclasses
import datetime as dt
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Final, Literal

from desktop.files.carried_report import CarriedReport, attached_workbook, carried
from desktop.files.practice_mark import says_practice
from desktop.files.signatures.trust import Trust
from desktop.files.zip_members import starts_at_front
from desktop.records.verification import (
    Chain,
    FileVerdict,
    Finding,
    Integrity,
    SignatureVerdict,
)
from desktop.rules.expected_signers import expected_signers

Kind = Literal[
    "pdf", "workbook", "package", "manifest", "signature", "damaged", "other"
]

MANIFEST: Final = "manifest.json"
ENDING: Final = ".p7s"
"""What the name of a detached signature adds to that of its content."""

_BESIDE: Final = {
    Integrity.UNREADABLE: "unread_signature",
    Integrity.UNSUPPORTED: "unsupported",
    Integrity.WEAK: "weak",
}
_HEAD: Final = 1024
"""Bytes within which a PDF must say that it is one."""
_ZIP: Final = b"PK\x03\x04"
_SEQUENCE: Final = b"\x30"


def kind_of(data: bytes, name: str = "") -> Kind:
    """Tell what a file is; the name only tells a manifest from other text."""
    if data.startswith(_ZIP):  # first: a zip may hold a PDF as it is
        return _kind_of_zip(data)
    if b"%PDF-" in data[:_HEAD]:
        return "pdf"
    if data.startswith(_SEQUENCE) and _is_signature(data):
        return "signature"
    return "manifest" if name == MANIFEST else "other"


def _kind_of_zip(data: bytes) -> Kind:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            whole = starts_at_front(archive.infolist())
            names = archive.namelist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
        return "damaged"
    if not whole:
        return "damaged"
    if MANIFEST in names:
        return "package"
    return "workbook" if "xl/workbook.xml" in names else "other"


def _is_signature(data: bytes) -> bool:
    from desktop.files.signatures import cms

    try:
        cms.load(data)
    except (ValueError, TypeError, KeyError):
        return False
    return True


def judge(
    name: str,
    data: bytes,
    signature: bytes | None,
    trust: Trust,
    *,
    now: dt.datetime | None = None,
) -> FileVerdict:
    """Return what was found of a file and of the signature beside it, if any.

    The report inside is told where the file is unsigned, which the code of its data
    then vouches for, or where every signature holds.

    Never raises on what is in the bytes. Findings: those of `verify_pdf` and
    `verify_workbook`; `unsigned`; of a signature beside the file `unread_signature`,
    `unsupported`, `weak`, `changed_after_signing`; of the report inside those of
    `printed_ties`; and `test_key_on_real_report` when a test key signed what is not
    for practice.
    """
    kind = kind_of(data, name)
    verdict = _inside(name, data, kind, trust, now)
    if signature is not None:
        verdict = _with(verdict, _beside(name, data, signature, trust, now))
    verdict = _with_report(verdict, data, kind)
    tested = any(one.chain is Chain.TEST for one in verdict.signatures)
    real = verdict.report is not None and not verdict.report.practice
    if tested and (real or not says_practice(data, kind)):
        finding = Finding(code="test_key_on_real_report")
        return dataclasses.replace(verdict, findings=(*verdict.findings, finding))
    return verdict


def _inside(
    name: str, data: bytes, kind: Kind, trust: Trust, now: dt.datetime | None
) -> FileVerdict:
    if kind == "pdf":
        from desktop.files.signatures.pdf.checking import verify_pdf

        return verify_pdf(data, trust, name, now=now)
    if kind == "workbook":
        from desktop.files.signatures.opc.checking import verify_workbook

        return verify_workbook(data, trust, name, now=now)
    shown = "other" if kind in {"signature", "damaged"} else kind
    return FileVerdict(
        file_name=name, format=shown, findings=(Finding(code="unsigned"),)
    )


def _beside(
    name: str, data: bytes, signature: bytes, trust: Trust, now: dt.datetime | None
) -> SignatureVerdict:
    from desktop.files.signatures.detached import verify_detached

    return verify_detached(data, signature, trust, name + ENDING, now=now)


def _with(verdict: FileVerdict, beside: SignatureVerdict) -> FileVerdict:
    """Add a detached signature, which also covers a file that has none inside."""
    findings = [one for one in verdict.findings if one.code != "unsigned"]
    if beside.integrity is not Integrity.INTACT:
        code = _BESIDE.get(beside.integrity, "changed_after_signing")
        findings.append(Finding(code=code, facts=(beside.field,)))
    return dataclasses.replace(
        verdict, signatures=(*verdict.signatures, beside), findings=tuple(findings)
    )


def _with_report(verdict: FileVerdict, data: bytes, kind: Kind) -> FileVerdict:
    unsigned = [one.code for one in verdict.findings] == ["unsigned"]
    if not (verdict.intact or unsigned):
        return verdict
    inside = carried(data, kind)
    if inside is None:
        return verdict
    return dataclasses.replace(
        verdict,
        findings=(*verdict.findings, *_printed(data, kind, inside)),
        report=inside.found,
        expected=expected_signers(inside.roles, inside.names, verdict.signatures),
    )


def _printed(data: bytes, kind: Kind, inside: CarriedReport) -> Iterator[Finding]:
    """Yield what the pages of a PDF print otherwise than what it carries."""
    if kind == "pdf":
        from desktop.files.printed_ties import differences

        yield from differences(data, inside.found.code, attached_workbook(data))


def orphan(name: str) -> FileVerdict:
    """Return the verdict on a detached signature whose content is not there."""
    from desktop.files.signatures.detached import unreadable

    return FileVerdict(
        file_name=name,
        format="other",
        signatures=(unreadable(name),),
        findings=(Finding(code="content_missing", facts=(name.removesuffix(ENDING),)),),
    )
