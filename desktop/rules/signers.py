"""Say who is expected to sign a paper by a key, and in which order."""

from collections.abc import Collection
from typing import Final

from desktop.records.preferences import Preferences
from desktop.records.signing import SignerRole, SigningWay

ORDER: Final = (SignerRole.PERSON, SignerRole.AGENCY)
"""Decree 30/2020, Articles 13, 18 and 19: who has the authority signs before the
office puts its seal."""


def expected(preferences: Preferences) -> tuple[SignerRole, ...]:
    """Return who signs an office's papers by a key; none where it signs by hand."""
    if preferences.signing is SigningWay.PAPER:
        return ()
    return in_order(preferences.signers)


def in_order(roles: Collection[SignerRole]) -> tuple[SignerRole, ...]:
    """Return roles once each, in the order of signing."""
    return tuple(role for role in ORDER if role in roles)
