"""What a whole number counts in a locked period stays as it was counted."""

import contextlib
import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from desktop.errors import ConflictError
from desktop.records.activity import Activity
from desktop.records.agency import Agency, Succession, SuccessionKind
from desktop.records.identity import AgencyId, RecordId
from desktop.records.period import Period, PeriodStanding, PeriodState
from desktop.records.returns import UnlistedTotal
from desktop.rules.calendar import parse_period
from desktop.rules.counting import Span
from desktop.store import records, totals
from desktop.store.rows import to_row
from desktop.store.store import Store
from desktop.wording.faults import explain
from tests.builders import NOW, OWN, UNIT, a_copy, an_activity
from tests.store.samples import FIGURES

PEOPLE = FIGURES["direct_attendance"]  # type: ignore[index]
LAST_QUARTER = Span(dt.date(2024, 10, 1), dt.date(2024, 12, 31))
SPRING = dt.date(2024, 5, 20)
OTHER = AgencyId(OWN)
FOURTH = parse_period("2024-Q4")


def held(key: str, day: dt.date, people: int, unit: str = UNIT) -> Activity:
    return an_activity(
        id=key, agency=unit, first_day=day, last_day=day, attendance=people
    )


def told(**changes: object) -> UnlistedTotal:
    values: dict[str, object] = {
        "id": RecordId("năm"),
        "agency": AgencyId(UNIT),
        "figure": PEOPLE.code,
        "first_day": dt.date(2024, 1, 1),
        "last_day": dt.date(2024, 12, 31),
        "value": Decimal(100),
        "note": "Số lượt người",
        "whole": True,
    }
    return UnlistedTotal(**(values | changes))  # type: ignore[arg-type]


def put(store: Store, *many: object) -> None:
    with store.change("put") as change:
        for one in many:
            records.put(change, one)


def standing(state: PeriodState, period: Period = FOURTH) -> PeriodStanding:
    return PeriodStanding(
        id=period.code,
        period_code=period.code,
        first_day=period.first_day,
        last_day=period.last_day,
        state=state,
        changed_at=NOW,
    )


@pytest.fixture
def locked(store: Store) -> Iterator[Store]:
    """Return an office that holds 70 of the 100 people a unit told of the year.

    30 are left, which count in the last quarter; that one is locked.
    """
    put(
        store,
        held("xuân", SPRING, 60),
        held("đông", LAST_QUARTER.first, 10),
        told(),
        standing(PeriodState.CLOSED),
    )
    assert totals.total(store.reader, PEOPLE, LAST_QUARTER) == 40
    yield store
    assert totals.total(store.reader, PEOPLE, LAST_QUARTER) == 40, "it did not move"


def refused(store: Store, *many: object) -> ConflictError:
    with pytest.raises(ConflictError) as caught:
        put(store, *many)
    assert caught.value.reason == "total_locked"
    return caught.value


def test_an_entry_of_an_open_quarter_does_not_move_a_locked_one(locked: Store) -> None:
    error = refused(locked, held("xuân", SPRING, 65))
    refused(locked, held("hè", dt.date(2024, 8, 1), 5))
    refused(locked, told(id="quý hai", last_day=dt.date(2024, 6, 30), whole=False))
    with (
        pytest.raises(ConflictError, match="total_locked"),
        locked.change("remove") as change,
    ):
        records.remove(change, Activity, "xuân")
    said = explain(error)
    assert "01/01/2024–31/12/2024" in said.why
    assert (
        said.next == "Mở lại kỳ 01/10/2024–31/12/2024, ghi hoặc sửa mục, rồi chốt lại."
    )


def test_rows_written_by_the_thousands_are_refused_as_one_is(locked: Store) -> None:
    row = to_row(held("nhiều", SPRING, 5))
    columns = {name: [value] for name, value in row.items()}
    with (
        pytest.raises(ConflictError, match="total_locked"),
        locked.change("put") as change,
    ):
        change.add_rows("activities", columns)


def test_what_the_number_does_not_tell_is_written_as_ever(locked: Store) -> None:
    put(locked, held("khác", SPRING, 5, OTHER))
    put(locked, held("trước", dt.date(2023, 12, 31), 5))
    put(locked, told(id="khác", figure="copies", last_day=SPRING, whole=False))
    put(
        locked,
        replace(told(id="năm ngoái"), first_day=SPRING, last_day=SPRING, agency=OTHER),
    )


def test_of_whom_a_unit_took_over_from_no_entry_is_written_either(store: Store) -> None:
    merged = Succession(
        id=RecordId("1"),
        kind=SuccessionKind.MERGED,
        day=dt.date(2024, 7, 1),
        predecessors=(OTHER,),
        successors=(AgencyId(UNIT),),
    )
    put(store, merged, told(), standing(PeriodState.CLOSED))
    refused(store, held("xuân", SPRING, 5, OTHER))


def test_nor_of_whom_it_took_over_from_together_with_another(store: Store) -> None:
    split = Succession(
        id=RecordId("1"),
        kind=SuccessionKind.SPLIT,
        day=dt.date(2024, 7, 1),
        predecessors=(AgencyId("đã-tách"),),
        successors=(AgencyId(UNIT), OTHER),
    )
    old = Agency(id=AgencyId("đã-tách"), name="Đã tách", kind="", tier="")
    put(store, old, split, told(), standing(PeriodState.CLOSED))
    refused(store, held("xuân", SPRING, 5, old.id))
    assert totals.total(store.reader, PEOPLE, LAST_QUARTER) == 100


def test_a_period_opened_again_lets_the_entry_in_and_the_rest_shrink(
    store: Store,
) -> None:
    put(store, held("xuân", SPRING, 60), told(), standing(PeriodState.CLOSED))
    refused(store, held("xuân", SPRING, 65))
    put(store, standing(PeriodState.ENTERING))
    put(store, held("xuân", SPRING, 65))
    assert totals.total(store.reader, PEOPLE, LAST_QUARTER) == 35
    year = Span(dt.date(2024, 1, 1), dt.date(2024, 12, 31))
    assert totals.total(store.reader, PEOPLE, year) == 100


def test_days_that_are_all_locked_are_refused_by_the_period_itself(
    store: Store,
) -> None:
    year = replace(
        standing(PeriodState.CLOSED), id="2024", first_day=dt.date(2024, 1, 1)
    )
    put(store, told(), year)
    with pytest.raises(ConflictError, match="period_locked"):
        put(store, held("xuân", SPRING, 5))


def test_a_day_that_is_locked_itself_is_refused_by_its_own_period(
    locked: Store,
) -> None:
    with pytest.raises(ConflictError, match="period_locked"):
        put(locked, held("đông", LAST_QUARTER.first, 11))


# --- whatever is done, what is locked stands still ------------------------------------

QUARTERS = [parse_period(f"2024-Q{number}") for number in range(1, 5)]
PERIODS = [*QUARTERS, parse_period("2024-H1"), parse_period("2024-H2")]
STRETCHES = [*PERIODS, parse_period("2024")]
DAYS = st.sampled_from([dt.date(2024, month, 20) for month in range(1, 13)])
UNITS = st.sampled_from([UNIT, OWN])
KEYS = st.sampled_from(["1", "2", "3"])
ENTRY = st.tuples(st.just("entry"), KEYS, UNITS, DAYS, st.integers(0, 40))
TOLD = st.tuples(
    st.just("told"),
    UNITS,
    st.sampled_from(STRETCHES),
    st.integers(0, 90),
    st.booleans(),
)
REMOVE = st.tuples(st.just("remove"), KEYS)
LOCK = st.tuples(st.sampled_from(["lock", "open"]), st.sampled_from(PERIODS))
DEEDS = st.lists(st.one_of(ENTRY, TOLD, REMOVE, LOCK), max_size=25)


def do(store: Store, deed: tuple[Any, ...]) -> None:
    """Do one thing; what is refused is not done."""
    kind, *given_ = deed
    with contextlib.suppress(ConflictError), store.change(kind) as change:
        if kind == "entry":
            key, unit, day, people = given_
            records.put(change, held(key, day, people, unit))
        elif kind == "told":
            unit, days, value, whole = given_
            one = told(
                id=f"{unit}/{days.code}",
                agency=AgencyId(unit),
                first_day=days.first_day,
                last_day=days.last_day,
                value=Decimal(value),
                whole=whole,
            )
            records.put(change, one)
        elif kind == "remove":
            change.write("activities", given_[0], None)
        else:
            state = PeriodState.CLOSED if kind == "lock" else PeriodState.ENTERING
            records.put(change, standing(state, given_[0]))


def counted(store: Store) -> dict[str, Decimal]:
    """Return the figure of each locked period."""
    return {
        one.id: totals.total(store.reader, PEOPLE, Span(one.first_day, one.last_day))
        for one in records.find(store.reader, PeriodStanding)
        if one.state is not PeriodState.ENTERING
    }


SPREAD = [("told", UNIT, STRETCHES[-1], 90, True), ("entry", "1", UNIT, SPRING, 40)]
"""A number of the year, and an entry of its spring: both count against each other."""


@settings(max_examples=15, deadline=None)
@given(deeds=DEEDS.map(lambda more: [*SPREAD, ("lock", FOURTH), *more]))
@example(deeds=[*SPREAD, ("lock", FOURTH), ("entry", "1", UNIT, SPRING, 30)])
@example(deeds=[*SPREAD, ("lock", FOURTH), ("told", UNIT, QUARTERS[1], 7, False)])
@example(deeds=[*SPREAD, ("lock", PERIODS[-1]), ("remove", "1")])
def test_whatever_is_written_a_locked_figure_stays(
    office_pattern: Path, deeds: list[tuple[Any, ...]]
) -> None:
    with a_copy(office_pattern) as store:
        stood: dict[str, Decimal] = {}
        for number, deed in enumerate(deeds):
            do(store, deed)
            now = counted(store)
            kept = {key: stood[key] for key in stood.keys() & now.keys()}
            assert kept == {key: now[key] for key in kept}, deeds[: number + 1]
            stood = now
