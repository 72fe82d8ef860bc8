"""What was removed or amended comes back, and today's work stays."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop.errors import ConflictError
from desktop.operations.entries.join_events import join, unjoin
from desktop.operations.entries.record_entry import record, record_many
from desktop.operations.entries.remove_entry import remove
from desktop.operations.history.bring_back import bring_back, bring_back_removed
from desktop.operations.history.undo import undo
from desktop.operations.history.view_past import view_past
from desktop.operations.offices.check_office import check_office
from desktop.operations.plans.remove_task import remove_task
from desktop.records.activity import Activity, ActivityState
from desktop.records.agency import Agency
from desktop.records.identity import RecordId
from desktop.records.task import Task
from desktop.store import history, journal, records
from desktop.store.store import Store
from tests.builders import a_clock, an_activity

IDS = tuple(f"a{number}" for number in range(40))


def test_the_desk_test(office: Path) -> None:
    """Delete a task with 40 activities, work on, close; next day bring them back."""
    with Store(office, clock=a_clock) as store:
        plan = records.find(store.reader, Task)[0].plan
        task = Task(id="t9", plan=plan, position=99, code="9.9", text="Việc thử")  # type: ignore[arg-type]
        with store.change("add_task", "9.9 Việc thử") as change:
            records.put(change, task)
        record_many(store, [an_activity(id=one, tasks=("t9",)) for one in IDS])
        yesterday = history.last_number(store.reader)
        remove(store, Activity, IDS, "40 hoạt động")
        removal = history.last_number(store.reader)
        remove_task(store, task.id)
        task_removal = history.last_number(store.reader)
        record(store, an_activity(id="mới", title="Ghi sau khi xóa"))
        record(store, an_activity(id="mới", title="Sửa sau khi xóa"))
    with Store(office, clock=a_clock) as store:
        with view_past(store, yesterday).value.store as then:
            assert records.count(then.reader, Activity) == 40
            assert records.get(then.reader, Task, "t9") == task
        with pytest.raises(ConflictError) as caught:
            bring_back(store, [("activities", "a7")], yesterday)
        assert caught.value.reason == "references_gone"
        assert caught.value.facts == ("“9.9 Việc thử”", "1")
        assert bring_back_removed(store, task_removal).value == 1
        assert bring_back(store, [("activities", "a7")], yesterday).value == 1
        assert records.count(store.reader, Activity) == 2
        assert bring_back_removed(store, removal).value == 39
        found = {one.id: one for one in records.each(store.reader, Activity)}
        assert set(found) == {*IDS, "mới"}
        assert all(found[one].tasks == ("t9",) for one in IDS)  # type: ignore[index]
        assert found["mới"].title == "Sửa sau khi xóa"  # type: ignore[index]
        assert check_office(store).value.unbroken


def test_one_undo_takes_it_back_and_names_it(store: Store) -> None:
    record_many(store, [an_activity(id=one, title=f"Lớp {one}") for one in IDS[:3]])
    remove(store, Activity, IDS[:3], "3 lớp")
    number = history.last_number(store.reader)
    bring_back_removed(store, number)
    newest = journal.undoable(store.reader)
    assert newest is not None
    assert (newest.verb, newest.subject) == ("bring_back", "3 lớp")
    undo(store)
    assert records.count(store.reader, Activity) == 0
    bring_back(store, [("activities", "a1")], number - 1)
    newest = journal.undoable(store.reader)
    assert newest is not None
    assert newest.subject == "Lớp a1"


def test_some_of_a_removal_come_back_and_what_is_there_again_is_left(
    store: Store,
) -> None:
    record_many(store, [an_activity(id=one) for one in IDS[:4]])
    remove(store, Activity, IDS[:4])
    number = history.last_number(store.reader)
    keys = [("activities", "a0"), ("activities", "a1")]
    assert bring_back_removed(store, number, keys).value == 2
    record(store, an_activity(id="a0", attendance=7))
    assert bring_back_removed(store, number).value == 2
    kept = records.get(store.reader, Activity, "a0")
    assert kept is not None
    assert kept.attendance == 7
    with pytest.raises(ConflictError) as caught:
        bring_back_removed(store, number)
    assert caught.value.reason == "nothing_removed"


def test_an_undone_import_comes_back_too(store: Store) -> None:
    record_many(store, [an_activity(id=one) for one in IDS[:4]], "import", "bảng")
    undo(store)
    assert bring_back_removed(store, history.last_number(store.reader)).value == 4


def test_an_amended_record_goes_back_alone(store: Store) -> None:
    first = an_activity(id="a", title="Như lúc đầu")
    record(store, first)
    number = history.last_number(store.reader)
    record(store, replace(first, title="Sửa một", attendance=1))
    record(store, an_activity(id="b"))
    record(store, replace(first, title="Sửa hai", attendance=2))
    done = bring_back(store, [("activities", "a")], number)
    assert done.value == 1
    assert done.touched == {"activities"}
    assert records.get(store.reader, Activity, "a") == first
    assert records.get(store.reader, Activity, "b") is not None
    assert bring_back(store, [("activities", "a")], number).value == 0


def test_what_was_never_there_cannot_come_back(store: Store) -> None:
    record(store, an_activity(id="a"))
    with pytest.raises(ConflictError) as caught:
        bring_back(store, [("activities", "a")], 1)
    assert caught.value.reason == "not_there_then"
    with pytest.raises(ConflictError) as caught:
        bring_back_removed(store, 999)
    assert caught.value.reason == "nothing_removed"


def test_a_partner_that_is_gone_is_named(store: Store) -> None:
    from desktop.records.agency import Agency

    with store.change("add_agency") as change:
        records.put(change, Agency(id="tạm", name="Tổ công tác"))  # type: ignore[arg-type]
    record(store, an_activity(id="a", partners=("tạm",)))
    number = history.last_number(store.reader)
    remove(store, Activity, ("a",))
    with store.change("remove") as change:
        records.remove(change, Agency, "tạm")
    with pytest.raises(ConflictError) as caught:
        bring_back(store, [("activities", "a")], number)
    assert caught.value.facts == ("“Tổ công tác”", "1")
    assert bring_back(store, [("activities", "a"), ("agencies", "tạm")], number).value


def test_nothing_comes_back_into_an_event_that_is_another_now(store: Store) -> None:
    agencies = [one.id for one in records.find(store.reader, Agency)]
    record_many(
        store,
        [
            an_activity(id=f"e{n}", agency=agency)
            for n, agency in enumerate(agencies[:3])
        ],
    )
    apart = history.last_number(store.reader)
    join(store, RecordId("e0"), [RecordId("e1")])
    joined = history.last_number(store.reader)
    unjoin(store, [RecordId("e1")])
    join(store, RecordId("e2"), [RecordId("e0")])
    with pytest.raises(ConflictError) as caught:
        bring_back(store, [("activities", "e1")], joined)
    assert caught.value.reason == "event_misfit"
    lone = records.get(store.reader, Activity, RecordId("e1"))
    assert lone is not None
    assert lone.joined_to is None, "e0 is counted in e2: no chain of events"
    assert bring_back(store, [("activities", "e0")], apart).value == 1
    assert bring_back(store, [("activities", "e1")], joined).value == 1
    assert check_office(store).value.unbroken


def test_a_lead_does_not_come_back_cancelled_under_those_counted_in_it(
    store: Store,
) -> None:
    agencies = [one.id for one in records.find(store.reader, Agency)]
    lead = an_activity(id="e0", agency=agencies[0])
    record(store, replace(lead, state=ActivityState.CANCELLED))
    cancelled = history.last_number(store.reader)
    record_many(store, [lead, an_activity(id="e1", agency=agencies[1])])
    join(store, RecordId("e0"), [RecordId("e1")])
    with pytest.raises(ConflictError, match="event_misfit"):
        bring_back(store, [("activities", "e0")], cancelled)
