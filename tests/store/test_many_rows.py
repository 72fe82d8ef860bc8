"""Rows written column by column are those written one by one, whatever they hold."""

import sqlite3

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.store import rows
from desktop.store.many_rows import (
    by_column,
    chunks,
    inserted,
    own_json,
    shared_json,
    write_narrow,
)
from desktop.store.rows import Row

TEXTS = st.text(
    st.characters(exclude_categories=["Cs"]) | st.sampled_from("%\"'\\\n\r\0\x1f"),
    max_size=6,
)
CELLS = st.none() | st.integers(-3, 3) | TEXTS | st.sampled_from(["[]", "", 0, 1])
ROWS = st.lists(
    st.fixed_dictionaries({"place": CELLS, "note": CELLS, "area": CELLS}),
    min_size=1,
    max_size=7,
)


def with_ids(many: list[Row]) -> list[Row]:
    return [{"id": f"a%s{at}", **one} for at, one in enumerate(many)]


@settings(max_examples=80, deadline=None)
@given(many=ROWS, size=st.integers(1, 4))
def test_both_parts_of_their_json_tell_all_and_sqlite_gets_every_value(
    many: list[Row], size: int
) -> None:
    made = with_ids(many)
    db = sqlite3.connect(":memory:")
    db.row_factory = sqlite3.Row
    db.execute("create table agencies (note, id, area, place)")
    told: list[Row] = []
    found: list[Row] = []
    for chunk in chunks(by_column(made), size):
        shared, texts = shared_json(chunk), own_json(chunk)
        for text in (shared, *texts):
            assert rows.canonical(rows.parse(text)).decode() == text
        own = zip(texts, chunk.ids, strict=True)
        told += [{**rows.parse(shared), **rows.parse(t), "id": i} for t, i in own]
        found += [chunk.row(at) for at in range(chunk.count)]
        db.executemany(*inserted("agencies", chunk))
    kept = [dict(row) for row in db.execute("select * from agencies order by rowid")]
    db.close()
    assert told == made
    assert found == made
    assert kept == made


def test_what_all_share_is_handed_over_once_or_not_at_all() -> None:
    many: list[Row] = [
        {"id": str(at), "note": "", "area": None, "place": "x'y"} for at in range(3)
    ]
    (chunk,) = chunks(by_column(many))
    sql, values = inserted("agencies", chunk)
    assert sql == (
        'insert into agencies ("place", "id", "note", "area") values (?, ?, \'\', null)'
    )
    assert list(values) == [("x'y", "0"), ("x'y", "1"), ("x'y", "2")]


@pytest.mark.parametrize("count", [0, 1, 39, 40, 41, 85])
def test_narrow_rows_keep_their_order_however_many(count: int) -> None:
    many = [(f"n{at}", at) for at in range(count)]
    db = sqlite3.connect(":memory:")
    db.execute("create table agencies (id, kind, area)")
    write_narrow(db, "insert into agencies (id, kind, area)", "(?, 'x', ?)", many)
    kept = db.execute("select id, area from agencies order by rowid").fetchall()
    db.close()
    assert kept == many
