"""Figures on the screen are traced as a report's are, without a report."""

from decimal import Decimal

import pytest

from desktop.errors import Cancelled
from desktop.operations.tracing.trace_figure import Asked, Traced, trace_figures
from desktop.progress import Step
from desktop.records.report import FigureKey
from desktop.rules.calendar import parse_period
from desktop.store.store import Store
from tests.builders import PLAN, a_headcount, an_activity, staff
from tests.store.test_totals import keep

YEAR = parse_period("2024")
COLUMNS = ("period_numerator", "period_denominator", "period_value")


def asked(goal: str) -> list[Asked]:
    return [
        Asked(
            key=FigureKey(table="targets", row=f"{PLAN}/{goal}", column=one),
            row="Cán bộ",
            column=one,
        )
        for one in COLUMNS
    ]


def traced(store: Store, goal: str = "T2a") -> Traced:
    return trace_figures(store, YEAR, asked(goal), "Chỉ tiêu")


def test_a_target_is_told_with_both_its_numbers(store: Store) -> None:
    keep(
        store,
        an_activity(id="lop", title="Lớp một", staff=(staff("G1", 12),)),
        a_headcount("G1", 40, id="so"),
    )
    top, bottom, percent = traced(store).traces
    assert [one.value for one in (top, bottom, percent)] == [12, 40, Decimal("30.0")]
    assert [one.code for one in percent.addends] == [top.code, bottom.code]
    assert top.label == "Chỉ tiêu: Cán bộ; period_numerator"


def test_the_records_are_told_by_name_day_and_agency(store: Store) -> None:
    keep(store, an_activity(id="lop", title="Lớp một", staff=(staff("G1", 12),)))
    (table,) = traced(store).data
    (row,) = table.rows
    assert row.record == "activities/lop"
    assert row.values[0] == "05/06/2024"
    assert row.values[2] == "Lớp một"


def test_what_is_nothing_has_no_trace(store: Store) -> None:
    assert traced(store) == Traced(traces=(), data=())
    assert traced(store, "T0").traces == ()


def test_tracing_can_be_stopped(store: Store) -> None:
    def stop(step: Step) -> None:
        raise Cancelled(step.stage)

    with pytest.raises(Cancelled):
        trace_figures(store, YEAR, asked("T2a"), "Chỉ tiêu", stop)
