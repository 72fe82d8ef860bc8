"""Two rows of one record are told apart field by field, typed and in order."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given

from desktop.records.activity import (
    Activity,
    ActivityState,
    AudienceCount,
    StaffCount,
)
from desktop.records.agency import Agency
from desktop.records.figure import Source
from desktop.records.preferences import Preferences
from desktop.records.product import Posting
from desktop.records.target import Achievement, Target
from desktop.records.task import Task
from desktop.rules import changes
from desktop.rules.changes import Difference
from desktop.store import rows
from desktop.store.shelves import SHELVES
from tests.builders import OWN, UNIT, an_activity, task
from tests.store.samples import RECORDS


def row(record: object) -> dict[str, Any]:
    return dict(rows.to_row(record))


def told(before: Activity | None, after: Activity | None) -> dict[str, Difference]:
    found = changes.differences(
        Activity,
        None if before is None else row(before),
        None if after is None else row(after),
    )
    return {one.name: one for one in found}


@pytest.mark.parametrize("shelf", SHELVES, ids=lambda shelf: shelf.table)
def test_every_record_has_its_columns_but_not_its_id(shelf: Any) -> None:
    names = [one.name for one in changes.columns(shelf.record)]
    known = rows.shape(shelf.record).columns
    assert names == [name for name in known if name != "id"]


def test_the_same_row_has_no_differences() -> None:
    assert told(an_activity(), an_activity()) == {}


def test_values_are_typed() -> None:
    moment = dt.datetime(2024, 7, 12, 8, 30)  # noqa: DTZ001  the office's own time
    changed = an_activity(
        last_day=dt.date(2024, 7, 1),
        attendance=45,
        integrated=True,
        state=ActivityState.PLANNED,
        held_at=moment,
    )
    found = told(an_activity(), changed)
    assert (found["last_day"].before, found["last_day"].after) == (
        dt.date(2024, 6, 5),
        dt.date(2024, 7, 1),
    )
    assert (found["attendance"].before, found["attendance"].after) == (40, 45)
    assert found["integrated"].after is True
    assert found["state"].after is ActivityState.PLANNED
    assert found["held_at"].after == moment
    assert set(found) == {
        "first_day",
        "last_day",
        "attendance",
        "integrated",
        "state",
        "held_at",
    }


def test_a_list_tells_what_came_and_what_went() -> None:
    before = an_activity(tasks=(task("2.2"), task("3.1")))
    after = an_activity(tasks=(task("3.1"), task("3.3")))
    (one,) = told(before, after).values()
    assert (one.gone, one.come) == ((task("2.2"),), (task("3.3"),))


def test_a_line_of_a_small_table_is_told_by_its_cells() -> None:
    before = an_activity(audiences=(AudienceCount(audience="pupils", attendance=30),))  # type: ignore[arg-type]
    after = an_activity(audiences=(AudienceCount(audience="pupils", attendance=35),))  # type: ignore[arg-type]
    (one,) = told(before, after).values()
    assert one.gone == ((("audience", "pupils"), ("attendance", 30)),)
    assert one.come == ((("audience", "pupils"), ("attendance", 35)),)


def test_blank_and_missing_are_both_nothing() -> None:
    full, lacking = row(an_activity()), row(an_activity())
    for name in ("mode", "note", "co_chairs"):
        del lacking[name]
    assert changes.differences(Activity, lacking, full) == ()
    full["mode"] = "online"
    (one,) = changes.differences(Activity, lacking, full)
    assert (one.name, one.before, one.after) == ("mode", None, "online")


def test_a_list_may_be_plain_where_a_row_is_kept_whole() -> None:
    before: dict[str, Any] = {"recipients": ["Như trên"], "plan": "p"}
    after: dict[str, Any] = {"recipients": ["Như trên", "Lưu VT"], "plan": "p"}
    (one,) = changes.differences(Preferences, before, after)
    assert one.come == ("Lưu VT",)


def test_what_cannot_be_read_is_told_as_it_is_kept() -> None:
    spoilt = row(an_activity()) | {"last_day": "hôm kia", "state": "never_heard_of"}
    found = {
        one.name: one.after
        for one in changes.differences(Activity, row(an_activity()), spoilt)
    }
    assert found == {"last_day": "hôm kia", "state": "never_heard_of"}


@pytest.mark.parametrize(
    ("cls", "column", "refers"),
    [
        (Activity, "agency", "agencies"),
        (Activity, "partners", "agencies"),
        (Activity, "tasks", "tasks"),
        (Activity, "pillar", changes.CODE),
        (Activity, "joined_to", "activities"),
        (Activity, "place", ""),
        (Agency, "parent", "agencies"),
        (Task, "parent", "tasks"),
        (Task, "bases", "legal_bases"),
        (Task, "figures", changes.FIGURE),
        (Posting, "product", "products"),
        (Achievement, "goals", changes.GOAL),
        (Achievement, "steps", "roadmap_steps"),
        (Target, "supplier", "agencies"),
    ],
)
def test_a_column_knows_what_it_refers_to(cls: Any, column: str, refers: str) -> None:
    found = {one.name: one for one in changes.columns(cls)}
    assert found[column].refers == refers


def test_references_are_those_to_records_and_not_codes() -> None:
    one = an_activity(partners=(UNIT,), tasks=(task("2.2"),))
    found = set(changes.references(Activity, row(one)))
    assert found == {
        ("agency", "agencies", OWN),
        ("partners", "agencies", UNIT),
        ("tasks", "tasks", task("2.2")),
    }


def test_a_hash_tells_a_person_nothing() -> None:
    from desktop.records.evidence import Evidence

    names = {one.name for one in changes.told_columns(Evidence)}
    assert names == {"name", "size", "added_at", "exposure", "note"}


def test_zero_says_something_and_no_does_not() -> None:
    assert changes.says_something(0)
    assert not changes.says_something(False)
    assert not changes.says_something(None)


def test_decimals_stay_exact() -> None:
    found = {one.name: one for one in changes.columns(Target)}
    assert changes.value(found["value"], {"value": "70.10"}) == Decimal("70.10")


@given(RECORDS[Source.ACTIVITY], RECORDS[Source.ACTIVITY])
def test_differences_name_exactly_the_fields_that_differ(
    one: Activity, other: Activity
) -> None:
    before, after = row(one), row(other)
    named = {each.name for each in changes.differences(Activity, before, after)}
    differ = {
        name
        for name in before
        if name != "id" and getattr(one, name) != getattr(other, name)
    }
    assert named == differ


def test_an_unnamed_part_is_told_by_what_it_says() -> None:
    staff = StaffCount(group="key", people=5)  # type: ignore[arg-type]
    (one,) = told(an_activity(), an_activity(staff=(staff,))).values()
    assert dict(one.come[0])["people"] == 5  # type: ignore[call-overload]
