"""A backup is asked for by name or by default, and changes nothing."""

from desktop.operations.offices.back_up import back_up
from desktop.operations.offices.check_office import check_office
from desktop.progress import Step
from desktop.store import journal
from desktop.store.store import Store
from tests.builders import a_clock
from tests.store.deeds import record_one


def test_a_backup_lies_beside_the_office_or_where_one_says(store: Store) -> None:
    record_one(store)
    head = journal.head(store.reader)
    beside = back_up(store).value.path
    there = back_up(store, store.path.with_name("bản sao.stt")).value.path
    assert beside.parent.name == "sao-luu"
    for one in (beside, there):
        with Store(one, clock=a_clock) as copy:
            health = check_office(copy).value
            assert health.good
            assert health.journal_head == head
            assert health.counts["activities"] == 1
    assert journal.head(store.reader) == head


def test_progress_is_told(store: Store) -> None:
    steps: list[Step] = []
    back_up(store, progress=steps.append)
    assert {one.stage for one in steps} == {"backing_up"}
