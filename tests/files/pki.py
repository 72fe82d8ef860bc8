"""A whole family of certificates, good and bad, made once and kept in memory."""

import datetime as dt
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    pkcs12,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from desktop.files.signatures.keys import Key, load_key
from desktop.files.signatures.trust import Trust

NOW: Final = dt.datetime.now(dt.UTC).replace(microsecond=0)
"""The moment at which all tests sign and judge: poppler knows only the clock's."""
PASSWORD: Final = "mật khẩu của Ánh"
YEAR: Final = dt.timedelta(days=365)

PrivateKey = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey
Purposes = tuple[x509.ObjectIdentifier, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """A certificate, its private key, and those above it."""

    certificate: x509.Certificate
    private: PrivateKey
    above: tuple[x509.Certificate, ...] = ()

    @property
    def der(self) -> bytes:
        """Return the certificate in DER."""
        return self.certificate.public_bytes(Encoding.DER)

    @property
    def pem(self) -> bytes:
        """Return the certificate in PEM."""
        return self.certificate.public_bytes(Encoding.PEM)

    def write_p12(self, path: Path, password: str = PASSWORD) -> Path:
        """Write a key file with the certificates above, but for the root."""
        path.write_bytes(
            pkcs12.serialize_key_and_certificates(
                b"key",
                self.private,
                self.certificate,
                self.above,
                BestAvailableEncryption(password.encode()),
            )
        )
        return path

    def key(self, folder: Path) -> Key:
        """Return the key as the program loads it."""
        return load_key(self.write_p12(folder / "key.p12"), PASSWORD)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pki:
    """Everybody there is."""

    root: Identity
    issuing: Identity
    person: Identity
    agency: Identity
    curve: Identity
    revoked: Identity
    expired: Identity
    early: Identity
    tls: Identity
    encipher: Identity
    self_signed: Identity
    impostor: Identity
    """Under another root, with the same names everywhere."""
    crls: tuple[bytes, ...]

    @property
    def trust(self) -> Trust:
        """Return trust in the root, and in nothing else."""
        return Trust(anchors=(self.root.der,))


def new_key() -> rsa.RSAPrivateKey:
    """Make a private key."""
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def named(name: str) -> x509.Name:
    """Return a subject of that common name."""
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "VN"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Cơ quan thử nghiệm"),
            x509.NameAttribute(NameOID.COMMON_NAME, name),
        ]
    )


def usage(**given: bool) -> x509.KeyUsage:
    """Return key usage with only the given bits set."""
    bits = (
        "digital_signature",
        "content_commitment",
        "key_encipherment",
        "data_encipherment",
        "key_agreement",
        "key_cert_sign",
        "crl_sign",
        "encipher_only",
        "decipher_only",
    )
    return x509.KeyUsage(**{bit: given.get(bit, False) for bit in bits})


def issue(
    name: str,
    private: PrivateKey,
    issuer: Identity | None,
    *,
    authority: bool = False,
    bits: x509.KeyUsage | None = None,
    purposes: Purposes = (),
    start: dt.datetime = NOW - YEAR,
    pointers: bool = False,
) -> Identity:
    """Issue a certificate for two years from its start."""
    signer = issuer.private if issuer else private
    builder = (
        x509.CertificateBuilder()
        .subject_name(named(name))
        .issuer_name(issuer.certificate.subject if issuer else named(name))
        .public_key(private.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(start + 2 * YEAR)
        .add_extension(
            x509.BasicConstraints(ca=authority, path_length=None), critical=True
        )
        .add_extension(
            x509.SubjectKeyIdentifier.from_public_key(private.public_key()),
            critical=False,
        )
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(signer.public_key()),
            critical=False,
        )
        .add_extension(
            bits or usage(digital_signature=True, content_commitment=True),
            critical=True,
        )
    )
    if purposes:
        builder = builder.add_extension(x509.ExtendedKeyUsage(purposes), critical=False)
    if pointers:
        for extension in _pointers():
            builder = builder.add_extension(extension, critical=False)
    certificate = builder.sign(signer, hashes.SHA256())
    above = (issuer.certificate,) if issuer and issuer.above else ()
    if authority and issuer:
        above = (issuer.certificate,)
    return Identity(certificate=certificate, private=private, above=above)


def _pointers() -> tuple[x509.ExtensionType, ...]:
    """Point into the network, where nobody may go."""
    place = x509.UniformResourceIdentifier("http://ca.invalid/list.crl")
    return (
        x509.CRLDistributionPoints(
            [
                x509.DistributionPoint(
                    full_name=[place], relative_name=None, reasons=None, crl_issuer=None
                )
            ]
        ),
        x509.AuthorityInformationAccess(
            [
                x509.AccessDescription(
                    x509.oid.AuthorityInformationAccessOID.CA_ISSUERS, place
                )
            ]
        ),
    )


def revocation_list(issuer: Identity, *revoked: Identity) -> bytes:
    """Return a list in DER, of the day before."""
    day = dt.timedelta(days=1)
    builder = (
        x509.CertificateRevocationListBuilder()
        .issuer_name(issuer.certificate.subject)
        .last_update(NOW - day)
        .next_update(NOW + 30 * day)
        .add_extension(x509.CRLNumber(1), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(
                issuer.private.public_key()
            ),
            critical=False,
        )
    )
    for one in revoked:
        builder = builder.add_revoked_certificate(
            x509.RevokedCertificateBuilder()
            .serial_number(one.certificate.serial_number)
            .revocation_date(NOW - 10 * day)
            .build()
        )
    return builder.sign(issuer.private, hashes.SHA256()).public_bytes(Encoding.DER)


def _authorities() -> tuple[Identity, Identity]:
    bits = usage(key_cert_sign=True, crl_sign=True)
    start = NOW - 10 * YEAR
    root = _long(issue("Gốc", new_key(), None, authority=True, bits=bits, start=start))
    return root, issue(
        "Cấp phát", new_key(), root, authority=True, bits=bits, start=NOW - YEAR * 3 / 2
    )


def _long(root: Identity) -> Identity:
    """Give a root the twenty years that roots have."""
    whole = root.certificate
    builder = x509.CertificateBuilder(
        issuer_name=whole.issuer,
        subject_name=whole.subject,
        public_key=whole.public_key(),
        serial_number=whole.serial_number,
        not_valid_before=whole.not_valid_before_utc,
        not_valid_after=whole.not_valid_before_utc + 20 * YEAR,
        extensions=list(whole.extensions),
    )
    certificate = builder.sign(root.private, hashes.SHA256())
    return Identity(certificate=certificate, private=root.private)


@cache
def pki() -> Pki:
    """Make everybody, once for the whole run."""
    root, issuing = _authorities()
    _, impostors = _authorities()
    shared = new_key()
    mail = (ExtendedKeyUsageOID.EMAIL_PROTECTION,)
    revoked = issue("Người bị thu hồi", shared, issuing, pointers=True)
    return Pki(
        root=root,
        issuing=issuing,
        # poppler 22 calls a good certificate doubtful when a part is missing that
        # every real one has
        person=issue(
            "Nguyễn Thị Ánh", new_key(), issuing, purposes=mail, pointers=True
        ),
        agency=issue("Phòng Văn hóa", new_key(), issuing, purposes=mail, pointers=True),
        curve=issue("Trần Văn Đức", ec.generate_private_key(ec.SECP256R1()), issuing),
        revoked=revoked,
        expired=issue("Hết hạn", shared, issuing, start=NOW - 2.1 * YEAR),
        early=issue("Chưa đến hạn", shared, issuing, start=NOW + YEAR / 10),
        tls=issue(
            "Máy chủ", shared, issuing, purposes=(ExtendedKeyUsageOID.SERVER_AUTH,)
        ),
        encipher=issue("Mã hóa", shared, issuing, bits=usage(key_encipherment=True)),
        self_signed=issue("Tự ký", shared, None),
        impostor=issue("Nguyễn Thị Ánh", shared, impostors),
        crls=(revocation_list(root), revocation_list(issuing, revoked)),
    )
