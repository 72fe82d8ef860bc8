"""What travels between agencies, and the history of its travels."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from desktop.records.identity import AgencyId


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One file in a package."""

    name: str
    size: int
    """Bytes."""
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ControlTotal:
    """What a sender counted in what it sent, for the receiver to count again."""

    entries: int = 0
    """Entries of every register together."""
    attendance: int = 0
    """Lượt người over all activities."""
    code: str = ""
    """Short code of the canonical entries; equal content, equal code."""


class EvidenceCarried(StrEnum):
    """How much of the evidence a package carries."""

    NONE = "none"
    REDUCED = "reduced"
    """Without positions, and with long numbers masked."""
    FULL = "full"


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageHeader:
    """What a package says of itself in its manifest."""

    format_version: int
    package_id: str
    plan_id: str
    plan_title: str
    agency_id: str
    agency: str
    recipient: str
    recipient_id: str = ""
    """Id of the recipient; blank in packages of the first format."""
    period_code: str
    first_day: dt.date
    last_day: dt.date
    report_id: str
    version: int
    """1 for the first package of a period; higher ones replace it."""
    slip: int = 0
    """Number of the correction slip inside; 0: a report."""
    corrects: str = ""
    """Id of the report the slip corrects."""
    created_at: dt.datetime
    program_version: str
    practice: bool
    evidence: EvidenceCarried = EvidenceCarried.NONE
    control: ControlTotal = ControlTotal()
    part: int = 1
    parts: int = 1
    """Packages the report goes in: each holds the whole report with its entries, and
    evidence for which the others have no room."""
    members: tuple[Member, ...]


class DeliveryState(StrEnum):
    """How far a delivery came: the history stays true when the stick is pulled out."""

    PREPARED = "prepared"
    DELIVERED = "delivered"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One package on its way to one destination."""

    id: str
    report: str
    package_id: str
    file_name: str
    size: int
    sha256: str
    target: str
    """Label or folder of the destination."""
    state: DeliveryState
    prepared_at: dt.datetime
    finished_at: dt.datetime | None = None
    reason: str = ""
    """Key of why it failed."""


class ReceiptOutcome(StrEnum):
    """How a receipt stands to what was sent."""

    GIVEN = "given"
    """Made here, for what somebody else sent."""
    MATCHES = "matches"
    """The receiver holds exactly what was sent last."""
    OTHER_VERSION = "other_version"
    """It speaks of an older version than the one sent last."""
    DIFFERS = "differs"
    """The receiver counted something else than was sent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What a receiver says it received: given by us, or brought back to us."""

    id: str
    report: str
    """Id of our report it speaks of; of the `Return` where it was given by us."""
    package_id: str
    agency: str
    """Name of the other side: the receiver of ours, the sender of theirs."""
    version: int
    slip: int = 0
    entries: int = 0
    attendance: int = 0
    control: str = ""
    """The receiver's own count, as in `ControlTotal`."""
    received_at: dt.datetime
    """When the receiver took it in, by the receiver's clock."""
    file_name: str
    sha256: str
    """Of the receipt's own file."""
    signer: str = ""
    """Common name in the certificate; blank when no key signed it."""
    outcome: ReceiptOutcome
    kept_at: dt.datetime


class MappedKind(StrEnum):
    """What of a sender's may be unknown to the receiver."""

    AGENCY = "agency"
    PLAN = "plan"
    TASK = "task"
    GOAL = "goal"
    CATALOGUE = "catalogue"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """What a sender's agency, plan, task or target is here, settled once."""

    id: str
    sender: str
    """Plan's id as the sender knows it; the agency's for kind `agency`."""
    kind: MappedKind
    theirs: str
    theirs_name: str
    ours: str | None = None
    """None: it has no like here, and is left out knowingly."""
    decided_at: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """How an office reaches another: lines of the office, never of a person."""

    id: AgencyId
    line: str = ""
    """Telephone of the office."""
    mailbox: str = ""
    """Address for official mail."""
    note: str = ""
    encryption_key: str = ""
    """Public key (age) with which what is sent to it may be locked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One time somebody of this office asked a unit for what it owes."""

    id: str
    agency: AgencyId
    period_code: str
    at: dt.datetime
    way: str
    """`phone`, `message`, `email`, `letter` or `visit`."""
    note: str = ""
