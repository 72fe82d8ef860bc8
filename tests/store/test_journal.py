"""The history is a chain: whoever changes a link by hand is found out."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.records.activity import Activity
from desktop.records.change import ChangeKind
from desktop.store import journal, records, rows, undoing
from desktop.store.store import Store
from tests.builders import a_bare_store, an_activity
from tests.store.deeds import record_one, record_some

DEEDS = 6
"""The preparation and five records."""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with a_bare_store(tmp_path / "so.stt") as opened:
        record_some(opened, DEEDS - 1)
        yield opened


def forge(store: Store, *statements: str, **values: object) -> int | None:
    """Change the closed file with plain SQLite; return the first broken link."""
    store.close()
    db = sqlite3.connect(store.path)
    for statement in statements:
        assert db.execute(statement, values).rowcount > 0, statement
    db.commit()
    db.close()
    with Store(store.path, writable=False) as again:
        return journal.broken_link(again.reader)


def test_an_honest_history_is_unbroken(store: Store) -> None:
    undoing.undo(store)
    undoing.redo(store)
    assert journal.broken_link(store.reader) is None


@pytest.mark.parametrize("victim", range(1, DEEDS + 1))
@pytest.mark.parametrize(
    "statement",
    [
        "update changes set subject = 'khác' where id = :victim",
        "update changes set \"by\" = 'người khác' where id = :victim",
        "update changes set at = '2020-01-01T00:00:00+07:00' where id = :victim",
        "update changes set verb = 'import' where id = :victim",
        "update changes set kind = 'fixed' where id = :victim",
        "update changes set tables = '[]' where id = :victim",
        "update changes set hash = upper(hash) || 'x' where id = :victim",
        "update journal set row_id = 'x' where change = :victim",
        "update journal set after = replace(after, ':', ': ') where change = :victim",
        "delete from journal where change = :victim",
        "insert into journal (change, place, row_id) values (:victim, 'agencies', 'x')",
    ],
)
def test_a_changed_link_is_named(store: Store, statement: str, victim: int) -> None:
    assert forge(store, statement, victim=victim) == victim


def test_a_number_quietly_raised_in_what_was_recorded_is_found(store: Store) -> None:
    raised = "update journal set after = replace(after, ':40', ':400') where change = 3"
    assert forge(store, raised) == 3


@pytest.mark.parametrize("victim", range(1, DEEDS))
def test_a_deleted_deed_is_missed_by_the_next(store: Store, victim: int) -> None:
    gone = forge(
        store,
        "delete from journal where change = :victim",
        "delete from changes where id = :victim",
        victim=victim,
    )
    assert gone == victim + 1


def test_two_deeds_that_changed_places_are_found_at_the_first(store: Store) -> None:
    swapped = forge(
        store,
        "update changes set id = 100 where id = 3",
        "update changes set id = 3 where id = 4",
        "update changes set id = 4 where id = 100",
        "update journal set change = 7 - change where change in (3, 4)",
    )
    assert swapped == 3


def test_rows_of_one_deed_that_changed_places_are_found(store: Store) -> None:
    with store.change("record_many") as change:
        for name in ("x", "y"):
            records.put(change, an_activity(id=name))
    first, second = store.reader.execute(
        "select id from journal where change = ? order by id", (DEEDS + 1,)
    ).fetchall()
    swapped = forge(
        store,
        "update journal set id = -1 where id = :first",
        "update journal set id = :first where id = :second",
        "update journal set id = :second where id = -1",
        first=first[0],
        second=second[0],
    )
    assert swapped == DEEDS + 1


def test_a_forged_link_with_a_hash_of_its_own_breaks_the_one_after_it(
    store: Store,
) -> None:
    db = store.reader
    row = dict(db.execute("select * from changes where id = 3").fetchone())
    previous = db.execute("select hash from changes where id = 2").fetchone()[0]
    entry = [row[name] for name in row if name != "hash"]
    entry[3] = "khác"
    digest = journal.link(previous, entry, journal.each_told(db, 3))
    forged = "update changes set subject = 'khác', hash = :digest where id = 3"
    assert forge(store, forged, digest=digest) == 4


def test_the_head_is_the_newest_hash_and_a_new_file_begins_with_the_genesis(
    store: Store, tmp_path: Path
) -> None:
    hashes = [row[0] for row in store.reader.execute("select hash from changes")]
    assert journal.head(store.reader) == hashes[-1]
    assert len(set(hashes)) == DEEDS
    with a_bare_store(tmp_path / "new.stt") as new:
        row = new.reader.execute("select * from changes where id = 1").fetchone()
        told = journal.each_told(new.reader, 1)
        linked = journal.link(journal.GENESIS, journal.hashed_fields(row), told)
        assert linked == row["hash"]


def test_a_touch_keeps_the_row_before_and_after(store: Store) -> None:
    record_one(store, "a0", attendance=7)
    (touch,) = journal.touches(store.reader, DEEDS + 1)
    assert (touch.place, touch.row_id) == ("activities", "a0")
    assert rows.parse(touch.before or "")["attendance"] == 40
    assert rows.parse(touch.after or "")["attendance"] == 7


def test_a_removed_row_has_no_after_and_a_new_one_no_before(store: Store) -> None:
    with store.change("remove") as change:
        records.remove(change, Activity, "a0")
    (touch,) = journal.touches(store.reader, DEEDS + 1)
    assert touch.before is not None
    assert touch.after is None
    assert journal.touches(store.reader, 2)[0].before is None


def test_entries_come_newest_first_and_no_more_than_asked(store: Store) -> None:
    found = journal.entries(store.reader, limit=2)
    assert [one.subject for one in found] == ["a4", "a3"]
    assert found[0].tables == ("activities",)


def test_the_history_of_one_row_is_told_oldest_first(store: Store) -> None:
    record_one(store, "a0", attendance=7)
    undoing.undo(store)
    told = list(journal.history(store.reader, "activities", "a0"))
    assert [one["verb"] for one in told] == ["record", "record", "record"]
    assert told[0]["before"] is None
    assert told[1]["after"] == told[2]["before"]


def test_a_deed_that_was_undone_is_not_undone_again(store: Store) -> None:
    undoing.undo(store)
    entry = journal.undoable(store.reader)
    assert entry is not None
    assert entry.subject == "a3"
    redo = journal.redoable(store.reader)
    assert redo is not None
    assert redo.kind is ChangeKind.UNDONE
    assert journal.origin(store.reader, redo).subject == "a4"


def test_nothing_can_be_redone_after_a_new_deed(store: Store) -> None:
    undoing.undo(store)
    record_one(store, "new")
    assert journal.redoable(store.reader) is None
