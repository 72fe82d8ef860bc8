"""Look at a key before it signs: the signing library would take any.

There is no way around a refusal. Whoever wants to try out signing takes a test key,
whose certificate and signatures say what they are.
"""

import datetime as dt
import secrets
from typing import Final

from desktop.errors import SignatureError
from desktop.files.signatures.keys import Key, Scheme
from desktop.files.signatures.trust import Trust

SOON: Final = dt.timedelta(days=30)
RSA_BITS: Final = 2048
CURVES: Final = frozenset({"secp256r1", "secp384r1", "secp521r1"})
"""What a check elsewhere accepts; Circular 15/2025/TT-BKHCN asks for no less."""
_MOMENT: Final = "%H:%M:%S %d/%m/%Y"
"""Seconds count where two signings follow each other."""


def precheck(
    key: Key,
    trust: Trust,
    now: dt.datetime,
    *,
    last_seen: dt.datetime | None = None,
    scheme: Scheme = "plain",
) -> tuple[str, ...]:
    """Refuse a key that must not sign; return the keys of what is doubtful.

    Doubts: `test_key`, `expires_soon`; where no root is pinned here at all,
    `untrusted`, and `no_issuer` when nobody has the certificate above the key's. The
    key may sign then, because others can judge it; once a root is pinned, the way to
    it has to be whole. A test key never has such a way, and says so itself.

    Args:
        key: It signs once, to show that it fits its certificate.
        trust: Pinned roots, helpers, and lists of what was revoked.
        now: The moment of signing.
        last_seen: When the last known signature was made; a clock that stands before
            it is wrong.
        scheme: How an RSA key is to pad.

    Raises:
        SignatureError: `clock_back`, `not_yet_valid`, `expired`, `usage`, `weak_key`,
            `key_mismatch`, `revoked`; where a root is pinned `no_issuer`,
            `issuer_expired`, `untrusted`; what a token says when it cannot sign.
    """
    from desktop.files.signatures.chain import stand
    from desktop.records.verification import Chain, Revocation

    _check_clock(now, last_seen)
    _check_dates(key, now)
    _check_kind(key)
    if not fits(key, scheme):
        raise SignatureError("key_mismatch", key.name)
    standing = stand(key.certificate, key.chain, trust, now=now)
    if standing.revocation is Revocation.REVOKED:
        raise SignatureError("revoked", key.name)
    believed = standing.chain in {Chain.PINNED, Chain.TEST}
    followed = key.test or _followed(key, trust)
    if trust.anchors and not believed:
        ended = standing.chain is Chain.EXPIRED  # the key's own dates hold
        reason = "issuer_expired" if ended else "untrusted"
        raise SignatureError(reason if followed else "no_issuer", key.name, key.issuer)
    doubts = (
        ("test_key", key.test),
        ("untrusted", not believed),
        ("no_issuer", not followed),
        ("expires_soon", key.not_after - now < SOON),
    )
    return tuple(name for name, doubtful in doubts if doubtful)


def _check_clock(now: dt.datetime, last_seen: dt.datetime | None) -> None:
    if last_seen is not None and now < last_seen:
        seen = last_seen.astimezone(now.tzinfo)
        raise SignatureError("clock_back", f"{seen:{_MOMENT}}", f"{now:{_MOMENT}}")


def _check_dates(key: Key, now: dt.datetime) -> None:
    if now < key.not_before:
        raise SignatureError("not_yet_valid", key.name, key.not_before.isoformat())
    if now > key.not_after:
        raise SignatureError("expired", key.name, key.not_after.isoformat())


def _check_kind(key: Key) -> None:
    from cryptography import x509
    from cryptography.hazmat.primitives.asymmetric import ec, rsa

    from desktop.files.signatures import certificates

    if not certificates.read(key.certificate).signs:
        raise SignatureError("usage", key.name)
    public = x509.load_der_x509_certificate(key.certificate).public_key()
    if isinstance(public, rsa.RSAPublicKey) and public.key_size < RSA_BITS:
        raise SignatureError("weak_key", key.name, f"RSA {public.key_size}")
    if (
        isinstance(public, ec.EllipticCurvePublicKey)
        and public.curve.name not in CURVES
    ):
        raise SignatureError("weak_key", key.name, public.curve.name)


def _followed(key: Key, trust: Trust) -> bool:
    """Tell whether its issuer's certificate is known, or it has none above it."""
    from desktop.files.signatures.issuers import complete, is_own_issuer

    return is_own_issuer(key.certificate) or bool(complete(key, trust).chain)


def fits(key: Key, scheme: Scheme = "plain") -> bool:
    """Tell whether what the key signs, its certificate confirms.

    Raises:
        SignatureError: The key is out of reach, or cannot sign in this way.
    """
    from cryptography import x509
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa

    probe = secrets.token_bytes(32)
    public = x509.load_der_x509_certificate(key.certificate).public_key()
    signature = key.sign(probe, "sha256", scheme)
    kind = hashes.SHA256()
    salted = padding.PSS(padding.MGF1(kind), kind.digest_size)
    try:
        if isinstance(public, rsa.RSAPublicKey):
            pad = salted if scheme == "pss" else padding.PKCS1v15()
            public.verify(signature, probe, pad, kind)
            return True
        if isinstance(public, ec.EllipticCurvePublicKey):
            public.verify(signature, probe, ec.ECDSA(kind))
            return True
    except InvalidSignature:
        return False
    return False
