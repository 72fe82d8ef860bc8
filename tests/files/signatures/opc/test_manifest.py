"""Everything a workbook is made of is listed, and nothing lies beside the list."""

import hashlib
from base64 import b64encode

import pytest

from desktop.files.signatures.opc import parts
from desktop.files.signatures.opc.manifest import (
    left_out,
    references,
    relationship_parts,
)
from desktop.files.signatures.opc.names import ORIGIN, UNSIGNED_TYPES
from desktop.files.signatures.opc.parts import UnfitError
from desktop.files.signatures.opc.relationships import Relationship, transform
from tests.files.signatures.opc import workbooks

SHEET = "xl/worksheets/sheet1.xml"
RELS = "xl/_rels/workbook.xml.rels"
TYPES = "[Content_Types].xml"


def held(workbook: bytes = b"") -> dict[str, bytes]:
    return parts.read(workbook or workbooks.plain())


def listed(found: dict[str, bytes]) -> dict[str, str]:
    """Return digests by name of the part."""
    return {
        one.uri.partition("?")[0].lstrip("/"): one.digest
        for one in references(found, "sha256")
    }


def fault(found: dict[str, bytes]) -> tuple[str, ...]:
    with pytest.raises(UnfitError) as caught:
        references(found, "sha256")
    return caught.value.code, *caught.value.facts


@pytest.mark.parametrize(
    "workbook", [workbooks.plain(), workbooks.rich(), workbooks.many()]
)
def test_all_parts_are_listed_but_properties_and_the_list_of_kinds(
    workbook: bytes,
) -> None:
    found = held(workbook)
    spared = {TYPES, "docProps/app.xml", "docProps/core.xml"}
    assert listed(found).keys() == found.keys() - spared


def test_a_digest_is_of_the_raw_part_or_of_the_transform() -> None:
    found = held()
    sheet = hashlib.sha256(found[SHEET]).digest()
    assert listed(found)[SHEET] == b64encode(sheet).decode()
    workbook = hashlib.sha256(transform(found["_rels/.rels"], ("rId1",))).digest()
    assert listed(found)["_rels/.rels"] == b64encode(workbook).decode()


def test_references_stand_in_order_and_tell_the_kind() -> None:
    found = [one.uri for one in references(held(workbooks.rich()), "sha256")]
    assert found == sorted(found)
    assert (
        "/_rels/.rels?ContentType="
        "application/vnd.openxmlformats-package.relationships+xml"
    ) in found
    assert "/xl/media/image1.png?ContentType=image/png" in found


def test_a_link_to_the_web_is_listed_with_its_id() -> None:
    of = {one.uri.partition("?")[0]: one for one in references(
        held(workbooks.rich()), "sha256")}  # fmt: skip
    ids = of["/xl/worksheets/_rels/sheet1.xml.rels"].ids
    assert len(ids) == 5  # drawing, comments, their looks, link, table


def test_properties_are_spared_only_where_they_hang_on_the_root() -> None:
    for kind in UNSIGNED_TYPES:
        one = Relationship(id="a", type=kind, target="x.xml")
        assert left_out("_rels/.rels", one)
        assert not left_out(RELS, one)
    assert ORIGIN in UNSIGNED_TYPES


def test_relationships_of_signatures_are_not_among_them() -> None:
    names = ("_rels/.rels", "_xmlsignatures/_rels/origin.sigs.rels", RELS, SHEET)
    assert relationship_parts(names) == ["_rels/.rels", RELS]


def test_a_part_nobody_leads_to_is_refused() -> None:
    stray = {"xl/evil.xml": b"<a/>"}
    assert fault(held() | stray) == ("part_unreachable", "xl/evil.xml")


def test_a_target_that_is_not_there_is_refused() -> None:
    found = held()
    del found["xl/styles.xml"]
    assert fault(found) == ("part_missing", "xl/styles.xml")


def test_a_part_of_no_known_kind_is_refused() -> None:
    found = held()
    found[TYPES] = found[TYPES].replace(b"/xl/styles.xml", b"/xl/other.xml")
    found[TYPES] = found[TYPES].replace(b'Extension="xml"', b'Extension="foo"')
    assert fault(found) == ("content_type_missing", "xl/styles.xml")


def test_lists_that_cannot_be_read_are_refused() -> None:
    assert fault(held() | {TYPES: b"<x/>"}) == ("content_type_unread", TYPES)
    assert fault(held() | {RELS: b"<x"}) == ("relationships_unread", RELS)
    found = held()
    found[RELS] = found[RELS].replace(b'"rId2"', b'"rId1"')
    assert fault(found) == ("relationships_unread", RELS)
