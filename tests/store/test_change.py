"""Rows written by the thousands are journalled, found and undone as if one by one."""

import contextlib
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.errors import ConflictError
from desktop.records.activity import Activity
from desktop.records.period import PeriodStanding, PeriodState
from desktop.store import (
    audit,
    change_log,
    journal,
    lookups,
    many_rows,
    records,
    rows,
    search,
    undoing,
)
from desktop.store.many_rows import by_column
from desktop.store.rows import Row
from desktop.store.store import Store
from tests import builders

MANY = 60


@pytest.fixture
def stores(tmp_path: Path) -> Iterator[tuple[Store, Store]]:
    made = tuple(builders.a_bare_store(tmp_path / f"{one}.stt") for one in "ab")
    yield made[0], made[1]
    for one in made:
        one.close()


def made_rows() -> list[Row]:
    many = (
        builders.an_activity(
            id=f"a{number:03}",
            title=f"Hội nghị số {number}",
            tasks=(),
            people=number if number > MANY // 2 else None,
        )
        for number in range(MANY)
    )
    return [rows.to_row(one) for one in many]


def write(store: Store, many: list[Row]) -> None:
    with store.change("take_in") as change:
        assert change.add_rows("activities", by_column(many)) == len(many)


def test_the_journal_tells_the_same_as_of_rows_written_one_by_one(
    stores: tuple[Store, Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(change_log, "HELD", 7)
    bulk, single = stores
    write(bulk, made_rows())
    with single.change("take_in") as change:
        for row in made_rows():
            change.write("activities", str(row["id"]), row)
    assert journal.broken_link(bulk.reader) is None
    assert tuple(audit.disagreements(bulk.reader)) == ()
    assert journal.touches(bulk.reader, 2) == journal.touches(single.reader, 2)
    found = records.find(bulk.reader, Activity)
    assert found == records.find(single.reader, Activity)


def test_what_was_told_before_and_after_many_rows_is_under_the_same_hash(
    stores: tuple[Store, Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(change_log, "HELD", 3)
    monkeypatch.setattr(many_rows, "CHUNK", 7)
    bulk, _ = stores
    many = made_rows()
    with bulk.change("take_in") as change:
        for row in many[:5]:
            change.write("activities", str(row["id"]), row)
        change.add_rows("activities", by_column(many[5:30]))
        for row in many[:4]:
            change.write("activities", str(row["id"]), {**row, "people": 7})
        change.add_rows("activities", by_column(many[30:]))
        change.write("activities", "a001", None)
        told = change.touches
    assert journal.broken_link(bulk.reader) is None
    assert journal.touches(bulk.reader, 2) == told
    assert [one.row_id for one in told[5:30]] == [row["id"] for row in many[5:30]]
    assert tuple(audit.disagreements(bulk.reader)) == ()


@pytest.mark.parametrize(
    "sql",
    [
        "update journal_shared set cells = replace(cells, 'done', 'planned')",
        "delete from journal_shared where change = 2",
        "update journal_shared set change = 1 where change = 2",
        "update journal set shared = null where change = 2 and row_id = 'a007'",
        "update journal set after = replace(after, 'số 7', 'số 8') where change = 2",
        "delete from journal where change = 2 and row_id = 'a007'",
        "update journal set row_id = 'a999' where change = 2 and row_id = 'a007'",
    ],
)
def test_what_many_rows_share_is_no_more_to_be_mended_unseen_than_they_are(
    stores: tuple[Store, Store], sql: str
) -> None:
    bulk, _ = stores
    write(bulk, made_rows())
    bulk.close()
    with contextlib.closing(sqlite3.connect(bulk.path)) as db, db:
        assert db.execute(sql).rowcount > 0
    with Store(bulk.path, clock=builders.a_clock) as again:
        assert journal.broken_link(again.reader) in {1, 2}


def test_a_row_changed_behind_the_journal_is_named_with_its_column(
    stores: tuple[Store, Store],
) -> None:
    bulk, _ = stores
    write(bulk, made_rows())
    edits = (("state", "planned"), ("title", "Tên khác"))
    with bulk.scribble() as db:
        for at, (column, value) in enumerate(edits):
            sql = f"update activities set {column} = ? where id = ?"  # noqa: S608
            db.execute(sql, (value, f"a00{at}"))
    found = [(one.row_id, one.columns) for one in audit.disagreements(bulk.reader)]
    assert found == [("a000", ("state",)), ("a001", ("title",))]


@settings(max_examples=25, deadline=None)
@given(
    texts=st.lists(
        st.text(st.characters(exclude_categories=["Cs"]), max_size=5)
        | st.sampled_from(["\0", "a\0b", "\x1f\x7f", '"\\u0000', "%s", "\u2028"]),
        min_size=1,
        max_size=6,
    )
)
def test_the_journal_tells_every_text_as_it_is(texts: list[str]) -> None:
    many = [
        {**row, "title": text} for row, text in zip(made_rows(), texts, strict=False)
    ]
    with (
        tempfile.TemporaryDirectory() as folder,
        builders.a_bare_store(Path(folder) / "so.stt") as store,
    ):
        write(store, many)
        told = [one.after for one in journal.touches(store.reader, 2)]
        assert told == [rows.canonical(row).decode() for row in many]
        assert journal.broken_link(store.reader) is None
        assert tuple(audit.disagreements(store.reader)) == ()


def test_many_rows_are_found_once_their_lookups_were_made(
    stores: tuple[Store, Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lookups, "AT_ONCE", 10)
    monkeypatch.setattr(lookups, "_BATCH", 16)
    bulk, single = stores
    write(bulk, made_rows())
    write(single, made_rows()[:5])
    assert len(search.find(bulk.reader, "hội nghị", limit=100)) == MANY
    assert len(search.find(single.reader, "hội nghị", limit=100)) == 5
    assert bulk.reader.execute("select count(*) from lookups_due").fetchone()[0] == 0


def test_lookups_that_were_interrupted_are_made_at_the_next_opening(
    stores: tuple[Store, Store],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(lookups, "AT_ONCE", 10)
    bulk, _ = stores

    def stopped(*_: object) -> int:
        raise RuntimeError

    with monkeypatch.context() as patched:
        patched.setattr(lookups, "catch_up", stopped)
        write(bulk, made_rows())
        first = rows.to_row(records.find(bulk.reader, Activity)[0])
        with bulk.change("record") as change:
            row_id = str(first["id"])
            change.write("activities", row_id, {**first, "title": "Cuộc thi vẽ"})
    assert "still to be made" in caplog.text
    assert search.find(bulk.reader, "hội nghị") == ()
    bulk.close()
    with Store(bulk.path, clock=builders.a_clock) as again:
        assert len(search.find(again.reader, "hội nghị", limit=100)) == MANY - 1
        assert len(search.find(again.reader, "cuộc thi")) == 1
        assert journal.broken_link(again.reader) is None


def test_many_rows_are_undone_at_once(stores: tuple[Store, Store]) -> None:
    bulk, _ = stores
    write(bulk, made_rows())
    undoing.undo(bulk)
    assert records.find(bulk.reader, Activity) == ()
    undoing.redo(bulk)
    assert len(records.find(bulk.reader, Activity)) == MANY


def test_a_locked_period_is_named_by_the_row_it_refuses(
    stores: tuple[Store, Store],
) -> None:
    bulk, _ = stores
    standing = PeriodStanding(
        id="2024-Q2",
        period_code="2024-Q2",
        first_day=builders.DAY,
        last_day=builders.DAY,
        state=PeriodState.CLOSED,
        changed_at=builders.NOW,
    )
    with bulk.change("close") as change:
        records.put(change, standing)
    with pytest.raises(ConflictError) as caught:
        write(bulk, made_rows())
    assert caught.value.reason == "period_locked"
    assert caught.value.facts[-1] == "Hội nghị số 0"
    assert records.find(bulk.reader, Activity) == ()
