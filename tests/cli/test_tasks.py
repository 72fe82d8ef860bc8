"""The task table from the command line: shown first, stored when accepted."""

import io
import sys
from pathlib import Path

import pytest

from desktop.operations.plans.inspect_task_table import read_against
from desktop.store.store import Store
from tests.cli.saying import Say, digest, fault

HEADING = "STT\tNhiệm vụ, giải pháp\tĐơn vị chủ trì\tĐơn vị phối hợp thực hiện"
ROWS = (
    "6\tViệc sáu\tCông an huyện\t",
    "7\tViệc bảy\tHội Chữ thập xanh\t",
    "8\tViệc tám\tCông an huyện\t",
)


def a_text(folder: Path, *rows: str) -> Path:
    path = folder / "bang.txt"
    path.write_text("\n".join((HEADING, *rows)), "utf-8")
    return path


def codes(office: Path) -> list[str]:
    with Store(office, writable=False) as store:
        return [one.code for one in read_against(store).tasks]


def test_without_accepting_nothing_is_stored(office: Path, say: Say) -> None:
    before = digest(office)
    said = say("tasks", "import", office, a_text(office.parent, *ROWS))
    assert said.code == 1, "a row is refused"
    assert "+ Thêm: 6 Việc sáu (dòng 2)" in said.out
    assert "Chưa biết “Hội Chữ thập xanh”" in said.out
    assert said.out.splitlines()[-2:] == [
        "3 dòng: thêm 2, không nhập 1.",
        "Mới chỉ xem trước; thêm --accept để nhập.",
    ]
    assert digest(office) == before


def test_accepted_rows_are_stored_and_one_undo_takes_them_back(
    office: Path, say: Say
) -> None:
    before = codes(office)
    source = a_text(office.parent, *ROWS)
    command = ("tasks", "import", office, source, "--accept", "--skip", "4")
    said = say(*command, "--json").data
    assert (said["seen"], said["stored"]) == (3, 1)
    assert (said["add"], said["refused"], said["left_out"]) == (1, 1, 1)
    assert said["rows"][1]["leads"][0]["found"] == "unknown"
    assert codes(office) == [*before, "6"]
    say("undo", office)
    assert codes(office) == before


def test_a_line_to_skip_that_is_not_there_is_a_slip_in_the_command(
    office: Path, say: Say
) -> None:
    before = digest(office)
    source = a_text(office.parent, *ROWS)
    command = ("tasks", "import", office, source, "--accept", "--skip", "99")
    error = fault(say, *command, kind="UsageError")
    assert "không có dòng 99" in error["why"]
    assert digest(office) == before


def test_an_unknown_name_may_be_kept_as_words(office: Path, say: Say) -> None:
    source = a_text(office.parent, *ROWS)
    said = say("tasks", "import", office, source, "--accept", "--keep-unknown")
    assert said.code == 0
    assert said.out.splitlines()[-1] == "Đã nhập 3 nhiệm vụ."
    assert codes(office)[-3:] == ["6", "7", "8"]


def test_a_paste_comes_from_the_input(
    office: Path, say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    cells = "".join(f"<td>{cell}</td>" for cell in HEADING.split("\t"))
    page = f"<table><tr>{cells}</tr><tr><td>6</td><td>Việc</td></tr></table>"
    stdin = io.TextIOWrapper(io.BytesIO(page.encode()))
    monkeypatch.setattr(sys, "stdin", stdin)
    assert say("tasks", "import", office, "-", "--json").data["add"] == 1


def test_an_export_comes_back_the_same(office: Path, say: Say) -> None:
    target = office.parent / "bang.xlsx"
    assert say("tasks", "export", office, target, "--layout", "tasks").code == 0
    said = say("tasks", "import", office, target, "--json").data
    assert said["same"] == said["seen"] == len(codes(office))


def test_what_cannot_be_read_is_told_in_four_lines(office: Path, say: Say) -> None:
    source = a_text(office.parent).with_suffix(".xlsx")
    command = ("tasks", "import", office, source)
    assert fault(say, *command, kind="FileError", code=2)["reason"] == "missing"
    source.write_text("x", "utf-8")
    assert fault(say, *command, kind="FileError", code=2)["reason"] == "not_workbook"
    empty = a_text(office.parent)
    told = fault(say, "tasks", "import", office, empty, kind="InputError", code=1)
    assert "Không thấy bảng nào có nội dung." in told["why"]
    wrong = ("tasks", "export", office, source, "--layout", "khac")
    assert fault(say, *wrong, kind="UnknownNameError", code=2)["problems"]
