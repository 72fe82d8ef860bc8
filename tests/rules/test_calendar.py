"""Periods: parts of a year by the calendar or a cut, closing days, spans."""

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import InputError, UnknownNameError
from desktop.records.identity import AgencyId, PlanId
from desktop.records.period import Period, Regime
from desktop.records.plan import Plan
from desktop.rules.calendar import (
    EXAMPLES,
    a_year_before,
    closed_on,
    contains,
    cumulative_span,
    last_counted,
    parse_period,
    part_of_year,
    period_name,
    previous,
    read_code,
    span,
    year_of,
)

D = dt.date
PARTS = ["H1", "H2", "Q1", "Q2", "Q3", "Q4", *(f"M{m:02}" for m in range(1, 13))]
CODES = st.one_of(
    st.integers(1910, 2190).map(str),
    st.tuples(st.integers(1910, 2190), st.sampled_from(PARTS)).map(
        "{0[0]}-{0[1]}".format
    ),
)
DECREE = Regime(code="decree_09", name="NĐ 09/2019", source="", cut_day=15)
PLANNED = Regime(code="plan", name="Theo kế hoạch", source="", typed_closing=True)
REGIMES = (PLANNED, DECREE)
BEHIND = st.sampled_from(["", "@decree_09"])
PLAN = Plan(
    id=PlanId("p"),
    document_type="KẾ HOẠCH",
    title="Kế hoạch",
    issuer=AgencyId("a"),
    territory="",
    first_day=D(2023, 1, 1),
    last_day=D(2028, 12, 31),
)


@pytest.mark.parametrize(
    ("text", "code", "first", "last"),
    [
        ("2024", "2024", D(2024, 1, 1), D(2024, 12, 31)),
        ("2024-H1", "2024-H1", D(2024, 1, 1), D(2024, 6, 30)),
        ("2024-h2", "2024-H2", D(2024, 7, 1), D(2024, 12, 31)),
        ("2024-Q1", "2024-Q1", D(2024, 1, 1), D(2024, 3, 31)),
        ("2024-Q3", "2024-Q3", D(2024, 7, 1), D(2024, 9, 30)),
        ("2024-M02", "2024-M02", D(2024, 2, 1), D(2024, 2, 29)),
        ("2024-M07", "2024-M07", D(2024, 7, 1), D(2024, 7, 31)),
        (" 2024 ", "2024", D(2024, 1, 1), D(2024, 12, 31)),
        ("01/01/2024-14/11/2024", "custom", D(2024, 1, 1), D(2024, 11, 14)),
        ("1/1/2024 – 14.11.2024", "custom", D(2024, 1, 1), D(2024, 11, 14)),
        ("5/5/2024-5/5/2024", "custom", D(2024, 5, 5), D(2024, 5, 5)),
    ],
)
def test_a_code_names_a_span(text: str, code: str, first: D, last: D) -> None:
    assert parse_period(text) == Period(
        code=code, first_day=first, last_day=last, closing_day=last
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "24",
        "2024-H3",
        "2024-Q5",
        "2024-Q0",
        "2024-M13",
        "2024-M7",
        "0000",
        "9999",
        "năm 2024",
        "14/11/2024-01/01/2024",
        "31/02/2024-14/11/2024",
        "1/1/2024",
        "２０２４",
        "2024-N6",
        "2024@31/11",
        "2024@",
        "2024@14/11@decree_09",
    ],
)
def test_what_names_no_period_is_refused_with_examples(text: str) -> None:
    with pytest.raises(UnknownNameError) as caught:
        parse_period(text)
    assert caught.value.problems[0].facts == (text, *EXAMPLES)
    assert caught.value.problems[0].field == "period"


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("2024", "2023"),
        ("2024-H1", "2023-H2"),
        ("2024-H2", "2024-H1"),
        ("2024-Q1", "2023-Q4"),
        ("2024-Q3", "2024-Q2"),
        ("2024-M01", "2023-M12"),
        ("2024-M10", "2024-M09"),
        ("01/01/2024-14/11/2024", "01/01/2023-14/11/2023"),
        ("15/12/2023-14/12/2024", "15/12/2022-14/12/2023"),
        ("29/02/2024-29/02/2024", "28/02/2023-28/02/2023"),
        ("01/01/2023-31/12/2024", "01/01/2021-31/12/2022"),
    ],
)
def test_the_period_before(text: str, before: str) -> None:
    assert period_name(previous(parse_period(text))) == before


@given(CODES, BEHIND)
def test_a_period_follows_the_one_before_at_once(code: str, behind: str) -> None:
    period = parse_period(code + behind, REGIMES)
    before = previous(period)
    assert before.last_day + dt.timedelta(days=1) == period.first_day
    assert re.sub(r"\d", "", before.code) == re.sub(r"\d", "", period.code)


@given(st.dates(D(1950, 1, 1), D(2150, 1, 1)), st.integers(0, 2000))
def test_a_span_clears_the_one_before(first: D, length: int) -> None:
    period = span(first, first + dt.timedelta(days=length))
    before = previous(period)
    assert before.first_day <= before.last_day < period.first_day
    assert parse_period(period_name(period)) == period


@given(CODES, BEHIND)
def test_a_name_makes_its_period_again(code: str, behind: str) -> None:
    period = parse_period(code + behind, REGIMES)
    assert period_name(period) == code + behind
    assert parse_period(period_name(period), REGIMES) == period


@given(CODES, st.data())
def test_a_typed_closing_day_goes_with_the_name(code: str, data: st.DataObject) -> None:
    whole = parse_period(code)
    length = (whole.last_day - whole.first_day).days
    day = whole.first_day + dt.timedelta(days=data.draw(st.integers(0, length)))
    closed = closed_on(whole, day)
    assert (closed.first_day, closed.last_day) == (whole.first_day, whole.last_day)
    assert closed.closing_day == day
    assert parse_period(period_name(closed)) == closed
    assert closed_on(closed, whole.last_day) == whole


@pytest.mark.parametrize("regime", [None, *REGIMES])
@given(year=st.integers(1950, 2150))
def test_the_parts_of_a_year_are_the_year(regime: Regime | None, year: int) -> None:
    days = list(days_of(year, "", regime))
    assert len(days) in {365, 366}
    for kind, count in (("H", 2), ("Q", 4), ("M", 12)):
        width = 2 if kind == "M" else 1
        parts = [
            day
            for number in range(1, count + 1)
            for day in days_of(year, f"{kind}{number:0{width}}", regime)
        ]
        assert parts == days
    quarters = [day for n in (1, 2, 3) for day in days_of(year, f"Q{n}", regime)]
    assert list(days_of(year, "N9", regime)) == quarters
    assert days_of(year + 1, "", regime)[0] == days[-1] + 1


def days_of(year: int, part: str, regime: Regime | None) -> range:
    period = part_of_year(year, part, regime)
    return range(period.first_day.toordinal(), period.last_day.toordinal() + 1)


@pytest.mark.parametrize(
    ("code", "first", "last"),
    [
        ("2024@decree_09", D(2023, 12, 15), D(2024, 12, 14)),
        ("2024-H1@decree_09", D(2023, 12, 15), D(2024, 6, 14)),
        ("2024-H2@decree_09", D(2024, 6, 15), D(2024, 12, 14)),
        ("2024-N9@decree_09", D(2023, 12, 15), D(2024, 9, 14)),
        ("2024-Q1@decree_09", D(2023, 12, 15), D(2024, 3, 14)),
        ("2024-Q4@decree_09", D(2024, 9, 15), D(2024, 12, 14)),
        ("2024-M01@decree_09", D(2023, 12, 15), D(2024, 1, 14)),
        ("2024-M03@DECREE_09", D(2024, 2, 15), D(2024, 3, 14)),
        ("2024-n9", D(2024, 1, 1), D(2024, 9, 30)),
    ],
)
def test_the_decree_cuts_the_year_in_the_middle_of_months(
    code: str, first: D, last: D
) -> None:
    period = parse_period(code, REGIMES)
    assert (period.first_day, period.last_day) == (first, last)
    assert period.closing_day == last
    assert year_of(period) == 2024


@pytest.mark.parametrize(
    ("code", "closing", "name"),
    [
        ("2024@14/11", D(2024, 11, 14), "2024@14/11"),
        ("2024-H1@5.6", D(2024, 6, 5), "2024-H1@05/06"),
        ("2024@31/12", D(2024, 12, 31), "2024"),
        ("2024@29/2", D(2024, 2, 29), "2024@29/02"),
    ],
)
def test_only_the_closing_day_differs(code: str, closing: D, name: str) -> None:
    period = parse_period(code)
    whole = parse_period(code.partition("@")[0])
    assert period == Period(
        code=name,
        first_day=whole.first_day,
        last_day=whole.last_day,
        closing_day=closing,
    )


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("2024-H1@01/07", ("01/01/2024", "30/06/2024")),
        ("2024-H2@30/06", ("01/07/2024", "31/12/2024")),
    ],
)
def test_figures_are_not_closed_outside_the_period(
    text: str, facts: tuple[str, str]
) -> None:
    with pytest.raises(InputError) as caught:
        parse_period(text)
    (problem,) = caught.value.problems
    assert (problem.field, problem.code) == ("closing_day", "closing_outside_period")
    assert problem.facts == facts


@pytest.mark.parametrize("text", ["2024@decree_09", "1/1/2024-14/11/2024"])
def test_a_cut_and_a_span_close_on_their_last_day(text: str) -> None:
    period = parse_period(text, REGIMES)
    assert closed_on(period, period.last_day) == period
    with pytest.raises(InputError) as caught:
        closed_on(period, D(2024, 11, 1))
    assert caught.value.problems[0].code == "closing_fixed"


def test_a_regime_nobody_knows_is_refused_with_those_known() -> None:
    with pytest.raises(UnknownNameError) as caught:
        parse_period("2024@weekly", REGIMES)
    assert caught.value.problems[0].field == "regime"
    assert caught.value.problems[0].facts == ("weekly", "plan", "decree_09")


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("2024@decree_09", "2023@decree_09"),
        ("2024-H1@decree_09", "2023-H2@decree_09"),
        ("2024-M01@decree_09", "2023-M12@decree_09"),
        ("2024-N9", "2023-N9"),
        ("2024-N9@decree_09", "2023-N9@decree_09"),
        ("2024@14/11", "2023@14/11"),
        ("2024@29/02", "2023@28/02"),
        ("2024-H2@14/11", "2024-H1"),
    ],
)
def test_the_period_before_is_cut_and_closed_alike(text: str, before: str) -> None:
    found = previous(parse_period(text, REGIMES))
    assert found == parse_period(before, REGIMES)


@pytest.mark.parametrize("text", ["2024-", "2024@", "2024@14", "2024-M7", "custom"])
def test_what_is_no_code_says_nothing(text: str) -> None:
    assert read_code(text) is None


def test_both_ends_count_and_nothing_after_closing() -> None:
    year = parse_period("2024")
    assert contains(year, D(2024, 1, 1))
    assert contains(year, D(2024, 12, 31))
    assert not contains(year, D(2023, 12, 31))
    assert not contains(year, D(2025, 1, 1))
    closed = Period(
        code="2024",
        first_day=year.first_day,
        last_day=year.last_day,
        closing_day=D(2024, 11, 14),
    )
    assert contains(closed, D(2024, 11, 14))
    assert not contains(closed, D(2024, 11, 15))


def test_cumulative_figures_start_with_the_plan() -> None:
    whole = cumulative_span(PLAN, parse_period("2024-H1"))
    assert (whole.first_day, whole.last_day) == (D(2023, 1, 1), D(2024, 6, 30))
    assert contains(whole, D(2023, 1, 1))
    assert not contains(whole, D(2024, 7, 1))


def test_nothing_was_done_before_the_plan_began() -> None:
    empty = cumulative_span(PLAN, parse_period("2022"))
    assert not contains(empty, D(2022, 6, 1))
    assert not contains(empty, D(2023, 1, 1))


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("2024", (D(2023, 1, 1), D(2023, 12, 31), D(2023, 12, 31))),
        ("2024-H1", (D(2023, 1, 1), D(2023, 6, 30), D(2023, 6, 30))),
        ("2024-Q3", (D(2023, 7, 1), D(2023, 9, 30), D(2023, 9, 30))),
        ("2024@14/11", (D(2023, 1, 1), D(2023, 12, 31), D(2023, 11, 14))),
        ("2024-M02", (D(2023, 2, 1), D(2023, 2, 28), D(2023, 2, 28))),
        ("01/11/2024-31/12/2024", (D(2023, 11, 1), D(2023, 12, 31), D(2023, 12, 31))),
        ("29/02/2024-31/03/2024", (D(2023, 2, 28), D(2023, 3, 31), D(2023, 3, 31))),
    ],
)
def test_the_same_period_of_the_year_before(
    code: str, expected: tuple[dt.date, dt.date, dt.date]
) -> None:
    found = a_year_before(parse_period(code))
    assert (found.first_day, found.last_day, found.closing_day) == expected


def test_a_cut_period_of_the_year_before_is_cut_alike() -> None:
    found = a_year_before(part_of_year(2024, "H1", DECREE))
    assert (found.first_day, found.last_day) == (D(2022, 12, 15), D(2023, 6, 14))
    assert found.code == part_of_year(2023, "H1", DECREE).code


def test_a_code_tells_the_last_day_that_was_counted() -> None:
    last = dt.date(2024, 12, 31)
    assert last_counted("2024@14/11", last) == dt.date(2024, 11, 14)
    for code in ("2024", "custom", "2024@decree_09", "odd"):
        assert last_counted(code, last) == last
