"""The tables by agency: the office, the units below it, and the others with figures."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from desktop.files import plans
from desktop.files.templates import load_template
from desktop.records.identity import AgencyId, Code
from desktop.records.report import ColumnType, RowKind, Table
from desktop.records.template import TableTemplate
from desktop.rules.reports.agencies import by_agency, entering, silent
from tests.builders import OWN, UNIT
from tests.rules.reported import facts, labels

FRONT = "mttq-huyen-dak-ha"
AGENCIES = [str(one.id) for one in facts().agencies]


def named(code: str) -> TableTemplate:
    return next(one for one in load_template("report-year").tables if one.code == code)


def row_of(table: Table, code: str) -> tuple[Any, ...]:
    return next(row.values for row in table.rows if row.values[0] == code)


def parts_of(table: Table) -> tuple[Any, list[Any]]:
    """Split a table by agency into its total and the rows that make it up."""
    total, *others = table.rows
    assert total.kind is RowKind.TOTAL
    return total, [row for row in others if row.kind is RowKind.DATA]


@given(
    data=st.dictionaries(
        st.sampled_from(["direct_events", "direct_attendance", "copies", "postings"]),
        st.dictionaries(st.sampled_from(AGENCIES), st.integers(1, 999), max_size=9),
    ),
    own=st.sampled_from([OWN, UNIT, FRONT]),
)
def test_the_total_is_the_sum_of_ourselves_the_units_and_the_others(
    data: dict[str, dict[str, int]], own: str
) -> None:
    found = facts(
        preferences=replace(facts().preferences, agency=AgencyId(own)),
        totals={Code(c): Decimal(sum(each.values())) for c, each in data.items()},
        by_agency={
            Code(c): {AgencyId(a): Decimal(v) for a, v in each.items()}
            for c, each in data.items()
        },
    )
    table = by_agency(named("A"), found, labels())
    total, rows = parts_of(table)
    for column in range(2, len(table.columns)):
        assert total.values[column] == sum(row.values[column] for row in rows)
    names = [row.values[1] for row in rows]
    assert len(names) == len(set(names))


def test_units_are_always_shown_and_others_only_with_figures() -> None:
    found = facts(by_agency={Code("postings"): {AgencyId(FRONT): Decimal(3)}})
    table = by_agency(named("A"), found, labels())
    numbers = [row.values[0] for row in table.rows]
    assert numbers == [
        "",
        "1",
        "2",
        *(f"2.{n}" for n in range(1, 12)),
        "3",
        "3.1",
    ]
    assert row_of(table, "3.1")[-1] == 3
    assert row_of(table, "1")[1].startswith("Kết quả tại Phòng Văn hóa")


def test_the_units_of_a_province_are_its_districts() -> None:
    """000-N4a: the eleven districts and towns have the duty, and their rows."""
    plan = plans.load_plan("binh-phuoc-2023-2028")
    found = facts(agencies=plan.agencies, preferences=plan.preferences)
    rows = by_agency(named("A"), found, labels()).rows
    units = {row.values[1] for row in rows if str(row.values[0]).startswith("2.")}
    assert units == {one.short_name for one in plan.agencies if one.kind == "district"}
    assert len(units) == 11


def test_who_is_known_from_a_package_only_has_no_row_and_is_not_silent() -> None:
    """What they did stands with the unit that sent the package."""
    unit = next(one for one in facts().agencies if one.id == UNIT)
    theirs = replace(unit, id=AgencyId(f"{FRONT}.{UNIT}"), name="Xã khác")
    counted = {Code("direct_events"): {AgencyId(FRONT): Decimal(12)}}
    found = facts(agencies=(*facts().agencies, theirs), by_agency=counted)
    keys = {row.key for row in by_agency(named("A"), found, labels()).rows}
    assert UNIT in keys
    assert theirs.id not in keys
    told = {one.id for one in silent(found, labels())}
    assert UNIT in told
    assert theirs.id not in told


def test_columns_are_numbered_and_typed_as_what_they_count() -> None:
    table = by_agency(named("C"), facts(), labels())
    assert [one.number for one in table.columns][:4] == ["", "", "(1)", "(2)"]
    types = {one.heading[-1]: one.type for one in table.columns}
    assert types["Số chương trình (Chương trình)"] is ColumnType.INTEGER
    assert table.columns[-1].type is ColumnType.DECIMAL
    assert {len(row.values) for row in table.rows} == {len(table.columns)}


def test_what_the_registers_do_not_keep_stays_blank_and_is_not_zero() -> None:
    """Form 09a asks for clubs and bookcases, which nobody records here."""
    found = facts(by_agency={Code("copies"): {AgencyId(UNIT): Decimal(7)}})
    table = by_agency(named("B"), found, labels())
    places = {one.key: place for place, one in enumerate(table.columns)}
    (row,) = (one for one in table.rows if one.key == UNIT)
    assert row.values[places["copies"]] == 7
    assert row.values[places["copies_books"]] == 0
    for key in ("clubs", "club_members", "bookshelves", "bookshelf_readers"):
        assert row.values[places[key]] is None
        assert table.columns[places[key]].type is ColumnType.INTEGER
    assert any("để trống, không phải bằng không" in note for note in table.notes)


def test_the_columns_of_the_communes_form_are_numbered_through() -> None:
    table = by_agency(named("B"), facts(), labels())
    assert len(table.columns) == 16
    assert [one.number for one in table.columns[2:]] == [f"({n})" for n in range(1, 15)]


def test_the_network_is_told_by_place_and_its_code() -> None:
    unit = next(one for one in facts().agencies if one.id == UNIT)
    coded = replace(unit, code="23284")
    found = facts(
        agencies=(*(one for one in facts().agencies if one.id != UNIT), coded),
        totals={Code("stations_commune"): Decimal(1)},
        by_agency={Code("stations_commune"): {AgencyId(UNIT): Decimal(1)}},
    )
    table = by_agency(named("D"), found, labels())
    assert [one.key for one in table.columns] == [
        "ordinal",
        "name",
        "area_code",
        "stations_district",
        "stations_commune",
        "note",
    ]
    (row,) = (one for one in table.rows if one.key == UNIT)
    assert row.values[1:] == (unit.short_name, "23284", 0, 1, None)
    assert table.rows[0].values[2:5] == ("", 0, 1)


def test_a_network_nobody_entered_is_left_blank_and_not_told_as_nothing() -> None:
    table = by_agency(named("D"), facts(), labels())
    assert len(table.rows) > 5
    assert {row.values[3:5] for row in table.rows if row.kind is not RowKind.GROUP} == {
        (None, None)
    }
    assert [one.number for one in table.columns[3:5]] == ["(1)", "(2)"]
    assert any("để trống, không phải bằng không" in note for note in table.notes)


def test_what_was_done_in_a_period_is_nothing_where_nobody_entered_any() -> None:
    table = by_agency(named("A"), facts(), labels())
    assert {row.values[2] for row in table.rows if row.kind is not RowKind.GROUP} == {0}
    assert not any("để trống" in note for note in table.notes)


def test_a_unit_is_silent_only_where_others_told_something() -> None:
    assert silent(facts(), labels()) == ()
    found = facts(by_agency={Code("copies"): {AgencyId(UNIT): Decimal(7)}})
    quiet = {one.id for one in silent(found, labels())}
    assert entering(found) == {UNIT}
    assert UNIT not in quiet
    assert len(quiet) == 10
