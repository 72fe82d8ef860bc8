"""The history is told by deeds, and of a record field by field."""

from dataclasses import replace

import pytest

from desktop.operations.entries.record_entry import record, record_many
from desktop.operations.entries.remove_entry import remove
from desktop.operations.history.read_history import (
    RecordChange,
    count_history,
    place_of,
    read_change,
    read_offered,
    read_page,
    read_record,
    read_record_at,
    touched_by,
)
from desktop.operations.history.undo import undo
from desktop.operations.offices.set_preferences import set_preferences
from desktop.records.activity import Activity
from desktop.records.evidence import Evidence
from desktop.rules.changes import Fate
from desktop.store import preferences, records
from desktop.store.history import Wanted
from desktop.store.store import Store
from tests.builders import NOW, UNIT, an_activity
from tests.store.deeds import record_some


def fields(one: RecordChange) -> dict[str, tuple[object, object]]:
    return {field.label: (field.before, field.after) for field in one.fields}


@pytest.fixture
def amended(store: Store) -> Store:
    first = an_activity(id="a")
    record(store, first)
    record(
        store,
        an_activity(id="a", attendance=45, partners=(UNIT,), pillar="achievement"),
    )
    undo(store)
    return store


def test_pages_tell_where_the_next_begins(store: Store) -> None:
    record_some(store, 5)
    first = read_page(store, Wanted(), limit=4)
    second = read_page(store, Wanted(), first.below, limit=4)
    assert [one.entry.id for one in first.lines] == [6, 5, 4, 3]
    assert ([one.entry.id for one in second.lines], second.below) == ([2, 1], None)
    assert count_history(store, Wanted()) == 6


def test_a_page_that_is_just_full_has_no_next(store: Store) -> None:
    record_some(store, 3)
    assert read_page(store, Wanted(), limit=4).below is None


def test_a_record_is_told_newest_first_with_labels_of_its_register(
    amended: Store,
) -> None:
    told = read_record(amended, "activities", "a")
    assert (told.title, told.exists) == (an_activity().title, True)
    assert [one.done.entry.id for one in told.changes] == [4, 3, 2]
    assert [one.fate for one in told.changes] == [
        Fate.AMENDED,
        Fate.AMENDED,
        Fate.MADE,
    ]
    changed = fields(told.changes[1])
    assert changed["Số lượt người"] == (40, 45)
    assert changed["Đơn vị phối hợp"] == (None, ("Ủy ban nhân dân xã Đăk Mar",))
    before, after = changed["Trụ cột nội dung"]
    assert before == "Phổ biến, giáo dục kiến thức"
    assert after not in {None, before, "achievement"}
    (unit,) = {one.unit for one in told.changes[1].fields if one.unit}
    assert unit == "lượt người"
    assert fields(told.changes[0])["Số lượt người"] == (45, 40)


def test_of_a_removed_record_what_it_said_is_told_and_what_is_blank_is_not(
    amended: Store,
) -> None:
    remove(amended, Activity, ("a",))
    told = read_record(amended, "activities", "a")
    assert not told.exists
    assert told.title == an_activity().title
    gone = told.changes[0]
    assert gone.fate is Fate.REMOVED
    assert fields(gone)["Số lượt người"] == (40, None)
    assert "Ghi chú" not in fields(gone)
    assert "Lồng ghép" not in fields(gone)


def test_names_are_those_of_then(store: Store) -> None:
    from desktop.records.agency import Agency

    record(store, an_activity(id="a", partners=(UNIT,)))
    unit = records.get(store.reader, Agency, UNIT)
    assert unit is not None
    with store.change("rename_agency") as change:
        records.put(change, replace(unit, name="Ủy ban nhân dân xã mới"))
    record(store, an_activity(id="b", partners=(UNIT,)))
    (old,) = read_record(store, "activities", "a").changes
    (new,) = read_record(store, "activities", "b").changes
    assert fields(old)["Đơn vị phối hợp"][1] == (unit.name,)
    assert fields(new)["Đơn vị phối hợp"][1] == ("Ủy ban nhân dân xã mới",)


def test_evidence_belongs_to_the_history_of_its_record(store: Store) -> None:
    record(store, an_activity(id="a"))
    with store.change("attach_evidence") as change:
        paper = Evidence(
            id="e1",  # type: ignore[arg-type]
            place="activities",
            row_id="a",
            name="ảnh.jpg",
            sha256="0" * 64,
            size=1,
            media="image/jpeg",
            added_at=NOW,
            source_sha256="0" * 64,
        )
        records.put(change, paper)
    newest, _ = read_record(store, "activities", "a").changes
    assert (newest.place, newest.title, newest.fate) == (
        "evidence",
        "ảnh.jpg",
        Fate.MADE,
    )
    assert {field.name for field in newest.fields} <= {"name", "size", "added_at"} | {
        "exposure"
    }


def test_a_change_tells_every_record_it_touched(store: Store) -> None:
    record_many(store, [an_activity(id=name) for name in "abc"])
    found = read_change(store, 2)
    assert [one.row_id for one in found] == ["a", "b", "c"]
    assert [one.row_id for one in read_change(store, 2, limit=2)] == ["a", "b"]
    assert read_change(store, 99) == ()
    assert touched_by(store, 2) == tuple(("activities", name) for name in "abc")


def test_every_record_of_a_new_office_can_be_told(store: Store) -> None:
    told = read_change(store, 1, limit=10_000)
    assert len(told) > 400
    assert {one.place for one in told} > {"agencies", "tasks", "targets", "preferences"}
    assert all(field.label for one in told for field in one.fields)


def test_settings_are_told_one_by_one(store: Store) -> None:
    kept = preferences.get(store.reader)
    assert kept is not None
    set_preferences(store, replace(kept, officer="Y Hà", place="Nơi khác"))
    (one,) = read_change(store, 2)
    assert {field.name: field.after for field in one.fields} == {
        "officer": "Y Hà",
        "place": "Nơi khác",
    }


def test_a_record_is_seen_as_it_was_after_a_change(amended: Store) -> None:
    then = read_record_at(amended, "activities", "a", 3)
    assert then is not None
    assert fields(then)["Số lượt người"][1] == 45
    assert read_record_at(amended, "activities", "a", 1) is None
    assert read_record_at(amended, "activities", "a", 99) is None


def test_filters_offer_what_there_is(amended: Store) -> None:
    offered = read_offered(amended)
    assert offered.verbs == ("amend", "create_office", "record")
    assert "activities" in offered.places
    assert place_of(amended, "a") == "activities"
    assert place_of(amended, "chưa từng có") == ""
