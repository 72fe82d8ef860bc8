"""A small report whose figures can be traced: two agencies, one shared event."""

from desktop.operations.issuing.trace_report import with_traces
from desktop.operations.reports.draft_report import Request, draft_report
from desktop.records.report import FigureKey, Report
from desktop.store.store import Store
from tests.builders import UNIT, an_activity, task
from tests.gui.pages.report_desk import YEAR
from tests.store.test_totals import keep

TOTAL = FigureKey(table="table_a", row="total", column="direct_events")
OF_UNIT = FigureKey(table="table_a", row=UNIT, column="direct_events")
OF_TASK = FigureKey(table="tasks", row=task("3.4"), column="result")
NO_FIGURE = FigureKey(table="table_a", row="total", column="contests")


def record_few(store: Store) -> Report:
    """Record conferences of two agencies, one of them shared, and a show of a task."""
    keep(
        store,
        *(an_activity("conference", id=f"own{n}", title=f"Hội {n}") for n in range(3)),
        *(
            an_activity("conference", id=f"unit{n}", title=f"Xã {n}", agency=UNIT)
            for n in range(4)
        ),
        an_activity("conference", id="beside", agency=UNIT, joined_to="own1"),
        *(
            an_activity("mobile_show", id=f"m{n}", tasks=(task("3.4"),), sessions=2)
            for n in range(2)
        ),
    )
    request = Request(period=YEAR, period_words="năm 2024")
    return with_traces(store, draft_report(store, request))
