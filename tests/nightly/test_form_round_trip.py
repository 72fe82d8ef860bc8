"""A form opened and saved by LibreOffice is still the form that went out."""

import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from desktop.files.forms.writing import stamp_cells
from desktop.rules.forms.drafting import FIRST_ROW, value_row
from desktop.rules.forms.found import STAMP_SHEET
from tests.files.forms.made import a_head, the_bytes
from tests.rules.forms.drafts import a_draft

DRAFT = a_draft()
_PATIENCE = 180.0


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Open the form in LibreOffice and save it as a workbook again."""
    folder = tmp_path_factory.mktemp("form")
    (folder / "form.xlsx").write_bytes(the_bytes())
    program = shutil.which("soffice")
    assert program, "LibreOffice is wanted for the tests of the night"
    subprocess.run(
        [
            program,
            f"-env:UserInstallation={(folder / 'user').as_uri()}",
            "--headless",
            "--convert-to",
            "xlsx:Calc MS Excel 2007 XML",
            "--outdir",
            str(folder / "out"),
            str(folder / "form.xlsx"),
        ],
        check=True,
        timeout=_PATIENCE,
        capture_output=True,
    )
    return Path(folder / "out" / "form.xlsx").read_bytes()


@pytest.fixture(scope="module")
def book(saved: bytes) -> Any:
    return load_workbook(BytesIO(saved))


def test_the_stamp_is_whole_and_still_hidden(book: Any) -> None:
    sheet = book[STAMP_SHEET]
    assert sheet.sheet_state != "visible"
    found = [row[0] for row in sheet.iter_rows(values_only=True)]
    assert found == list(stamp_cells(DRAFT, a_head()))


def test_keys_entries_and_hidden_columns_are_there(book: Any) -> None:
    for one in DRAFT.sheets:
        sheet, place = book[one.sheet.sheet], one.sheet
        keys = [
            sheet[f"{place.key_column}{row}"].value
            for row in range(place.first_row, place.last_row + 1)
        ]
        assert keys == [line.key for line in one.lines]
        assert sheet.column_dimensions[place.key_column].hidden
    first = book[DRAFT.sheets[0].sheet.sheet][f"A{FIRST_ROW}"].value
    assert first == DRAFT.sheets[0].lines[0].values[0]


def test_lists_limits_and_protection_are_there(book: Any) -> None:
    assert set(DRAFT.lists) <= set(book.defined_names)
    for one in DRAFT.sheets:
        sheet = book[one.sheet.sheet]
        assert sheet.protection.sheet
        rules = {
            str(rule.sqref).partition(":")[0]: rule
            for rule in sheet.data_validations.dataValidation
        }
        for column in one.columns:
            rule = rules[f"{column.column.column}{FIRST_ROW}"]
            if column.list_name:
                assert rule.formula1 == column.list_name


def test_what_the_form_counts_itself_is_counted(saved: bytes) -> None:
    sheet = load_workbook(BytesIO(saved), data_only=True).worksheets[0]
    row = value_row(DRAFT.layout)
    listed = [cell.value for cell in sheet[row + 1]][1:4]
    check = [cell.value for cell in sheet[row + 2]][1:4]
    assert listed == [1, 40, 0], "one training of forty people"
    assert check[:2] == ["Đạt", "Đạt"]
