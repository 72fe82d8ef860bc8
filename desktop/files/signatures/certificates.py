"""Read what a certificate says of itself; whether it is believed is for `chain`."""

import datetime as dt
import tomllib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final

from cryptography import x509
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from desktop.paths import DATA
from desktop.rules.vietnamese import harmless_line

SIGNING_PURPOSES: Final = frozenset(
    {
        ExtendedKeyUsageOID.EMAIL_PROTECTION,
        ExtendedKeyUsageOID.CLIENT_AUTH,
        ExtendedKeyUsageOID.ANY_EXTENDED_KEY_USAGE,
        x509.ObjectIdentifier("1.3.6.1.4.1.311.10.3.12"),  # Microsoft, documents
        x509.ObjectIdentifier("1.3.6.1.5.5.7.3.36"),  # RFC 9336, documents
    }
)
"""Extended purposes of which one must be present, if any is named at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TestMark:
    """The two marks of a throw-away test certificate."""

    policy: x509.ObjectIdentifier
    mark: str
    """Organisational unit, and the end of the common name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a certificate says of itself."""

    name: str
    issuer: str
    not_before: dt.datetime
    not_after: dt.datetime
    test: bool
    signs: bool
    """Whether its declared purposes allow signing documents."""


@cache
def test_mark() -> TestMark:
    """Return the marks that `data/trust/test.toml` gives to test certificates."""
    with (DATA / "trust" / "test.toml").open("rb") as file:
        table = tomllib.load(file)
    return TestMark(
        policy=x509.ObjectIdentifier(table["policy"]),
        mark=unicodedata.normalize("NFC", table["mark"]),
    )


def read(der: bytes) -> Facts:
    """Return the facts of one certificate in DER.

    Raises:
        ValueError: It is not a certificate, or one too odd to be understood.
    """
    certificate = x509.load_der_x509_certificate(der)
    return Facts(
        name=common_name(certificate.subject),
        issuer=common_name(certificate.issuer),
        not_before=certificate.not_valid_before_utc,
        not_after=certificate.not_valid_after_utc,
        test=_is_test(certificate),
        signs=_may_sign(certificate.extensions),
    )


def common_name(name: x509.Name) -> str:
    """Return the common name, else the organisation, else everything there is.

    Whoever makes a certificate writes into it what he likes.
    """
    texts = _texts(name, NameOID.COMMON_NAME) or _texts(name, NameOID.ORGANIZATION_NAME)
    return harmless_line(texts[0] if texts else name.rfc4514_string())


def _texts(name: x509.Name, kind: x509.ObjectIdentifier) -> list[str]:
    return [
        unicodedata.normalize("NFC", str(one.value))
        for one in name.get_attributes_for_oid(kind)
    ]


def _is_test(certificate: x509.Certificate) -> bool:
    wanted = test_mark()
    units = _texts(certificate.subject, NameOID.ORGANIZATIONAL_UNIT_NAME)
    return wanted.mark in units and wanted.policy in _policies(certificate.extensions)


def _policies(extensions: x509.Extensions) -> Iterable[x509.ObjectIdentifier]:
    try:
        found = extensions.get_extension_for_class(x509.CertificatePolicies)
    except x509.ExtensionNotFound:
        return ()
    return [one.policy_identifier for one in found.value]


def _may_sign(extensions: x509.Extensions) -> bool:
    """Tell by key usage and extended key usage; RFC 5280, 4.2.1.3 and 4.2.1.12."""
    try:
        usage = extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        usage = None
    if usage and not (usage.digital_signature or usage.content_commitment):
        return False
    try:
        purposes = extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    except x509.ExtensionNotFound:
        return True
    return not SIGNING_PURPOSES.isdisjoint(purposes)
