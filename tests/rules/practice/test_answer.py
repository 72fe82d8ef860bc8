"""A unit's practice answer fills what must be filled, below what stood there."""

import datetime as dt

import pytest

from desktop.records.form import FormColumn, FormContent, FormSheet, Prefilled
from desktop.records.identity import Code
from desktop.records.register import FieldType
from desktop.rules.practice.answer import answer

DAY = dt.date(2024, 5, 6)


def a_column(field: str, column: str, kind: FieldType, **more: object) -> FormColumn:
    return FormColumn(field=field, column=column, label=field, type=kind, **more)  # type: ignore[arg-type]


def a_sheet(name: str, *columns: FormColumn) -> FormSheet:
    return FormSheet(
        register=Code(name),
        sheet=name,
        first_row=5,
        last_row=9,
        key_column="Z",
        columns=columns,
    )


TITLE = a_column("title", "A", FieldType.TEXT, required=True)
DATE = a_column("first_day", "B", FieldType.DATE, required=True)
FORM = a_column(
    "form", "C", FieldType.CHOICE, required=True, choices=("x",), choice_names=("Ích",)
)
PLACE = a_column("place", "D", FieldType.TEXT)
PEOPLE = a_column("attendance", "E", FieldType.INTEGER)
CHANNELS = a_sheet("channels", TITLE, DATE)
MEETINGS = a_sheet("meetings", TITLE, DATE, FORM, PLACE, PEOPLE)


def content(*sheets: FormSheet, prefilled: tuple[Prefilled, ...] = ()) -> FormContent:
    return FormContent(
        layout="09a",
        layout_version=2,
        summary="s",
        totals=(),
        sheets=sheets,
        prefilled=prefilled,
    )


def test_the_first_sheet_that_asks_how_many_came_gets_an_entry() -> None:
    made = answer(content(CHANNELS, MEETINGS), "Đợt 1", DAY, 45)
    assert made is not None
    assert made.number == ("meetings", "E5")
    assert made.cells == {
        ("meetings", "A5"): "Đợt 1",
        ("meetings", "B5"): DAY,
        ("meetings", "C5"): "Ích",
        ("meetings", "E5"): 45,
    }


@pytest.mark.parametrize(("sheet", "row"), [("meetings", "A8"), ("channels", "A5")])
def test_an_entry_stands_below_what_was_filled_in_already(sheet: str, row: str) -> None:
    stood = (Prefilled(sheet=sheet, cell="A7", value="Cũ", record="r"),)
    made = answer(content(MEETINGS, prefilled=stood), "Đợt 1", DAY, 45)
    assert made is not None
    assert ("meetings", row) in made.cells


def test_a_form_without_such_a_sheet_gets_none() -> None:
    assert answer(content(CHANNELS), "Đợt 1", DAY, 45) is None
