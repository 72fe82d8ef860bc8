"""What was inherited joins a target's numbers as the counting joins it."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.records.figure import Aggregate
from desktop.records.identity import AgencyId, Code, RecordId
from desktop.records.target import Inherited
from desktop.rules import inherited
from desktop.rules.tracing.sides import Side, added, joined, of_records


def an_inherited(number: str, **changes: Any) -> Inherited:
    values: dict[str, Any] = {
        "id": RecordId(f"i{number}"),
        "year": 2023,
        "numerator": Decimal(number),
        "agency": AgencyId("before"),
    }
    return Inherited(**(values | changes))


def own(value: int) -> Side:
    return Side(
        value=Decimal(value),
        how="figure",
        figure=Code("f"),
        figure_value=Decimal(value),
    )


def comes_to(side: Side) -> Decimal:
    whole = side.figure_value if side.figure else Decimal(0)
    return whole + sum(side.amounts.values(), Decimal(0))


_TAKEN = st.lists(
    st.builds(
        an_inherited,
        st.integers(0, 6).map(str),
        id=st.uuids().map(lambda one: RecordId(str(one))),
        year=st.sampled_from([2022, 2023]),
    ),
    max_size=4,
)


@given(value=st.integers(0, 6), taken=_TAKEN, aggregate=st.sampled_from(Aggregate))
def test_a_side_comes_to_what_the_counting_joins(
    value: int, taken: list[Inherited], aggregate: Aggregate
) -> None:
    side = joined(own(value), taken, aggregate)
    expected = inherited.joined(Decimal(value), taken, aggregate)
    assert side.value == expected
    assert comes_to(side) == expected


def test_kinds_counted_once_keep_the_larger_number_alone() -> None:
    side = joined(own(2), [an_inherited("5")], Aggregate.DISTINCT)
    assert side.figure is None
    assert side.amounts == {"inherited_figures/i5": 5}
    assert side.how == "inherited_larger"
    assert joined(own(7), [an_inherited("5")], Aggregate.DISTINCT) == own(7)


def test_what_adds_nothing_is_not_told() -> None:
    assert of_records({"tallies/1": 0, "tallies/2": 3}, "x").amounts == {"tallies/2": 3}
    assert added(own(1), {"inherited_figures/1": Decimal(0)}) == own(1)


@pytest.mark.parametrize("aggregate", [Aggregate.LATEST, Aggregate.STANDING])
def test_ones_own_number_of_what_stands_replaces_the_inherited(
    aggregate: Aggregate,
) -> None:
    taken = [an_inherited("5"), an_inherited("9", year=2022)]
    assert joined(own(3), taken, aggregate) == own(3)
    assert joined(own(0), taken, aggregate).amounts == {"inherited_figures/i5": 5}
