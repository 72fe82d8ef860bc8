"""The board tells who has reported to the office and who has not."""

import datetime as dt
from dataclasses import replace

from desktop.operations.agencies.merge_agencies import merge_agencies
from desktop.operations.agencies.succeeding import Decided
from desktop.operations.entries.record_entry import record_many
from desktop.operations.periods.read_deadlines import read_deadlines
from desktop.operations.units.read_board import read_board
from desktop.operations.units.read_units import read_units
from desktop.records.agency import Agency
from desktop.records.identity import AgencyId
from desktop.records.period import DeadlineKind
from desktop.rules.calendar import parse_period
from desktop.store import records
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


def test_units_are_counted_as_who_they_are_when_the_period_ends(store: Store) -> None:
    record_many(store, (builders.an_activity(agency=builders.UNIT),))
    both = (AgencyId(builders.UNIT), AgencyId("ubnd-xa-ha-mon"))
    half = Decided(day=dt.date(2024, 7, 1), number="1")
    new = Agency(id=AgencyId(""), name="Xã Mới")
    heir = merge_agencies(store, both, new, half).value.id
    board = read_board(store, YEAR)[0]
    assert [one.id for one in board.received] == [heir], "a forebear told of it"
    assert len(board.missing) == 32
    assert {one.agency.id for one in read_units(store, YEAR).silent} == {
        one.id for one in board.missing
    }
    before = read_board(store, parse_period("2024-H1"))[0]
    assert [one.id for one in before.received] == [builders.UNIT]


def test_what_half_a_year_tells_is_not_counted_at_the_duty_of_a_year(
    store: Store,
) -> None:
    (yearly,) = (one for one in read_board(store, YEAR) if one.missing)
    half = replace(yearly.deadline, id="half", kind=DeadlineKind.HALF_YEARLY)
    with store.change("put") as change:
        records.put(change, half)
    record_many(store, (builders.an_activity(agency=builders.UNIT),))

    def counted(code: str) -> dict[str, int]:
        board = read_board(store, parse_period(code))
        told = ((one.deadline.id, one) for one in board)
        return {key: len(one.received) for key, one in told if one.missing}

    assert counted("2024-H1") == {"half": 1}
    assert counted("2024") == {yearly.deadline.id: 1}
    assert counted("2024-Q2") == {"half": 1, yearly.deadline.id: 1}, (
        "nobody asks for it"
    )
