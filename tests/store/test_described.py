"""A record is told in a line: its name, its day and whose it is."""

from desktop.store.described import Described, describe
from desktop.store.store import Store
from tests.builders import OWN, UNIT, a_headcount, an_activity
from tests.store.test_totals import keep


def test_records_of_several_tables_are_told(store: Store) -> None:
    keep(
        store,
        an_activity("training", id="a1", title="Lớp một"),
        a_headcount("G1", 5, id="h1", agency=UNIT),
    )
    found = describe(
        store.reader, ("activities/a1", "headcounts/h1", f"agencies/{OWN}")
    )
    assert found["activities/a1"].title == "Lớp một"
    assert found["activities/a1"].kind == "training"
    assert found["headcounts/h1"].agency == UNIT
    assert found["headcounts/h1"].title == ""
    assert found[f"agencies/{OWN}"].day == ""


def test_what_is_gone_and_what_is_no_table_are_left_out(store: Store) -> None:
    places = ("activities/never", "no_table/1; drop table activities", "")
    assert describe(store.reader, places) == {}


def test_very_many_are_told_at_once(store: Store) -> None:
    keep(store, *(an_activity(id=f"a{n}") for n in range(1_200)))
    found = describe(store.reader, (f"activities/a{n}" for n in range(1_200)))
    assert len(found) == 1_200
    assert all(isinstance(one, Described) for one in found.values())
