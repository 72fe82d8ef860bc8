"""The data sheets hold every record counted, readable by anyone who recounts."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from desktop.files import catalogue
from desktop.records.activity import AudienceCount, Spending
from desktop.records.identity import Code, GoalId, RecordId
from desktop.records.report import ColumnType, Table
from desktop.records.target import Estimate
from desktop.rules.counting import Span
from desktop.rules.reports.data import Sheet, data_tables
from tests.builders import (
    OWN,
    a_channel,
    a_posting,
    a_unit_plan,
    an_activity,
    at,
    staff,
    task,
)
from tests.rules.reported import labels

YEAR = Span(dt.date(2024, 1, 1), dt.date(2024, 12, 31))
NAMES = {
    ("agency", OWN): "Phòng Văn hóa",
    ("task", task("2.2")): "2.2",
    ("training_mode", "training_both"): "Cả hai nội dung",
    ("state", "done"): "Đã thực hiện",
    ("pillar", "knowledge"): "Phổ biến kiến thức",
    ("staff_group", "G1"): "Nhóm 1",
    ("tier", "district"): "Cấp huyện",
    ("language", "vietnamese"): "Tiếng Việt",
    ("language", "xo_dang"): "Tiếng Xơ Đăng",
    ("audience", "people"): "Nhân dân",
    ("funding_source", "regular"): "Chi thường xuyên",
}


def a_sheet(code: str, *records: Any) -> Sheet:
    register = next(one for one in catalogue.load_registers() if one.code == code)
    return Sheet(register=register, records=records, day="last_day", table="activities")


def tables(code: str, *records: Any) -> tuple[Table, ...]:
    return data_tables((a_sheet(code, *records),), YEAR, NAMES, labels())


def cell(table: Table, field: str, row: int = 0) -> Any:
    register = next(
        one for one in catalogue.load_registers() if table.code == f"data_{one.code}"
    )
    label = next(one.label for one in register.fields if one.name == field)
    headings = [one.heading[0] for one in table.columns]
    place = next(n for n, text in enumerate(headings) if text.startswith(label))
    return table.rows[row].values[place]


def test_codes_are_shown_by_their_names_and_unknown_ones_as_they_are() -> None:
    (table,) = tables("training", an_activity(channel="never_heard"))
    assert cell(table, "agency") == "Phòng Văn hóa"
    assert cell(table, "tasks") == "2.2"
    assert cell(table, "form") == "Cả hai nội dung"
    assert cell(table, "attendance") == 40
    assert cell(table, "last_day") == dt.date(2024, 6, 5)


def test_several_values_stand_in_one_cell() -> None:
    one = a_posting(languages=("vietnamese", "xo_dang"))
    (table,) = tables("posting", one)
    assert cell(table, "languages") == "Tiếng Việt; Tiếng Xơ Đăng"


def test_records_are_numbered_and_those_of_the_period_marked() -> None:
    old = an_activity(id="old", last_day=dt.date(2023, 12, 31))
    (table,) = tables("training", old, an_activity())
    assert [row.values[:2] for row in table.rows] == [(1, ""), (2, "x")]
    assert table.landscape


def test_counts_inside_records_share_a_sheet_that_names_register_and_row() -> None:
    many = an_activity(
        staff=(staff("G1", 3, tier="district", people=5), staff("G9", 1)),
        audiences=(AudienceCount(audience="people", attendance=40),),  # type: ignore[arg-type]
        spending=(Spending(source="regular", planned=9, spent=8),),  # type: ignore[arg-type]
    )
    found = {one.code: one for one in tables("training", an_activity(id="b"), many)}
    row = ("Tập huấn, bồi dưỡng", 2, "x")
    assert [one.values for one in found["data_staff"].rows] == [
        (*row, "Nhóm 1", "Cấp huyện", 5, 3, 3, 3, 0, 0),
        (*row, "G9", "", 1, 1, 1, 1, 0, 0),
    ]
    assert [one.values for one in found["data_audiences"].rows] == [
        (*row, "Nhân dân", 40)
    ]
    assert [one.values for one in found["data_spending"].rows] == [
        (*row, "Chi thường xuyên", 9, 8)
    ]


def test_inner_counts_of_another_register_go_to_the_same_sheet() -> None:
    paid = Spending(source="regular", planned=9, spent=8)  # type: ignore[arg-type]
    both = (
        a_sheet("training", an_activity(spending=(paid,))),
        a_sheet("contest", an_activity("contest", spending=(paid,))),
    )
    found = data_tables(both, YEAR, NAMES, labels())
    (money,) = [one for one in found if one.code == "data_spending"]
    assert len(money.rows) == 2
    assert len({row.values[0] for row in money.rows}) == 2
    assert {len(row.values) for row in money.rows} == {len(money.columns)}


def test_registers_without_records_have_no_sheet() -> None:
    sheets = [
        Sheet(register=one, records=(), day="last_day")
        for one in catalogue.load_registers()
    ]
    assert data_tables(sheets, YEAR, NAMES, labels()) == ()


def test_every_sheet_has_a_name_of_its_own_that_fits() -> None:
    names = [one.name for one in catalogue.load_registers()]
    names += [labels()[f"data_sheet_{k}"] for k in ("staff", "audiences", "spending")]
    assert len(set(names)) == len(names)
    assert all(len(name) <= 31 for name in names)


def test_columns_are_typed_as_their_fields() -> None:
    (table,) = tables("training", an_activity())
    types = {one.heading[0]: one.type for one in table.columns}
    assert ColumnType.DATE in types.values()
    assert ColumnType.INTEGER in types.values()
    assert {len(row.values) for row in table.rows} == {len(table.columns)}


def test_a_year_names_and_is_not_counted() -> None:
    (register,) = (r for r in catalogue.load_registers() if r.code == "unit_plan")
    sheet = Sheet(register=register, records=(a_unit_plan(OWN),), day="issued_on")
    (table,) = data_tables((sheet,), YEAR, NAMES, labels())
    assert cell(table, "year") == 2024
    types = {one.heading: one.type for one in table.columns}
    assert types["Năm",] is ColumnType.ORDINAL


def test_what_was_not_counted_stays_blank_and_is_not_zero() -> None:
    (table,) = tables(
        "training",
        an_activity(sessions=None, attendance=0),
        an_activity(id="b", sessions=2, attendance=0),
    )
    assert [cell(table, "sessions", row) for row in (0, 1)] == [None, 2]
    assert [cell(table, "attendance", row) for row in (0, 1)] == [0, 0]


def test_a_column_in_which_nothing_was_recorded_is_left_out() -> None:
    (table,) = tables("training", an_activity(sessions=None, place="", digital=False))
    for field in ("sessions", "place", "digital"):
        with pytest.raises(StopIteration):
            cell(table, field)


def test_a_flag_is_a_mark_or_nothing() -> None:
    (table,) = tables("training", an_activity(digital=True), an_activity(id="b"))
    assert [cell(table, "digital", row) for row in (0, 1)] == ["x", ""]


def test_a_moment_is_written_and_a_decimal_stays_a_number() -> None:
    held = an_activity("press_information", held_at=at("2024-06-05T08:30"))
    (table,) = tables("press_information", held)
    assert cell(table, "held_at") == "08:30, 05/06/2024"
    estimate = Estimate(
        id=RecordId("e"),
        goal=GoalId("p/T1"),
        year=2024,
        value=Decimal("85.5"),
        made_on=YEAR.first,
    )
    sheet = replace(a_sheet("estimate", estimate), day="year")
    (table,) = data_tables((sheet,), YEAR, {("goal", "p/T1"): "T1"}, labels())
    assert (cell(table, "goal"), cell(table, "value")) == ("T1", Decimal("85.5"))


def test_a_channel_is_marked_while_it_is_open_on_the_last_day() -> None:
    old = dt.date(2019, 5, 6)
    many = (
        a_channel(opened_on=old),
        a_channel(id="closed", opened_on=old, closed_on=YEAR.last),
        a_channel(id="later", opened_on=dt.date(2025, 1, 1)),
    )
    sheet = replace(a_sheet("own_channel", *many), day="opened_on")
    (table,) = data_tables((sheet,), YEAR, NAMES, labels())
    assert [row.values[1] for row in table.rows] == ["x", "", ""]


def test_an_account_of_a_shared_event_is_told_and_not_marked_as_counted() -> None:
    line = (Spending(source=Code("regular"), planned=5, spent=5),)
    joined = {"joined_to": RecordId("lead"), "spending": line}
    (table,) = tables(
        "contest",
        an_activity("contest", id="lead"),
        an_activity("contest", id="a", **joined),
    )
    marks = [(row.values[1], row.values[-1]) for row in table.rows]
    assert marks == [("x", "Gồm 1 hoạt động phối hợp"), ("", "Tính ở dòng 1")]
    assert len({len(row.values) for row in table.rows} | {len(table.columns)}) == 1


def test_every_row_leads_back_to_its_record() -> None:
    one = an_activity(id="a1", kind="training", staff=(staff("G1", 3),))
    for table in tables("training", one):
        assert {row.record for row in table.rows} == {"activities/a1"}, table.code
