"""Answers: only the marked cells are compared; what else changed is named."""

from dataclasses import replace

import pytest

from desktop.records.arrival import CellFault
from desktop.records.form import FormContent
from desktop.rules.forms.answering import answer, asked, stood
from desktop.rules.forms.slots import Held, Slot

SHEET = "Tập huấn"

SENT: dict[Slot, Held] = {
    ("Tổng hợp", "", "people"): Held(
        sheet="Tổng hợp", cell="C9", label="Lượt người", text="30"
    ),
    (SHEET, "a", "title"): Held(sheet=SHEET, cell="B7", label="Tên", text="Lớp 1"),
    (SHEET, "a", "attendance"): Held(
        sheet=SHEET, cell="D7", label="Lượt người", text="12 buổi"
    ),
    (SHEET, "b", "attendance"): Held(
        sheet=SHEET, cell="D8", label="Lượt người", text="khoảng 20"
    ),
    (SHEET, "b", "first_day"): Held(sheet=SHEET, cell="C8", label="Ngày", text=" "),
    (SHEET, "b", "note"): Held(sheet=SHEET, cell="E8", label="Ghi chú", text=""),
}


def fault(cell: str, code: str = "number_not_number", sheet: str = SHEET) -> CellFault:
    return CellFault(sheet=sheet, cell=cell, label="", code=code)


FAULTS = (
    fault("D7"),
    fault("D8", "number_about"),
    fault("C8", "date_blank"),
    fault("C9", "less_than_listed", "Tổng hợp"),
)


@pytest.fixture
def marked() -> FormContent:
    """Return what is kept of a form with four faulty cells."""
    return FormContent(
        layout="09a",
        layout_version=1,
        summary="Tổng hợp",
        totals=(),
        sheets=(),
        asked=asked(FAULTS, SENT),
        stood=stood(SENT),
    )


def changed(**texts: str) -> dict[Slot, Held]:
    """Return the form with cells changed, by their addresses."""
    return {
        slot: replace(one, text=texts.get(one.cell, one.text))
        for slot, one in SENT.items()
    }


def test_three_mended_one_open_and_one_changed_unasked(marked: FormContent) -> None:
    now = changed(D7="12", C8="05/07/2024", C9="40", B7="Lớp một")
    found = answer(marked, now, [fault("D8", "number_about")])
    assert found.reason == ("answered", "3", "1", "1")
    assert [one.cell for one in found.open] == ["D8"]
    (doubt,) = found.doubts
    assert (doubt.sheet, doubt.cell, doubt.label) == (SHEET, "B7", "Tên")
    assert (doubt.code, doubt.facts) == ("changed_unasked", ("Lớp 1", "Lớp một"))
    assert doubt.doubt, "the officer may accept it all the same"


def test_a_form_sent_again_as_it_was_leaves_all_open(marked: FormContent) -> None:
    found = answer(marked, SENT, FAULTS)
    assert found.reason == ("answered", "0", "4", "0")


def test_rows_that_moved_are_known_by_their_keys(marked: FormContent) -> None:
    moved = {
        slot: replace(one, cell=f"{one.cell[0]}{int(one.cell[1:]) + 5}")
        for slot, one in changed(D7="12").items()
    }
    still = [fault("D13"), fault("C13"), fault("C14", sheet="Tổng hợp")]
    found = answer(marked, moved, still)
    assert [one.cell for one in found.fixed] == ["D7"]
    assert found.unasked == ()


def test_another_fault_at_an_asked_cell_leaves_it_open(marked: FormContent) -> None:
    found = answer(marked, changed(D7="-3"), [fault("D7", "negative")])
    assert [one.cell for one in found.open] == ["D7"]
    assert found.unasked == ()


def test_spaces_and_forms_of_letters_are_no_change(marked: FormContent) -> None:
    now = changed(B7="  Lớp  1 ")
    assert answer(marked, now, FAULTS).unasked == ()


def test_a_row_put_in_and_one_taken_out_are_both_named(marked: FormContent) -> None:
    now = changed()
    del now[SHEET, "a", "title"]
    new = Held(sheet=SHEET, cell="B9", label="Tên", text="Lớp 3")
    now[SHEET, "#1", "title"] = new
    found = answer(marked, now, FAULTS)
    told = [(one.cell, one.before, one.after) for one in found.unasked]
    assert told == [("B9", "", "Lớp 3"), ("B7", "Lớp 1", "")]


def test_a_fault_of_a_whole_sheet_is_open_while_it_is_told() -> None:
    missing = fault("A1", "sheet_missing")
    content = FormContent(
        layout="09a",
        layout_version=1,
        summary="",
        totals=(),
        sheets=(),
        asked=asked([missing], SENT),
        stood=stood(SENT),
    )
    assert answer(content, SENT, [missing]).reason == ("answered", "0", "1", "0")
    assert answer(content, SENT, []).reason == ("answered", "1", "0", "0")


def test_a_cell_with_a_doubt_and_a_fault_is_asked_about_once() -> None:
    doubt = replace(fault("D7", "number_about"), doubt=True)
    (one,) = asked([doubt, fault("D7")], SENT)
    assert (one.code, one.doubt, one.row, one.field) == (
        "number_not_number",
        False,
        "a",
        "attendance",
    )


def test_blank_cells_are_not_kept(marked: FormContent) -> None:
    assert {one.cell for one in marked.stood} == {"C9", "B7", "D7", "D8"}
