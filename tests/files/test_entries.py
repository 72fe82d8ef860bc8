"""Entries come in as JSON, and what is wrong is told by entry and field."""

import datetime as dt
import itertools
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import FileError, InputError, Problem
from desktop.files.catalogue import load_registers
from desktop.files.entries import read_entries
from desktop.records.activity import Activity, ActivityKind, StaffCount
from desktop.records.register import Register
from desktop.rules.counting import RECORD_OF
from tests.builders import at

REGISTERS = {one.code: one for one in load_registers()}
TRAINING = REGISTERS["training"]
FILE = Path("entries.json")
REFUSALS = {
    "missing",
    "unknown_field",
    "unknown_code",
    "number_not_number",
    "date_no_such_day",
    "date_not_date",
    "moment_not_moment",
    "wrong_entry",
}
WHOLE = {
    "title": "Tập huấn",
    "first_day": "2024-06-05",
    "last_day": "2024-06-06",
    "agency": "own",
}


def read(text: str, register: Register = TRAINING) -> tuple[Any, ...]:
    numbers = itertools.count(1)
    return read_entries(text, register, FILE, lambda: f"new-{next(numbers)}")


def problem(*many: object) -> Problem:
    with pytest.raises(InputError) as caught:
        read(json.dumps(many))
    (only,) = caught.value.problems
    return only


def test_an_entry_becomes_the_record_of_its_register() -> None:
    (one,) = read(json.dumps(WHOLE))
    assert isinstance(one, Activity)
    assert (one.id, one.kind, one.title) == ("new-1", ActivityKind.TRAINING, "Tập huấn")
    assert one.last_day.isoformat() == "2024-06-06"


def test_rows_of_small_tables_become_records_too() -> None:
    staff = [{"group": "G1", "people": 3}]
    (one,) = read(json.dumps(WHOLE | {"staff": staff}))
    assert one.staff == (StaffCount(group="G1", people=3),)  # type: ignore[arg-type]


def test_new_entries_get_ids_and_others_keep_theirs() -> None:
    found = read(json.dumps([WHOLE, WHOLE | {"id": "mine"}, WHOLE]))
    assert found[1].id == "mine"
    assert len({one.id for one in found}) == 3


def test_the_register_decides_the_kind_whatever_the_entry_says() -> None:
    (one,) = read(json.dumps(WHOLE | {"kind": "contest"}))
    assert one.kind is ActivityKind.TRAINING


@pytest.mark.parametrize("code", sorted(REGISTERS))
def test_every_register_reads_the_fields_it_shows(code: str) -> None:
    register = REGISTERS[code]
    with pytest.raises(InputError) as caught:
        read(json.dumps({"nothing_of_ours": 1}), register)
    (told,) = caught.value.problems
    assert told.code in {"missing", "unknown_field"}
    names = set(RECORD_OF[register.source].__dataclass_fields__)  # type: ignore[attr-defined]
    assert {field.name for field in register.fields} <= names


def test_a_field_nobody_knows_is_named() -> None:
    assert problem(WHOLE, WHOLE | {"colour": "red"}) == Problem(
        "", "unknown_field", ("colour",), entry=2
    )


def test_a_field_left_out_is_named() -> None:
    without = {name: one for name, one in WHOLE.items() if name != "title"}
    assert problem(without) == Problem("title", "missing")


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("attendance", "forty", "number_not_number"),
        ("attendance", "40", "number_not_number"),
        ("attendance", 1.5, "number_not_number"),
        ("last_day", "tháng 6", "date_not_date"),
        ("last_day", "29/2/2023", "date_no_such_day"),
        ("last_day", "2023-02-29", "date_no_such_day"),
        ("last_day", 20240606, "date_not_date"),
        ("state", "perhaps", "unknown_code"),
        ("staff", {"group": "G1"}, "wrong_entry"),
        ("title", None, "wrong_entry"),
        ("digital", "yes", "wrong_entry"),
    ],
)
def test_a_value_of_the_wrong_kind_names_its_field_and_is_quoted(
    field: str, value: object, code: str
) -> None:
    assert problem(WHOLE | {field: value}) == Problem(field, code, (str(value),))


PRESS = {
    "title": "Họp báo",
    "first_day": "12/07/2024",
    "last_day": "12/07/2024",
    "agency": "own",
}


@pytest.mark.parametrize(
    "text", ["12/7/2024 8h30", "2024-07-12T08:30", "2024-07-12 08:30:59"]
)
def test_a_moment_is_read_as_people_write_it(text: str) -> None:
    register = REGISTERS["press_information"]
    (one,) = read(json.dumps(PRESS | {"held_at": text}), register)
    assert one.held_at == at("2024-07-12T08:30")


@pytest.mark.parametrize(
    "value",
    ["12/7/2024", "8h30", "2024-07-12T08:30:00+07:00", "2024-07-12T08:30Z", 20240712],
)
def test_what_is_no_moment_of_the_office_is_refused(value: object) -> None:
    # whichever register it is: an offset would not compare with the office's time
    told = problem(WHOLE | {"held_at": value})
    assert told == Problem("held_at", "moment_not_moment", (str(value),))


@pytest.mark.parametrize("value", ["85,5", "85.5", 85.5])
def test_a_decimal_is_read_as_people_write_it(value: object) -> None:
    entry = {"goal": "p/T1", "year": 2024, "value": value, "made_on": "5/6/2024"}
    (one,) = read(json.dumps(entry), REGISTERS["estimate"])
    assert one.value == Decimal("85.5")


@pytest.mark.parametrize("value", ["many", [], True])
def test_what_is_no_decimal_is_refused(value: object) -> None:
    entry = {"goal": "p/T1", "year": 2024, "value": value, "made_on": "5/6/2024"}
    with pytest.raises(InputError) as caught:
        read(json.dumps(entry), REGISTERS["estimate"])
    (told,) = caught.value.problems
    assert told == Problem("value", "number_not_number", (str(value),))


def test_a_fault_in_a_row_names_the_table() -> None:
    told = problem(WHOLE | {"staff": [{"group": "G1", "people": "x"}]})
    assert (told.field, told.code) == ("staff", "number_not_number")


@pytest.mark.parametrize("value", [3, "text", None, [WHOLE]])
def test_what_is_no_entry_is_told_by_its_number(value: object) -> None:
    assert problem(WHOLE, value) == Problem("", "no_entry", ("2",))


@pytest.mark.parametrize("text", ["", "[{", "[" * 100_000, "{'a': 1}", "[1,]"])
def test_what_is_not_json_is_unreadable(text: str) -> None:
    with pytest.raises(FileError) as caught:
        read(text)
    assert (caught.value.path, caught.value.reason) == (FILE, "unreadable")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from([*WHOLE, "staff", "people", "x"]), JSON))
def test_whatever_is_in_an_entry_it_is_read_or_refused_in_words(
    changes: dict[str, Any],
) -> None:
    try:
        (found,) = read(json.dumps(WHOLE | changes))
    except InputError as error:
        told = {problem.code for problem in error.problems}
    else:
        told = set()
        assert isinstance(found, Activity)
    assert told <= REFUSALS


@pytest.mark.parametrize("written", ["2024-06-05", "05/06/2024", "5.6.2024"])
def test_a_day_may_be_written_as_people_write_it(written: str) -> None:
    (found,) = read(json.dumps(WHOLE | {"last_day": written}))
    assert found.last_day == dt.date(2024, 6, 5)
