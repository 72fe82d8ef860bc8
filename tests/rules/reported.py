"""Facts of a small report, and the outline that ships, for tests of its layout."""

import datetime as dt
from decimal import Decimal
from functools import cache
from typing import Any

from desktop.files import catalogue, plans, templates
from desktop.records.result import Measured, Result, Verdict
from desktop.records.target import Direction, Formula, Target
from desktop.records.template import ReportTemplate
from desktop.rules.calendar import parse_period
from desktop.rules.reports.facts import Facts
from tests.builders import NOW, PLAN


@cache
def template() -> ReportTemplate:
    """Return the outline of the yearly report."""
    return templates.load_template("report-year")


@cache
def _plan() -> plans.PlanFile:
    return plans.load_plan(PLAN)


def labels() -> dict[str, str]:
    """Return the standing words of the yearly report."""
    return template().labels


def facts(**changes: Any) -> Facts:
    """Return the facts of an office that recorded nothing in 2024."""
    plan = _plan()
    values: dict[str, Any] = {
        "preferences": plan.preferences,
        "plan": plan.plan,
        "period": parse_period("2024"),
        "period_words": "năm 2024",
        "computed_at": NOW,
        "report_id": "report",
        "agencies": plan.agencies,
        "figures": catalogue.load_figures(),
        "results": (),
        "tasks": plan.tasks,
        "task_figures": {},
        "task_states": {},
        "totals": {},
        "by_agency": {},
        "by_month": {},
        "spending": (),
    }
    return Facts(**(values | changes))


def target(**changes: Any) -> Target:
    """Return a target of at least ninety percent by 2028."""
    values: dict[str, Any] = {
        "id": f"{PLAN}/T",
        "plan": PLAN,
        "position": 1,
        "code": "T",
        "text": "Phấn đấu 90% cán bộ được tập huấn",
        "label": "Cán bộ được tập huấn",
        "unit": "%",
        "formula": Formula.DIGITISED,
        "direction": Direction.AT_LEAST,
        "value": Decimal(90),
        "year": 2028,
    }
    return Target(**(values | changes))


def measured(
    numerator: int | None,
    denominator: int | None,
    value: str | None,
    verdict: str = "met",
) -> Measured:
    """Return figures as given."""
    return Measured(
        numerator=None if numerator is None else Decimal(numerator),
        denominator=None if denominator is None else Decimal(denominator),
        value=None if value is None else Decimal(value),
        verdict=Verdict(verdict),
    )


def result(
    period: Measured, cumulative: Measured | None = None, **changes: Any
) -> Result:
    """Return the result of a target; what names no field of it is the target's."""
    own = {
        name: changes.pop(name)
        for name in (
            "parts",
            "denominator_date",
            "missing",
            "doubts",
            "years",
            "estimate",
            "inherited",
        )
        if name in changes
    }
    return Result(
        target=target(**changes), period=period, cumulative=cumulative or period, **own
    )


def day(text: str) -> dt.date:
    """Return a day written as `2024-12-31`."""
    return dt.date.fromisoformat(text)
