"""The task table is written in the layout asked for, or the one that fits."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from desktop.errors import UnknownNameError
from desktop.files.practice_mark import PRACTICE_KEYWORD
from desktop.files.workbook.words import words
from desktop.operations.offices.set_preferences import set_preferences
from desktop.operations.plans.export_task_table import export_task_table, layouts
from desktop.rules.task_table.words import TableLayout
from desktop.store import preferences
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


@pytest.mark.parametrize("practice", [False, True])
def test_what_a_practice_office_prints_says_so_above_every_page(
    store: Store, tmp_path: Path, *, practice: bool
) -> None:
    kept = preferences.get(store.reader)
    assert kept is not None
    set_preferences(store, replace(kept, practice=practice))
    book: Any = load_workbook(export_task_table(store, tmp_path / "a.xlsx").value)
    heads = {sheet.oddHeader.center.text for sheet in book.worksheets}
    assert heads == {words().practice if practice else None}
    assert (book.properties.keywords == PRACTICE_KEYWORD) is practice
