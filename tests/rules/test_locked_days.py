"""What the preview of an import says of locked periods is what the schema does."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from desktop.errors import ConflictError
from desktop.records.identity import GoalId, RecordId
from desktop.records.period import PeriodStanding, PeriodState
from desktop.records.target import Estimate
from desktop.rules.locked_days import refusing, speaks_of
from desktop.store.store import Store
from tests import builders
from tests.builders import NOW
from tests.store.test_locks import AFTER, DATED, HALF, IN_HALF, OF_A_YEAR, on, put

DAYS = (dt.date(2023, 12, 31), HALF[0], IN_HALF, HALF[1], AFTER)
SPANS = (
    HALF,
    (dt.date(2024, 1, 1), dt.date(2024, 9, 30)),
    (dt.date(2024, 1, 1), dt.date(2024, 11, 14)),
    (dt.date(2023, 12, 15), dt.date(2024, 12, 14)),
    (dt.date(2024, 10, 1), dt.date(2025, 12, 31)),
    (dt.date(2024, 10, 1), dt.date(2024, 12, 31)),
)


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[Store]:
    with builders.a_bare_store(tmp_path / "so.stt") as store:
        yield store


def locked(span: tuple[dt.date, dt.date], name: str = "x") -> PeriodStanding:
    return PeriodStanding(
        id=name,
        period_code=name,
        first_day=span[0],
        last_day=span[1],
        state=PeriodState.CLOSED,
        changed_at=NOW,
    )


def schema_refuses(store: Store, one: object) -> bool:
    try:
        put(store, one)
    except ConflictError:
        return True
    return False


def each_write(table: str) -> Iterator[tuple[Any, Any]]:
    """Yield an entry as it is kept, or none, and as it would be."""
    one, field = DATED[table]
    for day in DAYS:
        yield None, on(one, field, day)
        for other in DAYS:
            if other != day:
                yield on(one, field, day), on(one, field, other)


@pytest.mark.parametrize("table", sorted(DATED))
def test_the_rule_refuses_what_the_schema_does_by_the_day(
    bare: Store, table: str
) -> None:
    standing, told = locked(HALF), []
    for number, (before, after) in enumerate(each_write(table)):
        own = RecordId(f"n{number}")
        record = replace(after, id=own)
        kept = None if before is None else replace(before, id=own)
        if kept is not None:
            put(bare, kept)
        put(bare, standing)
        told.append(refusing((standing,), record, kept) is not None)
        assert schema_refuses(bare, record) == told[-1], (kept, record)
        put(bare, replace(standing, state=PeriodState.ENTERING))
    assert set(told) == {True, False}


@pytest.mark.parametrize("span", SPANS)
def test_the_rule_refuses_what_the_schema_does_by_the_year(
    bare: Store, span: tuple[dt.date, dt.date]
) -> None:
    standing = locked(span)
    put(bare, standing)
    for year in range(2022, 2027):
        for name, one in OF_A_YEAR.items():
            record = replace(one, id=RecordId(f"{name}-{year}"), year=year)
            found = refusing((standing,), record)
            assert schema_refuses(bare, record) == (found is not None), (name, year)
            assert found is None or found[0] == "year"


CHANNEL = builders.a_channel(opened_on=IN_HALF)
CHANGES: dict[str, dict[str, Any]] = {
    "name": {"name": "Khác"},
    "note": {"note": "khác"},
    "closed later": {"closed_on": AFTER},
    "closed then": {"closed_on": HALF[1]},
    "a section later": {"section": True, "section_since": AFTER},
    "a section then": {"section": True, "section_since": HALF[1]},
    "opened later": {"opened_on": AFTER},
}


@pytest.mark.parametrize("change", sorted(CHANGES))
@pytest.mark.parametrize("opened", [IN_HALF, AFTER])
def test_a_channel_may_be_closed_on_a_later_day(
    bare: Store, change: str, opened: dt.date
) -> None:
    before = replace(CHANNEL, opened_on=opened)
    record, standing = replace(before, **CHANGES[change]), locked(HALF)
    put(bare, before)
    put(bare, standing)
    refused = record != before and schema_refuses(bare, record)
    assert (refusing((standing,), record, before) is not None) == refused


def test_the_shortest_locked_period_is_named_and_an_open_one_never() -> None:
    one = builders.an_activity(last_day=IN_HALF, first_day=IN_HALF)
    year = locked((dt.date(2024, 1, 1), dt.date(2024, 12, 31)), "year")
    half = locked(HALF, "half")
    assert refusing((year, half), one) == ("last_day", half)
    opened = replace(half, state=PeriodState.ENTERING)
    assert refusing((year, opened), one) == ("last_day", year)
    assert refusing((opened,), one) is None


def test_estimates_stay_writable_and_no_year_is_too_odd() -> None:
    every = (locked((dt.date(2024, 1, 1), dt.date(2024, 12, 31))),)
    estimate = Estimate(
        id=RecordId("e"),
        goal=GoalId("T1"),
        year=2024,
        value=Decimal(1),
        made_on=IN_HALF,
    )
    assert refusing(every, estimate) is None
    assert not speaks_of(every[0], 0)
    assert not speaks_of(every[0], 9999)
