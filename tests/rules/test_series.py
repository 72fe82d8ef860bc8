"""Series: the days of a rhythm, and what of an entry goes with it."""

import datetime as dt
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.files.catalogue import load_registers
from desktop.records.activity import ActivityState
from desktop.records.identity import RecordId
from desktop.records.period import DayOff
from desktop.records.register import Register
from desktop.rules.deadlines import work_days
from desktop.rules.series import LONGEST, Rhythm, Unit, days_after, repeated
from tests.builders import a_broadcast, an_activity

D = dt.date


def register(code: str) -> Register:
    return next(one for one in load_registers() if one.code == code)


def rhythm(unit: Unit, until: dt.date, step: int = 1) -> Rhythm:
    return Rhythm(unit=unit, step=step, until=until)


def test_a_week_later_until_the_last_day_itself() -> None:
    found = days_after(D(2024, 1, 1), rhythm(Unit.WEEK, D(2024, 1, 22)))
    assert found == (D(2024, 1, 8), D(2024, 1, 15), D(2024, 1, 22))


def test_every_other_month_and_the_end_of_short_ones() -> None:
    found = days_after(D(2023, 12, 31), rhythm(Unit.MONTH, D(2024, 8, 31), 2))
    assert found == (
        D(2024, 2, 29),
        D(2024, 4, 30),
        D(2024, 6, 30),
        D(2024, 8, 31),
    )


def test_days_off_are_left_out_and_days_in_exchange_are_not() -> None:
    days = work_days(
        (DayOff(id="a", day=D(2024, 1, 3), name="Nghỉ"), an_exchange(D(2024, 1, 6))),
        ((1, 4),),
    )
    daily = Rhythm(unit=Unit.DAY, step=1, until=D(2024, 1, 8), work_days=days)
    # the 3rd is off, the 4th a holiday of every year, the 7th a Sunday
    assert days_after(D(2024, 1, 1), daily) == (
        D(2024, 1, 2),
        D(2024, 1, 5),
        D(2024, 1, 6),
        D(2024, 1, 8),
    )


def an_exchange(day: dt.date) -> DayOff:
    return DayOff(id="b", day=day, name="Làm bù", working=True)


def test_nothing_follows_when_the_last_day_is_the_first() -> None:
    assert days_after(D(2024, 1, 1), rhythm(Unit.DAY, D(2024, 1, 1))) == ()


def test_a_step_of_nothing_is_no_rhythm() -> None:
    with pytest.raises(ValueError, match="0"):
        days_after(D(2024, 1, 1), rhythm(Unit.DAY, D(2024, 2, 1), 0))


def test_more_than_the_longest_is_told_by_one_too_many() -> None:
    found = days_after(D(2024, 1, 1), rhythm(Unit.DAY, D(9000, 1, 1)))
    assert len(found) == LONGEST + 1


@given(
    st.dates(D(2020, 1, 1), D(2030, 1, 1)),
    st.sampled_from(Unit),
    st.integers(1, 20),
    st.integers(0, 800),
)
def test_days_rise_lie_behind_the_first_and_end_in_time(
    first: dt.date, unit: Unit, step: int, length: int
) -> None:
    until = first + dt.timedelta(days=length)
    found = days_after(first, rhythm(unit, until, step))
    assert all(one < two for one, two in itertools.pairwise((first, *found)))
    assert all(day <= until for day in found)


def test_an_event_keeps_its_length_and_is_planned_while_it_is_to_come() -> None:
    event = an_activity(
        id="a",
        first_day=D(2024, 1, 1),
        last_day=D(2024, 1, 2),
        held_at=dt.datetime(2024, 1, 1, 8, 0),  # noqa: DTZ001  the office's own time
        joined_to="b",
        attendance=30,
    )
    ids = itertools.count()
    made = repeated(
        register("training"),
        event,
        (D(2024, 1, 8), D(2024, 1, 15)),
        day_field="first_day",
        today=D(2024, 1, 10),
        make_id=lambda: RecordId(f"n{next(ids)}"),
    )
    assert [(one.id, one.first_day, one.last_day, one.state) for one in made] == [
        ("n0", D(2024, 1, 8), D(2024, 1, 9), ActivityState.DONE),
        ("n1", D(2024, 1, 15), D(2024, 1, 16), ActivityState.PLANNED),
    ]
    assert {one.joined_to for one in made} == {None}
    assert {one.attendance for one in made} == {30}


def test_what_was_cancelled_once_is_not_cancelled_for_ever() -> None:
    event = an_activity(state=ActivityState.CANCELLED)
    (made,) = repeated(
        register("training"),
        event,
        (event.first_day + dt.timedelta(days=7),),
        day_field="first_day",
        today=event.last_day + dt.timedelta(days=30),
        make_id=lambda: RecordId("n"),
    )
    assert made.state is ActivityState.DONE


def test_a_moment_of_the_one_event_is_not_repeated() -> None:
    event = an_activity(
        "press_information",
        held_at=dt.datetime(2024, 1, 1, 8, 0),  # noqa: DTZ001  as above
    )
    (made,) = repeated(
        register("press_information"),
        event,
        (event.first_day + dt.timedelta(days=30),),
        day_field="first_day",
        today=D(2030, 1, 1),
        make_id=lambda: RecordId("n"),
    )
    assert made.held_at is None


def test_a_weekly_broadcast_keeps_its_minutes() -> None:
    one = a_broadcast(first_day=D(2024, 1, 1), last_day=D(2024, 1, 1), minutes=15)
    (made,) = repeated(
        register("broadcast"),
        one,
        (D(2024, 1, 8),),
        day_field="first_day",
        today=D(2024, 2, 1),
        make_id=lambda: RecordId("n"),
    )
    assert (made.minutes, made.first_day, made.last_day) == (
        15,
        D(2024, 1, 8),
        D(2024, 1, 8),
    )
