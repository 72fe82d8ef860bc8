"""The pages for a successor speak as the screens and lists do."""

from desktop.records.signing import SignerRole
from desktop.rules.calendar import parse_period
from desktop.wording import handover_notes, periods
from desktop.wording.labels import label


def test_a_role_stands_in_the_middle_of_a_sentence() -> None:
    for role in SignerRole:
        assert handover_notes.role(role) == label(role).lower()


def test_the_pages_call_a_period_as_everything_else_does() -> None:
    period = parse_period("2024-Q2")
    assert handover_notes.period(period) == periods.period_phrase(period)
    assert handover_notes.call(None) == "–"
