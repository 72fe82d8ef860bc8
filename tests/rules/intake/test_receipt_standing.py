"""A receipt matches, is of an older version, or tells another count."""

from desktop.records.exchange import ControlTotal, ReceiptOutcome
from desktop.rules.intake.receipt_standing import Numbered, standing

SENT = ControlTotal(entries=2, attendance=30, code="A")
FIRST, SLIP, SECOND = Numbered(1, 0), Numbered(1, 1), Numbered(2, 0)


def test_the_last_one_sent_with_the_same_count_matches() -> None:
    assert standing(SLIP, SLIP, SENT, SENT) is ReceiptOutcome.MATCHES


def test_an_older_one_is_told_before_its_count_is_looked_at() -> None:
    for newest in (SLIP, SECOND):
        assert standing(FIRST, newest, SENT, SENT) is ReceiptOutcome.OTHER_VERSION


def test_another_count_or_code_differs() -> None:
    other = ControlTotal(entries=2, attendance=30, code="B")
    assert standing(FIRST, FIRST, SENT, other) is ReceiptOutcome.DIFFERS
