"""Figures of an office before are added only where they add up."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from desktop.records.figure import Aggregate, Figure, Source
from desktop.records.identity import Code
from desktop.records.target import Formula, Inherited
from desktop.rules import inherited
from desktop.rules.counting import Span
from desktop.rules.stretches import Stretch
from tests.rules.test_targets import target

_SPAN = Span(dt.date(2023, 1, 1), dt.date(2025, 12, 31))
WHOLE = Stretch(span=_SPAN, nominal=_SPAN, inherits=(2023, 2024, 2025), whole=True)


def one(year: int, numerator: int, **changes: Any) -> Inherited:
    values = {"id": f"{year}", "goal": "p/T", "agency": "a"} | changes
    return Inherited(year=year, numerator=Decimal(numerator), **values)


def figures(aggregate: Aggregate) -> dict[Code, Figure]:
    code = Code("f")
    made = Figure(
        code=code, label="", unit="", source=Source.POSTING, aggregate=aggregate
    )
    return {code: made}


TAKEN = (one(2023, 5), one(2024, 3), one(2024, 1, id="b"))


@pytest.mark.parametrize(
    ("aggregate", "own", "expected"),
    [
        (Aggregate.COUNT, 10, 19),
        (Aggregate.SUM, 0, 9),
        (Aggregate.HOURS, 1, 10),
        (Aggregate.DISTINCT, 4, 5),
        (Aggregate.DISTINCT, 7, 7),
        (Aggregate.LATEST, 0, 4),
        (Aggregate.LATEST, 6, 6),
        (Aggregate.STANDING, 0, 4),
    ],
)
def test_a_total_joins_what_was_inherited_as_it_is_counted(
    aggregate: Aggregate, own: int, expected: int
) -> None:
    assert inherited.joined(Decimal(own), TAKEN, aggregate) == expected
    assert inherited.joined(Decimal(own), (), aggregate) == own


def test_what_stands_on_a_day_takes_only_the_last_year_s() -> None:
    many = (*TAKEN, one(2025, 2), one(2022, 9), one(2025, 7, goal="p/X"))
    found = inherited.of_goal(many, target(id="p/T"), WHOLE)
    assert [each.year for each in found] == [2023, 2024, 2024, 2025]
    standing = target(id="p/T", formula=Formula.SPOKESPERSON)
    assert [each.year for each in inherited.of_goal(many, standing, WHOLE)] == [2025]


def test_a_figure_s_own_are_those_that_name_it() -> None:
    many = (one(2023, 1, goal=None, figure="f"), one(2022, 1, goal=None, figure="f"))
    assert len(inherited.of_figure(many, Code("f"), WHOLE)) == 1
    assert inherited.of_figure(many, Code("g"), WHOLE) == ()
    assert inherited.of_figure(TAKEN, None, WHOLE) == ()


@pytest.mark.parametrize(
    ("formula", "own", "expected"),
    [
        (Formula.TRAINED, Decimal(10), 19),
        (Formula.PRODUCT_SHARE, None, 9),
        (Formula.MILESTONE, Decimal(0), 1),
        (Formula.MILESTONE, Decimal(1), 1),
    ],
)
def test_a_numerator_takes_in_what_was_inherited(
    formula: Formula, own: Decimal | None, expected: int
) -> None:
    found = inherited.numerator(target(formula=formula), own, TAKEN, {})
    assert found == expected


def test_a_numerator_of_kinds_is_the_larger() -> None:
    kinds = target(formula=Formula.FIGURE, figure=Code("f"))
    known = figures(Aggregate.DISTINCT)
    assert inherited.numerator(kinds, Decimal(2), TAKEN, known) == 5
    assert inherited.numerator(kinds, None, (), known) is None


WITH = (
    one(2023, 5, denominator=Decimal(50)),
    one(2024, 3, denominator=Decimal(30)),
    one(2024, 1, id="b", denominator=Decimal(8)),
)


@pytest.mark.parametrize(
    ("formula", "own", "expected"),
    [
        (Formula.SUPPLIED, Decimal(10), 98),
        (Formula.DIGITISED, None, 88),
        (Formula.RATIO, Decimal(1), 89),
        (Formula.TRAINED, None, 38),
        (Formula.TRAINED, Decimal(60), 60),
        (Formula.FIGURE, Decimal(4), 4),
        (Formula.MILESTONE, Decimal(1), 1),
    ],
)
def test_a_denominator_is_added_only_where_it_adds_up(
    formula: Formula, own: Decimal | None, expected: int
) -> None:
    assert inherited.denominator(target(formula=formula), own, WITH) == expected
    assert inherited.denominator(target(formula=formula), own, TAKEN) == own


def test_a_share_of_nobody_knows_how_many_is_told() -> None:
    share, people = (target(formula=f) for f in (Formula.SUPPLIED, Formula.TRAINED))
    assert inherited.lacks_denominator(share, TAKEN)
    assert not inherited.lacks_denominator(share, WITH)
    assert not inherited.lacks_denominator(people, TAKEN)
