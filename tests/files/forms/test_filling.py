"""A form is filled in as by a spreadsheet program, and is still the same form."""

from pathlib import Path

import openpyxl
import pytest

from desktop.errors import FileError
from desktop.files.forms.filling import fill
from desktop.store.store import Store
from tests.builders import a_clock
from tests.operations.forms.filled import a_form, cell_of, list_of, only


def test_a_cell_is_written_and_the_form_is_known_again(
    office: Path, tmp_path: Path
) -> None:
    with Store(office, clock=a_clock) as store:
        form, blank = a_form(store, tmp_path / "made")
        sheet = list_of(form, "conference").sheet
        cell = cell_of(form, "conference", "attendance")
        fill(blank, tmp_path / "filled.xlsx", {(sheet, cell): "12 người"})
        found = only(store, tmp_path / "filled.xlsx")
    assert [(one.sheet, one.cell) for one in found.faults if one.shown] == [
        (sheet, cell)
    ]
    assert openpyxl.load_workbook(blank)[sheet][cell].value is None


def test_a_place_that_cannot_be_written_to_is_told(
    office: Path, tmp_path: Path
) -> None:
    with Store(office, clock=a_clock) as store:
        _, blank = a_form(store, tmp_path / "made")
    with pytest.raises(FileError):
        fill(blank, tmp_path / "nowhere" / "x.xlsx", {})
