"""List the certificates whose holders' signatures are believed here."""

import datetime as dt
import hashlib
from dataclasses import dataclass
from pathlib import Path

from desktop import paths
from desktop.operations.outcome import Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Pinned:
    """One pinned certificate."""

    name: str
    issuer: str
    not_after: dt.datetime
    sha256: str
    """Of the certificate in DER, in hexadecimal: what one compares by telephone."""
    shipped: bool
    """It came with the program, and not from the office's own folder."""


def own_folder() -> Path:
    """Return the folder into which an office puts certificates it believes."""
    return paths.user_folder() / "trust" / "anchors"


def read_trust() -> Outcome[tuple[Pinned, ...]]:
    """Return every pinned certificate, those that ship first.

    Raises:
        FileError: A file among them is not a certificate.
    """
    from desktop.files.signatures.trust import SHIPPED, load_trust

    shipped = load_trust(SHIPPED).anchors
    own = load_trust(own_folder().parent).anchors
    return Outcome(
        tuple(_pinned(each, shipped=each in shipped) for each in _once(shipped, own))
    )


def _once(*lists: tuple[bytes, ...]) -> tuple[bytes, ...]:
    return tuple(dict.fromkeys(each for some in lists for each in some))


def _pinned(der: bytes, *, shipped: bool) -> Pinned:
    from desktop.files.signatures import certificates

    facts = certificates.read(der)
    return Pinned(
        name=facts.name,
        issuer=facts.issuer,
        not_after=facts.not_after,
        sha256=hashlib.sha256(der).hexdigest(),
        shipped=shipped,
    )
