"""What was told whole counts beyond what is kept, in whatever order it came."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from desktop.records.agency import Succession, SuccessionKind
from desktop.records.figure import Aggregate, Figure, Source
from desktop.records.identity import AgencyId, Code, RecordId
from desktop.records.returns import UnlistedTotal
from desktop.rules.beyond import as_hours, beyond, line_of, minutes_of
from desktop.rules.counting import Span, told_beside

PEOPLE = Figure(
    code=Code("people"),
    label="",
    unit="",
    source=Source.ACTIVITY,
    aggregate=Aggregate.SUM,
    field="attendance",
)
QUARTERS = [
    (dt.date(2024, 3 * n + 1, 1), dt.date(2024, 3 * n + 3, 30 if n in (1, 2) else 31))
    for n in range(4)
]
STRETCHES = (
    *QUARTERS,
    (QUARTERS[0][0], QUARTERS[1][1]),
    (QUARTERS[2][0], QUARTERS[3][1]),
    (QUARTERS[0][0], QUARTERS[3][1]),
)
YEAR = STRETCHES[-1]


def a_total(stretch: tuple[dt.date, dt.date], value: int) -> UnlistedTotal:
    return UnlistedTotal(
        id=RecordId(f"{stretch[0]}{stretch[1]}"),
        agency=AgencyId("unit"),
        figure=PEOPLE.code,
        first_day=stretch[0],
        last_day=stretch[1],
        value=Decimal(value),
        whole=True,
    )


TOTALS = st.lists(
    st.builds(a_total, st.sampled_from(STRETCHES), st.integers(0, 60)),
    unique_by=lambda one: one.id,
)
ENTRIES = st.lists(
    st.tuples(st.dates(YEAR[0], YEAR[1]), st.integers(0, 30)), max_size=5
)


@given(TOTALS, ENTRIES, st.randoms())
def test_a_year_is_never_less_nor_more_than_what_was_told_and_kept_of_it(
    told: list[UnlistedTotal],
    entries: list[tuple[dt.date, int]],
    chance: Random,
) -> None:
    def kept(total: UnlistedTotal, _agency: AgencyId) -> Decimal:
        days = total.first_day, total.last_day
        return Decimal(sum(n for day, n in entries if days[0] <= day <= days[1]))

    found = beyond(PEOPLE, told, kept)
    mixed = list(told)
    chance.shuffle(mixed)
    assert beyond(PEOPLE, mixed, kept) == found, "the order of arrival is nothing"
    for one in told:
        inside = [o for o in told if one.first_day <= o.first_day <= o.last_day]
        inside = [o for o in inside if o.last_day <= one.last_day]
        parts = sum((found[o.id] for o in inside if o is not one), Decimal(0))
        listed = kept(one, one.agency)
        assert parts + found[one.id] + listed == max(one.value, parts + listed)


@given(st.integers(0, 100_000))
def test_hours_made_of_minutes_are_the_same_minutes_again(minutes: int) -> None:
    assert minutes_of(as_hours(Decimal(minutes))) == minutes


def test_what_is_not_told_whole_counts_as_it_stands() -> None:
    part = replace(a_total(YEAR, 7), whole=False)
    assert beyond(PEOPLE, [part], lambda *_: Decimal(5)) == {part.id: Decimal(7)}


def test_of_what_stands_only_numbers_of_the_same_day_are_parts() -> None:
    standing = replace(PEOPLE, aggregate=Aggregate.LATEST)
    first, half = a_total(QUARTERS[0], 5), a_total(STRETCHES[4], 7)
    quarter = a_total(QUARTERS[1], 6)
    found = beyond(standing, [half, quarter, first], lambda *_: Decimal(0))
    assert found == {first.id: 5, quarter.id: 6, half.id: 1}


# --- units that took over from others ------------------------------------------------

MERGED = Succession(
    id="1",
    kind=SuccessionKind.MERGED,
    day=QUARTERS[2][0],
    predecessors=(AgencyId("a"), AgencyId("b")),
    successors=(AgencyId("c"),),
)
SPLIT = replace(
    MERGED,
    kind=SuccessionKind.SPLIT,
    predecessors=(AgencyId("a"),),
    successors=(AgencyId("b"), AgencyId("c")),
)


def told_by(unit: str, stretch: tuple[dt.date, dt.date], value: int) -> UnlistedTotal:
    total = a_total(stretch, value)
    return replace(total, id=RecordId(f"{total.id}{unit}"), agency=AgencyId(unit))


def test_an_heir_tells_what_it_took_over_together_with_its_own() -> None:
    told = [
        told_by("a", QUARTERS[1], 10),
        told_by("b", QUARTERS[1], 5),
        told_by("c", QUARTERS[2], 20),
        told_by("c", YEAR, 37),
    ]
    entries = {("a", QUARTERS[1]): 4, ("a", YEAR): 4}

    def kept(total: UnlistedTotal, agency: AgencyId) -> Decimal:
        return Decimal(entries.get((agency, (total.first_day, total.last_day)), 0))

    found = beyond(PEOPLE, told, kept, line_of([MERGED]))
    assert [int(found[one.id]) for one in told] == [6, 5, 20, 2]
    assert sum(found.values()) + 4 == 37


def test_who_took_over_counts_after_those_of_the_same_days() -> None:
    told = [told_by("c", YEAR, 12), told_by("a", YEAR, 10), told_by("b", YEAR, 3)]
    found = beyond(PEOPLE, told, lambda *_: Decimal(0), line_of([MERGED]))
    assert [int(found[one.id]) for one in told] == [0, 10, 3]


def test_each_part_of_a_unit_that_was_split_tells_of_it_too() -> None:
    told = [
        told_by("a", QUARTERS[1], 10),
        told_by("b", YEAR, 13),
        told_by("c", YEAR, 14),
    ]
    found = beyond(PEOPLE, told, lambda *_: Decimal(0), line_of([SPLIT]))
    assert [int(found[one.id]) for one in told] == [10, 3, 4]


def test_before_the_day_of_the_change_each_tells_of_itself() -> None:
    told = [told_by("a", QUARTERS[0], 10), told_by("c", STRETCHES[4], 12)]
    found = beyond(PEOPLE, told, lambda *_: Decimal(0), line_of([MERGED]))
    assert [int(found[one.id]) for one in told] == [10, 12]


def test_what_stood_stands_until_who_took_over_tells_it_anew() -> None:
    standing = replace(PEOPLE, aggregate=Aggregate.LATEST)
    old = [told_by("a", QUARTERS[0], 3), told_by("b", QUARTERS[1], 5)]
    new = told_by("c", QUARTERS[2], 9)
    year = Span(*YEAR)
    line = line_of([MERGED])
    assert told_beside(standing, old, year, line) == tuple(old)
    assert told_beside(standing, [*old, new], year, line) == (new,)
