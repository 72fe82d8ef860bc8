"""Nothing hides beside what is signed; published attacks are built again by hand.

Those are of Rohlmann and others, "Every Signature is Broken" (USENIX Security 2023),
in the form they take for workbooks. Other programs call the results signed.
"""

import copy
import hashlib
from base64 import b64encode
from collections.abc import Callable
from typing import Any

import pytest
from lxml import etree

from desktop.files.signatures.opc import parts, relationships
from desktop.files.signatures.opc.names import (
    CONTENT_TYPES,
    DIGESTS,
    RELATIONSHIPS,
    SIGNATURES,
)
from desktop.records.verification import Coverage, Integrity
from tests.files.signatures.opc.forger import (
    BOOK,
    ROOT,
    SHEET,
    TYPES,
    below,
    dsig,
    edited,
    held,
    judged,
    overridden,
    related,
    resigned,
    signed,
    spoiled,
    told,
)
from tests.files.signatures.opc.workbooks import changed, plain, rich

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"
STYLES = "xl/styles.xml"
CORE = "docProps/core.xml"


def relationship(kind: str, target: str) -> str:
    """Return one relationship as XML."""
    return f'<Relationship Id="rId77" Type="{kind}" Target="{target}"/>'


# --- the published attacks --------------------------------------------------------


def duplicated(data: bytes) -> bytes:
    """Malicious repair, by a second document in a folder of its own."""
    book = "xl2/workbook.xml"
    twin = changed(data, {book: held(data, "xl/workbook.xml")})
    twin = related(twin, ROOT, relationship(f"{OFFICE}/officeDocument", book))
    return overridden(twin, book, f"{SPREADSHEET}.sheet.main+xml")


def of_another_type(data: bytes) -> bytes:
    """Malicious repair, by a document of another program, put first."""
    text = "word/document.xml"
    other = changed(data, {text: b"<document/>"})
    link = relationship(f"{OFFICE}/officeDocument", text)
    other = spoiled(other, ROOT, "<Relationship ", f"{link}<Relationship ")
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    return overridden(other, text, f"{kind}.document.main+xml")


def injected(data: bytes) -> bytes:
    """Content injection: a part that is loaded though nothing leads to it."""
    return changed(data, {"xl/persons/person.xml": b"<personList/>"})


def restyled(data: bytes) -> bytes:
    """Content masking: styles left out before, and put in after the signing."""
    without = resigned(data, lambda root: _unlist(root, STYLES, BOOK))
    assert ("part_unsigned", STYLES) in told(without)
    return spoiled(without, STYLES, "Calibri", "Wingdin")


def with_font(data: bytes) -> bytes:
    """Content masking: letters that look like others."""
    font = "xl/fonts/font1.odttf"
    more = related(
        changed(data, {font: b"x"}), BOOK, relationship(f"{OFFICE}/font", font[3:])
    )
    return overridden(more, font, "application/vnd.openxmlformats-officedocument.font")


def wrapped_legacy(data: bytes) -> bytes:
    """Legacy wrapping: the signature of an old workbook, which comes along whole."""
    old = b"\xd0\xcf\x11\xe0 signed long ago"

    def only_the_old_one(root: Any) -> None:
        manifest = below(root, "Object", "Manifest")
        for one in list(manifest)[1:]:
            manifest.remove(one)
        one = manifest[0]
        one.set("URI", "/Workbook?ContentType=application/octet-stream")
        for found in one.findall(dsig("Transforms")):
            one.remove(found)
        digest = b64encode(hashlib.sha256(old).digest()).decode()
        below(one, "DigestValue").text = digest

    more = changed(data, {"Workbook": old})
    more = overridden(more, "Workbook", "application/octet-stream")
    return resigned(more, only_the_old_one)


def _unlist(root: Any, *unwanted: str) -> None:
    manifest = below(root, "Object", "Manifest")
    for one in list(manifest):
        if one.get("URI").partition("?")[0].lstrip("/") in unwanted:
            manifest.remove(one)


@pytest.mark.parametrize(
    ("attack", "gap"),
    [
        (duplicated, "xl2/workbook.xml"),
        (duplicated, f"{ROOT}#rId77"),
        (of_another_type, "word/document.xml"),
        (of_another_type, f"{ROOT}#rId77"),
        (injected, "xl/persons/person.xml"),
        (restyled, STYLES),
        (with_font, "xl/fonts/font1.odttf"),
        (with_font, f"{BOOK}#rId77"),
        (wrapped_legacy, SHEET),
        (wrapped_legacy, "xl/workbook.xml"),
    ],
)
def test_a_published_attack_leaves_a_gap_that_is_named(
    attack: Callable[[bytes], bytes], gap: str
) -> None:
    """The seventh, universal forgery, is among the tests of `checking`."""
    verdict = judged(attack(signed()))
    assert not verdict.intact
    (one,) = verdict.signatures
    assert (one.integrity, one.coverage) == (Integrity.INTACT, Coverage.INCOMPLETE)
    assert gap in one.gaps


def test_a_forged_part_of_a_signature_is_no_signature() -> None:
    """An empty file of that name once was enough for a banner."""
    name = f"{SIGNATURES}sig1.xml"
    empty = changed(plain(), {name: b""})
    assert told(empty) == {("unsigned",), ("signature_unreachable", name)}
    assert told(changed(signed(), {name: b""})) == {
        ("signature_malformed", name, "xml")
    }


def test_a_signature_of_another_workbook_fits_none_of_the_parts() -> None:
    other = {
        name: content
        for name, content in parts.read(signed()).items()
        if name.startswith(SIGNATURES) or name in {TYPES, ROOT}
    }
    taken = changed(rich("https://example.invalid/khác"), other)
    wrong = {code for code, *_ in told(taken)}
    assert "relationship_changed" in wrong


# --- what Office leaves out, and what hides behind it --------------------------------


def test_properties_may_not_be_anything_else() -> None:
    """Some readers find texts by their content type, wherever they hang."""
    other = spoiled(
        signed(),
        TYPES,
        "application/vnd.openxmlformats-package.core-properties+xml",
        f"{SPREADSHEET}.sharedStrings+xml",
    )
    assert ("part_unsigned", CORE) in told(other)


def test_properties_of_another_part_than_the_root_are_signed() -> None:
    kind = f"{RELATIONSHIPS}/metadata/core-properties"
    more = related(signed(), BOOK, relationship(kind, "../docProps/core.xml"))
    assert told(more) == {("relationship_unsigned", BOOK, "rId77")}


def test_properties_out_of_the_package_are_not_left_out() -> None:
    kind = f"{RELATIONSHIPS}/metadata/thumbnail"
    link = (
        f'<Relationship Id="rId77" Type="{kind}" Target="http://x.invalid/"'
        ' TargetMode="External"/>'
    )
    assert told(related(signed(), ROOT, link)) == {
        ("relationship_unsigned", ROOT, "rId77")
    }


def test_a_picture_of_the_workbook_need_not_be_signed() -> None:
    part = "docProps/thumbnail.png"
    more = related(
        overridden(changed(signed(), {part: b"x"}), part, "image/png"),
        ROOT,
        relationship(f"{RELATIONSHIPS}/metadata/thumbnail", part),
    )
    assert judged(more).intact


def test_what_a_signed_relationship_leads_to_is_never_left_out() -> None:
    """A sheet does not become harmless by being called a thumbnail as well."""
    more = related(
        signed(), ROOT, relationship(f"{RELATIONSHIPS}/metadata/thumbnail", SHEET)
    )
    unlisted = resigned(more, lambda root: _unlist(root, SHEET))
    assert ("part_unsigned", SHEET) in told(unlisted)


def test_a_signed_relationship_that_leads_nowhere_is_told() -> None:
    without = changed(signed(), {STYLES: None})
    unlisted = resigned(without, lambda root: _unlist(root, STYLES))
    assert told(unlisted) == {("part_missing", STYLES)}


@pytest.mark.parametrize(
    "name",
    [
        "xl/workbook.xml/[0].piece",
        "xl/sheet",
        "[trash]/0000.dat",
        f"{SIGNATURES}more.xml",
        "xl/worksheets/_rels/nothing.txt",
    ],
)
def test_a_part_that_hangs_nowhere_is_a_gap(name: str) -> None:
    assert ("part_unsigned", name) in told(changed(signed(), {name: b"<x/>"}))


def test_relationships_of_a_part_that_is_not_there_are_gaps() -> None:
    name = "xl/worksheets/_rels/sheet9.xml.rels"
    content = held(signed(), BOOK).partition(b"<Relationship ")[0]
    link = relationship(f"{OFFICE}/drawing", "../drawings/x.xml").encode()
    more = changed(signed(), {name: content + link + b"</Relationships>"})
    assert told(more) == {("relationship_unsigned", name, "rId77")}


def test_a_part_of_relationships_without_any_is_no_gap() -> None:
    name = "xl/worksheets/_rels/sheet9.xml.rels"
    empty = f'<Relationships xmlns="{RELATIONSHIPS}"/>'.encode()
    assert judged(changed(signed(), {name: empty})).intact


# --- what other programs sign otherwise ----------------------------------------


def test_relationships_chosen_by_their_type_are_signed() -> None:
    """ECMA-376 allows it, and what is added later of that type is not covered."""
    grouped = resigned(signed(), _by_type)
    assert judged(grouped).intact
    more = related(grouped, BOOK, relationship(f"{OFFICE}/worksheet", "styles.xml"))
    assert told(more) == {("relationship_changed", BOOK)}


def _by_type(root: Any) -> None:
    manifest = below(root, "Object", "Manifest")
    (one,) = (each for each in manifest if BOOK in each.get("URI"))
    chosen = below(one, "Transforms", "Transform")
    links = etree.fromstring(held(signed(), BOOK))
    kinds = {str(each.get("Type")) for each in links}
    space = etree.QName(chosen[0]).namespace
    chosen[:] = []
    for kind in sorted(kinds):
        group = etree.SubElement(chosen, f"{{{space}}}RelationshipsGroupReference")
        group.set("SourceType", kind)


def test_an_incomplete_signature_of_another_program_is_intact_and_told() -> None:
    """Office itself leaves out what hangs on parts of other makers."""
    part = "customXml/item1.xml"
    kind = f"{OFFICE}/customXml"
    more = related(
        changed(signed(), {part: b"<x/>"}), BOOK, relationship(kind, f"../{part}")
    )
    (one,) = judged(more).signatures
    assert one.integrity is Integrity.INTACT
    assert one.gaps == (f"{BOOK}#rId77", part)


def test_each_digest_may_be_of_another_kind() -> None:
    def longer(root: Any) -> None:
        manifest = below(root, "Object", "Manifest")
        (one,) = (each for each in manifest if SHEET in each.get("URI"))
        below(one, "DigestMethod").set("Algorithm", DIGESTS["sha512"])
        digest = hashlib.sha512(held(signed(), SHEET)).digest()
        below(one, "DigestValue").text = b64encode(digest).decode()

    assert judged(resigned(signed(), longer)).intact


def test_content_types_of_nothing_do_no_harm() -> None:
    def more(root: Any) -> None:
        added = etree.SubElement(root, f"{{{CONTENT_TYPES}}}Default")
        added.set("Extension", "jpg")
        added.set("ContentType", "image/jpeg")

    assert judged(edited(signed(), TYPES, more)).intact


def test_a_signature_with_a_line_on_the_sheet_has_two_more_objects() -> None:
    """Office signs the pictures of such a line as objects of their own."""

    def more(root: Any) -> None:
        info = below(root, "SignedInfo")
        for name in ("idValidSigLnImg", "idInvalidSigLnImg"):
            picture = etree.SubElement(root, dsig("Object"), Id=name)
            picture.text = "AAAA"
            reference = copy.deepcopy(below(info, "Reference"))
            reference.set("URI", f"#{name}")
            info.append(reference)

    assert judged(resigned(signed(), more)).intact


def test_a_key_told_beside_its_certificate_does_no_harm() -> None:
    """Office 2007 wrote both; only the certificate is believed."""

    def more(root: Any) -> None:
        value = etree.Element(dsig("KeyValue"))
        etree.SubElement(value, dsig("RSAKeyValue"))
        below(root, "KeyInfo").insert(0, value)

    assert judged(resigned(signed(), more)).intact


def test_targets_told_from_the_root_are_signed_like_others() -> None:
    """Some programs write them so, and the form that is hashed keeps them so."""
    name = "xl/worksheets/_rels/sheet2.xml.rels"
    link = relationship(f"{OFFICE}/drawing", f"/{SHEET}")
    start = held(signed(), BOOK).partition(b"<Relationship ")[0]
    more = changed(signed(), {name: start + link.encode() + b"</Relationships>"})

    def list_it(root: Any) -> None:
        manifest = below(root, "Object", "Manifest")
        (one,) = (each for each in manifest if BOOK in each.get("URI"))
        new = copy.deepcopy(one)
        new.set("URI", new.get("URI").replace(BOOK, name))
        chosen = below(new, "Transforms", "Transform")
        chosen[1:] = []
        chosen[0].set("SourceId", "rId77")
        form = relationships.transform(held(more, name), {"rId77"})
        digest = b64encode(hashlib.sha256(form).digest()).decode()
        below(new, "DigestValue").text = digest
        manifest.append(new)

    assert judged(resigned(more, list_it)).intact
