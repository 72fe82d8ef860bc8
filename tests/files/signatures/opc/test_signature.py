"""The part that holds a signature has Excel's shape, and signs what stands in it."""

import datetime as dt
import hashlib
import re
from base64 import b64decode, b64encode
from dataclasses import replace
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from desktop.files.signatures.opc.manifest import Reference
from desktop.files.signatures.opc.markup import canonical
from desktop.files.signatures.opc.names import DIGESTS, DSIG, SIGNINGS
from desktop.files.signatures.opc.signature import Act, draw, issuer_name
from tests.files.pki import issue, pki

REFERENCES = (
    Reference(uri="/_rels/.rels?ContentType=t/r", digest="AA==", ids=("rId1", "rId2")),
    Reference(uri="/xl/workbook.xml?ContentType=t/w", digest="AQ=="),
)
AT = dt.datetime(2026, 10, 2, 8, 15, 0, 900_000, dt.timezone(dt.timedelta(hours=7)))
SHAPE = """
Signature Id
 SignedInfo
  CanonicalizationMethod Algorithm
  SignatureMethod Algorithm
  Reference Type URI
   DigestMethod Algorithm
   DigestValue
  Reference Type URI
   DigestMethod Algorithm
   DigestValue
  Reference Type URI
   Transforms
    Transform Algorithm
   DigestMethod Algorithm
   DigestValue
 SignatureValue
 KeyInfo
  X509Data
   X509Certificate
 Object Id
  Manifest
   Reference URI
    Transforms
     Transform Algorithm
      mdssi:RelationshipReference SourceId
      mdssi:RelationshipReference SourceId
     Transform Algorithm
    DigestMethod Algorithm
    DigestValue
   Reference URI
    DigestMethod Algorithm
    DigestValue
  SignatureProperties
   SignatureProperty Id Target
    mdssi:SignatureTime
     mdssi:Format
     mdssi:Value
 Object Id
  SignatureProperties
   SignatureProperty Id Target
    SignatureInfoV1
     SetupID
     SignatureText
     SignatureImage
     SignatureComments
     WindowsVersion
     OfficeVersion
     ApplicationVersion
     Monitors
     HorizontalResolution
     VerticalResolution
     ColorDepth
     SignatureProviderId
     SignatureProviderUrl
     SignatureProviderDetails
     SignatureType
 Object
  xd:QualifyingProperties Target
   xd:SignedProperties Id
    xd:SignedSignatureProperties
     xd:SigningTime
     xd:SigningCertificate
      xd:Cert
       xd:CertDigest
        DigestMethod Algorithm
        DigestValue
       xd:IssuerSerial
        X509IssuerName
        X509SerialNumber
     xd:SignaturePolicyIdentifier
      xd:SignaturePolicyImplied
     xd:SignatureProductionPlace
      xd:City
     xd:SignerRole
      xd:ClaimedRoles
       xd:ClaimedRole
   xd:UnsignedProperties
    xd:UnsignedSignatureProperties
     xd:CertificateValues
      xd:EncapsulatedX509Certificate
"""
"""Elements and their attributes in order; those of Office 16, with place and role."""


def an_act(**changes: Any) -> Act:
    act = Act(
        certificate=pki().person.der,
        chain=(pki().issuing.der,),
        algorithm="rsa",
        digest="sha256",
        at=AT,
        role="Người ký",
        reason="Ký báo cáo",
        place="Nơi ký",
    )
    return replace(act, **changes)


def drawn(act: Act | None = None) -> tuple[bytes, bytes]:
    """Return the part, and the bytes that were handed over to be signed."""
    handed: list[bytes] = []

    def sign(data: bytes) -> bytes:
        handed.append(data)
        return b"signed"

    part = draw(REFERENCES, act or an_act(), sign)
    assert len(handed) == 1
    return part, handed[0]


def shape(element: Any, depth: int = 0) -> str:
    prefix = f"{element.prefix}:" if element.prefix else ""
    name = " ".join(
        (prefix + etree.QName(element).localname, *sorted(map(str, element.attrib)))
    )
    inside = "".join(shape(one, depth + 1) for one in element)
    return f"{' ' * depth}{name}\n{inside}"


def texts(part: bytes, name: str) -> list[str]:
    return [one.text or "" for one in etree.fromstring(part).iter(f"{{*}}{name}")]


def test_the_shape_is_that_of_excel_with_place_and_role() -> None:
    assert shape(etree.fromstring(drawn()[0])) == SHAPE.lstrip()


def test_without_place_role_and_chain_their_elements_are_left_out() -> None:
    bare = drawn(an_act(chain=(), role="", place=""))[0]
    left = shape(etree.fromstring(bare))
    for name in ("SignatureProductionPlace", "SignerRole", "UnsignedProperties"):
        assert name not in left
    assert "SignaturePolicyImplied" in left


def test_it_is_declared_as_office_declares_it_and_holds_no_space() -> None:
    part = drawn()[0].decode()
    head, _, rest = part.partition("\n")
    assert head.replace("'", '"') == (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    )
    assert not re.search(r">\s+<", rest)
    assert "\n" not in rest


def test_prefixes_are_declared_where_they_are_used() -> None:
    part = drawn()[0].decode()
    root = re.search(r"<Signature [^>]*>", part)
    assert root
    assert root[0] == f'<Signature xmlns="{DSIG}" Id="idPackageSignature">'
    assert part.count("xmlns:xd=") == 1
    assert part.count("xmlns:mdssi=") == 3  # two relationships and the time
    assert 'xmlns=""' not in part


def test_what_is_signed_is_what_stands_in_the_part() -> None:
    part, signed = drawn()
    assert b'xmlns=""' not in signed
    again = etree.fromstring(part).find(f"{{{DSIG}}}SignedInfo")
    assert canonical(again) == signed
    # and by hand, without the library that wrote it
    text = part.decode()
    start, end = text.index("<SignedInfo>"), text.index("</SignedInfo>")
    raw = text[start:end].replace("<SignedInfo>", f'<SignedInfo xmlns="{DSIG}">')
    raw = re.sub(r"<(\w+)([^<>]*)/>", r"<\1\2></\1>", raw) + "</SignedInfo>"
    assert signed.decode() == raw


@pytest.mark.parametrize("digest", list(DIGESTS))
def test_digests_are_of_the_elements_as_they_stand(digest: str) -> None:
    part, _ = drawn(an_act(digest=digest))
    root = etree.fromstring(part)
    named = {str(one.get("Id")): one for one in root.iter() if one.get("Id")}
    references = root[0].findall(f"{{{DSIG}}}Reference")
    found = [str(one.get("URI")) for one in references]
    assert found == ["#idPackageObject", "#idOfficeObject", "#idSignedProperties"]
    for one in references:
        element = named[str(one.get("URI"))[1:]]
        expected = hashlib.new(digest, canonical(element)).digest()
        assert one[-1].text == b64encode(expected).decode()
        assert one[-2].get("Algorithm") == DIGESTS[digest]


def test_both_times_are_the_same_whole_second_in_utc() -> None:
    part = drawn()[0]
    assert texts(part, "SigningTime") == ["2026-10-02T01:15:00Z"]
    assert texts(part, "Value") == ["2026-10-02T01:15:00Z"]
    assert texts(part, "Format") == ["YYYY-MM-DDThh:mm:ssTZD"]


def test_it_tells_the_signer_and_who_stands_above() -> None:
    part = drawn()[0]
    der = pki().person.der
    assert b64decode(texts(part, "X509Certificate")[0]) == der
    assert b64decode(texts(part, "EncapsulatedX509Certificate")[0]) == pki().issuing.der
    digest = b64encode(hashlib.sha256(der).digest()).decode()
    cert = etree.fromstring(part).find(".//{*}CertDigest/{*}DigestValue")
    assert cert is not None
    assert cert.text == digest
    serial = str(pki().person.certificate.serial_number)
    assert texts(part, "X509SerialNumber") == [serial]
    assert texts(part, "X509IssuerName") == ["CN=Cấp phát, O=Cơ quan thử nghiệm, C=VN"]


def test_reason_place_and_role_stand_where_office_looks() -> None:
    part = drawn(an_act(reason="Ký & đóng dấu <1>" + "ă" * 300))[0]
    (comment,) = texts(part, "SignatureComments")
    assert comment.startswith("Ký & đóng dấu <1>ă")
    assert len(comment) == 255
    assert texts(part, "City") == ["Nơi ký"]
    assert texts(part, "ClaimedRole") == ["Người ký"]


@given(st.text(max_size=400), st.text(max_size=60))
def test_whatever_is_typed_is_carried_on_one_line(reason: str, place: str) -> None:
    part, signed = drawn(an_act(reason=reason, place=place))
    again = etree.fromstring(part).find(f"{{{DSIG}}}SignedInfo")
    assert canonical(again) == signed
    (comment,) = texts(part, "SignatureComments")
    assert len(comment) <= 255
    assert comment.splitlines() in ([], [comment])


def test_letters_are_composed_and_control_characters_dropped() -> None:
    part = drawn(an_act(reason="Đa\u0303 ky\u0301\x00\n\tngày 1", place="\x07Nơi"))[0]
    assert texts(part, "SignatureComments") == ["Đã ký ngày 1"]
    assert texts(part, "City") == ["Nơi"]


def test_nothing_tells_of_the_machine() -> None:
    told = {
        etree.QName(one).localname: one.text
        for one in etree.fromstring(drawn()[0]).iter(
            "{http://schemas.microsoft.com/office/2006/digsig}*"
        )
    }
    assert (told["WindowsVersion"], told["OfficeVersion"]) == ("10.0", "16.0")
    assert (told["HorizontalResolution"], told["VerticalResolution"]) == (
        "1920",
        "1080",
    )
    assert told["SignatureType"] == "1"


def test_the_same_act_gives_the_same_bytes() -> None:
    assert drawn() == drawn()


@pytest.mark.parametrize(("algorithm", "digest"), list(SIGNINGS))
def test_the_kind_of_signature_is_named(algorithm: str, digest: str) -> None:
    part, _ = drawn(an_act(algorithm=algorithm, digest=digest))
    method = etree.fromstring(part)[0][1].get("Algorithm")
    form = {"rsa": "rsa", "ec": "ecdsa"}[algorithm]
    assert method == f"http://www.w3.org/2001/04/xmldsig-more#{form}-{digest}"


def test_issuers_are_named_the_most_specific_part_first() -> None:
    name = x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "VN"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Ban, cơ yếu + mật"),
            x509.NameAttribute(NameOID.EMAIL_ADDRESS, "ca@example.invalid"),
            x509.NameAttribute(NameOID.COMMON_NAME, "Gốc"),
        ]
    )
    made = issue("x", ec.generate_private_key(ec.SECP256R1()), None).certificate
    odd = type("Certificate", (), {"issuer": name, "subject": made.subject})()
    assert issuer_name(odd) == (
        r"CN=Gốc, E=ca@example.invalid, O=Ban\, cơ yếu \+ mật, C=VN"
    )
