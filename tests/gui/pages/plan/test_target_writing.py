"""What a target's dialog shows follows the formula; the rest is blank."""

from decimal import Decimal

import pytest
from pytestqt.qtbot import QtBot

from desktop.gui.pages.plan.target_writing import made, shown
from desktop.gui.session import Session
from desktop.records.target import Direction, Formula
from tests import builders
from tests.gui.pages.plan.plan_desk import a_page, dialog, fill, shown_fields
from tests.rules.test_target_checks import a_target

WAYS = {
    "spokesperson": {"scope", "required", "interval"},
    "trained": {"staff_group", "staff_tiers", "training"},
    "figure": {"figure"},
    "ratio": {"figure", "divisor"},
    "supplied": {"subject", "supplier", "supplied"},
    "text": set(),
}
EVERY = set().union(*WAYS.values())


@pytest.mark.parametrize("formula", list(WAYS))
def test_fields_follow_the_formula(
    session: Session, qtbot: QtBot, formula: str
) -> None:
    page = a_page(session, qtbot)
    page.targets.list.select(f"{builders.PLAN}/T2b")
    page.targets.edit()
    opened = dialog(page)
    fill(opened, formula=formula)
    assert shown_fields(opened) & EVERY == WAYS[formula]
    assert ("value" in shown_fields(opened)) is (formula != "text")


def test_the_upper_end_is_asked_only_of_a_range() -> None:
    values = {"formula": "product_share", "direction": "at_least"}
    assert "upper" not in shown(values)
    assert "upper" in shown({**values, "direction": "range"})


def test_what_a_formula_takes_not_is_blank() -> None:
    target = a_target(tolerance=Decimal(2))
    values = {
        "code": "T1",
        "text": "Lời",
        "label": "Tên",
        "unit": "cuộc",
        "formula": "figure",
        "direction": "count",
        "value": Decimal(90),
        "upper": None,
        "tolerance": Decimal(2),
        "basis": "period",
        "year": 2028,
        "staff_group": "G2",
        "staff_tiers": ("x",),
        "training": "both",
        "figure": "contests",
        "divisor": "products",
        "scope": ("a",),
        "required": None,
        "interval": None,
        "subject": "s",
        "supplier": "a",
        "supplied": "handled_of_detected",
    }
    one = made(target, values)
    assert (one.formula, one.direction) == (Formula.FIGURE, Direction.COUNT)
    assert (one.value, one.tolerance) == (None, Decimal(0))
    assert (one.staff_group, one.staff_tiers, one.scope) == (None, (), ())
    assert (one.figure, one.divisor, one.supplier) == ("contests", None, None)
    assert (one.required, one.interval) == (1, 0)


@pytest.mark.parametrize("formula", ["text", "milestone"])
def test_what_has_no_number_has_no_unit_and_no_side(
    session: Session, qtbot: QtBot, formula: str
) -> None:
    page = a_page(session, qtbot)
    page.targets.list.select(f"{builders.PLAN}/T2b")
    page.targets.edit()
    opened = dialog(page)
    fill(opened, formula=formula)
    assert not shown_fields(opened) & {"unit", "direction"}
    target = made(a_target(), {**opened.values(), "formula": formula})
    wanted = Direction.TEXT if formula == "text" else Direction.AT_LEAST
    assert (target.unit, target.direction) == ("", wanted)
