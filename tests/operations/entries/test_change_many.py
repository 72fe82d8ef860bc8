"""One value for one field of many entries: one deed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.errors import InputError
from desktop.operations.entries.change_many import NewValue, change_many
from desktop.operations.entries.record_entry import record_many
from desktop.operations.history.undo import undo
from desktop.records.activity import Activity
from desktop.store import journal, records
from desktop.store.store import Store
from tests.builders import a_clock, an_activity, an_office


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(an_office(tmp_path / "so.stt"), clock=a_clock) as opened:
        three = (
            an_activity(id="a", title="Một", place="Hội trường", themes=("theme_1",)),
            an_activity(id="b", title="Hai", place="Nhà văn hóa", themes=()),
            an_activity(id="c", title="Ba", place="Sân", themes=("theme_2",)),
        )
        record_many(opened, three)
        yield opened


def kept(store: Store) -> dict[str, Activity]:
    return {one.title: one for one in records.find(store.reader, Activity)}


def test_only_those_that_become_others_are_written(store: Store) -> None:
    many = [kept(store)[title] for title in ("Một", "Hai")]
    done = change_many(
        store, many, NewValue(field="place", value="Hội trường"), "Địa điểm"
    )
    assert done.value == 1
    assert {title: one.place for title, one in kept(store).items()} == {
        "Một": "Hội trường",
        "Hai": "Hội trường",
        "Ba": "Sân",
    }
    (deed,) = journal.entries(store.reader, limit=1)
    assert (deed.verb, deed.subject) == ("change_many", "Địa điểm")
    undo(store)
    assert kept(store)["Hai"].place == "Nhà văn hóa"


def test_a_list_is_put_in_the_place_of_the_old_one_or_added_to_it(
    store: Store,
) -> None:
    many = [*kept(store).values()]
    added = NewValue(field="themes", value=("theme_2",), add=True)
    change_many(store, many, added)
    assert {title: one.themes for title, one in kept(store).items()} == {
        "Một": ("theme_1", "theme_2"),
        "Hai": ("theme_2",),
        "Ba": ("theme_2",),
    }
    change_many(store, [*kept(store).values()], NewValue(field="themes", value=()))
    assert {one.themes for one in kept(store).values()} == {()}


def test_one_refused_leaves_all_as_they_were(store: Store) -> None:
    with pytest.raises(InputError) as refused:
        change_many(store, [*kept(store).values()], NewValue(field="title", value=" "))
    assert ("title", "missing") in {
        (one.field, one.code) for one in refused.value.problems
    }
    assert sorted(kept(store)) == ["Ba", "Hai", "Một"]
