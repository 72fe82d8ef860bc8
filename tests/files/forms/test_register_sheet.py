"""A register's sheet has its headings, its entries, and cells that can be filled in."""

import datetime as dt
from typing import Any

from desktop.files.forms.register_sheet import HEADINGS
from desktop.rules.forms.drafting import FIRST_ROW
from tests.files.forms.made import bytes_of, opened, the_bytes
from tests.rules.forms.drafts import a_draft, a_training, sheet_of

DRAFT = sheet_of(a_draft())


def sheet() -> Any:
    return opened(the_bytes())[DRAFT.sheet.sheet]


def test_headings_and_numbers_stand_right_above_the_entries() -> None:
    rows = list(sheet().iter_rows(values_only=True))
    many = len(DRAFT.columns)
    assert rows[HEADINGS - 1][:many] == tuple(one.heading for one in DRAFT.columns)
    assert rows[HEADINGS][:2] == ("(1)", "(2)")
    assert FIRST_ROW == HEADINGS + 2
    assert sheet().freeze_panes == f"A{FIRST_ROW}"
    assert sheet().print_title_rows == f"${HEADINGS}:${HEADINGS + 1}"


def test_an_entry_stands_with_its_key_in_a_hidden_column() -> None:
    found = sheet()
    key = f"{DRAFT.sheet.key_column}{FIRST_ROW}"
    assert (found[key].value, found[key].data_type) == ("=activity", "s")
    assert found.column_dimensions[DRAFT.sheet.key_column].hidden
    day = next(o.column for o in DRAFT.sheet.columns if o.field == "last_day")
    assert found[f"{day}{FIRST_ROW}"].value == dt.datetime(2024, 6, 5)  # noqa: DTZ001


def test_lines_are_open_and_headings_are_not() -> None:
    found = sheet()
    assert found.protection.sheet
    assert found[f"A{HEADINGS}"].protection.locked
    for letter in ("A", DRAFT.sheet.key_column):
        assert not found[f"{letter}{DRAFT.sheet.last_row}"].protection.locked, letter


def test_every_column_has_its_limits_down_to_the_last_line() -> None:
    areas = {str(one.sqref) for one in sheet().data_validations.dataValidation}
    first, last = DRAFT.sheet.first_row, DRAFT.sheet.last_row
    wanted = {f"{o.column}{first}:{o.column}{last}" for o in DRAFT.sheet.columns}
    assert areas == wanted


def test_it_is_printed_across_one_page() -> None:
    found = sheet()
    assert found.page_setup.orientation == "landscape"
    assert (found.page_setup.paperSize, found.page_setup.fitToWidth) == (9, 1)
    assert DRAFT.sheet.key_column not in found.print_area, "the keys are not printed"


def test_a_text_of_an_entry_is_never_a_formula() -> None:
    entries = {"training": (a_training(title='=HYPERLINK("http://x")'),)}
    found = opened(bytes_of(a_draft(entries=entries)))[DRAFT.sheet.sheet]
    cell = found[f"A{FIRST_ROW}"]
    assert (cell.data_type, cell.quotePrefix) == ("s", True)


def test_groups_that_are_asked_for_are_named() -> None:
    found = opened(the_bytes())["Số cán bộ theo nhóm"]["A2"].value
    assert "Các nhóm cần báo: Cán bộ, công chức làm công tác quyền con người" in found
