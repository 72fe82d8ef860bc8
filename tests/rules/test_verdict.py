"""Green is only what is known in every respect; what is wrong is red."""

import itertools
from dataclasses import replace
from typing import Any

import pytest

from desktop.records.signing import SignerRole
from desktop.records.verification import (
    Chain,
    Coverage,
    ExpectedSigner,
    FileVerdict,
    Finding,
    Integrity,
    Revocation,
    SignatureVerdict,
)
from desktop.rules.verdict import Light, light, light_of, stands

GOOD = SignatureVerdict(
    signer="A",
    issuer="B",
    integrity=Integrity.INTACT,
    coverage=Coverage.COMPLETE,
    chain=Chain.PINNED,
    revocation=Revocation.GOOD,
)
PERSON = ExpectedSigner(role=SignerRole.PERSON, name="A", found="A", agrees=True)
AGENCY = ExpectedSigner(role=SignerRole.AGENCY, name="C")


def file(*signatures: SignatureVerdict, **more: Any) -> FileVerdict:
    return FileVerdict(file_name="a.pdf", format="pdf", signatures=signatures, **more)


def package(*members: FileVerdict, seal: SignatureVerdict = GOOD) -> FileVerdict:
    return FileVerdict(
        file_name="b.zip", format="package", signatures=(seal,), members=members
    )


def test_green_is_everything_known_and_good() -> None:
    assert light(file(GOOD, expected=(PERSON,))) is Light.GREEN
    assert stands(file(GOOD, expected=(PERSON,)))


@pytest.mark.parametrize(
    ("changes", "expected", "holds"),
    [
        ({"revocation": Revocation.NOT_CHECKED}, Light.YELLOW, True),
        ({"chain": Chain.TEST}, Light.YELLOW, True),
        ({"chain": Chain.UNKNOWN}, Light.YELLOW, False),
        ({"chain": Chain.LAPSED}, Light.YELLOW, False),
        ({"ahead": True}, Light.YELLOW, False),
        ({"integrity": Integrity.UNSUPPORTED}, Light.YELLOW, False),
        (
            {"integrity": Integrity.UNSUPPORTED, "coverage": Coverage.INCOMPLETE},
            Light.YELLOW,
            False,
        ),
        ({"chain": Chain.EXPIRED}, Light.RED, False),
        ({"chain": Chain.NOT_YET}, Light.RED, False),
        ({"chain": Chain.USAGE}, Light.RED, False),
        ({"revocation": Revocation.REVOKED}, Light.RED, False),
        ({"integrity": Integrity.CHANGED}, Light.RED, False),
        ({"integrity": Integrity.WEAK}, Light.RED, False),
        ({"integrity": Integrity.UNREADABLE}, Light.RED, False),
        ({"coverage": Coverage.INCOMPLETE}, Light.RED, False),
    ],
)
def test_one_flaw_decides_the_light_of_a_file_alone_and_in_a_package(
    changes: dict[str, Any], expected: Light, holds: bool
) -> None:
    one = file(replace(GOOD, **changes))
    for found in (one, package(one), file(GOOD, *one.signatures)):
        assert (light(found), stands(found)) == (expected, holds)


@pytest.mark.parametrize(
    ("integrity", "coverage", "chain", "revocation"),
    list(itertools.product(Integrity, Coverage, Chain, Revocation)),
)
def test_there_is_one_green_signature_and_what_stands_is_never_red(
    integrity: Integrity, coverage: Coverage, chain: Chain, revocation: Revocation
) -> None:
    one = replace(
        GOOD, integrity=integrity, coverage=coverage, chain=chain, revocation=revocation
    )
    assert (light_of(one) is Light.GREEN) is (one == GOOD)
    assert light_of(one) is not Light.RED or not stands(file(one))


def test_an_unsigned_file_is_not_known_and_does_not_stand() -> None:
    bare = file(findings=(Finding(code="unsigned"),))
    assert (light(bare), stands(bare)) == (Light.YELLOW, False)
    assert light(file()) is Light.YELLOW


@pytest.mark.parametrize("code", ["hash", "part_changed", "never_heard_of"])
def test_any_finding_that_is_not_mere_silence_is_red(code: str) -> None:
    found = file(GOOD, findings=(Finding(code=code),))
    assert (light(found), stands(found)) == (Light.RED, False)


def test_a_signature_that_was_cut_off_is_missed() -> None:
    cut = file(GOOD, expected=(PERSON, AGENCY))
    for found in (cut, package(cut)):
        assert (light(found), stands(found)) == (Light.YELLOW, False)


def test_another_name_than_expected_is_doubtful_and_told() -> None:
    other = file(GOOD, expected=(replace(PERSON, found="X", agrees=False),))
    assert (light(other), stands(other)) == (Light.YELLOW, True)


def test_a_member_without_a_signature_is_covered_by_the_seal() -> None:
    bare = file(findings=(Finding(code="unsigned"),), expected=(AGENCY,))
    assert (light(package(bare)), stands(package(bare))) == (Light.GREEN, True)
