"""What is believed here about signatures: pinned certificates and lists of revoked."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class TrustKind(StrEnum):
    """What a file of the trust folder is for."""

    ANCHOR = "anchor"
    """A chain may end in it: believed by itself, because somebody compared it."""
    INTERMEDIATE = "intermediate"
    """It helps to build a chain and is never believed by itself."""
    LIST = "list"
    """It tells which certificates were revoked."""


class Doubt(StrEnum):
    """Why something that lies in the trust folder is not used."""

    NOT_PINNED = "not_pinned"
    """Nobody confirmed its fingerprint: it was only put into the folder."""
    UNREADABLE = "unreadable"
    MISSING = "missing"
    """Its fingerprint was confirmed, and the file is gone or is another one now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pinned:
    """One certificate kept here: an anchor, or a helper that builds chains."""

    name: str
    issuer: str
    not_before: dt.datetime
    not_after: dt.datetime
    sha256: str
    """Of the certificate in DER, hexadecimal: what one compares by telephone."""
    shipped: bool
    """It came with the program, and not from the office's own folder."""
    kind: TrustKind = TrustKind.ANCHOR


@dataclass(frozen=True, slots=True, kw_only=True)
class RevocationList:
    """One list of revoked certificates."""

    issuer: str
    this_update: dt.datetime
    """Up to when it tells; what was revoked later is not in it."""
    next_update: dt.datetime | None
    """When a newer one was promised; None when it does not say."""
    revoked: int
    """How many certificates it names."""
    sha256: str
    shipped: bool
    known: bool
    """Whether a certificate kept here signed it; an unknown one is not asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PassedOver:
    """Something in the trust folder that is not used."""

    kind: TrustKind
    name: str
    """Name of the file, or the fingerprint where the file is gone."""
    doubt: Doubt
    sha256: str = ""
    """Of the certificate; blank where there is none to read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptTrust:
    """Everything that decides here which signature is believed."""

    anchors: tuple[Pinned, ...] = ()
    """Those that ship first."""
    intermediates: tuple[Pinned, ...] = ()
    lists: tuple[RevocationList, ...] = ()
    passed_over: tuple[PassedOver, ...] = ()
