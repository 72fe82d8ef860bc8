"""What units told without entries is told somewhere, though no task tells of it."""

from decimal import Decimal

import pytest

from desktop.files.templates import load_template
from desktop.operations.figures.compute_results import task_figures
from desktop.operations.figures.untasked import untasked_figures
from desktop.operations.reports.report_facts import report_facts
from desktop.progress import silent
from desktop.records.identity import AgencyId, Code, RecordId
from desktop.records.returns import UnlistedTotal
from desktop.rules.calendar import parse_period
from desktop.rules.reports import tables
from desktop.store import records
from desktop.store.store import Store
from tests.builders import PLAN, UNIT, an_activity
from tests.rules.reported import labels

Q2, Q3 = parse_period("2024-Q2"), parse_period("2024-Q3")
PEOPLE, READERS = Code("direct_attendance"), Code("bookshelf_readers")


def told(code: Code, value: int) -> UnlistedTotal:
    return UnlistedTotal(
        id=RecordId(code),
        agency=AgencyId(UNIT),
        figure=code,
        first_day=Q2.first_day,
        last_day=Q2.last_day,
        value=Decimal(value),
        whole=True,
    )


@pytest.fixture
def telling(store: Store) -> Store:
    held = an_activity(
        agency=UNIT,
        first_day=Q2.first_day,
        last_day=Q2.first_day,
        attendance=70,
        tasks=(f"{PLAN}/2.2",),
    )
    with store.change("put") as change:
        for one in (held, told(PEOPLE, 100), told(READERS, 12)):
            records.put(change, one)
    return store


def test_what_exceeds_the_entries_of_tasks_is_told_beside_them(telling: Store) -> None:
    found = {
        one.figure.code: (one.period, one.cumulative)
        for one in untasked_figures(telling, Q2)
    }
    assert found == {PEOPLE: (30, 30), READERS: (12, 12)}
    later = {one.figure.code: one.period for one in untasked_figures(telling, Q3)}
    assert later == {PEOPLE: 0, READERS: 0}, "only what was told up to then is left"
    of_tasks = {
        one.period
        for many in task_figures(telling, Q2).values()
        for one in many
        if one.figure.code == PEOPLE
    }
    assert max(of_tasks, default=70) <= 70, "no task has the 30 among its own"


def test_a_report_has_a_line_for_it(telling: Store) -> None:
    facts = report_facts(
        telling, Q2, "quý II", load_template("report-half-year"), silent
    )
    row = tables.tasks(facts, labels()).rows[-1]
    assert row.key == "untasked"
    assert "30 lượt người (lũy kế 30)" in str(row.values)
    assert "12 lượt người (lũy kế 12)" in str(row.values)


def test_where_nobody_told_any_there_is_no_line(store: Store) -> None:
    assert untasked_figures(store, Q2) == ()
