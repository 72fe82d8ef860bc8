"""Hold what a package says of itself against its seal, its report and this office."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.records.exchange import PackageHeader
from desktop.records.exchange_entries import Entries
from desktop.records.returns import Return
from desktop.records.verification import (
    Chain,
    FileVerdict,
    Finding,
    FoundReport,
    SignatureVerdict,
)
from desktop.rules.counting import DAY_OF
from desktop.rules.verdict import Light, light_of, light_of_finding
from desktop.rules.vietnamese import fold

Reason = tuple[str, ...]

_CHANGED: Final = {
    "hash": "member_changed",
    "missing": "member_missing",
    "unlisted": "member_added",
    "signature": "seal_broken",
}
"""What is told where the seal, or the list of members, does not hold."""
_DOUBTED: Final = {"unsigned": "unsealed"}


def refusal_of_verdict(verdict: FileVerdict) -> Reason | None:
    """Return why a package cannot be believed; None where nothing is wrong with it."""
    return next(_wrong(verdict), None)


def _wrong(verdict: FileVerdict) -> Iterator[Reason]:
    """Yield what is wrong, that which explains the rest first."""
    for finding in verdict.findings:
        if finding.code in _CHANGED:
            yield (_CHANGED[finding.code], *finding.facts)
    for finding in verdict.findings:
        if light_of_finding(finding) is Light.RED:
            yield ("package_finding", finding.code, *finding.facts)
    for one in verdict.signatures:
        if light_of(one) is Light.RED:
            yield ("seal_wrong", one.signer, str(one.chain), str(one.integrity))
    yield from (("member_wrong", m.file_name) for m in verdict.members if _is_wrong(m))


def doubts_of_verdict(verdict: FileVerdict, *, practice: bool) -> Iterator[Reason]:
    """Yield what is not known of a package with which nothing is wrong."""
    for finding in verdict.findings:
        yield (_DOUBTED.get(finding.code, finding.code), *finding.facts)
    yield from doubts_of_seals(verdict.signatures, practice=practice)


def doubts_of_seals(
    seals: Iterable[SignatureVerdict], *, practice: bool
) -> Iterator[Reason]:
    """Yield whose certificate nobody here knows, and who sealed with a test key.

    Anybody can make either; in practice everybody seals with test keys.
    """
    for one in seals:
        if one.chain is Chain.UNKNOWN:
            yield "signer_unknown", one.signer
        elif one.chain is Chain.TEST and not practice:
            yield "signer_test", one.signer


def signer_of(verdict: FileVerdict) -> str:
    """Return who sealed a package; blank where nobody did."""
    return next((one.signer for one in verdict.signatures), "")


def _is_wrong(member: FileVerdict) -> bool:
    """Tell whether a file inside is wrong; one nobody signed is covered by the seal."""
    found = (light_of_finding(one) for one in _told(member))
    return Light.RED in {*map(light_of, member.signatures), *found}


def _told(member: FileVerdict) -> Iterable[Finding]:
    return member.findings if member.signatures else ()


# --- what it says of itself ------------------------------------------------------


def refusal_of_header(
    header: PackageHeader, report: FoundReport | None, *, practice: bool
) -> Reason | None:
    """Return why an office takes no such package; None where it may.

    Args:
        header: What the package says.
        report: The report inside, where there is one.
        practice: Whether the office that reads it is for practice.
    """
    if header.practice is not practice:
        return ("practice" if header.practice else "not_practice",)
    if report is None:
        return None
    told = {
        "report_id": (header.report_id, report.report_id),
        "period": (header.period_code, report.period_code),
        "days": (
            (header.first_day, header.last_day),
            (report.first_day, report.last_day),
        ),
        "slip": (header.slip, report.slip),
        "practice": (header.practice, report.practice),
        "agency": (fold(header.agency), fold(report.agency)),
    }
    other = [name for name, (one, two) in told.items() if one != two]
    return ("header_differs", *other) if other else None


def for_another(header: PackageHeader, own_id: str, names: Iterable[str]) -> bool:
    """Tell whether a package is addressed to somebody else.

    One addressed to nobody may be taken by anybody.
    """
    if not header.recipient and not header.recipient_id:
        return False
    if header.recipient:
        return fold(header.recipient) not in set(map(fold, names))
    return header.recipient_id != own_id


def outside(entries: Entries) -> int:
    """Return how many entries count on other days than those of the package."""
    return sum(not _inside(entries, one) for one in entries.rows)


def _inside(entries: Entries, record: object) -> bool:
    kind: type = type(record)
    day = getattr(record, DAY_OF[kind])
    if isinstance(day, int):
        return entries.first_day.year <= day <= entries.last_day.year
    return isinstance(day, dt.date) and entries.first_day <= day <= entries.last_day


# --- what came before ------------------------------------------------------------


def told_before(header: PackageHeader, content: str, before: Iterable[Return]) -> bool:
    """Tell whether this package, or a later version, was taken in already."""
    return any(
        one.content_sha256 == content
        or (one.version, one.slip) > (header.version, header.slip)
        for one in before
        if one.was_accepted
    )


def two_of_one_version(
    header: PackageHeader, before: Iterable[Return]
) -> Reason | None:
    """Return why a second, other package of one version is refused, or None."""
    for one in before:
        same = (one.version, one.slip) == (header.version, header.slip)
        if same and one.was_accepted and one.control != header.control.code:
            day = one.received_at.date().isoformat()
            return ("version_differs", str(one.version), one.file_name, day)
    return None
