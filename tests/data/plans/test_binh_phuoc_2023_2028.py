"""The plan of Bình Phước: its tasks out of prose, its targets, its four deadlines."""

import datetime as dt
import re
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from desktop.files.plans import PlanFile, load_plan
from desktop.operations.compute_results import compute_results
from desktop.operations.create_office import create_office
from desktop.records.period import DeadlineKind
from desktop.records.plan import PlanState, Relation
from desktop.records.target import Basis, Direction, Formula, Supplied, Training
from desktop.rules.calendar import part_of_year
from desktop.store.store import Store
from tests.builders import a_clock

PLAN = "binh-phuoc-2023-2028"
LABELS = re.compile(
    r"^(?:- (?:Nội dung|Hình thức|Đơn vị)[^:]*:|\+|[1-6]\.|[a-d]\))\s*",
)
"""What section III prints before the words of a task."""


@pytest.fixture(scope="module")
def plan() -> PlanFile:
    return load_plan(PLAN)


def test_the_tasks_are_section_three_without_its_labels(plan: PlanFile) -> None:
    section = next(one for one in plan.sections if one.id == f"{PLAN}/III")
    bare = [LABELS.sub("", line) for line in section.text.strip().splitlines()]
    told: list[str] = []
    for task in plan.tasks:
        told += [task.text, task.content_text, task.form_text]
        # the three tasks of 5 have lead and partners in common, told after the last
        if task.code not in {"5.1", "5.2"}:
            told += [task.lead_text, task.partner_text]
    assert [text for text in bare if text] == [text for text in told if text]


def test_there_are_eleven_tasks_two_of_the_six_numbers_being_groups(
    plan: PlanFile,
) -> None:
    assert [(task.code, task.number) for task in plan.tasks] == [
        *(("1", "1."), ("2", "2."), ("3", "3."), ("4", "4.")),
        *(("4a", "a)"), ("4b", "b)"), ("4c", "c)"), ("4d", "d)")),
        *(("5", "5."), ("5.1", ""), ("5.2", ""), ("5.3", ""), ("6", "6.")),
    ]
    under = Counter(task.parent for task in plan.tasks)
    assert under == {None: 6, f"{PLAN}/4": 4, f"{PLAN}/5": 3}


def test_products_and_mobile_shows_are_led_by_the_eleven_districts(
    plan: PlanFile,
) -> None:
    districts = [one.id for one in plan.agencies if one.kind == "district"]
    row = next(task for task in plan.tasks if task.code == "4a")
    assert len(districts) == 11
    assert list(row.leads) == districts
    assert {"so-tttt-binh-phuoc", "so-vhttdl-binh-phuoc"} <= set(row.partners)


def test_the_contests_wait_for_a_call_and_the_training_has_its_guidance(
    plan: PlanFile,
) -> None:
    tasks = {task.code: task for task in plan.tasks}
    assert tasks["6"].time_text.startswith("khi có chỉ đạo")
    assert tasks["6"].time_text in tasks["6"].content_text
    assert f"{PLAN}/cong-van-5768" in tasks["3"].bases
    assert [(one.number, one.issued_on, one.relation) for one in plan.bases] == [
        ("1079/QĐ-TTg", dt.date(2022, 9, 14), Relation.BASIS),
        ("5768/BTTTT-TTĐN", dt.date(2022, 11, 28), Relation.BASIS),
        ("23/TTr-STTTT", dt.date(2023, 3, 20), Relation.PROPOSAL),
    ]


def test_the_eight_targets_are_those_the_plan_sets(plan: PlanFile) -> None:
    least, most = Direction.AT_LEAST, Direction.AT_MOST
    assert [(o.code, o.formula, o.direction, o.value) for o in plan.targets] == [
        ("T0", Formula.TEXT, Direction.TEXT, None),
        ("T1", Formula.SPOKESPERSON, least, Decimal(100)),
        ("T2a", Formula.TRAINED, least, Decimal(100)),
        ("T2b", Formula.TRAINED, least, Decimal(100)),
        ("T2c", Formula.TRAINED, least, Decimal(100)),
        ("T2d", Formula.TRAINED, least, Decimal(70)),
        ("T3a", Formula.SUPPLIED, most, Decimal(10)),
        ("T3b", Formula.SUPPLIED, least, Decimal(90)),
    ]
    assert {one.year for one in plan.targets} == {2028}
    assert {one.tolerance for one in plan.targets} == {Decimal(0)}


def test_the_trained_are_four_groups_the_last_of_two_tiers(plan: PlanFile) -> None:
    trained = [one for one in plan.targets if one.formula is Formula.TRAINED]
    assert [one.staff_group for one in trained] == ["G1", "G2", "G3", "G4"]
    assert [one.staff_tiers for one in trained] == [
        *((), (), ()),
        ("province", "district"),
    ]
    assert {(one.basis, one.training) for one in trained} == {
        (Basis.CUMULATIVE, Training.BOTH)
    }


def test_the_press_is_informed_every_six_months_by_the_province_and_its_districts(
    plan: PlanFile,
) -> None:
    aim = next(one for one in plan.targets if one.code == "T1")
    assert (aim.required, aim.interval) == (1, 6)
    kinds = Counter(one.kind for one in plan.agencies if one.id in aim.scope)
    assert kinds == {"people_committee": 1, "department": 20, "district": 11}


def test_false_items_are_told_of_all_and_handled_ones_of_those_found(
    plan: PlanFile,
) -> None:
    aims = [one for one in plan.targets if one.formula is Formula.SUPPLIED]
    assert [one.supplied for one in aims] == [
        Supplied.DETECTED_OF_ALL,
        Supplied.HANDLED_OF_DETECTED,
    ]
    assert {one.supplier for one in aims} == {"cong-an-tinh-binh-phuoc"}
    assert {one.subject for one in aims} == {"false_information"}


def test_units_report_ten_days_before_their_department_does(plan: PlanFile) -> None:
    half, year = DeadlineKind.HALF_YEARLY, DeadlineKind.YEARLY
    assert [
        (one.kind, one.due_month, one.due_day, one.informative)
        for one in plan.deadlines
    ] == [
        (half, 6, 20, False),
        (year, 11, 20, False),
        (half, 6, 30, True),
        (year, 11, 30, True),
    ]
    assert not any(one.inclusive for one in plan.deadlines)
    assert [one.recipient for one in plan.deadlines] == [
        *("so-tttt-binh-phuoc",) * 2,
        *("ubnd-tinh-binh-phuoc",) * 2,
    ]


def test_four_sources_of_money_and_sixteen_audiences_are_named(plan: PlanFile) -> None:
    named = Counter(value.catalogue for value in plan.values)
    assert (named["funding_source"], named["audience"]) == (4, 16)
    assert (named["press_form"], named["training_form"]) == (5, 4)


def test_the_head_is_lost_and_the_end_is_as_printed(plan: PlanFile) -> None:
    head = plan.plan
    assert (head.number, head.issued_on, head.place_date) == ("", None, "")
    assert (head.first_day, head.last_day) == (
        dt.date(2023, 1, 1),
        dt.date(2028, 12, 31),
    )
    assert head.state is PlanState.IN_FORCE
    assert len(head.recipients) == 6
    assert head.recipients[-1].text == "Lưu: VT, KGVX, TD13"
    assert head.authority == ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    assert head.signer_name == "Trần Tuyết Minh"


def test_an_office_made_of_it_computes_every_target(
    plan: PlanFile, tmp_path: Path
) -> None:
    office = create_office(tmp_path / "so.stt", PLAN).value
    with Store(office, clock=a_clock) as store:
        results = compute_results(store, part_of_year(2025))
    assert [one.target for one in results] == list(plan.targets)
    # nothing has been entered: no share of anything is made up
    assert {one.period.value for one in results} <= {None, Decimal(0)}
