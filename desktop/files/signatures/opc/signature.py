"""Write the part that holds a signature: XML-DSig with XAdES, as Excel writes it."""

import datetime as dt
import hashlib
import re
import unicodedata
from base64 import b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from cryptography import x509
from cryptography.x509.oid import NameOID
from lxml import etree

from desktop.files.signatures.opc.manifest import Reference
from desktop.files.signatures.opc.markup import canonical
from desktop.files.signatures.opc.names import (
    C14N,
    DIGESTS,
    DSIG,
    MDSSI,
    OBJECT_TYPE,
    OFFICE,
    OFFICE_OBJECT,
    PACKAGE_OBJECT,
    RELATIONSHIP_TRANSFORM,
    SIGNATURE_ID,
    SIGNED_PROPERTIES,
    SIGNED_PROPERTIES_TYPE,
    SIGNINGS,
    XADES,
)

Element = etree._Element  # noqa: SLF001  the library names it nowhere else

_DSIG_PLAIN: Final[Any] = {None: DSIG}
_OFFICE_PLAIN: Final[Any] = {None: OFFICE}
"""No prefix, as Office writes them."""
COMMENT_LENGTH: Final = 255
"""Characters Office allows in the comment; [MS-OFFCRYPTO] 2.5.2.5."""
_UNCARRIED: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_OFFICE_FACTS: Final = (
    ("WindowsVersion", "10.0"),
    ("OfficeVersion", "16.0"),
    ("ApplicationVersion", "16.0"),
    ("Monitors", "1"),
    ("HorizontalResolution", "1920"),
    ("VerticalResolution", "1080"),
    ("ColorDepth", "32"),
    ("SignatureProviderId", "{00000000-0000-0000-0000-000000000000}"),
    ("SignatureProviderUrl", ""),
    ("SignatureProviderDetails", "9"),
    ("SignatureType", "1"),
)
"""Asked for by the schema; always the same, so that no machine is described."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """Who signs, how, and what is said of it."""

    certificate: bytes
    """Of the signer, in DER."""
    chain: tuple[bytes, ...]
    """DER of the certificates above, the issuing one first."""
    algorithm: str
    digest: str
    at: dt.datetime
    role: str = ""
    reason: str = ""
    place: str = ""

    @property
    def moment(self) -> str:
        """Return the time in UTC by whole seconds, as both places tell it."""
        return self.at.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def draw(
    references: tuple[Reference, ...], act: Act, sign: Callable[[bytes], bytes]
) -> bytes:
    """Return the part; `sign` is handed the very bytes to sign.

    Everything but what is signed last is made first, and nothing is touched after.
    """
    root = etree.Element(_dsig("Signature"), {"Id": SIGNATURE_ID}, _DSIG_PLAIN)
    package = _package_object(root, references, act)
    office = _office_object(root, act)
    signed_properties = _xades_object(root, act)
    info = _signed_info(package, office, signed_properties, act)
    root.insert(0, info)
    value = etree.Element(_dsig("SignatureValue"))
    value.text = _base64(sign(canonical(info)))
    root.insert(1, value)
    root.insert(2, _key_info(act))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _dsig(name: str) -> str:
    return f"{{{DSIG}}}{name}"


def _xades(name: str) -> str:
    return f"{{{XADES}}}{name}"


def _base64(content: bytes) -> str:
    return b64encode(content).decode()


def _add(parent: Element, tag: str, text: str = "", **attributes: str) -> Element:
    child = etree.SubElement(parent, tag, attributes)
    child.text = _carried(text) or None
    return child


def _carried(text: str) -> str:
    """Return a text on one line, in NFC, without characters XML 1.0 cannot carry."""
    composed = unicodedata.normalize("NFC", _UNCARRIED.sub(" ", text))
    return " ".join(composed.split())


def _digest(parent: Element, name: str, value: str) -> None:
    _add(parent, _dsig("DigestMethod"), Algorithm=DIGESTS[name])
    _add(parent, _dsig("DigestValue"), value)


# --- what is signed last -----------------------------------------------------


def _signed_info(
    package: Element, office: Element, properties: Element, act: Act
) -> Element:
    info = etree.Element(_dsig("SignedInfo"), nsmap=_DSIG_PLAIN)
    _add(info, _dsig("CanonicalizationMethod"), Algorithm=C14N)
    method = SIGNINGS[act.algorithm, act.digest]
    _add(info, _dsig("SignatureMethod"), Algorithm=method)
    for signed, kind in (
        (package, OBJECT_TYPE),
        (office, OBJECT_TYPE),
        (properties, SIGNED_PROPERTIES_TYPE),
    ):
        reference = _add(info, _dsig("Reference"), Type=kind)
        reference.set("URI", f"#{signed.get('Id')}")
        if signed is properties:
            transforms = _add(reference, _dsig("Transforms"))
            _add(transforms, _dsig("Transform"), Algorithm=C14N)
        digest = hashlib.new(act.digest, canonical(signed)).digest()
        _digest(reference, act.digest, _base64(digest))
    return info


def _key_info(act: Act) -> Element:
    info = etree.Element(_dsig("KeyInfo"))
    data = _add(info, _dsig("X509Data"))
    _add(data, _dsig("X509Certificate"), _base64(act.certificate))
    return info


# --- the parts of the workbook, and when it was signed ------------------------


def _package_object(
    root: Element, references: tuple[Reference, ...], act: Act
) -> Element:
    package = _add(root, _dsig("Object"), Id=PACKAGE_OBJECT)
    manifest = _add(package, _dsig("Manifest"))
    for one in references:
        reference = _add(manifest, _dsig("Reference"), URI=one.uri)
        if one.ids:
            _relationship_transforms(reference, one.ids)
        _digest(reference, act.digest, one.digest)
    place = _signature_property(package, "idSignatureTime")
    time = etree.SubElement(place, f"{{{MDSSI}}}SignatureTime", nsmap={"mdssi": MDSSI})
    _add(time, f"{{{MDSSI}}}Format", "YYYY-MM-DDThh:mm:ssTZD")
    _add(time, f"{{{MDSSI}}}Value", act.moment)
    return package


def _relationship_transforms(reference: Element, ids: tuple[str, ...]) -> None:
    transforms = _add(reference, _dsig("Transforms"))
    chosen = _add(transforms, _dsig("Transform"), Algorithm=RELATIONSHIP_TRANSFORM)
    for one in ids:
        etree.SubElement(
            chosen,
            f"{{{MDSSI}}}RelationshipReference",
            {"SourceId": one},
            {"mdssi": MDSSI},
        )
    _add(transforms, _dsig("Transform"), Algorithm=C14N)


def _signature_property(parent: Element, name: str) -> Element:
    properties = _add(parent, _dsig("SignatureProperties"))
    place = _add(properties, _dsig("SignatureProperty"), Id=name)
    place.set("Target", f"#{SIGNATURE_ID}")
    return place


# --- what Office asks for ------------------------------------------------------


def _office_object(root: Element, act: Act) -> Element:
    office = _add(root, _dsig("Object"), Id=OFFICE_OBJECT)
    place = _signature_property(office, "idOfficeV1Details")
    info = etree.SubElement(place, f"{{{OFFICE}}}SignatureInfoV1", nsmap=_OFFICE_PLAIN)
    for name in ("SetupID", "SignatureText", "SignatureImage"):
        _add(info, f"{{{OFFICE}}}{name}")
    comment = _carried(act.reason)[:COMMENT_LENGTH]
    for name, value in (("SignatureComments", comment), *_OFFICE_FACTS):
        _add(info, f"{{{OFFICE}}}{name}", value)
    return office


# --- what XAdES asks for; ETSI TS 101 903 v1.3.2 ------------------------------


def _xades_object(root: Element, act: Act) -> Element:
    """Add what is said of the signing; the part that is signed is returned."""
    place = _add(root, _dsig("Object"))
    qualifying = etree.SubElement(
        place,
        _xades("QualifyingProperties"),
        {"Target": f"#{SIGNATURE_ID}"},
        {"xd": XADES},
    )
    properties = _add(qualifying, _xades("SignedProperties"), Id=SIGNED_PROPERTIES)
    said = _add(properties, _xades("SignedSignatureProperties"))
    _add(said, _xades("SigningTime"), act.moment)
    _signing_certificate(said, act)
    policy = _add(said, _xades("SignaturePolicyIdentifier"))
    _add(policy, _xades("SignaturePolicyImplied"))
    if act.place:
        _add(_add(said, _xades("SignatureProductionPlace")), _xades("City"), act.place)
    if act.role:
        roles = _add(_add(said, _xades("SignerRole")), _xades("ClaimedRoles"))
        _add(roles, _xades("ClaimedRole"), act.role)
    if act.chain:
        _certificate_values(qualifying, act.chain)
    return properties


def _signing_certificate(parent: Element, act: Act) -> None:
    certificate = x509.load_der_x509_certificate(act.certificate)
    cert = _add(_add(parent, _xades("SigningCertificate")), _xades("Cert"))
    digest = hashlib.new(act.digest, act.certificate).digest()
    _digest(_add(cert, _xades("CertDigest")), act.digest, _base64(digest))
    serial = _add(cert, _xades("IssuerSerial"))
    _add(serial, _dsig("X509IssuerName"), issuer_name(certificate))
    _add(serial, _dsig("X509SerialNumber"), str(certificate.serial_number))


def issuer_name(certificate: x509.Certificate) -> str:
    """Return the issuer's name, the most specific part first, as XML-DSig asks."""
    short: Mapping[x509.ObjectIdentifier, str] = {NameOID.EMAIL_ADDRESS: "E"}
    return ", ".join(
        one.rfc4514_string(short) for one in reversed(certificate.issuer.rdns)
    )


def _certificate_values(qualifying: Element, chain: tuple[bytes, ...]) -> None:
    unsigned = _add(
        _add(qualifying, _xades("UnsignedProperties")),
        _xades("UnsignedSignatureProperties"),
    )
    values = _add(unsigned, _xades("CertificateValues"))
    for one in chain:
        _add(values, _xades("EncapsulatedX509Certificate"), _base64(one))
