"""The plan of Bình Phước: its tasks out of prose, its targets, its four deadlines."""

import datetime as dt
import re
from collections import Counter
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from desktop.files.catalogue import load_catalogues, load_figures
from desktop.files.plans import PlanFile, load_plan
from desktop.operations.entries.record_entry import record_many
from desktop.operations.figures.compute_results import compute_results
from desktop.operations.offices.create_office import create_office
from desktop.operations.offices.set_preferences import set_preferences
from desktop.operations.periods.read_deadlines import due_of_report, read_deadlines
from desktop.operations.reports.draft_report import Request, draft_report
from desktop.operations.units.read_units import read_units
from desktop.records.activity import Activity, AudienceCount, Spending
from desktop.records.agency import Budget
from desktop.records.identity import AgencyId, Code, RecordId
from desktop.records.period import DeadlineKind
from desktop.records.plan import PlanState, Relation
from desktop.records.report import Table
from desktop.records.target import Basis, Direction, Formula, Supplied, Training
from desktop.rules.calendar import parse_period, part_of_year
from desktop.rules.counting import Span
from desktop.store import preferences, records, totals
from desktop.store.store import Store
from tests.builders import (
    a_broadcast,
    a_clock,
    a_posting,
    a_product,
    a_unit_plan,
    an_activity,
)
from tests.data.plans.deeds import Deed, Desk, lay_out, not_offered

PLAN = "binh-phuoc-2023-2028"
OFFICE = "so-tttt-binh-phuoc"
DISTRICT = "ubnd-huyen-bu-dang"
YEAR = Request(period=parse_period("2024"), period_words="năm 2024")
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


# --- what the rows ask to be recorded ---------------------------------------------


def event(kind: str, **values: Any) -> dict[str, Any]:
    """Return what an activity tells."""
    return {"kind": kind, **values}


def deed(
    row: str, task: str, make: Any, values: dict[str, Any], **counted: str
) -> Deed:
    """Return an entry of a row, and what it counts on the row's task."""
    return Deed(row=row, task=task, make=make, values=values, counted=counted)


DEEDS = (
    deed(
        *("000-N1", "1", an_activity),
        event("conference", form="briefing", attendance=80, integrated=True),
        conferences="1",
        conference_attendance="80",
        agencies_briefed="1",
        integrated_events="1",
        integrated_attendance="80",
    ),
    deed(
        *("000-N1", "1", an_activity),
        event("conference", form="seminar", attendance=30),
        seminars="1",
        conference_attendance="30",
        integrated_events="0",
    ),
    deed(
        *("000-N1", "1", an_activity),
        event("conference", form="thematic_session", attendance=25),
        thematic_sessions="1",
    ),
    deed(
        *("000-N1", "1", a_posting),
        {"channel": "portal_agency", "items": 4},
        postings="4",
        portal_postings="4",
    ),
    *(
        deed(
            *("000-N2", "2", an_activity),
            event("press_information", form=form, agencies_reached=6),
            press_times="1",
            press_bodies="6",
            **{figure: "1"},
        )
        for form, figure in (
            ("press_meeting", "press_meetings"),
            ("press_conference", "press_conferences"),
            ("press_interview", "press_interviews"),
            ("press_written", "press_written"),
            ("press_release", "press_releases"),
        )
    ),
    *(
        deed(
            *("000-N3", "3", an_activity),
            event("training", mode=mode, sessions=2, people=35),
            trainings="1",
            training_classes="2",
            training_people="35",
            **{figure: "1"},
        )
        for mode, figure in (
            ("training_direct", "trainings_direct"),
            ("training_online", "trainings_online"),
            ("training_seminar", "trainings_seminar"),
            ("training_discussion", "trainings_seminar"),
        )
    ),
    *(
        deed(
            *("000-N4a", "4a", a_product),
            {"type": kind, "agency": DISTRICT},
            products="1",
            **{f"products_{kind}": "1"},
        )
        for kind in ("radio_report", "skit", "video")
    ),
    *(
        deed(
            *("000-N4a", "4a", a_broadcast),
            {"channel": channel, "agency": DISTRICT, "minutes": 15, "times": 8},
            programmes="1",
            broadcasts="8",
            broadcast_hours="2",
            **{figure: "8"},
        )
        for channel, figure in (
            ("district_radio", "broadcasts_district"),
            ("commune_radio", "broadcasts_commune"),
        )
    ),
    *(
        deed(
            *("000-N4a", "4a", a_posting),
            {"channel": channel, "agency": DISTRICT, "items": 3},
            board_items="3",
        )
        for channel in ("electronic_board", "information_cluster")
    ),
    deed(
        *("000-N4a", "4a", an_activity),
        event("mobile_show", form="mobile_pictures", agency=DISTRICT)
        | {"sessions": 4, "places_reached": 9, "pieces": 60, "attendance": 700},
        mobile_shows="1",
        mobile_sessions="4",
        mobile_points="9",
        mobile_pieces="60",
        mobile_attendance="700",
    ),
    *(
        deed(
            *("000-N4b", "4b", an_activity),
            event("school_session", form=form, schools=3, lessons=12, attendance=400),
            school_times="1",
            schools="3",
            lessons="12",
            pupils="400",
            **{f"school_{form}": "1"},
        )
        for form in ("curricular", "extracurricular")
    ),
    deed(
        *("000-N4c", "4c", an_activity),
        event("contest", form="press_award", entries=5, prizes=2),
        award_entries="5",
        award_prizes="2",
    ),
    *(
        deed(
            *("000-N4d", "4d", a_posting),
            {"channel": channel, "items": 7, "views": 900},
            postings="7",
            **{figure: "7"},
        )
        for channel, figure in (
            ("newspaper", "press_items"),
            ("facebook", "social_postings"),
            ("portal_agency", "portal_postings"),
            ("electronic_publishing", "digital_postings"),
        )
    ),
    *(
        deed(
            *(row, task, a_posting),
            {"channel": "foreign_press", "items": 2, "sent": 3},
            foreign_items="2",
            foreign_items_sent="3",
        )
        for row, task in (("000-N5a", "5.1"), ("000-N5b", "5.2"))
    ),
    *(
        deed(
            *("000-N5c", "5.3", an_activity),
            event("coordination", form=form, documents=3, attendance=None),
            **{figure: "3"},
        )
        for form, figure in (
            ("treaty_update", "treaty_updates"),
            ("treaty_report", "treaty_reports"),
        )
    ),
    *(
        deed(
            *("000-N6", "6", an_activity),
            event("contest", form=form, agencies_reached=11)
            | {"entries": 90, "prizes": 6, "attendance": 150},
            contests="1",
            contest_units="11",
            contest_entries="90",
            contest_prizes="6",
            contest_people="150",
        )
        for form in ("writing_contest", "quiz_contest")
    ),
    deed(
        *("000-X2", "3", an_activity),
        event("coordination", form="guidance", documents=2, attendance=None),
        guidance_received="2",
    ),
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return lay_out(tmp_path_factory.mktemp("office"), PLAN, "2024", agency=OFFICE)


@pytest.mark.parametrize("one", DEEDS, ids=str)
def test_what_a_row_asks_for_can_be_entered_and_counts_on_its_task(
    one: Deed, desk: Desk, tmp_path: Path
) -> None:
    assert not_offered(desk.entry(one)) == set()
    assert desk.counts(one, tmp_path / "so.stt") == one.counted


def test_every_task_that_is_no_group_has_a_deed(plan: PlanFile) -> None:
    groups = {task.parent for task in plan.tasks}
    assert {one.task for one in DEEDS} == {
        task.code for task in plan.tasks if task.id not in groups
    }


@pytest.mark.parametrize(
    ("row", "audiences"),
    [
        ("000-A1", "key_mass_officials human_rights_staff communication_staff"),
        ("000-A1", "external_information_staff mobilisation_staff union_members"),
        ("000-A2", "people religious_communities ethnic_communities intellectuals"),
        ("000-A2", "religious_dignitaries prestigious_people youth students pupils"),
        ("000-A3", "press_media"),
    ],
)
def test_each_audience_of_the_plan_is_worded_by_it_and_counted_as_a_number(
    row: str, audiences: str, plan: PlanFile, desk: Desk, tmp_path: Path
) -> None:
    codes = [Code(one) for one in audiences.split()]
    said = {one.code for one in plan.values if one.catalogue == "audience"}
    assert set(codes) <= said, row
    counts = tuple(AudienceCount(audience=one, attendance=9) for one in codes)
    given = DEEDS[0].values | {"audiences": counts}
    asked = replace(DEEDS[0], values=given)
    assert not_offered(desk.entry(asked)) == set()
    assert desk.counts(asked, tmp_path / "so.stt") == asked.counted
    with Store(tmp_path / "so.stt", writable=False) as store:
        kept = records.get(store.reader, Activity, desk.entry(asked).id)
    assert kept is not None
    assert kept.audiences == counts


def test_money_of_each_of_the_four_sources_is_a_line_of_the_report(
    desk: Desk, tmp_path: Path
) -> None:
    """000-B1 to 000-B4: state, press bodies, people at home and abroad, sponsors."""
    sources = ("decentralised", "press_contribution", "social_contribution")
    lines = tuple(
        Spending(source=Code(one), planned=2000 * place, spent=1000 * place)
        for place, one in enumerate((*sources, "sponsorship"), start=1)
    )
    paid = replace(DEEDS[0], values=DEEDS[0].values | {"spending": lines})
    assert not_offered(desk.entry(paid)) == set()
    desk.counts(paid, tmp_path / "so.stt")
    with Store(tmp_path / "so.stt", clock=a_clock) as store:
        report = draft_report(store, YEAR)
    table = next(
        one
        for one in report.blocks
        if isinstance(one, Table) and one.code == "spending"
    )
    assert sorted(row.values[2:4] for row in table.rows) == [
        *((2000, 1000), (4000, 2000), (6000, 3000), (8000, 4000), (20000, 10000))
    ]
    names = {str(row.values[1]) for row in table.rows}
    assert any(name.startswith("Ngân sách nhà nước") for name in names)
    assert any("tài trợ hợp pháp" in name for name in names)


def test_each_unit_has_its_sheet_of_a_year_and_the_report_year_adds_them_up(
    desk: Desk, tmp_path: Path
) -> None:
    """000-B5: estimated, allocated and spent by each unit, each year."""
    sheets = tuple(
        Budget(
            id=RecordId(f"{agency}-{year}"),
            agency=AgencyId(agency),
            year=year,
            source=Code("decentralised"),
            estimated=90 * times,
            allocated=80 * times,
            spent=70 * times,
        )
        for agency, year, times in (
            (OFFICE, 2024, 1),
            (DISTRICT, 2024, 2),
            (OFFICE, 2023, 50),
        )
    )
    assert not_offered(sheets[0]) == set()
    copy = tmp_path / "so.stt"
    copy.write_bytes(desk.path.read_bytes())
    with Store(copy, clock=a_clock) as store:
        record_many(store, sheets)
        span = Span(dt.date(2024, 1, 1), dt.date(2024, 12, 31))
        figures = load_figures()
        by_unit = {
            name: totals.grouped(
                store.reader, figures[Code(f"budget_{name}")], span, "agency"
            )
            for name in ("estimated", "allocated", "spent")
        }
    assert by_unit == {
        "estimated": {OFFICE: 90, DISTRICT: 180},
        "allocated": {OFFICE: 80, DISTRICT: 160},
        "spent": {OFFICE: 70, DISTRICT: 140},
    }


@pytest.mark.parametrize(
    ("row", "agency", "roles", "words"),
    [
        ("000-R1", OFFICE, "focal_point follow_up urge inspect report", "đôn đốc"),
        ("000-R2", "so-tai-chinh-binh-phuoc", "appraise", "thẩm định dự toán"),
        ("000-R3", DISTRICT, "carry_out", "xây dựng Kế hoạch thực hiện cụ thể"),
        ("000-R3", "so-y-te-binh-phuoc", "carry_out", "xây dựng Kế hoạch"),
    ],
)
def test_each_duty_names_who_has_it_and_which_roles_it_is(
    row: str, agency: str, roles: str, words: str, plan: PlanFile
) -> None:
    asked = {Code(one) for one in roles.split()}
    fitting = [
        one
        for one in plan.roles
        if agency in one.agencies and asked <= set(one.roles) and words in one.text
    ]
    assert len(fitting) == 1, row
    assert asked <= {one.code for one in load_catalogues() if one.catalogue == "role"}


def test_a_visit_to_a_unit_is_kept_with_its_day_unit_and_conclusion(
    desk: Desk, tmp_path: Path
) -> None:
    """000-R1: theo dõi, đôn đốc, kiểm tra."""
    copy = tmp_path / "so.stt"
    copy.write_bytes(desk.path.read_bytes())
    visit = an_activity(
        "inspection",
        agency=OFFICE,
        form="inspection_visit",
        checked=(DISTRICT,),
        tasks=(),
        attendance=None,
        agencies_reached=1,
        documents=1,
        note="Đã xây dựng kế hoạch; chưa phân công người phát ngôn.",
    )
    assert not_offered(visit) == set()
    with Store(copy, clock=a_clock) as store:
        record_many(store, (visit,))
        assert records.get(store.reader, Activity, visit.id) == visit
        span = Span(dt.date(2024, 1, 1), dt.date(2024, 12, 31))
        figures = load_figures()
        assert [
            totals.total(store.reader, figures[Code(code)], span)
            for code in ("inspection_visits", "agencies_inspected")
        ] == [1, 1]


def test_the_office_sees_which_unit_has_a_plan_of_its_own_and_which_owes_a_report(
    desk: Desk, tmp_path: Path
) -> None:
    """000-R3, 000-D1, 000-D2: every unit named by a task, until 19/6 and 19/11."""
    copy = tmp_path / "so.stt"
    copy.write_bytes(desk.path.read_bytes())
    with Store(copy, clock=a_clock) as store:
        record_many(store, (a_unit_plan(DISTRICT),))
        units = read_units(store, parse_period("2024"))
        half = read_units(store, parse_period("2024-H1"))
    with_plan = [one.agency.id for one in units.units if one.plan is not None]
    assert with_plan == [DISTRICT]
    owing = {one.agency.id for one in units.units}
    assert {DISTRICT, "ubnd-huyen-loc-ninh", "so-ngoai-vu-binh-phuoc"} <= owing
    assert OFFICE not in owing
    assert [one.due and one.due.last_day for one in (half, units)] == [
        *(dt.date(2024, 6, 19), dt.date(2024, 11, 19))
    ]


def test_the_last_day_of_each_report_is_the_day_before_the_one_named(
    desk: Desk,
) -> None:
    """000-D1 to 000-D4: before 20/6 and 20/11; the department before 30/6, 30/11."""
    with Store(desk.path, clock=a_clock) as store:
        dues = {
            due.deadline.id.partition("/")[2]: due
            for due in read_deadlines(store, 2024)
        }
    assert {code: due.last_day for code, due in dues.items()} == {
        "D1": dt.date(2024, 6, 19),
        "D2": dt.date(2024, 11, 19),
        "D3": dt.date(2024, 6, 29),
        "D4": dt.date(2024, 11, 29),
    }
    assert [code for code, due in dues.items() if due.to_here] == ["D1", "D2"]
    assert [code for code, due in dues.items() if due.owed_here] == ["D3", "D4"]
    assert not any(due.deadline.informative for due in dues.values())


@pytest.mark.parametrize(
    ("period", "last"),
    [("2024-H1", dt.date(2024, 6, 29)), ("2024", dt.date(2024, 11, 29))],
)
def test_the_departments_own_report_is_due_ten_days_after_those_of_its_units(
    desk: Desk, period: str, last: dt.date
) -> None:
    """000-D3, 000-D4: its units' days are 19/6 and 19/11."""
    with Store(desk.path, clock=a_clock) as store:
        assert due_of_report(store, parse_period(period)) == last


def test_those_below_are_only_shown_when_the_department_reports(
    desk: Desk, tmp_path: Path
) -> None:
    copy = tmp_path / "so.stt"
    copy.write_bytes(desk.path.read_bytes())
    with Store(copy, clock=a_clock) as store:
        kept = preferences.get(store.reader)
        assert kept is not None
        set_preferences(store, replace(kept, agency=AgencyId(DISTRICT)))
        dues = read_deadlines(store, 2024)
        shown = [due.deadline.id for due in dues if due.deadline.informative]
        assert shown == [f"{PLAN}/D3", f"{PLAN}/D4"]
        last = due_of_report(store, parse_period("2024-H1"))
    assert last == dt.date(2024, 6, 19)


@pytest.mark.parametrize(
    ("period", "words"), [("2024-H1", "6 tháng đầu năm 2024"), ("2024", "năm 2024")]
)
def test_there_is_a_report_of_half_a_year_and_of_a_year(
    period: str, words: str, desk: Desk
) -> None:
    """000-X1: báo cáo 6 tháng, báo cáo năm."""
    request = Request(period=parse_period(period), period_words=words)
    with Store(desk.path, clock=a_clock) as store:
        report = draft_report(store, request)
    assert report.letterhead.subject.endswith(words)
    kinds = {one.code for one in load_plan(PLAN).values}
    assert {"report_half_year", "report_year"} <= kinds


def test_the_plan_is_of_the_province_and_of_six_years(plan: PlanFile) -> None:
    """000-F1: "giai đoạn 2023 - 2028", the hyphen with its spaces."""
    issuer = next(one for one in plan.agencies if one.id == plan.plan.issuer)
    assert issuer.tier == "province"
    assert plan.plan.document_type == "KẾ HOẠCH"
    assert plan.plan.title.endswith("tỉnh Bình Phước giai đoạn 2023 - 2028")
    assert [one.heading for one in plan.sections if one.heading] == [
        "I. MỤC TIÊU",
        "II. ĐỐI TƯỢNG TRUYỀN THÔNG",
        "III. NỘI DUNG THỰC HIỆN",
        "IV. KINH PHÍ THỰC HIỆN",
        "V. TỔ CHỨC THỰC HIỆN",
    ]
