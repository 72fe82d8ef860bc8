"""Make of what a token holds certificates to choose from, and a key to sign with."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

from desktop.errors import SignatureError
from desktop.files.signatures import certificates
from desktop.files.signatures.issuers import is_authority, issuers
from desktop.files.signatures.keys import Algorithm, Key, Scheme, key_of
from desktop.files.signatures.token.found import TokenCertificate


class SignOnToken(Protocol):
    """Have a token sign."""

    def __call__(self, data: bytes, digest: str, *, curve: int, pss: bool) -> bytes:
        """Return the raw signature; on a curve of so many bytes r, then s."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Somebody whose certificate is on a token, and the certificates above it."""

    certificate: TokenCertificate
    chain: tuple[bytes, ...]


def holders(found: Iterable[tuple[str, bytes]]) -> tuple[Holder, ...]:
    """Return whoever can be chosen, from CKA_ID and DER of every certificate.

    Authorities are told from holders by what their certificates say; a certificate
    that cannot be read, and one without an id, is nobody's.
    """
    read = [(key_id, der, _authority(der)) for key_id, der in sorted(found)]
    above = tuple(der for _, der, authority in read if authority)
    return tuple(
        Holder(certificate=_facts(key_id, der), chain=issuers(der, above))
        for key_id, der, authority in read
        if key_id and authority is False
    )


def _authority(der: bytes) -> bool | None:
    try:
        certificates.read(der)
        return is_authority(der)
    except ValueError:
        return None


def _facts(key_id: str, der: bytes) -> TokenCertificate:
    facts = certificates.read(der)
    return TokenCertificate(
        key_id=key_id,
        name=facts.name,
        issuer=facts.issuer,
        not_before=facts.not_before,
        not_after=facts.not_after,
        signs=facts.signs,
        certificate=der,
    )


def token_key(holder: Holder, sign_on_token: SignOnToken) -> Key:
    """Return the key of a holder, which signs on the token.

    Raises:
        SignatureError: `key_unusable`, for a key that is neither RSA nor on a curve.
    """
    found = holder.certificate
    width = _curve(found)

    def sign(data: bytes, digest: str, scheme: Scheme = "plain") -> bytes:
        pss = scheme == "pss" and not width
        raw = sign_on_token(data, digest, curve=width, pss=pss)
        return _in_der(raw) if width else raw

    algorithm: Algorithm = "ec" if width else "rsa"
    return key_of(found.certificate, holder.chain, (algorithm, sign), token=True)


def _curve(found: TokenCertificate) -> int:
    """Return the bytes of the order of a curve; 0 for RSA."""
    public = x509.load_der_x509_certificate(found.certificate).public_key()
    if isinstance(public, ec.EllipticCurvePublicKey):
        return (public.curve.key_size + 7) // 8
    if isinstance(public, rsa.RSAPublicKey):
        return 0
    raise SignatureError("key_unusable", found.name)


def _in_der(raw: bytes) -> bytes:
    """Return r and s, one after the other, as the two numbers of Dss-Sig-Value."""
    half = len(raw) // 2
    return encode_dss_signature(
        int.from_bytes(raw[:half], "big"), int.from_bytes(raw[half:], "big")
    )
