"""The unit of work: all or nothing, journalled, and one writer at a time."""

import datetime as dt
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.errors import ConflictError, StoreUnavailableError
from desktop.records.activity import Activity
from desktop.records.agency import Agency
from desktop.records.change import ChangeKind
from desktop.store import journal, records
from desktop.store.store import Store
from tests.builders import NOW, OWN, a_bare_store, a_clock, an_activity


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[Store]:
    with a_bare_store(tmp_path / "so.stt") as store:
        yield store


def test_what_a_change_wrote_is_there_after_reopening(bare: Store) -> None:
    with bare.change("record") as change:
        records.put(change, an_activity())
    bare.close()
    with Store(bare.path) as again:
        assert records.get(again.reader, Activity, "activity") == an_activity()


def test_a_change_that_fails_leaves_nothing_and_no_journal_entry(bare: Store) -> None:
    before = journal.head(bare.reader)
    with pytest.raises(ZeroDivisionError):
        _record_and_fail(bare)
    assert records.get(bare.reader, Activity, "activity") is None
    assert journal.head(bare.reader) == before


def _record_and_fail(store: Store) -> None:
    with store.change("record") as change:
        records.put(change, an_activity())
        raise ZeroDivisionError


def test_writing_the_same_record_again_is_no_deed(bare: Store) -> None:
    for _ in range(2):
        with bare.change("record") as change:
            records.put(change, an_activity())
    assert len(journal.entries(bare.reader)) == 2  # the preparation and one deed


def test_a_change_tells_which_tables_it_touched(bare: Store) -> None:
    with bare.change("record") as change:
        records.put(change, an_activity())
    assert change.touched == {"activities"}


def test_the_journal_names_verb_subject_time_and_person(bare: Store) -> None:
    bare.officer = "Cán bộ A"
    with bare.change("record", "Tập huấn") as change:
        records.put(change, an_activity())
    newest = bare.last_change()
    assert newest is not None
    assert (newest.verb, newest.subject) == ("record", "Tập huấn")
    assert newest.by == "Cán bộ A"
    assert newest.at == NOW
    assert newest.kind is ChangeKind.DONE


def test_removing_what_others_refer_to_is_a_conflict_and_nothing_is_lost(
    bare: Store,
) -> None:
    with bare.change("record") as change:
        records.put(change, an_activity())
    with pytest.raises(ConflictError) as caught, bare.change("remove") as change:
        records.remove(change, Agency, OWN)
    assert caught.value.reason == "still_referred_to"
    assert records.get(bare.reader, Agency, OWN) is not None


def test_the_reading_connection_cannot_write(bare: Store) -> None:
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        bare.reader.execute("delete from agencies")


def test_a_file_opened_for_reading_refuses_a_change(bare: Store) -> None:
    bare.close()
    with (
        Store(bare.path, writable=False) as reading,
        pytest.raises(StoreUnavailableError) as caught,
        reading.change("record"),
    ):
        pass
    assert caught.value.reason == "read_only"


def test_a_second_writer_is_refused_and_a_reader_is_not(bare: Store) -> None:
    with pytest.raises(StoreUnavailableError) as caught:
        Store(bare.path)
    assert caught.value.reason == "in_use"
    with Store(bare.path, writable=False) as reading:
        assert records.get(reading.reader, Agency, OWN) is not None


def test_a_refused_second_writer_leaves_the_first_one_its_lock(bare: Store) -> None:
    for _ in range(2):
        with pytest.raises(StoreUnavailableError):
            Store(bare.path)
    with bare.change("record") as change:
        records.put(change, an_activity())
    assert records.count(bare.reader, Activity) == 1


OPEN = """
import sys
from pathlib import Path
from desktop.store.store import Store
Store(Path(sys.argv[1]))
"""


def test_another_program_is_refused_too(bare: Store) -> None:
    asked = subprocess.run(
        [
            sys.executable,
            "-c",
            OPEN,
            str(bare.path),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "StoreUnavailableError" in asked.stderr
    assert "in_use" in asked.stderr


def test_reading_sees_one_instant_while_another_thread_writes(bare: Store) -> None:
    with bare.reading() as db:
        assert records.count(db, Activity) == 0
        writer = threading.Thread(target=_record, args=(bare,))
        writer.start()
        writer.join()
        assert records.count(db, Activity) == 0
    assert records.count(bare.reader, Activity) == 1


def _record(store: Store) -> None:
    with store.change("record") as change:
        records.put(change, an_activity())


def test_closing_leaves_one_whole_file(bare: Store) -> None:
    _record(bare)
    bare.close()
    assert [one.name for one in bare.path.parent.iterdir()] == ["so.stt"]


def test_checks_of_the_schema_hold_even_when_the_rules_are_not_asked(
    bare: Store,
) -> None:
    wrong = replace(an_activity(), attendance=-1)
    with (
        pytest.raises(sqlite3.IntegrityError, match="attendance"),
        bare.change("record") as change,
    ):
        records.put(change, wrong)


def test_a_table_nobody_knows_is_never_made(bare: Store) -> None:
    with pytest.raises(KeyError), bare.change("record") as change:
        change.write("misspelt", "1", {"id": "1"})


def test_ids_come_from_the_maker_given(tmp_path: Path) -> None:
    a_bare_store(tmp_path / "a.stt").close()
    given = iter(["one", "two"])
    with Store(tmp_path / "a.stt", make_id=lambda: next(given)) as store:
        assert [store.new_id(), store.new_id()] == ["one", "two"]


def test_the_clock_given_is_the_only_clock(bare: Store) -> None:
    assert bare.now() == a_clock()
    assert isinstance(bare.now().utcoffset(), dt.timedelta)
