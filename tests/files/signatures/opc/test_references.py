"""The list of signed parts is read strictly and compared with what is there."""

import copy
from typing import Any

import pytest
from lxml import etree

from desktop.files.signatures.opc import envelope, package
from desktop.files.signatures.opc.names import MDSSI
from desktop.files.signatures.opc.parts import UnfitError
from desktop.files.signatures.opc.references import (
    PartReference,
    differences,
    read,
)
from desktop.files.signatures.opc.relationships import Relationship
from tests.files.signatures.opc.forger import (
    BOOK,
    SHEET,
    SIGNATURE,
    below,
    dsig,
    held,
    signed,
    spoiled,
)
from tests.files.signatures.opc.workbooks import changed


def manifest() -> Any:
    return envelope.read(held(signed(), SIGNATURE)).manifest


def of(listed: Any, part: str) -> Any:
    (found,) = (one for one in listed if one.get("URI").startswith(f"/{part}?"))
    return found


def refused(listed: Any) -> tuple[str, ...]:
    with pytest.raises(UnfitError) as caught:
        read(listed)
    return (caught.value.code, *caught.value.facts)


def found(data: bytes) -> list[tuple[str, ...]]:
    wrong = differences(read(manifest()), package.read(data))
    return [(one.code, *one.facts) for one in wrong]


def test_every_part_is_told_with_its_kind_and_digest() -> None:
    listed = {one.part: one for one in read(manifest())}
    sheet = listed[SHEET]
    assert sheet.kind.endswith("worksheet+xml")
    assert (sheet.method, len(sheet.digest), sheet.whole) == ("sha256", 32, True)
    assert not listed[BOOK].whole
    assert listed[BOOK].ids
    assert found(signed()) == []


def test_what_was_changed_removed_or_retyped_is_told_part_by_part() -> None:
    assert found(spoiled(signed(), SHEET, "<v>4", "<v>5")) == [("part_changed", SHEET)]
    assert found(changed(signed(), {SHEET: None})) == [("part_missing", SHEET)]
    assert found(spoiled(signed(), BOOK, "sheet1", "sheet2")) == [
        ("relationship_changed", BOOK)
    ]


def test_a_part_is_listed_once_in_whatever_letters() -> None:
    for name in (SHEET, SHEET.upper()):
        listed = manifest()
        double = copy.deepcopy(of(listed, SHEET))
        double.set("URI", double.get("URI").replace(SHEET, name))
        listed.append(double)
        assert refused(listed) == ("signature_malformed", "Manifest")


@pytest.mark.parametrize(
    ("uri", "fact"),
    [
        ("", "URI"),
        ("/xl/workbook.xml", "URI"),
        ("xl/workbook.xml?ContentType=x", "URI"),
        ("#idOfficeObject", "URI"),
        ("http://x.invalid/?ContentType=x", "URI"),
        ("/[Content_Types].xml?ContentType=x", "[Content_Types].xml"),
        ("/_XMLsignatures/sig1.xml?ContentType=x", "_XMLsignatures/sig1.xml"),
    ],
)
def test_only_parts_of_the_package_are_listed(uri: str, fact: str) -> None:
    listed = manifest()
    of(listed, SHEET).set("URI", uri)
    assert refused(listed) == ("unsupported", fact)


def test_anything_else_in_the_list_is_refused() -> None:
    listed = manifest()
    etree.SubElement(listed, dsig("Object"))
    assert refused(listed) == ("signature_malformed", "Manifest")


def test_more_parts_than_any_workbook_has_are_refused() -> None:
    listed = manifest()
    listed.extend([copy.deepcopy(listed[0]) for _ in range(5_000)])
    assert refused(listed) == ("signature_malformed", "Manifest")


def test_only_relationships_are_transformed() -> None:
    listed = manifest()
    transforms = copy.deepcopy(below(of(listed, BOOK), "Transforms"))
    of(listed, SHEET).insert(0, transforms)
    assert refused(listed) == ("unsupported", "Transform")


@pytest.mark.parametrize("order", [(0,), (1,), (1, 0), (0, 1, 1)])
def test_a_transform_is_followed_by_the_canonical_form(order: tuple[int, ...]) -> None:
    listed = manifest()
    transforms = below(of(listed, BOOK), "Transforms")
    given = list(transforms)
    transforms[:] = [copy.deepcopy(given[place]) for place in order]
    assert refused(listed) == ("unsupported", "Transform")


def test_nothing_but_relationships_is_chosen() -> None:
    listed = manifest()
    chosen = below(of(listed, BOOK), "Transforms", "Transform")
    etree.SubElement(chosen, f"{{{MDSSI}}}SomethingElse").set("SourceId", "rId1")
    assert refused(listed) == ("signature_malformed", "RelationshipReference")


def test_a_choice_of_nothing_is_refused() -> None:
    listed = manifest()
    chosen = below(of(listed, BOOK), "Transforms", "Transform")
    del chosen[0].attrib["SourceId"]
    assert refused(listed) == ("signature_malformed", "RelationshipReference")


def test_a_digest_nobody_knows_is_unsupported() -> None:
    listed = manifest()
    below(of(listed, SHEET), "DigestMethod").set("Algorithm", "urn:md5")
    assert refused(listed) == ("unsupported", "urn:md5")


def test_a_broken_digest_is_told_beside_the_rest() -> None:
    listed = manifest()
    method = below(of(listed, SHEET), "DigestMethod")
    method.set("Algorithm", "http://www.w3.org/2000/09/xmldsig#sha1")
    wrong = differences(read(listed), package.read(signed()))
    assert [(one.code, *one.facts) for one in wrong] == [
        ("part_changed", SHEET),
        ("weak", "sha1"),
    ]


def test_a_relationship_is_chosen_by_id_by_type_or_as_part_of_the_whole() -> None:
    one = Relationship(id="rId1", type="urn:a", target="a.xml")
    none = frozenset[str]()
    for whole, ids, types, expected in (
        (True, none, none, True),
        (False, {"rId1"}, none, True),
        (False, none, {"urn:a"}, True),
        (False, {"rId2"}, {"urn:b"}, False),
    ):
        listed = PartReference(
            part=BOOK,
            kind="",
            method="sha256",
            digest=b"",
            whole=whole,
            ids=frozenset(ids),
            types=frozenset(types),
        )
        assert listed.chooses(one) is expected
