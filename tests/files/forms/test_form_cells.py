"""Cells of a form: formulas without values, limits with words, protection with room."""

from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from desktop.files.forms.form_cells import (
    LARGEST,
    append,
    entry_styles,
    formula,
    limit,
    limit_total,
    name_list,
    prompt_title,
    protect,
)
from desktop.files.forms.form_words import form_words
from desktop.files.workbook.sheet import Sheet
from desktop.files.workbook.styles import Look
from desktop.rules.forms.columns import ColumnDraft
from tests.files.workbook_reader import a_book, saved
from tests.rules.forms.drafts import a_draft, sheet_of


def column(name: str, register: str = "training") -> ColumnDraft:
    made = sheet_of(a_draft(), register)
    return next(one for one in made.columns if one.column.field == name)


def limited(name: str, register: str = "training") -> Any:
    sheet: Any = Workbook().active
    limit(sheet, column(name, register), "A5:A9", form_words())
    (found,) = sheet.data_validations.dataValidation
    return found


def test_a_formula_is_worked_out_by_whoever_opens_it(tmp_path: Path) -> None:
    book = a_book(tmp_path)
    made = Sheet(book, "s", (60.0, 60.0))
    row = append(made, [formula(made, 1, 'IF(1<2,"<",0)', Look())], 20.0)
    cell = saved(book, tmp_path)["s"].cell(row, 1)
    assert (cell.value, cell.data_type) == ('=IF(1<2,"<",0)', "f")


def test_a_list_is_offered_by_its_name_and_another_value_refused() -> None:
    found = limited("pillar")
    assert (found.type, found.formula1) == ("list", "ds_pillar")
    assert found.showErrorMessage
    assert found.errorStyle == "stop"
    assert found.error == form_words().list_error


def test_where_several_may_stand_the_list_is_offered_and_nothing_refused() -> None:
    found = limited("themes")
    assert (found.type, found.formula1) == ("list", "ds_theme")
    assert not found.showErrorMessage


def test_a_day_is_held_to_the_period_and_the_error_tells_it() -> None:
    found = limited("last_day")
    assert (found.type, found.operator) == ("date", "between")
    assert (found.formula1, found.formula2) == ("45292", "45657")
    assert "01/01/2024" in found.error
    assert "31/12/2024" in found.error


def test_numbers_are_whole_and_not_below_nought() -> None:
    found = limited("attendance")
    assert (found.type, found.formula1) == ("whole", "0")
    assert found.formula2 == str(LARGEST)
    assert limited("surface", "product").type == "decimal"


def test_every_cell_says_beside_it_what_belongs_there() -> None:
    found = limited("title")
    assert found.type is None
    assert found.showInputMessage
    assert found.prompt.startswith("Bắt buộc.")
    assert len(found.promptTitle) <= 32


def test_a_total_is_a_whole_number() -> None:
    sheet: Any = Workbook().active
    limit_total(sheet, "B9", "Số cuộc", form_words())
    (found,) = sheet.data_validations.dataValidation
    assert (found.type, str(found.sqref), found.allowBlank) == ("whole", "B9", True)


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("title", "@"),
        ("tasks", "@"),
        ("last_day", "dd/mm/yyyy"),
        ("attendance", "#,##0"),
    ],
)
def test_blank_cells_wait_in_the_form_of_what_is_to_come(
    name: str, form: str, tmp_path: Path
) -> None:
    book = a_book(tmp_path)
    made = Sheet(book, "s", (60.0,))
    made.add_values((None,), [entry_styles(book, column(name))])
    cell = saved(book, tmp_path)["s"]["A1"]
    assert cell.number_format == form
    assert not cell.protection.locked


def test_protection_has_no_password_and_lets_rows_come_and_go() -> None:
    sheet: Any = Workbook().active
    protect(sheet)
    told = sheet.protection
    assert told.sheet
    assert not told.password
    for name in ("insertRows", "deleteRows", "formatColumns", "sort"):
        assert getattr(told, name) is False, "False: not forbidden"
    assert told.insertColumns is True


def test_a_list_is_found_by_name_on_its_sheet(tmp_path: Path) -> None:
    book = a_book(tmp_path)
    Sheet(book, "_ds", (60.0,))
    name_list(book, "ds_x", "_ds", "C", 3)
    found = saved(book, tmp_path).defined_names["ds_x"]
    assert found.attr_text == "'_ds'!$C$2:$C$4"


def test_a_hints_title_is_short_and_cuts_no_word() -> None:
    told = {
        "Tờ rơi, tờ gấp": "Tờ rơi, tờ gấp",
        "Số lượt người tham dự (Lượt người)": "Số lượt người tham dự",
        "Số chương trình trên hệ thống truyền thanh": "Số chương trình trên hệ thống…",
        "a" * 40: "a" * 31 + "…",
    }
    assert {one: prompt_title(one) for one in told} == told
