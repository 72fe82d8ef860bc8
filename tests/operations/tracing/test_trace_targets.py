"""The numbers of a target are told by what they are made of."""

from decimal import Decimal

import pytest

from desktop.operations.tracing.trace_numbers import Numbers
from desktop.records.identity import AgencyId, GoalId, RecordId
from desktop.records.target import Inherited, Milestone
from desktop.rules.calendar import parse_period
from desktop.rules.tracing.addends import Told
from desktop.rules.tracing.places import Kind, Quantity
from desktop.store.store import Store
from tests.builders import OWN, PLAN, a_headcount, an_activity, staff
from tests.store.counting_targets import the_target
from tests.store.test_totals import keep


def tell(store: Store, kind: Kind, goal: str, days: str = "period") -> Told | None:
    with store.reading():
        numbers = Numbers(store, parse_period("2024"))
        return numbers.tell(Quantity(kind=kind, code=f"{PLAN}/{goal}", days=days))


def planned(store: Store, goal: str, **years: int) -> None:
    target = the_target(store.reader, goal)
    keep(
        store,
        *(
            Milestone(
                id=year, target=target.id, year=int(year[1:]), value=Decimal(many)
            )
            for year, many in years.items()
        ),
    )


def test_a_percent_names_its_two_numbers(store: Store) -> None:
    keep(store, a_headcount("G1", 40), an_activity(staff=(staff("G1", 12),)))
    told = tell(store, Kind.VALUE, "T2a")
    assert told is not None
    assert [(one.amount, one.text) for one in told.extras] == [
        (12, "tử số"),
        (40, "mẫu số"),
    ]
    assert told.value == 30


def test_a_difference_is_the_value_less_what_was_asked(store: Store) -> None:
    keep(store, a_headcount("G1", 40), an_activity(staff=(staff("G1", 12),)))
    told = tell(store, Kind.DIFFERENCE, "T2a")
    assert told is not None
    assert sum(one.amount for one in told.extras) == told.value
    assert told.extras[1].text == "Mức phải đạt"
    assert told.value == 30 - 100


def test_what_was_planned_is_told_year_by_year_where_it_adds_up(store: Store) -> None:
    planned(store, "T3", y2023=4, y2024=5)
    told = tell(store, Kind.DENOMINATOR, "T3", "cumulative")
    assert told is not None
    assert [(one.amount, one.text[-4:]) for one in told.extras] == [
        (4, "2023"),
        (5, "2024"),
    ]


def test_what_does_not_add_up_is_told_in_one_line(store: Store) -> None:
    planned(store, "T5a", y2023=4, y2024=5)
    told = tell(store, Kind.DENOMINATOR, "T5a", "cumulative")
    assert told is not None
    assert [one.amount for one in told.extras] == [5]
    assert "2023: 4; 2024: 5" in told.extras[0].text


def test_what_was_inherited_stands_beside_ones_own_figure(store: Store) -> None:
    keep(
        store,
        Inherited(
            id=RecordId("i"),
            goal=GoalId(f"{PLAN}/T3"),
            year=2023,
            numerator=Decimal(7),
            agency=AgencyId(OWN),
        ),
    )
    told = tell(store, Kind.NUMERATOR, "T3", "cumulative")
    assert told is not None
    assert told.value == 7
    assert told.amounts == {"inherited_figures/i": 7}
    (own,) = told.extras
    assert own.of is not None
    assert own.of.kind is Kind.FIGURE


@pytest.mark.parametrize("kind", [Kind.VALUE, Kind.NUMERATOR, Kind.DIFFERENCE])
def test_there_is_nothing_to_tell_of_words_and_of_what_lacks(
    store: Store, kind: Kind
) -> None:
    assert tell(store, kind, "T0") is None
    assert tell(store, kind, "T3", "year_1999") is None or kind is Kind.DIFFERENCE
    assert tell(store, Kind.VALUE, "T2a") is None
