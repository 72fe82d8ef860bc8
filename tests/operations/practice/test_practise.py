"""Tests of making a practice office."""

import datetime as dt
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from desktop.errors import Cancelled, StoreUnavailableError, UnknownNameError
from desktop.operations.figures.compute_results import compute_results
from desktop.operations.practice.practise import make_practice_office, read_cast
from desktop.progress import Step
from desktop.records.activity import Activity, ActivityState
from desktop.records.product import Product
from desktop.records.result import Result, Verdict
from desktop.records.staff import Departure, Headcount
from desktop.records.tally import Tally
from desktop.rules.calendar import parse_period
from desktop.store import journal, preferences, records
from desktop.store.shelves import SHELVES
from desktop.store.store import Store

PLAN = "dak-ha-2023-2028"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("practice") / "thuc-hanh.stt"
    return make_practice_office(path, PLAN).value


@pytest.fixture(scope="module")
def results(office: Path) -> dict[str, Result]:
    with Store(office, writable=False) as store:
        found = compute_results(store, parse_period("2024"))
    return {one.target.code: one for one in found}


def everything(path: Path) -> dict[str, Any]:
    with Store(path, writable=False) as store:
        return {
            shelf.table: records.find(store.reader, shelf.record) for shelf in SHELVES
        }


def all_of(path: Path, cls: type) -> Any:
    with Store(path, writable=False) as store:
        return records.find(store.reader, cls)


def test_two_runs_give_equal_records(office: Path, tmp_path: Path) -> None:
    again = make_practice_office(tmp_path / "hai.stt", PLAN).value
    assert everything(again) == everything(office)


def test_another_seed_gives_other_figures(office: Path, tmp_path: Path) -> None:
    other = make_practice_office(tmp_path / "hai.stt", PLAN, seed=2).value
    assert all_of(other, Activity) != all_of(office, Activity)


def test_the_office_says_that_it_is_for_practice(office: Path) -> None:
    with Store(office, writable=False) as store:
        kept = preferences.get(store.reader)
    assert kept is not None
    assert kept.practice
    assert kept.officer == "Cán bộ thực hành"


def test_every_register_is_one_deed_of_its_own_name(office: Path) -> None:
    with Store(office, writable=False) as store:
        deeds = journal.entries(store.reader, limit=100)
    subjects = [one.subject for one in deeds]
    assert "Tập huấn, bồi dưỡng - năm 2024" in subjects
    assert "Tập huấn, bồi dưỡng - năm 2023" in subjects
    assert len(subjects) == len(set(subjects)) < 50
    assert {one.by for one in deeds} == {"Cán bộ thực hành"}
    assert not [subject for subject in subjects if subject.startswith(" ")]


def test_every_target_has_a_verdict(results: dict[str, Result]) -> None:
    assert list(results) == [
        *("T0", "T1", "T2a", "T2b", "T2c", "T3", "T4", "T5a", "T5b", "T5c")
    ]
    verdicts = {code: one.headline.verdict for code, one in results.items()}
    assert verdicts.pop("T0") is Verdict.TEXT
    assert set(verdicts.values()) == {Verdict.MET, Verdict.NOT_MET}
    assert verdicts["T4"] is Verdict.MET
    assert verdicts["T2a"] is Verdict.NOT_MET


def test_a_span_without_supplied_totals_has_not_enough_data(office: Path) -> None:
    with Store(office, writable=False) as store:
        found = compute_results(store, parse_period("2024-Q1"))
    last = next(one for one in found if one.target.code == "T5c")
    assert last.period.verdict is Verdict.UNKNOWN
    assert last.missing == "supplied"


def test_the_years_before_count_in_the_cumulative_figures(
    results: dict[str, Result],
) -> None:
    for code in ("T2a", "T3", "T4", "T5b"):
        whole, period = results[code].cumulative, results[code].period
        assert whole.numerator is not None
        assert period.numerator is not None
        assert whole.numerator > period.numerator, code


def test_no_result_is_in_doubt(results: dict[str, Result]) -> None:
    assert not [code for code, one in results.items() if one.doubts]


def test_trained_staff_are_summed_by_hand_from_the_records(
    office: Path, results: dict[str, Result]
) -> None:
    complete = sum(
        row.first_complete
        for one in all_of(office, Activity)
        if one.state is ActivityState.DONE and one.last_day.year in {2023, 2024}
        for row in one.staff
        if row.group == "G2"
    )
    left = sum(one.people for one in all_of(office, Departure) if one.group == "G2")
    held = sum(
        one.people
        for one in all_of(office, Headcount)
        if one.group == "G2" and one.as_of.year == 2024
    )
    whole = results["T2b"].cumulative
    assert (whole.numerator, whole.denominator) == (
        Decimal(complete - left),
        Decimal(held),
    )
    assert left > 0
    assert complete - left <= held


def test_the_share_of_products_is_counted_by_hand_from_the_records(
    office: Path, results: dict[str, Result]
) -> None:
    made = [one for one in all_of(office, Product) if one.first_published.year == 2024]
    fitting = [
        one for one in made if one.digital or set(one.languages) - {"vietnamese"}
    ]
    period = results["T4"].period
    assert (period.numerator, period.denominator) == (
        Decimal(len(fitting)),
        Decimal(len(made)),
    )
    assert Decimal(15) <= (period.value or 0) <= Decimal(20)


def test_supplied_totals_are_summed_by_hand_from_the_records(
    office: Path, results: dict[str, Result]
) -> None:
    every = all_of(office, Tally)
    totals = [one for one in every if one.last_day.year == 2024]
    period, in_all = results["T5c"].period, results["T5c"].cumulative
    assert period.numerator == sum(one.handled for one in totals)
    assert period.denominator == sum(one.detected for one in totals)
    assert len(totals) < len(every)
    assert in_all.numerator == sum(one.handled for one in every)


def test_in_the_middle_of_the_year_the_rest_is_only_planned(tmp_path: Path) -> None:
    now = dt.datetime(2024, 6, 1, 9, tzinfo=dt.timezone(dt.timedelta(hours=7)))
    path = make_practice_office(
        tmp_path / "giua-nam.stt", PLAN, clock=lambda: now
    ).value
    states = {one.state for one in all_of(path, Activity) if one.last_day > now.date()}
    assert states == {ActivityState.PLANNED, ActivityState.CANCELLED}


def test_the_cast_is_read_from_the_office(office: Path) -> None:
    with Store(office, writable=False) as store:
        cast = read_cast(store)
    assert cast.plan.id == PLAN
    assert {"theme", "pillar", "language"} <= {one.catalogue for one in cast.items}


@pytest.mark.parametrize("year", [2022, 2029])
def test_a_year_outside_the_plan_is_refused(tmp_path: Path, year: int) -> None:
    with pytest.raises(UnknownNameError):
        make_practice_office(tmp_path / "mot.stt", PLAN, year=year)
    assert not list(tmp_path.iterdir())


def test_an_unknown_plan_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnknownNameError):
        make_practice_office(tmp_path / "mot.stt", "khong-co")
    assert not list(tmp_path.iterdir())


def test_a_file_that_stands_there_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "mot.stt"
    path.write_bytes(b"cua toi")
    with pytest.raises(StoreUnavailableError):
        make_practice_office(path, PLAN)
    assert path.read_bytes() == b"cua toi"
    assert list(tmp_path.iterdir()) == [path]


def test_stopping_half_way_leaves_nothing(tmp_path: Path) -> None:
    def stop(step: Step) -> None:
        if step.stage == "recording" and step.done == 10:
            raise Cancelled

    with pytest.raises(Cancelled):
        make_practice_office(tmp_path / "mot.stt", PLAN, progress=stop)
    assert not list(tmp_path.iterdir())


def test_progress_is_told_to_the_end(tmp_path: Path) -> None:
    steps: list[Step] = []
    make_practice_office(tmp_path / "mot.stt", PLAN, progress=steps.append)
    recording = [step for step in steps if step.stage == "recording"]
    assert recording[0].done == 0
    assert recording[-1].done == recording[-1].total > 20
