"""A newer version takes the place of an older one, and never of anybody's data."""

import sqlite3
from contextlib import closing
from pathlib import Path

import desktop
from tests.windows.built import OLDER, STALE
from tests.windows.pc import KEY, KNOWN, Computer
from tests.windows.seen import Moment, Office, Ran

RUNNING, DOWNGRADE, NO_ROOM, OLD_WINDOWS = 5, 7, 8, 9
PROGRAM = "AppData/Local/Programs/SoTruyenThong"


def of_the_program(seen: Moment) -> set[str]:
    return {name for name in seen.files if PROGRAM in name}


def backups(office: Office) -> list[Path]:
    return sorted((office.path.parent / "sao-luu").glob("*.stt"))


def test_a_running_program_is_left_alone(first: Moment, while_open: Moment) -> None:
    assert while_open.code == RUNNING
    assert while_open.user[KEY]["Version"] == OLDER
    assert of_the_program(first) <= of_the_program(while_open)


def test_what_only_the_older_version_brought_goes_away(
    first: Moment, upgraded: Moment
) -> None:
    assert upgraded.code == 0
    assert [name for name in first.files if name.endswith(STALE)]
    assert [name for name in upgraded.files if name.endswith(STALE)] == []
    assert upgraded.user[KEY]["Version"] == desktop.__version__


def test_what_somebody_laid_into_the_folder_stays(
    office: Office, upgraded: Moment
) -> None:
    assert upgraded.code == 0
    assert office.foreign.read_text("utf-8") == "của tôi"


def test_the_older_version_backs_every_known_office_up_before(
    office: Office, upgraded: Moment
) -> None:
    assert upgraded.code == 0
    found = backups(office)
    assert found
    for path in found:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as copy:
            assert copy.execute("pragma integrity_check").fetchall() == [("ok",)]
            assert copy.execute("select count(*) from sqlite_master").fetchone()[0] > 20


def test_every_datum_is_still_there(
    while_open: Moment, upgraded: Moment, checked: Ran
) -> None:
    assert checked.code == 0, checked.said
    mine = {name for name in while_open.files if PROGRAM not in name}
    # The program's own journal of the open window ends with it.
    passing = (".stt-wal", ".stt-shm", ".khoa")
    lost = {name for name in mine - upgraded.files if not name.endswith(passing)}
    assert {name for name in lost if "/Temp/" not in name} == set()


def test_an_older_version_a_full_drive_and_an_old_windows_are_refused(
    upgraded: Moment, refused: list[Moment]
) -> None:
    assert [one.code for one in refused] == [DOWNGRADE, NO_ROOM, OLD_WINDOWS]
    for seen in refused:
        assert of_the_program(seen) == of_the_program(upgraded)
        assert seen.user[KEY] == upgraded.user[KEY]


def test_where_the_older_program_no_longer_starts_its_books_are_copied_as_they_are(
    pc: Computer, office: Office, repaired: Moment
) -> None:
    assert repaired.code == 0
    (copy,) = pc.prefix.path(f"{pc.data}-ban-sao").glob("*/so-1/*.stt")
    assert copy.name == office.path.name
    assert copy.read_bytes()[:16] == b"SQLite format 3\0"
    assert (copy.parent.parent / KNOWN).is_file()
    assert pc.stt("--version", folder=pc.VIETNAMESE).code == 0
