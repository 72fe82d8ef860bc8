"""The plan of Đắk Lắk for conferences with the press: duties, targets, 24 hours."""

import datetime as dt
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from desktop.files.catalogue import load_figures
from desktop.files.plans import PlanFile, load_plan
from desktop.operations.compute_results import compute_results
from desktop.operations.create_office import create_office
from desktop.records.identity import Code
from desktop.records.period import DeadlineKind
from desktop.records.target import Direction, Formula
from desktop.rules.calendar import part_of_year
from desktop.store.store import Store
from tests.builders import a_clock

PLAN = "dak-lak-press-2024"
ROOT = Path(__file__).resolve().parent.parent.parent.parent


@pytest.fixture(scope="module")
def plan() -> PlanFile:
    return load_plan(PLAN)


def lines_of(plan: PlanFile, section: str) -> list[str]:
    text = next(one.text for one in plan.sections if one.id == f"{PLAN}/{section}")
    return text.strip().splitlines()


def test_each_duty_of_section_four_is_a_task_under_who_has_it(plan: PlanFile) -> None:
    told = [
        f"{task.number} {task.text}" if task.number else f"- {task.text}"
        for task in plan.tasks
        if task.code.startswith("IV.")
    ]
    assert told == lines_of(plan, "IV")
    for task in plan.tasks:
        group = task.code.rpartition(".")[0]
        if task.code.startswith("IV."):
            assert task.parent == f"{PLAN}/{group}"


def test_the_two_forms_and_the_content_are_tasks_in_the_words_of_section_two(
    plan: PlanFile,
) -> None:
    printed = lines_of(plan, "II")
    tasks = {task.code: task for task in plan.tasks}
    content = tasks["II.1"]
    assert [f"1. {content.text}", *content.content_text.split("\n")] == printed[:4]
    assert [f"- {tasks[code].text}" for code in ("II.2.1", "II.2.2")] == printed[6:8]
    # who presides and who attends are told once, for all conferences
    assert tasks["II.2.2"].lead_text.split("\n") == printed[9:12]
    assert content.lead_text == tasks["II.2.2"].lead_text
    assert tasks["II.2.2"].partner_text.split("\n") == printed[13:]
    assert tasks["II.2.1"].partner_text == tasks["II.2.2"].partner_text
    assert tasks["II.2.1"].lead_text in tasks["II.2.1"].text


def test_there_are_nineteen_tasks_in_groups_of_two_levels(plan: PlanFile) -> None:
    assert [one.code for one in plan.tasks if one.parent is None] == ["II", "IV"]
    under = Counter(task.parent for task in plan.tasks if task.parent)
    assert {parent.partition("/")[2]: many for parent, many in under.items()} == {
        "II": 2,
        "II.2": 2,
        "IV": 5,
        "IV.1": 3,
        "IV.2": 6,
        "IV.3": 2,
        "IV.4": 3,
        "IV.5": 2,
    }
    assert len(plan.tasks) - len(under) == 19


def test_each_time_a_task_names_stands_in_its_words(plan: PlanFile) -> None:
    timed = [task for task in plan.tasks if task.time_text]
    assert [task.code for task in timed] == [
        *("II.1", "II.2.1", "II.2.2", "IV.2.4", "IV.2.6", "IV.4.1", "IV.4.3")
    ]
    for task in timed:
        assert (
            task.time_text.casefold() in f"{task.text} {task.content_text}".casefold()
        )


def test_only_the_twenty_four_hours_are_judged(plan: PlanFile) -> None:
    text = Direction.TEXT
    assert [(o.code, o.formula, o.direction, o.value) for o in plan.targets] == [
        ("T0", Formula.TEXT, text, None),
        ("T1", Formula.RATIO, text, None),
        ("T2", Formula.GROWTH, text, None),
        ("T3", Formula.SPOKESPERSON, text, None),
        ("X1", Formula.RATIO, Direction.AT_LEAST, Decimal(100)),
        ("R8", Formula.RATIO, text, None),
    ]


def test_each_share_is_taken_of_what_it_is_a_part_of(plan: PlanFile) -> None:
    assert {o.code: (o.figure, o.divisor) for o in plan.targets if o.figure} == {
        "T1": ("press_answers", "press_questions"),
        "T2": ("postings", None),
        "X1": ("press_ad_hoc_24", "press_ad_hoc"),
        "R8": ("agencies_attended", "agencies_invited"),
    }


def test_the_part_within_a_day_is_the_whole_with_one_more_condition() -> None:
    figures = load_figures()
    part, whole = (figures[Code(code)] for code in ("press_ad_hoc_24", "press_ad_hoc"))
    (more,) = [one for one in part.where if one not in whole.where]
    assert (more.field, more.at_most) == ("response_minutes", 24 * 60)
    assert set(whole.where) < set(part.where)


def test_the_mechanism_is_looked_at_in_the_province_and_its_fifteen_districts(
    plan: PlanFile,
) -> None:
    aim = next(one for one in plan.targets if one.code == "T3")
    kinds = Counter(one.kind for one in plan.agencies if one.id in aim.scope)
    assert kinds == {"people_committee": 1, "department": 20, "district": 15}


def test_a_conference_called_for_is_due_in_a_day_and_the_others_have_no_date(
    plan: PlanFile,
) -> None:
    dues = {one.id.partition("/")[2]: one for one in plan.deadlines}
    assert list(dues) == ["X1", "D1", "D2", "D3"]
    assert dues["X1"].kind is DeadlineKind.WITHIN_HOURS
    assert dues["X1"].within_hours == 24
    assert {one.within_hours for code, one in dues.items() if code != "X1"} == {None}
    # the plan leaves open how often the press meets: no date is made up
    assert {(one.due_month, one.due_day) for one in plan.deadlines} == {(None, None)}


def test_the_number_and_the_day_are_as_blank_as_in_the_copy(plan: PlanFile) -> None:
    head = plan.plan
    assert head.number == f"{' ' * 13}/KH-UBND"
    assert head.place_date == f"Đắk Lắk, ngày{' ' * 10}tháng 7 năm 2024"
    assert head.issued_on is None
    assert head.first_day == dt.date(2024, 7, 1)


def test_the_twelve_recipients_keep_their_notes(plan: PlanFile) -> None:
    lines = plan.plan.recipients
    assert len(lines) == 12
    assert [line.note for line in lines if line.note] == [
        *("b/c", "b/c", "giao Sở TTTT sao gửi", "thực hiện và đăng tải", "Nh-10b")
    ]
    assert lines[-1].text == "Lưu VT, KGVX"


def test_the_one_slip_mended_stands_in_the_printed_copy_once() -> None:
    printed = (ROOT / "tests" / "golden" / "plan_dak_lak.txt").read_text("utf-8")
    assert " ".join(printed.split()).count("truyên truyền") == 1


@pytest.mark.parametrize(
    ("spelling", "agency"),
    [
        ("Ban Tuyên giáo Tỉnh uỷ", "ban-tuyen-giao-tinh-uy-dak-lak"),
        ("Uỷ ban nhân dân tỉnh", "ubnd-tinh-dak-lak"),
        ("Văn phòng Uỷ ban nhân dân tỉnh", "vp-ubnd-tinh-dak-lak"),
        ("Ban Chỉ đạo về Nhân quyền tỉnh (Công an tỉnh)", "cong-an-tinh-dak-lak"),
        ("Hội Nhà báo", "hoi-nha-bao-dak-lak"),
        ("Đài PTTH Đắk Lắk", "dai-ptth-dak-lak"),
        ("Tạp chí Chư Yang Sin", "tap-chi-chu-yang-sin"),
        ("TT CN và Cổng TTĐT của tỉnh", "trung-tam-cn-cong-ttdt-dak-lak"),
    ],
)
def test_one_agency_answers_to_each_spelling_of_the_plan(
    plan: PlanFile, spelling: str, agency: str
) -> None:
    printed = (ROOT / "tests" / "golden" / "plan_dak_lak.txt").read_text("utf-8")
    assert spelling in " ".join(printed.split())
    assert [
        one.id
        for one in plan.agencies
        if spelling in (one.name, one.short_name, *one.aliases)
    ] == [agency]


def test_an_office_made_of_it_computes_every_target(
    plan: PlanFile, tmp_path: Path
) -> None:
    office = create_office(tmp_path / "so.stt", PLAN).value
    with Store(office, clock=a_clock) as store:
        results = compute_results(store, part_of_year(2025))
    assert [one.target for one in results] == list(plan.targets)
    # nothing has been entered: no share of anything is made up
    assert {one.period.value for one in results} <= {None, Decimal(0)}
