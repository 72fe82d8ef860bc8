"""What a whole number counts in a locked period stays as it was counted."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest

from desktop.errors import ConflictError
from desktop.records.activity import Activity
from desktop.records.agency import Succession, SuccessionKind
from desktop.records.identity import AgencyId, RecordId
from desktop.records.period import PeriodStanding, PeriodState
from desktop.records.returns import UnlistedTotal
from desktop.rules.calendar import parse_period
from desktop.rules.counting import Span
from desktop.store import records, totals
from desktop.store.rows import to_row
from desktop.store.store import Store
from desktop.wording.faults import explain
from tests.builders import NOW, OWN, UNIT, an_activity
from tests.store.samples import FIGURES

PEOPLE = FIGURES["direct_attendance"]  # type: ignore[index]
LAST_QUARTER = Span(dt.date(2024, 10, 1), dt.date(2024, 12, 31))
SPRING = dt.date(2024, 5, 20)
OTHER = AgencyId(OWN)


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


def standing(state: PeriodState) -> PeriodStanding:
    period = parse_period("2024-Q4")
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
