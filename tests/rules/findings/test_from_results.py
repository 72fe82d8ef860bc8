"""Doubts about targets."""

from decimal import Decimal
from typing import Any

import pytest

from desktop.files import catalogue
from desktop.records.finding import Check, Finding, Severity
from desktop.records.report import FigureKey
from desktop.records.result import Result
from desktop.records.target import Direction, Formula, Supplied
from desktop.rules.findings.from_results import from_results
from tests.builders import PLAN
from tests.rules.reported import measured, result

ABOVE: dict[str, Any] = {"doubts": ("numerator_above_denominator",)}


def found(*results: Result) -> list[Finding]:
    registers = catalogue.load_registers()
    return list(from_results(results, catalogue.load_figures(), registers))


def one(*results: Result) -> Finding:
    (only,) = found(*results)
    return only


def test_a_target_that_was_met_is_none() -> None:
    assert not found(result(measured(95, 100, "95")))


@pytest.mark.parametrize(
    ("changes", "severity"),
    [
        ({"formula": Formula.TRAINED}, Severity.ERROR),
        (
            {"formula": Formula.SUPPLIED, "supplied": Supplied.DETECTED_OF_ALL},
            Severity.ERROR,
        ),
        ({"formula": Formula.SUPPLIED}, Severity.DOUBT),
        ({"formula": Formula.RATIO}, Severity.DOUBT),
    ],
)
def test_only_what_cannot_be_more_than_all_blocks(
    changes: dict[str, Any], severity: Severity
) -> None:
    made = one(result(measured(120, 100, "120"), **ABOVE, **changes))
    assert made.code is Check.ABOVE_DENOMINATOR
    assert made.severity is severity
    assert made.facts == ("120", "100")
    assert made.moved == 20


def test_a_numerator_above_names_the_stretch_it_is_above_in() -> None:
    made = one(
        result(
            measured(10, 100, "10"),
            measured(120, 100, "120"),
            formula=Formula.TRAINED,
            **ABOVE,
        )
    )
    goal = f"{PLAN}/T"
    assert made.at == FigureKey(
        table="targets", row=goal, column="cumulative_numerator"
    )
    assert made.effect == 100


def test_a_target_passed_by_more_than_150_percent_wants_a_word() -> None:
    told: dict[str, Any] = {
        "formula": Formula.FIGURE,
        "direction": Direction.COUNT,
        "value": None,
    }
    assert not found(result(measured(15, 10, "150"), **told))
    made = one(result(measured(25, 10, "250"), **told))
    assert made.code is Check.FAR_PASSED
    assert made.severity is Severity.DOUBT
    assert made.facts == ("250%", "25", "10")
    assert made.effect == Decimal(60)
    assert made.moved == 15


def test_a_share_is_held_against_its_own_line() -> None:
    range_: dict[str, Any] = {
        "formula": Formula.PRODUCT_SHARE,
        "direction": Direction.RANGE,
        "value": Decimal(15),
        "upper": Decimal(20),
    }
    assert not found(result(measured(3, 10, "30"), **range_))
    assert one(result(measured(4, 10, "40"), **range_)).facts[0] == "200%"


def test_less_than_a_limit_or_a_growth_is_nothing_odd() -> None:
    quick: dict[str, Any] = {"formula": Formula.RATIO, "direction": Direction.AT_MOST}
    growth: dict[str, Any] = {"formula": Formula.GROWTH, "value": Decimal(5)}
    assert not found(
        result(measured(90, 100, "900"), **quick),
        result(measured(90, 100, "90"), **growth),
    )


def test_a_missing_number_leads_to_the_register_it_is_entered_in() -> None:
    unknown = measured(3, None, None, "unknown")
    made = one(result(unknown, missing="headcount", formula=Formula.TRAINED))
    assert made.code is Check.FIGURE_MISSING
    assert (made.where.place, made.where.table) == ("activities", "")
    assert made.where.record == "headcount"


def test_a_missing_plan_number_leads_to_the_target() -> None:
    unknown = measured(3, None, None, "unknown")
    made = one(result(unknown, missing="plan_number"))
    assert made.code is Check.TARGET_UNDECIDED
    assert made.where.place == "plan"
    assert made.where.record == f"{PLAN}/T"


def test_a_year_that_asks_for_nothing_is_no_gap() -> None:
    assert not found(
        result(measured(3, None, None, "unknown"), missing="nothing_planned")
    )
