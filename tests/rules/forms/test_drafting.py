"""A draft tells where everything stands, and shows what is known and nothing else."""

import dataclasses
import datetime as dt
from decimal import Decimal

from desktop.records.identity import RecordId
from desktop.rules.forms.columns import letter
from desktop.rules.forms.drafting import FIRST_ROW, held_text, value_row
from tests import builders
from tests.rules.forms.drafts import ASKED, LAST, a_draft, facts, layout, sheet_of


def test_totals_stand_side_by_side_in_one_row() -> None:
    draft = a_draft()
    row = value_row(draft.layout)
    expected = [f"{letter(place)}{row}" for place in range(2, 16)]
    assert [one.cell for one in draft.content.totals] == expected
    assert draft.content.totals[2].label.endswith("(Bản): Tổng số")


def test_what_is_known_of_a_total_is_prefilled_and_a_nought_is_not() -> None:
    draft = a_draft()
    row = value_row(draft.layout)
    told = {
        one.cell: one.value
        for one in draft.content.prefilled
        if one.sheet == draft.content.summary
    }
    assert told == {f"B{row}": "3", f"C{row}": "40"}
    assert draft.values == {"direct_events": 3, "direct_attendance": 40}


def test_a_total_all_of_which_is_listed_stays_blank() -> None:
    draft = a_draft(unlisted=("direct_attendance",))
    assert draft.values == {"direct_attendance": 40}, "a new line corrects the other"


def test_what_nobody_can_list_is_prefilled_in_any_case() -> None:
    draft = a_draft(unlisted=(), totals={"clubs": Decimal(2)})
    assert draft.values == {"clubs": 2}


def test_there_is_a_sheet_for_each_register_asked_for_in_order() -> None:
    assert [one.register for one in a_draft().content.sheets] == list(ASKED)


def test_a_register_no_form_asks_for_has_no_sheet() -> None:
    found = a_draft(asked=("training", "estimate")).content.sheets
    assert [one.register for one in found] == ["training"]


def test_every_value_of_an_entry_is_told_with_its_cell_and_id() -> None:
    draft = a_draft()
    made = sheet_of(draft)
    told = [o for o in draft.content.prefilled if o.sheet == made.sheet.sheet]
    assert {one.record for one in told} == {"activity"}
    by_cell = {one.cell: one.value for one in told}
    assert by_cell[f"A{FIRST_ROW}"] == "Tập huấn kiến thức về quyền con người"
    assert by_cell[f"B{FIRST_ROW}"] == builders.DAY.isoformat()
    letters = {o.field: o.column for o in made.sheet.columns}
    assert by_cell[f"{letters['attendance']}{FIRST_ROW}"] == "40"
    assert by_cell[f"{letters['tasks']}{FIRST_ROW}"] == "2.2"


def test_the_key_column_stands_behind_the_others() -> None:
    made = sheet_of(a_draft()).sheet
    assert made.key_column == letter(len(made.columns) + 1)
    assert made.last_row - made.first_row + 1 == len(sheet_of(a_draft()).lines)


def test_a_headcount_told_before_stands_ready_to_be_confirmed() -> None:
    before = builders.a_headcount("G1", 12, agency=builders.UNIT)
    made = sheet_of(a_draft(headcounts=(before,)), "headcount")
    fields = [one.column.field for one in made.columns]
    line = dict(zip(fields, made.lines[0].values, strict=True))
    assert (line["people"], made.lines[0].record) == (12, "")
    assert line["as_of"] == facts().context.today, "no day that has not come"
    assert made.wanted[0].startswith("Cán bộ, công chức làm công tác quyền con người")


def test_a_group_nobody_told_of_stands_ready_without_a_number() -> None:
    made = sheet_of(a_draft(), "headcount")
    fields = [one.column.field for one in made.columns]
    ready = [dict(zip(fields, one.values, strict=True)) for one in made.lines[:3]]
    assert [bool(one["group"]) for one in ready] == [True, True, False]
    assert not any(one["people"] for one in ready)


def test_a_headcount_of_the_period_is_shown_as_the_entry_it_is() -> None:
    before = builders.a_headcount("G1", 12, agency=builders.UNIT)
    within = dataclasses.replace(
        before, id=RecordId("new"), as_of=dt.date(2024, 3, 1), people=13
    )
    entries = {"headcount": (within,)}
    made = sheet_of(a_draft(headcounts=(before,), entries=entries), "headcount")
    group = made.lines[0].values[0]
    assert [one.record for one in made.lines if one.values[0] == group] == ["new"]


def test_a_total_whose_entries_can_be_listed_has_a_formula() -> None:
    found = a_draft().formulas
    assert {"direct_events", "copies"} <= found.keys()
    assert "clubs" not in found, "nobody lists clubs"


def test_an_older_layout_is_drafted_from_the_same_facts() -> None:
    from desktop.rules.forms.drafting import draft_form

    older = draft_form(dataclasses.replace(facts(), layout=layout("09a", 1)))
    assert older.content.layout_version == 1
    assert len(older.content.totals) == 10


def test_values_are_told_as_text_in_one_way() -> None:
    assert held_text(LAST) == "2024-12-31"
    assert held_text(Decimal("4.80")) == "4.80"
    assert held_text(120) == "120"
