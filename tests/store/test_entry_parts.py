"""Entries whose own numbers do not agree."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest

from desktop.records.activity import Activity, ActivityState, AudienceCount
from desktop.records.identity import Code
from desktop.rules.counting import Span
from desktop.store import entry_parts, records
from desktop.store.store import Store
from tests import builders

YEAR = Span(dt.date(2024, 1, 1), dt.date(2024, 12, 31))


def put(store: Store, *many: object) -> None:
    with store.change("record_many") as change:
        for one in many:
            records.put(change, one)


def codes(store: Store) -> list[tuple[str, int, int]]:
    found = entry_parts.unequal(store.reader, YEAR)
    return [(one.code, one.part, one.whole) for one in found]


def audiences(*numbers: int) -> tuple[AudienceCount, ...]:
    names = ("women", "youth", "people")
    return tuple(
        AudienceCount(audience=Code(name), attendance=number)
        for name, number in zip(names, numbers, strict=False)
    )


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"attendance": 40, "people": 40}, []),
        ({"attendance": 40, "people": 41}, [("people_above", 41, 40)]),
        ({"attendance": 40, "audiences": audiences(41)}, [("audience_above", 41, 40)]),
        (
            {"attendance": 40, "audiences": audiences(30, 20)},
            [("audiences_differ", 50, 40)],
        ),
        (
            {"attendance": 40, "audiences": audiences(10, 20)},
            [("audiences_differ", 30, 40)],
        ),
        ({"attendance": 40, "audiences": audiences(20, 20)}, []),
        ({"attendance": 40, "audiences": audiences(20)}, []),
        ({"attendance": None, "audiences": audiences(20, 30)}, []),
        (
            {"attendance": 40, "staff": (builders.staff("g", 41),)},
            [("staff_above", 41, 40)],
        ),
        (
            {
                "attendance": 90,
                "people": 50,
                "staff": (builders.staff("g", 30), builders.staff("h", 30)),
            },
            [("staff_differ", 60, 50)],
        ),
        (
            {"staff": (builders.staff("g", 10, first_trained=12),)},
            [("firsts_above", 12, 10)],
        ),
        ({"questions": 3, "answers": 4}, [("answers_above", 4, 3)]),
        ({"invited": 3, "attended": 4}, [("attended_above", 4, 3)]),
        ({"people": 41, "state": ActivityState.PLANNED}, []),
        ({"people": 41, "last_day": dt.date(2025, 1, 1)}, []),
    ],
)
def test_what_does_not_agree(
    store: Store, changes: dict[str, Any], expected: list[tuple[str, int, int]]
) -> None:
    put(store, builders.an_activity(**changes))
    assert codes(store) == expected


def test_every_kind_it_finds_is_listed() -> None:
    assert len(set(entry_parts.PARTS)) == 10


def test_an_entry_is_told_with_what_it_is_known_by(store: Store) -> None:
    put(store, builders.an_activity("conference", id="a", people=41, attendance=40))
    (found,) = entry_parts.unequal(store.reader, YEAR)
    assert (found.table, found.row_id, found.kind) == ("activities", "a", "conference")
    assert found.title.startswith("Tập huấn")
    assert found.agency == builders.OWN


def test_totals_of_others_are_looked_at_too(store: Store) -> None:
    put(
        store,
        builders.a_tally(10, 12, id="handled"),
        builders.a_tally(10, 5, id="detected", total=8),
        builders.a_tally(10, 10, id="good", total=10),
    )
    assert codes(store) == [("detected_above", 10, 8), ("handled_above", 12, 10)]


def joined(one: Activity, to: str) -> Activity:
    return replace(one, joined_to=to)  # type: ignore[arg-type]


def test_the_weight_of_a_period_counts_each_event_once(store: Store) -> None:
    lead = builders.an_activity(id="lead", attendance=100)
    account = joined(builders.an_activity(id="other", agency=builders.UNIT), "lead")
    put(store, lead, account, builders.an_activity(id="c", state=ActivityState.PLANNED))
    told = entry_parts.weight(store.reader, YEAR)
    assert (told.entries, told.attendance) == (1, 100)


def test_people_are_told_of_what_took_place(store: Store) -> None:
    put(
        store,
        builders.an_activity(id="a", attendance=7),
        builders.an_activity(id="b", attendance=None),
        builders.an_activity(id="c", state=ActivityState.PLANNED),
    )
    ids: Iterable[str] = ("a", "b", "c", "gone")
    assert entry_parts.attendance(store.reader, ids) == {"a": 7, "b": 0}


def test_copies_that_no_language_is_told_of(store: Store) -> None:
    assert entry_parts.copies_without_language(store.reader, YEAR) is None
    put(
        store,
        builders.a_product(id="a", copies=800),
        builders.a_product(id="b", copies=50, languages=()),
        builders.a_product(id="c", copies=150, languages=(), title="Tờ rơi"),
    )
    found = entry_parts.copies_without_language(store.reader, YEAR)
    assert found is not None
    assert (found.copies, found.untold, found.works) == (1_000, 200, 2)
    assert (found.row_id, found.title) == ("c", "Tờ rơi")


def test_totals_without_a_document(store: Store) -> None:
    put(
        store,
        builders.a_tally(30, 1, id="a", document_number=" "),
        builders.a_tally(70, 1, id="b"),
    )
    (found,) = entry_parts.bare_tallies(store.reader, YEAR)
    assert (found.row_id, found.detected, found.of) == ("a", 30, 100)


def test_activities_of_no_task_without_evidence(store: Store) -> None:
    put(
        store,
        builders.an_activity(id="a", tasks=()),
        builders.an_activity(id="b"),
        builders.an_activity(id="c", tasks=(), state=ActivityState.PLANNED),
    )
    assert entry_parts.unproven_without_task(store.reader, YEAR) == 1
