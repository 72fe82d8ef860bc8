"""A number of a sentence is told by the report's own trace, or by one of its own."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.operations.entries.record_entry import record
from desktop.operations.issuing.trace_total import Total, TracedTotal, trace_total
from desktop.operations.reports.draft_report import PageDraft, Request, draft_page
from desktop.operations.tracing.trace_figure import Traced
from desktop.records.report import FigureKey, Report, Trace
from desktop.rules.calendar import parse_period
from desktop.store.store import Store
from tests import builders

REQUEST = Request(period=parse_period("2024"), period_words="năm 2024")


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Store]:
    path = builders.an_office(tmp_path / "so.stt")
    with Store(path, clock=builders.a_clock) as store:
        record(store, builders.an_activity())
        yield store


def asked(code: str) -> Total:
    return Total(code=code, label="Lớp tập huấn", where="Lời văn", row="Tổng")


def told(answer: TracedTotal) -> Trace:
    """Return the one trace of the figure asked about."""
    (found,) = (one for one in answer.traced.traces if answer.at in one.at)
    return found


def said(page: PageDraft, code: str) -> str:
    """Return the number as a sentence of the draft says it."""
    values = (one.values.get(code) for one in page.generated.values())
    return next(one for one in values if one is not None)


def test_a_figure_of_a_table_is_told_as_the_report_prints_it(office: Store) -> None:
    page = draft_page(office, REQUEST)
    answer = trace_total(office, REQUEST, page.report, asked("direct_attendance"))
    assert isinstance(answer.traced, Report)
    assert answer.at == FigureKey(
        table="table_a", row="total", column="direct_attendance"
    )
    assert str(told(answer).value) == said(page, "direct_attendance") == "40"


def test_a_report_with_its_traces_is_not_traced_anew(office: Store) -> None:
    page = draft_page(office, REQUEST)
    whole = trace_total(office, REQUEST, page.report, asked("direct_events")).traced
    assert isinstance(whole, Report)
    again = trace_total(office, REQUEST, whole, asked("direct_attendance"))
    assert again.traced is whole


@pytest.mark.parametrize(
    ("code", "total", "tables"),
    [("trainings", "1", True), ("direct_attendance", "40", False)],
)
def test_a_figure_of_no_table_is_told_by_itself(
    office: Store, code: str, total: str, *, tables: bool
) -> None:
    page = draft_page(office, REQUEST)
    report = page.report
    if not tables:
        report = replace(report, blocks=(), annexes=())
    answer = trace_total(office, REQUEST, report, asked(code))
    assert isinstance(answer.traced, Traced)
    one = told(answer)
    assert str(one.value) == said(page, code) == total
    assert one.label == "Lời văn: Tổng; Lớp tập huấn"
    assert len(one.addends) == 1


def test_what_is_nothing_has_no_trace(office: Store) -> None:
    page = draft_page(office, REQUEST)
    assert not trace_total(office, REQUEST, page.report, asked("contests")).traced.data
