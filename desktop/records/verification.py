"""What a check of a signed file found: a result, never an exception."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class Integrity(StrEnum):
    """Whether the content is as it was signed."""

    INTACT = "intact"
    CHANGED = "changed"
    UNREADABLE = "unreadable"
    UNSIGNED = "unsigned"


class Coverage(StrEnum):
    """Whether the signature covers everything there is."""

    COMPLETE = "complete"
    INCOMPLETE = "incomplete"


class Chain(StrEnum):
    """What is known of the certificate."""

    PINNED = "pinned"
    TEST = "test"
    """A throw-away test key, which says so itself: never trusted."""
    UNKNOWN = "unknown"
    EXPIRED = "expired"
    NOT_YET = "not_yet"
    USAGE = "usage"


class Revocation(StrEnum):
    """Offline there are three answers, and silence is not a good one."""

    NOT_CHECKED = "not_checked"
    REVOKED = "revoked"
    GOOD = "good"


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureVerdict:
    """What was found of one signature."""

    signer: str
    """Common name in the certificate."""
    issuer: str
    integrity: Integrity
    coverage: Coverage
    chain: Chain
    revocation: Revocation = Revocation.NOT_CHECKED
    claimed_time: dt.datetime | None = None
    """The signer's own claim, by the clock of that machine."""
    field: str = ""
    """Name of the signature's field or file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing found wrong, by key and facts."""

    code: str
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FileVerdict:
    """What was found of one file and every signature in it."""

    file_name: str
    format: str
    """`pdf`, `workbook`, `package`, `manifest`, `other`."""
    signatures: tuple[SignatureVerdict, ...] = ()
    findings: tuple[Finding, ...] = ()
    members: tuple["FileVerdict", ...] = ()
    """Signed files inside a package."""

    @property
    def intact(self) -> bool:
        """Tell whether all content is signed, unchanged, and without a finding."""
        return (
            bool(self.signatures)
            and not self.findings
            and all(
                one.integrity is Integrity.INTACT and one.coverage is Coverage.COMPLETE
                for one in self.signatures
            )
            and all(member.intact for member in self.members if member.signatures)
        )
