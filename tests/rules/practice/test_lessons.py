"""Guided tasks: seen in the journal and the records, and remembered nowhere else."""

import datetime as dt

import pytest

from desktop.records.change import ChangeEntry, ChangeKind
from desktop.rules.practice.lessons import FILLING, Lesson, next_one, states

LESSONS = (
    Lesson(code="record", title="", how="", place="activities", verbs=("record",)),
    Lesson(
        code="undo", title="", how="", place="activities", kinds=(ChangeKind.UNDONE,)
    ),
    Lesson(code="deliver", title="", how="", place="hand_off", held="delivered"),
)


def deed(verb: str, kind: ChangeKind = ChangeKind.DONE) -> ChangeEntry:
    return ChangeEntry(
        id=1,
        kind=kind,
        verb=verb,
        subject="",
        at=dt.datetime(2024, 12, 20, tzinfo=dt.UTC),
        by="",
        reverts=None,
    )


def done(*newest_first: ChangeEntry, held: tuple[str, ...] = ()) -> list[str]:
    found = states(LESSONS, newest_first, held)
    return [one.lesson.code for one in found if one.done]


def test_nothing_is_done_in_an_office_just_filled_in() -> None:
    assert done(deed(FILLING), deed("record"), deed("record_many")) == []


def test_a_deed_since_then_ticks_its_task() -> None:
    assert done(deed("record"), deed(FILLING)) == ["record"]
    assert done(deed("something"), deed(FILLING)) == []


def test_a_deed_undone_was_practised_all_the_same() -> None:
    undone = deed("record", ChangeKind.UNDONE)
    assert done(undone, deed("record"), deed(FILLING)) == ["record", "undo"]


def test_an_undo_is_not_the_deed_it_undid() -> None:
    assert done(deed("record", ChangeKind.UNDONE), deed(FILLING)) == ["undo"]


def test_a_deed_nobody_can_undo_counts() -> None:
    assert done(deed("record", ChangeKind.FIXED), deed(FILLING)) == ["record"]


def test_what_is_among_the_records_ticks_its_task() -> None:
    assert done(held=("delivered",)) == ["deliver"]
    assert done(held=("something",)) == []


def test_the_next_task_is_the_first_not_done() -> None:
    found = states(LESSONS, [deed("record")])
    following = next_one(found)
    assert following is not None
    assert (following.number, following.lesson.code) == (2, "undo")
    undone = deed("x", ChangeKind.UNDONE)
    assert next_one(states(LESSONS, [deed("record"), undone], ["delivered"])) is None


@pytest.mark.parametrize("many", [0, 3])
def test_tasks_are_numbered_from_one(many: int) -> None:
    found = states(LESSONS[:many], [])
    assert [one.number for one in found] == list(range(1, many + 1))
