"""Hash and check signatures by the identifiers of XML-DSig; only what still holds."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

from desktop.files.signatures.opc import names
from desktop.files.signatures.opc.parts import UnfitError

LEAST_RSA_BITS: Final = 2048
_SHA1: Final = "sha1"
"""Broken: what is made with it is checked, and told to be weak."""

_DIGESTS: Final = {uri: name for name, uri in names.DIGESTS.items()} | {
    f"{names.DSIG}sha1": _SHA1
}
_SIGNINGS: Final = {uri: pair for pair, uri in names.SIGNINGS.items()} | {
    f"{names.DSIG}rsa-sha1": ("rsa", _SHA1),
    "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha1": ("ec", _SHA1),
}
_HASHES: Final = {
    "sha1": hashes.SHA1(),  # noqa: S303  told to be weak
    "sha256": hashes.SHA256(),
    "sha384": hashes.SHA384(),
    "sha512": hashes.SHA512(),
}
_CURVES: Final = (ec.SECP256R1, ec.SECP384R1, ec.SECP521R1)
_ALGORITHM_IDS: Final = {
    "sha1": bytes.fromhex("06052b0e03021a"),
    "sha256": bytes.fromhex("0609608648016503040201"),
    "sha384": bytes.fromhex("0609608648016503040202"),
    "sha512": bytes.fromhex("0609608648016503040203"),
}

PublicKey = rsa.RSAPublicKey | ec.EllipticCurvePublicKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """How a signature was made."""

    algorithm: str
    """`rsa` or `ec`."""
    digest: str


def digest_named(uri: str) -> str:
    """Return the name `hashlib` has for a digest.

    Raises:
        UnfitError: `unsupported`.
    """
    try:
        return _DIGESTS[uri]
    except KeyError:
        raise UnfitError("unsupported", uri[-80:]) from None


def method_named(uri: str) -> Method:
    """Return how a signature was made, by its identifier.

    Raises:
        UnfitError: `unsupported`, such as PSS, which is not used in workbooks.
    """
    try:
        algorithm, digest = _SIGNINGS[uri]
    except KeyError:
        raise UnfitError("unsupported", uri[-80:]) from None
    return Method(algorithm=algorithm, digest=digest)


def hashed(data: bytes, digest: str) -> bytes:
    """Return the digest of data by the name `hashlib` has for it."""
    return hashlib.new(digest, data).digest()


def key_in(certificate: bytes) -> PublicKey:
    """Return the public key of a certificate in DER.

    Raises:
        UnfitError: `signature_malformed`, `unsupported`.
    """
    try:
        key = x509.load_der_x509_certificate(certificate).public_key()
    except UnsupportedAlgorithm as error:
        raise UnfitError("unsupported", "key") from error
    except ValueError as error:
        raise UnfitError("signature_malformed", "X509Certificate") from error
    if isinstance(key, rsa.RSAPublicKey):
        return key
    if isinstance(key, ec.EllipticCurvePublicKey) and isinstance(key.curve, _CURVES):
        return key
    raise UnfitError("unsupported", "key")


def weaknesses(method: Method, key: PublicKey) -> Iterator[str]:
    """Name what could be broken of a signature, though it holds."""
    if method.digest == _SHA1:
        yield _SHA1
    if isinstance(key, rsa.RSAPublicKey) and key.key_size < LEAST_RSA_BITS:
        yield f"rsa{key.key_size}"


def is_weak(digest: str) -> bool:
    """Tell whether a digest can be broken."""
    return digest == _SHA1


def check(method: Method, key: PublicKey, value: bytes, data: bytes) -> None:
    """Check the value of a signature over data.

    Raises:
        UnfitError: `signature_value_wrong`, or `unsupported` for one that only a
            more lenient reader takes for right.
    """
    fitting = "rsa" if isinstance(key, rsa.RSAPublicKey) else "ec"
    if fitting != method.algorithm:
        raise UnfitError("signature_value_wrong")
    try:
        if isinstance(key, rsa.RSAPublicKey):
            _check_rsa(method, key, value, data)
        else:
            key.verify(_der(value, key), data, ec.ECDSA(_HASHES[method.digest]))
    except InvalidSignature as error:
        raise UnfitError("signature_value_wrong") from error
    except UnsupportedAlgorithm as error:
        raise UnfitError("unsupported", method.digest) from error


def _der(value: bytes, key: ec.EllipticCurvePublicKey) -> bytes:
    """Return r and s, of equal length and joined in XML-DSig, as the library asks."""
    size = (key.key_size + 7) // 8
    if len(value) != 2 * size:
        raise InvalidSignature
    first, second = value[:size], value[size:]
    return encode_dss_signature(int.from_bytes(first), int.from_bytes(second))


def _check_rsa(
    method: Method, key: rsa.RSAPublicKey, value: bytes, data: bytes
) -> None:
    try:
        key.verify(value, data, padding.PKCS1v15(), _HASHES[method.digest])
    except InvalidSignature:
        if _lacks_null(method, key, value, data):
            raise UnfitError("unsupported", "DigestInfo") from None
        raise


def _lacks_null(
    method: Method, key: rsa.RSAPublicKey, value: bytes, data: bytes
) -> bool:
    """Tell whether all is right but for the parameter left out of the DigestInfo.

    RFC 8017, 9.2, note 1: some signers leave it out, and some readers take it.
    """
    try:
        found = key.recover_data_from_signature(value, padding.PKCS1v15(), None)
    except InvalidSignature:
        return False
    return found == _digest_info(method.digest, hashed(data, method.digest))


def _digest_info(digest: str, value: bytes) -> bytes:
    identifier = _ALGORITHM_IDS[digest]
    kind = b"\x30" + bytes([len(identifier)]) + identifier
    octets = b"\x04" + bytes([len(value)]) + value
    return b"\x30" + bytes([len(kind) + len(octets)]) + kind + octets
