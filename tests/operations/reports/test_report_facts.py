"""What a report is laid out from is counted over the right days."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from desktop.operations.reports.read_templates import load_for
from desktop.operations.reports.report_facts import report_facts
from desktop.progress import silent
from desktop.records.evidence import Evidence
from desktop.records.identity import Code, TaskId
from desktop.records.task import Quantity, TaskProgress, TaskState
from desktop.rules.calendar import parse_period
from desktop.rules.reports.facts import Facts, Proof
from desktop.store import records
from desktop.store.store import Store
from tests.builders import NOW, an_activity, task

TRAININGS = Code("trainings")


def put(store: Store, *those: object) -> None:
    with store.change("record") as change:
        for one in those:
            records.put(change, one)


def trained(*days: tuple[int, int, int]) -> list[Any]:
    return [
        an_activity(id=f"t{number}", last_day=dt.date(*day))
        for number, day in enumerate(days)
    ]


def counted(store: Store, period: str, kind: str = "report-year") -> Facts:
    template = load_for(store, kind)
    return report_facts(store, parse_period(period), "kỳ", template, silent)


def before(found: Facts) -> dict[str, tuple[str, str, Decimal]]:
    return {
        one.kind: (str(one.first_day), str(one.last_day), one.totals[TRAININGS])
        for one in found.earlier
    }


def test_a_half_year_is_held_against_the_one_before_and_that_of_last_year(
    store: Store,
) -> None:
    put(store, *trained((2023, 3, 1), (2023, 9, 1), (2023, 9, 2), (2024, 3, 1)))
    assert before(counted(store, "2024-H1")) == {
        "previous": ("2023-07-01", "2023-12-31", 2),
        "last_year": ("2023-01-01", "2023-06-30", 1),
    }


def test_a_year_is_held_against_the_year_before_alone(store: Store) -> None:
    put(store, *trained((2023, 3, 1), (2024, 3, 1)))
    assert before(counted(store, "2024")) == {
        "last_year": ("2023-01-01", "2023-12-31", 1)
    }


def test_what_is_closed_early_is_held_against_as_many_days(store: Store) -> None:
    put(store, *trained((2023, 3, 1), (2023, 12, 1), (2024, 3, 1)))
    assert before(counted(store, "2024@14/11")) == {
        "last_year": ("2023-01-01", "2023-11-14", 1)
    }


@pytest.mark.parametrize("period", ["2024", "2024-H1", "01/11/2024-31/12/2024"])
def test_an_earlier_period_with_nothing_is_no_comparison(
    store: Store, period: str
) -> None:
    put(store, *trained((2024, 3, 1)))
    assert counted(store, period).earlier == ()


def test_years_before_the_plan_are_not_compared(store: Store) -> None:
    put(store, *trained((2022, 3, 1), (2023, 3, 1)))
    assert counted(store, "2023").earlier == ()


def test_typed_days_are_held_against_the_same_of_the_year_before(store: Store) -> None:
    put(store, *trained((2023, 11, 20), (2024, 11, 20)))
    assert before(counted(store, "01/11/2024-31/12/2024")) == {
        "last_year": ("2023-11-01", "2023-12-31", 1)
    }


def test_a_review_tells_each_year_apart(store: Store) -> None:
    put(store, *trained((2023, 3, 1), (2024, 3, 1), (2024, 4, 1)))
    found = counted(store, "01/01/2023-31/12/2024", "report-mid-term")
    assert {year: each[TRAININGS] for year, each in found.by_year.items()} == {
        2023: 1,
        2024: 2,
    }
    assert found.totals[TRAININGS] == 3
    assert {one.year for one in found.results[1].years} == {2023, 2024}
    assert found.earlier == ()


def test_a_review_takes_what_was_last_said_of_a_task(store: Store) -> None:
    states = [
        TaskState(id=str(year), task=TaskId(task("2.2")), year=year, progress=progress)
        for year, progress in (
            (2023, TaskProgress.UNDER_WAY),
            (2024, TaskProgress.DONE),
        )
    ]
    put(store, *states)
    review = counted(store, "01/01/2023-31/12/2025", "report-mid-term")
    assert review.task_states[states[0].task].progress is TaskProgress.DONE
    year = counted(store, "2023")
    assert year.task_states[states[0].task].progress is TaskProgress.UNDER_WAY


def test_a_task_knows_its_proof_and_what_its_year_asks(store: Store) -> None:
    proof = Evidence(
        id="e",  # type: ignore[arg-type]
        place="activities",
        row_id="t0",
        name="anh.jpg",
        sha256="a" * 64,
        size=1,
        media="image/jpeg",
        added_at=NOW,
        source_sha256="b" * 64,
    )
    asked = Quantity(
        id="q",
        task=TaskId(task("2.2")),
        figure=TRAININGS,
        year=2024,
        value=Decimal(4),
    )
    put(store, *trained((2024, 3, 1)), proof, asked)
    found = counted(store, "2024")
    assert found.proofs == {asked.task: Proof(files=1, entries=1)}
    assert found.quantities == (asked,)
    assert counted(store, "2023").proofs == {}
    assert counted(store, "2023").quantities == ()
