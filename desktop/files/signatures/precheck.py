"""Look at a key before it signs: the signing library would take any."""

import datetime as dt
from typing import Final

from desktop.errors import SignatureError
from desktop.files.signatures.keys import Key
from desktop.files.signatures.trust import Trust

SOON: Final = dt.timedelta(days=30)
_PROBE: Final = b"a key must fit its certificate"


def precheck(
    key: Key, trust: Trust, now: dt.datetime, *, demand_trust: bool = False
) -> tuple[str, ...]:
    """Refuse a key that cannot sign; return the keys of what is doubtful.

    Doubts: `test_key`, `untrusted` (its root is not pinned), `expires_soon`,
    `revoked`, which is refused when trust is demanded. An office key whose root
    is not pinned yet may sign, because the signature can be judged by others.

    Raises:
        SignatureError: `not_yet_valid`, `expired`, `usage`, `key_mismatch`;
            `untrusted` only when trust is demanded.
    """
    from desktop.files.signatures import certificates
    from desktop.files.signatures.chain import stand
    from desktop.records.verification import Chain, Revocation

    _check_dates(key, now)
    if not certificates.read(key.certificate).signs:
        raise SignatureError("usage", key.name)
    if not fits(key):
        raise SignatureError("key_mismatch", key.name)
    standing = stand(key.certificate, key.chain, trust, now=now)
    revoked = standing.revocation is Revocation.REVOKED
    if demand_trust and (revoked or standing.chain is not Chain.PINNED):
        raise SignatureError("untrusted", key.name, key.issuer)
    doubts = (
        ("test_key", key.test),
        ("untrusted", standing.chain not in {Chain.PINNED, Chain.TEST}),
        ("revoked", revoked),
        ("expires_soon", key.not_after - now < SOON),
    )
    return tuple(name for name, doubtful in doubts if doubtful)


def _check_dates(key: Key, now: dt.datetime) -> None:
    if now < key.not_before:
        raise SignatureError("not_yet_valid", key.name, key.not_before.isoformat())
    if now > key.not_after:
        raise SignatureError("expired", key.name, key.not_after.isoformat())


def fits(key: Key) -> bool:
    """Tell whether what the key signs, its certificate confirms."""
    from cryptography import x509
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa

    public = x509.load_der_x509_certificate(key.certificate).public_key()
    signature = key.sign(_PROBE, "sha256")
    try:
        if isinstance(public, rsa.RSAPublicKey):
            public.verify(signature, _PROBE, padding.PKCS1v15(), hashes.SHA256())
            return True
        if isinstance(public, ec.EllipticCurvePublicKey):
            public.verify(signature, _PROBE, ec.ECDSA(hashes.SHA256()))
            return True
    except InvalidSignature:
        return False
    return False
