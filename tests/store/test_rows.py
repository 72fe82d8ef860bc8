"""A record becomes one row and comes back the same."""

import dataclasses
from decimal import Decimal

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.records.activity import Activity, AudienceCount, StaffCount
from desktop.records.figure import Source
from desktop.records.target import Direction, Formula, Target
from desktop.rules.counting import RECORD_OF
from desktop.store import rows
from tests.builders import a_product, an_activity
from tests.store.samples import RECORDS


@given(data=st.data(), source=st.sampled_from(Source))
def test_every_record_comes_back_from_its_row_as_it_went(
    data: st.DataObject, source: Source
) -> None:
    record = dataclasses.replace(data.draw(RECORDS[source]), id="một")
    row = rows.to_row(record)
    assert rows.from_row(RECORD_OF[source], row) == record
    assert all(isinstance(cell, str | int | None) for cell in row.values())


def test_lists_are_json_and_flags_are_numbers() -> None:
    row = rows.to_row(
        an_activity(
            digital=True,
            languages=("vietnamese", "xo_dang"),
            audiences=(AudienceCount(audience="people", attendance=9),),  # type: ignore[arg-type]
        )
    )
    assert row["languages"] == '["vietnamese","xo_dang"]'
    assert row["audiences"] == '[{"audience":"people","attendance":9}]'
    assert row["partners"] == "[]"
    assert (row["digital"], row["integrated"]) == (1, 0)
    assert type(row["digital"]) is int  # true in JSON is another text than 1
    assert row["last_day"] == "2024-06-05"


def test_nested_counts_come_back_as_records_and_not_as_dictionaries() -> None:
    one = an_activity(staff=(StaffCount(group="G1", people=3),))  # type: ignore[arg-type]
    back = rows.from_row(Activity, rows.to_row(one))
    assert isinstance(back.staff[0], StaffCount)
    assert back == one


def test_decimals_keep_every_digit() -> None:
    target = Target(
        id="t",  # type: ignore[arg-type]
        plan="p",  # type: ignore[arg-type]
        position=1,
        code="T",
        text="",
        label="",
        unit="%",
        formula=Formula.TEXT,
        direction=Direction.AT_LEAST,
        value=Decimal("66.60"),
    )
    back = rows.from_row(Target, rows.to_row(target))
    assert str(back.value) == "66.60"


def test_a_column_the_class_does_not_know_is_left_out() -> None:
    row = rows.to_row(an_activity()) | {"added_later": "x"}
    assert rows.from_row(Activity, row) == an_activity()


@pytest.mark.parametrize(
    ("column", "value"),
    [("kind", "banquet"), ("last_day", "31/02/2024"), ("languages", "[1]")],
)
def test_a_row_that_cannot_be_such_a_record_is_refused(column: str, value: str) -> None:
    row = rows.to_row(an_activity()) | {column: value}
    with pytest.raises(msgspec.ValidationError):
        rows.from_row(Activity, row)


def test_canonical_bytes_do_not_depend_on_the_order_of_keys() -> None:
    assert rows.canonical({"b": 1, "a": "ă"}) == rows.canonical({"a": "ă", "b": 1})
    assert rows.canonical({"b": 1, "a": "ă"}) == '{"a":"ă","b":1}'.encode()


def test_json_of_a_record_is_read_back() -> None:
    text = rows.to_json(a_product())
    assert rows.from_json(type(a_product()), text) == a_product()
    assert rows.parse(text)["title"] == a_product().title


def test_a_row_journalled_under_an_old_name_of_a_column_is_read_by_the_new() -> None:
    assert rows.kept("activities", '{"id":"a","area":12}') == {
        "id": "a",
        "surface": "12",
    }
    assert rows.kept("activities", '{"area":null}') == {"surface": None}
    assert rows.kept("products", '{"area":12}') == {"area": 12}
