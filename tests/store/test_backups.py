"""There is always a way back: backups are whole, and restoring is all or nothing."""

import datetime as dt
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.errors import (
    Cancelled,
    StoreDamagedError,
    StoreForeignError,
    StoreTooNewError,
    StoreUnavailableError,
)
from desktop.progress import Step
from desktop.records.activity import Activity
from desktop.store import backups, journal, records, upkeep
from desktop.store.store import Store
from tests.builders import NOW, a_bare_store, a_clock, an_activity
from tests.store.deeds import record_one, record_some
from tests.store.powerless import read_only


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with a_bare_store(tmp_path / "so.stt") as opened:
        yield opened


def kept(path: Path) -> list[Path]:
    return sorted((path.parent / backups.BACKUP_FOLDER).iterdir())


def held(path: Path) -> set[str]:
    """Open a file and name the activities in it."""
    with Store(path, clock=a_clock) as store:
        upkeep.check(store.reader, path, thorough=True)
        assert journal.broken_link(store.reader) is None
        return {str(one.id) for one in records.each(store.reader, Activity)}


def test_a_backup_is_one_whole_file_with_everything_and_its_own_name(
    store: Store,
) -> None:
    record_some(store, 3)
    made = store.back_up()
    assert made == store.path.parent / "sao-luu" / "so-20241220-080000.stt"
    assert kept(store.path) == [made]
    assert held(made) == {"a0", "a1", "a2"}


def test_two_backups_of_one_second_are_two_files(store: Store) -> None:
    first = store.back_up()
    record_one(store)
    second = store.back_up()
    assert second.name == "so-20241220-080000-2.stt"
    assert held(first) == set()
    assert held(second) == {"activity"}


def test_a_backup_does_not_stop_the_work(store: Store) -> None:
    def record_meanwhile(_: Step) -> None:
        if not records.count(store.reader, Activity):
            record_one(store)

    made = store.back_up(progress=record_meanwhile)
    assert held(made) <= {"activity"}
    assert records.count(store.reader, Activity) == 1


def test_progress_is_told_and_may_stop_a_backup_without_a_trace(store: Store) -> None:
    steps: list[Step] = []
    store.back_up(progress=steps.append)
    assert steps
    assert steps[-1].done == steps[-1].total > 0

    def stop(_: Step) -> None:
        raise Cancelled

    target = store.path.with_name("stopped.stt")
    with pytest.raises(Cancelled):
        store.back_up(target, stop)
    assert not list(store.path.parent.glob("stopped*"))


def a_damaged_office(store: Store) -> sqlite3.Connection:
    """Damage a page of the journal behind SQLite's back, and open the file."""
    record_some(store, 60)
    store.close()
    data = bytearray(store.path.read_bytes())
    page = data.rfind(b'{"') // 4096 * 4096  # only the journal keeps such texts
    data[page : page + 4096] = b"\x0d" * 4096
    store.path.write_bytes(data)
    return upkeep.connect(store.path, writable=False)


def test_a_bad_copy_never_takes_the_place_of_a_good_one(store: Store) -> None:
    good = store.back_up(store.path.with_name("copy.stt"))
    before = good.read_bytes()
    damaged = a_damaged_office(store)
    with pytest.raises(StoreDamagedError):
        backups.back_up(damaged, store.path, good)
    damaged.close()
    assert good.read_bytes() == before
    assert [one.name for one in good.parent.glob("copy*")] == ["copy.stt"]


def test_the_open_file_is_never_its_own_backup(store: Store) -> None:
    with pytest.raises(StoreUnavailableError) as caught:
        store.back_up(store.path)
    assert caught.value.reason == "exists"
    record_one(store)
    store.close()
    assert held(store.path) == {"activity"}


def test_a_place_that_cannot_be_written_is_told_and_leaves_nothing(
    store: Store,
) -> None:
    in_the_way = store.path.with_name("a file")
    in_the_way.write_text("")
    with pytest.raises(StoreUnavailableError) as caught:
        store.back_up(in_the_way / "copy.stt")
    assert caught.value.reason == "read_only"
    folder = store.path.with_name("chỉ đọc")
    folder.mkdir()
    with read_only(folder), pytest.raises(StoreUnavailableError):
        store.back_up(folder / "copy.stt")
    assert not list(folder.iterdir())


def test_a_half_copy_left_by_a_killed_program_is_no_obstacle(store: Store) -> None:
    target = store.path.with_name("copy.stt")
    target.with_name("copy.stt.part").write_bytes(b"half" * 5000)
    assert store.back_up(target) == target
    assert [one.name for one in target.parent.glob("copy*")] == ["copy.stt"]


def fill(store: Store, count: int, year: int, name: str = "so") -> list[Path]:
    """Put older backups there, one for each day."""
    folder = store.path.parent / backups.BACKUP_FOLDER
    folder.mkdir(exist_ok=True)
    found = []
    for number in range(count):
        day = dt.datetime(year, 1, 1, tzinfo=dt.UTC) + dt.timedelta(days=number)
        one = folder / f"{name}-{day:%Y%m%d}-000000.stt"
        one.write_bytes(b"old")
        os.utime(one, (day.timestamp(), day.timestamp()))
        found.append(one)
    return found


def test_only_the_oldest_backups_go_and_the_newest_thirty_stay(store: Store) -> None:
    old = fill(store, 35, 2020)
    made = store.back_up()
    assert set(kept(store.path)) == {made, *old[-29:]}


def test_a_clock_that_went_back_costs_no_new_backup(store: Store) -> None:
    future = fill(store, 40, 2099)
    made = []
    for number in range(3):
        record_one(store, f"a{number}")
        made.append(store.back_up())
        os.utime(made[-1], (number, number))
    left = set(kept(store.path))
    assert set(made) <= left
    assert left & set(future) == set(future[-30:])


def test_backups_of_another_office_beside_it_are_left_alone(store: Store) -> None:
    others = fill(store, 40, 2020, "so-2")
    fill(store, 40, 2020)
    store.back_up()
    assert set(others) <= set(kept(store.path))


def test_restoring_brings_back_what_was_and_keeps_what_is(store: Store) -> None:
    record_one(store, "before")
    backup = store.back_up()
    record_one(store, "after")
    store.close()
    aside = backups.restore(backup, store.path, NOW)
    assert aside is not None
    assert aside.name == "so-truoc-khoi-phuc-20241220-080000.stt"
    assert held(store.path) == {"before"}
    assert held(aside) == {"before", "after"}
    assert held(backup) == {"before"}


def test_two_restores_of_one_second_keep_both_files_aside(store: Store) -> None:
    backup = store.back_up()
    record_one(store, "first")
    store.close()
    first = backups.restore(backup, store.path, NOW)
    with Store(store.path, clock=a_clock) as again:
        record_one(again, "second")
    second = backups.restore(backup, store.path, NOW)
    assert first is not None
    assert second is not None
    assert (held(first), held(second)) == ({"first"}, {"second"})


def test_a_log_left_behind_is_not_replayed_into_what_was_restored(
    store: Store,
) -> None:
    record_one(store, "before")
    backup = store.back_up()
    record_one(store, "after")
    log = store.path.with_name("so.stt-wal")
    written = log.read_bytes()
    main = store.path.read_bytes()
    store.close()
    store.path.write_bytes(main)
    log.write_bytes(written)  # as a killed program leaves them
    aside = backups.restore(backup, store.path, NOW)
    assert held(store.path) == {"before"}
    assert aside is not None
    assert held(aside) == {"before", "after"}


def test_restoring_where_there_is_no_file_makes_one(store: Store) -> None:
    record_one(store)
    backup = store.back_up()
    store.close()
    store.path.unlink()
    assert backups.restore(backup, store.path, NOW) is None
    assert held(store.path) == {"activity"}


def test_an_open_office_is_not_replaced_under_the_program(store: Store) -> None:
    backup = store.back_up()
    with pytest.raises(StoreUnavailableError) as caught:
        backups.restore(backup, store.path, NOW)
    assert caught.value.reason == "in_use"


@pytest.mark.parametrize("tenth", range(10))
def test_a_truncated_backup_is_refused_and_the_office_stays(
    store: Store, tenth: int
) -> None:
    record_some(store, 20)
    backup = store.back_up()
    data = backup.read_bytes()
    backup.write_bytes(data[: len(data) * tenth // 10])
    store.close()
    before = store.path.read_bytes()
    with pytest.raises((StoreDamagedError, StoreForeignError)):
        backups.restore(backup, store.path, NOW)
    assert store.path.read_bytes() == before
    assert sorted(one.name for one in store.path.parent.iterdir()) == [
        "sao-luu",
        "so.stt",
    ]


def test_a_backup_of_a_later_program_is_refused(store: Store) -> None:
    backup = store.back_up()
    store.close()
    db = sqlite3.connect(backup)
    db.execute(
        "update _sqlite_migrations set name = 'm9999_later' where rowid = "
        "(select max(rowid) from _sqlite_migrations)"
    )
    db.commit()
    db.close()
    with pytest.raises(StoreTooNewError):
        backups.restore(backup, store.path, NOW)
    assert held(store.path) == set()


def test_a_missing_backup_is_told(store: Store) -> None:
    store.close()
    with pytest.raises(StoreUnavailableError) as caught:
        backups.restore(store.path.with_name("no.stt"), store.path, NOW)
    assert caught.value.reason == "missing"


def test_a_backup_on_a_medium_nobody_may_write_to_is_restored(store: Store) -> None:
    record_one(store)
    stick = store.path.with_name("stick")
    backup = store.back_up(stick / "copy.stt")
    store.close()
    office = store.path.parent / "office"
    office.mkdir()
    office.chmod(0o777)
    with read_only(stick, backup):
        backups.restore(backup, office / "so.stt", NOW)
    assert held(office / "so.stt") == {"activity"}


def test_after_restoring_work_goes_on_and_is_kept(store: Store) -> None:
    record_one(store, "before")
    backup = store.back_up()
    store.close()
    backups.restore(backup, store.path, NOW)
    with Store(store.path, clock=a_clock) as again:
        with again.change("record") as change:
            records.put(change, an_activity(id="later"))
        again.back_up()
    assert held(store.path) == {"before", "later"}
