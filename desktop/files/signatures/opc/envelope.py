"""Read a part that holds a signature so strictly that it can be read in one way only.

Whatever was signed is found where Office puts it, never by looking for it: a moved or
doubled element is how signatures are wrapped around what nobody signed.
"""

import datetime as dt
from base64 import b64decode, b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

from desktop.files.signatures.opc.markup import parse
from desktop.files.signatures.opc.names import (
    C14N,
    CLAIMED_ROLES,
    DSIG,
    EXCLUSIVE,
    FIELD_ROLES,
    MDSSI,
    XADES,
)
from desktop.files.signatures.opc.parts import UnfitError
from desktop.records.signing import SignerRole

Element = etree._Element  # noqa: SLF001  the library names it nowhere else

SIZE_LIMIT: Final = 4_000_000
"""Bytes of a signature; one of ours is about seven thousand, pictures take more."""
_REFERENCE_LIMIT: Final = 20
_CERTIFICATE_LIMIT: Final = 20

_OUTLINE: Final = ("SignedInfo", "SignatureValue", "KeyInfo", "Object")
_ONLY_ONCE: Final = (
    f"{{{DSIG}}}Signature",
    f"{{{DSIG}}}SignedInfo",
    f"{{{DSIG}}}SignatureValue",
    f"{{{DSIG}}}KeyInfo",
    f"{{{DSIG}}}Manifest",
    f"{{{XADES}}}QualifyingProperties",
    f"{{{XADES}}}SignedProperties",
)
_CANONICAL: Final = frozenset({C14N, EXCLUSIVE})
_XML: Final = "{http://www.w3.org/XML/1998/namespace}"
_ROLES: Final = FIELD_ROLES | {text: role for role, text in CLAIMED_ROLES.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """One element that is signed, and what its digest should be."""

    element: Element
    id: str
    method: str
    """Identifier of the digest."""
    digest: bytes
    canonical: str
    """Identifier of the form in which it is hashed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """Everything a signature says, as found and not yet believed."""

    info: Element
    canonical: str
    """Identifier of the form in which `info` is signed."""
    method: str
    """Identifier of how it is signed."""
    value: bytes
    signed: tuple[Signed, ...]
    manifest: Element
    manifest_signed: bool
    """Whether the list of parts is itself among what is signed."""
    certificates: tuple[bytes, ...]
    """In DER, the signer's first; the others only help."""
    stated_certificate: tuple[str, bytes] | None
    """Identifier of a digest, and that of the signer's certificate, as signed."""
    claimed_time: dt.datetime | None
    role: SignerRole | None


def read(content: bytes) -> Envelope:
    """Return what a signature says.

    Raises:
        UnfitError: `signature_malformed`, `duplicate_id`, `unsupported`; the name of
            the part is left for whoever knows it.
    """
    if len(content) > SIZE_LIMIT:
        raise UnfitError("signature_malformed", "size")
    try:
        root = parse(content)
    except ValueError as error:
        raise UnfitError("signature_malformed", "xml") from error
    _check_outline(root)
    info, value, key, *objects = root
    signed = tuple(_signed(root, objects, one) for one in _references(info))
    if len({one.id for one in signed}) < len(signed):
        raise UnfitError("signature_malformed", "Reference")
    place, manifest = _manifest(objects)
    covered = {one.element for one in signed}
    properties = _properties(root, objects)
    known = properties if properties is not None and properties in covered else None
    return Envelope(
        info=info,
        canonical=_algorithm(info, "CanonicalizationMethod", _CANONICAL),
        method=_algorithm(info, "SignatureMethod"),
        value=_bytes_of(value),
        signed=signed,
        manifest=manifest,
        manifest_signed=place in covered,
        certificates=(*_certificates(key), *_helping(objects)),
        stated_certificate=_stated_certificate(known),
        claimed_time=_time(known, place if place in covered else None),
        role=_role(known),
    )


# --- the whole ---------------------------------------------------------------


def _check_outline(root: Element) -> None:
    if root.tag != f"{{{DSIG}}}Signature":
        raise UnfitError("signature_malformed", "Signature")
    if root.getprevious() is not None or root.getnext() is not None:
        raise UnfitError("signature_malformed", "comment")
    _check_nodes(root)
    for tag in _ONLY_ONCE:
        if sum(1 for _ in root.iter(tag)) > 1:
            raise UnfitError("signature_malformed", etree.QName(tag).localname)
    names = [one.tag for one in root]
    wanted = [f"{{{DSIG}}}{name}" for name in _OUTLINE]
    if names[:4] != wanted or set(names[4:]) - {wanted[3]}:
        raise UnfitError("signature_malformed", "Signature")


def _check_nodes(root: Element) -> None:
    """Refuse what is no element, and two elements of one name to be found by."""
    seen: set[str] = set()
    for one in root.iter():
        if not isinstance(one.tag, str):
            # a comment would cut a text in two for one reader and not for another
            raise UnfitError("signature_malformed", "comment")
        for name, value in one.attrib.items():
            if str(name).startswith(_XML):  # inherited by what stands below
                raise UnfitError("unsupported", "xml:")
            if etree.QName(name).localname.casefold() != "id":
                continue
            if str(value) in seen:
                raise UnfitError("duplicate_id", str(value)[:100])
            seen.add(str(value))


# --- what is signed ----------------------------------------------------------


def _references(info: Element) -> list[Element]:
    found = list(info)
    wanted = ["CanonicalizationMethod", "SignatureMethod"]
    wanted += ["Reference"] * (len(found) - 2)
    if [one.tag for one in found] != [f"{{{DSIG}}}{name}" for name in wanted]:
        raise UnfitError("signature_malformed", "SignedInfo")
    if not 0 < len(found) - 2 <= _REFERENCE_LIMIT:
        raise UnfitError("signature_malformed", "Reference")
    return found[2:]


def _signed(root: Element, objects: list[Element], reference: Element) -> Signed:
    uri = reference.get("URI", "")
    if not uri.startswith("#"):
        raise UnfitError("unsupported", "URI")
    transforms, method, digest = reference_parts(reference)
    forms = [_canonical_form(one) for one in transforms]
    if len(forms) > 1:
        raise UnfitError("unsupported", "Transform")
    return Signed(
        element=_where_it_belongs(root, objects, str(uri[1:])),
        id=str(uri[1:]),
        method=method,
        digest=digest,
        canonical=forms[0] if forms else C14N,
    )


def reference_parts(reference: Element) -> tuple[list[Element], str, bytes]:
    """Return transforms, identifier of the digest, and digest of a reference.

    Raises:
        UnfitError: `signature_malformed`.
    """
    found = list(reference)
    transforms: list[Element] = []
    if found and found[0].tag == f"{{{DSIG}}}Transforms":
        transforms = list(found.pop(0))
    if any(one.tag != f"{{{DSIG}}}Transform" for one in transforms):
        raise UnfitError("signature_malformed", "Transforms")
    wanted = [f"{{{DSIG}}}DigestMethod", f"{{{DSIG}}}DigestValue"]
    if [one.tag for one in found] != wanted or len(found[0]):
        raise UnfitError("signature_malformed", "Reference")
    return transforms, str(found[0].get("Algorithm", "")), _bytes_of(found[1])


def _canonical_form(transform: Element) -> str:
    form = str(transform.get("Algorithm", ""))
    if form not in _CANONICAL or len(transform):
        raise UnfitError("unsupported", "Transform")
    return form


def _where_it_belongs(root: Element, objects: list[Element], name: str) -> Element:
    """Return the element of that id, in one of the two places it may stand."""
    properties = _properties(root, objects)
    places = objects if properties is None else [*objects, properties]
    for one in places:
        if one.get("Id") == name:
            return one
    raise UnfitError("signature_malformed", "URI")


def _manifest(objects: list[Element]) -> tuple[Element, Element]:
    """Return the one list of parts, and the object in which it stands."""
    for place in objects:
        found = place.find(f"{{{DSIG}}}Manifest")
        if found is not None:
            return place, found
    raise UnfitError("signature_malformed", "Manifest")


def _properties(root: Element, objects: list[Element]) -> Element | None:
    """Return what XAdES adds to the signature, if anything."""
    for place in objects:
        for one in place.iterchildren(f"{{{XADES}}}QualifyingProperties"):
            if one.get("Target", "") not in ("", f"#{root.get('Id', '')}"):
                raise UnfitError("signature_malformed", "QualifyingProperties")
            return one.find(f"{{{XADES}}}SignedProperties")
    return None


# --- who signed, and when ----------------------------------------------------


def _certificates(key: Element) -> Iterator[bytes]:
    found = list(key.iterchildren(f"{{{DSIG}}}X509Data"))
    if len(found) != 1:
        raise UnfitError("unsupported", "KeyInfo")
    certificates = list(found[0].iterchildren(f"{{{DSIG}}}X509Certificate"))
    if not 0 < len(certificates) <= _CERTIFICATE_LIMIT:
        raise UnfitError("unsupported", "KeyInfo")
    return (_bytes_of(one) for one in certificates)


def _helping(objects: list[Element]) -> Iterator[bytes]:
    """Return certificates that came along; damage in them only means less help."""
    tag = f"{{{XADES}}}EncapsulatedX509Certificate"
    found = [one for place in objects for one in place.iter(tag)]
    for one in found[:_CERTIFICATE_LIMIT]:
        try:
            yield _bytes_of(one)
        except UnfitError:
            continue


def _stated_certificate(properties: Element | None) -> tuple[str, bytes] | None:
    if properties is None:
        return None
    for name in ("SigningCertificate", "SigningCertificateV2"):
        path = "/".join(
            f"{{{XADES}}}{step}"
            for step in ("SignedSignatureProperties", name, "Cert", "CertDigest")
        )
        found = properties.find(path)
        if found is not None:
            _, method, digest = reference_parts(found)
            return method, digest
    return None


def _time(
    properties: Element | None, package_object: Element | None
) -> dt.datetime | None:
    """Return the signer's own word on the time, from what is signed alone."""
    texts = []
    if properties is not None:
        path = f"{{{XADES}}}SignedSignatureProperties/{{{XADES}}}SigningTime"
        texts.append(properties.findtext(path))
    if package_object is not None:
        path = f".//{{{MDSSI}}}SignatureTime/{{{MDSSI}}}Value"
        texts.append(package_object.findtext(path))
    for text in texts:
        try:
            moment = dt.datetime.fromisoformat(str(text).strip())
            return moment.astimezone(dt.UTC) if moment.tzinfo else None
        except (ValueError, OverflowError):
            continue
    return None


def _role(properties: Element | None) -> SignerRole | None:
    if properties is None:
        return None
    path = "/".join(
        f"{{{XADES}}}{step}"
        for step in (
            "SignedSignatureProperties",
            "SignerRole",
            "ClaimedRoles",
            "ClaimedRole",
        )
    )
    claimed = [(one.text or "").strip() for one in properties.findall(path)]
    return _ROLES.get(claimed[0]) if len(claimed) == 1 else None


# --- small pieces ------------------------------------------------------------


def _algorithm(info: Element, name: str, known: frozenset[str] = frozenset()) -> str:
    found = info.find(f"{{{DSIG}}}{name}")
    # a child could shorten what is compared, as HMACOutputLength once did
    if found is None or len(found):
        raise UnfitError("unsupported", name)
    uri = str(found.get("Algorithm", ""))
    if known and uri not in known:
        raise UnfitError("unsupported", uri[-80:])
    return uri


def _bytes_of(element: Element) -> bytes:
    """Return what a text says in base64, which must be written the one proper way."""
    text = "".join((element.text or "").split())
    try:
        value = b64decode(text, validate=True)
        proper = b64encode(value).decode() == text
    except ValueError:
        value, proper = b"", False
    if len(element) or not proper:
        raise UnfitError("signature_malformed", etree.QName(element).localname)
    return value
