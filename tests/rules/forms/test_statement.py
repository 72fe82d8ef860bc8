"""A form is one statement, whatever was done to its workbook on the way."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.records.form import Prefilled
from desktop.rules.forms.statement import Statement, read_statement
from desktop.rules.grid import TableSource
from desktop.rules.short_code import short_code
from tests.rules.forms.sheets import (
    LIST,
    SUMMARY,
    WHOSE,
    a_content,
    a_row,
    against,
    listed,
    source,
    summary,
)
from tests.rules.forms.test_laying import shifted

AGAINST = against()


def told(workbook: TableSource, *prefilled: Prefilled) -> Statement:
    return read_statement(a_content(prefilled=prefilled), workbook, WHOSE, AGAINST)


ROWS = st.lists(
    st.builds(
        lambda title, people, key: a_row(title=title, attendance=people, key=key),
        st.sampled_from(["Một", "Hai", "Ba ", "Bốn"]),
        st.one_of(st.integers(0, 3_000), st.sampled_from(["1.500", "12 buổi", ""])),
        st.sampled_from(["", "v1-0001", "v1-0002", "v1-0003"]),
    ),
    max_size=5,
)


@settings(max_examples=60)
@given(
    ROWS,
    st.integers(0, 9),
    st.tuples(st.integers(0, 6), st.integers(0, 3), st.integers(0, 8)),
    st.booleans(),
    st.booleans(),
)
def test_rows_and_columns_put_in_sheets_renamed_and_copied_change_nothing(
    rows: list[dict[str, object]],
    total: int,
    by: tuple[int, int, int],
    renamed: bool,
    copied: bool,
) -> None:
    down, aside, above = by
    straight = told(source(summary(B=total), listed(*rows)))
    moved = shifted(listed(*rows), down, aside)
    if renamed:
        moved = replace(moved, name="Đã đổi tên")
    sheets = [moved, shifted(summary(B=total), above, 0)]
    if copied:
        sheets.append(replace(moved, name="Bản chép"))
    found = told(source(*sheets))
    assert found.sha256 == straight.sha256
    assert found.control == straight.control
    assert [one.row_id for one in found.entries] == [
        one.row_id for one in straight.entries
    ]
    assert [one.record for one in found.entries] == [
        one.record for one in straight.entries
    ]
    assert [one.code for one in found.faults] == [one.code for one in straight.faults]
    assert [one.unlisted for one in found.totals] == [
        one.unlisted for one in straight.totals
    ]


@given(ROWS)
def test_the_order_of_rows_does_not_matter(rows: list[dict[str, object]]) -> None:
    keyed = [{**row, "key": f"v1-{n:04d}"} for n, row in enumerate(rows)]
    turned = keyed[::-1]
    one = told(source(summary(), listed(*keyed)))
    two = told(source(summary(), listed(*turned)))
    assert one.sha256 == two.sha256
    assert {each.row_id for each in one.entries} == {
        each.row_id for each in two.entries
    }


def test_the_hash_is_of_what_is_said() -> None:
    one = told(source(summary(B=1), listed(a_row())))
    assert one.sha256 != told(source(summary(B=2), listed(a_row()))).sha256
    assert one.sha256 != told(source(summary(B=1), listed(a_row(place="")))).sha256
    assert one.control.code == short_code(one.sha256)
    assert (one.control.entries, one.control.attendance) == (1, 40)


def test_every_fault_of_every_sheet_is_told() -> None:
    rows = (a_row(attendance="12 buổi"), a_row(title="", first_day="31/6/2024"))
    found = told(source(summary(B="năm"), listed(*rows)))
    assert [
        (one.sheet, one.cell, one.code) for one in found.faults if not one.doubt
    ] == [
        (SUMMARY, "B4", "number_not_number"),
        (LIST, "D5", "number_not_number"),
        (LIST, "B6", "date_no_such_day"),
        (LIST, "A6", "missing"),
    ]


def test_a_line_made_ready_in_which_nothing_was_written_is_no_entry() -> None:
    ready = (
        Prefilled(sheet=LIST, cell="A5", value="Có mặt cuối kỳ"),
        Prefilled(sheet=LIST, cell="E5", value="Cấp xã"),
    )
    line = {"title": "Có mặt cuối kỳ", "place": "Cấp xã"}
    assert told(source(summary(), listed(line)), *ready).entries == ()
    filled = {**line, "first_day": "6/5/2024", "attendance": 3}
    assert len(told(source(summary(), listed(filled)), *ready).entries) == 1


def test_what_the_form_showed_is_known_by_its_id() -> None:
    shown = (
        Prefilled(sheet=LIST, cell="A5", value="Một", record="id1"),
        Prefilled(sheet=LIST, cell="D5", value="40", record="id1"),
    )
    found = told(source(summary(), listed(a_row(key="=id1"))), *shown)
    assert found.shown == {"id1": {"title": "Một", "attendance": "40"}}
    assert [one.row_id for one in found.entries] == ["id1"]


def test_without_a_summary_there_are_no_totals() -> None:
    found = told(source(listed(a_row())))
    assert found.totals == ()
    assert "sheet_missing" in {one.code for one in found.faults}
