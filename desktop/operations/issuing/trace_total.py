"""Tell what a number of a report's sentences is made of: the total of a figure."""

from dataclasses import dataclass

from desktop.operations.issuing.ready_report import ready_report
from desktop.operations.reports.draft_report import Request
from desktop.operations.tracing.trace_figure import Asked, Traced, trace_figures
from desktop.progress import Progress, silent
from desktop.records.report import FigureKey, Report
from desktop.rules.tracing.places import TOTAL, total_cell
from desktop.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """A figure asked about."""

    code: str
    label: str
    """What it counts."""
    where: str
    """What the words it stands in are called, where no table has it."""
    row: str
    """What its total is called there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TracedTotal:
    """Traces, and under which key the figure asked about is found in them."""

    at: FigureKey
    traced: Report | Traced


def trace_total(
    store: Store,
    request: Request,
    report: Report,
    total: Total,
    progress: Progress = silent,
) -> TracedTotal:
    """Return what the total of a figure over a report's period is made of.

    Where a table of the report has it, the report's own trace tells it, with the code
    that is printed there.

    Args:
        store: An open office.
        request: The report asked for.
        report: The same as a draft; with its traces it is not traced anew.
        total: The figure.
        progress: May stop the tracing.

    Raises:
        ConflictError: The file holds no office.
        Cancelled: The user asked to stop.
    """
    at = total_cell(report, total.code)
    if at is not None:
        whole = report if report.traces else ready_report(store, request, progress)
        if any(at in one.at for one in whole.traces):
            return TracedTotal(at=at, traced=whole)
    return _beside(store, request, total, progress)


def _beside(
    store: Store, request: Request, total: Total, progress: Progress
) -> TracedTotal:
    key = FigureKey(table="words", row=TOTAL, column=total.code)
    asked = Asked(key=key, row=total.row, column=total.label)
    found = trace_figures(store, request.period, [asked], total.where, progress)
    return TracedTotal(at=key, traced=found)
