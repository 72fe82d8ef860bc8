"""The check counts everything and names the first link that does not fit."""

import sqlite3

import pytest

from desktop.errors import StoreDamagedError
from desktop.operations.offices.check_office import check_office
from desktop.progress import Step
from desktop.store import journal
from desktop.store.shelves import SHELVES
from desktop.store.store import Store
from tests.builders import a_clock
from tests.store.deeds import record_some


def test_a_sound_office_is_counted_and_good(store: Store) -> None:
    record_some(store, 3)
    steps: list[Step] = []
    health = check_office(store, steps.append).value
    assert health.good
    assert health.counts["activities"] == 3
    assert set(health.counts) == {shelf.table for shelf in SHELVES}
    assert health.changes == 4
    assert health.journal_head == journal.head(store.reader)
    assert [steps[0].done, steps[-1].done, steps[-1].total] == [0, 2, 2]


def test_a_forged_history_is_named_by_its_first_wrong_change(store: Store) -> None:
    record_some(store, 3)
    store.close()
    db = sqlite3.connect(store.path)
    db.execute("update changes set subject = 'khác' where id = 3")
    db.commit()
    db.close()
    with Store(store.path, clock=a_clock) as again:
        health = check_office(again).value
    assert (health.broken_at, health.good) == (3, False)


def test_what_refers_to_nothing_is_damage(store: Store) -> None:
    store.close()
    db = sqlite3.connect(store.path)
    db.execute("insert into milestones values ('m', 'no-such-target', 2024, '1', '[]')")
    db.commit()
    db.close()
    with Store(store.path, clock=a_clock) as again, pytest.raises(StoreDamagedError):
        check_office(again)
