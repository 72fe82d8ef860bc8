"""A column says what belongs into it and refuses, while it is typed, what does not."""

import datetime as dt

import pytest

from desktop.files.entry_sheet import template_words
from desktop.records.register import FieldType
from desktop.rules.forms.columns import (
    FIRST_DAY,
    ColumnDraft,
    Limits,
    Lists,
    Rule,
    draft_columns,
    letter,
)
from tests import builders
from tests.rules.entry_table.sheets import a_context
from tests.rules.forms.drafts import FIRST, LAST, registers


def lists() -> Lists:
    context = a_context()
    return Lists(context.names, context.words, [builders.task("2.2")])


def column(
    name: str, code: str = "training", known: Lists | None = None
) -> ColumnDraft:
    limits = Limits(first_day=FIRST, last_day=LAST)
    made = draft_columns(
        registers()[code], (name,), known or lists(), template_words(), limits
    )
    return made[0]


@pytest.mark.parametrize(
    ("name", "code", "rule"),
    [
        ("title", "training", Rule.FREE),
        ("form", "training", Rule.ONE_OF),
        ("tier", "headcount", Rule.ONE_OF),
        ("integrated", "conference", Rule.ONE_OF),
        ("themes", "training", Rule.SEVERAL_OF),
        ("tasks", "training", Rule.SEVERAL_OF),
        ("staff", "training", Rule.SEVERAL_OF),
        ("last_day", "training", Rule.DAY),
        ("attendance", "training", Rule.WHOLE),
        ("surface", "product", Rule.DECIMAL),
        ("allocated", "budget", Rule.WHOLE),
    ],
)
def test_each_type_of_field_has_its_rule(name: str, code: str, rule: Rule) -> None:
    assert column(name, code).rule is rule


def test_a_choice_offers_the_names_and_knows_their_codes() -> None:
    known = lists()
    made = column("form", known=known)
    pairs = dict(zip(made.column.choices, made.column.choice_names, strict=True))
    assert pairs["training_both"].startswith("Cập nhật thông tin và tập huấn")
    assert known.used[made.list_name] == made.column.choice_names


def test_a_list_two_columns_use_is_written_once() -> None:
    known = lists()
    first, second = column("pillar", known=known), column("pillar", "product", known)
    assert first.list_name == second.list_name
    assert len(known.used) == 1


def test_tasks_are_those_of_the_unit_by_their_numbers() -> None:
    made = column("tasks")
    assert made.column.choices == (builders.task("2.2"),)
    assert made.column.choice_names == ("2.2",)


def test_lines_of_staff_are_offered_ready_but_for_their_numbers() -> None:
    from desktop.rules.entry_table.reading import read_value

    known = lists()
    made = column("staff", known=known)
    line = known.used[made.list_name][0]
    read = read_value(made.field, line.replace("0", "7"), a_context())
    assert read.good, line
    (staff,) = read.value
    assert (staff.people, staff.first_updated, staff.first_trained) == (7, 7, 7)


def test_the_day_that_decides_lies_in_the_period() -> None:
    last, first = column("last_day"), column("first_day")
    assert (last.earliest, last.latest) == (FIRST, LAST)
    assert (first.earliest, first.latest) == (FIRST_DAY, LAST), "may begin before"


@pytest.mark.parametrize(
    ("name", "code"), [("as_of", "headcount"), ("opened_on", "own_channel")]
)
def test_what_stands_may_have_begun_before_the_period(name: str, code: str) -> None:
    made = column(name, code)
    assert (made.earliest, made.latest) == (FIRST_DAY, LAST)


def test_only_what_has_no_usual_value_must_be_filled_in() -> None:
    assert column("title").column.required
    assert column("title").heading.endswith("(*)")
    for usual in ("state", "last_day"):
        assert not column(usual).column.required, "it goes without saying"
        assert "(*)" not in column(usual).heading


def test_a_unit_stands_in_the_heading_unless_the_label_says_it() -> None:
    assert column("documents").heading == "Số tài liệu cấp phát (bản)"
    assert column("attendance").heading == "Số lượt người"


def test_a_field_the_register_does_not_have_is_a_slip() -> None:
    with pytest.raises(LookupError):
        column("colour")


@pytest.mark.parametrize(
    ("place", "text"), [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (703, "AAA")]
)
def test_columns_are_lettered_as_spreadsheets_do(place: int, text: str) -> None:
    assert letter(place) == text


def test_no_day_before_the_century_is_meant() -> None:
    assert dt.date(2000, 1, 1) == FIRST_DAY
    assert column("public_since", "spokesperson_check").field.type is FieldType.DATE
