"""How far the periods have come."""

import datetime as dt

from desktop.operations.periods.close_period import close_period
from desktop.operations.periods.read_standings import (
    locking_day,
    locking_period,
    read_standings,
    standing_of,
)
from desktop.records.period import PeriodState
from desktop.rules.calendar import parse_period
from desktop.store.store import Store


def test_a_period_nobody_spoke_of_is_being_entered(store: Store) -> None:
    standing = standing_of(store, parse_period("2024-H1"))
    assert standing.state is PeriodState.ENTERING
    assert read_standings(store) == ()


def test_periods_are_told_from_the_earliest_on(store: Store) -> None:
    for code in ("2024-H2", "2024-H1"):
        close_period(store, parse_period(code))
    assert [one.standing.period_code for one in read_standings(store)] == [
        "2024-H1",
        "2024-H2",
    ]


def test_what_locks_a_day_is_told_shortest_first(store: Store) -> None:
    for code in ("2024", "2024-Q1", "2024-H1"):
        close_period(store, parse_period(code))
    told = locking_day(store, dt.date(2024, 2, 1))
    assert [one.period_code for one in told] == ["2024-Q1", "2024-H1", "2024"]
    assert locking_day(store, dt.date(2025, 1, 1)) == ()
    others = locking_period(store, parse_period("2024-H1"))
    assert {one.period_code for one in others} == {"2024-Q1", "2024"}
