"""Single fields of records change, and what forbids that is told."""

import datetime as dt

import pytest

from desktop.records.activity import ActivityState
from desktop.rules import cell_edits
from desktop.rules.cell_edits import CellEdit
from tests.rules.entries import ACTIVITY, KNOWN, spoilt

DAY = dt.date(2024, 6, 5)


def test_texts_are_stored_clean_and_blanks_as_what_is_left_out() -> None:
    before = spoilt(ACTIVITY, people=3, place="x")
    after = cell_edits.changed(before, {"title": " Lớp\u00a01 ", "people": None})
    assert (after.title, after.people) == ("Lớp 1", None)
    assert cell_edits.changed(before, {"place": ""}).place == ""
    planned = cell_edits.changed(before, {"state": "planned"})
    assert planned.state is ActivityState.PLANNED


@pytest.mark.parametrize(
    ("first", "last", "new", "end"),
    [
        (5, 5, 9, 9),
        (5, 5, 2, 2),
        (5, 7, 6, 7),
        (5, 7, 9, 11),
        (5, 7, 1, 7),
    ],
)
def test_the_end_of_an_event_goes_along_where_it_must(
    first: int, last: int, new: int, end: int
) -> None:
    before = spoilt(
        ACTIVITY, first_day=DAY.replace(day=first), last_day=DAY.replace(day=last)
    )
    after = cell_edits.changed(before, {"first_day": DAY.replace(day=new)})
    assert (after.first_day.day, after.last_day.day) == (new, end)
    both = {"first_day": DAY.replace(day=3), "last_day": DAY.replace(day=4)}
    assert cell_edits.changed(before, both).last_day.day == 4


def test_a_fault_that_was_there_before_forbids_no_other_change() -> None:
    before = spoilt(ACTIVITY, people=500, attendance=40)
    assert cell_edits.refusals(None, before, KNOWN)
    kept, refused = cell_edits.acceptable(before, {"title": "Khác"}, KNOWN)
    assert kept == {"title": "Khác"}
    assert refused == ()


def test_only_what_is_forbidden_is_left_out() -> None:
    before = ACTIVITY
    wanted = {"title": "", "attendance": -1, "place": "Nhà rông", "first_day": None}
    kept, refused = cell_edits.acceptable(before, wanted, KNOWN)
    assert kept == {"place": "Nhà rông"}
    assert {(one.field, one.code) for one in refused} == {
        ("title", "missing"),
        ("attendance", "negative"),
        ("first_day", "missing"),
    }


def test_a_fault_in_a_field_not_written_forbids_what_was() -> None:
    before = spoilt(ACTIVITY, first_day=DAY, last_day=DAY, people=30, attendance=40)
    kept, refused = cell_edits.acceptable(before, {"attendance": 20}, KNOWN)
    assert kept == {}
    assert refused[0].code == "people_above_attendance"


def test_edits_of_one_record_become_one() -> None:
    cls = type(ACTIVITY)
    many = [
        CellEdit(record=cls, id="a", values={"place": "x", "people": 1}),
        CellEdit(record=cls, id="b", values={"place": "z"}),
        CellEdit(record=cls, id="a", values={"place": "y"}),
    ]
    whole = cell_edits.merged(many)
    assert [(one.id, dict(one.values)) for one in whole] == [
        ("a", {"place": "y", "people": 1}),
        ("b", {"place": "z"}),
    ]


def test_doubts_are_told_and_forbid_nothing() -> None:
    record = spoilt(ACTIVITY, attendance=0)
    codes = {one.code for one in cell_edits.doubts(record, KNOWN)}
    assert "zero_attendance" in codes
    assert not cell_edits.refusals(None, record, KNOWN)
