"""Each row knows the file that put it, and whether it was edited since."""

from dataclasses import replace
from pathlib import Path

from desktop.records.returns import Return, ReturnState
from desktop.store import received, records
from desktop.store.store import Store
from tests.builders import UNIT, an_activity
from tests.store.intakes import take_in

DAYS = ("2024-04-01", "2024-06-30")


def edit(store: Store, row_id: str, attendance: int) -> None:
    with store.change("amend") as change:
        records.put(change, an_activity(id=row_id, attendance=attendance))


def test_the_newest_file_that_names_a_row_is_its_origin(store: Store) -> None:
    take_in(store, 1, a=10, b=20)
    take_in(store, 2, a=11)
    origin = received.origin(store.reader, "activities", "a")
    assert origin is not None
    assert (origin.ret, origin.cell) == ("return-2", "Hội nghị!2")
    assert received.origin(store.reader, "activities", "none") is None
    named = [one.row_id for one in received.of_return(store.reader, "return-1")]
    assert named == ["a", "b"]


def test_what_stands_on_the_word_of_a_sender_is_known_by_its_days(
    store: Store,
) -> None:
    take_in(store, 1, a=10, b=20)
    standing = received.standing(store.reader, "form", UNIT, *DAYS)
    assert set(standing) == {("activities", "a"), ("activities", "b")}
    assert received.standing(store.reader, "package", UNIT, *DAYS) == {}
    one = records.get(store.reader, Return, "return-1")
    assert one is not None
    with store.change("x") as change:
        records.put(change, replace(one, state=ReturnState.TAKEN_BACK))
    assert received.standing(store.reader, "form", UNIT, *DAYS) == {}


def test_only_what_is_no_longer_as_the_intake_left_it_was_edited(
    store: Store,
) -> None:
    take_in(store, 1, same=1, back=2, changed=3, gone=4)
    edit(store, "back", 99)
    edit(store, "back", 2)
    edit(store, "changed", 99)
    edit(store, "own", 5)
    with store.change("remove") as change:
        change.write("activities", "gone", None)
    names = ("same", "back", "changed", "gone", "own", "never")
    asked = [("activities", name) for name in names]
    assert received.edited_since(store.reader, asked) == {
        ("activities", "changed"),
        ("activities", "gone"),
    }
    take_in(store, 2, changed=7)
    assert ("activities", "changed") not in received.edited_since(store.reader, asked)


def test_the_hashes_of_received_files_are_told_also_of_a_closed_office(
    store: Store,
) -> None:
    take_in(store, 1, a=1)
    expected = {"1" * 64: "1.xlsx"}
    assert received.hashes(store.reader) == expected
    copy = store.back_up(Path(store.path.parent / "bản sao.stt"))
    assert received.hashes_of_file(copy) == expected
