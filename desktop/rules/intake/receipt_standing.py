"""Say how a receipt stands to what was sent: it matches, is older, or differs."""

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.records.exchange import ControlTotal, ReceiptOutcome
from desktop.records.issued import IssuedReport


@dataclass(frozen=True, slots=True, order=True)
class Numbered:
    """Which report or slip something is, among those for the same days."""

    version: int
    """Of the report; a slip has that of the report it corrects."""
    slip: int


def numbered(original: IssuedReport, issued: IssuedReport) -> Numbered:
    """Return which one a report, or a slip of an original, is."""
    return Numbered(original.version, issued.slip)


def newest_of(
    issued: tuple[IssuedReport, IssuedReport],
    sent: Iterable[tuple[IssuedReport, IssuedReport]],
) -> Numbered:
    """Return the last report or slip for the same days, of those that were sent.

    Args:
        issued: A report, or the original of a slip, and the slip.
        sent: The same of everything that left the house.
    """
    own = issued[0]
    same = (
        numbered(*one)
        for one in sent
        if (one[0].first_day, one[0].last_day) == (own.first_day, own.last_day)
        and one[0].kind == own.kind
    )
    return max((numbered(*issued), *same))


def standing(
    issued: Numbered, newest: Numbered, sent: ControlTotal, received: ControlTotal
) -> ReceiptOutcome:
    """Return how a receipt for one report stands, given the last one sent."""
    if newest > issued:
        return ReceiptOutcome.OTHER_VERSION
    if sent != received:
        return ReceiptOutcome.DIFFERS
    return ReceiptOutcome.MATCHES
