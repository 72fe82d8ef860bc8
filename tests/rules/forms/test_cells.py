"""Cells of one column are read alike, and each fault is told."""

import datetime as dt
from dataclasses import replace

import pytest

from desktop.records.form import FormColumn
from desktop.records.register import FieldType
from desktop.rules.forms.cells import ColumnReading, ReadCell, faults_at
from desktop.rules.grid import Cell
from tests.rules.forms.sheets import COLUMNS, LAST, against, cell


def reading(field: str, *values: object) -> list[ReadCell]:
    name, label, kind = next(one for one in COLUMNS if one[0] == field)
    asked = FormColumn(field=name, column="A", label=label, type=kind)
    known = against()
    reader = ColumnReading(asked, known.registers["conference"], known, LAST)
    return reader.read([cell(value) for value in values])


def code(read: ReadCell) -> str:
    return read.faults[0].code if read.faults else ""


def test_words_beside_a_number_are_asked_about() -> None:
    good, bad, about = reading("attendance", "1.500", "12 buổi", "khoảng 40")
    assert good.value == 1500
    assert (code(bad), bad.faults[0].facts) == ("number_not_number", ("12 buổi",))
    assert code(about) == "number_not_number"


def test_a_blank_is_no_fault() -> None:
    (blank, dash) = reading("attendance", "  ", "-")
    assert blank.blank
    assert not blank.faults
    assert dash.blank


def test_days_come_first_unless_another_order_is_proved() -> None:
    (day,) = reading("first_day", "05/06/2024")
    assert day.value == dt.date(2024, 6, 5)
    first, proof = reading("first_day", "05/06/2024", "05/13/2024")
    assert code(first) == "date_ambiguous"
    assert code(proof) == "date_no_such_day"


def test_days_of_the_file_are_doubted_beside_a_proof_of_the_other_order() -> None:
    own, proof = reading("first_day", dt.date(2024, 6, 5), "05/13/2024")
    assert code(own) == "date_ambiguous"
    assert code(proof) == "date_no_such_day"
    own, *_ = reading("first_day", dt.date(2024, 6, 5), "05/13/2024", "13/05/2024")
    assert own.value == dt.date(2024, 6, 5)


@pytest.mark.parametrize(
    ("found", "wanted"),
    [
        (Cell(fault="formula"), "cell_formula"),
        (Cell(text="#REF!", fault="error_value"), "cell_error_value"),
        (Cell(text="5", kind="number", block=1), "cell_merged"),
    ],
)
def test_cells_that_cannot_be_trusted_are_faults(found: Cell, wanted: str) -> None:
    (read,) = reading("attendance", found)
    assert read.bad
    assert code(read) == wanted


def test_letters_of_an_old_font_are_healed_and_told() -> None:
    (read,) = reading("place", Cell(text="X· §ång T©m", font=".VnTime"))
    assert read.value == "Xã Đồng Tâm"
    assert not read.bad
    assert read.faults[0].facts == ("X· §ång T©m", "Xã Đồng Tâm")


def test_letters_are_known_by_the_words_of_a_column_too() -> None:
    read = reading("place", "X· §ång T©m", "Nhµ v¨n hãa x·", "Ho¹t ®éng", "Hall")
    assert [one.value for one in read[:2]] == ["Xã Đồng Tâm", "Nhà văn hóa xã"]
    assert code(read[0]) == "letters_healed"
    assert not read[3].faults


def test_a_choice_is_known_by_its_name_in_the_list() -> None:
    known = against()
    register = known.registers["conference"]
    asked = FormColumn(
        field="place",
        column="A",
        label="Địa điểm",
        type=FieldType.CHOICE,
        choices=("hall", "school"),
        choice_names=("Hội trường", "Trường học"),
    )
    fields = tuple(
        replace(one, type=FieldType.CHOICE) if one.name == "place" else one
        for one in register.fields
    )
    reader = ColumnReading(asked, replace(register, fields=fields), known, LAST)
    good, other = reader.read([cell("hội trường"), cell("Sân vận động")])
    assert good.value == "hall"
    assert code(other) == "not_in_list"


def test_the_same_text_is_read_once_and_means_the_same() -> None:
    one, two = reading("attendance", "1.500", "1.500")
    assert one == two


def test_a_field_the_register_does_not_have_is_refused() -> None:
    asked = FormColumn(field="none", column="A", label="", type=FieldType.TEXT)
    known = against()
    with pytest.raises(KeyError):
        ColumnReading(asked, known.registers["conference"], known, LAST)


def test_faults_are_told_with_their_place() -> None:
    (read,) = reading("attendance", "nhiều")
    (fault,) = faults_at(read, "Hội nghị", "D5", "Số lượt người", "nhiều")
    assert (fault.sheet, fault.cell, fault.code) == (
        "Hội nghị",
        "D5",
        "number_not_number",
    )
    assert fault.shown == "nhiều"
