"""Each row is new, changes or equals a kept entry, is refused, or is not wanted."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from desktop.records.activity import Activity, AudienceCount
from desktop.records.identity import Code
from desktop.rules.entry_table.fates import CellFate, Fate, RowFate
from tests import builders
from tests.rules.entry_table.sheets import OWN, UNIT, a_context, an_against, looked_at

HEADS = ("Mã mục", "Tên lớp", "Ngày tổ chức", "Đơn vị thực hiện", "Số lượt", "Ghi chú")
DAY = dt.date(2024, 6, 13)
KEPT = builders.an_activity(
    id="one", title="Lớp một", first_day=DAY, last_day=DAY, attendance=40, note="cũ"
)
ROW = ("", "Lớp một", "13/6/2024", "Phòng VHTT", "40", "")


def rows(
    *given: tuple[str, ...], kept: tuple[Any, ...] = (KEPT,), **said: Any
) -> tuple[RowFate, ...]:
    return looked_at(HEADS, *given, against=an_against(kept=kept), **said).rows


def row(*cells: str, **said: Any) -> RowFate:
    return rows(cells, **said)[0]


def cell(one: RowFate, field: str) -> CellFate:
    return next(each for each in one.cells if each.field == field)


def codes(one: RowFate) -> set[tuple[str, str]]:
    found = [*one.problems, *(p for each in one.cells for p in each.problems)]
    return {(p.field, p.code) for p in found if p.blocking}


def test_a_row_nobody_keeps_is_new() -> None:
    one = row("", "Lớp hai", "13/6/2024", "xã Đăk Mar", "30", "mới")
    assert (one.fate, one.before) == (Fate.ADD, None)
    assert isinstance(one.record, Activity)
    assert (one.record.agency, one.record.attendance) == (UNIT, 30)
    assert cell(one, "attendance").before == ""


def test_a_row_that_says_what_is_kept_is_the_same() -> None:
    assert row(*ROW).fate is Fate.SAME
    assert row("one", *ROW[1:]).fate is Fate.SAME
    assert row("one", "", "", "", "", "").fate is Fate.SAME


def test_a_row_that_says_something_else_changes_it() -> None:
    one = row(*ROW[:4], "45", "mới", overwrite=None)
    assert (one.fate, one.before) == (Fate.CHANGE, KEPT)
    assert one.record == replace(KEPT, attendance=45, note="mới")
    assert (cell(one, "attendance").before, cell(one, "attendance").shown) == (
        "40",
        "45",
    )
    assert not cell(one, "title").changed


def test_a_blank_cell_never_erases_what_is_kept() -> None:
    one = row(*ROW[:4], "", "")
    assert one.fate is Fate.SAME
    assert cell(one, "note").shown == cell(one, "note").before == "cũ"


def test_an_id_lets_title_and_day_change() -> None:
    one = row("one", "Lớp đổi tên", "14/6/2024", "", "", "", overwrite=None)
    day = DAY.replace(day=14)
    assert one.fate is Fate.CHANGE
    assert one.record == replace(
        KEPT, title="Lớp đổi tên", first_day=day, last_day=day
    ), "an entry of one day stays one"


def test_one_day_told_of_an_entry_of_several_changes_that_one() -> None:
    kept = replace(KEPT, first_day=DAY.replace(day=10))
    one = rows(("one", "", "11/6/2024", "", "", ""), kept=(kept,))[0]
    assert one.record == replace(kept, first_day=DAY.replace(day=11))


def test_what_is_kept_against_the_rules_and_not_changed_is_no_fault() -> None:
    kept = replace(KEPT, attendance=-1)
    one = rows(("one", "Lớp một", "", "", "", ""), kept=(kept,))[0]
    assert one.fate is Fate.SAME
    changed = rows(("one", "Lớp khác", "", "", "", ""), kept=(kept,))[0]
    assert changed.fate is Fate.REFUSED


def test_what_is_kept_and_has_no_column_stays() -> None:
    women = (AudienceCount(audience=Code("women"), attendance=9),)
    kept = replace(KEPT, audiences=women, place="Hội trường")
    one = rows((*ROW[:4], "45", ""), kept=(kept,))[0]
    assert one.record == replace(kept, attendance=45)


def test_a_fault_is_named_at_its_cell_and_refuses_the_row() -> None:
    one = row("", "Lớp hai", "31/6/2024", "Hội X", "mười", "")
    assert (one.fate, one.record) == (Fate.REFUSED, None)
    assert codes(one) == {
        ("first_day", "date_no_such_day"),
        ("agency", "word_unknown"),
        ("attendance", "number_not_number"),
    }
    assert not any(problem.blocking for problem in one.problems)


def test_what_the_rules_of_entry_say_stands_at_the_cell_too() -> None:
    one = row("", "Lớp hai", "13/6/2030", "", "-5", "")
    assert codes(one) >= {("attendance", "negative")}
    assert any(p.code == "negative" for p in cell(one, "attendance").problems)
    other = row("", "", "13/6/2024", "", "5", "")
    assert codes(other) == {("title", "missing")}


def test_a_fault_of_a_field_without_a_column_stands_at_the_row() -> None:
    one = looked_at(HEADS, ROW, against=an_against(), settled={}).rows[0]
    found = {p.field for p in one.problems if p.code == "missing"}
    assert found == {"form", "pillar"}


def test_a_value_for_all_rows_never_overrules_what_is_kept() -> None:
    kept = replace(KEPT, pillar=Code(a_context().names.values("pillar")[1]))
    assert rows(ROW, kept=(kept,))[0].fate is Fate.SAME


def test_a_value_for_all_rows_that_cannot_be_read_refuses_new_rows() -> None:
    one = looked_at(
        HEADS, ROW, against=an_against(), settled={"pillar": "gì đó", "form": "x"}
    ).rows[0]
    assert {p.code for p in one.problems if p.blocking} == {"missing", "word_unknown"}


def test_one_row_twice_is_taken_once() -> None:
    new = ("", "Lớp hai", "13/6/2024", "", "30", "")
    first, again = rows(new, new)
    assert (first.fate, again.fate) == (Fate.ADD, Fate.REFUSED)
    assert [(p.code, p.facts) for p in again.problems if p.blocking] == [
        ("row_repeated", ("2",))
    ]


def test_two_rows_of_one_name_and_day_are_doubtful() -> None:
    new = ("", "Lớp hai", "13/6/2024", "", "30", "")
    _, again = rows(new, (*new[:4], "31", ""))
    assert again.fate is Fate.ADD
    assert [(p.code, p.blocking) for p in again.problems if p.field == ""] == [
        ("row_alike", False)
    ]


def test_a_copied_row_with_its_id_is_new_the_second_time() -> None:
    first, again = rows(("one", *ROW[1:]), ("one", "Lớp chép", *ROW[2:]))
    assert (first.fate, again.fate) == (Fate.SAME, Fate.ADD)


def test_no_kept_entry_changes_unless_it_is_ticked() -> None:
    change, new = (*ROW[:4], "45", ""), ("", "Lớp hai", "13/6/2024", "", "1", "")
    kept, added = rows(change, new)
    assert (kept.fate, added.fate) == (Fate.KEPT, Fate.ADD)
    assert not kept.accepted
    assert (cell(kept, "attendance").before, cell(kept, "attendance").shown) == (
        "40",
        "45",
    ), "what the sheet says otherwise is seen all the same"
    ticked, _ = rows(change, new, overwrite=frozenset({kept.number}))
    assert (ticked.fate, ticked.accepted) == (Fate.CHANGE, True)


def test_rows_not_wanted_are_left_out() -> None:
    change, new = (*ROW[:4], "45", ""), ("", "Lớp hai", "13/6/2024", "", "1", "")
    for numbers, fates in (
        ({3}, [Fate.CHANGE, Fate.LEFT_OUT]),
        ({2}, [Fate.LEFT_OUT, Fate.ADD]),
    ):
        shown = rows(change, new, left_out=frozenset(numbers), overwrite=None)
        assert [one.fate for one in shown] == fates


def test_the_office_is_whose_work_it_is_when_nobody_is_named() -> None:
    one = row("", "Lớp hai", "13/6/2024", "", "1", "")
    assert one.record.agency == OWN


OTHERS = {
    "budget": (
        ("Năm", "Nguồn kinh phí", "Đã chi"),
        ("2024", "Nông thôn mới", "5.000.000"),
    ),
    "headcount": (
        ("Cơ quan", "Nhóm cán bộ", "Tính đến ngày", "Số người"),
        ("Phòng VHTT", "G4", "01.06.2024", "9"),
    ),
    "product": (
        ("Tên", "Loại", "Ngày phát hành", "Ngôn ngữ", "Trụ cột"),
        ("Phóng sự", "Tiểu phẩm", "13/6/2024", "Tiếng Việt", "knowledge"),
    ),
    "unit_plan": (
        ("Đơn vị", "Năm", "Số kế hoạch", "Ngày ban hành"),
        ("xã Đăk Mar", "2024", "12/KH-UBND", "13/01/2024"),
    ),
}


@pytest.mark.parametrize("code", OTHERS)
def test_registers_of_other_records_are_compared_as_well(code: str) -> None:
    made = OTHERS[code]
    first = looked_at(*made, against=an_against(code), settled={}).rows[0]
    assert (first.fate, codes(first)) == (Fate.ADD, set())
    kept = replace(first.record, id="kept")
    again = looked_at(*made, against=an_against(code, (kept,)), settled={}).rows[0]
    assert (again.fate, again.before) == (Fate.SAME, kept)
