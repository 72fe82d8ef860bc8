"""What a check of a signed file found: a result, never an exception."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from desktop.records.signing import SignerRole


class Integrity(StrEnum):
    """Whether the content is as it was signed."""

    INTACT = "intact"
    CHANGED = "changed"
    UNREADABLE = "unreadable"
    UNSUPPORTED = "unsupported"
    """Of a kind that cannot be checked here, which is not the same as forged."""
    WEAK = "weak"
    """Made with what can be broken, such as SHA-1 or a short key."""
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
    LAPSED = "lapsed"
    """It has ended, but by the signer's own word it was used before that."""
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
    """Name of the signature's field, part or file."""
    role: SignerRole | None = None
    """For whom it was made, where the file says so."""
    gaps: tuple[str, ...] = ()
    """Names of what it does not cover: parts, relationships, revisions."""
    revocation_as_of: dt.date | None = None
    """Day of the list that was asked about revocation; None when none was."""
    certificate_sha256: str = ""
    """Of the signer's certificate in DER, hexadecimal; blank when unread."""
    valid_until: dt.datetime | None = None
    """End of the signer's certificate."""
    ahead: bool = False
    """By the signer's own word it was made after the moment of checking."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing found wrong, by key and facts."""

    code: str
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedSigner:
    """Somebody who should have signed, beside whoever did."""

    role: SignerRole
    name: str
    """As the report names the person or the agency; may be blank."""
    found: str = ""
    """Common name of whoever signed for that role; blank when nobody did."""
    agrees: bool = False
    """Whether the name found is the name expected."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundReport:
    """The report whose data a file carries, read from the file itself."""

    report_id: str
    agency: str
    plan_title: str
    period_code: str
    first_day: dt.date
    last_day: dt.date
    sha256: str
    """Of the canonical data, hexadecimal: what the printed code tells too."""
    code: str
    """Short code of the data, as printed on every page."""
    practice: bool = False
    kind: str = ""
    """Code of the kind of report or letter; blank where the file does not tell it."""
    slip: int = 0
    """Number of a correction; 0 for what corrects nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetName:
    """The name people see of a sheet, by the part that findings speak of."""

    part: str
    name: str
    """As the book lists it, whoever wrote that list."""


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
    expected: tuple[ExpectedSigner, ...] = ()
    """Who should have signed, where the report inside tells it."""
    report: FoundReport | None = None
    """The report whose data are inside; None where there are none to read."""
    sheets: tuple[SheetName, ...] = ()
    """Sheets of a workbook in which something was found wrong."""

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
