"""The sheet of a register has headings, meanings and lists for every field."""

import pytest

from desktop.files import catalogue
from desktop.files.entry_sheet import template_words
from desktop.records.register import FieldType, Register
from desktop.rules.entry_table.columns import ID
from desktop.rules.entry_table.lexicon import Lexicon
from desktop.rules.entry_table.template import EntrySheet, lay_out
from tests import builders
from tests.rules.entry_table.sheets import a_context, register

WORDS = template_words()
REGISTERS = catalogue.load_registers()


def sheet(one: Register | None = None, *records: object) -> EntrySheet:
    return lay_out(one or register(), a_context(), WORDS, records)


@pytest.mark.parametrize("one", REGISTERS, ids=lambda one: one.code)
def test_every_heading_is_known_for_certain_as_its_own_field(one: Register) -> None:
    context = a_context()
    lexicon = Lexicon(one, context.names, context.words)
    found = [lexicon.exact(column.heading) for column in sheet(one).columns]
    assert found == [*(field.name for field in one.fields), ID]


@pytest.mark.parametrize("one", REGISTERS, ids=lambda one: one.code)
def test_every_column_says_what_belongs_into_it(one: Register) -> None:
    for column in sheet(one).columns:
        assert column.meaning.endswith("."), column.heading
        assert column.hidden or column.example or column.list or column.meaning


def test_only_the_title_has_an_example_of_a_text() -> None:
    told = {one.heading: one.example for one in sheet().columns}
    assert told["Tên lớp, hội nghị tập huấn"]
    assert told["Địa điểm"] == ""
    assert told["Kinh phí (đồng)"].endswith(": 5.000.000")
    assert told["Đối tượng tham dự (lượt người)"].endswith(": 120")


def test_every_type_of_field_has_a_meaning() -> None:
    assert set(WORDS.meanings) == set(FieldType)


def test_required_columns_say_so_and_only_those() -> None:
    columns = dict(
        zip((one.name for one in register().fields), sheet().columns, strict=False)
    )
    for field in register().fields:
        said = columns[field.name].meaning.startswith(WORDS.required)
        assert said == field.required


def test_lists_hold_what_the_office_chooses_from() -> None:
    made = sheet()
    form = next(one for one in made.columns if one.heading == "Nội dung bồi dưỡng")
    assert made.lists[form.list] == a_context().names.texts("training_mode")
    flag = next(one for one in made.columns if one.heading == "Trên nền tảng số")
    assert made.lists[flag.list] == ("Có", "Không")


def test_the_column_of_ids_is_hidden_and_last() -> None:
    assert [one.hidden for one in sheet().columns].index(True) == len(register().fields)


def test_entries_are_written_in_the_columns_of_their_fields() -> None:
    one = builders.an_activity(attendance=40, note="một\nhai")
    (row,) = sheet(None, one).rows
    names = [field.name for field in register().fields]
    told = dict(zip([*names, ID], row, strict=True))
    assert told["title"] == one.title
    assert told["first_day"] == one.first_day
    assert told["attendance"] == 40
    assert told["note"] == "một\nhai"
    assert told["digital"] == "Không"
    assert told["people"] is None
    assert told[ID] == one.id
