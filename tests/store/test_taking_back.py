"""What a change did is put back but for what others did since."""

from desktop.store import received, records, taking_back
from desktop.store.store import Store
from tests.builders import an_activity
from tests.store.intakes import take_in

APART = ("intakes", "returns")


def plan(store: Store, number: int) -> taking_back.Plan:
    change = received.intake_change(store.reader, f"intake-{number}")
    assert change is not None
    return taking_back.plan(store.reader, change, {f"return-{number}"}, APART)


def test_untouched_rows_go_back_and_edited_ones_are_left_with_the_reason(
    store: Store,
) -> None:
    take_in(store, 1, a=1, b=2, c=3)
    with store.change("amend") as change:
        records.put(change, an_activity(id="b", attendance=99))
        change.write("activities", "c", None)
    found = plan(store, 1)
    assert set(found.back) == {("activities", "a")}
    assert [(one.row_id, one.reason) for one in found.left] == [("b", "edited")]


def test_a_row_put_back_is_as_it_was_before(store: Store) -> None:
    take_in(store, 1, a=1)
    before = store.reader.execute("select * from activities").fetchone()
    take_in(store, 2, a=2, b=3)
    with store.change("x") as change:
        for touch in plan(store, 2).back.values():
            taking_back.put_back(change, touch)
    rows = store.reader.execute("select * from activities").fetchall()
    assert [tuple(row) for row in rows] == [tuple(before)]


def test_what_something_that_stays_speaks_of_stays_too(store: Store) -> None:
    take_in(store, 1, head=1, other=2)
    with store.change("join") as change:
        records.put(change, an_activity(id="part", joined_to="head"))
    found = plan(store, 1)
    assert set(found.back) == {("activities", "other")}
    assert [(one.row_id, one.reason) for one in found.left] == [("head", "referred")]


def test_the_rows_of_one_table_are_told_each_once(store: Store) -> None:
    take_in(store, 1, a=1)
    change = received.intake_change(store.reader, "intake-1") or 0
    (touch,) = taking_back.touched_in(store.reader, change, "returns")
    assert (touch.row_id, touch.before) == ("return-1", None)
