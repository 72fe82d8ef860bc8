"""The task table of a plan as a workbook ready to be printed."""

import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pytest
from openpyxl import load_workbook

from desktop.errors import FileError
from desktop.files.plans import load_plan
from desktop.files.task_table.export import write_table
from desktop.records.report import Table
from desktop.rules.task_table.writing import lay_out_tasks
from tests.rules.task_table.tables import WORDS


def a_table(layout: int = 2) -> Table:
    plan = load_plan("cao-bang-2018-2020")
    return lay_out_tasks(plan.plan, plan.tasks, WORDS.layouts[layout])


def test_headings_stand_on_every_page_and_groups_are_merged(tmp_path: Path) -> None:
    path = tmp_path / "bang.xlsx"
    write_table(a_table(), path, note="(Kèm theo)")
    sheet = load_workbook(path).active
    assert sheet is not None
    assert [cell.value for cell in sheet[3]] == [
        "STT",
        "Tên nhiệm vụ",
        "Cơ quan chủ trì",
        "Cơ quan phối hợp",
        "Thời gian thực hiện",
    ]
    assert sheet.print_title_rows == "$3:$3"
    assert sheet["A2"].value == "(Kèm theo)"
    assert "B4:E4" in {str(area) for area in sheet.merged_cells.ranges}
    assert sheet.page_setup.paperSize == 9
    assert {cell.font.name for row in sheet.iter_rows() for cell in row} == {
        "Times New Roman"
    }
    assert all(sheet.cell(5, n).alignment.wrap_text for n in range(1, 6))


@pytest.mark.parametrize("text", ["=1+1", "+A1", "-2", "@x", '=HYPERLINK("x")'])
def test_no_text_becomes_a_formula(tmp_path: Path, text: str) -> None:
    from dataclasses import replace

    table = a_table()
    row = replace(table.rows[1], values=("1", text, text, text, text))
    path = tmp_path / "bang.xlsx"
    write_table(replace(table, rows=(row,)), path)
    sheet = load_workbook(path).active
    assert sheet is not None
    cell = sheet.cell(3, 2)
    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)


def test_the_same_table_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        write_table(a_table(), tmp_path / name)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    told = load_workbook(tmp_path / "a.xlsx").properties
    assert told.created == told.modified, "of no day, whenever it is written"
    assert told.created.year == 2000


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileError) as caught:
        write_table(a_table(), tmp_path / "khong" / "bang.xlsx")
    assert caught.value.reason == "no_folder"


def test_another_program_prints_it_whole_with_headings_on_each_page(
    tmp_path: Path,
) -> None:
    path = tmp_path / "bảng.xlsx"
    write_table(a_table(), path)
    command = [
        shutil.which("soffice") or "soffice",
        f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        str(path),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    document = pypdfium2.PdfDocument(tmp_path / "bảng.pdf")
    pages = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    assert len(pages) == 2
    assert all("STT" in page and "Trang" in page for page in pages)
    assert "2018-2020" in pages[-1]
