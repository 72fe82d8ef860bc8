"""An office goes over to somebody else whole, or not at all."""

import contextlib
import hashlib
import os
import shutil
import sqlite3
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop.errors import (
    Cancelled,
    HandoverError,
    LockError,
    StoreForeignError,
    StoreTooNewError,
)
from desktop.files.evidence.contents import keep
from desktop.files.handing_over.handover_file import write_handover
from desktop.files.wire.handover import FORMAT, Carried, Header
from desktop.operations.entries.record_entry import record
from desktop.operations.evidence.evidence_folder import folder_of
from desktop.operations.handing_over.hand_over import HandedOver, hand_over
from desktop.operations.handing_over.take_over import take_over
from desktop.operations.intake.kept_files import received_folder
from desktop.operations.sending.receiving_key import (
    key_path,
    make_receiving_key,
    opener,
)
from desktop.progress import Step
from desktop.records.activity import Activity
from desktop.store import journal, preferences, records
from desktop.store.store import Store
from tests import builders

WORDS = "chín con chim trên cành"


KEY_WORDS = "lúa chín vàng trên nương cao"
"""What locks the office's own key for receiving."""


@dataclass(frozen=True)
class Made:
    """An office that was handed over, and what lay beside it."""

    handed: HandedOver
    home: Path
    files: dict[str, bytes]


def beside(store: Store) -> dict[str, bytes]:
    """Put beside an office what belongs to it, and what is secret or not its own."""
    home = store.path.parent
    (home / "bao-cao").mkdir(exist_ok=True)
    (home / "bao-cao" / "Báo cáo năm 2024.pdf").write_bytes(b"%PDF report")
    (home / "bao-cao" / "khoa.p12").write_bytes(b"SECRET-OF-THE-OFFICER")
    (home / "khoa-nhan.age").write_bytes(b"SECRET-OF-THE-OFFICE")
    (home / "other.txt").write_bytes(b"not ours")
    received = received_folder(store)
    received.mkdir(parents=True, exist_ok=True)
    (received / "ab.tep").write_bytes(b"form of a unit")
    keep(folder_of(store), b"photo", "image/jpeg")
    key = make_receiving_key(store, KEY_WORDS)
    assert key.value.startswith("age1")
    (key_path(store).parent / "another.age").write_bytes(b"SECRET-OF-ANOTHER")
    own = {key_path(store).relative_to(home).as_posix(): key_path(store).read_bytes()}
    return own | {
        one.relative_to(home).as_posix(): one.read_bytes()
        for folder in (home / "bao-cao", received, folder_of(store))
        for one in folder.rglob("*")
        if one.is_file() and one.suffix != ".p12"
    }


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    home = tmp_path_factory.mktemp("office")
    path = builders.an_office(home / "so.stt")
    with Store(path, clock=builders.a_clock) as store:
        record(store, builders.an_activity(id="a1", title="Tập huấn ở xã"))
        files = beside(store)
        handed = hand_over(store, home / "giao", WORDS).value
    return Made(handed=handed, home=home, files=files)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "So moi"


def test_everything_comes_over_and_nothing_secret_or_foreign(
    made: Made, target: Path
) -> None:
    taken = take_over(made.handed.path, WORDS, target, officer="Y Hà").value
    assert taken.path == target / "so.stt"
    found = {
        one.relative_to(target).as_posix(): one.read_bytes()
        for one in target.rglob("*")
        if one.is_file() and one.suffix != ".stt"
    }
    assert found == made.files
    assert made.handed.files == len(made.files) + 1
    with Store(taken.path) as store:
        unlock = opener(store)
        assert unlock is not None, "what was locked for the office can still be read"
        assert unlock(KEY_WORDS).startswith("AGE-SECRET-KEY")
        (one,) = records.find(store.reader, Activity)
        assert one.title == "Tập huấn ở xã"
        kept = preferences.get(store.reader)
        assert kept is not None
        assert kept.officer == "Y Hà"
        deeds = [each.verb for each in journal.entries(store.reader)]
    assert "record" in deeds, "the whole history came over"
    assert deeds[0] == "set_preferences", "and tells who goes on"
    assert [one.name for one in target.parent.iterdir()] == ["So moi"]


def test_the_file_bears_its_ending_and_leaves_the_office_alone(made: Made) -> None:
    assert made.handed.path == made.home / "giao.stt-ban-giao"
    names = {one.name for one in made.home.iterdir()}
    assert not [name for name in names if ".part" in name]
    assert made.handed.missing == 0


def test_wrong_words_leave_nothing(made: Made, target: Path) -> None:
    with pytest.raises(LockError) as caught:
        take_over(made.handed.path, "chín con chim trên cây", target)
    assert caught.value.reason == "wrong_words"
    assert list(target.parent.iterdir()) == []


def test_where_an_office_lies_nothing_is_put(made: Made, target: Path) -> None:
    target.mkdir()
    mine = target / "so.stt"
    mine.write_bytes(b"mine")
    with pytest.raises(HandoverError) as caught:
        take_over(made.handed.path, WORDS, target)
    assert caught.value.reason == "handover_taken"
    assert mine.read_bytes() == b"mine"
    assert [one.name for one in target.parent.iterdir()] == ["So moi"]


def test_stopping_in_the_middle_leaves_nothing(made: Made, target: Path) -> None:
    def stop(step: Step) -> None:
        if step.stage == "unpacking":
            raise Cancelled

    with pytest.raises(Cancelled):
        take_over(made.handed.path, WORDS, target, progress=stop)
    assert list(target.parent.iterdir()) == []


def test_what_a_power_cut_left_goes_with_the_next_try_but_not_what_is_at_work(
    made: Made, target: Path
) -> None:
    left, at_work = (target.with_name(f"So moi.{one}.part") for one in ("ab", "cd"))
    for folder in (left, at_work):
        (folder / "minh-chung").mkdir(parents=True)
        (folder / "minh-chung" / "a.jpg").write_bytes(b"of persons")
    for one in (left, *left.rglob("*")):
        os.utime(one, (0, 0))
    take_over(made.handed.path, WORDS, target)
    names = {one.name for one in target.parent.iterdir()}
    assert names == {"So moi", at_work.name}


def test_no_room_is_told_before_anything_is_written(
    made: Made, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = type("Usage", (), {"free": 10})
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage)
    with pytest.raises(HandoverError) as caught:
        take_over(made.handed.path, WORDS, target)
    assert caught.value.reason == "handover_full"
    assert list(target.parent.iterdir()) == []


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        (
            (
                "insert into _sqlite_migrations (migration_set, name, applied_at) "
                "values ('desktop', 'm9999_later', '2030-01-01')"
            ),
            StoreTooNewError,
        ),
        ("pragma application_id = 7", StoreForeignError),
    ],
)
def test_an_office_no_program_of_ours_can_open_is_not_put_anywhere(
    tmp_path: Path, sql: str, expected: type[Exception]
) -> None:
    office = builders.an_office(tmp_path / "so.stt")
    with contextlib.closing(sqlite3.connect(office)) as db:
        db.execute(sql)
        db.commit()
    target = tmp_path / "moi"
    with pytest.raises(expected):
        take_over(locked(office, tmp_path / "giao"), WORDS, target)
    assert {one.name for one in tmp_path.iterdir()} == {"so.stt", "giao"}


def locked(office: Path, path: Path) -> Path:
    """Lock an office file that somebody changed by other means."""
    data = office.read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    one = Carried(name="so.stt", size=len(data), sha256=digest)
    header = Header(
        format=FORMAT,
        program_version="1",
        office_file="so.stt",
        agency="",
        plan_title="",
        practice=False,
        officer="",
        made_at=builders.a_clock(),
        files=(one,),
    )
    write_handover(path, header, {"so.stt": office}, WORDS)
    return path
