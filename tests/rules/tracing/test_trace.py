"""A report is given codes and traces; nothing else of it changes."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from desktop.files.trace_words import trace_words
from desktop.records.report import Column, ColumnType, Report, Row, Table
from desktop.rules.tracing import trace
from desktop.rules.tracing.addends import Told
from desktop.rules.tracing.places import Known, Quantity, spots
from tests.files.report_builder import a_report

KNOWN = Known(own="own", figures=frozenset({"f"}))
DATA = Table(
    code="data_x",
    title="",
    sheet="x",
    columns=(Column(heading=("Tên",), key="title"),),
    rows=(Row(values=("một",), record="t/1"), Row(values=("hai",), record="t/2")),
)


def a_table(*rows: Row) -> Table:
    columns = (
        Column(heading=("Tên",), key="name"),
        Column(heading=("Cuộc",), key="f", type=ColumnType.INTEGER),
    )
    return Table(code="table_a", title="A", sheet="A", columns=columns, rows=rows)


REPORT = a_report(
    blocks=(
        a_table(
            Row(key="total", values=("Tổng", 2)), Row(key="none", values=("Không", 0))
        ),
    ),
    annexes=(),
    data=(DATA,),
)


def tell(quantity: Quantity) -> Told | None:
    records = {"": ("t/1", "t/2"), "none": (), "outside": ("t/9",)}[quantity.agency]
    return Told(
        value=Decimal(len(records)), how="Đếm.", amounts=dict.fromkeys(records, 1)
    )


def describe(places: Iterable[str]) -> dict[str, str]:
    return {place: f"ngoài: {place}" for place in places}


def traced(report: Report) -> Report:
    cells = tuple(spots(report, KNOWN))
    return trace.traced(report, cells, tell, describe, trace_words())


def test_a_code_stands_beside_each_figure_and_leads_to_its_records() -> None:
    report = traced(REPORT)
    (table,) = report.blocks
    assert isinstance(table, Table)
    assert [row.codes for row in table.rows] == [("", "A1"), ()]
    (one,) = report.traces
    assert (one.code, one.value) == ("A1", 2)
    assert [(each.table, each.row) for each in one.addends] == [
        ("data_x", 1),
        ("data_x", 2),
    ]


def test_nothing_but_codes_and_traces_changes() -> None:
    report = traced(REPORT)
    bare = replace(
        report,
        traces=(),
        blocks=tuple(
            replace(one, rows=tuple(replace(row, codes=()) for row in one.rows))
            for one in report.blocks
            if isinstance(one, Table)
        ),
    )
    assert bare == REPORT


def test_a_figure_that_is_not_what_is_printed_has_no_code() -> None:
    other = replace(REPORT, blocks=(a_table(Row(key="total", values=("Tổng", 3))),))
    assert traced(other).traces == ()


def test_a_record_in_no_table_is_described() -> None:
    report = replace(REPORT, blocks=(a_table(Row(key="outside", values=("x", 1))),))
    (one,) = traced(report).traces
    assert one.addends[0].text == "ngoài: t/9"


def test_the_first_row_of_a_record_is_its_own() -> None:
    again = replace(DATA, code="data_staff", rows=DATA.rows[::-1])
    assert trace.rows_of((DATA, again))["t/1"] == ("data_x", 1)
