"""A task table is read from a file or a paste."""

from pathlib import Path

from desktop.operations.plans.read_task_table import read_task_file, read_task_paste
from tests.files.task_table.workbooks import TASKS, a_workbook


def test_a_file_and_a_paste_give_the_same_table(tmp_path: Path) -> None:
    path = a_workbook(tmp_path / "a.xlsx", [TASKS, ["1", "Việc"]])
    pasted = read_task_paste("", "\t".join(TASKS) + "\n1\tViệc")
    read = read_task_file(path)
    assert read.name == "a.xlsx"
    assert [row.cell(1).text for row in read.grids[0].rows] == [
        row.cell(1).text for row in pasted.grids[0].rows
    ]
