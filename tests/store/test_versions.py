"""Files of earlier programs are brought up to date, those of later ones refused."""

import sqlite3
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from desktop.errors import StoreTooNewError, StoreUnavailableError
from desktop.store import backups, migrations
from desktop.store.store import Store
from tests.builders import a_clock

NEXT = "m9998_notes"
SHIPPED = migrations.STEPS


@pytest.fixture
def a_later_program(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give the program one step more than the office has taken."""
    step = SimpleNamespace(SQL="create table notes (id text primary key) strict;\n")
    monkeypatch.setitem(sys.modules, f"desktop.store.steps.{NEXT}", step)
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, NEXT))


@pytest.mark.usefixtures("a_later_program")
def test_an_older_file_takes_the_missing_steps_after_a_backup(office: Path) -> None:
    with Store(office, clock=a_clock) as store:
        assert migrations.applied(store.reader) == migrations.STEPS
        assert store.reader.execute("select count(*) from notes").fetchone()[0] == 0
    (backup,) = (office.parent / backups.BACKUP_FOLDER).iterdir()
    old = sqlite3.connect(backup)
    assert migrations.applied(old) == SHIPPED
    assert old.execute("select count(*) from agencies").fetchone()[0] > 30
    old.close()


@pytest.mark.usefixtures("a_later_program")
def test_an_older_file_is_not_read_before_it_is_brought_up_to_date(
    office: Path,
) -> None:
    with pytest.raises(StoreUnavailableError) as caught:
        Store(office, writable=False)
    assert caught.value.reason == "older"
    assert [one.name for one in office.parent.iterdir()] == [office.name]


@pytest.mark.usefixtures("a_later_program")
def test_the_steps_are_taken_once(office: Path) -> None:
    for _ in range(2):
        Store(office, clock=a_clock).close()
    assert len(list((office.parent / backups.BACKUP_FOLDER).iterdir())) == 1


@pytest.mark.usefixtures("a_later_program")
def test_no_step_is_taken_when_the_backup_before_it_cannot_be_made(
    office: Path,
) -> None:
    (office.parent / backups.BACKUP_FOLDER).write_text("a file where a folder goes")
    with pytest.raises(StoreUnavailableError):
        Store(office, clock=a_clock)
    db = sqlite3.connect(office)
    assert migrations.applied(db) == SHIPPED
    db.close()


@pytest.mark.parametrize("writable", [True, False])
def test_a_file_of_a_later_program_is_refused_and_not_touched(
    office: Path, monkeypatch: pytest.MonkeyPatch, writable: bool
) -> None:
    db = sqlite3.connect(office)
    db.execute(
        "update _sqlite_migrations set name = 'm9999_later' where rowid = "
        "(select max(rowid) from _sqlite_migrations)"
    )
    db.commit()
    db.close()
    before = office.read_bytes()
    with pytest.raises(StoreTooNewError) as caught:
        Store(office, writable=writable)
    assert (caught.value.reason, caught.value.facts) == (
        "unknown_step",
        ("m9999_later",),
    )
    assert office.read_bytes() == before
    assert [one.name for one in office.parent.iterdir()] == [office.name]
