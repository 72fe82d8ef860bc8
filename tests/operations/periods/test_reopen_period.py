"""A period is opened again with a reason, which stays in the history."""

import pytest

from desktop.errors import ConflictError, InputError
from desktop.operations.entries.record_entry import record
from desktop.operations.history.undo import undo
from desktop.operations.periods.close_period import close_period
from desktop.operations.periods.read_standings import read_standings
from desktop.operations.periods.reopen_period import reopen_period
from desktop.records.period import PeriodState
from desktop.rules.calendar import parse_period
from desktop.store.store import Store
from tests.builders import an_activity

YEAR, QUARTER = parse_period("2024"), parse_period("2024-Q1")


def test_an_opened_period_takes_entries_again_and_keeps_why(store: Store) -> None:
    store.officer = "Y Hà"
    close_period(store, YEAR)
    reopened = reopen_period(store, YEAR, "  Xã gửi muộn ").value
    assert reopened.standing.state is PeriodState.ENTERING
    assert reopened.still_locked == ()
    record(store, an_activity())
    (told,) = read_standings(store)
    assert [(one.state.value, one.reason, one.by) for one in told.history] == [
        ("closed", "", "Y Hà"),
        ("entering", "Xã gửi muộn", "Y Hà"),
    ]


def test_without_a_reason_it_stays_closed(store: Store) -> None:
    close_period(store, YEAR)
    with pytest.raises(InputError) as caught:
        reopen_period(store, YEAR, "  ")
    assert [(one.field, one.code) for one in caught.value.problems] == [
        ("reason", "missing")
    ]
    with pytest.raises(ConflictError, match="period_locked"):
        record(store, an_activity())


def test_a_period_being_entered_is_not_opened(store: Store) -> None:
    with pytest.raises(ConflictError, match="period_open"):
        reopen_period(store, YEAR, "Nhầm")


def test_a_wider_period_keeps_the_days_locked_and_is_named(store: Store) -> None:
    close_period(store, YEAR)
    close_period(store, QUARTER)
    reopened = reopen_period(store, QUARTER, "Xã gửi muộn").value
    assert [one.period_code for one in reopened.still_locked] == ["2024"]
    with pytest.raises(ConflictError) as caught:
        record(store, an_activity())
    assert caught.value.facts[0] == "2024"


def test_opening_again_is_not_undone(store: Store) -> None:
    close_period(store, YEAR)
    reopen_period(store, YEAR, "Xã gửi muộn")
    assert undo(store).value is None
    record(store, an_activity())
