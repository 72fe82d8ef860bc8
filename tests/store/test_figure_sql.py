"""Parts of counting statements name only what a record has, and bind every value."""

import pytest

from desktop.files import catalogue
from desktop.records.figure import Condition, Figure, Source
from desktop.records.identity import Code
from desktop.store import figure_sql
from desktop.store.shelves import SHELVES


def a_figure(*where: Condition) -> Figure:
    return Figure(
        code=Code("f"), label="", unit="", source=Source.ACTIVITY, where=where
    )


@pytest.mark.parametrize("field", ["spendings", "id; drop table activities", ""])
def test_a_field_no_record_has_never_reaches_the_file(field: str) -> None:
    with pytest.raises(KeyError):
        figure_sql.column(Source.ACTIVITY, field)
    with pytest.raises(KeyError):
        figure_sql.amount(Source.ACTIVITY, field)
    condition = Condition(field=field, values=("x",))
    with pytest.raises(KeyError):
        figure_sql.conditions(a_figure(condition), {})


def test_a_column_of_a_small_table_must_be_a_word() -> None:
    with pytest.raises(KeyError):
        figure_sql.amount(Source.ACTIVITY, "spending.spent') from x --")


def test_values_are_bound_and_never_written_into_the_statement() -> None:
    given = ("'; drop table activities", "@agency")
    condition = Condition(field="agency", also="partners", values=given)
    tests, values = figure_sql.conditions(a_figure(condition), {"@agency": ("a", "b")})
    assert values == ["'; drop table activities", "a", "b"] * 2
    assert "drop" not in " ".join(tests)


def test_only_decimals_are_added_up_in_hundredths() -> None:
    assert "* 100" in figure_sql.amount(Source.ACTIVITY, "surface")
    assert "* 100" not in figure_sql.amount(Source.ACTIVITY, "attendance")


def test_every_source_of_a_figure_has_its_table() -> None:
    known = {shelf.table for shelf in SHELVES}
    used = {figure.source for figure in catalogue.load_figures().values()}
    assert {figure_sql.table_of(source) for source in used} <= known


@pytest.mark.parametrize("by", ["", "agency", "month", "tasks", "themes"])
def test_a_group_of_a_list_is_joined_and_any_other_is_not(by: str) -> None:
    _, joined = figure_sql.grouping(by, "last_day")
    assert bool(joined) is (by in ("tasks", "themes"))
