"""Check one CMS signature by itself, strictly; trust is for `chain`."""

import datetime as dt
from dataclasses import dataclass
from typing import Final

from asn1crypto import cms, x509
from pyhanko.sign.validation.generic_cms import (
    extract_certs_for_validation,
    extract_self_reported_ts,
    validate_sig_integrity,
)

DIGESTS: Final = frozenset(
    {"sha256", "sha384", "sha512", "sha3_256", "sha3_384", "sha3_512"}
)
"""What may be signed with: nothing broken, nothing shorter than 256 bits."""

_BROKEN: Final = frozenset({"md2", "md5", "sha1", "sha224"})
_SHORTEST_RSA: Final = 2048
_CURVES: Final = frozenset({"secp256r1", "secp384r1", "secp521r1"})
_MECHANISMS: Final = frozenset({"rsassa_pkcs1v15", "rsassa_pss", "ecdsa"})


class UnsupportedSignatureError(ValueError):
    """A signature of a kind that cannot be checked here: not the same as forged."""


class WeakSignatureError(UnsupportedSignatureError):
    """Made with what can be broken: whatever it says, anybody may have said it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """One signature, and the certificates in it."""

    good: bool
    """Digest and signature both hold."""
    certificate: bytes
    others: tuple[bytes, ...]
    claimed_time: dt.datetime | None


def load(data: bytes) -> cms.SignedData:
    """Return the signed data of a CMS container, which must be the whole of `data`.

    Raises:
        ValueError: Anything else.
    """
    container = cms.ContentInfo.load(data, strict=True)
    if container["content_type"].native != "signed_data":
        raise UnsupportedSignatureError
    return container["content"]


def only_signer(signed: cms.SignedData) -> cms.SignerInfo:
    """Return the one signer; none or several is not what we make or accept.

    Raises:
        UnsupportedSignatureError: Not exactly one.
    """
    signers = signed["signer_infos"]
    if len(signers) != 1:
        raise UnsupportedSignatureError
    return signers[0]


def digest_of(signer: cms.SignerInfo) -> str:
    """Return the name of the digest, when it is one we accept.

    Raises:
        WeakSignatureError: A digest that was broken.
        UnsupportedSignatureError: Another digest, or another kind of signature.
    """
    name = str(signer["digest_algorithm"]["algorithm"].native)
    if name in _BROKEN:
        raise WeakSignatureError(name)
    kind = signer["signature_algorithm"]
    if name not in DIGESTS or kind.signature_algo not in _MECHANISMS:
        raise UnsupportedSignatureError(name)
    # for PSS this is the digest of its parameters; for plain RSA there is none
    if kind["algorithm"].native != "rsassa_pkcs1v15" and kind.hash_algo != name:
        raise UnsupportedSignatureError(name)
    return name


def check(signed: cms.SignedData, digest: bytes) -> Checked:
    """Check a detached signature over content of the digest given.

    Raises:
        WeakSignatureError: The digest was broken, or the key is too short.
        UnsupportedSignatureError: Another kind of signature, key or content.
        Exception: Whatever pyHanko and asn1crypto raise on hostile input.
    """
    signer = only_signer(signed)
    digest_of(signer)
    if signed["encap_content_info"]["content"].native is not None:
        raise UnsupportedSignatureError
    found = extract_certs_for_validation(signed)
    _check_strength(found.signer_cert)
    intact, valid = validate_sig_integrity(signer, found.signer_cert, "data", digest)
    return Checked(
        good=bool(intact and valid),
        certificate=_der(found.signer_cert),
        others=tuple(_der(one) for one in found.other_certs),
        claimed_time=extract_self_reported_ts(signer),
    )


def _check_strength(certificate: x509.Certificate) -> None:
    key = certificate.public_key
    if key.algorithm == "rsa" and key.bit_size < _SHORTEST_RSA:
        raise WeakSignatureError(str(key.bit_size))
    if key.algorithm == "ec" and (
        key.curve[0] != "named" or key.curve[1] not in _CURVES
    ):
        raise UnsupportedSignatureError(str(key.curve[1]))


def _der(certificate: x509.Certificate) -> bytes:
    return bytes(certificate.dump())
