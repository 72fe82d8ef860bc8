"""One light for what was found of a signed file, so that silence is never green."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Final

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


class Light(StrEnum):
    """How a file stands at one glance; a shape and words go with each colour."""

    GREEN = "green"
    """Whole, known, asked about revocation, and signed by everybody expected."""
    YELLOW = "yellow"
    """Nothing wrong was found, and something is not known."""
    RED = "red"
    """Something is wrong: not to be used before its sender was asked."""


_ORDER: Final = (Light.GREEN, Light.YELLOW, Light.RED)
_INTEGRITY: Final = {
    Integrity.INTACT: Light.GREEN,
    Integrity.UNSIGNED: Light.YELLOW,
    Integrity.UNSUPPORTED: Light.YELLOW,
}
_CHAIN: Final = {
    Chain.PINNED: Light.GREEN,
    Chain.LAPSED: Light.YELLOW,
    Chain.TEST: Light.YELLOW,
    Chain.UNKNOWN: Light.YELLOW,
}
_REVOCATION: Final = {
    Revocation.GOOD: Light.GREEN,
    Revocation.NOT_CHECKED: Light.YELLOW,
}
_NOT_KNOWN: Final = frozenset({"unsigned", "unsupported", "too_large", "repacked"})
"""Findings that tell of something not known; every other tells of something wrong."""
_STANDING: Final = frozenset({Chain.PINNED, Chain.TEST})


def light(verdict: FileVerdict) -> Light:
    """Return the worst light of a file: signatures, findings, signers, members.

    A member without a signature of its own is covered by the seal around it.
    """
    return _worst(
        [
            Light.GREEN if verdict.signatures else Light.YELLOW,
            *map(light_of, verdict.signatures),
            *map(light_of_finding, verdict.findings),
            *map(_expected_light, verdict.expected),
            *(light(member) for member in verdict.members if member.signatures),
        ]
    )


def light_of(signature: SignatureVerdict) -> Light:
    """Return the worst light of a signature: content, certificate, revocation, time.

    One that claims a time to come is not wrong for that: whose clock is, is not known.
    """
    whole = signature.coverage is Coverage.COMPLETE
    doubtful = signature.integrity in {Integrity.UNSIGNED, Integrity.UNSUPPORTED}
    return _worst(
        [
            _INTEGRITY.get(signature.integrity, Light.RED),
            Light.GREEN if whole or doubtful else Light.RED,
            _CHAIN.get(signature.chain, Light.RED),
            _REVOCATION.get(signature.revocation, Light.RED),
            Light.YELLOW if signature.ahead else Light.GREEN,
        ]
    )


def light_of_finding(finding: Finding) -> Light:
    """Return the light of one finding: not known, or wrong."""
    return Light.YELLOW if finding.code in _NOT_KNOWN else Light.RED


def stands(verdict: FileVerdict) -> bool:
    """Tell whether a file is signed, unchanged, whole, and by everybody we expect.

    A throw-away test key is good for a file that says of itself that it is
    practice; on any other file it is a finding. That nobody was asked about
    revocation does not overturn it; `light` never shows it green.
    """
    signatures = [
        *verdict.signatures,
        *(one for member in verdict.members for one in member.signatures),
    ]
    expected = [
        *verdict.expected,
        *(one for each in verdict.members if each.signatures for one in each.expected),
    ]
    return (
        verdict.intact
        and all(one.found for one in expected)
        and all(
            one.chain in _STANDING
            and one.revocation is not Revocation.REVOKED
            and not one.ahead
            for one in signatures
        )
    )


def _worst(lights: Iterable[Light]) -> Light:
    return max(lights, key=_ORDER.index)


def _expected_light(expected: ExpectedSigner) -> Light:
    return Light.GREEN if expected.found and expected.agrees else Light.YELLOW
