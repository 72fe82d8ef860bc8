"""Steps of the schema: frozen, taken once, and the same for every file."""

import hashlib
import sqlite3
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from desktop.errors import StoreDamagedError, StoreTooNewError
from desktop.store import migrations, upkeep
from desktop.store.shelves import SHELVES

SHIPPED = {
    "m0001_initial": (
        "64b5dd884c708a35a0ce3225c0bda4a3078babcfc9a40be2571ce6e93efade64"
    ),
    "m0002_dated_data": (
        "be5d075d4b793fc8d890e1427c205cac35837ebb839836419887cc10217d9294"
    ),
    "m0003_recording": (
        "a837584a9fdf5830773252a07a848b735f204aa5394d4ddc31e74ba6c639e599"
    ),
    "m0004_lookups": (
        "72cbace38a2d82df91319322e98b43aa742b5692a13de0b7d88a5a6da404a441"
    ),
    "m0006_signatures": (
        "6ea221b6dc4a79b12c41d8c24825cd46b7b69c57f1863a21c88e7525406ba4a5"
    ),
    "m0007_exchange": (
        "0cbd508a43c8d8f87599c2a98b5c72d6cc9b27c750e8ebaf8468e0ebdd76c344"
    ),
    "m0005_reports": (
        "adb8f7be9a5b9a634489c98a439e3e5857b60fce542fc699e77cfeae6e536db4"
    ),
}
"""SHA-256 of each step as it was shipped: a step never changes, a new one comes."""


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    db = sqlite3.connect(tmp_path / "empty.db", isolation_level=None)
    yield db
    db.close()


def schema(db: sqlite3.Connection) -> list[tuple[str, str]]:
    found = db.execute(
        "select name, sql from sqlite_master where sql is not null order by name"
    )
    return [(row[0], row[1]) for row in found]


def test_a_shipped_step_is_frozen() -> None:
    for name, digest in SHIPPED.items():
        sql = import_module(f"desktop.store.steps.{name}").SQL
        assert hashlib.sha256(sql.encode()).hexdigest() == digest, name


def test_every_step_is_shipped_and_listed_in_order() -> None:
    folder = Path(str(import_module("desktop.store.steps").__file__)).parent
    modules = sorted(file.stem for file in folder.glob("m*.py"))
    assert list(migrations.STEPS) == modules == sorted(SHIPPED)


def test_every_fresh_file_has_the_same_schema(
    empty: sqlite3.Connection, tmp_path: Path
) -> None:
    migrations.apply(empty)
    upkeep.create(tmp_path / "so.stt")
    made = sqlite3.connect(tmp_path / "so.stt")
    assert schema(made) == schema(empty)
    made.close()
    tables = {name for name, _ in schema(empty)}
    assert {shelf.table for shelf in SHELVES} <= tables


def test_taking_the_steps_again_does_nothing(empty: sqlite3.Connection) -> None:
    migrations.apply(empty)
    before = schema(empty), migrations.applied(empty)
    migrations.apply(empty)
    assert (schema(empty), migrations.applied(empty)) == before


def test_a_file_tells_which_steps_it_took(empty: sqlite3.Connection) -> None:
    assert migrations.applied(empty) == ()
    assert migrations.pending(empty) == migrations.STEPS
    migrations.apply(empty)
    assert migrations.applied(empty) == migrations.STEPS
    assert migrations.pending(empty) == migrations.unknown(empty) == ()


def test_a_step_that_fails_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    db = sqlite3.connect(tmp_path / "so.stt", isolation_level=None)
    db.execute("create table tallies (in_the_way text)")
    before = schema(db)
    with pytest.raises(sqlite3.OperationalError, match="tallies"):
        migrations.apply(db)
    after = [one for one in schema(db) if "_sqlite_migrations" not in one[0]]
    assert after == before
    assert migrations.applied(db) == ()
    db.close()


def test_a_file_without_any_step_is_damaged_for_it_is_made_with_the_first(
    empty: sqlite3.Connection,
) -> None:
    with pytest.raises(StoreDamagedError) as caught:
        migrations.refuse_unknown(empty, Path("so.stt"))
    assert caught.value.reason == "no_steps"


def test_a_step_of_a_later_program_is_named(empty: sqlite3.Connection) -> None:
    migrations.apply(empty)
    migrations.refuse_unknown(empty, Path("so.stt"))
    empty.execute(
        "update _sqlite_migrations set name = 'm9999_later' where rowid = "
        "(select max(rowid) from _sqlite_migrations)"
    )
    with pytest.raises(StoreTooNewError) as caught:
        migrations.refuse_unknown(empty, Path("so.stt"))
    assert caught.value.facts == ("m9999_later",)


def test_square_metres_of_before_are_kept(empty: sqlite3.Connection) -> None:
    empty.executescript(import_module("desktop.store.steps.m0001_initial").SQL)
    empty.execute("pragma foreign_keys = off")
    values = {
        "kind": "mobile_show",
        "first_day": "2024-01-01",
        "last_day": "2024-01-01",
        "area": 12,
        "integrated": 0,
        "digital": 0,
        "note": "",
    }
    texts = ("title", "state", "agency", "organiser_tier", "place")
    lists = ("partners", "tasks", "themes", "languages", "audiences", "staff")
    values |= dict.fromkeys(texts, "") | dict.fromkeys((*lists, "spending"), "[]")
    for name, area in (("a", 12), ("b", None)):
        row = values | {"id": name, "area": area}
        marks = ", ".join("?" * len(row))
        names = ", ".join(row)
        empty.execute(
            f"insert into activities ({names}) values ({marks})",  # noqa: S608  ours
            tuple(row.values()),
        )
    empty.executescript(import_module("desktop.store.steps.m0003_recording").SQL)
    found = empty.execute("select id, surface from activities order by id").fetchall()
    assert found == [("a", "12"), ("b", None)]
