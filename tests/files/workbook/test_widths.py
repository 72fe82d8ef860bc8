"""Widths follow the words and figures there are, and the page they are printed on."""

from dataclasses import replace

import pytest

from desktop.files.workbook.sheet import printable_width
from desktop.files.workbook.widths import (
    LYING_SCALE,
    LYING_TEXTS,
    Measured,
    column_widths,
    record_page,
)
from desktop.records.report import Column, ColumnType, Row, Table
from tests.files.report_builder import a_data_table, a_targets_table, a_wide_table

PORTRAIT = printable_width(landscape=False)
LANDSCAPE = printable_width(landscape=True)


def texts(columns: int, text: str) -> Table:
    return replace(
        a_data_table(0),
        columns=tuple(Column(heading=("Nội dung",)) for _ in range(columns)),
        rows=(Row(values=(text,) * columns),) * 3,
    )


def test_few_short_columns_stand_with_their_texts_on_one_line() -> None:
    table = texts(2, "Hội nghị quán triệt, phổ biến")
    widths, landscape = record_page(table)
    assert not landscape
    assert widths == Measured(table).capped(999)


def test_texts_wrap_no_more_than_the_page_asks() -> None:
    few, many = texts(5, "chữ " * 60), texts(9, "chữ " * 60)
    assert record_page(few)[0] > record_page(many)[0]
    for table in (few, many):
        widths, landscape = record_page(table)
        assert landscape
        assert sum(widths) <= LANDSCAPE / LYING_SCALE


def test_many_columns_lie_and_their_texts_are_as_narrow_as_they_get() -> None:
    table = texts(20, "chữ " * 60)
    widths, landscape = record_page(table)
    assert landscape
    assert set(widths) == {LYING_TEXTS[-1]}


def test_a_sheet_of_records_never_cuts_a_figure() -> None:
    money = Column(heading=("a",), type=ColumnType.MONEY)
    table = a_targets_table(
        columns=(money,) * 20, rows=(Row(values=(123_456_789_000,) * 20),)
    )
    assert min(record_page(table)[0]) > len("123,456,789,000") * 5.5


@pytest.mark.parametrize(
    "table", [a_targets_table(), a_wide_table(), a_data_table()], ids=lambda t: t.code
)
def test_widths_fill_the_page_exactly(table: Table) -> None:
    room = printable_width(landscape=True)
    assert sum(column_widths(table, room)) == pytest.approx(room)


def test_widths_follow_the_weights_where_there_is_room() -> None:
    table = a_targets_table(
        columns=(Column(heading=("a",)), Column(heading=("b",))), rows=()
    )
    wide = replace(table.columns[0], weight=30)
    first, second = column_widths(replace(table, columns=(wide, table.columns[1])), 400)
    assert (first, second) == (300, 100)


def test_a_long_number_or_word_takes_from_the_others() -> None:
    table = a_targets_table(
        columns=(
            Column(heading=("a",), weight=99),
            Column(heading=("b",), type=ColumnType.MONEY, weight=1),
        ),
        rows=(Row(values=("x", 123_456_789_000)),),
    )
    first, second = column_widths(table, 400)
    assert second > len("123,456,789,000") * 5.5
    assert first + second == pytest.approx(400)


def test_too_many_columns_make_the_page_wider_and_never_a_figure_cut() -> None:
    money = Column(heading=("a",), type=ColumnType.MONEY)
    table = a_targets_table(
        columns=(money,) * 12, rows=(Row(values=(123_456_789_000,) * 12),)
    )
    assert sum(column_widths(table, PORTRAIT)) > PORTRAIT
