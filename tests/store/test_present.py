"""Many rows are looked up at once by their ids."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.store import records
from desktop.store.present import none_present, present, year_is_told
from desktop.store.rows import to_row
from desktop.store.store import Store
from tests import builders


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with builders.a_bare_store(tmp_path / "so.stt") as made:
        yield made


def test_only_rows_that_are_there_come_back(store: Store) -> None:
    with store.change("record") as change:
        records.put(change, builders.an_activity(id="a", tasks=()))
    found = present(store.reader, "activities", ["a", "b"])
    assert set(found) == {"a"}
    assert found["a"] == to_row(builders.an_activity(id="a", tasks=()))


def test_a_year_is_told_by_another_row_only(store: Store) -> None:
    check = builders.a_check(builders.OWN)
    with store.change("record") as change:
        records.put(change, check)
    assert not year_is_told(store.reader, to_row(check))
    assert year_is_told(store.reader, {**to_row(check), "id": "other"})


def test_it_is_told_whether_none_is_there_at_all(store: Store) -> None:
    with store.change("record") as change:
        records.put(change, builders.an_activity(id="a", tasks=()))
    assert none_present(store.reader, "activities", ["b", "c"])
    assert not none_present(store.reader, "activities", ["b", "a"])
