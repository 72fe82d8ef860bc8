"""Put findings in the order one looks at them, and leave the many out of sight."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from desktop.records.finding import Check, Finding

MOST = 10
"""Findings of one kind that are shown before somebody asks for the rest."""

WHOLE = Decimal(100)
"""Effect of a contradiction: neither of its numbers can be believed."""

_KINDS = tuple(Check)


@dataclass(frozen=True, slots=True)
class Shown:
    """The findings to look at now, and how many more there are of each kind."""

    findings: tuple[Finding, ...]
    hidden: tuple[tuple[Check, int], ...] = ()


def ordered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings with the largest effect first; of equals what blocks."""
    return tuple(sorted(findings, key=_place))


def shown(
    findings: Iterable[Finding], *, whole: Iterable[Check] = (), most: int = MOST
) -> Shown:
    """Return a few of each kind, in their order, and count those left out.

    Args:
        findings: In the order they are shown.
        whole: Kinds of which all are wanted.
        most: How many of each other kind.
    """
    whole = frozenset(whole)
    seen: Counter[Check] = Counter()
    kept: list[Finding] = []
    for one in findings:
        seen[one.code] += 1
        if one.code in whole or seen[one.code] <= most:
            kept.append(one)
    hidden = tuple(
        (code, seen[code] - most)
        for code in _KINDS
        if code not in whole and seen[code] > most
    )
    return Shown(tuple(kept), hidden)


def share(part: Decimal | int, whole: Decimal | int) -> Decimal:
    """Return a part of a whole in percent, one decimal, at most a hundred.

    Of nothing, whatever there is is the whole.
    """
    if not part:
        return Decimal(0)
    if not whole:
        return WHOLE
    found = (abs(Decimal(part)) / abs(Decimal(whole)) * 100).quantize(
        Decimal("0.1"), ROUND_HALF_UP
    )
    return min(found, WHOLE)


def _place(one: Finding) -> tuple[Decimal, bool, Decimal, int, str]:
    return -one.effect, not one.blocks, -one.moved, _KINDS.index(one.code), one.key
