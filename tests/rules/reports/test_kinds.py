"""Kinds of reports: what each may speak of, and the periods that follow."""

import datetime as dt

import pytest

from desktop.errors import UnknownNameError
from desktop.files.catalogue import load_regimes
from desktop.files.plans import load_plan, plan_names
from desktop.records.period import Period
from desktop.records.plan import Plan
from desktop.rules.calendar import parse_period, span
from desktop.rules.reports.kinds import (
    KINDS,
    SpanKind,
    first_years,
    fits,
    kind_named,
    periods_of,
)


def the_plan(name: str = "dak-ha-2023-2028") -> Plan:
    return load_plan(name).plan


def days(period: Period) -> tuple[dt.date, dt.date]:
    return period.first_day, period.last_day


def test_every_kind_of_the_plans_is_there() -> None:
    assert [one.code for one in KINDS] == [
        *("report-half-year", "report-year", "report-mid-term", "report-final"),
        *("report-thematic", "report-ad-hoc"),
        *("letter-reminder", "letter-cover", "submission"),
    ]
    assert [one.code for one in KINDS if one.letter] == [one.code for one in KINDS][6:]


def test_an_unknown_kind_is_told_with_those_there_are() -> None:
    with pytest.raises(UnknownNameError) as caught:
        kind_named("report-century")
    assert caught.value.problems[0].facts[:2] == ("report-century", "report-half-year")


def test_half_years_and_years_are_those_of_the_plan() -> None:
    halves = periods_of(kind_named("report-half-year"), the_plan())
    assert [one.code for one in halves[:3]] == ["2023-H1", "2023-H2", "2024-H1"]
    assert len(halves) == 12
    years = periods_of(kind_named("report-year"), the_plan())
    assert [one.code for one in years] == [str(year) for year in range(2023, 2029)]


def test_years_are_cut_as_the_office_cuts_them() -> None:
    regime = next(one for one in load_regimes() if one.cut_day)
    first, *_ = periods_of(kind_named("report-year"), the_plan(), regime)
    assert first.first_day.month == 12
    assert fits(kind_named("report-year"), first, the_plan())


def test_a_review_is_of_the_first_three_years_or_as_the_plan_tells() -> None:
    assert days(first_years(the_plan())) == (
        dt.date(2023, 1, 1),
        dt.date(2025, 12, 31),
    )
    file = load_plan("khanh-hoa-2023-2028")
    told = first_years(file.plan, file.deadlines)
    assert told.last_day == dt.date(2025, 12, 31)
    older = load_plan("cao-bang-2018-2020")
    assert days(first_years(older.plan, older.deadlines)) == (
        dt.date(2018, 1, 1),
        dt.date(2020, 12, 31),
    )


def test_the_last_review_is_of_the_whole_plan() -> None:
    (whole,) = periods_of(kind_named("report-final"), the_plan())
    assert days(whole) == (the_plan().first_day, the_plan().last_day)


@pytest.mark.parametrize("name", [one.name for one in plan_names()])
def test_every_kind_has_a_period_in_every_plan(name: str) -> None:
    file = load_plan(name)
    for kind in KINDS:
        found = periods_of(kind, file.plan, None, file.deadlines)
        assert bool(found) == (kind.spans != (SpanKind.TYPED,)), kind.code
        for period in found:
            assert fits(kind, period, file.plan), (kind.code, period)
            assert period.first_day <= file.plan.last_day
            assert period.last_day >= file.plan.first_day


@pytest.mark.parametrize(
    ("kind", "period", "fit"),
    [
        ("report-year", "2024", True),
        ("report-year", "2024-H1", False),
        ("report-half-year", "2024-H2", True),
        ("report-half-year", "2024", False),
        ("report-half-year", "2024-N9", False),
        ("report-thematic", "2024-Q4", True),
        ("report-ad-hoc", "01/02/2024-15/02/2024", True),
        ("report-year", "01/02/2024-15/02/2024", False),
        ("letter-reminder", "2024", True),
    ],
)
def test_a_kind_speaks_of_its_own_periods(kind: str, period: str, fit: bool) -> None:
    assert fits(kind_named(kind), parse_period(period), the_plan()) is fit


def test_a_whole_plan_is_fit_for_its_last_review_and_nothing_shorter() -> None:
    plan = the_plan()
    assert fits(kind_named("report-final"), span(plan.first_day, plan.last_day), plan)
