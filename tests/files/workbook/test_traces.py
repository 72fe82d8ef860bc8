"""On a computer without the program every figure can be added up again."""

from collections import defaultdict
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from desktop.files.workbook import traces, workbook
from desktop.records.report import Addend, Column, ColumnType, Report, Row, Table, Trace
from tests.files.traced_report import a_register, a_traced_report
from tests.files.workbook_reader import parts, written

SHEET = "Truy vết"
CODE, WHAT, VALUE, AMOUNT, OTHER, WHERE, ORDINAL, ROW, DAY, AGENCY, HOW = range(11)


def rows(book: Any) -> list[tuple[Any, ...]]:
    return list(book[SHEET].iter_rows(min_row=4, values_only=True))


def test_what_stands_under_a_code_adds_up_to_its_figure(tmp_path: Path) -> None:
    report = a_traced_report()
    sums: dict[str, Decimal] = defaultdict(Decimal)
    values: dict[str, Decimal] = {}
    for row in rows(written(tmp_path, report)):
        if row[VALUE] is None:
            sums[row[CODE]] += Decimal(str(row[AMOUNT]))
        else:
            values[row[CODE]] = Decimal(str(row[VALUE]))
    assert len(values) == len(report.traces) == 9
    assert sums == values


def test_a_code_beside_a_figure_finds_that_figure(tmp_path: Path) -> None:
    report = a_traced_report()
    book = written(tmp_path, report)
    table = report.blocks[3]
    values = {row[CODE]: row[VALUE] for row in rows(book) if row[VALUE] is not None}
    printed = {
        code: value
        for row in getattr(table, "rows", ())
        for code, value in zip(row.codes, row.values, strict=True)
        if code
    }
    assert len(printed) == 8
    assert printed.items() <= values.items()


def test_an_addend_names_the_very_row_of_its_record(tmp_path: Path) -> None:
    book = written(tmp_path, a_traced_report())
    checked = 0
    for row in rows(book):
        if row[WHERE] != "Dữ liệu hoạt động":
            continue
        record = [cell.value for cell in book[row[WHERE]][row[ROW]]]
        assert record[0] == row[ORDINAL]
        assert record[1:3] == [row[DAY], row[WHAT]]
        assert record[7] == row[AGENCY]
        assert row[AMOUNT] in (1, record[4])
        checked += 1
    assert checked == 24


def test_a_line_of_an_inner_list_is_told_by_its_record(tmp_path: Path) -> None:
    book = written(tmp_path, a_traced_report())
    own = [row for row in rows(book) if row[CODE] == "T1"]
    assert own[1][WHERE] == "Đối tượng"
    assert str(own[1][WHAT]).endswith("đợt 1")
    assert own[1][AGENCY] == "Phòng Văn hóa và Thông tin"
    assert (own[-1][WHAT], own[-1][AMOUNT]) == ("Đã tính ở đơn vị khác", -5)


def test_a_total_names_the_figures_it_is_made_of(tmp_path: Path) -> None:
    book = written(tmp_path, a_traced_report())
    own = [row for row in rows(book) if row[CODE] == "A7"]
    assert [row[OTHER] for row in own] == [None, "A1", "A3", "A5"]
    assert own[1][WHAT] == "Phòng Văn hóa và Thông tin: số cuộc"
    assert own[0][HOW] == "Cộng các đơn vị"


def test_the_sheet_can_be_filtered_and_its_head_stays(tmp_path: Path) -> None:
    sheet = written(tmp_path, a_traced_report())[SHEET]
    assert sheet.auto_filter.ref == f"A3:K{sheet.max_row}"
    assert sheet.freeze_panes == "A4"
    assert sheet.print_title_rows == "$3:$3"


def links(sheet: Any) -> dict[str, str]:
    cells = (cell for row in sheet for cell in row if cell.hyperlink)
    return {cell.coordinate: cell.hyperlink.location for cell in cells}


def value_at(book: Any, place: str) -> Any:
    name, _, address = place.rpartition("!")
    return book[name.strip("'")][address].value


def test_clicks_lead_from_figure_to_trace_to_record(tmp_path: Path) -> None:
    book = written(tmp_path, a_traced_report())
    figures = links(book["Bảng A"])
    assert len(figures) == 8
    assert value_at(book, figures["C3"]) == "A1"
    own = links(book[SHEET])
    for cell, place in own.items():
        row = [each.value for each in book[SHEET][int(cell[1:])]]
        wanted = row[ORDINAL] if cell[0] == "H" else row[OTHER]
        if row[WHERE] != "Đối tượng":  # whose first column names the register
            assert value_at(book, place) == wanted
    assert len(own) == 24 + 6 + 6


def test_links_are_no_relationships_so_signatures_need_not_know(tmp_path: Path) -> None:
    written(tmp_path, a_traced_report())
    found = parts(tmp_path / "báo cáo.xlsx")
    assert not [
        n for n, part in found.items() if n.endswith("rels") and b"hyper" in part
    ]
    assert any(b"<hyperlink " in part for part in found.values())


def test_too_many_addends_are_told_by_row_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(traces, "MOST_LINKS", 10)
    book = written(tmp_path, a_traced_report())
    assert {cell[0] for cell in links(book[SHEET])} == {"E"}
    assert [row[ROW] for row in rows(book) if row[CODE] == "A1"][1:] == [3, 6, 9, 12]


def test_an_addend_of_no_known_record_still_counts(tmp_path: Path) -> None:
    lost = tuple(
        Addend(amount=Decimal(2), table=table, row=row, text="Ước tính")
        for table, row in (("data_conference", 99), ("data_conference", 0), ("x", 1))
    )
    trace = Trace(
        code="Z1", at=(), label="Ước", value=Decimal(6), how="Cộng", addends=lost
    )
    own = rows(written(tmp_path, a_traced_report(traces=(trace,))))
    assert [(row[WHAT], row[AMOUNT], row[WHERE]) for row in own[1:]] == [
        ("Ước tính", 2, None)
    ] * 3


def test_a_record_without_a_name_is_told_by_its_words_and_no_mark(
    tmp_path: Path,
) -> None:
    """Whether a record counts in the period is a mark, and no word of its name."""
    heads = Table(
        code="data_headcounts",
        title="Số cán bộ theo nhóm",
        sheet="Số cán bộ",
        columns=(
            Column(heading=("TT",), key="ordinal", type=ColumnType.ORDINAL),
            Column(heading=("Tính trong kỳ",), key="in_period"),
            Column(heading=("Đơn vị",), key="agency"),
            Column(heading=("Nhóm",), key="group"),
            Column(heading=("Số người",), key="people", type=ColumnType.INTEGER),
        ),
        rows=(Row(values=(1, "x", "Xã A", "Cán bộ", 3), record="headcounts/1"),),
    )
    trace = Trace(
        code="Z1",
        at=(),
        label="Mẫu số",
        value=Decimal(3),
        how="Cộng",
        addends=(
            Addend(amount=Decimal(3), table="data_headcounts", row=0, text="Xã A"),
            Addend(amount=Decimal(0), table="data_headcounts", row=1, text=""),
        ),
    )
    report = a_traced_report(traces=(trace,))
    book = written(tmp_path, replace(report, data=(*report.data, heads)))
    told = [row[WHAT] for row in rows(book) if row[WHERE] == "Số cán bộ"]
    assert told == ["Xã A, Cán bộ"]


def test_texts_of_traces_are_never_formulas(tmp_path: Path) -> None:
    register = a_register()
    trace = Trace(
        code="=1+1",
        at=(),
        label="=HYPERLINK(1)",
        value=Decimal(1),
        how="@x",
        addends=(Addend(amount=Decimal(1), text="+1"),),
    )
    report = a_traced_report(traces=(trace,), data=(register,))
    own = rows(written(tmp_path, report))
    assert own[0][:2] == ("=1+1", "=HYPERLINK(1)")
    assert own[1][WHAT] == "+1"
    sheets = [p for n, p in parts(tmp_path / "báo cáo.xlsx").items() if "sheets/s" in n]
    assert not any(b"<f>" in sheet or b"<f " in sheet for sheet in sheets)


def test_a_report_without_traces_has_no_such_sheet(tmp_path: Path) -> None:
    report: Report = a_traced_report(traces=())
    assert SHEET not in written(tmp_path, report).sheetnames


def test_traces_come_out_the_same_twice(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        workbook.write(a_traced_report(), tmp_path / name)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
