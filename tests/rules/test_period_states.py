"""The five states of a period, and which may follow which."""

import datetime as dt
from dataclasses import replace

import pytest

from desktop.records.period import PeriodState
from desktop.rules import period_states
from desktop.rules.calendar import parse_period
from tests.builders import NOW

ENTERING, CLOSED, SIGNED, RECEIVED, ACCEPTED = PeriodState


def test_a_period_is_locked_from_its_first_to_its_closing_day() -> None:
    closed = period_states.entering(parse_period("2024@14/11"), NOW)
    assert (closed.first_day, closed.last_day) == (
        dt.date(2024, 1, 1),
        dt.date(2024, 11, 14),
    )
    assert not period_states.is_locked(closed)


def test_typed_days_are_kept_under_their_days() -> None:
    one, two = (
        period_states.entering(parse_period(days), NOW)
        for days in ("01/01/2024-14/11/2024", "01/01/2024-30/06/2024")
    )
    assert one.period_code == two.period_code
    assert one.id != two.id


@pytest.mark.parametrize(
    ("state", "then"),
    [
        (ENTERING, {CLOSED, SIGNED}),
        (CLOSED, {SIGNED, RECEIVED, ACCEPTED}),
        (SIGNED, {SIGNED, RECEIVED, ACCEPTED}),
        (RECEIVED, {RECEIVED, ACCEPTED}),
        (ACCEPTED, {ACCEPTED}),
    ],
)
def test_a_period_goes_forward_only(state: PeriodState, then: set[PeriodState]) -> None:
    assert {one for one in PeriodState if period_states.may_follow(state, one)} == then


def test_letters_and_reports_of_one_request_lock_nothing() -> None:
    locking = ("report-year", "report-half-year", "report-mid-term", "report-final")
    assert all(period_states.locks_when_signed(kind) for kind in locking)
    others = ("report-thematic", "report-ad-hoc", "letter-reminder", "correction")
    assert not any(period_states.locks_when_signed(kind) for kind in others)


def test_signing_keeps_what_the_office_above_said() -> None:
    entering = period_states.entering(parse_period("2024"), NOW)
    signed = period_states.signed_by(entering, "one", NOW)
    assert signed is not None
    assert (signed.state, signed.report) == (SIGNED, "one")
    assert period_states.signed_by(signed, "one", NOW) is None
    again = period_states.signed_by(signed, "two", NOW)
    assert again is not None
    assert again.report == "two"
    accepted = replace(signed, state=ACCEPTED)
    assert period_states.signed_by(accepted, "two", NOW) is None


def test_periods_overlap_by_a_single_day() -> None:
    one, two, three = (
        period_states.entering(parse_period(days), NOW)
        for days in ("2024-H1", "30/06/2024-31/07/2024", "2024-H2")
    )
    assert period_states.overlap(one, two)
    assert period_states.overlap(two, one)
    assert not period_states.overlap(one, three)
