"""A list sorts and filters by how many files prove a record."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop.records.activity import Activity, ActivityState
from desktop.records.evidence import Evidence
from desktop.records.product import Product
from desktop.store import listed_evidence, listing, records
from desktop.store.store import Store
from desktop.store.views import Order, Proven, View
from tests import builders

VIEW = View(record=Activity, day="last_day")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Keep four activities: proven by 2, by the event it is part of, by none twice."""
    with builders.a_bare_store(tmp_path / "so.stt") as opened:
        fill(opened)
        yield opened


def fill(store: Store) -> None:
    put(
        store,
        builders.an_activity(id="lead"),
        builders.an_activity(id="account", joined_to="lead"),
        builders.an_activity(id="bare"),
        builders.an_activity(id="planned", state=ActivityState.PLANNED),
        builders.a_product(id="bare"),
        a_file("1", "lead"),
        a_file("2", "lead"),
        a_file("3", "account"),
        a_file("4", "bare", place="products"),
    )


def put(store: Store, *those: object) -> None:
    with store.change("record") as change:
        for one in those:
            records.put(change, one)


def a_file(number: str, row_id: str, place: str = "activities") -> Evidence:
    return Evidence(
        id=f"e{number}",  # type: ignore[arg-type]
        place=place,
        row_id=row_id,
        name="anh.jpg",
        sha256="a" * 64,
        size=1000,
        media="image/jpeg",
        added_at=builders.NOW,
        source_sha256="b" * 64,
    )


def found(store: Store, test: Proven) -> set[str]:
    view = View(record=Activity, day="last_day", tests=(test,))
    kept: tuple[Any, ...] = listing.block(store.reader, view, 0, 10)
    assert listing.count(store.reader, view) == len(kept)
    return {str(one.id) for one in kept}


def test_an_account_of_an_event_is_proven_by_its_own_files_and_the_events(
    store: Store,
) -> None:
    kept = listing.block(store.reader, VIEW, 0, 10)
    expected = {"lead": 2, "account": 3, "bare": 0, "planned": 0}
    assert listed_evidence.counts(store.reader, kept) == expected


def test_files_of_another_register_with_the_same_id_are_not_counted(
    store: Store,
) -> None:
    (product,) = records.find(store.reader, Product)
    assert listed_evidence.counts(store.reader, [product]) == {"bare": 1}
    view = View(record=Product, day="completed_on", tests=(Proven(least=2),))
    assert listing.count(store.reader, view) == 0


def test_no_record_has_no_counts(store: Store) -> None:
    assert listed_evidence.counts(store.reader, []) == {}


@pytest.mark.parametrize(
    ("test", "expected"),
    [
        (Proven(least=1), {"lead", "account"}),
        (Proven(least=3), {"account"}),
        (Proven(least=4), set()),
        (Proven(least=1, most=2), {"lead"}),
        (Proven(least=2, most=2), {"lead"}),
        (Proven(most=0), {"bare", "planned"}),
        (Proven(most=2), {"lead", "bare", "planned"}),
        (Proven(most=0, awaited=True), {"bare"}),
        (Proven(), {"lead", "account", "bare", "planned"}),
    ],
)
def test_a_list_is_filtered_by_the_number(
    store: Store, test: Proven, expected: set[str]
) -> None:
    assert found(store, test) == expected


def test_of_records_that_take_no_place_no_evidence_is_awaited(store: Store) -> None:
    awaited = Proven(most=0, awaited=True)
    view = View(record=Product, day="completed_on", tests=(awaited,))
    assert listing.count(store.reader, view) == 0


@pytest.mark.parametrize("descending", [False, True])
def test_a_list_is_sorted_by_the_number_and_none_is_the_least(
    store: Store, descending: bool
) -> None:
    order = Order("", "proven", descending=descending)
    view = View(record=Activity, day="last_day", order=order)
    numbers = listing.ordered(store.reader, view)
    kept = [str(one.id) for one in listing.at(store.reader, Activity, numbers)]
    # All are of one day: among equals the one recorded last comes first.
    rising = ["planned", "bare", "lead", "account"]
    falling = ["account", "lead", "planned", "bare"]
    assert kept == (falling if descending else rising)
