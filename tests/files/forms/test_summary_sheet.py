"""The first sheet has the shape of the official form, and tells if it can be right."""

import re
from dataclasses import replace
from typing import Any

import pytest

from desktop.rules.forms.drafting import HEAD_ROWS, draft_form, value_row
from desktop.rules.forms.layout import FormLayout
from tests.files.forms.made import bytes_of, opened, the_bytes
from tests.rules.forms.drafts import a_draft, facts, layout

ROW = value_row(layout())
TOP = HEAD_ROWS + 1


def sheet() -> Any:
    return opened(the_bytes()).worksheets[0]


def test_the_head_names_form_plan_day_unit_and_office() -> None:
    texts = [
        str(cell.value)
        for row in sheet().iter_rows(max_row=HEAD_ROWS)
        for cell in row
        if cell.value
    ]
    for wanted in (
        "Biểu số: 09a",
        "Theo Kế hoạch số 12/KH-UBND",
        "Ngày nhận báo cáo: chậm nhất 24/11/2024",
        "Đơn vị báo cáo: UBND xã Đăk Mar",
        "Đơn vị nhận báo cáo: Phòng VHTT",
        "KẾT QUẢ TRUYỀN THÔNG CỦA XÃ, PHƯỜNG, THỊ TRẤN",
    ):
        assert wanted in texts


@pytest.mark.parametrize(
    ("one", "joined"),
    [
        (layout("09a", 1), {"B6:C6", "D6:H6", "I6:I7", "J6:K6", "A6:A7"}),
        (
            layout("09a", 2),
            {"B6:B7", "C6:C7", "D6:H6", "I6:I7", "J6:K6", "L6:M6", "N6:O6", "A6:A7"},
        ),
        (
            layout("09e", 1),
            {"B6:B7", "C6:C7", "D6:H6", "I6:I7", "J6:K6", "L6:M6", "N6:O6", "P6:P7"}
            | {"Q6:T6", "A6:A7"},
        ),
    ],
    ids=lambda one: f"{one.code}-{one.version}" if isinstance(one, FormLayout) else "",
)
def test_headings_of_several_levels_are_joined(
    one: FormLayout, joined: set[str]
) -> None:
    found = opened(bytes_of(draft_form(replace(facts(), layout=one)))).worksheets[0]
    areas = {str(area) for area in found.merged_cells.ranges}
    assert {one for one in areas if re.match(rf"[A-Z]+{TOP}:", one)} == joined


def test_columns_are_numbered_above_the_row_to_be_filled_in() -> None:
    values = [cell.value for cell in sheet()[ROW - 1]]
    assert values == [None, *(f"({n})" for n in range(1, 15))]


def test_only_the_totals_and_the_signatures_can_be_filled_in() -> None:
    found = sheet()
    open_rows = {
        cell.row
        for row in found.iter_rows()
        for cell in row
        if not cell.protection.locked
    }
    assert found.protection.sheet
    assert min(open_rows) == ROW
    assert ROW + 1 not in open_rows
    assert found[f"A{ROW}"].protection.locked


def test_what_is_known_stands_in_its_cell_and_the_rest_is_blank() -> None:
    values = [cell.value for cell in sheet()[ROW]]
    assert values[:4] == ["Tổng số trong kỳ", 3, 40, None]


def test_below_stands_what_is_listed_and_whether_it_agrees() -> None:
    found = sheet()
    listed, check = found[f"B{ROW + 1}"].value, found[f"B{ROW + 2}"].value
    assert listed.startswith("=SUMPRODUCT(")
    assert check == (
        f'=IF(B{ROW}="","",IF(ISNUMBER(B{ROW}),IF(B{ROW}<B{ROW + 1},'
        '"Thấp hơn số đã kê","Đạt"),"Không phải số"))'
    )
    clubs = next(o.cell for o in a_draft().content.totals if o.key == "clubs")
    assert found[f"{clubs[0]}{ROW + 1}"].value == "–", "nobody lists them"


def test_a_whole_is_compared_with_its_parts() -> None:
    found = sheet()[f"D{ROW + 2}"].value
    assert f"SUM(E{ROW},F{ROW},G{ROW},H{ROW})" in found
    assert "Khác tổng các cột thành phần" in found


def test_what_does_not_agree_stands_out() -> None:
    (area,) = sheet().conditional_formatting
    assert str(area.sqref) == f"B{ROW + 2}:O{ROW + 2}"


def test_three_sign_below() -> None:
    values = {cell.value for row in sheet().iter_rows(min_row=ROW + 3) for cell in row}
    assert {"Người lập biểu", "Người kiểm tra", "Thủ trưởng đơn vị"} <= values
    assert {"1.1", "2.2"} <= values, "numbers of the tasks, to be chosen from"


def test_a_form_for_practice_says_so_where_everybody_looks() -> None:
    found = opened(bytes_of(a_draft(), practice=True)).worksheets[0]
    texts = [cell.value for cell in found[3]]
    assert any("BẢN THỰC HÀNH" in str(text) for text in texts)


def test_what_is_signed_stands_on_a_page_of_its_own() -> None:
    found = sheet()
    (after,) = found.row_breaks.brk
    assert str(found.cell(after.id + 1, 1).value).startswith("Nhiệm vụ của kế hoạch")


def test_names_of_old_units_stand_above_the_headings() -> None:
    draft = replace(a_draft(), inherited=("UBND xã Cũ", "UBND xã Xưa"))
    found = opened(bytes_of(draft)).worksheets[0]
    assert "UBND xã Cũ; UBND xã Xưa" in str(found.cell(HEAD_ROWS, 1).value)
    assert sheet().cell(HEAD_ROWS, 1).value is None
