"""Tests of the checks every entry must pass."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest

from desktop.errors import Problem
from desktop.records.activity import AudienceCount, Spending, StaffCount
from desktop.records.figure import Source
from desktop.records.identity import Code
from desktop.records.register import Field, FieldType, Register
from desktop.rules.entry_checks import (
    LARGEST,
    LONG_TITLE,
    check,
    days_in_order,
    days_in_plan,
    days_over,
    year_in_plan,
)
from tests.rules.entries import (
    ACTIVITY,
    BROADCAST,
    DATA_SOURCE,
    ESTIMATE,
    HEADCOUNT,
    KNOWN,
    POSTING,
    PRODUCT,
    TALLY,
    TODAY,
    TOMORROW,
    UNIT_PLAN,
    spoilt,
)

REGISTER = Register(
    code="training",
    name="",
    one="",
    source=Source.ACTIVITY,
    kind="training",
    fields=(
        Field(name="form", type=FieldType.CHOICE, label="", catalogue="training_mode"),
        Field(name="people", type=FieldType.INTEGER, label="", required=True),
        Field(name="themes", type=FieldType.CHOICES, label="", required=True),
    ),
)
WITH_REGISTER = replace(KNOWN, registers=(REGISTER,))


@pytest.mark.parametrize("blank", ["", "   ", "\u00a0"])
def test_a_title_is_needed(blank: str) -> None:
    for record in (ACTIVITY, PRODUCT, POSTING, BROADCAST):
        found = list(check(spoilt(record, title=blank), KNOWN))
        assert found == [Problem("title", "missing")]
    found = list(check(spoilt(DATA_SOURCE, name=blank), KNOWN))
    assert found == [Problem("name", "missing")]


def test_what_the_register_requires_is_needed() -> None:
    assert [(p.field, p.code) for p in check(ACTIVITY, WITH_REGISTER)] == [
        ("themes", "missing"),
        ("people", "missing"),
    ]


def test_zero_is_something() -> None:
    record = spoilt(ACTIVITY, people=0, themes=("law",))
    assert list(check(record, WITH_REGISTER)) == []


def test_a_register_of_another_kind_requires_nothing() -> None:
    assert list(check(spoilt(ACTIVITY, kind="contest"), WITH_REGISTER)) == []


def test_a_very_long_title_is_doubted() -> None:
    assert list(check(spoilt(ACTIVITY, title="a" * LONG_TITLE), KNOWN)) == []
    assert list(check(spoilt(ACTIVITY, title="a" * (LONG_TITLE + 1)), KNOWN)) == [
        Problem("title", "long_title", ("300",), blocking=False)
    ]


@pytest.mark.parametrize(
    "name",
    ["sessions", "attendance", "people", "pieces", "documents", "prizes"],
)
def test_no_count_is_negative(name: str) -> None:
    assert list(check(spoilt(ACTIVITY, **{name: -1}), KNOWN)) == [
        Problem(name, "negative", ("-1",))
    ]
    assert list(check(spoilt(ACTIVITY, **{name: 0}), KNOWN)) == []


def test_no_count_is_larger_than_a_spreadsheet_keeps() -> None:
    assert list(check(spoilt(POSTING, views=LARGEST), KNOWN)) == []
    assert list(check(spoilt(POSTING, views=LARGEST + 1), KNOWN)) == [
        Problem("views", "too_large", ("999.999.999.999.999",))
    ]


def test_a_negative_count_of_a_tally_is_refused() -> None:
    codes = [(p.field, p.code) for p in check(spoilt(TALLY, detected=-1), KNOWN)]
    assert codes == [("detected", "negative")]


def test_negative_spending_is_refused_by_its_row() -> None:
    rows = Spending(source=Code("budget")), Spending(source=Code("gift"), spent=-5)
    known = replace(KNOWN, codes={})
    assert list(check(spoilt(ACTIVITY, spending=rows), known)) == [
        Problem("spending", "negative", ("-5", "2"))
    ]


@pytest.mark.parametrize(
    ("record", "field", "value"),
    [
        (ACTIVITY, "themes", ("law", "nothing")),
        (BROADCAST, "language", "nothing"),
        (PRODUCT, "languages", ("nothing",)),
        (PRODUCT, "type", "nothing"),
        (POSTING, "channel", "nothing"),
        (HEADCOUNT, "group", "nothing"),
    ],
)
def test_a_code_must_stand_for_something(
    record: object, field: str, value: object
) -> None:
    assert list(check(spoilt(record, **{field: value}), KNOWN)) == [
        Problem(field, "unknown_code", ("nothing",))
    ]


def test_a_form_is_looked_up_where_its_register_says() -> None:
    record = spoilt(ACTIVITY, people=1, themes=("law",), form="nothing")
    assert list(check(record, WITH_REGISTER)) == [
        Problem("form", "unknown_code", ("nothing",))
    ]
    assert list(check(replace(record, form="both"), WITH_REGISTER)) == []


def test_a_catalogue_nobody_loaded_is_not_checked() -> None:
    assert list(check(spoilt(ACTIVITY, pillar="anything"), KNOWN)) == []


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("agency", "nobody", "unknown_agency"),
        ("partners", ("other", "nobody"), "unknown_agency"),
        ("tasks", ("task", "nobody"), "unknown_task"),
        ("organiser_tier", "nobody", "unknown_tier"),
    ],
)
def test_a_name_must_stand_for_something(field: str, value: object, code: str) -> None:
    assert list(check(spoilt(ACTIVITY, **{field: value}), KNOWN)) == [
        Problem(field, code, ("nobody",))
    ]


def test_levels_nobody_loaded_are_not_checked() -> None:
    known = replace(KNOWN, tiers=frozenset())
    assert list(check(spoilt(HEADCOUNT, tier="anything"), known)) == []


def test_rows_of_small_tables_are_checked_too() -> None:
    record = spoilt(
        ACTIVITY,
        audiences=(
            AudienceCount(audience=Code("people"), attendance=1),
            AudienceCount(audience=Code("nothing"), attendance=-1),
        ),
        staff=(StaffCount(group=Code("officials"), tier="nowhere", people=1),),
    )
    assert list(check(record, KNOWN)) == [
        Problem("audiences", "negative", ("-1", "2")),
        Problem("audiences", "unknown_code", ("nothing", "2")),
        Problem("staff", "unknown_tier", ("nowhere", "1")),
    ]


def test_two_rows_for_one_group_are_refused() -> None:
    row = StaffCount(group=Code("officials"), people=1)
    other = StaffCount(group=Code("officials"), tier="base", people=1)
    assert list(check(spoilt(ACTIVITY, staff=(row, other)), KNOWN)) == []
    twice = spoilt(ACTIVITY, staff=(row, other, replace(row, people=2)))
    assert list(check(twice, KNOWN)) == [Problem("staff", "repeated", ("3",))]


@pytest.mark.parametrize(
    ("day", "inside"),
    [
        (dt.date(2022, 12, 31), False),
        (dt.date(2023, 1, 1), True),
        (dt.date(2028, 12, 31), True),
        (dt.date(2029, 1, 1), False),
    ],
)
def test_a_day_lies_in_the_years_of_the_plan(day: dt.date, inside: bool) -> None:
    record = spoilt(ACTIVITY, last_day=day)
    facts = "01/01/2023", "31/12/2028"
    expected = [] if inside else [Problem("last_day", "outside_plan", facts)]
    assert list(days_in_plan(record, KNOWN, "last_day")) == expected


@pytest.mark.parametrize(("year", "inside"), [(2022, 0), (2023, 1), (2029, 0)])
def test_a_year_is_one_of_the_plan(year: int, inside: int) -> None:
    found = list(year_in_plan(spoilt(UNIT_PLAN, year=year), KNOWN))
    expected = Problem("year", "year_outside_plan", ("2023", "2028"))
    assert found == ([] if inside else [expected])


def test_the_last_day_does_not_come_first() -> None:
    assert list(days_in_order(TODAY, TODAY)) == []
    assert list(days_in_order(TOMORROW, TODAY)) == [
        Problem("last_day", "last_before_first", ("16/11/2024",))
    ]


def test_days_to_come_are_refused_and_days_not_given_pass() -> None:
    record = spoilt(PRODUCT, first_published=TODAY, online_since=None)
    assert list(days_over(record, KNOWN, "first_published", "online_since")) == []
    record = replace(record, first_published=TOMORROW)
    assert list(days_over(record, KNOWN, "first_published")) == [
        Problem("first_published", "in_future", ("15/11/2024",))
    ]


@pytest.mark.parametrize("name", ["partners", "co_chairs", "checked"])
def test_every_list_of_agencies_is_looked_up(name: str) -> None:
    lost = spoilt(ACTIVITY, **{name: ("other", "nobody")})
    assert [(p.field, p.code, p.facts) for p in check(lost, KNOWN)] == [
        (name, "unknown_agency", ("nobody",))
    ]


def test_the_register_decides_of_which_catalogue_a_code_is() -> None:
    field = Field(
        name="channel", type=FieldType.CHOICE, label="Cách", catalogue="training_mode"
    )
    register = Register(
        code="training",
        name="Tập huấn",
        one="lớp",
        source=Source.ACTIVITY,
        kind="training",
        fields=(field,),
    )
    known = replace(KNOWN, registers=(register,))
    assert list(check(spoilt(ACTIVITY, channel="both"), known)) == []
    found = check(spoilt(ACTIVITY, channel="radio"), known)
    assert [(p.field, p.code) for p in found] == [("channel", "unknown_code")]


def test_what_nobody_listed_is_not_looked_up() -> None:
    bare = replace(KNOWN, goals=frozenset(), figures=frozenset())
    assert list(check(spoilt(ESTIMATE, goal="any"), bare)) == []
    assert [p.code for p in check(spoilt(ESTIMATE, goal="any"), KNOWN)] == [
        "unknown_goal"
    ]


@pytest.mark.parametrize(("given", "said"), [("-4.8", ["negative"]), ("4.8", [])])
def test_square_metres_have_decimals_and_are_never_below_nothing(
    given: str, said: list[str]
) -> None:
    banner = replace(PRODUCT, surface=Decimal(given))
    found = [one.code for one in check(banner, KNOWN) if one.field == "surface"]
    assert found == said
