"""Products, sources and supplied totals are counted as the plan defines them."""

import datetime as dt
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.records.target import Inherited, Supplied
from desktop.rules.targets import Counts
from desktop.store import target_items, upkeep
from desktop.store.store import Store
from tests.builders import OWN, PLAN, UNIT, a_product, a_tally, an_activity
from tests.store.counting_targets import (
    WHOLE,
    YEAR,
    a_setting,
    counts,
    holding,
    keep,
    ratio,
    the_target,
)


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
    assert [(one.code, one.numerator) for one in found.shares] == [
        ("ethnic", 1),
        ("foreign", 0),
        ("digital", 0),
    ]


def test_only_totals_of_the_subject_and_span_are_taken(store: Store) -> None:
    keep(store, a_tally(5, 4), a_tally(7, 7, id="b", last_day=dt.date(2025, 1, 1)))
    assert counts(store, "T5c").denominator == 5
    assert counts(store, "T5c", subject="another") == Counts(missing="supplied")


def test_both_ends_of_the_span_count(store: Store) -> None:
    days = (YEAR.span.first, YEAR.span.last, dt.date(2023, 12, 31), dt.date(2025, 1, 1))
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


OF_ALL = Supplied.DETECTED_OF_ALL


def test_detected_of_all_leaves_out_totals_that_do_not_tell_all(store: Store) -> None:
    keep(store, a_tally(5, 4, id="a"), a_tally(7, 7, id="b", total=100))
    assert ratio(counts(store, "T5c")) == (11, 12)
    assert ratio(counts(store, "T5c", supplied=OF_ALL)) == (7, 100)
    keep(store, a_tally(7, 7, id="b"))
    assert counts(store, "T5c", supplied=OF_ALL) == Counts(missing="supplied")


def test_a_year_without_totals_is_doubted_in_a_sum_over_the_years(store: Store) -> None:
    keep(store, a_tally(10, 9))
    assert counts(store, "T5c", WHOLE).doubts == ("supplied_years_missing",)
    assert counts(store, "T5c", YEAR).doubts == ()
    told = Inherited(
        id="i",  # type: ignore[arg-type]
        goal=f"{PLAN}/T5c",  # type: ignore[arg-type]
        year=2023,
        numerator=Decimal(1),
        denominator=Decimal(2),
        agency=UNIT,  # type: ignore[arg-type]
    )
    keep(store, told)
    assert counts(store, "T5c", WHOLE).doubts == ()
    assert ratio(counts(store, "T5c", WHOLE)) == (10, 12)


@pytest.fixture(scope="module")
def db(
    office_pattern: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[sqlite3.Connection]:
    """Open one office for all examples; each is rolled back."""
    path = tmp_path_factory.mktemp("items") / "so.stt"
    path.write_bytes(office_pattern.read_bytes())
    opened = upkeep.connect(path, writable=True)
    yield opened
    opened.close()


TALLIES = st.builds(
    a_tally,
    st.integers(0, 50),
    st.integers(0, 50),
    total=st.one_of(st.none(), st.integers(0, 500)),
    subject=st.sampled_from(["false_information", "another"]),
    first_day=st.just(dt.date(2023, 1, 1)),
    last_day=st.sampled_from(
        [
            dt.date(2023, 1, 1),
            dt.date(2023, 12, 31),
            dt.date(2024, 1, 1),
            dt.date(2024, 12, 31),
            dt.date(2025, 1, 1),
        ]
    ),
)


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    many=st.lists(TALLIES, max_size=6),
    kind=st.sampled_from(Supplied),
    whole=st.booleans(),
)
def test_supplied_totals_are_those_a_plain_reading_finds(
    db: sqlite3.Connection, many: list[Any], kind: Supplied, whole: bool
) -> None:
    target = replace(the_target(db, "T5c"), supplied=kind)
    stretch = WHOLE if whole else YEAR
    with holding(db, many) as kept:
        fitting = [
            one
            for one in kept
            if one.subject == target.subject
            and one.last_day in stretch.span
            and (kind is Supplied.HANDLED_OF_DETECTED or one.total is not None)
        ]
        if kind is Supplied.HANDLED_OF_DETECTED:
            pairs = [(one.handled, one.detected) for one in fitting]
        else:
            pairs = [(one.detected, one.total) for one in fitting]
        found = target_items.supplied(db, target, stretch, a_setting(db))
        assert (found.numerator is None) is not bool(fitting)
        assert ratio(found) == (
            sum(pair[0] for pair in pairs),
            sum(pair[1] for pair in pairs),
        )
        years = {one.last_day.year for one in fitting}
        doubted = whole and ratio(found)[1] > 0 and 2023 not in years
        assert bool(found.doubts) is doubted
