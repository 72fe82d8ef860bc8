"""Ask the lists of revoked certificates at hand, and tell up to which day they tell."""

import datetime as dt
import itertools
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final, cast

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm

from desktop.records.verification import Revocation

Confirm = Callable[[dt.datetime, tuple[bytes, ...]], Revocation]
"""Asks the library, which knows every rule of such lists: moment, and lists in DER."""

_FAULTS: Final = (ValueError, TypeError, KeyError, UnsupportedAlgorithm)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the lists tell of a certificate and of those above it."""

    state: Revocation = Revocation.NOT_CHECKED
    as_of: dt.date | None = None
    """Day of the oldest of the lists asked; what was revoked later they do not know."""


def ask(
    steps: Sequence[bytes], crls: Iterable[bytes], now: dt.datetime, confirm: Confirm
) -> Told:
    """Tell what is known of the revocation of every step below the anchor.

    A certificate that stands in a list of its issuer is revoked, however old the list
    is and whatever is missing for the others; that it is not needs a list for each
    step, none of them outdated (RFC 5280, 6.3).

    Args:
        steps: Certificates in DER, from the anchor down to the signer's.
        crls: Lists in DER, of whatever issuer.
        now: Moment at which lists must not be outdated.
        confirm: Asked when nothing speaks against the certificate.
    """
    known = [one for one in map(read_list, crls) if one is not None]
    pairs = [
        (certificate, [one for one in known if signed_by(one, issuer)])
        for issuer, certificate in _steps(steps)
    ]
    for certificate, lists in pairs:
        naming = [one for one in lists if _names(one, certificate)]
        if naming:
            return Told(state=Revocation.REVOKED, as_of=max(map(_day, naming)))
    # a list that names nobody counts as false: it has a length
    current = [
        _newest(one for one in lists if _current(one, now)) for _, lists in pairs
    ]
    asked = [one for one in current if one is not None]
    if not asked or len(asked) < len(current):
        return Told()
    state = confirm(now, tuple(map(_der, asked)))
    if state is Revocation.NOT_CHECKED:
        return Told()
    return Told(state=state, as_of=min(map(_day, asked)))


def read_list(der: bytes) -> x509.CertificateRevocationList | None:
    """Return a list of revoked certificates, or None for anything else."""
    try:
        return x509.load_der_x509_crl(der)
    except _FAULTS:
        return None


def signed_by(listed: x509.CertificateRevocationList, issuer: x509.Certificate) -> bool:
    """Tell whether this very issuer signed a list: its name alone anybody can write."""
    if listed.issuer != issuer.subject:
        return False
    try:
        return listed.is_signature_valid(cast("Any", issuer.public_key()))
    except _FAULTS:
        return False


def _steps(
    steps: Sequence[bytes],
) -> list[tuple[x509.Certificate, x509.Certificate]]:
    whole = [x509.load_der_x509_certificate(one) for one in steps]
    return list(itertools.pairwise(whole))


def _names(
    listed: x509.CertificateRevocationList, certificate: x509.Certificate
) -> bool:
    entry = listed.get_revoked_certificate_by_serial_number(certificate.serial_number)
    if entry is None:
        return False
    try:
        reason = entry.extensions.get_extension_for_class(x509.CRLReason).value.reason
    except (x509.ExtensionNotFound, *_FAULTS):
        return True
    return reason is not x509.ReasonFlags.remove_from_crl


def _current(listed: x509.CertificateRevocationList, now: dt.datetime) -> bool:
    until = listed.next_update_utc
    return listed.last_update_utc <= now and (until is None or now <= until)


def _newest(
    lists: Iterable[x509.CertificateRevocationList],
) -> x509.CertificateRevocationList | None:
    return max(lists, key=lambda one: one.last_update_utc, default=None)


def _day(listed: x509.CertificateRevocationList) -> dt.date:
    return listed.last_update_utc.astimezone().date()


def _der(listed: x509.CertificateRevocationList) -> bytes:
    from cryptography.hazmat.primitives.serialization import Encoding

    return listed.public_bytes(Encoding.DER)
