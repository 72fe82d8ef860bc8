"""A signature can be read in one way only: wrapped, doubled or split ones are refused.

What is refused here was taken for valid by one reader or another of XML signatures.
"""

import copy
from collections.abc import Callable
from typing import Any

import pytest
from lxml import etree

from desktop.files.signatures.opc.envelope import SIZE_LIMIT, read
from desktop.files.signatures.opc.names import DSIG
from desktop.files.signatures.opc.parts import UnfitError
from desktop.records.signing import SignerRole
from tests.files.pki import NOW, pki
from tests.files.signatures.opc.forger import (
    SIGNATURE,
    below,
    by_id,
    dsig,
    held,
    signed,
    xades,
)

Edit = Callable[[Any], object]


def signature() -> bytes:
    return held(signed(), SIGNATURE)


def refused(content: bytes) -> tuple[str, ...]:
    with pytest.raises(UnfitError) as caught:
        read(content)
    return (caught.value.code, *caught.value.facts)


def edited(edit: Edit) -> bytes:
    root = etree.fromstring(signature())
    edit(root)
    return etree.tostring(root.getroottree())


def first(root: Any) -> Any:
    return below(root, "SignedInfo", "Reference")


# --- what is good -----------------------------------------------------------------


def test_it_says_who_signed_what_and_when() -> None:
    found = read(signature())
    assert [one.id for one in found.signed] == [
        "idPackageObject",
        "idOfficeObject",
        "idSignedProperties",
    ]
    assert found.manifest_signed
    assert found.certificates == (pki().person.der, pki().issuing.der)
    assert (found.claimed_time, found.role) == (NOW, SignerRole.PERSON)
    assert len(found.value) == 256


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Người ký", SignerRole.PERSON),
        ("Cơ quan", SignerRole.AGENCY),
        ("KyCaNhan", SignerRole.PERSON),
        ("KyCoQuan", SignerRole.AGENCY),
    ],
)
def test_a_role_is_known_in_words_and_by_the_names_first_written(
    text: str, role: SignerRole
) -> None:
    def said(root: Any) -> None:
        root.find(f".//{xades('ClaimedRole')}").text = text

    assert read(edited(said)).role is role


def test_a_role_nobody_knows_is_no_role() -> None:
    def other(root: Any) -> None:
        root.find(f".//{xades('ClaimedRole')}").text = "Chánh văn phòng"

    assert read(edited(other)).role is None


def test_two_roles_are_no_role() -> None:
    def double(root: Any) -> None:
        one = root.find(f".//{xades('ClaimedRole')}")
        one.addnext(copy.deepcopy(one))

    assert read(edited(double)).role is None


@pytest.mark.parametrize("text", ["", "hôm qua", "2026-01-01T00:00:00", "9999"])
def test_a_time_that_cannot_be_read_is_looked_for_in_the_other_place(text: str) -> None:
    def other(root: Any) -> None:
        root.find(f".//{xades('SigningTime')}").text = text

    assert read(edited(other)).claimed_time in {None, NOW}


def test_what_is_not_signed_says_nothing_about_role_time_or_certificate() -> None:
    def unsign(root: Any) -> None:
        info = below(root, "SignedInfo")
        for one in (info[-1], info[2]):
            info.remove(one)

    found = read(edited(unsign))
    assert found.role is None
    assert found.claimed_time is None
    assert found.stated_certificate is None
    assert not found.manifest_signed


def test_damage_in_a_certificate_that_only_helps_does_no_harm() -> None:
    def damage(root: Any) -> None:
        root.find(f".//{xades('EncapsulatedX509Certificate')}").text = "?"

    assert read(edited(damage)).certificates == (pki().person.der,)


# --- wrapping -------------------------------------------------------------------


def wrapped(root: Any) -> None:
    """Put the signed list away, and another one where a reader looks first."""
    package = by_id(root, "idPackageObject")
    forged = copy.deepcopy(package)
    by_id(forged, "idSignatureTime").set("Id", "idOther")
    forged.set("Id", "idForged")
    root.replace(package, forged)
    holder = etree.SubElement(root, dsig("Object"))
    holder.append(package)


def wrapped_properties(root: Any) -> None:
    """Put what XAdES says away, and another time and role in its place."""
    properties = by_id(root, "idSignedProperties")
    forged = copy.deepcopy(properties)
    forged.set("Id", "idForged")
    properties.getparent().replace(properties, forged)
    etree.SubElement(root, dsig("Object")).append(properties)


def listed_before(root: Any) -> None:
    """Put a second list into an object of its own, before the signed one."""
    forged = etree.Element(dsig("Object"))
    forged.append(copy.deepcopy(below(root, "Object", "Manifest")))
    root.insert(3, forged)


def listed_twice(root: Any) -> None:
    manifest = below(root, "Object", "Manifest")
    manifest.addprevious(copy.deepcopy(manifest))


def nested(root: Any) -> None:
    """Let the whole genuine signature stand inside of another."""
    inner = copy.deepcopy(root)
    for one in inner.iter():
        one.attrib.pop("Id", None)
    etree.SubElement(root, dsig("Object")).append(inner)


def informed_twice(root: Any) -> None:
    info = below(root, "SignedInfo")
    info.addnext(copy.deepcopy(info))


def hidden_away(root: Any) -> None:
    """Move the signed object below an element nobody knows."""
    holder = etree.SubElement(root, "Anything")
    holder.append(by_id(root, "idOfficeObject"))


@pytest.mark.parametrize(
    ("wrap", "what"),
    [
        (wrapped, "Manifest"),
        (wrapped_properties, "SignedProperties"),
        (listed_before, "Manifest"),
        (listed_twice, "Manifest"),
        (nested, "Signature"),
        (informed_twice, "SignedInfo"),
        (hidden_away, "Signature"),
    ],
)
def test_a_wrapped_signature_is_refused(wrap: Edit, what: str) -> None:
    assert refused(edited(wrap)) == ("signature_malformed", what)


def test_what_is_signed_must_stand_where_it_belongs() -> None:
    """Even where only one list is left, an element deeper down cannot be meant."""

    def point(root: Any) -> None:
        first(root).set("URI", "#idSignatureTime")

    assert refused(edited(point)) == ("signature_malformed", "URI")


def test_properties_of_another_signature_are_refused() -> None:
    def aim(root: Any) -> None:
        root.find(f".//{xades('QualifyingProperties')}").set("Target", "#other")

    assert refused(edited(aim)) == ("signature_malformed", "QualifyingProperties")


def test_the_same_may_not_be_signed_twice() -> None:
    def double(root: Any) -> None:
        first(root).addnext(copy.deepcopy(first(root)))

    assert refused(edited(double)) == ("signature_malformed", "Reference")


@pytest.mark.parametrize("name", ["Id", "ID", "id", "{urn:x}Id"])
def test_two_elements_of_one_id_are_refused(name: str) -> None:
    def same(root: Any) -> None:
        below(root, "KeyInfo").set(name, "idPackageObject")

    assert refused(edited(same)) == ("duplicate_id", "idPackageObject")


# --- split, shortened, transformed ------------------------------------------------


def test_a_comment_in_the_middle_of_a_text_is_refused() -> None:
    content = signature().replace(b"<DigestValue>", b"<DigestValue>AAAA<!-- -->", 1)
    assert refused(content) == ("signature_malformed", "comment")


@pytest.mark.parametrize("place", [b"<?x y?>", b"<!-- -->"])
def test_nothing_stands_before_or_behind_it(place: bytes) -> None:
    assert refused(signature() + place) == ("signature_malformed", "comment")
    before = signature().replace(b"<Signature", place + b"<Signature", 1)
    assert refused(before) == ("signature_malformed", "comment")


@pytest.mark.parametrize(
    "declared",
    [
        b'<!DOCTYPE x [<!ENTITY a "b">]>',
        b'<!DOCTYPE x SYSTEM "file:///etc/passwd">',
        b"<!DOCTYPE Signature>",
    ],
)
def test_a_document_type_is_refused(declared: bytes) -> None:
    content = signature().replace(b"<Signature", declared + b"<Signature", 1)
    assert refused(content) == ("signature_malformed", "xml")


@pytest.mark.parametrize("content", [b"", b"<", b"<a/>x", b"\xff\xfe", b"Signature"])
def test_what_is_no_xml_is_refused(content: bytes) -> None:
    assert refused(content) == ("signature_malformed", "xml")


def test_an_empty_file_of_the_right_name_is_no_signature() -> None:
    assert refused(b"<Signature/>") == ("signature_malformed", "Signature")
    bare = f'<Signature xmlns="{DSIG}"/>'.encode()
    assert refused(bare) == ("signature_malformed", "Signature")


def test_one_larger_than_any_is_not_read() -> None:
    assert refused(b" " * (SIZE_LIMIT + 1)) == ("signature_malformed", "size")


@pytest.mark.parametrize(
    "uri",
    ["", "idPackageObject", "/xl/workbook.xml", "http://x.invalid/a"],
)
def test_only_elements_of_the_signature_itself_can_be_signed(uri: str) -> None:
    assert refused(edited(lambda root: first(root).set("URI", uri))) == (
        "unsupported",
        "URI",
    )


@pytest.mark.parametrize("uri", ["#", "#xpointer(/)", "#nobody"])
def test_a_reference_to_nothing_is_refused(uri: str) -> None:
    assert refused(edited(lambda root: first(root).set("URI", uri))) == (
        "signature_malformed",
        "URI",
    )


@pytest.mark.parametrize(
    "transform",
    [
        "http://www.w3.org/TR/1999/REC-xslt-19991116",
        "http://www.w3.org/TR/1999/REC-xpath-19991116",
        "http://www.w3.org/2000/09/xmldsig#enveloped-signature",
        "http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments",
        "",
    ],
)
def test_what_would_change_what_is_hashed_is_unsupported(transform: str) -> None:
    def ask(root: Any) -> None:
        found = root.find(f".//{dsig('SignedInfo')}//{dsig('Transform')}")
        found.set("Algorithm", transform)

    assert refused(edited(ask)) == ("unsupported", "Transform")


def test_two_forms_at_once_are_unsupported() -> None:
    def double(root: Any) -> None:
        found = root.find(f".//{dsig('SignedInfo')}//{dsig('Transform')}")
        found.addnext(copy.deepcopy(found))

    assert refused(edited(double)) == ("unsupported", "Transform")


@pytest.mark.parametrize("name", ["SignatureMethod", "CanonicalizationMethod"])
def test_nothing_may_shorten_what_is_compared(name: str) -> None:
    """With HMACOutputLength 0 every signature once was right; CVE-2009-0217."""

    def shorten(root: Any) -> None:
        method = below(root, "SignedInfo", name)
        etree.SubElement(method, dsig("HMACOutputLength")).text = "0"

    assert refused(edited(shorten)) == ("unsupported", name)


def test_a_form_with_comments_is_unsupported() -> None:
    form = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments"

    def ask(root: Any) -> None:
        below(root, "SignedInfo", "CanonicalizationMethod").set("Algorithm", form)

    assert refused(edited(ask)) == ("unsupported", form)


def test_what_elements_below_would_inherit_is_unsupported() -> None:
    name = "{http://www.w3.org/XML/1998/namespace}base"
    assert refused(edited(lambda root: root.set(name, "urn:x"))) == (
        "unsupported",
        "xml:",
    )


@pytest.mark.parametrize("name", ["SignatureValue", "DigestValue", "X509Certificate"])
@pytest.mark.parametrize("text", ["?", "AAA", "AAAA=", "ạ"])
def test_what_is_no_base64_is_refused(name: str, text: str) -> None:
    def spoil(root: Any) -> None:
        root.find(f".//{dsig(name)}").text = text

    assert refused(edited(spoil)) == ("signature_malformed", name)


def test_an_element_inside_of_a_value_is_refused() -> None:
    def split(root: Any) -> None:
        etree.SubElement(below(root, "SignatureValue"), dsig("X"))

    assert refused(edited(split)) == ("signature_malformed", "SignatureValue")


# --- whose key --------------------------------------------------------------------


def test_a_key_without_a_certificate_is_unsupported() -> None:
    def bare(root: Any) -> None:
        info = below(root, "KeyInfo")
        info.clear()
        etree.SubElement(info, dsig("KeyValue"))

    assert refused(edited(bare)) == ("unsupported", "KeyInfo")


def test_two_places_for_the_certificate_are_unsupported() -> None:
    def double(root: Any) -> None:
        info = below(root, "KeyInfo")
        info.append(copy.deepcopy(info[0]))

    assert refused(edited(double)) == ("unsupported", "KeyInfo")


@pytest.mark.parametrize("name", ["SignedInfo", "SignatureValue", "KeyInfo", "Object"])
def test_every_piece_has_its_place(name: str) -> None:
    def drop(root: Any) -> None:
        for one in root.findall(dsig(name)):
            root.remove(one)

    assert refused(edited(drop))[0] == "signature_malformed"


def test_a_signature_without_references_is_refused() -> None:
    def empty(root: Any) -> None:
        info = below(root, "SignedInfo")
        for one in info.findall(dsig("Reference")):
            info.remove(one)

    assert refused(edited(empty)) == ("signature_malformed", "Reference")
