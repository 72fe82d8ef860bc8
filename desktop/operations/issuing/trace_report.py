"""Give a report codes for its figures, and tell what each is made of."""

from desktop.operations.tracing.trace_numbers import Numbers
from desktop.progress import Progress, Step, silent
from desktop.records.report import Report
from desktop.rules.tracing import places as trace_places
from desktop.rules.tracing import trace
from desktop.store.store import Store


def with_traces(store: Store, report: Report, progress: Progress = silent) -> Report:
    """Return the report with a code beside each figure and the trace of each code.

    What the file holds now is told: ask for it as soon as the report is drafted. A
    figure that has changed since has no code.

    Raises:
        ConflictError: The file holds no office.
        Cancelled: The user asked to stop.
    """
    progress(Step("tracing", 0, 1))
    with store.reading():
        numbers = Numbers(store, report.period)
        spots = numbers.plain(trace_places.spots(report, numbers.known))
        return trace.traced(
            report, spots, numbers.tell, numbers.describe, numbers.words
        )
