"""What refers to tasks and goals is counted, once for each record."""

import datetime as dt
from decimal import Decimal

from desktop.operations.entries.record_entry import record_many
from desktop.operations.issuing.issue_report import issue_report
from desktop.operations.reports.draft_report import Request, draft_report
from desktop.records.target import Achievement, Estimate, Inherited
from desktop.records.task import Quantity, TaskProgress, TaskState
from desktop.rules.calendar import parse_period
from desktop.store import links, records
from desktop.store.store import Store
from tests import builders

TASKS = (builders.task("2.2"), builders.task("3.3"))
GOAL = f"{builders.PLAN}/T3"


def put(store: Store, *many: object) -> None:
    with store.change("prepare") as change:
        for one in many:
            records.put(change, one)


def test_a_record_of_two_tasks_counts_once(store: Store) -> None:
    record_many(
        store,
        (
            builders.an_activity(tasks=TASKS),
            builders.a_product(),
            builders.a_posting(),
            builders.a_broadcast(),
        ),
    )
    assert links.of_tasks(store.reader, TASKS) == 3
    assert links.of_tasks(store.reader, TASKS[:1]) == 1
    assert links.of_tasks(store.reader, ()) == 0


def test_states_and_quantities_are_counted(store: Store) -> None:
    put(
        store,
        TaskState(id="s", task=TASKS[0], year=2024, progress=TaskProgress.DONE),  # type: ignore[arg-type]
        Quantity(id="q", task=TASKS[1], figure="x", year=2024, value=Decimal(1)),  # type: ignore[arg-type]
    )
    assert links.said_of_tasks(store.reader, TASKS) == 2
    assert links.said_of_tasks(store.reader, TASKS[1:]) == 1


def test_what_names_a_goal_or_a_step_is_counted(store: Store) -> None:
    day = dt.date(2024, 5, 1)
    put(
        store,
        Achievement(
            id="a",  # type: ignore[arg-type]
            title="Đã xuất bản",
            reached_on=day,
            agency=builders.OWN,  # type: ignore[arg-type]
            goals=(GOAL,),  # type: ignore[arg-type]
            steps=("step",),  # type: ignore[arg-type]
        ),
        Estimate(id="e", goal=GOAL, year=2024, value=Decimal(1), made_on=day),  # type: ignore[arg-type]
        Inherited(
            id="i",  # type: ignore[arg-type]
            goal=GOAL,  # type: ignore[arg-type]
            year=2023,
            numerator=Decimal(1),
            agency=builders.OWN,  # type: ignore[arg-type]
        ),
    )
    assert links.of_goals(store.reader, (GOAL,)) == 3
    assert links.of_goals(store.reader, ("other",)) == 0
    assert links.of_steps(store.reader, ("step", "other")) == 1


def test_a_report_is_counted_by_the_plan_it_prints(store: Store) -> None:
    drafted = draft_report(
        store, Request(period=parse_period("2024"), period_words="năm 2024")
    )
    issue_report(store, drafted)
    assert links.reports_of(store.reader, drafted.plan_title) == 1
    assert links.reports_of(store.reader, "Kế hoạch khác") == 0
