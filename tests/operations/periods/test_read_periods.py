"""How the office cuts its years, and when its plan has figures closed."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from desktop.files.catalogue import load_regimes
from desktop.operations.offices.set_preferences import set_preferences
from desktop.operations.periods.read_periods import (
    closing_doubts,
    period_of_year,
    regime_named,
    with_closing,
)
from desktop.records.period import DayOff, Deadline
from desktop.rules.calendar import parse_period
from desktop.store import preferences, records
from desktop.store.store import Store
from tests.operations.periods.test_read_deadlines import keep

REGIMES = {one.code: one for one in load_regimes()}


def closing(store: Store, month: int | None, day: int | None) -> None:
    """Let the plan's yearly deadline close the figures on a day."""
    first = records.find(store.reader, Deadline)[-1]
    assert first.due_day == 25
    keep(store, replace(first, closing_month=month, closing_day=day))


def cut_by(store: Store, regime: str) -> None:
    kept = preferences.get(store.reader)
    assert kept is not None
    set_preferences(store, replace(kept, regime=regime))


@pytest.mark.parametrize(
    ("regime", "code"),
    [
        ("plan", "2024"),
        ("statistics", "2024"),
        ("decree_09", "2024@decree_09"),
        ("forgotten", "2024"),
    ],
)
def test_an_office_begins_with_a_year_cut_its_way(
    store: Store, regime: str, code: str
) -> None:
    cut_by(store, regime)
    assert period_of_year(store, 2024) == parse_period(code, load_regimes())


def test_the_plan_tells_when_its_figures_are_closed(store: Store) -> None:
    closing(store, 11, 14)
    assert period_of_year(store, 2024) == parse_period("2024@14/11")
    half = parse_period("2024-H1")
    assert with_closing(store, half, REGIMES["plan"]) == half
    for regime in ("statistics", "decree_09"):
        cut_by(store, regime)
        assert period_of_year(store, 2024).closing_day.month == 12


@pytest.mark.parametrize(
    ("code", "doubtful"),
    [
        ("2024@14/11", False),
        ("2024@21/11", False),
        ("2024@22/11", True),
        ("2024@30/11", True),
        ("2024", False),
        ("2024-H1@05/06", False),
    ],
)
def test_closing_leaves_a_working_day_before_the_report_is_due(
    store: Store, code: str, doubtful: bool
) -> None:
    found: tuple[Any, ...] = closing_doubts(store, parse_period(code))
    assert [(one.code, one.facts, one.blocking) for one in found] == (
        [("closing_too_late", ("24/11/2024",), False)] if doubtful else []
    )


def test_a_day_off_is_no_day_to_write_a_report_in(store: Store) -> None:
    period = parse_period("2024@21/11")
    assert not closing_doubts(store, period)
    keep(store, DayOff(id="x", day=dt.date(2024, 11, 22), name="Nghỉ"))
    assert closing_doubts(store, period)


def test_an_unknown_regime_is_the_usual_one() -> None:
    assert regime_named("x", load_regimes()).code == "plan"
    assert regime_named("statistics", load_regimes()).code == "statistics"
