"""What a token tells before anybody logs in."""

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum


class PinState(StrEnum):
    """What a token says of its PIN (CK_TOKEN_INFO); some tokens never say."""

    FINE = "fine"
    LOW = "low"
    """A wrong PIN was given since the last right one."""
    LAST_TRY = "last_try"
    """One more wrong PIN locks it."""
    LOCKED = "locked"
    NOT_SET = "not_set"
    """Nobody has given it a PIN yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A token in a slot."""

    serial: str
    """By which it is chosen; labels may be alike."""
    label: str
    model: str
    manufacturer: str
    pin: PinState
    pin_pad: bool = False
    """The PIN is typed on the device and never passes through here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenCertificate:
    """A certificate on a token, by which its holder can be known."""

    key_id: str
    """CKA_ID in hexadecimal, which certificate and private key share."""
    name: str
    """Common name of the holder."""
    issuer: str
    not_before: dt.datetime
    not_after: dt.datetime
    signs: bool
    """Whether its declared purposes allow signing documents."""
    certificate: bytes = field(repr=False)
    """DER."""

    def holds(self, now: dt.datetime) -> bool:
        """Tell whether it is within its dates."""
        return self.not_before <= now <= self.not_after
