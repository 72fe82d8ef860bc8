"""Headings of a form are known again, with units and marks around them."""

from dataclasses import replace

import pytest

from desktop.rules.forms.headings import (
    find_headings,
    heading_names,
    is_key,
    name_of,
    numbers_columns,
    plain_heading,
    shift_of,
)
from tests.rules.forms.sheets import (
    COLUMNS,
    ROW_TOTAL,
    a_content,
    a_row,
    a_sheet,
    grid,
    listed,
    summary,
)


@pytest.mark.parametrize(
    "text",
    [
        "Số lượt người",
        "Số lượt người (*)",
        "SỐ LƯỢT  NGƯỜI (lượt) (*)",
        "so luot nguoi",
    ],
)
def test_a_heading_is_its_label_whatever_stands_around_it(text: str) -> None:
    assert plain_heading("Số lượt người") in heading_names(text)


def test_a_blank_is_no_heading() -> None:
    assert heading_names("  ") == frozenset()


def test_the_row_with_most_labels_is_that_of_the_headings() -> None:
    sheet, own = a_sheet(), listed(a_row())
    assert find_headings(sheet, own) == (2, len(COLUMNS))
    assert find_headings(sheet, replace(own, rows=own.rows[2:])) == (0, len(COLUMNS))
    assert find_headings(sheet, grid("x", {"A1": "Tên hội nghị"})) == (-1, 1)
    assert find_headings(sheet, replace(own, rows=())) == (-1, 0)


def test_the_numbers_stay_where_nothing_was_put_in() -> None:
    assert shift_of(a_content(), summary(B=5), ROW_TOTAL) == (0, 0)
    assert shift_of(a_content(), summary(B=5), "") == (0, 0)


def test_a_row_of_numbers_of_columns_is_known() -> None:
    own = listed(a_row())
    assert numbers_columns(own.rows[3])
    assert not numbers_columns(own.rows[4])


def test_names_of_sheets_are_compared_without_marks() -> None:
    assert name_of(" Hội  Nghị") == name_of("hoi nghi")


def test_keys_are_told_from_other_texts() -> None:
    assert is_key("=0197d1e2")
    assert is_key("v2-0013")
    assert not is_key("=A1 + B1")
    assert not is_key("v2")
    assert not is_key("")
