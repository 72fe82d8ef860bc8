"""A unit that took over from others reads what they told in its own form."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from desktop.files import catalogue
from desktop.operations.agencies.merge_agencies import merge_agencies
from desktop.operations.agencies.split_agency import split_agency
from desktop.operations.agencies.succeeding import Decided
from desktop.operations.entries.record_entry import record_many
from desktop.operations.forms.make_forms import FormFiles, make_forms
from desktop.operations.forms.read_made import read_made
from desktop.records.activity import Activity
from desktop.records.agency import Agency
from desktop.records.arrival import Fate
from desktop.records.identity import AgencyId, Code, RecordId
from desktop.records.returns import UnlistedTotal
from desktop.rules.calendar import parse_period
from desktop.rules.counting import Span
from desktop.store import records, totals
from desktop.store.store import Store
from tests import builders
from tests.operations.forms import filled
from tests.operations.forms.filled import a_row, cell_of, list_of, ready, total_cell

MAR, MON = AgencyId(builders.UNIT), AgencyId("ubnd-xa-ha-mon")
MAR_NAME = "Ủy ban nhân dân xã Đăk Mar"
YEAR = parse_period("2024")
HALF = Decided(day=dt.date(2024, 7, 1), number="12/NQ")
PEOPLE = "direct_attendance"


@pytest.fixture
def store(office_pattern: Path, tmp_path: Path) -> Iterator[Store]:
    """Return an office in which two units told of the first half of a year."""
    path = tmp_path / "so.stt"
    path.write_bytes(office_pattern.read_bytes())
    with Store(path, clock=builders.a_clock) as opened:
        held = {"form": "briefing", "tasks": ()}
        spring = dt.date(2024, 5, 6)
        record_many(
            opened,
            (
                a_meeting("mar", MAR, spring, attendance=4, **held),
                a_meeting("mon", MON, spring, attendance=5, **held),
                builders.a_headcount("G1", 9, agency=MAR, as_of=spring),
                builders.a_headcount("G1", 6, id="mon", agency=MON, as_of=spring),
            ),
        )
        with opened.change("prepare") as change:
            records.put(change, told(MAR, 10))
        yield opened


def a_meeting(name: str, unit: AgencyId, day: dt.date, **held: Any) -> Activity:
    kept = {"id": name, "agency": unit, "title": f"Hội nghị {name}"} | held
    return builders.an_activity("conference", first_day=day, last_day=day, **kept)


def told(unit: AgencyId, value: int) -> UnlistedTotal:
    return UnlistedTotal(
        id=RecordId("told"),
        agency=unit,
        figure=Code(PEOPLE),
        first_day=dt.date(2024, 1, 1),
        last_day=dt.date(2024, 6, 30),
        value=Decimal(value),
        whole=True,
    )


def merged(store: Store) -> AgencyId:
    """Merge both into a new unit, which tells of the second half."""
    heir = merge_agencies(
        store, (MAR, MON), Agency(id=AgencyId(""), name="Xã Mới"), HALF
    ).value.id
    autumn = a_meeting("moi", heir, dt.date(2024, 8, 1), attendance=20, form="briefing")
    record_many(store, (autumn,))
    return heir


def the_form(store: Store, unit: AgencyId, folder: Path) -> FormFiles:
    (made,) = make_forms(store, YEAR, [unit], folder).value.files
    return made


def people(store: Store) -> int:
    figure = catalogue.load_figures()[Code(PEOPLE)]
    span = Span(YEAR.first_day, YEAR.last_day)
    return int(totals.total(store.reader, figure, span))


def lines(made: FormFiles) -> dict[str, str]:
    """Return title and old unit of every line of meetings."""
    sheet = load_workbook(made.workbook)[list_of(made.form, "conference").sheet]
    place = next(one.column for one in sheet[3] if one.value == "Đơn vị cũ")
    return {
        str(row[0].value): str(row[place - 1].value or "")
        for row in sheet.iter_rows(min_row=5)
        if row[0].value
    }


def test_the_heirs_form_has_the_lines_and_numbers_of_the_old_units(
    store: Store, tmp_path: Path
) -> None:
    made = the_form(store, merged(store), tmp_path / "bieu")
    assert lines(made) == {
        "Hội nghị mar": MAR_NAME,
        "Hội nghị mon": "Ủy ban nhân dân xã Hà Mòn",
        "Hội nghị moi": "",
    }
    book = load_workbook(made.workbook)
    summary = book.worksheets[0]
    assert summary[total_cell(made.form, PEOPLE)].value == 10 + 5 + 20
    assert MAR_NAME in str(summary["A5"].value)
    assert MAR_NAME in made.text.read_text("utf-8-sig")
    people_sheet = book[list_of(made.form, "headcount").sheet]
    cell = cell_of(made.form, "headcount", "people")
    assert people_sheet[cell].value == 15, "ready to be changed, told by nobody yet"


def test_what_was_inherited_comes_back_unchanged_and_counts_once(
    store: Store, tmp_path: Path
) -> None:
    heir = merged(store)
    assert people(store) == 35
    made = the_form(store, heir, tmp_path / "bieu")
    arrival, _ = filled.accept(store, made.workbook)
    ready(arrival)
    assert {one.fate for one in arrival.rows} == {Fate.SAME}
    assert [one for one in arrival.faults if one.code == "less_than_kept"] == []
    assert people(store) == 35
    kept = {one.id: one.agency for one in records.find(store.reader, Activity)}
    assert kept == {"mar": MAR, "mon": MON, "moi": heir}


def test_an_heir_is_asked_what_the_tasks_asked_of_those_before_it(
    store: Store, tmp_path: Path
) -> None:
    old = the_form(store, MAR, tmp_path / "before")
    new = the_form(store, merged(store), tmp_path / "bieu")

    def asked(made: FormFiles) -> tuple[str, ...]:
        return tuple(one.register for one in filled.content(made.form).sheets)

    assert len(asked(new)) > 5
    assert asked(new) == asked(old)
    summary = load_workbook(new.workbook).worksheets[0]
    told = [str(row[0].value) for row in summary.iter_rows(min_row=12)]
    assert "1.1" in told, "the numbers of its tasks are told below"


def test_a_larger_number_of_the_heir_adds_only_what_nobody_told(
    store: Store, tmp_path: Path
) -> None:
    made = the_form(store, merged(store), tmp_path / "bieu")
    path = filled.fill(
        made.form, made.workbook, tmp_path / "a.xlsx", totals={PEOPLE: 38}
    )
    filled.accept(store, path)
    assert people(store) == 38


def test_a_number_below_what_is_kept_of_the_old_units_is_doubted(
    store: Store, tmp_path: Path
) -> None:
    made = the_form(store, merged(store), tmp_path / "bieu")
    spring = dt.date(2024, 6, 1)
    late = a_meeting("late", MAR, spring, attendance=60, form="briefing")
    record_many(store, (late,))
    found = filled.only(store, made.workbook)
    ready(found)
    (doubt,) = [one for one in found.faults if one.code == "less_than_kept"]
    assert doubt.facts == ("35", "89")


def test_a_line_of_an_old_unit_is_put_right_in_the_old_units_name(
    store: Store, tmp_path: Path
) -> None:
    heir = merged(store)
    made = the_form(store, heir, tmp_path / "bieu")
    path = filled.fill(
        made.form,
        made.workbook,
        tmp_path / "a.xlsx",
        rows={"conference": [{"attendance": 7}, {}, {}, a_row(title="Mới thêm")]},
    )
    filled.accept(store, path)
    kept = {one.id: one for one in records.find(store.reader, Activity)}
    assert (kept[RecordId("mar")].agency, kept[RecordId("mar")].attendance) == (MAR, 7)
    assert [one.agency for one in kept.values() if one.title == "Mới thêm"] == [heir]


def test_who_was_taken_over_gets_no_form_of_its_own(
    store: Store, tmp_path: Path
) -> None:
    heir = merged(store)
    made = make_forms(store, YEAR, None, tmp_path / "bieu").value
    asked = {one.form.agency for one in made.files}
    assert heir in asked
    assert not asked & {MAR, MON}
    units = {one.unit.agency.id: one.unit for one in read_made(store, YEAR)}
    assert units.keys() == asked
    assert units[heir].entries == 3, "those of the old units too"
    half = {one.unit.agency.id for one in read_made(store, parse_period("2024-H1"))}
    assert {MAR, MON} <= half


def test_each_part_of_a_unit_that_was_split_reads_it_and_it_counts_once(
    store: Store, tmp_path: Path
) -> None:
    parts = (Agency(id=AgencyId(""), name=name) for name in ("Xã Một", "Xã Hai"))
    split_agency(store, MAR, parts, HALF)
    units = [o.id for o in records.find(store.reader, Agency) if "-" in o.id]
    heirs = [one for one in units if one in ("xa-mot", "xa-hai")]
    assert len(heirs) == 2
    before = people(store)
    for number, heir in enumerate(heirs):
        made = the_form(store, heir, tmp_path / f"bieu{number}")
        assert lines(made) == {"Hội nghị mar": MAR_NAME}
        new = {"conference": [{}, a_row(title=heir, attendance=3)]}
        path = tmp_path / f"{heir}.xlsx"
        told_of = {PEOPLE: 10 + 3 + 1}
        filled.fill(made.form, made.workbook, path, rows=new, totals=told_of)
        arrival, _ = filled.accept(store, path)
        assert [one.fate for one in arrival.rows if one.row_id == "mar"] == [Fate.SAME]
    assert people(store) == before + 2 * (3 + 1)
