"""Entries are recorded whole, clean, and as one deed; or not at all."""

import unicodedata
from dataclasses import replace

import pytest

from desktop.errors import Cancelled, InputError
from desktop.operations.entries.record_entry import new_record_id, record, record_many
from desktop.operations.history.undo import undo
from desktop.progress import Step
from desktop.records.activity import Activity
from desktop.records.period import Deadline
from desktop.records.product import Product
from desktop.store import journal, records
from desktop.store.store import Store
from tests.builders import NOW, a_posting, a_product, an_activity

WRONG = an_activity(id="wrong", attendance=-1)


def codes(caught: pytest.ExceptionInfo[InputError]) -> set[tuple[str, str]]:
    return {(one.field, one.code) for one in caught.value.problems}


def test_a_record_is_kept_and_the_deed_bears_its_name(store: Store) -> None:
    outcome = record(store, an_activity())
    assert outcome.value == an_activity()
    assert outcome.touched == {"activities"}
    assert records.get(store.reader, Activity, "activity") == an_activity()
    newest = store.last_change()
    assert newest is not None
    assert (newest.verb, newest.subject) == ("record", an_activity().title)


def test_writing_over_a_record_amends_it(store: Store) -> None:
    record(store, an_activity())
    record(store, an_activity(attendance=41))
    newest = store.last_change()
    assert newest is not None
    assert newest.verb == "amend"
    assert records.count(store.reader, Activity) == 1


def test_a_record_written_again_as_it_is_is_no_deed(store: Store) -> None:
    record(store, an_activity())
    head = journal.head(store.reader)
    assert record(store, an_activity()).touched == frozenset()
    assert journal.head(store.reader) == head


@pytest.mark.parametrize("place", [0, 3, 6])
def test_one_wrong_record_keeps_the_whole_batch_out(store: Store, place: int) -> None:
    many = [an_activity(id=f"a{n}") for n in range(6)]
    many.insert(place, WRONG)
    head = journal.head(store.reader)
    with pytest.raises(InputError) as caught:
        record_many(store, many)
    assert codes(caught) == {("attendance", "negative")}
    assert records.count(store.reader, Activity) == 0
    assert journal.head(store.reader) == head


def test_every_problem_of_a_record_is_told_at_once(store: Store) -> None:
    many_faults = replace(
        WRONG,
        title=" ",
        agency="nobody",  # type: ignore[arg-type]
        first_day=NOW.date().replace(year=2031),
        last_day=NOW.date().replace(year=2030),
    )
    with pytest.raises(InputError) as caught:
        record(store, many_faults)
    assert codes(caught) >= {
        ("title", "missing"),
        ("agency", "unknown_agency"),
        ("attendance", "negative"),
        ("last_day", "outside_plan"),
    }


def test_a_doubt_does_not_keep_a_record_out(store: Store) -> None:
    record(store, an_activity(attendance=0))
    assert records.count(store.reader, Activity) == 1


def test_decomposed_letters_are_stored_composed(store: Store) -> None:
    title = "Tập huấn ở Đắk Mar"
    apart = unicodedata.normalize("NFD", title)
    assert apart != title
    outcome = record(store, an_activity(title=f" {apart}\u200b ", note=apart))
    kept = records.get(store.reader, Activity, "activity")
    assert outcome.value == kept == an_activity(title=title, note=title)


def test_many_records_of_several_kinds_are_one_deed(store: Store) -> None:
    outcome = record_many(store, (an_activity(), a_product(), a_posting()))
    assert outcome.touched == {"activities", "products", "postings"}
    newest = store.last_change()
    assert newest is not None
    assert (newest.verb, newest.subject) == ("record_many", "3")
    undo(store)
    assert records.count(store.reader, Activity) == 0
    assert records.count(store.reader, Product) == 0


def test_progress_is_told_in_two_stages_and_may_stop_the_work(store: Store) -> None:
    many = [an_activity(id=f"a{n}") for n in range(250)]
    steps: list[Step] = []
    record_many(store, many, progress=steps.append)
    assert [(one.stage, one.done) for one in steps] == [
        *(("checking", n) for n in (0, 100, 200)),
        *(("recording", n) for n in (0, 100, 200)),
    ]

    def stop(step: Step) -> None:
        if (step.stage, step.done) == ("recording", 200):
            raise Cancelled

    head = journal.head(store.reader)
    with pytest.raises(Cancelled):
        record_many(store, [replace(one, attendance=7) for one in many], progress=stop)
    assert journal.head(store.reader) == head
    kept = records.get(store.reader, Activity, "a0")
    assert kept is not None
    assert kept.attendance == 40


def test_new_ids_never_repeat() -> None:
    assert len({new_record_id() for _ in range(100)}) == 100


def test_a_deadline_told_by_halves_is_refused(store: Store) -> None:
    known = records.find(store.reader, Deadline)[0]
    with pytest.raises(InputError) as caught:
        record(store, replace(known, due_month=None, due_day=25, after_years=3))
    assert codes(caught) == {
        ("due_day", "day_without_month"),
        ("after_years", "after_without_start"),
    }
    assert records.find(store.reader, Deadline)[0] == known
