"""Say how a receipt stands to what was sent: it matches, is older, or differs."""

from collections.abc import Iterable

from desktop.records.exchange import ControlTotal, ReceiptOutcome
from desktop.records.issued import IssuedReport


def newest_of(issued: IssuedReport, sent: Iterable[IssuedReport]) -> IssuedReport:
    """Return the last report or slip for the same days, of those that were sent."""
    same = [
        one
        for one in sent
        if (one.first_day, one.last_day) == (issued.first_day, issued.last_day)
        and one.kind == issued.kind
    ]
    return max((issued, *same), key=lambda one: (one.version, one.slip))


def standing(
    issued: IssuedReport,
    newest: IssuedReport,
    sent: ControlTotal,
    received: ControlTotal,
) -> ReceiptOutcome:
    """Return how a receipt for one report stands, given the last one sent."""
    if (newest.version, newest.slip) > (issued.version, issued.slip):
        return ReceiptOutcome.OTHER_VERSION
    if sent != received:
        return ReceiptOutcome.DIFFERS
    return ReceiptOutcome.MATCHES
