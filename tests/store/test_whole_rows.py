"""Rows the journal keeps in two parts are put together as the journal tells them."""

from pathlib import Path

from desktop.store import journal, rows
from desktop.store.many_rows import by_column
from desktop.store.whole_rows import WholeRows
from tests import builders

PARTS = "select place, row_id, after, shared from journal where change = 2 order by id"


def test_both_ways_of_reading_tell_the_same_row(tmp_path: Path) -> None:
    many = [
        rows.to_row(builders.an_activity(id=f"a{at}", people=at)) for at in range(5)
    ]
    with builders.a_bare_store(tmp_path / "so.stt") as store:
        with store.change("take_in") as change:
            change.add_rows("activities", by_column(many))
            change.write("activities", "a0", {**many[0], "people": 9})
        whole = WholeRows(store.reader)
        told = [tuple(row) for row in store.reader.execute(PARTS)]
        assert [part[3] is None for part in told] == [False] * 5 + [True]
        texts = [whole.text(*part[1:]) for part in told]
        assert texts == [one.after for one in journal.touches(store.reader, 2)]
        assert [whole.kept(*part) for part in told[:5]] == many


def test_a_row_that_is_gone_is_nothing(tmp_path: Path) -> None:
    with builders.a_bare_store(tmp_path / "so.stt") as store:
        assert WholeRows(store.reader).text("a0", None, None) is None


def test_columns_are_called_what_they_are_now(tmp_path: Path) -> None:
    with builders.a_bare_store(tmp_path / "so.stt") as store:
        kept = WholeRows(store.reader).kept("activities", "a0", '{"area":2}', None)
        assert kept == {"surface": "2"}
