"""A figure of all, of one agency and of one task is made of its own records."""

from decimal import Decimal

import pytest

from desktop.operations.tracing.trace_numbers import Numbers
from desktop.records.activity import Spending
from desktop.records.identity import Code
from desktop.rules.calendar import parse_period
from desktop.rules.tracing.addends import Told
from desktop.rules.tracing.places import Kind, Quantity
from desktop.store.store import Store
from tests.builders import OWN, UNIT, a_broadcast, an_activity, task
from tests.store.test_totals import keep


def tell(store: Store, code: str, kind: Kind = Kind.FIGURE, **changes: str) -> Told:
    with store.reading():
        numbers = Numbers(store, parse_period("2024"))
        told = numbers.tell(Quantity(kind=kind, code=code, **changes))
    assert told is not None
    return told


@pytest.fixture
def kept(store: Store) -> Store:
    keep(
        store,
        an_activity("conference", id="own", tasks=(task("1.1"),)),
        an_activity("conference", id="unit", agency=UNIT),
        an_activity("conference", id="beside", agency=UNIT, joined_to="own"),
        a_broadcast(id="b", minutes=30, times=3),
    )
    return store


def test_of_all_a_shared_event_counts_once_and_of_each_agency_its_account(
    kept: Store,
) -> None:
    assert set(tell(kept, "conferences").amounts) == {
        "activities/own",
        "activities/unit",
    }
    of_unit = tell(kept, "conferences", agency=UNIT)
    assert set(of_unit.amounts) == {"activities/unit", "activities/beside"}
    assert of_unit.joined == {"activities/beside"}


def test_a_task_has_what_names_it_and_its_group_what_names_any_under_it(
    kept: Store,
) -> None:
    assert set(tell(kept, "conferences", task=task("1.1")).amounts) == {
        "activities/own"
    }
    assert set(tell(kept, "conferences", task=task("1")).amounts) <= {"activities/own"}
    assert tell(kept, "conferences", task=task("3.1")).empty


def test_hours_are_added_up_in_minutes(kept: Store) -> None:
    told = tell(kept, "broadcast_hours")
    assert (told.value, dict(told.amounts)) == (Decimal("1.5"), {"broadcasts/b": 90})
    assert "chia cho 60" in told.how
    assert told.unit


def test_what_is_counted_once_is_named_and_part_of_nothing(kept: Store) -> None:
    told = tell(kept, "agencies_briefed")
    assert told.value == 2
    assert told.family is None
    assert set(told.texts.values()) >= {"Phòng VHTT"} or OWN in str(told.texts)


def test_a_change_is_told_by_both_numbers_bare_and_in_percent(kept: Store) -> None:
    bare = tell(kept, "conferences", Kind.CHANGE, days="last_year")
    assert [one.amount for one in bare.extras] == [2, 0]
    assert bare.value == 2
    share = tell(kept, "conferences", Kind.CHANGE_SHARE, days="last_year")
    assert share.value == 0


def test_money_is_told_by_source_and_of_all(store: Store) -> None:
    lines = tuple(
        Spending(source=Code(source), planned=10, spent=5)
        for source in ("regular", "other")
    )
    keep(store, an_activity(id="a", spending=lines))
    assert tell(store, "spent", Kind.MONEY, source="regular").value == 5
    assert tell(store, "spent", Kind.MONEY).amounts == {"activities/a": 10}
    assert tell(store, "spent", Kind.SHARE).value == 50
