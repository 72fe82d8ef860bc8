"""Make a test certificate and its key: good for trying out, trusted by nobody."""

import datetime as dt
import unicodedata
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    pkcs12,
)
from cryptography.x509.oid import NameOID

from desktop.files.signatures.certificates import test_mark

LIFE: Final = dt.timedelta(days=365)
KEY_BITS: Final = 2048
NAME_BYTES: Final = 64
"""X.520 upper bound of a common name and of a unit, counted in UTF-8 here."""


def make_bundle(
    *, name: str, organisation: str, password: str, now: dt.datetime
) -> bytes:
    """Return a PKCS#12 file with a person's key, certificate, and its authority."""
    authority_key, person_key = _new_key(), _new_key()
    authority_name = _subject("", organisation)
    authority = _authority(authority_name, authority_key, now)
    person = _person(
        _subject(name, organisation),
        person_key.public_key(),
        authority,
        authority_key,
        now,
    )
    return pkcs12.serialize_key_and_certificates(
        None,  # a file that holds one key needs no name for it
        person_key,
        person,
        [authority],
        BestAvailableEncryption(unicodedata.normalize("NFC", password).encode()),
    )


def _new_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=KEY_BITS)


def _subject(name: str, organisation: str) -> x509.Name:
    ending = f" - {test_mark().mark}"
    person = _shorten(name, NAME_BYTES - len(ending.encode()))
    parts = (
        (NameOID.COUNTRY_NAME, "VN"),
        (NameOID.ORGANIZATION_NAME, _shorten(organisation, NAME_BYTES)),
        (NameOID.ORGANIZATIONAL_UNIT_NAME, test_mark().mark),
        (NameOID.COMMON_NAME, person + ending if person else test_mark().mark),
    )
    return x509.Name([x509.NameAttribute(kind, text) for kind, text in parts if text])


def _shorten(text: str, room: int) -> str:
    """Cut between letters, to at most `room` bytes of UTF-8."""
    whole = unicodedata.normalize("NFC", text).encode()
    return whole[:room].decode(errors="ignore").strip()


def _builder(
    subject: x509.Name, key: rsa.RSAPublicKey, now: dt.datetime
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now.astimezone(dt.UTC) - dt.timedelta(days=1))
        .not_valid_after(now.astimezone(dt.UTC) + LIFE)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)
        .add_extension(
            x509.CertificatePolicies(
                [x509.PolicyInformation(test_mark().policy, None)]
            ),
            critical=False,
        )
    )


def _authority(
    subject: x509.Name, key: rsa.RSAPrivateKey, now: dt.datetime
) -> x509.Certificate:
    builder = _builder(subject, key.public_key(), now).issuer_name(subject)
    return (
        builder.add_extension(
            x509.BasicConstraints(ca=True, path_length=0), critical=True
        )
        .add_extension(_usage(authority=True), critical=True)
        .sign(key, hashes.SHA256())
    )


def _person(
    subject: x509.Name,
    key: rsa.RSAPublicKey,
    authority: x509.Certificate,
    authority_key: rsa.RSAPrivateKey,
    now: dt.datetime,
) -> x509.Certificate:
    builder = _builder(subject, key, now).issuer_name(authority.subject)
    issuer_key = x509.AuthorityKeyIdentifier.from_issuer_public_key(
        authority_key.public_key()
    )
    return (
        builder.add_extension(
            x509.BasicConstraints(ca=False, path_length=None), critical=True
        )
        .add_extension(_usage(authority=False), critical=True)
        .add_extension(issuer_key, critical=False)
        .sign(authority_key, hashes.SHA256())
    )


def _usage(*, authority: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not authority,
        content_commitment=not authority,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=authority,
        crl_sign=authority,
        encipher_only=False,
        decipher_only=False,
    )
