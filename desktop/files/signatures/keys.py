"""Signing keys: read a PKCS#12 file, and make one that is only for trying out."""

import datetime as dt
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, Protocol

from desktop.errors import SignatureError

if TYPE_CHECKING:
    from cryptography import x509
    from cryptography.hazmat.primitives.serialization import pkcs12

Algorithm = Literal["rsa", "ec"]
Scheme = Literal["plain", "pss"]
"""How RSA pads what it signs: PKCS#1 v1.5, or PSS; a curve knows no such choice."""


class SignRaw(Protocol):
    """The power to sign."""

    def __call__(self, data: bytes, digest: str, scheme: Scheme = "plain") -> bytes:
        """Sign data, hashed by the named algorithm; ECDSA in DER.

        Raises:
            SignatureError: The key is out of reach, such as a token pulled out.
        """


SIZE_LIMIT: Final = 1_000_000
"""Bytes; a key file is a few thousand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """A certificate and the power to sign for it, wherever the private key lives."""

    name: str
    """Common name in the certificate."""
    issuer: str
    not_before: dt.datetime
    not_after: dt.datetime
    test: bool
    """A throw-away key, whose certificate says so."""
    certificate: bytes = field(repr=False)
    """DER."""
    chain: tuple[bytes, ...] = field(repr=False)
    """DER of the other certificates that came with it."""
    algorithm: Algorithm
    sign: SignRaw = field(repr=False, compare=False)
    """Holds the private key, or the way to it, and shows nothing of it."""
    token: bool = False
    """The private key lives in a token and never leaves it."""


def load_key(path: Path, password: str) -> Key:
    """Read the key in a PKCS#12 file (`.p12`, `.pfx`).

    Raises:
        SignatureError: `key_missing`; `key_unreadable` when it is not such a file or
            holds no key that can sign; `wrong_password`.
    """
    data = _bytes_of(path)
    bundle = _open(data, password, path.name)
    if bundle.cert is None or bundle.key is None:
        raise SignatureError("key_unreadable", path.name)
    return _key(
        bundle.cert.certificate,
        tuple(one.certificate for one in bundle.additional_certs),
        bundle.key,
        path.name,
    )


def _bytes_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(SIZE_LIMIT + 1)
    except FileNotFoundError as error:
        raise SignatureError("key_missing", path.name) from error
    except OSError as error:
        raise SignatureError("key_unreadable", path.name) from error
    if len(data) > SIZE_LIMIT:
        raise SignatureError("key_unreadable", path.name)
    return data


def _open(data: bytes, password: str, name: str) -> "pkcs12.PKCS12KeyAndCertificates":
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.serialization import pkcs12

    if not _is_pkcs12(data):
        raise SignatureError("key_unreadable", name)
    composed = unicodedata.normalize("NFC", password)
    for spelled in dict.fromkeys((password, composed)):
        try:
            return pkcs12.load_pkcs12(data, spelled.encode())
        except UnsupportedAlgorithm as error:
            raise SignatureError("key_unreadable", name) from error
        except ValueError:
            continue  # the same error for a wrong password as for damage inside
    raise SignatureError("wrong_password", name)


def _is_pkcs12(data: bytes) -> bool:
    """Tell by the outer shape, which no password hides."""
    from asn1crypto.pkcs12 import Pfx

    try:
        store = Pfx.load(data, strict=True)
        return bool(
            store["version"].native == "v3"
            and store["auth_safe"]["content_type"].native == "data"
            and store.authenticated_safe is not None
        )
    except (ValueError, TypeError, KeyError):
        return False


def _key(
    certificate: "x509.Certificate",
    others: tuple["x509.Certificate", ...],
    private: object,
    name: str,
) -> Key:
    from cryptography.hazmat.primitives.serialization import Encoding

    signing = _signing(private, name)
    chain = tuple(one.public_bytes(Encoding.DER) for one in others)
    try:
        return key_of(certificate.public_bytes(Encoding.DER), chain, signing)
    except ValueError as error:
        raise SignatureError("key_unreadable", name) from error


def key_of(
    certificate: bytes,
    chain: tuple[bytes, ...],
    signing: tuple[Algorithm, SignRaw],
    *,
    token: bool = False,
) -> Key:
    """Return the key of a certificate in DER, as it tells of itself.

    Raises:
        ValueError: It is not a certificate, or one too odd to be understood.
    """
    from desktop.files.signatures import certificates

    facts = certificates.read(certificate)
    algorithm, sign = signing
    return Key(
        name=facts.name,
        issuer=facts.issuer,
        not_before=facts.not_before,
        not_after=facts.not_after,
        test=facts.test,
        certificate=certificate,
        chain=chain,
        algorithm=algorithm,
        sign=sign,
        token=token,
    )


def _signing(private: object, name: str) -> tuple[Algorithm, SignRaw]:
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa

    digests = {
        "sha256": hashes.SHA256(),
        "sha384": hashes.SHA384(),
        "sha512": hashes.SHA512(),
    }
    if isinstance(private, rsa.RSAPrivateKey):
        rsa_key = private

        def sign_rsa(data: bytes, digest: str, scheme: Scheme = "plain") -> bytes:
            kind = digests[digest]
            if scheme == "plain":
                return rsa_key.sign(data, padding.PKCS1v15(), kind)
            # RFC 4055: the salt is as long as the digest, and nobody expects another
            mask = padding.PSS(padding.MGF1(kind), kind.digest_size)
            return rsa_key.sign(data, mask, kind)

        return "rsa", sign_rsa
    if isinstance(private, ec.EllipticCurvePrivateKey):
        ec_key = private

        def sign_ec(
            data: bytes,
            digest: str,
            scheme: Scheme = "plain",  # noqa: ARG001  a curve has one way
        ) -> bytes:
            return ec_key.sign(data, ec.ECDSA(digests[digest]))

        return "ec", sign_ec
    raise SignatureError("key_unreadable", name)


def make_test_key(
    path: Path, *, name: str, organisation: str, password: str, now: dt.datetime
) -> Path:
    """Write a key file good for one year, whose certificate says it is a test.

    The authority behind it is made for it alone and forgotten.

    Raises:
        OSError: The file cannot be written.
    """
    from desktop.files.signatures.throwaway import make_bundle

    path.write_bytes(
        make_bundle(name=name, organisation=organisation, password=password, now=now)
    )
    return path
