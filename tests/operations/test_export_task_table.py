"""The task table is written in the layout asked for, or the one that fits."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from desktop.errors import UnknownNameError
from desktop.operations.export_task_table import export_task_table, layouts
from desktop.rules.task_table.words import TableLayout
from desktop.store.store import Store


def headings(path: Path) -> list[str]:
    """Return the row that is repeated on every page."""
    sheet = load_workbook(path).active
    assert sheet is not None
    row = int(str(sheet.print_title_rows).strip("$").split(":")[0])
    return [str(cell.value) for cell in sheet[row]]


@pytest.mark.parametrize("layout", layouts(), ids=lambda one: str(one.code))
def test_each_layout_has_its_columns(
    store: Store, tmp_path: Path, layout: TableLayout
) -> None:
    path = export_task_table(store, tmp_path / "a.xlsx", layout.code).value
    assert headings(path) == [column.heading for column in layout.columns]


def test_a_plan_without_times_gets_no_column_for_them(
    store: Store, tmp_path: Path
) -> None:
    assert len(headings(export_task_table(store, tmp_path / "a.xlsx").value)) == 4


def test_an_unknown_layout_is_told_with_those_there_are(
    store: Store, tmp_path: Path
) -> None:
    with pytest.raises(UnknownNameError) as caught:
        export_task_table(store, tmp_path / "a.xlsx", "khac")
    assert caught.value.problems[0].facts == ("khac", "solutions", "contents", "tasks")
    assert not list(tmp_path.glob("*.xlsx"))
