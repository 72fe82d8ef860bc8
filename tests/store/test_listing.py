"""Windows on long lists: what they hold, in what order, and how they are filtered."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop.records.activity import Activity
from desktop.records.agency import UnitPlan
from desktop.records.identity import RecordId
from desktop.records.product import Posting
from desktop.store import listing, records
from desktop.store.store import Store
from desktop.store.views import (
    Contains,
    DayContains,
    OneOf,
    Order,
    Test,
    View,
    Within,
)
from tests import builders

VIEW = View(record=Activity, day="last_day")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with builders.a_bare_store(tmp_path / "so.stt") as opened:
        yield opened


def keep(store: Store, *many: Activity) -> None:
    with store.change("record") as change:
        for one in many:
            records.put(change, one)


def at_day(number: int, **changes: Any) -> Activity:
    day = dt.date(2024, 1, 1) + dt.timedelta(days=number)
    return builders.an_activity(id=f"a{number}", last_day=day, **changes)


def ids(found: tuple[Activity, ...]) -> list[str]:
    return [str(one.id) for one in found]


def test_blocks_follow_each_other_newest_first(store: Store) -> None:
    keep(store, *(at_day(n) for n in range(10)))
    db = store.reader
    assert listing.count(db, VIEW) == 10
    assert ids(listing.block(db, VIEW, 0, 4)) == ["a9", "a8", "a7", "a6"]
    assert ids(listing.block(db, VIEW, 8, 4)) == ["a1", "a0"]


def test_a_record_is_found_at_the_place_its_block_shows_it(store: Store) -> None:
    same_day = [at_day(3), builders.an_activity(id="twin", last_day=at_day(3).last_day)]
    keep(store, at_day(1), *same_day, at_day(7))
    shown = ids(listing.block(store.reader, VIEW, 0, 10))
    places = [listing.place(store.reader, VIEW, one) for one in shown]
    assert places == [0, 1, 2, 3]
    assert listing.place(store.reader, VIEW, "nobody") is None


def test_a_record_outside_the_view_has_no_place(store: Store) -> None:
    keep(store, at_day(1), at_day(200))
    first_days = View(
        record=Activity,
        day="last_day",
        tests=(Within("last_day", "2024-01-01", "2024-01-31"),),
    )
    assert listing.count(store.reader, first_days) == 1
    assert listing.place(store.reader, first_days, "a200") is None


def test_titles_are_sorted_by_the_vietnamese_alphabet(store: Store) -> None:
    titles = ["Dân số", "Đăk Mar", "Ăn Tết", "An ninh", "Bài 10", "Bài 2"]
    keep(store, *(at_day(n, title=title) for n, title in enumerate(titles)))
    view = View(record=Activity, day="last_day", order=Order("title", "text"))
    numbers = listing.ordered(store.reader, view)
    found = listing.at(store.reader, Activity, numbers)
    assert [one.title for one in found] == [
        "An ninh",
        "Ăn Tết",
        "Bài 2",
        "Bài 10",
        "Dân số",
        "Đăk Mar",
    ]


def test_codes_are_sorted_as_what_they_stand_for(store: Store) -> None:
    keep(store, at_day(1, pillar="a"), at_day(2, pillar="b"), at_day(3, pillar=None))
    order = Order("pillar", "ranked", ranks=("b", "a"))
    view = View(record=Activity, day="last_day", order=order)
    found = listing.at(store.reader, Activity, listing.ordered(store.reader, view))
    assert ids(found) == ["a2", "a1", "a3"], "nothing comes last"


def test_lists_are_sorted_by_their_first_value(store: Store) -> None:
    keep(store, at_day(1, tasks=("t2", "t1")), at_day(2, tasks=("t1",)))
    order = Order("tasks", "ranked", ranks=("t1", "t2"), descending=True)
    view = View(record=Activity, day="last_day", order=order)
    found = listing.at(store.reader, Activity, listing.ordered(store.reader, view))
    assert ids(found) == ["a1", "a2"]


def test_blank_numbers_come_last_both_ways(store: Store) -> None:
    keep(store, at_day(1, pieces=5), at_day(2, pieces=None), at_day(3, pieces=70))
    for descending, expected in (
        (False, ["a1", "a3", "a2"]),
        (True, ["a3", "a1", "a2"]),
    ):
        order = Order("pieces", descending=descending)
        view = View(record=Activity, day="last_day", order=order)
        found = listing.at(store.reader, Activity, listing.ordered(store.reader, view))
        assert ids(found) == expected


@pytest.mark.parametrize(
    ("test", "expected"),
    [
        (Contains("place", "duong"), ["a1"]),
        (Contains("place", "Đường"), ["a1"]),
        (DayContains("last_day", "/01/"), ["a2", "a1"]),
        (DayContains("last_day", "02/02/2024"), ["a32"]),
        (OneOf("tasks", ("t1",)), ["a2"]),
        (OneOf("pillar", ()), []),
        (Within("attendance", 50, None), ["a2"]),
        (Within("attendance", None, 50), ["a32", "a1"]),
        (Within("attendance", None, None), ["a32", "a2", "a1"]),
    ],
)
def test_each_filter_keeps_what_fits(
    store: Store, test: Test, expected: list[str]
) -> None:
    keep(
        store,
        at_day(1, place="Đường Hùng Vương", tasks=()),
        at_day(2, place="Hội trường", tasks=("t0", "t1"), attendance=90),
        at_day(32, place="Nhà rông", tasks=()),
    )
    view = View(record=Activity, day="last_day", tests=(test,))
    assert ids(listing.block(store.reader, view, 0, 9)) == expected


def test_the_search_index_narrows_a_view(store: Store) -> None:
    keep(store, at_day(1, title="Triển lãm lưu động"), at_day(2, title="Tập huấn"))
    view = View(record=Activity, day="last_day", text="trien lam")
    assert ids(listing.block(store.reader, view, 0, 9)) == ["a1"]
    nothing = View(record=Activity, day="last_day", text="khongco")
    assert listing.count(store.reader, nothing) == 0


def test_sums_tell_nothing_from_zero(store: Store) -> None:
    keep(store, at_day(1, attendance=3, pieces=None), at_day(2, attendance=4))
    sums = listing.totals(store.reader, VIEW, ("attendance", "pieces"))
    assert sums == {"attendance": 7, "pieces": None}
    assert listing.totals(store.reader, VIEW, ()) == {}


def test_a_row_number_leads_to_its_record(store: Store) -> None:
    keep(store, at_day(1))
    number = listing.number_of(store.reader, Activity, "a1")
    assert number is not None
    assert ids(listing.at(store.reader, Activity, [number, 999])) == ["a1"]
    assert listing.number_of(store.reader, Activity, "nobody") is None


def test_a_record_with_a_number_of_its_own_is_not_taken_for_its_row(
    store: Store,
) -> None:
    plan = builders.a_unit_plan(builders.OWN, id="p", number="12/KH-UBND")
    with store.change("record") as change:
        records.put(change, plan)
    view = View(record=UnitPlan, day="issued_on")
    assert listing.block(store.reader, view, 0, 9) == (plan,)


def test_the_value_used_last_is_that_of_the_newest_entry(store: Store) -> None:
    keep(store, at_day(9, place="Nhà văn hóa"), at_day(1, place="Hội trường"))
    keep(store, at_day(2, place=""))
    assert (
        listing.last_used(store.reader, Activity, "place", "training") == "Hội trường"
    )
    assert listing.last_used(store.reader, Activity, "place", "contest") is None


def test_only_columns_of_the_record_reach_the_database(store: Store) -> None:
    outside = View(record=Activity, day="last_day", tests=(OneOf('x" or 1', ("a",)),))
    with pytest.raises(KeyError):
        listing.count(store.reader, outside)
    with pytest.raises(KeyError):
        listing.last_used(store.reader, Activity, "1; drop table x")


def test_an_unsorted_view_has_no_order_to_ask_for(store: Store) -> None:
    with pytest.raises(ValueError, match="View"):
        listing.ordered(store.reader, VIEW)


def test_the_sums_hold_a_shared_event_once(store: Store) -> None:
    joined = {"joined_to": RecordId("a1"), "attendance": 300}
    keep(store, at_day(1, attendance=300), at_day(2, **joined), at_day(3, **joined))
    found = listing.totals(store.reader, VIEW, ("attendance", "people"))
    assert found == {"attendance": 300, "people": None}
    assert listing.shared(store.reader, VIEW) == 2
    assert listing.count(store.reader, VIEW) == 3


def test_what_is_no_activity_shares_nothing(store: Store) -> None:
    view = View(record=Posting, day="last_day")
    assert listing.shared(store.reader, view) == 0
    assert listing.totals(store.reader, view, ("items",)) == {"items": None}
