"""Who is expected to sign is what the office set, in the order of signing."""

from dataclasses import replace

import pytest

from desktop.records.signing import SignerRole, SigningWay
from desktop.rules import signers
from tests.rules.reported import facts

PERSON, AGENCY = SignerRole.PERSON, SignerRole.AGENCY


def expected(*roles: SignerRole, way: SigningWay = SigningWay.DIGITAL) -> object:
    own = replace(facts().preferences, signing=way, signers=roles)
    return signers.expected(own)


@pytest.mark.parametrize(
    ("roles", "found"),
    [
        ((PERSON, AGENCY), (PERSON, AGENCY)),
        ((AGENCY, PERSON), (PERSON, AGENCY)),
        ((AGENCY,), (AGENCY,)),
        ((PERSON, PERSON), (PERSON,)),
        ((), ()),
    ],
)
def test_the_person_signs_before_the_agency_and_each_once(
    roles: tuple[SignerRole, ...], found: tuple[SignerRole, ...]
) -> None:
    assert expected(*roles) == found


def test_where_papers_are_signed_by_hand_no_key_is_expected() -> None:
    assert expected(PERSON, AGENCY, way=SigningWay.PAPER) == ()


def test_an_office_that_set_nothing_expects_both() -> None:
    assert signers.expected(facts().preferences) == (PERSON, AGENCY)
