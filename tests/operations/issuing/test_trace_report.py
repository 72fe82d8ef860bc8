"""Every figure of a report leads to what it is made of, and adds up again."""

import dataclasses
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from desktop.files.plans import load_plan
from desktop.operations.issuing.trace_report import with_traces
from desktop.operations.practice.practise import make_practice_office
from desktop.operations.reports.draft_report import Request, draft_report
from desktop.records.activity import Spending
from desktop.records.identity import Code
from desktop.records.report import Report, RowKind, Trace
from desktop.records.target import Formula
from desktop.rules.calendar import parse_period
from desktop.rules.tracing.codes import codes_in
from desktop.rules.tracing.places import tables
from desktop.store import records
from desktop.store.store import Store
from tests.builders import (
    OWN,
    UNIT,
    a_broadcast,
    a_clock,
    a_product,
    an_activity,
    task,
)
from tests.operations.calculator import faults
from tests.store.test_totals import keep

PLANS = {
    "dak-ha-2023-2028": "2024",
    "khanh-hoa-2023-2028": "2024-H1",
    "binh-phuoc-2023-2028": "2024-Q2",
    "cao-bang-2018-2020": "2019",
    "dak-lak-press-2024": "2024",
}


def traced(store: Store, code: str = "2024") -> Report:
    request = Request(period=parse_period(code), period_words="")
    return with_traces(store, draft_report(store, request))


def of_cell(report: Report, table: str, row: str, column: str) -> tuple[Trace, ...]:
    """Return the traces of the codes beside one cell."""
    held = next(one for one in tables(report) if one.code == table)
    place = next(n for n, one in enumerate(held.columns) if one.key == column)
    found = next(one for one in held.rows if one.key == row)
    known = {one.code: one for one in report.traces}
    code = found.codes[place] if found.codes else ""
    return tuple(known[one] for one in codes_in(code, known))


def places(report: Report, trace: Trace) -> list[str]:
    """Return the records a trace names, itself or by the codes of others."""
    rows = {table.code: table.rows for table in report.data}
    known = {one.code: one for one in report.traces}
    found = []
    for one in trace.addends:
        if one.table:
            found.append(rows[one.table][one.row - 1].record)
        elif one.code:
            found += places(report, known[one.code])
    return found


@pytest.mark.parametrize(("plan", "period"), PLANS.items())
def test_every_figure_of_a_practice_office_adds_up(
    plan: str, period: str, tmp_path: Path
) -> None:
    path = tmp_path / "so.stt"
    year = int(period[:4])
    make_practice_office(path, plan, year=year, seed=7, clock=a_clock)
    with Store(path, clock=a_clock) as store:
        report = traced(store, period)
    assert len(report.traces) > 50
    assert not list(faults(report))
    assert not list(_bare(report))


def _bare(report: Report) -> list[Any]:
    """Return figures by agency that are something and have no code."""
    return [
        (table.code, row.key, column.key, value)
        for table in tables(report)
        if table.code.startswith("table_")
        for row in table.rows
        if row.kind is not RowKind.GROUP
        for number, (column, value) in enumerate(
            zip(table.columns, row.values, strict=True)
        )
        if isinstance(value, Decimal) and value
        if not (row.codes and row.codes[number])
    ]


def test_a_total_is_the_sum_of_its_rows_less_what_is_shared(store: Store) -> None:
    keep(
        store,
        *(an_activity("conference", id=f"own{n}") for n in range(4)),
        *(an_activity("conference", id=f"unit{n}", agency=UNIT) for n in range(5)),
        an_activity("conference", id="beside", agency=UNIT, joined_to="own1"),
    )
    report = traced(store)
    (trace,) = of_cell(report, "table_a", "total", "direct_events")
    (own,) = of_cell(report, "table_a", "own", "direct_events")
    (unit,) = of_cell(report, "table_a", UNIT, "direct_events")
    told = {(one.code, one.amount, bool(one.table)) for one in trace.addends}
    assert told == {(own.code, 4, False), (unit.code, 6, False), ("", -1, True)}
    taken_off = next(one for one in trace.addends if one.amount < 0)
    assert "chung" in taken_off.text
    assert trace.value == 9
    assert not list(faults(report))


def test_a_figure_that_stands_twice_has_one_code(store: Store) -> None:
    keep(store, *(a_broadcast(id=f"b{n}") for n in range(3)))
    report = traced(store)
    short = next(one for one in tables(report) if one.code == "targets_short")
    goal = next(row.key for row in short.rows if any(row.codes))
    for days in ("period", "cumulative"):
        beside = of_cell(report, "targets_short", goal, f"{days}_value")
        assert beside == of_cell(report, "targets", goal, f"{days}_value")
        named = {key.table for one in beside for key in one.at}
        assert named >= {"targets_short", "targets"}


def test_a_figure_leads_to_its_records(store: Store) -> None:
    keep(
        store,
        a_product(id="p1", copies=300),
        a_product(id="p2", copies=250, agency=UNIT),
        a_product(id="p3", copies=None),
    )
    report = traced(store)
    (trace,) = of_cell(report, "table_a", UNIT, "copies")
    assert places(report, trace) == ["products/p2"]
    (trace,) = of_cell(report, "table_a", "total", "copies")
    assert sorted(places(report, trace)) == ["products/p1", "products/p2"]
    assert "Tổng số" in trace.label
    assert trace.how.endswith("từ 01/01/2024 đến hết 31/12/2024.")


def test_nothing_has_no_code(store: Store) -> None:
    report = traced(store)
    assert of_cell(report, "table_a", "total", "direct_events") == ()
    assert not list(faults(report))


def test_the_cell_of_a_task_tells_a_code_for_each_of_its_numbers(
    store: Store,
) -> None:
    keep(
        store,
        *(
            an_activity("mobile_show", id=f"m{n}", tasks=(task("3.4"),), sessions=2)
            for n in range(3)
        ),
    )
    report = traced(store)
    found = of_cell(report, "tasks", task("3.4"), "result")
    names = [one.label.split("; ")[-1] for one in found]
    assert any("Đợt tuyên truyền lưu động, trong kỳ" in one for one in names)
    assert any("Buổi tuyên truyền lưu động, lũy kế" in one for one in names)
    sessions = next(one for one in found if "Buổi" in one.label)
    assert sessions.value == 6
    assert len(places(report, sessions)) == 3


def test_money_by_source_leads_to_the_activities(store: Store) -> None:
    spent = Spending(source=Code("regular"), planned=5_000, spent=4_000)
    keep(store, an_activity(id="a1", spending=(spent,)))
    report = traced(store)
    (total,) = of_cell(report, "spending", "total", "spent")
    assert places(report, total) == ["activities/a1"]
    (share,) = of_cell(report, "spending", "total", "share")
    assert [one.amount for one in share.addends] == [4_000, 5_000]
    assert share.value == 80


def test_a_figure_that_changed_since_the_draft_has_no_code(store: Store) -> None:
    keep(store, *(an_activity("conference", id=f"c{n}") for n in range(2)))
    request = Request(period=parse_period("2024"), period_words="")
    drafted = draft_report(store, request)
    keep(store, an_activity("conference", id="later"))
    report = with_traces(store, drafted)
    assert of_cell(report, "table_a", "own", "direct_events") == ()


def test_tracing_twice_gives_the_same_codes(store: Store) -> None:
    keep(store, *(an_activity("conference", id=f"c{n}") for n in range(2)))
    once = traced(store)
    assert with_traces(store, dataclasses.replace(once, traces=())) == once


def test_the_plans_have_targets_of_most_formulas() -> None:
    """The others are held against the counting in the tests of the store."""
    met = {one.formula for plan in PLANS for one in load_plan(plan).targets}
    assert met >= set(Formula) - {Formula.MILESTONE, Formula.RATIO, Formula.GROWTH}


def test_own_agency_is_told_by_its_own_row(store: Store) -> None:
    keep(store, an_activity("conference", id="c", agency=OWN))
    report = traced(store)
    (own,) = of_cell(report, "table_a", "own", "direct_events")
    assert places(report, own) == ["activities/c"]
    assert records.count(store.reader, type(an_activity())) == 1
