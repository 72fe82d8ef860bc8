"""A weekly broadcast until some day: one deed, taken back as one."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.errors import InputError
from desktop.files.catalogue import load_registers
from desktop.operations.entries.record_entry import record
from desktop.operations.entries.record_series import day_field, record_series
from desktop.operations.history.undo import undo
from desktop.records.product import Broadcast
from desktop.records.register import Register
from desktop.store import journal, records
from desktop.store.store import Store
from tests.builders import NOW, a_broadcast, a_clock, an_office

FIRST = dt.date(2024, 11, 4)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(an_office(tmp_path / "so.stt"), clock=a_clock) as opened:
        yield opened


def register(code: str) -> Register:
    return next(one for one in load_registers() if one.code == code)


def test_every_copy_is_kept_by_one_deed_and_one_undo_takes_all(store: Store) -> None:
    one = a_broadcast(id="b", title="Tiếng nói", first_day=FIRST, last_day=FIRST)
    record(store, one)
    days = [FIRST + dt.timedelta(days=7 * week) for week in (1, 2, 3)]
    made = record_series(store, register("broadcast"), one, days)
    kept = records.find(store.reader, Broadcast)
    assert sorted(each.first_day for each in kept) == [FIRST, *days]
    assert len(made.value) == 3
    (deed,) = journal.entries(store.reader, limit=1)
    assert (deed.verb, deed.subject) == ("record_series", "Tiếng nói × 3")
    undo(store)
    assert [each.id for each in records.find(store.reader, Broadcast)] == ["b"]


def test_a_broadcast_that_is_still_to_come_is_refused_whole(store: Store) -> None:
    one = a_broadcast(id="b", first_day=FIRST, last_day=FIRST)
    record(store, one)
    days = [FIRST + dt.timedelta(days=7), NOW.date() + dt.timedelta(days=7)]
    with pytest.raises(InputError) as refused:
        record_series(store, register("broadcast"), one, days)
    assert {(one.code, one.entry) for one in refused.value.problems} == {
        ("in_future", 2)
    }
    assert len(records.find(store.reader, Broadcast)) == 1


@pytest.mark.parametrize(
    ("code", "field"),
    [
        ("training", "first_day"),
        ("broadcast", "first_day"),
        ("headcount", "as_of"),
        ("budget", ""),
    ],
)
def test_a_series_is_reckoned_by_the_day_of_its_register(code: str, field: str) -> None:
    assert day_field(register(code)) == field
