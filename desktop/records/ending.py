"""What ends on a day and must be renewed in time: certificates, lists of revoked."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from desktop.records.signing import SignerRole


class EndingKind(StrEnum):
    """What it is that ends."""

    CERTIFICATE = "certificate"
    """One the office signed with."""
    LIST = "list"
    """Of revoked certificates, brought by hand; once it ended it is not asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """One thing that ends, and how many days are left."""

    kind: EndingKind
    name: str
    """Whose certificate it is, or who issues the list."""
    ends: dt.datetime
    left: int
    """Days of the calendar: 0 on the last day, negative once it has ended."""
    roles: tuple[SignerRole, ...] = ()
    """For whom the certificate last signed."""
    key: str = ""
    """What tells it from every other."""
    soon: bool = False
    """Whether it must be seen to now."""
