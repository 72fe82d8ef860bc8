"""What travels between agencies, and the history of its travels."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One file in a package."""

    name: str
    size: int
    """Bytes."""
    sha256: str


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
    period_code: str
    first_day: dt.date
    last_day: dt.date
    report_id: str
    version: int
    """1 for the first package of a period; higher ones replace it."""
    created_at: dt.datetime
    program_version: str
    practice: bool
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
