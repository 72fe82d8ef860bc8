"""Results of the plan's targets, each case worked by hand on paper."""

import datetime as dt
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

import pytest

from desktop.errors import Cancelled, ConflictError, UnknownNameError
from desktop.operations.figures.compute_results import (
    compute_results,
    moved_tasks,
    read_office,
    refuse_outside_plan,
    span_of,
    task_figures,
)
from desktop.progress import Step
from desktop.records.activity import Activity, ActivityState
from desktop.records.agency import Agency
from desktop.records.figure import Aggregate
from desktop.records.identity import Code, GoalId, PlanId, TargetId, TaskId
from desktop.records.result import Measured, Result, Verdict, YearResult
from desktop.records.target import Estimate, Inherited, Milestone
from desktop.records.task import Task
from desktop.rules.calendar import parse_period
from desktop.rules.counting import Span
from desktop.store import preferences, records
from desktop.store.store import Store
from desktop.wording.faults import explain
from tests.builders import (
    OWN,
    PLAN,
    UNIT,
    a_broadcast,
    a_check,
    a_departure,
    a_headcount,
    a_posting,
    a_product,
    a_source,
    a_tally,
    a_unit_plan,
    an_activity,
    staff,
    task,
)

LAST_YEAR = dt.date(2023, 8, 1)
PEOPLE_S_COMMITTEE = "ubnd-huyen-dak-ha"
INTERNAL_AFFAIRS = "phong-noi-vu-dak-ha"
JUSTICE = "phong-tu-phap-dak-ha"
HEALTH = "phong-y-te-dak-ha"
FRONT = "mttq-huyen-dak-ha"
RECIPIENT = "so-tttt-kon-tum"

Figures = tuple[str | None, str | None, str | None, str]
"""Numerator, denominator, value, verdict."""


@dataclass(frozen=True, kw_only=True)
class Case:
    """Records in, figures out, of one row of the plan's targets."""

    row: str
    title: str
    records: tuple[Any, ...] = ()
    period: str = "2024"
    in_period: Figures
    in_all: Figures
    missing: str = ""
    doubts: tuple[str, ...] = ()
    parts: dict[str, str] | None = None
    """Value of each part beside the period's."""
    day: dt.date | None = None
    """Day of the denominator."""


def press(agency: str, day: dt.date = dt.date(2024, 3, 1)) -> Activity:
    return an_activity(
        "press_information", id=f"press-{agency}", agency=agency, last_day=day
    )


def trained(
    name: str,
    group: str,
    complete: int,
    counts: dict[str, Any] | None = None,
    **changes: Any,
) -> Activity:
    row = staff(group, complete, people=90, **(counts or {}))
    return an_activity(id=name, staff=(row,), **changes)


def exhibition(name: str, **changes: Any) -> Activity:
    values = {"id": name, "partners": (RECIPIENT,)} | changes
    return an_activity("exhibition", **values)


def planned(code: str, year: int, value: int) -> Milestone:
    return Milestone(
        id=f"{code}-{year}",
        target=TargetId(f"{PLAN}/{code}"),
        year=year,
        value=Decimal(value),
    )


def products(fitting: int, others: int) -> tuple[Any, ...]:
    return (
        *(a_product(id=f"d{n}", digital=True) for n in range(fitting)),
        *(a_product(id=f"o{n}") for n in range(others)),
    )


def share(title: str, fitting: int, others: int, value: str, verdict: str) -> Case:
    figures = (str(fitting), str(fitting + others), value, verdict)
    return Case(
        row="001-T4",
        title=title,
        records=products(fitting, others),
        in_period=figures,
        in_all=figures,
    )


NOTHING: Figures = ("0", None, None, "unknown")

CASES = (
    Case(
        row="001-T0",
        title="the general goal is assessed in words",
        in_period=(None, None, None, "text"),
        in_all=(None, None, None, "text"),
    ),
    Case(
        row="001-T1",
        title="two of fourteen have all of document, publication and an item in time",
        records=(
            a_check(OWN),
            press(OWN),
            a_check(PEOPLE_S_COMMITTEE),
            press(PEOPLE_S_COMMITTEE),
            a_check(JUSTICE, made_public=False),
            press(JUSTICE),
            a_check(INTERNAL_AFFAIRS),
            press(INTERNAL_AFFAIRS, dt.date(2023, 12, 31)),
            a_check(HEALTH, document_number=""),
            press(HEALTH),
            a_check(FRONT),
            press(FRONT),
        ),
        in_period=("2", "14", "14.3", "not_met"),
        in_all=("3", "14", "21.4", "not_met"),
    ),
    Case(
        row="001-T1",
        title="an assignment of last year or after the period is none",
        records=(
            a_check(OWN, year=2023),
            press(OWN),
            a_check(HEALTH, document_date=dt.date(2025, 1, 2)),
            press(HEALTH),
        ),
        in_period=("0", "14", "0.0", "not_met"),
        in_all=("0", "14", "0.0", "not_met"),
    ),
    Case(
        row="001-T2a",
        title="firsts of all years less those who left, over the last headcount",
        records=(
            a_headcount("G1", 20),
            trained("a", "G1", 5, last_day=LAST_YEAR),
            trained("b", "G1", 8, {"first_updated": 10, "first_trained": 9}),
            trained("c", "G2", 50),
            a_departure("G1", 2),
            a_departure("G1", 7, id="later", left_on=dt.date(2025, 1, 1)),
        ),
        in_period=("8", "20", "40.0", "not_met"),
        in_all=("11", "20", "55.0", "not_met"),
        parts={"updated": "50.0", "trained": "45.0"},
        day=dt.date(2024, 1, 1),
    ),
    Case(
        row="001-T2b",
        title="more trained than there are people is met, and doubted aloud",
        records=(a_headcount("G2", 10), trained("a", "G2", 12)),
        in_period=("12", "10", "120.0", "met"),
        in_all=("12", "10", "120.0", "met"),
        doubts=("numerator_above_denominator",),
        day=dt.date(2024, 1, 1),
    ),
    Case(
        row="001-T2b",
        title="ninety of a hundred is met, and to the tenth below is not",
        records=(a_headcount("G2", 1000), trained("a", "G2", 899)),
        in_period=("899", "1000", "89.9", "not_met"),
        in_all=("899", "1000", "89.9", "not_met"),
        day=dt.date(2024, 1, 1),
    ),
    Case(
        row="001-T2c",
        title="only the tier the plan names is counted, above and below the line",
        records=(
            a_headcount("G4", 10, tier="district"),
            a_headcount("G4", 50, tier="commune", id="communes"),
            trained("a", "G4", 7, {"tier": "district"}),
            trained("b", "G4", 40, {"tier": "commune"}),
        ),
        in_period=("7", "10", "70.0", "met"),
        in_all=("7", "10", "70.0", "met"),
        day=dt.date(2024, 1, 1),
    ),
    Case(
        row="001-T3",
        title="without a planned number the exhibitions are only counted",
        records=(
            exhibition("a"),
            exhibition("b", last_day=LAST_YEAR),
            exhibition("alone", partners=(UNIT,)),
        ),
        in_period=("1", None, None, "unknown"),
        in_all=("2", None, None, "unknown"),
        missing="plan_number",
    ),
    Case(
        row="001-T3",
        title="numbers planned for the years are added up",
        records=(
            exhibition("a"),
            exhibition("b", last_day=LAST_YEAR),
            planned("T3", 2023, 1),
            planned("T3", 2024, 2),
            planned("T3", 2025, 9),
        ),
        in_period=("1", "2", "50.0", "not_met"),
        in_all=("2", "3", "66.7", "not_met"),
    ),
    Case(
        row="001-T3",
        title="as many as planned is met",
        records=(exhibition("a"), planned("T3", 2024, 1)),
        in_period=("1", "1", "100.0", "met"),
        in_all=("1", None, None, "unknown"),
        missing="plan_number",
    ),
    share("14,9 is below the range", 10, 57, "14.9", "not_met"),
    share("15,0 is the range's foot", 3, 17, "15.0", "met"),
    share("14,953 prints as 15,0 and is judged as printed", 16, 91, "15.0", "met"),
    share("20,0 is the range's top", 4, 16, "20.0", "met"),
    share("20,1 is met and above", 35, 139, "20.1", "above"),
    Case(
        row="001-T4",
        title="a product that fits twice counts once, its parts overlap",
        records=(
            a_product(id="a", languages=("vietnamese", "xo_dang"), digital=True),
            a_product(id="b", languages=("xo_dang", "ba_na"), digital=True),
            a_product(id="c", languages=("english",)),
            *(a_product(id=f"o{n}") for n in range(17)),
            a_product(id="old", digital=True, first_published=LAST_YEAR),
        ),
        in_period=("3", "20", "15.0", "met"),
        in_all=("4", "21", "19.0", "met"),
        parts={"ethnic": "10.0", "foreign": "5.0", "digital": "10.0"},
    ),
    Case(
        row="001-T5a",
        title="kinds count once, and the kinds planned for two years are no sum",
        records=(
            a_product(id="a"),
            a_product(id="b"),
            a_product(id="c", type="video"),
            a_product(id="d", type="skit"),
            a_product(id="e", type="article"),
            a_product(id="f", type="leaflet", first_published=LAST_YEAR),
            a_product(id="g", first_published=LAST_YEAR),
            planned("T5a", 2023, 4),
            planned("T5a", 2024, 5),
        ),
        in_period=("4", "5", "80.0", "not_met"),
        in_all=("5", "5", "100.0", "met"),
    ),
    Case(
        row="001-T5b",
        title="an item counts when it has all three flags, each flag beside it",
        records=(
            a_source(id="a", digitised=True, connected=True, online=True),
            a_source(id="b"),
            a_product(id="c", digitised=True, online=True),
            a_product(
                id="d",
                digitised=True,
                connected=True,
                online=True,
                first_published=LAST_YEAR,
            ),
        ),
        in_period=("1", "3", "33.3", "not_met"),
        in_all=("2", "4", "50.0", "not_met"),
        parts={
            "sources": "50.0",
            "products": "0.0",
            "digitised": "66.7",
            "connected": "33.3",
            "online": "66.7",
        },
    ),
    Case(
        row="001-T5c",
        title="nothing supplied is not nothing found",
        in_period=(None, None, None, "unknown"),
        in_all=(None, None, None, "unknown"),
        missing="supplied",
    ),
    Case(
        row="001-T5c",
        title="totals supplied are added up over the span",
        records=(
            a_tally(15, 14),
            a_tally(5, 4, id="b"),
            a_tally(10, 5, id="old", first_day=LAST_YEAR, last_day=LAST_YEAR),
            a_tally(99, 1, id="other", subject="another"),
        ),
        in_period=("18", "20", "90.0", "met"),
        in_all=("23", "30", "76.7", "not_met"),
    ),
    Case(
        row="001-T5c",
        title="none detected is unknown and never zero percent",
        records=(a_tally(0, 0),),
        in_period=("0", "0", None, "unknown"),
        in_all=("0", "0", None, "unknown"),
        missing="supplied",
    ),
    Case(
        row="001-T2a",
        title="each agency's last headcount up to the day stands",
        records=(
            a_headcount("G1", 10, as_of=dt.date(2023, 12, 31)),
            a_headcount("G1", 20, id="b", as_of=dt.date(2024, 6, 30)),
            a_headcount("G1", 99, id="c", as_of=dt.date(2025, 1, 1)),
            a_headcount("G1", 5, id="d", agency=UNIT, as_of=dt.date(2023, 2, 1)),
            trained("a", "G1", 5),
        ),
        in_period=("5", "25", "20.0", "not_met"),
        in_all=("5", "25", "20.0", "not_met"),
        day=dt.date(2024, 6, 30),
    ),
    Case(
        row="001-T2a",
        title="a headcount of a later day does not count yet",
        records=(
            a_headcount("G1", 10, as_of=dt.date(2024, 6, 30)),
            a_headcount("G1", 20, id="b", as_of=dt.date(2024, 7, 1)),
            trained("a", "G1", 10),
        ),
        period="2024-H1",
        in_period=("10", "10", "100.0", "met"),
        in_all=("10", "10", "100.0", "met"),
        day=dt.date(2024, 6, 30),
    ),
    Case(
        row="001-T2a",
        title="no headcount, or one of nobody, is unknown",
        records=(a_headcount("G1", 0), trained("a", "G1", 3)),
        in_period=("3", "0", None, "unknown"),
        in_all=("3", "0", None, "unknown"),
        missing="headcount",
        day=dt.date(2024, 1, 1),
    ),
    Case(
        row="001-T2a",
        title="more leavers than trained leave nobody, not fewer",
        records=(
            a_headcount("G1", 10),
            trained("a", "G1", 1),
            a_departure("G1", 4),
        ),
        in_period=("1", "10", "10.0", "not_met"),
        in_all=("0", "10", "0.0", "not_met"),
        day=dt.date(2024, 1, 1),
    ),
    Case(
        row="001-T2a",
        title="what was cancelled or is only planned never counts",
        records=(
            a_headcount("G1", 10),
            trained("a", "G1", 3, state=ActivityState.CANCELLED),
            trained("b", "G1", 3, state=ActivityState.PLANNED),
            trained("c", "G1", 1),
        ),
        in_period=("1", "10", "10.0", "not_met"),
        in_all=("1", "10", "10.0", "not_met"),
        day=dt.date(2024, 1, 1),
    ),
    Case(
        row="001-T1",
        title="a cancelled press item leaves the mechanism idle",
        records=(a_check(OWN), replace(press(OWN), state=ActivityState.CANCELLED)),
        in_period=("0", "14", "0.0", "not_met"),
        in_all=("0", "14", "0.0", "not_met"),
    ),
    Case(
        row="001-T3",
        title="what spans the turn of the year counts in the year it began (T3)",
        records=(
            exhibition(
                "a", first_day=dt.date(2023, 12, 28), last_day=dt.date(2024, 1, 3)
            ),
            exhibition(
                "b", first_day=dt.date(2024, 12, 28), last_day=dt.date(2025, 1, 3)
            ),
        ),
        in_period=("1", None, None, "unknown"),
        in_all=("2", None, None, "unknown"),
        missing="plan_number",
    ),
    Case(
        row="001-T3",
        title="half a year is held against the whole year's number",
        records=(
            exhibition("a", last_day=dt.date(2024, 6, 30)),
            exhibition("b", last_day=dt.date(2024, 7, 1)),
            planned("T3", 2024, 2),
        ),
        period="2024-H1",
        in_period=("1", "2", "50.0", "not_met"),
        in_all=("1", None, None, "unknown"),
        missing="plan_number",
    ),
    *(
        Case(
            row=f"001-{code}",
            title="nothing recorded is unknown and never zero percent",
            in_period=NOTHING,
            in_all=NOTHING,
            missing=missing,
        )
        for code, missing in (
            ("T2a", "headcount"),
            ("T2b", "headcount"),
            ("T2c", "headcount"),
            ("T3", "plan_number"),
            ("T4", "products"),
            ("T5a", "plan_number"),
            ("T5b", "products"),
        )
    ),
)


def keep(store: Store, *many: Any) -> None:
    with store.change("record_many") as change:
        for one in many:
            records.put(change, one)


def result_of(store: Store, row: str, period: str = "2024") -> Result:
    code = row.removeprefix("001-")
    found = compute_results(store, parse_period(period))
    return next(one for one in found if one.target.code == code)


def figures(measured: Measured) -> Figures:
    numbers = measured.numerator, measured.denominator, measured.value
    texts = tuple(None if one is None else str(one) for one in numbers)
    return (*texts, str(measured.verdict))  # type: ignore[return-value]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.row}: {case.title}")
def test_a_target_is_counted_as_on_paper(store: Store, case: Case) -> None:
    keep(store, *case.records)
    found = result_of(store, case.row, case.period)
    assert figures(found.period) == case.in_period
    assert figures(found.cumulative) == case.in_all
    assert found.missing == case.missing
    assert found.doubts == case.doubts
    assert found.denominator_date == case.day
    if case.parts is not None:
        assert {one.code: str(one.value) for one in found.parts} == case.parts


def test_every_target_of_the_plan_has_a_case_and_a_result(store: Store) -> None:
    codes = [one.target.code for one in compute_results(store, parse_period("2024"))]
    assert codes == ["T0", "T1", "T2a", "T2b", "T2c", "T3", "T4", "T5a", "T5b", "T5c"]
    assert {case.row.removeprefix("001-") for case in CASES} == set(codes)


def test_the_verdict_rests_on_what_the_plan_asks_to_be_judged_in_all(
    store: Store,
) -> None:
    keep(store, a_headcount("G1", 10), trained("a", "G1", 10, last_day=LAST_YEAR))
    found = result_of(store, "001-T2a")
    assert found.period.verdict is Verdict.NOT_MET
    assert found.headline.verdict is Verdict.MET


def test_a_check_before_the_required_number_of_items_is_not_enough(
    store: Store,
) -> None:
    target = result_of(store, "001-T1").target
    keep(store, replace(target, required=2), a_check(OWN), press(OWN))
    assert result_of(store, "001-T1").period.numerator == 0
    keep(store, replace(press(OWN), id=press(HEALTH).id))
    assert result_of(store, "001-T1").period.numerator == 1


def test_a_period_is_counted_to_its_closing_day() -> None:
    period = replace(parse_period("2024"), closing_day=dt.date(2024, 11, 14))
    assert span_of(period) == Span(dt.date(2024, 1, 1), dt.date(2024, 11, 14))


def test_a_file_without_an_office_is_told(store: Store) -> None:
    with store.change("forget") as change:
        change.write("preferences", "office", None)
    with pytest.raises(ConflictError) as caught:
        compute_results(store, parse_period("2024"))
    assert caught.value.reason == "no_office"


def test_names_of_figures_stand_for_the_office_and_its_recipient(store: Store) -> None:
    names = read_office(store).names
    assert names == {"@agency": (OWN,), "@recipient": (RECIPIENT,)}


def test_counting_may_be_stopped(store: Store) -> None:
    def stop(step: Step) -> None:
        if step.done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        compute_results(store, parse_period("2024"), stop)
    assert compute_results(store, parse_period("2024"))  # and the store goes on


def moved(store: Store, code: str) -> dict[str, tuple[int, int]]:
    found = task_figures(store, parse_period("2024"))[TaskId(task(code))]
    return {
        str(one.figure.code): (int(one.period), int(one.cumulative))
        for one in found
        if one.period or one.cumulative
    }


def test_a_task_counts_what_names_it_and_only_that(store: Store) -> None:
    keep(
        store,
        an_activity("conference", id="a", tasks=(task("1.1"),), attendance=30),
        an_activity(
            "conference",
            id="b",
            tasks=(task("1.1"), task("2.1")),
            attendance=20,
            last_day=LAST_YEAR,
        ),
        an_activity("conference", id="c", tasks=(task("2.1"),), attendance=500),
    )
    assert moved(store, "1.1") == {
        "conferences": (1, 2),
        "conference_attendance": (30, 50),
        "agencies_briefed": (1, 1),
    }


def test_a_group_counts_what_names_any_task_under_it_and_each_entry_once(
    store: Store,
) -> None:
    """003-N1, 003-N4: the row of a group tells figures of its own."""
    group = records.get(store.reader, Task, task("2"))
    assert group is not None
    keep(
        store,
        replace(group, figures=(Code("conferences"), Code("conference_attendance"))),
        an_activity("conference", id="a", tasks=(task("2.1"), task("2.2"))),
        an_activity("conference", id="b", tasks=(task("2"),), attendance=5),
        an_activity("conference", id="c", tasks=(task("1.1"),), attendance=500),
    )
    assert moved(store, "2") == {
        "conferences": (2, 2),
        "conference_attendance": (45, 45),
    }


def test_what_names_no_task_counts_for_the_task_that_asks(store: Store) -> None:
    keep(store, a_unit_plan(UNIT), a_unit_plan(OWN))
    assert moved(store, "1.1") == {"unit_plans": (2, 2)}
    assert moved(store, "2.2") == {}


def test_followers_of_a_task_are_those_its_own_postings_tell(store: Store) -> None:
    keep(
        store,
        a_posting(id="a", last_day=LAST_YEAR, first_day=LAST_YEAR, followers=90),
        a_posting(id="b", tasks=(task("4.3"),), followers=120),
    )
    assert moved(store, "3.1")["followers"] == (90, 90)


def test_every_task_has_its_figures_in_the_order_of_the_annex(store: Store) -> None:
    found = task_figures(store, parse_period("2024"))
    assert len([one for one, row in found.items() if row]) == 14
    keep(store, a_broadcast(minutes=15, times=4))
    codes = [one.figure.code for one in found[TaskId(task("3.1"))]]
    assert codes == [
        Code("social_channels"),
        Code("social_postings"),
        Code("social_views"),
        Code("social_interactions"),
        Code("followers"),
    ]
    assert moved(store, "3.3")["broadcast_hours"] == (1, 1)


def test_tasks_that_moved_are_those_with_a_figure_of_the_period(store: Store) -> None:
    keep(
        store,
        a_broadcast(minutes=15, times=4),
        a_posting(id="a", last_day=LAST_YEAR, first_day=LAST_YEAR, views=90),
    )
    period, standing = parse_period("2024"), {Aggregate.LATEST, Aggregate.STANDING}
    tasks = records.find(store.reader, Task, where={"plan": PLAN})
    found = task_figures(store, period)
    told = {
        one
        for one, row in found.items()
        if any(each.period and each.figure.aggregate not in standing for each in row)
    }
    assert moved_tasks(store, period, tasks, standing) == told
    assert TaskId(task("3.3")) in told
    assert moved_tasks(store, period, [], standing) == frozenset()


def test_an_agency_that_is_no_more_leaves_both_numbers(store: Store) -> None:
    target = result_of(store, "001-T1").target
    gone = records.get(store.reader, Agency, target.scope[0])
    assert gone is not None
    keep(store, a_check(gone.id), press(gone.id))
    assert result_of(store, "001-T1").period.numerator == 1
    keep(store, replace(gone, valid_to=dt.date(2024, 6, 30)))
    found = result_of(store, "001-T1").period
    assert found.numerator == 0
    assert found.denominator == len(target.scope) - 1


def decided(store: Store, code: str, from_day: str, **changes: Any) -> None:
    """Let a target have another version from a day on."""
    old = result_of(store, f"001-{code}").target
    first = dt.date.fromisoformat(from_day)
    new = replace(
        old,
        id=TargetId(f"{old.goal}@{from_day}"),
        valid_from=first,
        decision="15/QĐ-UBND",
        **changes,
    )
    keep(store, replace(old, valid_to=first - dt.timedelta(days=1)), new)


def test_the_version_in_force_on_the_closing_day_counts(store: Store) -> None:
    keep(store, a_headcount("G2", 100), trained("a", "G2", 80))
    decided(store, "T2b", "2024-11-01", value=Decimal(80))
    found = result_of(store, "001-T2b")
    assert (found.target.value, found.headline.verdict) == (80, Verdict.MET)
    assert found.target.decision == "15/QĐ-UBND"
    found = result_of(store, "001-T2b", "2024@31/10")
    assert (found.target.value, found.headline.verdict) == (90, Verdict.NOT_MET)


def test_each_year_is_judged_by_the_version_in_force_at_its_end(store: Store) -> None:
    keep(
        store,
        a_headcount("G2", 100, as_of=dt.date(2023, 1, 1)),
        trained("a", "G2", 85, last_day=LAST_YEAR),
        trained("b", "G2", 85),
    )
    decided(store, "T2b", "2024-01-01", value=Decimal(80))
    years = by_year(store, "T2b")
    assert [(one.year, str(one.measured.verdict)) for one in years] == [
        (2023, "not_met"),
        (2024, "met"),
    ]


def test_a_target_that_is_no_more_in_force_is_left_out(store: Store) -> None:
    old = result_of(store, "001-T2b").target
    keep(store, replace(old, valid_to=dt.date(2023, 12, 31)))
    codes = {one.target.code for one in compute_results(store, parse_period("2024"))}
    assert "T2b" not in codes
    assert result_of(store, "001-T2b", "2023").target.id == old.id


def by_year(store: Store, code: str) -> tuple[YearResult, ...]:
    found = compute_results(store, parse_period("2024"), by_year=True)
    return next(one.years for one in found if one.target.code == code)


def test_years_are_told_only_when_they_are_asked_for(store: Store) -> None:
    assert result_of(store, "001-T4").years == ()
    assert [one.year for one in by_year(store, "T4")] == [2023, 2024]


def test_a_year_tells_its_number_and_what_was_inherited(store: Store) -> None:
    keep(
        store,
        planned("T3", 2024, 4),
        an_inherited("T3", 2023, 2),
        exhibition("a"),
    )
    assert [
        (one.year, one.measured.numerator, one.planned, one.inherited)
        for one in by_year(store, "T3")
    ] == [(2023, 2, None, True), (2024, 1, 4, False)]
    found = result_of(store, "001-T3")
    assert found.inherited
    assert (found.period.numerator, found.cumulative.numerator) == (1, 3)
    assert [(one.code, one.numerator) for one in found.parts] == [("inherited", 2)]


def an_inherited(code: str, year: int, numerator: int, **changes: Any) -> Inherited:
    values = {"goal": f"{PLAN}/{code}", "agency": UNIT} | changes
    return Inherited(
        id=f"i{code}{year}",  # type: ignore[arg-type]
        year=year,
        numerator=Decimal(numerator),
        **values,
    )


def test_a_whole_year_takes_in_what_was_inherited_for_it_and_a_part_does_not(
    store: Store,
) -> None:
    keep(store, an_inherited("T3", 2024, 2), exhibition("a"))
    assert result_of(store, "001-T3").period.numerator == 3
    half = result_of(store, "001-T3", "2024-H1")
    assert (half.period.numerator, half.cumulative.numerator) == (1, 3)


def test_entries_of_days_before_the_office_began_are_inherited(store: Store) -> None:
    own = read_office(store).preferences
    keep(store, exhibition("a", last_day=LAST_YEAR), exhibition("b"))
    with store.change("set_preferences") as change:
        preferences.put(change, replace(own, began_on=dt.date(2024, 1, 1)))
    found = result_of(store, "001-T3")
    assert (found.inherited, found.cumulative.numerator) == (True, 2)
    assert [(one.code, one.numerator) for one in found.parts] == [("inherited", 1)]
    assert [one.inherited for one in by_year(store, "T3")] == [True, False]


def test_an_estimate_stands_beside_and_is_never_counted(store: Store) -> None:
    goal = GoalId(f"{PLAN}/T4")
    for year, value in ((2023, 11), (2024, 18)):
        made = Estimate(
            id=f"e{year}",  # type: ignore[arg-type]
            goal=goal,
            year=year,
            value=Decimal(value),
            made_on=dt.date(year, 11, 1),
        )
        keep(store, made)
    found = result_of(store, "001-T4")
    assert found.estimate == 18
    assert (found.period.value, found.cumulative.value) == (None, None)
    assert result_of(store, "001-T3").estimate is None


def test_an_inherited_figure_is_of_the_plan_and_of_no_task(store: Store) -> None:
    keep(
        store,
        an_inherited("", 2023, 7, goal=None, figure="product_forms"),
        a_product(),
    )
    assert result_of(store, "001-T5a").cumulative.numerator == 7
    assert moved(store, "3.3")["products"] == (1, 1)


def test_another_plan_of_the_file_is_computed_when_it_is_named(store: Store) -> None:
    office = read_office(store)
    other = replace(office.plan, id=PlanId("old"), first_day=dt.date(2018, 1, 1))
    target = replace(
        result_of(store, "001-T4").target, id=TargetId("old/T"), plan=other.id, code="T"
    )
    keep(store, other, target, a_product(first_published=dt.date(2019, 5, 1)))
    (found,) = compute_results(store, parse_period("2019"), plan=other.id)
    assert (found.target.code, found.period.denominator) == ("T", 1)
    refuse_outside_plan(store, parse_period("2019"), other.id)
    with pytest.raises(ConflictError) as caught:
        refuse_outside_plan(store, parse_period("2019"))
    assert caught.value.reason == "period_outside_plan"
    plan = ("2023-01-01", "2028-12-31")
    assert caught.value.facts == ("2019-01-01", "2019-12-31", *plan)
    assert "01/01/2023 đến 31/12/2028" in explain(caught.value).why
    assert task_figures(store, parse_period("2019"), plan=other.id) == {}


def test_a_plan_the_file_does_not_hold_is_told_with_those_it_does(store: Store) -> None:
    with pytest.raises(UnknownNameError) as caught:
        compute_results(store, parse_period("2024"), plan=PlanId("nobody_s"))
    assert caught.value.problems[0].facts == ("nobody_s", PLAN)
