"""Each addend is told in the words a person knows it by."""

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal

from desktop.gui.pages.report.tracing.lines import (
    Book,
    lines_of_several,
    number,
    within,
)
from desktop.records.report import (
    Addend,
    Column,
    ColumnType,
    FigureKey,
    Row,
    Table,
    Trace,
)

KEY = FigureKey(table="table_a", row="total", column="x")


@dataclass
class Small:
    traces: tuple[Trace, ...]
    data: tuple[Table, ...] = field(default=())


def a_trace(code: str, *addends: Addend, label: str = "Bảng: dòng; cột") -> Trace:
    return Trace(
        code=code,
        at=(KEY,),
        label=label,
        value=sum((one.amount for one in addends), Decimal(0)),
        how="",
        addends=addends,
    )


RECORDS = Table(
    code="data_training",
    title="",
    sheet="",
    columns=(
        Column(heading=("Số",), key="ordinal", type=ColumnType.ORDINAL),
        Column(heading=("Tên",), key="title"),
        Column(heading=("Ngày",), key="last_day", type=ColumnType.DATE),
        Column(heading=("Đơn vị",), key="agency"),
        Column(heading=("Lượt",), key="attendance", type=ColumnType.INTEGER),
    ),
    rows=(
        Row(
            values=(1, "Lớp một", dt.date(2024, 6, 5), "Xã A", 40),
            record="activities/a1",
        ),
    ),
)


def test_a_record_is_told_by_its_name_day_and_agency() -> None:
    trace = a_trace("A1", Addend(amount=Decimal(40), table="data_training", row=1))
    (line,) = Book(Small((trace,), (RECORDS,))).lines(trace)
    assert (line.what, line.day, line.agency) == ("Lớp một", "05/06/2024", "Xã A")
    assert line.place == "activities/a1"
    assert line.fields == ("attendance",)


def test_a_record_without_a_name_is_told_by_its_words() -> None:
    bare = Table(
        code="data_headcount",
        title="",
        sheet="",
        columns=(
            Column(heading=("Nhóm",), key="group"),
            Column(heading=("Đơn vị",), key="agency"),
        ),
        rows=(Row(values=("Nhóm 1", "Xã A"), record="headcounts/h1"),),
    )
    trace = a_trace("A1", Addend(amount=Decimal(9), table="data_headcount", row=1))
    (line,) = Book(Small((trace,), (bare,))).lines(trace)
    assert (line.what, line.agency) == ("Nhóm 1", "Xã A")


def test_another_figure_is_told_by_its_label_and_words_by_themselves() -> None:
    one = a_trace("A1", Addend(amount=Decimal(1), text="Số được giao năm 2024"))
    addend = Addend(amount=Decimal(1), code="A1", text="tử số")
    two = a_trace("A2", addend, label="Chỉ tiêu: dòng; tỷ lệ")
    book = Book(Small((one, two)))
    assert [line.what for line in book.lines(one)] == ["Số được giao năm 2024"]
    (line,) = book.lines(two)
    assert (line.what, line.code, line.note) == (one.label, "A1", "tử số")
    assert book.of("A9") is None


def test_a_row_that_is_not_there_leads_nowhere() -> None:
    trace = a_trace("A1", Addend(amount=Decimal(1), table="data_training", row=7))
    (line,) = Book(Small((trace,), (RECORDS,))).lines(trace)
    assert line.place == ""


def test_figures_of_one_cell_are_found_in_their_order() -> None:
    traces = (a_trace("E1"), a_trace("E2"))
    book = Book(Small(traces))
    assert book.at(KEY) == traces
    assert book.at(FigureKey(table="x", row="x", column="x")) == ()


def test_what_several_figures_have_in_common_is_said_once() -> None:
    traces = (
        a_trace("E1", label="Bảng: 2.1; Hội nghị"),
        a_trace("E2", label="Bảng: 2.1; Lượt người"),
    )
    shared, lines = lines_of_several(traces)
    assert shared == "Bảng: 2.1"
    assert [one.what for one in lines] == ["Hội nghị", "Lượt người"]
    apart = (*traces, a_trace("A1", label="Bảng khác; Hội nghị"))
    shared, lines = lines_of_several(apart)
    assert shared == ""
    assert lines[0].what == "Bảng: 2.1; Hội nghị"


def test_numbers_are_written_as_the_report_writes_them() -> None:
    assert number(Decimal("1234.50")) == "1.234,5"


def test_a_part_of_a_total_is_told_without_what_both_have_in_common() -> None:
    whole = "Biểu A: Tổng số; Phổ biến trực tiếp – Số cuộc (Cuộc)"
    part = "Biểu A: UBND xã A; Phổ biến trực tiếp – Số cuộc (Cuộc)"
    assert within(whole, part) == "UBND xã A"
    assert within(whole, "Biểu A: UBND xã A; Tổng số") == "UBND xã A; Tổng số"
    assert within(whole, "Biểu B: Xã A; Số cuộc") == "Biểu B: Xã A; Số cuộc"
