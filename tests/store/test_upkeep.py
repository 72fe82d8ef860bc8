"""Whatever a file is, opening it ends in the office or in one of our own errors."""

import datetime as dt
import random
import shutil
import sqlite3
import threading
from pathlib import Path

import pytest

from desktop import media
from desktop.errors import (
    PlaceUnfitError,
    StoreDamagedError,
    StoreError,
    StoreForeignError,
    StoreUnavailableError,
)
from desktop.records.activity import Activity
from desktop.store import migrations, records, upkeep
from desktop.store.store import Store
from tests import builders
from tests.builders import an_activity
from tests.store.deeds import record_one
from tests.store.powerless import closed, read_only


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


def another_database(path: Path) -> None:
    db = sqlite3.connect(path)
    db.execute("create table bookmarks (title text)")
    db.close()


@pytest.mark.parametrize("writable", [True, False])
@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param("Danh sách cán bộ\n".encode() * 20, id="text"),
        pytest.param(b"PK\x03\x04" + bytes(500), id="archive"),
        pytest.param(b"SQLite format 3\x00", id="only the first bytes"),
        pytest.param(b"SQLite format 3\x00" + bytes(4080), id="a header of zeros"),
    ],
)
def test_a_file_of_another_kind_is_foreign_and_untouched(
    tmp_path: Path, content: bytes, writable: bool
) -> None:
    path = tmp_path / "so.stt"
    path.write_bytes(content)
    with pytest.raises(StoreForeignError) as caught:
        Store(path, writable=writable)
    assert (caught.value.path, caught.value.reason) == (path, "not_an_office_file")
    assert path.read_bytes() == content
    assert names(tmp_path) == ["so.stt"]


def test_the_database_of_another_program_is_foreign_and_untouched(
    tmp_path: Path,
) -> None:
    path = tmp_path / "so.stt"
    another_database(path)
    before = path.read_bytes()
    with pytest.raises(StoreForeignError):
        Store(path)
    assert path.read_bytes() == before
    assert names(tmp_path) == ["so.stt"]


def test_our_mark_alone_does_not_make_an_office_file(tmp_path: Path) -> None:
    path = tmp_path / "so.stt"
    another_database(path)
    db = sqlite3.connect(path)
    db.execute(f"pragma application_id = {migrations.APPLICATION_ID}")
    db.close()
    with pytest.raises(StoreDamagedError) as caught:
        Store(path)
    assert caught.value.reason == "no_steps"


@pytest.mark.parametrize("name", ["nowhere.stt", "nowhere/so.stt", ""])
def test_what_is_not_there_or_is_a_folder_is_missing(tmp_path: Path, name: str) -> None:
    with pytest.raises(StoreUnavailableError) as caught:
        Store(tmp_path / name)
    assert caught.value.reason == "missing"
    assert names(tmp_path) == []


@pytest.mark.parametrize("tenth", range(10))
def test_a_truncated_file_is_never_opened(office: Path, tenth: int) -> None:
    data = office.read_bytes()
    office.write_bytes(data[: len(data) * tenth // 10])
    with pytest.raises((StoreDamagedError, StoreForeignError)):
        Store(office)
    assert names(office.parent) == ["so.stt"]


def open_or_say_why(path: Path) -> str:
    try:
        with Store(path) as store:
            upkeep.check(store.reader, path, thorough=True)
    except StoreError as error:
        return type(error).__name__
    return "opened"


def test_one_changed_byte_ends_in_the_office_or_in_our_own_error(office: Path) -> None:
    data = office.read_bytes()
    dice = random.Random(2024)
    schema = data.index(b"CREATE TABLE agencies") // 4096 * 4096
    places = (
        *range(100),
        *range(schema, schema + 4096, 16),
        *(dice.randrange(len(data)) for _ in range(200)),
    )
    answers = set()
    for place in places:
        spoilt = bytearray(data)
        spoilt[place] ^= 1 << dice.randrange(8)
        office.write_bytes(spoilt)
        answers.add(open_or_say_why(office))
        assert names(office.parent) == ["so.stt"], place
    assert answers >= {"opened", "StoreDamagedError", "StoreForeignError"}


@pytest.mark.parametrize("garbage", ["zeros", "noise"])
@pytest.mark.parametrize("page", [1, 2, 20, 60, 100])
def test_a_page_that_is_lost_is_noticed_before_anyone_relies_on_it(
    office: Path, page: int, garbage: str
) -> None:
    data = bytearray(office.read_bytes())
    lost = bytes(4096) if garbage == "zeros" else random.Random(page).randbytes(4096)
    data[page * 4096 : (page + 1) * 4096] = lost
    office.write_bytes(data)
    with pytest.raises(StoreDamagedError):
        Store(office)


def test_rows_that_refer_to_nothing_are_damage(office: Path) -> None:
    db = sqlite3.connect(office)
    db.execute("delete from agencies where id = 'ubnd-xa-dak-mar'")
    db.execute("update plans set issuer = 'x'")
    db.execute("insert into milestones values ('m', 'no-such-target', 2024, '1', '[]')")
    db.commit()
    db.close()
    with Store(office, writable=False) as store:
        upkeep.check(store.reader, office)
        with pytest.raises(StoreDamagedError) as caught:
            upkeep.check(store.reader, office, thorough=True)
    assert (caught.value.reason, caught.value.facts) == (
        "foreign_keys",
        ("milestones",),
    )


def test_a_file_nobody_may_write_to_is_read_but_not_opened_for_work(
    office: Path,
) -> None:
    with Store(office) as store:
        record_one(store)
    before = office.read_bytes()
    with read_only(office, office.parent):
        with pytest.raises(StoreUnavailableError) as caught:
            Store(office)
        with Store(office, writable=False) as store:
            assert records.get(store.reader, Activity, "activity") == an_activity()
    assert caught.value.reason == "read_only"
    assert office.read_bytes() == before
    assert names(office.parent) == ["so.stt"]


def test_a_file_is_held_by_one_program_until_it_lets_go(office: Path) -> None:
    with upkeep.locked(office):
        with pytest.raises(StoreUnavailableError) as caught, upkeep.locked(office):
            pass
        assert caught.value.reason == "in_use"
    with upkeep.locked(office):
        pass
    assert names(office.parent) == ["so.stt"]


def test_a_lock_left_by_a_killed_program_holds_nobody_up(office: Path) -> None:
    Path(f"{office}.khoa").write_text("")
    with Store(office) as store:
        record_one(store)
    assert names(office.parent) == ["so.stt"]


def test_every_connection_is_careful(office: Path) -> None:
    with Store(office) as store:
        assert store._writer is not None
        for db, query_only in ((store._writer, 0), (store.reader, 1)):
            found = {
                name: db.execute(f"pragma {name}").fetchone()[0]
                for name in (
                    "trusted_schema",
                    "cell_size_check",
                    "foreign_keys",
                    "synchronous",
                    "query_only",
                    "journal_mode",
                )
            }
            assert found == {
                "trusted_schema": 0,
                "cell_size_check": 1,
                "foreign_keys": 1,
                "synchronous": 2,
                "query_only": query_only,
                "journal_mode": "wal",
            }


def test_a_new_file_is_whole_and_alone(tmp_path: Path) -> None:
    path = tmp_path / "thư mục mới" / "sổ.stt"
    upkeep.create(path)
    assert names(path.parent) == ["sổ.stt"]
    upkeep.recognise(path)
    with Store(path) as store:
        upkeep.check(store.reader, path, thorough=True)


def test_a_new_file_never_takes_the_place_of_another(tmp_path: Path) -> None:
    path = tmp_path / "so.stt"
    path.write_text("quý giá")
    with pytest.raises(StoreUnavailableError) as caught:
        upkeep.create(path)
    assert caught.value.reason == "exists"
    assert path.read_text() == "quý giá"


def test_what_cannot_be_made_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_the_way = tmp_path / "a file"
    in_the_way.write_text("")
    with pytest.raises(StoreUnavailableError) as caught:
        upkeep.create(in_the_way / "so.stt")
    assert caught.value.reason == "read_only"

    def fail(_: sqlite3.Connection) -> None:
        raise sqlite3.OperationalError

    monkeypatch.setattr(migrations, "apply", fail)
    with pytest.raises(sqlite3.OperationalError):
        upkeep.create(tmp_path / "so.stt")
    assert names(tmp_path) == ["a file"]


def test_nothing_is_made_in_a_folder_nobody_may_write_to(tmp_path: Path) -> None:
    folder = tmp_path / "chỉ đọc"
    folder.mkdir()
    with read_only(folder), pytest.raises(StoreUnavailableError):
        upkeep.create(folder / "so.stt")
    assert names(folder) == []


def test_a_folder_nobody_may_enter_is_told_and_not_stumbled_over(
    office: Path,
) -> None:
    with closed(office.parent):
        with pytest.raises(StoreUnavailableError) as caught:
            Store(office)
        with pytest.raises(StoreUnavailableError):
            upkeep.create(office)
    assert caught.value.reason == "unreadable"
    assert names(office.parent) == ["so.stt"]


def test_a_half_made_file_left_by_a_killed_program_is_no_obstacle(
    tmp_path: Path,
) -> None:
    (tmp_path / "so.stt.part").write_bytes(b"half")
    upkeep.create(tmp_path / "so.stt")
    assert names(tmp_path) == ["so.stt"]


def test_what_a_killed_program_had_committed_is_there_again(office: Path) -> None:
    with Store(office) as store:
        record_one(store)
        crashed = office.with_name("crashed.stt")
        for ending in ("", "-wal"):
            copy = crashed.with_name(crashed.name + ending)
            copy.write_bytes(office.with_name(office.name + ending).read_bytes())
    with Store(crashed) as again:
        assert records.get(again.reader, Activity, "activity") == an_activity()
    assert not crashed.with_name("crashed.stt-wal").exists()


def test_a_day_before_the_epoch_of_the_clock_is_no_obstacle(office: Path) -> None:
    def dead_battery() -> dt.datetime:
        return dt.datetime(1980, 1, 1, tzinfo=dt.UTC)

    with Store(office, clock=dead_battery) as store:
        record_one(store)
        newest = store.last_change()
    assert newest is not None
    assert newest.at.year == 1980


def test_an_office_at_rest_is_read_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "so.stt"
    with builders.a_bare_store(path) as store:
        record_one(store, tasks=())
    with upkeep.at_rest(path) as db:
        assert records.count(db, Activity) == 1
    assert names(tmp_path) == ["so.stt"]
    path.write_bytes(b"PK" + path.read_bytes()[2:])
    with pytest.raises(StoreForeignError), upkeep.at_rest(path):
        pass


@pytest.fixture
def drive(monkeypatch: pytest.MonkeyPatch) -> list[media.Medium]:
    """Let the system say of every drive what stands last in this list."""
    said = [media.Medium.REMOVABLE]
    monkeypatch.setattr(media, "drive_kind", lambda _path: said[-1])
    return said


def pragma(db: sqlite3.Connection, name: str) -> object:
    return db.execute(f"pragma {name}").fetchone()[0]


def test_on_a_stick_the_file_is_whole_and_alone_after_each_change(
    drive: list[media.Medium], office: Path
) -> None:
    with Store(office) as store:
        writer = store._writer
        assert writer is not None
        found = [pragma(writer, one) for one in ("journal_mode", "synchronous")]
        assert found == ["delete", 3]
        record_one(store)
        assert set(names(office.parent)) == {"so.stt", "so.stt.khoa"}
        copy = Path(shutil.copy(office, office.with_name("chép.stt")))
        with upkeep.at_rest(copy) as db:
            assert records.count(db, Activity) == 1


def test_a_file_that_moves_between_disk_and_stick_changes_its_ways(
    drive: list[media.Medium], office: Path
) -> None:
    found: list[object] = []
    for kind in (media.Medium.FIXED, media.Medium.REMOVABLE, media.Medium.FIXED):
        drive.append(kind)
        with Store(office) as store:
            record_one(store, f"a{len(found)}")
            found.append(pragma(store.reader, "journal_mode"))
        assert names(office.parent) == ["so.stt"]
    assert found == ["wal", "delete", "wal"]
    with upkeep.at_rest(office) as db:
        assert records.count(db, Activity) == 3


def test_what_was_logged_ahead_on_a_disk_comes_along_to_the_stick(
    drive: list[media.Medium], office: Path
) -> None:
    stick = office.parent / "USB"
    stick.mkdir()
    drive.append(media.Medium.FIXED)
    with Store(office) as store:
        record_one(store)
        for ending in ("", "-wal"):
            shutil.copy(f"{office}{ending}", stick)
    drive.append(media.Medium.REMOVABLE)
    with Store(stick / "so.stt") as store:
        assert pragma(store.reader, "journal_mode") == "delete"
        assert records.get(store.reader, Activity, "activity") == an_activity()
    assert names(stick) == ["so.stt"]


def cut_off(office: Path, copy: Path) -> Path:
    """Copy an office as it is while a large change goes into it, like a cut does."""
    db = sqlite3.connect(office, isolation_level=None)
    db.execute("pragma cache_size = 5")
    db.execute("begin immediate")
    db.execute("update agencies set name = name || hex(randomblob(2000))")
    for ending in ("", "-journal"):
        shutil.copy(f"{office}{ending}", f"{copy}{ending}")
    db.execute("rollback")
    db.close()
    return copy


def test_a_change_cut_off_on_a_stick_is_taken_back_at_the_next_opening(
    drive: list[media.Medium], office: Path
) -> None:
    with Store(office) as store:
        record_one(store)
    before = office.read_bytes()
    copy = cut_off(office, office.with_name("rút.stt"))
    assert copy.read_bytes() != before, "pages of the change are in the file already"
    with Store(copy) as store:
        assert records.count(store.reader, Activity) == 1
    assert copy.read_bytes() == before


def test_a_change_cut_off_on_a_locked_stick_is_told_and_not_read_over(
    drive: list[media.Medium], office: Path
) -> None:
    with Store(office):
        pass
    stick = office.parent / "USB"
    stick.mkdir()
    copy = cut_off(office, stick / "so.stt")
    with read_only(copy, stick), pytest.raises(StoreUnavailableError) as caught:
        Store(copy, writable=False)
    assert caught.value.reason == "unfinished"
    with Store(copy) as store:
        upkeep.check(store.reader, copy, thorough=True)


def test_on_a_stick_a_change_waits_for_a_reader_instead_of_failing(
    drive: list[media.Medium], office: Path
) -> None:
    with Store(office) as store:
        done = threading.Event()

        def write() -> None:
            record_one(store)
            done.set()

        writing = threading.Thread(target=write)
        with store.reading() as db:
            assert records.count(db, Activity) == 0
            writing.start()
            assert not done.wait(0.3)
            assert records.count(db, Activity) == 0, "one instant, however long"
        writing.join()
        assert records.count(store.reader, Activity) == 1


def test_what_lies_on_a_stick_is_looked_through_whole_at_each_opening(
    drive: list[media.Medium], office: Path
) -> None:
    db = sqlite3.connect(office)
    db.execute("insert into milestones values ('m', 'no-such-target', 2024, '1', '[]')")
    db.commit()
    db.close()
    for writable in (True, False):
        with pytest.raises(StoreDamagedError) as caught:
            Store(office, writable=writable)
        assert caught.value.reason == "foreign_keys"
    drive.append(media.Medium.FIXED)
    with Store(office):
        pass


def test_an_office_on_a_drive_of_the_network_is_read_and_never_written(
    drive: list[media.Medium], office: Path
) -> None:
    drive.append(media.Medium.NETWORK)
    before = office.read_bytes()
    with pytest.raises(PlaceUnfitError) as caught:
        Store(office)
    assert (caught.value.path, caught.value.reason) == (office, "network")
    with Store(office, writable=False) as store:
        assert not store.writable
    assert office.read_bytes() == before
    assert names(office.parent) == ["so.stt"]
