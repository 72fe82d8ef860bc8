"""People and agencies are counted as a plain reading of the records would."""

import datetime as dt
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.records.activity import Activity, ActivityState, StaffCount
from desktop.records.agency import Agency, SpokespersonCheck, Succession, SuccessionKind
from desktop.records.identity import AgencyId, RecordId
from desktop.records.staff import Departure, Headcount
from desktop.records.target import Target, Training
from desktop.rules.counting import Span
from desktop.rules.stretches import Stretch, intervals
from desktop.store import records, target_people, upkeep
from desktop.store.store import Store
from tests.builders import (
    OWN,
    UNIT,
    a_check,
    a_departure,
    a_headcount,
    an_activity,
    staff,
)
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


def headcount_of(
    store: Store, target: Target, day: dt.date
) -> tuple[Decimal | None, dt.date | None]:
    found = target_people.headcount(store.reader, target, day, a_setting(store.reader))
    return found[:2]


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


def test_headcounts_with_and_without_a_tier_of_one_agency_are_doubted(
    store: Store,
) -> None:
    keep(
        store,
        a_headcount("G1", 40, as_of=dt.date(2023, 1, 15)),
        a_headcount("G1", 48, id="b", tier="province", as_of=dt.date(2024, 7, 1)),
    )
    found = counts(store, "T2a")
    assert (found.denominator, found.doubts) == (88, ("headcount_tiers_mixed",))
    keep(
        store,
        a_headcount("G2", 40),
        a_headcount("G2", 9, id="unit", agency=UNIT, tier="commune"),
    )
    assert counts(store, "T2b").doubts == ()


def test_people_of_a_shared_event_are_told_where_it_is_counted(store: Store) -> None:
    lead = RecordId("lead")
    keep(
        store,
        an_activity(id="lead", staff=(staff("G1", 9),)),
        an_activity(id="a", agency=UNIT, staff=(staff("G1", 9),), joined_to=lead),
    )
    assert counts(store, "T2a").numerator == 9


def test_what_was_given_to_the_press_together_each_agency_gave(store: Store) -> None:
    lead = RecordId("lead")
    scope = (AgencyId(OWN), AgencyId(UNIT))
    keep(
        store,
        a_check(OWN),
        a_check(UNIT),
        an_activity("press_information", id="lead"),
        an_activity("press_information", id="a", agency=UNIT, joined_to=lead),
    )
    assert ratio(counts(store, "T1", required=1, scope=scope)) == (2, 2)


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
    assert headcount_of(store, target, day) == expected


def test_two_headcounts_of_one_day_leave_the_one_entered_last(store: Store) -> None:
    keep(store, a_headcount("G1", 10, id="a"), a_headcount("G1", 11, id="b"))
    target = the_target(store.reader, "T2a")
    assert headcount_of(store, target, YEAR.span.last)[0] == 11


@pytest.mark.parametrize(
    ("training", "expected"),
    [
        (Training.BOTH, 4),
        (Training.EITHER, 10),
        (Training.SKILL, 6),
        (Training.EQUIPPED, 5),
    ],
)
def test_each_way_of_being_trained_counts_its_own_people(
    store: Store, training: Training, expected: int
) -> None:
    firsts = {"first_updated": 8, "first_trained": 6, "first_equipped": 5}
    keep(
        store,
        a_headcount("G1", 20),
        an_activity(staff=(staff("G1", 4, **firsts),)),
    )
    found = counts(store, "T2a", training=training)
    assert ratio(found) == (expected, 20)


def test_rows_of_no_tier_are_doubted_only_where_a_tier_is_asked_for(
    store: Store,
) -> None:
    keep(
        store,
        a_headcount("G4", 10, tier="district"),
        an_activity(staff=(staff("G4", 4), staff("G1", 3))),
        a_headcount("G1", 10),
    )
    assert counts(store, "T2c").doubts == ("staff_tier_blank",)
    assert counts(store, "T2a").doubts == ()
    keep(store, an_activity(staff=(staff("G4", 4, tier="district"),)))
    assert counts(store, "T2c").doubts == ()
    keep(store, a_departure("G4", 1))
    assert counts(store, "T2c", WHOLE).doubts == ("staff_tier_blank",)
    assert counts(store, "T2c", YEAR).doubts == ()


def test_several_tiers_count_together_and_no_other(store: Store) -> None:
    rows = (("province", 2), ("district", 3), ("commune", 50))
    keep(
        store,
        *(a_headcount("G4", 10 * n, id=tier, tier=tier) for tier, n in rows),
        an_activity(staff=tuple(staff("G4", n, tier=tier) for tier, n in rows)),
    )
    found = counts(store, "T2c", staff_tiers=("province", "district"))
    assert ratio(found) == (5, 50)


NEW = AgencyId("ubnd-xa-moi")


def became(*old: str, day: dt.date = dt.date(2024, 7, 1)) -> Succession:
    return Succession(
        id="s",
        kind=SuccessionKind.MERGED,
        day=day,
        predecessors=tuple(map(AgencyId, old)),
        successors=(NEW,),
    )


def replace_units(store: Store, *old: str) -> None:
    """End agencies on 30 June 2024, and let a new one take over from them."""
    for one in old:
        agency = records.get(store.reader, Agency, one)
        assert agency is not None
        keep(store, replace(agency, valid_to=dt.date(2024, 6, 30)))
    made = Agency(id=NEW, name="UBND xã Mới", valid_from=dt.date(2024, 7, 1))
    keep(store, made, became(*old))


def test_people_of_an_agency_that_is_no_more_count_until_its_heir_tells_its_own(
    store: Store,
) -> None:
    keep(store, a_headcount("G1", 7, agency=UNIT), a_headcount("G1", 5, id="own"))
    replace_units(store, UNIT)
    assert counts(store, "T2a").denominator == 12
    new = a_headcount("G1", 9, id="new", agency=NEW, as_of=dt.date(2024, 8, 1))
    keep(store, new)
    assert counts(store, "T2a").denominator == 14


def test_people_of_an_agency_nobody_took_over_from_do_not_count(store: Store) -> None:
    keep(store, a_headcount("G1", 7, agency=UNIT))
    agency = records.get(store.reader, Agency, UNIT)
    assert agency is not None
    keep(store, replace(agency, valid_to=dt.date(2024, 6, 30)))
    assert counts(store, "T2a").denominator is None


def test_in_the_scope_stands_who_took_over_with_what_was_done_before(
    store: Store,
) -> None:
    scope = the_target(store.reader, "T1").scope
    first, second = scope[:2]
    replace_units(store, first, second)
    early = dt.date(2024, 3, 1)
    keep(
        store,
        an_activity("press_information", id="p", agency=first, last_day=early),
        a_check(first),
        a_check(second),
    )
    assert ratio(counts(store, "T1")) == (0, len(scope) - 1)
    keep(store, a_check(NEW))
    assert ratio(counts(store, "T1")) == (1, len(scope) - 1)


def test_a_spokesperson_made_public_later_was_not_yet(store: Store) -> None:
    keep(store, an_activity("press_information", id="p", agency=OWN))
    keep(store, a_check(OWN, public_since=dt.date(2025, 1, 1)))
    assert counts(store, "T1").numerator == 0
    keep(store, a_check(OWN, public_since=dt.date(2024, 12, 31)))
    assert counts(store, "T1").numerator == 1


# --- against a plain reading of the same records -----------------------------------

DAYS = st.sampled_from(
    [
        dt.date(2023, 12, 31),
        *(dt.date(2024, month, day) for month in (1, 3, 6, 7, 12) for day in (1, 30)),
        dt.date(2024, 12, 31),
        dt.date(2025, 1, 1),
    ]
)
AGENCIES = st.sampled_from([OWN, UNIT, "phong-y-te-dak-ha"])
TIERS = st.sampled_from(["", "district", "commune"])
FEW = st.integers(0, 9)
ROWS = st.builds(
    staff,
    st.sampled_from(["G1", "G4"]),
    FEW,
    tier=TIERS,
    first_updated=FEW,
    first_trained=FEW,
    first_equipped=FEW,
)
EVENTS = st.builds(
    an_activity,
    st.sampled_from(["training", "press_information"]),
    agency=AGENCIES,
    last_day=DAYS,
    first_day=st.just(dt.date(2023, 1, 1)),
    state=st.sampled_from([ActivityState.DONE, *ActivityState]),
    staff=st.lists(ROWS, max_size=3).map(tuple),
)
HEADS = st.builds(
    a_headcount, st.just("G4"), FEW, agency=AGENCIES, tier=TIERS, as_of=DAYS
)
LEAVERS = st.builds(a_departure, st.just("G4"), FEW, tier=TIERS, left_on=DAYS)
CHECKS = st.builds(
    a_check,
    AGENCIES,
    document_number=st.sampled_from(["", "1/QĐ"]),
    made_public=st.booleans(),
    document_date=st.one_of(st.none(), DAYS),
    public_since=st.one_of(st.none(), DAYS),
)
MANY = st.tuples(
    st.lists(EVENTS, max_size=6),
    st.lists(HEADS, max_size=5),
    st.lists(LEAVERS, max_size=2),
    st.lists(CHECKS, max_size=3, unique_by=lambda one: one.agency),
).map(lambda lists: [one for each in lists for one in each])


@pytest.fixture(scope="module")
def db(
    office_pattern: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[sqlite3.Connection]:
    """Open one office for all examples; each is rolled back."""
    path = tmp_path_factory.mktemp("people") / "so.stt"
    path.write_bytes(office_pattern.read_bytes())
    opened = upkeep.connect(path, writable=True)
    yield opened
    opened.close()


def of(kind: type, kept: list[Any]) -> list[Any]:
    return [one for one in kept if type(one) is kind]


def fits(tier: str, target: Target) -> bool:
    return not target.staff_tiers or tier in ("", *target.staff_tiers)


def trained_plainly(target: Target, stretch: Stretch, kept: list[Any]) -> int:
    rows = [
        row
        for one in of(Activity, kept)
        if one.state == "done" and one.last_day in stretch.span
        for row in one.staff
        if row.group == target.staff_group and fits(row.tier, target)
    ]
    each: Callable[[StaffCount], int] = {
        Training.BOTH: lambda r: r.first_complete,
        Training.EITHER: lambda r: r.first_updated + r.first_trained - r.first_complete,
        Training.SKILL: lambda r: r.first_trained,
        Training.EQUIPPED: lambda r: r.first_equipped,
    }[target.training]
    gone = [
        one.people
        for one in of(Departure, kept)
        if stretch.whole
        and one.group == target.staff_group
        and one.left_on in stretch.span
        and fits(one.tier, target)
    ]
    there: int = sum(map(each, rows)) - sum(gone)
    return max(there, 0)


def people_plainly(target: Target, stretch: Stretch, kept: list[Any]) -> int | None:
    last: dict[tuple[str, str], Headcount] = {}
    for one in sorted(of(Headcount, kept), key=lambda one: one.as_of):
        if fits(one.tier, target) and one.as_of <= stretch.span.last:
            last[one.agency, one.tier] = one
    return sum(one.people for one in last.values()) if last else None


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    many=MANY,
    training=st.sampled_from(Training),
    tiers=st.sampled_from([(), ("district",), ("district", "commune")]),
    whole=st.booleans(),
)
def test_people_are_those_a_plain_reading_finds(
    db: sqlite3.Connection,
    many: list[Any],
    training: Training,
    tiers: tuple[str, ...],
    whole: bool,
) -> None:
    target = replace(the_target(db, "T2c"), training=training, staff_tiers=tiers)
    stretch = WHOLE if whole else YEAR
    with holding(db, many) as kept:
        found = target_people.trained(db, target, stretch, a_setting(db))
        assert found.numerator == trained_plainly(target, stretch, kept)
        assert found.denominator == people_plainly(target, stretch, kept)


def working_plainly(target: Target, span: Span, kept: list[Any]) -> set[str]:
    def gave_enough(agency: str) -> bool:
        items = [
            one.last_day
            for one in of(Activity, kept)
            if (one.kind, one.agency, one.state)
            == ("press_information", agency, "done")
        ]
        asked = intervals(span, target.interval)
        return all(sum(day in one for day in items) >= target.required for one in asked)

    def assigned(one: SpokespersonCheck) -> bool:
        days = [day for day in (one.document_date, one.public_since) if day]
        return (
            one.year == span.last.year
            and bool(one.document_number)
            and one.made_public
            and all(day <= span.last for day in days)
        )

    checked = {one.agency for one in of(SpokespersonCheck, kept) if assigned(one)}
    return {one for one in checked if one in target.scope and gave_enough(one)}


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    many=MANY,
    required=st.integers(0, 2),
    interval=st.sampled_from([0, 1, 3, 5, 6, 12, 24]),
    last=st.sampled_from([dt.date(2024, 12, 31), dt.date(2024, 11, 14)]),
)
def test_agencies_with_a_spokesperson_are_those_a_plain_reading_finds(
    db: sqlite3.Connection,
    many: list[Any],
    required: int,
    interval: int,
    last: dt.date,
) -> None:
    target = replace(the_target(db, "T1"), required=required, interval=interval)
    span = Span(dt.date(2024, 1, 1), last)
    stretch = Stretch(span=span, nominal=span)
    with holding(db, many) as kept:
        found = target_people.spokesperson(db, target, stretch, a_setting(db))
        assert found.numerator == len(working_plainly(target, span, kept))
