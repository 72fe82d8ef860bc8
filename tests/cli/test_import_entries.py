"""Entries from a sheet, on the command line: shown first, stored when accepted."""

import io
import sys
from pathlib import Path

import pytest

from desktop.operations.entries.read_entry_table import read_entry_file
from desktop.records.activity import Activity
from desktop.store import records
from desktop.store.store import Store
from tests.cli.saying import Say, digest, fault

HEADING = (
    "STT\tTên lớp\tNgày tổ chức\tĐơn vị thực hiện\tNội dung bồi dưỡng\tTrụ cột\tSố lượt"
)
BOTH = "Cập nhật thông tin và tập huấn kiến thức, kỹ năng"
PILLAR = "Phổ biến, giáo dục kiến thức"
ROWS = (
    f"1\tLớp một\t13/6/2024\tPhòng VHTT\t{BOTH}\t{PILLAR}\t40",
    f"2\tLớp hai\t31/6/2024\tPhòng VHTT\t{BOTH}\t{PILLAR}\t40 người",
    f"3\tLớp ba\t05/8/2024\tđơn vị nào đó\t{BOTH}\t{PILLAR}\t1.250",
)


def a_text(folder: Path, *rows: str) -> Path:
    path = folder / "lop.txt"
    path.write_text("\n".join((HEADING, *rows)), "utf-8")
    return path


def titles(office: Path) -> list[str]:
    with Store(office, writable=False) as store:
        return sorted(one.title for one in records.find(store.reader, Activity))


def test_without_accepting_nothing_is_stored_and_each_fault_has_its_cell(
    office: Path, say: Say
) -> None:
    before = digest(office)
    source = a_text(office.parent, *ROWS)
    said = say("import", office, source, "--register", "training")
    assert said.code == 1, "rows are refused"
    assert "+ Thêm: dòng 2 Lớp một" in said.out
    assert "C3 Từ ngày: Lịch không có ngày “31/6/2024”" in said.out
    assert "D4 Đơn vị chủ trì: Chưa biết “đơn vị nào đó” là gì." in said.out
    assert said.out.splitlines()[-2:] == [
        "Đã đọc 3 dòng = 1 nhận (1 thêm, 0 sửa) + 2 không nhận + 0 không đổi",
        "Mới chỉ xem trước; thêm --accept để nhập.",
    ]
    assert digest(office) == before


def test_accepted_rows_are_stored_and_one_undo_takes_them_back(
    office: Path, say: Say
) -> None:
    source = a_text(office.parent, *ROWS)
    command = ("import", office, source, "--register", "training", "--accept")
    word = ("--word", "agency:đơn vị nào đó=ubnd-xa-dak-mar", "--skip", "2")
    said = say(*command, *word, "--json").data
    assert (said["seen"], said["add"], said["refused"], said["stored"]) == (3, 1, 1, 1)
    assert said["left_out"] == 1
    assert titles(office) == ["Lớp ba"]
    say("undo", office)
    assert titles(office) == []


def test_a_required_field_no_column_has_may_be_given_for_all_rows(
    office: Path, say: Say
) -> None:
    source = office.parent / "lop.txt"
    source.write_text("Tên lớp\tNgày tổ chức\nLớp một\t13/6/2024\n", "utf-8")
    command = ("import", office, source, "--register", "training", "--accept")
    bare = say(*command, "--json").data
    assert bare["wanting"] == ["form", "pillar"]
    assert bare["stored"] == 0
    values = ("--value", f"form={BOTH}", "--value", f"pillar={PILLAR}")
    said = say(*command, *values)
    assert said.code == 0
    assert said.out.splitlines()[-1] == ("Đã nhập 1 mục vào sổ “Tập huấn, bồi dưỡng”.")


def test_a_column_may_be_told_what_it_is_and_how_it_is_read(
    office: Path, say: Say
) -> None:
    source = office.parent / "lop.txt"
    source.write_text("Tên lớp\tLúc nào\nLớp một\t06/05/2024\n", "utf-8")
    command = ("import", office, source, "--register", "training", "--json")
    asked = say(*command, "--column", "lúc nào=first_day", "--headings", "1").data
    assert asked["columns"][1]["asked"] == ["dmy", "mdy"]
    reading = ("--column", "lúc nào=first_day", "--reading", "lúc nào=mdy")
    said = say(*command, "--headings", "1", *reading).data
    assert said["columns"][1]["asked"] == []
    assert said["rows"][0]["cells"][1]["shown"] == "05/06/2024"


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("--column", "Không có=title"), "không có cột “Không có”"),
        (("--column", "title"), "thiếu dấu bằng"),
        (("--skip", "99"), "không có dòng 99"),
    ],
)
def test_a_slip_in_the_command_is_told_and_nothing_is_stored(
    words: tuple[str, ...], why: str, office: Path, say: Say
) -> None:
    before = digest(office)
    source = a_text(office.parent, *ROWS)
    command = ("import", office, source, "--register", "training", "--accept")
    assert why in fault(say, *command, *words, kind="UsageError")["why"]
    assert digest(office) == before


def test_a_paste_comes_from_the_input(
    office: Path, say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    pasted = io.TextIOWrapper(io.BytesIO("\n".join((HEADING, ROWS[0])).encode()))
    monkeypatch.setattr(sys, "stdin", pasted)
    said = say("import", office, "-", "--register", "training", "--json").data
    assert (said["seen"], said["add"]) == (1, 1)


def test_the_template_is_written_and_reads_as_an_empty_sheet(
    office: Path, say: Say
) -> None:
    target = office.parent / "mau.xlsx"
    command = ("import", office, target, "--register", "training")
    assert say(*command, "--template").code == 0
    sheets = [grid.name for grid in read_entry_file(target).value.grids]
    assert sheets[1:] == ["Hướng dẫn", "Danh mục"]
    said = say(*command, "--json").data
    assert (said["seen"], said["wanting"]) == (0, [])


def test_what_is_exported_imports_as_the_same(office: Path, say: Say) -> None:
    source = a_text(office.parent, ROWS[0])
    command = ("import", office, source, "--register", "training", "--accept")
    assert say(*command).code == 0
    target = office.parent / "ra.xlsx"
    same = ("import", office, target, "--register", "training")
    assert say(*same, "--export").code == 0
    said = say(*same, "--json").data
    assert (said["seen"], said["same"]) == (1, 1)


def test_a_kept_entry_is_changed_only_when_asked(office: Path, say: Say) -> None:
    source = a_text(office.parent, ROWS[0])
    command = ("import", office, source, "--register", "training", "--accept")
    say(*command)
    a_text(office.parent, ROWS[0].removesuffix("40") + "41")
    shown = say(*command, "--json").data
    assert (shown["kept"], shown["change"], shown["stored"]) == (1, 0, 0)
    assert "thêm --overwrite để sửa" in say(*command).out
    shown = say(*command, "--overwrite", "--json").data
    assert (shown["kept"], shown["change"], shown["stored"]) == (0, 1, 1)
    assert titles(office) == ["Lớp một"]
