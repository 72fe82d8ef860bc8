"""Tests of the certificates above a signer's."""

from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from desktop.files.signatures.issuers import (
    HIGHEST,
    complete,
    is_authority,
    is_own_issuer,
    issuers,
)
from desktop.files.signatures.trust import Trust
from tests.files.pki import Identity, issue, new_key, pki


def test_the_way_up_is_found_whatever_the_order() -> None:
    family = pki()
    way = (family.issuing.der, family.root.der)
    for known in (way, way[::-1], (*way, *way, family.agency.der)):
        assert issuers(family.person.der, known) == way


def test_it_ends_where_nothing_more_is_known() -> None:
    family = pki()
    assert issuers(family.person.der, [family.issuing.der]) == (family.issuing.der,)
    assert issuers(family.person.der, [family.root.der]) == ()
    assert issuers(family.root.der, [family.root.der]) == ()


def test_a_name_alone_is_not_believed() -> None:
    family = pki()
    known = [one.public_bytes(Encoding.DER) for one in family.impostor.above]
    assert known
    assert issuers(family.person.der, known) == ()


def test_a_person_cannot_stand_above_another() -> None:
    person = pki().person
    below = issue("Kẻ dưới", new_key(), person)
    assert issuers(below.der, [person.der, pki().issuing.der]) == ()


@pytest.mark.parametrize("junk", [b"", b"0\x80", bytes(50)])
def test_what_is_no_certificate_does_not_stop_the_way(junk: bytes) -> None:
    family = pki()
    known = [junk, family.issuing.der]
    assert issuers(family.person.der, known) == (family.issuing.der,)


def test_a_tower_without_end_is_climbed_only_so_far() -> None:
    above: list[Identity] = [pki().root]
    for number in range(HIGHEST + 2):
        above.append(issue(f"Tầng {number}", new_key(), above[-1], authority=True))
    top = issue("Đỉnh", new_key(), above[-1])
    assert len(issuers(top.der, [one.der for one in above])) == HIGHEST


def test_a_key_gets_what_it_lacks_and_loses_what_leads_nowhere(tmp_path: Path) -> None:
    family = pki()
    alone = replace(family.person.key(tmp_path), chain=(family.agency.der,))
    trust = Trust(anchors=(family.root.der,), intermediates=(family.issuing.der,))
    assert complete(alone, trust).chain == (family.issuing.der, family.root.der)
    assert complete(alone, Trust()).chain == ()


def test_authorities_and_roots_are_told() -> None:
    family = pki()
    assert [is_authority(one.der) for one in (family.root, family.person)] == [
        True,
        False,
    ]
    assert [is_own_issuer(one.der) for one in (family.root, family.issuing)] == [
        True,
        False,
    ]
