"""Notes are marked where they belong, and a marked number is still a number."""

from dataclasses import replace
from pathlib import Path

from desktop.files.workbook.marks import name_place
from desktop.records.report import FigureKey, Footnote, Row, RowKind, Table
from tests.files.traced_report import a_traced_report
from tests.files.workbook_reader import texts, written


def test_title_row_and_figure_bear_their_marks(tmp_path: Path) -> None:
    sheet = written(tmp_path, a_traced_report())["Bảng A"]
    assert sheet["A1"].value == "Kết quả theo đơn vị [2]"
    assert sheet["B4"].value == "Xã Đăk Ui [3]"
    assert isinstance(sheet["D5"].value, int)
    assert sheet["D5"].number_format == '#,##0" [4]"'
    assert sheet["D4"].number_format == "#,##0"


def test_the_notes_stand_below_their_table(tmp_path: Path) -> None:
    sheet = written(tmp_path, a_traced_report())["Bảng A"]
    assert texts(sheet)[-3:] == [
        "[2] Số liệu theo hồ sơ.",
        "[3] Đơn vị mới thành lập.",
        "[4] Gồm cả hai ngày.",
    ]


def test_two_notes_at_one_place_are_both_marked(tmp_path: Path) -> None:
    at = FigureKey(table="table_a", row="total", column="events")
    row = FigureKey(table="table_a", row="total", column="")
    notes = tuple(
        Footnote(number=n, text=f"Ghi chú {n}.", at=place)
        for n, place in ((1, at), (2, at), (3, row))
    )
    sheet = written(tmp_path, a_traced_report(footnotes=notes))["Bảng A"]
    assert sheet["C6"].number_format == '#,##0" [1][2]"'
    assert sheet["B6"].value == "Cộng [3]"
    assert sheet["C6"].font.bold


def test_a_blank_figure_shows_its_mark_alone(tmp_path: Path) -> None:
    report = a_traced_report()
    table = next(block for block in report.blocks if isinstance(block, Table))
    blank = replace(table.rows[0], values=(1, "Xã A", None, "chưa có"), codes=())
    table = replace(table, rows=(blank,))
    notes = tuple(
        Footnote(
            number=number,
            text="Chưa có số liệu.",
            at=FigureKey(table="table_a", row="agency-1", column=column),
        )
        for number, column in ((1, "events"), (2, "attendance"))
    )
    made = a_traced_report(blocks=(table,), footnotes=notes, traces=())
    sheet = written(tmp_path, made)["Bảng A"]
    assert [cell.value for cell in sheet[3]] == [1, "Xã A", "[1]", "chưa có [2]"]


def test_the_name_of_a_row_is_its_longest_text() -> None:
    assert name_place(Row(values=("I", "Tập huấn", 3), kind=RowKind.GROUP)) == 1
    assert name_place(Row(values=(1, 2))) == 0
