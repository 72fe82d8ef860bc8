"""An office whose clock once stood ahead can sign again once somebody says so."""

import datetime as dt

import pytest

from desktop.errors import SignatureError
from desktop.operations.history.undo import undo
from desktop.operations.signing.confirm_clock import confirm_clock
from desktop.operations.signing.signings import last_signed_at, next_role, signings
from desktop.records.signing import SignerRole
from tests.builders import NOW
from tests.operations.desk import REPORT, Desk

PERSON, AGENCY = SignerRole.PERSON, SignerRole.AGENCY
YEAR = dt.timedelta(days=300)


def signed_by_a_clock_ahead(desk: Desk) -> None:
    desk.store.now = lambda: NOW + YEAR
    desk.sign_as(PERSON)
    desk.store.now = lambda: NOW


def test_what_was_noted_ahead_no_longer_stops_the_next_signing(desk: Desk) -> None:
    signed_by_a_clock_ahead(desk)
    with pytest.raises(SignatureError) as caught:
        desk.sign_as(AGENCY)
    assert caught.value.reason == "clock_back"
    assert confirm_clock(desk.store).value == 1
    assert last_signed_at(desk.store) is None
    desk.sign_as(AGENCY)
    assert next_role(desk.store, REPORT) is None
    told = [(one.role, one.signed_at) for one in signings(desk.store, REPORT)]
    assert told == [(PERSON, NOW + YEAR), (AGENCY, NOW)]


def test_a_clock_set_back_later_is_told_again(desk: Desk) -> None:
    signed_by_a_clock_ahead(desk)
    confirm_clock(desk.store)
    desk.sign_as(AGENCY)
    assert last_signed_at(desk.store) == NOW
    desk.store.now = lambda: NOW - YEAR
    assert confirm_clock(desk.store).value == 2


def test_confirming_is_a_deed_that_can_be_undone(desk: Desk) -> None:
    signed_by_a_clock_ahead(desk)
    confirm_clock(desk.store)
    assert undo(desk.store).value is not None
    assert last_signed_at(desk.store) == NOW + YEAR
