"""Put together the certificates above a signer's, so that others can follow them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.serialization import Encoding

from desktop.files.signatures.keys import Key
from desktop.files.signatures.trust import Trust

HIGHEST: Final = 8
"""Certificates above a signer's; a national hierarchy has two or three."""


def issuers(certificate: bytes, known: Iterable[bytes]) -> tuple[bytes, ...]:
    """Return the certificates above one, its issuer's first, as far as they are known.

    Each is taken by the signature that it made, never by its name alone.
    """
    authorities = tuple(_authorities(known))
    found: list[x509.Certificate] = []
    at = x509.load_der_x509_certificate(certificate)
    while len(found) < HIGHEST and not issued_by(at, at):
        above = next((one for one in authorities if issued_by(at, one)), None)
        if above is None or above in found:
            break
        found.append(above)
        at = above
    return tuple(one.public_bytes(Encoding.DER) for one in found)


def complete(key: Key, trust: Trust) -> Key:
    """Return the key with the certificates above it, from what we know where it lacks.

    What came with the key and leads nowhere is left out.
    """
    known = (*key.chain, *trust.intermediates, *trust.anchors)
    return replace(key, chain=issuers(key.certificate, known))


def is_own_issuer(certificate: bytes) -> bool:
    """Tell whether a certificate is signed by its own key."""
    read = x509.load_der_x509_certificate(certificate)
    return issued_by(read, read)


def is_authority(certificate: bytes) -> bool:
    """Tell whether a certificate is one that issues others.

    Raises:
        ValueError: It cannot be read.
    """
    try:
        read = x509.load_der_x509_certificate(certificate)
        return read.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    except x509.ExtensionNotFound:
        return False


def issued_by(certificate: x509.Certificate, issuer: x509.Certificate) -> bool:
    """Tell whether a certificate bears another one's name and signature."""
    try:
        certificate.verify_directly_issued_by(issuer)
    except (ValueError, TypeError, InvalidSignature):
        return False
    return True


def _authorities(known: Iterable[bytes]) -> Iterator[x509.Certificate]:
    for der in dict.fromkeys(known):
        try:
            if is_authority(der):
                yield x509.load_der_x509_certificate(der)
        except ValueError:
            continue  # of a foreign hand; a path without it may still be whole
