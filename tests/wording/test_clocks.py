"""A moment is shown by this machine's clock, in whatever year it lies."""

import datetime as dt
import os
import time
from collections.abc import Iterator

import pytest

from desktop.wording.clocks import on_this_clock

HERE = dt.timezone(dt.timedelta(hours=7))


@pytest.fixture
def in_vietnam(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the system keep the time of the program's users, where it can be told to."""
    if os.name != "posix":  # Windows keeps the zone it was set to
        yield
        return
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "Asia/Ho_Chi_Minh")
        time.tzset()
        yield
    time.tzset()


def test_a_moment_is_told_in_the_zone_of_this_machine(in_vietnam: None) -> None:
    moment = dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC)
    assert on_this_clock(moment) == moment
    assert on_this_clock(moment).utcoffset() == moment.astimezone().utcoffset()
    if os.name == "posix":
        assert on_this_clock(moment) == dt.datetime(2026, 11, 20, 19, tzinfo=HERE)


@pytest.mark.parametrize("year", [1, 1601, 1950, 1969, 1970, 3000, 3001, 9999])
@pytest.mark.parametrize("day", [(1, 1), (6, 15), (12, 31)])
def test_a_moment_of_any_year_can_be_told(
    in_vietnam: None, year: int, day: tuple[int, int]
) -> None:
    """Roots without an end say 9999-12-31, which no clock east of Greenwich has."""
    moment = dt.datetime(year, *day, 23, 59, 59, tzinfo=dt.UTC)
    told = on_this_clock(moment)
    assert told == moment
    assert abs(told.replace(tzinfo=dt.UTC) - moment) <= dt.timedelta(hours=14)
