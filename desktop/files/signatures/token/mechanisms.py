"""How a token is asked to sign: the ways to try, from the best to the barest.

Some tokens hash what they sign themselves; some sign only what was hashed before, which
is then laid out here (RFC 8017, section 9.2; PKCS#11 2.40, sections 2.1.6 and 2.3.1).
"""

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from pkcs11 import Mechanism

DIGEST_INFO: Final = {
    "sha256": bytes.fromhex("3031300d060960864801650304020105000420"),
    "sha384": bytes.fromhex("3041300d060960864801650304020205000430"),
    "sha512": bytes.fromhex("3051300d060960864801650304020305000440"),
}
"""What stands before a digest; the two bytes 05 00 are the NULL Java forgives."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way of asking for a signature."""

    mechanism: "Mechanism"
    data: bytes
    parameter: Any = None


def ways(
    data: bytes, digest: str, *, curve: int = 0, pss: bool = False
) -> tuple[Way, ...]:
    """Return the ways to sign, in the order in which they are to be tried.

    Args:
        data: What is signed, not hashed yet.
        digest: Name of the digest.
        curve: Bytes of the order of the curve; 0 for RSA.
        pss: Pad by RSASSA-PSS, where the key is RSA.

    Raises:
        KeyError: The digest is not one we sign with.
    """
    if digest not in DIGEST_INFO:
        raise KeyError(digest)
    if curve:
        return _on_a_curve(data, digest, curve)
    return _by_pss(data, digest) if pss else _by_pkcs1(data, digest)


def _by_pkcs1(data: bytes, digest: str) -> tuple[Way, ...]:
    from pkcs11 import Mechanism

    info = DIGEST_INFO[digest] + hashlib.new(digest, data).digest()
    return (
        Way(Mechanism[f"{digest.upper()}_RSA_PKCS"], data),
        Way(Mechanism.RSA_PKCS, info),
    )


def _by_pss(data: bytes, digest: str) -> tuple[Way, ...]:
    from pkcs11 import MGF, Mechanism

    name, hashed = digest.upper(), hashlib.new(digest, data).digest()
    # RFC 4055: the salt is as long as the digest, and nobody expects another
    parameter = (Mechanism[name], MGF[name], len(hashed))
    return (
        Way(Mechanism[f"{name}_RSA_PKCS_PSS"], data, parameter),
        Way(Mechanism.RSA_PKCS_PSS, hashed, parameter),
    )


def _on_a_curve(data: bytes, digest: str, curve: int) -> tuple[Way, ...]:
    from pkcs11 import Mechanism

    hashed = hashlib.new(digest, data).digest()[:curve]  # FIPS 186-5, section 6.4.1
    return (
        Way(Mechanism.ECDSA, hashed),
        Way(Mechanism[f"ECDSA_{digest.upper()}"], data),
    )
