"""Who signs a report, in which way, and what is kept of every signing."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class SignerRole(StrEnum):
    """For whom somebody signs; Decree 30/2020, Annex I, cells 7 and 8."""

    PERSON = "person"
    """The person with the authority, with a key of their own; signs first."""
    AGENCY = "agency"
    """The office, by its clerk and its own key: the seal."""


class SigningWay(StrEnum):
    """How reports of an office are signed."""

    DIGITAL = "digital"
    PAPER = "paper"
    """Printed, signed and stamped by hand: the office has no certificate."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportSignature:
    """One signing of a report's files: PDF and workbook, by one key, at one time."""

    id: str
    report: str
    """Id of the issued report."""
    role: SignerRole
    signer: str
    """Common name in the certificate."""
    issuer: str
    certificate_sha256: str
    """Of the certificate in DER, hexadecimal."""
    valid_until: dt.datetime
    """End of the certificate, by which the board of deadlines warns."""
    signed_at: dt.datetime
    """By the clock of this machine."""
    test_key: bool = False
    token: bool = False
    """The key never left a token."""
