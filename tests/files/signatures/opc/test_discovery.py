"""Signatures are found from the root by way of the origin, and in no other way."""

from typing import Any

import pytest

from desktop.files.signatures.opc import package
from desktop.files.signatures.opc.discovery import Found, find
from desktop.files.signatures.opc.names import (
    ORIGIN,
    ORIGIN_CONTENT,
    SIGNATURE_CONTENT,
)
from tests.files.signatures.opc.forger import (
    ROOT,
    SECOND,
    SHEET,
    SIGNATURE,
    TYPES,
    edited,
    held,
    related,
    signed,
    spoiled,
    told,
    twice,
)
from tests.files.signatures.opc.workbooks import changed, plain

ORIGIN_PART = "_xmlsignatures/origin.sigs"
LINKS = "_xmlsignatures/_rels/origin.sigs.rels"
NONE = Found(signatures=(), own=frozenset(), unreachable=())


def found(data: bytes) -> Found:
    return find(package.read(data))


def test_both_signatures_are_found_in_their_order() -> None:
    assert found(twice()) == Found(
        signatures=(SIGNATURE, SECOND),
        own=frozenset({SIGNATURE, SECOND, ORIGIN_PART, LINKS}),
        unreachable=(),
    )


def test_a_plain_workbook_has_none() -> None:
    assert found(plain()) == NONE


def test_without_the_way_from_the_root_there_are_none() -> None:
    def cut(root: Any) -> None:
        root.remove(next(one for one in root if one.get("Type") == ORIGIN))

    lost = found(edited(signed(), ROOT, cut))
    assert lost.signatures == ()
    assert lost.unreachable == (LINKS, ORIGIN_PART, SIGNATURE)


def test_with_two_ways_from_the_root_there_are_none() -> None:
    link = f'<Relationship Id="rId88" Type="{ORIGIN}" Target="{SHEET}"/>'
    lost = found(related(signed(), ROOT, link))
    assert lost.signatures == ()
    assert set(lost.unreachable) == {LINKS, ORIGIN_PART, SIGNATURE, SHEET}


@pytest.mark.parametrize("kind", [ORIGIN_CONTENT, SIGNATURE_CONTENT])
def test_each_must_be_of_its_content_type(kind: str) -> None:
    lost = found(spoiled(signed(), TYPES, f'"{kind}"', '"text/plain"'))
    assert lost.signatures == ()
    assert SIGNATURE in lost.unreachable


def test_a_signature_left_beside_is_told() -> None:
    copy = "_xmlsignatures/sig9.xml"
    more = changed(signed(), {copy: held(signed(), SIGNATURE)})
    assert found(more).unreachable == (copy,)
    assert ("signature_unreachable", copy) in told(more)
    assert ("part_unsigned", copy) in told(more)


@pytest.mark.parametrize(
    "link",
    [
        '<Relationship Id="x" Type="urn:x" Target="sig1.xml"/>',
        '<Relationship Id="x" Type="urn:x" Target="x" TargetMode="External"/>',
        '<Relationship Id="x" Type="urn:x" Target="sig2.xml"/>',
    ],
)
def test_the_origin_leads_to_signatures_only(link: str) -> None:
    assert len(found(related(signed(), LINKS, link)).unreachable) == 1


def test_an_origin_elsewhere_does_not_shelter_what_hangs_on_it() -> None:
    """Its relationships are not signed, so they may lead to signatures alone."""
    moved = spoiled(signed(), ROOT, ORIGIN_PART, "xl/workbook.xml")
    moved = spoiled(
        moved,
        TYPES,
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        ORIGIN_CONTENT,
    )
    assert found(moved).signatures == ()
    assert "xl/workbook.xml" in found(moved).unreachable


def test_a_name_in_other_letters_is_another_part() -> None:
    assert found(spoiled(signed(), LINKS, "sig1.xml", "SIG1.xml")).signatures == ()
