"""What a check of a signed file found: lines for a person, data for a program."""

from collections.abc import Iterator
from typing import Any

from desktop.records.verification import (
    ExpectedSigner,
    FileVerdict,
    FoundReport,
    SignatureVerdict,
)
from desktop.rules.verdict import light, light_of
from desktop.rules.vietnamese import harmless_line
from desktop.wording import labels, verdicts


def verdict_data(verdict: FileVerdict) -> dict[str, Any]:
    """Return a verdict for a program, with everything that is known."""
    return {
        "file": verdict.file_name,
        "format": verdict.format,
        "light": str(light(verdict)),
        "intact": verdict.intact,
        "signatures": [_signature_data(one) for one in verdict.signatures],
        "expected": [_expected_data(one) for one in verdict.expected],
        "report": None if verdict.report is None else _report_data(verdict.report),
        "findings": [
            {
                "code": one.code,
                "facts": list(one.facts),
                "text": verdicts.finding_sentence(one, verdict.sheets),
            }
            for one in verdict.findings
        ],
        "sheets": {one.part: one.name for one in verdict.sheets},
        "members": [verdict_data(one) for one in verdict.members],
    }


def _signature_data(signature: SignatureVerdict) -> dict[str, Any]:
    return {
        "light": str(light_of(signature)),
        "role": None if signature.role is None else str(signature.role),
        "signer": signature.signer,
        "issuer": signature.issuer,
        "certificate_sha256": signature.certificate_sha256,
        "valid_until": signature.valid_until,
        "field": signature.field,
        "integrity": str(signature.integrity),
        "coverage": str(signature.coverage),
        "gaps": list(signature.gaps),
        "chain": str(signature.chain),
        "revocation": str(signature.revocation),
        "revocation_as_of": signature.revocation_as_of,
        "claimed_time": signature.claimed_time,
        "ahead": signature.ahead,
    }


def _expected_data(expected: ExpectedSigner) -> dict[str, Any]:
    return {
        "role": str(expected.role),
        "name": expected.name,
        "found": expected.found,
        "agrees": expected.agrees,
    }


def _report_data(report: FoundReport) -> dict[str, Any]:
    return {
        "id": report.report_id,
        "agency": report.agency,
        "plan": report.plan_title,
        "period": report.period_code,
        "first_day": report.first_day,
        "last_day": report.last_day,
        "sha256": report.sha256,
        "code": report.code,
        "practice": report.practice,
        "kind": report.kind,
        "slip": report.slip,
    }


def lines(verdict: FileVerdict, indent: str = "") -> Iterator[str]:
    """Yield a verdict for a person: the light, the three questions, what is wrong."""
    name = harmless_line(verdict.file_name)
    if indent and not verdict.signatures:  # the seal of the package stands for it
        yield f"{indent}{name}: không có chữ ký riêng"
        return
    yield f"{indent}{name}: {labels.verdict_label(light(verdict))}"
    inner = f"{indent}  "
    if verdict.report is not None and not indent:
        yield f"{inner}{verdicts.report_sentence(verdict.report)}"
        yield f"{inner}{verdicts.code_sentence(verdict.report)}"
    for signature in verdict.signatures:
        yield from _answers(signature, verdict, inner)
    for expected in verdict.expected:
        yield f"{inner}{verdicts.expected_sentence(expected)}"
    for finding in verdict.findings:
        yield f"{inner}! {verdicts.finding_sentence(finding, verdict.sheets)}"
    for member in verdict.members:
        yield from lines(member, inner)


def _answers(
    signature: SignatureVerdict, verdict: FileVerdict, indent: str
) -> Iterator[str]:
    """Yield the three answers, and what is known of revocation if none told it."""
    told = verdicts.answers(signature, verdict.sheets)
    for answer in told:
        yield f"{indent}{answer.question} {answer.answer}"
    if signature.signer and verdicts.revocation(signature) not in told[-1].answer:
        yield f"{indent}{verdicts.revocation_sentence(signature)}"
