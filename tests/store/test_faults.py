"""What the world does to a file becomes our own errors; our mistakes stay ours."""

import sqlite3
import threading
from pathlib import Path

import pytest

from desktop.errors import (
    Cancelled,
    StoreDamagedError,
    StoreForeignError,
    StoreUnavailableError,
)
from desktop.store.faults import translated
from desktop.store.store import Store

OFFICE = Path("so.stt")


def an_error(name: str) -> sqlite3.Error:
    error = sqlite3.OperationalError(name)
    error.sqlite_errorname = name
    return error


@pytest.mark.parametrize(
    ("name", "kind", "reason"),
    [
        ("SQLITE_BUSY", StoreUnavailableError, "in_use"),
        ("SQLITE_BUSY_SNAPSHOT", StoreUnavailableError, "in_use"),
        ("SQLITE_LOCKED", StoreUnavailableError, "in_use"),
        ("SQLITE_READONLY", StoreUnavailableError, "read_only"),
        ("SQLITE_READONLY_DIRECTORY", StoreUnavailableError, "read_only"),
        ("SQLITE_FULL", StoreUnavailableError, "full"),
        ("SQLITE_IOERR_FSYNC", StoreUnavailableError, "unreadable"),
        ("SQLITE_CANTOPEN", StoreUnavailableError, "unreadable"),
        ("SQLITE_CORRUPT", StoreDamagedError, "corrupt"),
        ("SQLITE_CORRUPT_INDEX", StoreDamagedError, "corrupt"),
        ("SQLITE_NOTADB", StoreForeignError, "not_a_database"),
    ],
)
def test_faults_of_the_world_are_told_apart(
    name: str, kind: type[StoreUnavailableError], reason: str
) -> None:
    with pytest.raises(kind) as caught, translated(OFFICE):
        raise an_error(name)
    assert (caught.value.reason, caught.value.path) == (reason, OFFICE)
    assert isinstance(caught.value.__cause__, sqlite3.Error)


@pytest.mark.parametrize("name", ["SQLITE_CONSTRAINT_CHECK", "SQLITE_ERROR", ""])
def test_our_own_mistakes_are_not_hidden(name: str) -> None:
    with pytest.raises(sqlite3.OperationalError), translated(OFFICE):
        raise an_error(name)


def test_an_interrupted_statement_is_a_cancelled_one() -> None:
    with pytest.raises(Cancelled), translated(OFFICE):
        raise an_error("SQLITE_INTERRUPT")


def test_text_that_cannot_be_decoded_is_damage() -> None:
    with pytest.raises(StoreDamagedError) as caught, translated(OFFICE):
        b"\xff".decode()
    assert caught.value.reason == "text"


ENDLESS = """
    with recursive n(x) as (select 1 union all select x + 1 from n)
    select count(*) from n
"""


def test_stopping_the_store_stops_a_statement_that_would_never_end(
    store: Store,
) -> None:
    stop = threading.Timer(0.1, store.interrupt)
    stop.start()
    with pytest.raises(Cancelled), store.reading() as db:
        db.execute(ENDLESS).fetchone()
    stop.join()
    assert store.last_change() is not None  # and the store goes on


def test_a_stopped_change_leaves_nothing(store: Store) -> None:
    before = store.last_change()
    stop = threading.Timer(0.1, store.interrupt)
    stop.start()
    with pytest.raises(Cancelled):
        _remove_and_never_end(store)
    stop.join()
    assert store.last_change() == before
    found = store.reader.execute("select 1 from agencies where id = 'ubnd-xa-dak-mar'")
    assert found.fetchone() is not None


def _remove_and_never_end(store: Store) -> None:
    with store.change("record") as change:
        change.write("agencies", "ubnd-xa-dak-mar", None)
        change.db.execute(ENDLESS).fetchone()


def test_another_writer_is_waited_for_and_then_told(store: Store) -> None:
    other = sqlite3.connect(store.path, isolation_level=None)
    other.execute("begin immediate")
    assert store._writer is not None
    store._writer.execute("pragma busy_timeout = 20")
    with pytest.raises(StoreUnavailableError) as caught, store.change("record"):
        pass
    other.close()
    assert caught.value.reason == "in_use"
