"""The workbook carries the report's own figures, safely and repeatably."""

import datetime as dt
import hashlib
import re
import shutil
import subprocess
import unicodedata
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from openpyxl import load_workbook

from desktop.errors import Cancelled, FileError
from desktop.files.wire import report as wire
from desktop.files.workbook import workbook
from desktop.files.workbook.words import words
from desktop.progress import Step
from desktop.records.report import Column, Report, Row, RowKind, Table, Value
from tests.files.report_builder import (
    a_data_table,
    a_report,
    a_targets_table,
    a_wide_table,
    an_annex,
)
from tests.files.workbook_reader import parts, texts, written

PAYLOADS = (
    "=1+1",
    '=HYPERLINK("http://x.example","bấm")',
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-1+1",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1;1)",
    "\t=1+1",
    "\r=1+1",
    "{=1+1}",
    "'=1+1",
    "=#REF!",
)


def tables(report: Report) -> list[Table]:
    """List the tables of a report in the order of their sheets."""
    blocks = [*report.blocks, *(b for annex in report.annexes for b in annex.blocks)]
    return [each for each in blocks if isinstance(each, Table)] + list(report.data)


def a_list(*values: Value) -> Report:
    """Return a report that is one column of values."""
    table = Table(
        code="t",
        title="Bảng",
        sheet="Bảng",
        columns=(Column(heading=("Nội dung",)),),
        rows=tuple(Row(values=(value,)) for value in values),
    )
    return a_report(blocks=(table,), annexes=(), data=())


def column(book: Any, count: int) -> list[Any]:
    """Read the values of that column back."""
    return [
        cell.value for (cell,) in book["Bảng"].iter_rows(min_row=3, max_row=2 + count)
    ]


def as_read(value: Value) -> Any:
    """Return what a reader finds in place of a value."""
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, dt.date):
        return dt.datetime(value.year, value.month, value.day)  # noqa: DTZ001
    return value or None if isinstance(value, str) else value


def test_every_figure_of_every_table_comes_back(tmp_path: Path) -> None:
    report = a_report()
    book = written(tmp_path, report)
    names = list(book.defined_names.values())
    checked = 0
    for table in tables(report):
        name = names.pop(0)
        if name.name.startswith("table_targets_chart"):
            names.pop(0)  # the second chart
            name = names.pop(0)
        if name.name == "table_data":  # the list of the sheets of records
            name = names.pop(0)
        ((sheet, area),) = name.destinations
        rows = [[cell.value for cell in row] for row in book[sheet][area]]
        assert rows == [[as_read(v) for v in row.values] for row in table.rows]
        checked += len(rows)
    assert checked == 7 + 25 + 40 + 40 + 25


def test_sheets_stand_in_the_order_of_the_report(tmp_path: Path) -> None:
    book = written(tmp_path, a_report())
    assert book.sheetnames == [
        "Báo cáo",
        "Chỉ tiêu",
        "Số liệu đơn vị",
        "Dữ liệu hoạt động",
        "Biểu đồ",
        "Dữ liệu",
        "Dữ liệu hoạt động (2)",
        "Số liệu đơn vị (2)",
        "_machine",
    ]


def test_a_report_of_words_alone_has_no_empty_sheets(tmp_path: Path) -> None:
    book = written(tmp_path, a_report(blocks=(), annexes=(), data=()))
    assert book.sheetnames == ["Báo cáo", "_machine"]


def test_equal_reports_give_equal_bytes(tmp_path: Path) -> None:
    workbook.write(a_report(), tmp_path / "a.xlsx")
    workbook.write(a_report(), tmp_path / "b.xlsx")
    first, second = ((tmp_path / n).read_bytes() for n in ("a.xlsx", "b.xlsx"))
    assert first == second
    workbook.write(a_report(practice=True), tmp_path / "b.xlsx")
    assert first != (tmp_path / "b.xlsx").read_bytes()


def test_the_hidden_sheet_names_the_report_and_its_hash(tmp_path: Path) -> None:
    report = a_report()
    book = written(tmp_path, report)
    sheet = book[workbook.MACHINE_SHEET]
    held = dict(sheet.iter_rows(values_only=True))
    assert sheet.sheet_state == "veryHidden"
    assert held["report_id"] == report.id
    assert held["agency_id"] == "vhtt"
    assert held["period"] == "2024"
    assert held["format"] == "3"
    assert (held["slip"], held["corrects"]) == ("0", None)
    assert held["plan"] == report.plan_title
    assert held["sha256"] == hashlib.sha256(wire.report_to_json(report)).hexdigest()
    told = workbook.machine_data(report, workbook.frozen_sha256(report))
    assert held == {name: value or None for name, value in told.items()}


def test_the_hidden_sheet_bears_the_hash_of_what_was_frozen(tmp_path: Path) -> None:
    path = tmp_path / "cũ.xlsx"
    workbook.write(a_report(), path, content_sha256="ab" * 32)
    sheet = load_workbook(path)[workbook.MACHINE_SHEET]
    held = {row[0]: row[1] for row in sheet.iter_rows(values_only=True)}
    assert held["sha256"] == "ab" * 32


def test_no_text_becomes_a_formula_and_all_come_back(tmp_path: Path) -> None:
    book = written(tmp_path, a_list(*PAYLOADS))
    assert column(book, len(PAYLOADS)) == list(PAYLOADS)
    for (cell,) in book["Bảng"].iter_rows(min_row=3):
        assert cell.data_type == "s"
        guarded = str(cell.value).startswith(("=", "+", "-", "@", "\t", "\r"))
        assert cell.quotePrefix == guarded
    sheets = [p for n, p in parts(tmp_path / "báo cáo.xlsx").items() if "sheets/s" in n]
    assert len(sheets) == 3
    assert not any(b"<f>" in sheet or b"<f " in sheet for sheet in sheets)


def test_words_outside_tables_are_guarded_too(tmp_path: Path) -> None:
    report = a_report(plan_title="=1+1", agency="+1")
    head = replace(report.letterhead, subject="=1+1", agency="@a")
    written(tmp_path, replace(report, letterhead=head))
    for name, part in parts(tmp_path / "báo cáo.xlsx").items():
        if "sheets/s" in name:
            assert b"<f>" not in part


def test_decomposed_letters_are_written_composed(tmp_path: Path) -> None:
    text = "Đăk Hà, Kế hoạch số 5, ơ ư ộ"
    book = written(tmp_path, a_list(unicodedata.normalize("NFD", text)))
    assert column(book, 1) == [text]


def test_characters_xml_cannot_carry_are_left_out(tmp_path: Path) -> None:
    naughty = "a\x00b\x0bc\ufffed\uffffe\ud800f😀"
    book = written(tmp_path, a_list(naughty, "\x00\x01", " đầu và cuối "))
    assert column(book, 3) == ["abcdef😀", None, " đầu và cuối "]


def test_truth_is_written_as_a_word_and_old_days_as_text(tmp_path: Path) -> None:
    book = written(tmp_path, a_list(True, False, dt.date(1899, 5, 1), 0, Decimal(0)))
    assert column(book, 5) == ["Có", "Không", "01/05/1899", 0, 0]


def test_large_and_small_numbers_are_written_digit_for_digit(tmp_path: Path) -> None:
    written(tmp_path, a_list(123_456_789_012_345_678, Decimal("0.1")))
    sheet = parts(tmp_path / "báo cáo.xlsx")["xl/worksheets/sheet2.xml"]
    assert b"<v>123456789012345678</v>" in sheet
    assert b"<v>0.1</v>" in sheet


def test_a_practice_report_says_so_above_every_page(tmp_path: Path) -> None:
    for practice in (True, False):
        book = written(tmp_path, a_report(practice=practice))
        mark = words().practice if practice else None
        assert {sheet.oddHeader.center.text for sheet in book} == {mark}


def test_every_page_is_a4_numbered_and_one_page_wide(tmp_path: Path) -> None:
    for sheet in written(tmp_path, a_report()):
        setup = sheet.page_setup
        assert (setup.paperSize, setup.fitToWidth, setup.fitToHeight) == (9, 1, 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.oddFooter.center.text.startswith("Trang &P/&N · ")
        assert sheet.page_margins.left == pytest.approx(30 / 25.4)


def test_wide_annexes_and_wide_data_lie_on_their_side(tmp_path: Path) -> None:
    book = written(tmp_path, a_report())
    lying = [s.title for s in book if s.page_setup.orientation == "landscape"]
    assert lying == [
        "Số liệu đơn vị",
        "Số liệu đơn vị (2)",
    ]


def test_relationships_are_relative_and_none_leads_outside(tmp_path: Path) -> None:
    written(tmp_path, a_report())
    found = parts(tmp_path / "báo cáo.xlsx")
    rels = [part.decode() for name, part in found.items() if name.endswith(".rels")]
    targets = re.findall('Target="([^"]*)"', "".join(rels))
    assert len(targets) == 17
    assert not [each for each in targets if each.startswith("/")]
    assert "TargetMode" not in "".join(rels)
    assert "hyperlink" not in "".join(rels)
    assert "> " not in "".join(rels)


def test_progress_reaches_the_end_and_counts_every_row(tmp_path: Path) -> None:
    steps: list[Step] = []
    report = a_report(data=(a_data_table(1200),))
    workbook.write(report, tmp_path / "a.xlsx", progress=steps.append)
    assert [step.done for step in steps] == sorted(step.done for step in steps)
    assert steps[-1] == Step(
        "writing_workbook", 7 + 25 + 40 + 1200 + 1, 7 + 25 + 40 + 1200 + 1
    )


def test_stopping_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = tmp_path / "tạm"
    work.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(work))

    def stop(step: Step) -> None:
        if step.done > 500:
            raise Cancelled

    report = a_report(data=(a_data_table(1200),))
    with pytest.raises(Cancelled):
        workbook.write(report, tmp_path / "a.xlsx", progress=stop)
    assert [path.name for path in tmp_path.rglob("*")] == ["tạm"]


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileError) as caught:
        workbook.write(a_report(), tmp_path / "không có" / "a.xlsx")
    assert caught.value.reason == "no_folder"


def test_a_disk_full_of_sheets_is_told_as_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "không có"))
    with pytest.raises(FileError) as caught:
        workbook.write(a_report(), tmp_path / "a.xlsx")
    assert caught.value.reason == "full"
    assert not list(tmp_path.iterdir())


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Let another office program read a workbook and write it as PDF and xlsx."""
    folder = tmp_path_factory.mktemp("libreoffice")
    odd = a_list(*PAYLOADS, "_x0041_").blocks
    report = a_report(practice=True, annexes=(an_annex(blocks=(a_wide_table(), *odd)),))
    workbook.write(report, folder / "sổ.xlsx")
    program = shutil.which("soffice") or "soffice"
    profile = (folder / "profile").as_uri()
    command = [program, f"-env:UserInstallation={profile}", "--headless"]
    formats = ["--convert-to", "pdf", "--convert-to", "xlsx:Calc MS Excel 2007 XML"]
    for each in (formats[:2], formats[2:]):
        subprocess.run(
            [*command, *each, "--outdir", str(folder / "ra"), str(folder / "sổ.xlsx")],
            check=True,
            capture_output=True,
            timeout=120,
        )
    return folder


def test_another_program_finds_the_same_values(converted: Path) -> None:
    ours = load_workbook(converted / "sổ.xlsx")
    theirs = load_workbook(converted / "ra" / "sổ.xlsx")
    assert theirs.sheetnames == ours.sheetnames
    for sheet in ours:
        assert list(map(unescaped, texts(theirs[sheet.title]))) == list(
            map(unescaped, texts(sheet))
        )


def unescaped(value: Any) -> Any:
    """Undo the format's escape, which openpyxl leaves as it is."""
    return "_x0041_" if value == "_x005F_x0041_" else value


def test_every_page_holds_the_whole_width_and_its_headings(converted: Path) -> None:
    document = pypdfium2.PdfDocument(converted / "ra" / "sổ.pdf")
    pages = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    told = [re.search(r"Trang (\d+)/(\d+)", page) for page in pages]
    assert [m and m.groups() for m in told] == [
        (str(n), str(len(pages))) for n in range(1, len(pages) + 1)
    ]
    wide = [page for page in pages if "Thi tìm hi" in page]
    assert len(wide) == 5
    assert all("TT" in page and "Ghi chú" in page for page in wide)
    assert all("không có giá tr" in page for page in pages)
    assert not [page for page in pages if "###" in page]


def test_group_and_total_rows_stand_out(tmp_path: Path) -> None:
    book = written(tmp_path, a_report())
    sheet = book["Chỉ tiêu"]
    table = a_targets_table()
    for number, row in enumerate(table.rows, 5):
        cell = sheet.cell(number, 2)
        assert cell.font.bold == (row.kind is not RowKind.DATA)
    assert "B5:G5" in {str(area) for area in sheet.merged_cells.ranges}
