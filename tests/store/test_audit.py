"""Whoever changes the file behind the journal's back is found out, and named."""

import contextlib
import sqlite3

import pytest

from desktop.operations.entries.record_entry import record, record_many
from desktop.operations.entries.remove_entry import remove
from desktop.records.activity import Activity
from desktop.records.issued import IssuedReport
from desktop.store import audit, backups, journal, records, undoing
from desktop.store.audit import Disagreement, Fault
from desktop.store.store import Store
from tests.builders import NOW, a_product, an_activity

NAMES = [f"a{number}" for number in range(6)]


@pytest.fixture
def worked(store: Store) -> Store:
    """Six activities; one amended twice, one removed, one removed and undone."""
    record_many(store, [an_activity(id=name) for name in NAMES])
    record(store, a_product())
    record(store, an_activity(id="a0", attendance=41))
    record(store, an_activity(id="a0", attendance=42))
    remove(store, Activity, ("a1",))
    remove(store, Activity, ("a2",))
    undoing.undo(store)
    return store


def forge(store: Store, *statements: str) -> None:
    """Change the closed file with plain SQLite."""
    store.close()
    db = sqlite3.connect(store.path)
    for statement in statements:
        assert db.execute(statement).rowcount != 0, statement
    db.commit()
    db.close()


def found(store: Store) -> list[Disagreement]:
    with Store(store.path, writable=False) as again:
        return list(audit.disagreements(again.reader))


def test_an_honest_file_agrees_with_its_journal(worked: Store) -> None:
    assert list(audit.disagreements(worked.reader)) == []
    assert list(audit.missing_heads(worked.reader, worked.path)) == []


@pytest.mark.parametrize("name", ["a0", "a2", "a3", "a4", "a5"])
@pytest.mark.parametrize(
    ("change", "column"),
    [
        ("attendance = 400", "attendance"),
        ("title = 'khác'", "title"),
        ("state = 'planned'", "state"),
        ("last_day = '2024-12-31'", "last_day"),
        ("agency = 'ubnd-xa-dak-mar'", "agency"),
        ("tasks = '[]'", "tasks"),
        ("note = 'x'", "note"),
        ("integrated = 1", "integrated"),
    ],
)
def test_an_edited_row_is_named_with_its_column(
    worked: Store, name: str, change: str, column: str
) -> None:
    forge(worked, f"update activities set {change} where id = '{name}'")  # noqa: S608
    (one,) = found(worked)
    assert (one.fault, one.place, one.row_id) == (Fault.EDITED, "activities", name)
    assert one.columns == (column,)


@pytest.mark.parametrize("name", ["a0", "a2", "a3"])
def test_a_deleted_row_is_missed(worked: Store, name: str) -> None:
    forge(worked, f"delete from activities where id = '{name}'")  # noqa: S608
    (one,) = found(worked)
    assert (one.fault, one.row_id) == (Fault.GONE, name)


def test_a_row_put_in_by_hand_is_found(worked: Store) -> None:
    forge(
        worked,
        "create temp table one as select * from activities where id = 'a3'",
        "update one set id = 'lén'",
        "insert into activities select * from one",
    )
    (one,) = found(worked)
    assert (one.fault, one.row_id, one.change) == (Fault.UNKNOWN, "lén", 0)


def test_a_removed_row_put_back_by_hand_is_found(worked: Store) -> None:
    forge(
        worked,
        "create temp table one as select * from activities where id = 'a3'",
        "update one set id = 'a1'",
        "insert into activities select * from one",
    )
    (one,) = found(worked)
    assert (one.fault, one.row_id) == (Fault.BACK, "a1")


def test_settings_changed_by_hand_are_found(worked: Store) -> None:
    forge(
        worked,
        'update preferences set value = replace(value, \'"officer":"\', '
        '\'"officer":"ai đó\')',
    )
    (one,) = found(worked)
    assert (one.fault, one.place, one.columns) == (
        Fault.EDITED,
        "preferences",
        ("value",),
    )


@pytest.mark.parametrize(
    ("statement", "change"),
    [
        (
            "update journal set after = replace(after, ':41', ':43') where change = 4",
            5,
        ),
        (
            "update journal set before = replace(before, ':41', ':43') where change=5",
            5,
        ),
        ("delete from journal where change = 4", 5),
        (
            "update journal set before = null where change = 5",
            5,
        ),
        ("update journal set id = 100000 where change = 4", 5),
    ],
)
def test_a_change_that_does_not_follow_the_one_before_is_named(
    worked: Store, statement: str, change: int
) -> None:
    forge(worked, statement)
    gaps = [one for one in found(worked) if one.fault is Fault.GAP]
    assert gaps
    assert (gaps[0].row_id, gaps[0].change) == ("a0", change)
    if "set id" in statement:
        return  # where rows of the journal lie is not in the chain: only this tells
    with Store(worked.path, writable=False) as again:
        assert journal.broken_link(again.reader) in {change - 1, change}


def test_a_chain_made_anew_by_a_forger_still_disagrees_with_the_rows(
    worked: Store,
) -> None:
    """He knows how links are made, and raises a number in the last of them."""
    db = worked.reader
    number = 5
    touches = [
        (one.place, one.row_id, one.before, (one.after or "").replace(":42", ":420"))
        for one in journal.touches(db, number)
    ]
    hashes = {}
    previous = db.execute("select hash from changes where id = 4").fetchone()[0]
    for row in db.execute("select * from changes where id >= 5 order by id").fetchall():
        said = touches if row["id"] == number else journal.each_told(db, row["id"])
        previous = journal.link(previous, journal.hashed_fields(row), said)
        hashes[row["id"]] = previous
    forge(
        worked,
        "update journal set after = replace(after, ':42', ':420') where change = 5",
        *(f"update changes set hash = '{h}' where id = {n}" for n, h in hashes.items()),  # noqa: S608
    )
    with Store(worked.path, writable=False) as again:
        assert journal.broken_link(again.reader) is None
    (one,) = found(worked)
    assert (one.fault, one.row_id, one.columns) == (
        Fault.EDITED,
        "a0",
        ("attendance",),
    )


def cut(store: Store, last: int) -> None:
    """Cut the tail off the journal, rows and all, as a careful forger would."""
    found_ = store.reader.execute(
        "select place, row_id, before from journal where change > ? order by id desc",
        (last,),
    )
    undo = [tuple(row) for row in found_]
    store.close()
    with contextlib.closing(sqlite3.connect(store.path)) as db:
        for place, row_id, before in undo:
            db.execute(f"delete from {place} where id = ?", (row_id,))  # noqa: S608
            if before is not None:
                names = db.execute("select name from pragma_table_info(?)", (place,))
                listed = [name for (name,) in names]
                values = ", ".join(f"json_extract(:row, '$.{n}')" for n in listed)
                db.execute(f"insert into {place} select {values}", {"row": before})
        db.execute("delete from journal where change > ?", (last,))
        db.execute("delete from changes where id > ?", (last,))
        db.commit()


def test_a_tail_cut_off_is_known_to_a_backup(worked: Store) -> None:
    head = journal.head(worked.reader)
    made = worked.back_up()
    cut(worked, 4)
    with Store(worked.path, writable=False) as again:
        assert journal.broken_link(again.reader) is None
        assert list(audit.disagreements(again.reader)) == []
        (one,) = audit.missing_heads(again.reader, again.path)
    assert (one.head, one.changes, one.where) == (head, 8, made.name)


def test_a_tail_cut_off_is_known_to_a_report(worked: Store) -> None:
    report = IssuedReport(
        id="r1",
        kind="year",
        period_code="2024",
        first_day=NOW.date(),
        last_day=NOW.date(),
        version=1,
        issued_at=NOW,
        number="12/BC",
        content="{}",
        content_sha256="0" * 64,
        journal_head="f" * 64,
    )
    with worked.change("issue_report") as change:
        records.put(change, report)
    (one,) = audit.missing_heads(worked.reader, worked.path)
    assert (one.head, one.where) == ("f" * 64, "12/BC")


def test_an_older_backup_that_was_restored_explains_what_is_missing(
    worked: Store,
) -> None:
    early = worked.back_up(worked.path.parent / "sớm.stt")
    record(worked, an_activity(id="sau"))
    worked.back_up()
    worked.close()
    backups.restore(early, worked.path, NOW)
    with Store(worked.path, writable=False) as again:
        assert list(audit.missing_heads(again.reader, again.path)) == []
    for aside in worked.path.parent.glob("*-truoc-khoi-phuc-*.stt"):
        aside.unlink()
    with Store(worked.path, writable=False) as again:
        assert len(list(audit.missing_heads(again.reader, again.path))) == 1


def test_a_damaged_backup_is_no_witness(worked: Store) -> None:
    made = worked.back_up()
    made.write_bytes(b"x" * 5_000)
    assert list(audit.missing_heads(worked.reader, worked.path)) == []


def test_a_new_office_needs_no_witness(store: Store) -> None:
    assert list(audit.missing_heads(store.reader, store.path)) == []
