"""The board tells who has reported to the office and who has not."""

import datetime as dt

from desktop.operations.entries.record_entry import record_many
from desktop.operations.periods.read_deadlines import read_deadlines
from desktop.operations.units.read_board import read_board
from desktop.rules.calendar import parse_period
from desktop.store.store import Store
from tests import builders

YEAR = parse_period("2024")


def test_units_count_as_heard_from_once_they_have_an_entry(store: Store) -> None:
    first, second = read_board(store, YEAR)
    assert (len(first.received), len(first.missing)) == (0, 34)
    record_many(store, (builders.an_activity(agency=builders.UNIT),))
    first, second = read_board(store, YEAR)
    assert [one.id for one in first.received] == [builders.UNIT]
    assert len(first.missing) == 33
    assert builders.UNIT not in {one.id for one in first.missing}
    assert (second.received, second.missing) == ((), ())


def test_entries_count_in_the_period_shown_and_to_its_closing_day(
    store: Store,
) -> None:
    record_many(store, (builders.an_activity(agency=builders.UNIT),))  # 5 June
    assert len(read_board(store, parse_period("2024-H1"))[0].received) == 1
    assert len(read_board(store, parse_period("2024-H2"))[0].received) == 0
    assert len(read_board(store, parse_period("2024@04/06"))[0].received) == 0


def test_everything_else_is_as_the_deadlines_say(store: Store) -> None:
    plain = read_deadlines(store, 2025)
    board = read_board(store, parse_period("2025-Q3"))
    assert [one.key for one in board] == [one.key for one in plain]
    assert board[0].last_day == dt.date(2025, 11, 24)
