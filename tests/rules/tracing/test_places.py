"""Every cell that tells a number is known by what it tells, and words are left out."""

from typing import Any

import pytest

from desktop.records.report import (
    Annex,
    Column,
    ColumnType,
    FigureKey,
    Heading,
    Row,
    RowKind,
    Table,
)
from desktop.rules.tracing.places import (
    Kind,
    Known,
    Quantity,
    quantities,
    spots,
    tables,
    told_in_words,
    total_cell,
)
from tests.files.report_builder import a_report

KNOWN = Known(
    own="own",
    figures=frozenset({"events", "people"}),
    tasks={"task": ("events", "people")},
)


def of(table: str, row: str, column: str) -> list[dict[str, Any]]:
    """Return what a cell tells, only what is not usual."""
    usual = Quantity(kind=Kind.FIGURE, code="")
    names = ("kind", "code", "days", "agency", "task", "source")
    return [
        {
            name: getattr(one, name)
            for name in names
            if getattr(one, name) != getattr(usual, name)
        }
        for one in quantities(table, row, column, KNOWN)
    ]


@pytest.mark.parametrize(
    ("place", "told"),
    [
        (("table_a", "total", "events"), {"code": "events"}),
        (("table_a", "own", "events"), {"code": "events", "agency": "own"}),
        (("table_a", "xa", "events"), {"code": "events", "agency": "xa"}),
        (("table_g", "events", "now"), {"code": "events"}),
        (("table_g", "events", "total"), {"code": "events"}),
        (("table_g", "events", "year_2023"), {"code": "events", "days": "year_2023"}),
        (
            ("table_g", "events", "last_year_value"),
            {"code": "events", "days": "last_year"},
        ),
        (
            ("table_g", "events", "previous_difference"),
            {"kind": "change", "code": "events", "days": "previous"},
        ),
        (
            ("table_g", "events", "previous_percent"),
            {"kind": "change_share", "code": "events", "days": "previous"},
        ),
        (("spending", "total", "spent"), {"kind": "money", "code": "spent"}),
        (
            ("spending", "regular", "planned"),
            {"kind": "money", "code": "planned", "source": "regular"},
        ),
        (("spending", "total", "share"), {"kind": "share", "code": "spent"}),
        (("targets", "g", "period_numerator"), {"kind": "numerator", "code": "g"}),
        (
            ("targets", "g", "cumulative_value"),
            {"kind": "value", "code": "g", "days": "cumulative"},
        ),
        (("targets", "g", "difference"), {"kind": "difference", "code": "g"}),
        (("targets_short", "g", "period_value"), {"kind": "reached", "code": "g"}),
        (
            ("targets_years", "g", "year_2023"),
            {"kind": "reached", "code": "g", "days": "year_2023"},
        ),
        (
            ("targets_years", "g", "total"),
            {"kind": "reached", "code": "g", "days": "cumulative"},
        ),
    ],
)
def test_a_cell_tells_one_number(
    place: tuple[str, str, str], told: dict[str, str]
) -> None:
    assert of(*place) == [told]


@pytest.mark.parametrize(
    "place",
    [
        ("table_a", "total", "name"),
        ("table_a", "total", "ordinal"),
        ("table_g", "events", "unit"),
        ("targets", "g", "goal"),
        ("targets", "g", "period_words"),
        ("targets_years", "g", "estimate"),
        ("tasks", "task", "text"),
        ("tasks", "nobody", "result"),
        ("spending", "total", "source"),
    ],
)
def test_a_cell_of_words_tells_none(place: tuple[str, str, str]) -> None:
    assert of(*place) == []


def test_the_cell_of_a_task_tells_each_figure_in_the_period_and_in_all() -> None:
    told = [
        (one["code"], one.get("days", "period"))
        for one in of("tasks", "task", "result")
    ]
    assert told == [
        ("events", "period"),
        ("events", "cumulative"),
        ("people", "period"),
        ("people", "cumulative"),
    ]


def a_table(code: str, *rows: Row) -> Table:
    columns = (
        Column(heading=("Tên",), key="name"),
        Column(heading=("Cuộc",), key="events", type=ColumnType.INTEGER),
    )
    return Table(code=code, title="", sheet=code, columns=columns, rows=rows)


def test_cells_are_told_in_the_order_of_printing_and_blanks_are_not() -> None:
    annexed = a_table(
        "table_b",
        Row(key="total", values=("Tổng", 3), kind=RowKind.TOTAL),
        Row(key="units", values=("Các xã", ""), kind=RowKind.GROUP),
        Row(key="xa", values=("Xã", None)),
        Row(values=("không có khóa", 4)),
    )
    report = a_report(
        blocks=(
            Heading(level=1, text="I."),
            a_table("table_a", Row(key="xa", values=("Xã", 2))),
        ),
        annexes=(Annex(label="", title="", reference="", blocks=(annexed,)),),
    )
    assert [one.code for one in tables(report)] == ["table_a", "table_b"]
    found = [(one.at.table, one.at.row, one.printed) for one in spots(report, KNOWN)]
    assert found == [("table_a", "xa", 2), ("table_b", "total", 3)]


def test_only_cells_whose_words_tell_numbers_are_known_for_it() -> None:
    assert told_in_words("tasks", "result")
    assert told_in_words("targets_short", "cumulative_value")
    assert told_in_words("targets_years", "year_2023")
    assert told_in_words("targets_years", "total")
    for table, column in (
        ("tasks", "text"),
        ("targets_short", "goal"),
        ("targets_years", "estimate"),
        ("table_a", "events"),
    ):
        assert not told_in_words(table, column), (table, column)


def test_the_total_of_a_figure_is_found_where_all_agencies_are_told() -> None:
    rows = (
        Row(key="own", values=("Phòng", 1)),
        Row(key="xa", values=("Xã", 2)),
        Row(key="total", values=("Tổng", 3), kind=RowKind.TOTAL),
    )
    report = a_report(blocks=(a_table("table_a", *rows[:2]), a_table("table_b", *rows)))
    key = FigureKey(table="table_b", row="total", column="events")
    assert total_cell(report, "events") == key
    assert total_cell(report, "people") is None
