"""Each formula reads from the file exactly what it names, and nothing beside it."""

import datetime as dt
import sqlite3
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from desktop.files import catalogue
from desktop.records.target import Formula, Milestone, Target
from desktop.rules.counting import Span
from desktop.rules.targets import Counts
from desktop.store import records, targets
from desktop.store.store import Store
from desktop.store.targets import Setting
from tests.builders import (
    OWN,
    UNIT,
    a_departure,
    a_headcount,
    a_product,
    a_tally,
    an_activity,
    staff,
)

YEAR = Span(dt.date(2024, 1, 1), dt.date(2024, 12, 31))
WHOLE = Span(dt.date(2023, 1, 1), dt.date(2024, 12, 31))


def keep(store: Store, *many: Any) -> None:
    with store.change("record_many") as change:
        for one in many:
            records.put(change, one)


def the_target(db: sqlite3.Connection, code: str) -> Target:
    (found,) = records.find(db, Target, where={"code": code})
    return found


def counts(store: Store, code: str, span: Span = YEAR, **changes: Any) -> Counts:
    setting = Setting(
        figures=catalogue.load_figures(),
        milestones=records.find(store.reader, Milestone),
        names={"@recipient": "so-tttt-kon-tum"},
        whole=WHOLE,
    )
    target = replace(the_target(store.reader, code), **changes)
    return targets.counts(store.reader, target, span, setting)


def ratio(found: Counts) -> tuple[int, int]:
    return int(found.numerator or 0), int(found.denominator or 0)


def test_there_is_a_way_to_count_every_formula() -> None:
    assert set(targets._FORMULAS) == set(Formula)


def test_a_target_in_words_counts_nothing(store: Store) -> None:
    assert counts(store, "T0") == Counts()


def test_a_target_without_a_scope_lacks_it(store: Store) -> None:
    found = counts(store, "T1", scope=())
    assert (found.denominator, found.missing) == (None, "scope")


def test_people_of_a_blank_tier_count_for_a_target_of_one_tier(store: Store) -> None:
    keep(
        store,
        a_headcount("G4", 10),
        an_activity(staff=(staff("G4", 4), staff("G4", 9, tier="commune"))),
    )
    found = counts(store, "T2c")
    assert ratio(found) == (4, 10)


def test_a_target_of_no_tier_counts_every_tier(store: Store) -> None:
    keep(
        store,
        a_headcount("G2", 10, tier="district"),
        a_headcount("G2", 30, id="b", tier="commune"),
        an_activity(staff=(staff("G2", 4, tier="district"), staff("G2", 9))),
    )
    found = counts(store, "T2b")
    assert ratio(found) == (13, 40)


def test_leavers_are_taken_off_the_whole_and_not_off_one_year(store: Store) -> None:
    keep(store, an_activity(staff=(staff("G1", 9),)), a_departure("G1", 2))
    assert counts(store, "T2a").numerator == 9
    assert counts(store, "T2a", WHOLE).numerator == 7


def test_leavers_of_another_group_tier_or_time_are_not_taken_off(store: Store) -> None:
    keep(
        store,
        an_activity(staff=(staff("G4", 9, tier="district"),)),
        a_departure("G1", 1),
        a_departure("G4", 1, tier="commune"),
        a_departure("G4", 1, id="early", left_on=dt.date(2022, 12, 31)),
    )
    assert counts(store, "T2c", WHOLE).numerator == 9


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (dt.date(2023, 6, 29), (None, None)),
        (dt.date(2023, 6, 30), (Decimal(10), dt.date(2023, 6, 30))),
        (dt.date(2024, 2, 1), (Decimal(17), dt.date(2024, 1, 1))),
        (dt.date(2024, 12, 31), (Decimal(12), dt.date(2024, 3, 1))),
    ],
)
def test_the_headcount_is_that_of_the_day(
    store: Store, day: dt.date, expected: tuple[Decimal | None, dt.date | None]
) -> None:
    keep(
        store,
        a_headcount("G1", 10, id="a", as_of=dt.date(2023, 6, 30)),
        a_headcount("G1", 7, id="b", agency=UNIT, as_of=dt.date(2024, 1, 1)),
        a_headcount("G1", 5, id="c", as_of=dt.date(2024, 3, 1)),
        a_headcount("G2", 99, id="d"),
    )
    target = the_target(store.reader, "T2a")
    assert targets.headcount(store.reader, target, day) == expected


def test_two_headcounts_of_one_day_leave_the_one_entered_last(store: Store) -> None:
    keep(store, a_headcount("G1", 10, id="a"), a_headcount("G1", 11, id="b"))
    target = the_target(store.reader, "T2a")
    assert targets.headcount(store.reader, target, YEAR.last)[0] == 11


def test_languages_an_office_added_itself_count_by_their_group(store: Store) -> None:
    from desktop.records.catalogue import CatalogueItem

    keep(
        store,
        CatalogueItem(
            catalogue="language",
            code="ha_lang",  # type: ignore[arg-type]
            name="Tiếng Hà Lăng",
            group="ethnic",
        ),
        a_product(id="a", languages=("ha_lang",)),
        a_product(id="b", languages=("nobody_s",)),
    )
    found = counts(store, "T4")
    assert ratio(found) == (1, 2)
    assert [(one.code, int(one.numerator)) for one in found.shares] == [
        ("ethnic", 1),
        ("foreign", 0),
        ("digital", 0),
    ]


def test_only_totals_of_the_subject_and_span_are_taken(store: Store) -> None:
    keep(store, a_tally(5, 4), a_tally(7, 7, id="b", last_day=dt.date(2025, 1, 1)))
    assert counts(store, "T5c").denominator == 5
    assert counts(store, "T5c", subject="another") == Counts(missing="supplied")


def test_kinds_planned_for_two_years_are_not_added_up_and_events_are(
    store: Store,
) -> None:
    for code, values in (("T3", (1, 2)), ("T5a", (4, 5))):
        target = the_target(store.reader, code)
        keep(
            store,
            *(
                Milestone(
                    id=f"{code}{year}", target=target.id, year=year, value=Decimal(v)
                )
                for year, v in zip((2023, 2024), values, strict=True)
            ),
        )
    assert counts(store, "T3", WHOLE).denominator == 3
    assert counts(store, "T5a", WHOLE).denominator == 5


def test_both_ends_of_the_span_count(store: Store) -> None:
    days = (YEAR.first, YEAR.last, dt.date(2023, 12, 31), dt.date(2025, 1, 1))
    keep(
        store,
        *(
            a_product(id=f"p{n}", first_published=day, digital=True)
            for n, day in enumerate(days)
        ),
        *(
            an_activity(
                "press_information", id=f"a{n}", last_day=day, agency=OWN, staff=()
            )
            for n, day in enumerate(days)
        ),
    )
    assert counts(store, "T4").denominator == 2
    assert counts(store, "T5b").denominator == 2
