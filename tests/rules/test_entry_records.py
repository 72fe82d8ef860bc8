"""Channels, money, results and inherited figures are held to their own rules."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from desktop.records.identity import Code, PlanId, RecordId
from desktop.records.plan import LegalBasis
from desktop.rules.entry import problems
from tests.rules.entries import (
    ACHIEVEMENT,
    BUDGET,
    DAY,
    ESTIMATE,
    GOAL,
    INHERITED,
    KNOWN,
    OWN_CHANNEL,
    STEP,
    TASK,
    TOMORROW,
    spoilt,
)

BEFORE = DAY - dt.timedelta(days=1)


def told(record: object) -> list[tuple[str, str, bool]]:
    """Return field, code and whether it blocks, of every problem."""
    return [(p.field, p.code, p.blocking) for p in problems(record, KNOWN)]


@pytest.mark.parametrize("record", [OWN_CHANNEL, BUDGET, ACHIEVEMENT, ESTIMATE])
def test_what_is_sound_passes(record: object) -> None:
    assert told(record) == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"closed_on": BEFORE}, ("closed_on", "before_opening", True)),
        ({"closed_on": DAY}, None),
        (
            {"section": True, "section_since": BEFORE},
            ("section_since", "before_opening", True),
        ),
        ({"section": True, "section_since": DAY}, None),
        ({"section": True}, ("section_since", "missing", True)),
        ({"section_since": DAY}, ("section", "day_without_section", False)),
        ({"opened_on": TOMORROW}, ("opened_on", "in_future", True)),
        ({"channel": Code("smoke")}, ("channel", "unknown_code", True)),
    ],
)
def test_the_days_of_a_channel_follow_each_other(
    changes: dict[str, Any], expected: tuple[str, str, bool] | None
) -> None:
    assert told(spoilt(OWN_CHANNEL, **changes)) == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("parent", "code"),
    [
        ("portal", ""),
        ("one", "part_of_itself"),
        ("part", "part_of_its_part"),
        ("part of it", "part_of_its_part"),
        ("round", ""),
        ("gone", "unknown_channel"),
    ],
)
def test_a_channel_is_no_part_of_its_own_parts(parent: str, code: str) -> None:
    part = spoilt(OWN_CHANNEL, parent=RecordId(parent))
    assert told(part) == ([("parent", code, True)] if code else [])


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"spent": 9}, ("spent", "spent_above_allocated", False)),
        (
            {"estimated": 0, "allocated": 0, "spent": 0},
            ("estimated", "no_amount", False),
        ),
        ({"allocated": -1}, ("allocated", "negative", True)),
        ({"year": 2022}, ("year", "year_outside_plan", True)),
        ({"source": Code("gold")}, ("source", "unknown_code", True)),
    ],
)
def test_amounts_go_together(
    changes: dict[str, Any], expected: tuple[str, str, bool]
) -> None:
    assert told(spoilt(BUDGET, **changes)) == [expected]


def test_a_result_serves_something_and_a_document_proves_it() -> None:
    assert told(spoilt(ACHIEVEMENT, goals=())) == [("goals", "serves_nothing", False)]
    for serves in ({"tasks": (TASK,)}, {"steps": (STEP,)}, {"goals": (GOAL,)}):
        assert told(spoilt(spoilt(ACHIEVEMENT, goals=()), **serves)) == []
    bare = spoilt(ACHIEVEMENT, document_number=" ")
    assert told(bare) == [("document_number", "no_proof", False)]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"goals": ("plan/T9",)}, ("goals", "unknown_goal", True)),
        ({"steps": ("plan/9",)}, ("steps", "unknown_step", True)),
        ({"tasks": ("plan/9",)}, ("tasks", "unknown_task", True)),
        ({"reached_on": TOMORROW}, ("reached_on", "in_future", True)),
        ({"reached_on": dt.date(2022, 5, 6)}, ("reached_on", "outside_plan", True)),
    ],
)
def test_a_result_names_what_there_is_on_a_day_of_the_plan(
    changes: dict[str, Any], expected: tuple[str, str, bool]
) -> None:
    assert told(spoilt(ACHIEVEMENT, **changes)) == [expected]


def test_an_estimate_is_of_a_target_and_a_year_of_the_plan() -> None:
    lost = spoilt(ESTIMATE, goal="plan/T9")
    assert told(lost) == [("goal", "unknown_goal", True)]
    assert told(spoilt(ESTIMATE, year=2030)) == [("year", "year_outside_plan", True)]
    assert told(spoilt(ESTIMATE, made_on=TOMORROW)) == [("made_on", "in_future", True)]


def test_only_growth_is_estimated_to_be_below_nothing() -> None:
    below = spoilt(ESTIMATE, value=Decimal(-3))
    assert told(below) == [("value", "negative", True)]
    assert told(spoilt(ESTIMATE, value=Decimal(0))) == []
    growing = replace(KNOWN, growing=frozenset({GOAL}))  # 004-T2
    assert problems(below, growing) == ()


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, None),
        ({"goal": None, "figure": Code("portals")}, None),
        ({"goal": None}, ("goal", "goal_or_figure", True)),
        ({"figure": Code("portals")}, ("goal", "goal_or_figure", True)),
        (
            {"goal": None, "figure": Code("nothing")},
            ("figure", "unknown_figure", True),
        ),
        ({"numerator": Decimal(-1)}, ("numerator", "negative", True)),
        ({"denominator": Decimal(10)}, None),
        ({"denominator": Decimal(0)}, ("denominator", "whole_below_one", True)),
        ({"denominator": Decimal(7)}, ("numerator", "numerator_above_whole", False)),
        (
            {"goal": None, "figure": Code("portals"), "denominator": Decimal(9)},
            ("denominator", "figure_without_whole", True),
        ),
        ({"document_number": ""}, ("document_number", "no_proof", False)),
        ({"year": 2022}, ("year", "year_outside_plan", True)),
    ],
)
def test_inherited_figures_are_of_one_thing(
    changes: dict[str, Any], expected: tuple[str, str, bool] | None
) -> None:
    assert told(spoilt(INHERITED, **changes)) == ([expected] if expected else [])


def test_a_type_and_a_symbol_that_disagree_are_doubted() -> None:
    basis = LegalBasis(
        id="b",
        plan=PlanId("plan"),
        position=1,
        document_type="Thông tư",
        number="09/2017/NĐ-CP",
    )
    assert told(basis) == [("document_type", "symbol_differs", False)]
    assert told(spoilt(basis, document_type="Nghị định")) == []
