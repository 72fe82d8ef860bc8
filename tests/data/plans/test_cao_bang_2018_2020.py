"""The plan of Cao Bằng: what its rows ask an office to record, and what it counts."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from desktop.files.catalogue import load_catalogues, load_figures
from desktop.files.plans import PlanFile, load_plan
from desktop.operations.entries.record_entry import record_many
from desktop.operations.figures.compute_results import compute_results
from desktop.operations.periods.read_deadlines import read_deadlines
from desktop.operations.plans.choose_plan import choose_plan
from desktop.operations.plans.make_plan import make_plan
from desktop.operations.plans.put_quantity import put_quantity
from desktop.operations.plans.read_plan import read_plan
from desktop.operations.reports.draft_report import Request, draft_report
from desktop.records.activity import Activity, AudienceCount, Spending
from desktop.records.agency import Budget
from desktop.records.identity import AgencyId, Code, PlanId, RecordId, TaskId
from desktop.records.plan import Plan, PlanState, RoadmapStep
from desktop.records.product import OwnChannel
from desktop.records.report import Heading, Paragraph
from desktop.records.target import Achievement
from desktop.rules.calendar import parse_period
from desktop.rules.counting import Span
from desktop.rules.document_symbols import symbol_differs
from desktop.store import records, totals
from desktop.store.store import Store
from tests import builders
from tests.builders import staff
from tests.data.plans.deeds import Deed, Desk, lay_out, not_offered

PLAN = "cao-bang-2018-2020"
OFFICE = "so-tttt-cao-bang"
PARTY = "ban-tuyen-giao-tinh-uy-cao-bang"
POLICE = "cong-an-tinh-cao-bang"
DISTRICT = "ubnd-huyen-bao-lac-cao-bang"
PAPER = "bao-cao-bang"
DAY = dt.date(2019, 6, 5)


def activity(**values: Any) -> Activity:
    return builders.an_activity(**({"last_day": DAY} | values))


def product(**values: Any) -> Any:
    return builders.a_product(**({"first_published": DAY} | values))


def posting(**values: Any) -> Any:
    return builders.a_posting(**({"first_day": DAY, "last_day": DAY} | values))


def tally(**values: Any) -> Any:
    days = {"first_day": dt.date(2019, 1, 1), "last_day": DAY, "document_date": DAY}
    return builders.a_tally(**(days | values))


def headcount(**values: Any) -> Any:
    return builders.a_headcount(**({"as_of": dt.date(2019, 1, 1)} | values))


def channel(**values: Any) -> OwnChannel:
    ordinary: dict[str, Any] = {
        "id": RecordId("channel"),
        "name": "Trang thông tin điện tử",
        "channel": Code("portal_agency"),
        "opened_on": dt.date(2018, 3, 1),
    }
    return OwnChannel(**(ordinary | values))


def result(**values: Any) -> Achievement:
    ordinary: dict[str, Any] = {
        "id": RecordId("result"),
        "title": "Quy chế phối hợp",
        "reached_on": DAY,
        "document_number": "15/QC-BCĐ",
        "document_date": DAY,
    }
    return Achievement(**(ordinary | values))


def deed(
    row: str,
    task: str,
    make: Callable[..., Any],
    counted: dict[str, str],
    **values: Any,
) -> Deed:
    return Deed(row=f"003-{row}", task=task, make=make, values=values, counted=counted)


def papers(
    row: str, task: str, form: str, counted: dict[str, str], **more: Any
) -> Deed:
    """Return three documents of one form of coordination."""
    told = {"kind": "coordination", "form": form, "documents": 3, "attendance": None}
    return deed(row, task, activity, counted, **(told | more))


def press(row: str, form: str, counted: dict[str, str], **more: Any) -> Deed:
    """Return one way of informing the press."""
    told = {"kind": "press_information", "form": form}
    return deed(row, "1.3", activity, counted, **(told | more))


def made(row: str, kind: str, figure: str, task: str = "4.2", **more: Any) -> Deed:
    """Return one product."""
    return deed(row, task, product, {figure: "1"}, type=kind, **more)


def classes(row: str, task: str, *groups: Any, **more: Any) -> Deed:
    """Return two classes for staff groups."""
    told = {"kind": "training", "sessions": 2, "people": 30, "staff": groups}
    people = str(sum(one.people for one in groups))
    counted = {
        "trainings": "1",
        "training_classes": "2",
        "training_people": "30",
        "training_staff": people,
    }
    return deed(row, task, activity, counted, **(told | more))


def checked(form: str, figure: str) -> Deed:
    """Return one inspection of two agencies."""
    return deed(
        "N1.8",
        "1.8",
        activity,
        {figure: "1", "agencies_inspected": "2", "inspection_conclusions": "1"},
        kind="inspection",
        form=form,
        checked=(DISTRICT, POLICE),
        documents=1,
        attendance=None,
    )


PERIODIC = {"occasion": "periodic"}
AD_HOC = {"occasion": "ad_hoc"}

DEEDS = (
    papers("N0a", "1", "mechanism", {"legal_documents": "3"}),
    deed(
        "N0a",
        "1.8",
        activity,
        {"inspections": "1", "inspection_visits": "1"},
        kind="inspection",
        form="inspection_visit",
        attendance=None,
    ),
    made("N0a", "document_set", "document_titles", "2.2"),
    made("N0a", "print_publication", "products_foreign", languages=("english",)),
    classes("N0b", "2.1", staff("G7", 12)),
    deed(
        "N0b",
        "3.1",
        posting,
        {"press_items": "9", "contributed_items": "4"},
        channel="newspaper",
        items=9,
        contributed=4,
    ),
    deed(
        "N0b",
        "3.1",
        headcount,
        {"collaborators": "80"},
        group="collaborators",
        people=80,
    ),
    papers("N1", "1", "legal_document", {"legal_documents": "3"}),
    papers("N1", "1", "directive", {"documents_issued": "3"}),
    papers("N1.1", "1.1", "mechanism", {"mechanisms": "3"}),
    deed("N1.1", "1.1", result, {"achievements": "1"}),
    papers("N1.2", "1.2", "digest", {"digest_times": "1", "digests": "3"}),
    press("N1.3", "press_briefing", {"press_briefings": "1"}, **PERIODIC),
    deed("N1.4", "1.4", result, {"achievements": "1"}, title="Cơ sở dữ liệu"),
    papers("N1.5", "1.5", "press_review", {"press_review_times": "1"}),
    deed(
        "N1.6",
        "1.6",
        activity,
        {"trade_agreement_works": "1"},
        kind="conference",
        form="briefing",
        themes=("theme_2b",),
    ),
    deed(
        "N1.7",
        "1.7",
        tally,
        {"distortions_detected": "12", "distortions_handled": "11"},
        subject="distortion",
        agency=POLICE,
        detected=12,
        handled=11,
    ),
    checked("inspection_survey", "inspection_surveys"),
    checked("inspection_visit", "inspection_visits"),
    checked("inspection_review", "inspection_reviews"),
    deed(
        "N2",
        "2",
        activity,
        {"training_staff": "20"},
        people=20,
        staff=(staff("G7", 12), staff("rapporteurs", 8)),
    ),
    classes("N2.1", "2.1", staff("G7", 12)),
    made("N2.2", "document_set", "document_titles", "2.2", copies=500),
    classes("N2.3", "2.3", staff("G12", 25), agency=DISTRICT),
    deed(
        "N3",
        "3.1",
        posting,
        {"social_postings": "6"},
        channel="facebook",
        items=6,
    ),
    deed(
        "N3.1",
        "3.1",
        posting,
        {"active_news": "5", "press_items": "5"},
        channel="newspaper",
        pillar="rebuttal",
        items=5,
    ),
    deed(
        "N3.2",
        "3.2",
        posting,
        {"portal_postings": "8", "portal_views": "700"},
        channel="portal_component",
        items=8,
        views=700,
    ),
    deed(
        "N4",
        "4",
        activity,
        {"external_events": "1"},
        kind="conference",
        form="external_event",
    ),
    deed(
        "N4.1",
        "4.1",
        channel,
        {"portals": "1", "own_foreign": "1"},
        name="nhanquyen.vn",
        channel="portal_subject",
        languages=("vietnamese", "other_foreign"),
    ),
    made("N4.2", "film", "products_film"),
    made("N4.2", "television_report", "products_film"),
    made("N4.2", "print_publication", "products_print"),
    made("N4.2", "electronic_publication", "products_electronic"),
    papers(
        "R1a",
        "1",
        "guidance_issued",
        {"guidance_issued": "3", "guidance_periodic": "3", "guidance_ad_hoc": "0"},
        **PERIODIC,
    ),
    papers("R1a", "1", "guidance_issued", {"guidance_ad_hoc": "3"}, **AD_HOC),
    press("R1a", "press_orientation", {"press_orientations": "1"}, **AD_HOC),
    papers("R1c", "1", "state_review", {"state_reviews": "3"}),
    classes("R1d", "2.3", staff("G7", 5), staff("G12", 20)),
    made("R1e", "television_report", "products_film"),
    press("R2", "press_meeting", {"press_meetings": "1"}, agency=PARTY, **PERIODIC),
    papers("R2a", "1", "guidance_issued", {"guidance_issued": "3"}, agency=PARTY),
    made("R2a", "document_set", "document_titles", "2.2", agency=PARTY),
    deed("R2a", "2", headcount, {"rapporteurs": "45"}, group="rapporteurs", people=45),
    press(
        "R4a",
        "press_written",
        {"press_times": "1"},
        agency="so-ngoai-vu-cao-bang",
        **PERIODIC,
    ),
    press("R4a", "press_reception", {"press_receptions": "1"}),
    press("R4b", "press_release", {"press_times": "1"}, agency="vp-ubnd-tinh-cao-bang"),
    deed(
        "R4c",
        "1.7",
        posting,
        {"active_news": "2"},
        channel="newspaper",
        agency=POLICE,
        pillar="rebuttal",
        items=2,
    ),
    deed(
        "R4d",
        "1.6",
        activity,
        {"trade_agreement_works": "1"},
        kind="conference",
        form="talk",
        agency="so-cong-thuong-cao-bang",
        themes=("theme_2b",),
    ),
    papers("R4e", "1", "legal_document", {"legal_documents": "3"}),
    press("R5", "press_briefing", {"press_periodic": "1"}, agency=DISTRICT, **PERIODIC),
    press(
        "R5", "press_written", {"press_ad_hoc_supplied": "1"}, agency=DISTRICT, **AD_HOC
    ),
    deed(
        "R6",
        "4.2",
        product,
        {"columns": "1", "column_minutes": "30"},
        type="column",
        agency=PAPER,
        frequency="monthly",
        minutes=30,
    ),
    classes("R6", "2.1", staff("G7", 6), agency=PAPER),
    deed(
        "R6",
        "4",
        activity,
        {"commendations": "1"},
        kind="contest",
        form="commendation",
        agency=PAPER,
    ),
    deed(
        "R6",
        "4",
        activity,
        {"award_entries": "7"},
        kind="contest",
        form="press_award",
        agency=PAPER,
        entries=7,
    ),
)
UNDER = {"1": "1.1", "2": "2.1", "3": "3.1", "4": "4.2"}
"""The task an entry names for a group to count it: groups are not offered."""


@pytest.fixture(scope="module")
def plan() -> PlanFile:
    return load_plan(PLAN)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return lay_out(tmp_path_factory.mktemp("office"), PLAN, "2019", agency=OFFICE)


@pytest.fixture
def store(desk: Desk, tmp_path: Path) -> Store:
    copy = tmp_path / "so.stt"
    copy.write_bytes(desk.path.read_bytes())
    return Store(copy, clock=builders.a_clock)


@pytest.mark.parametrize("deed", DEEDS, ids=str)
def test_what_a_row_asks_for_can_be_entered_and_counts_on_its_task(
    deed: Deed, desk: Desk, tmp_path: Path
) -> None:
    named = UNDER.get(deed.task, deed.task)
    entry = desk.entry(deed, named)
    assert not_offered(entry) == set()
    assert desk.counts(deed, tmp_path / "so.stt", named) == deed.counted


def test_every_task_of_the_annex_has_a_deed(plan: PlanFile) -> None:
    rows = {deed.row for deed in DEEDS}
    assert [t.code for t in plan.tasks if f"003-N{t.code}" not in rows] == []


def test_equipment_tells_what_where_by_which_programme_and_for_how_much(
    store: Store,
) -> None:
    """003-N0d: equipment of press and stations, and orders for remote areas."""
    forms = (
        "press_equipment",
        "radio_equipment",
        "speaker_cluster",
        "publication_order",
    )
    entries = [
        activity(
            id=form,
            kind="investment",
            form=form,
            agency=DISTRICT,
            tasks=(),
            pillar=None,
            attendance=None,
            pieces=4,
            places_reached=2,
            programme="Chương trình mục tiêu quốc gia xây dựng nông thôn mới",
            area_types=("remote_area", "border_area", "ethnic_area"),
            spending=(Spending(source=Code("new_rural"), planned=9, spent=8),),
        )
        for form in forms
    ]
    assert [not_offered(one) for one in entries] == [set()] * 4
    with store:
        record_many(store, entries)
        kept = records.find(store.reader, Activity)
    assert sorted(one.form or "" for one in kept) == sorted(forms)
    assert all(one.spending and one.area_types and one.programme for one in kept)


def test_twelve_conferences_are_planned_and_those_held_are_counted(
    store: Store,
) -> None:
    """003-N1.3: "định kỳ hằng tháng", so many of twelve."""
    task = TaskId(f"{PLAN}/1.3")
    held = [
        activity(
            id=f"held-{month}",
            kind="press_information",
            form="press_briefing",
            agency=OFFICE,
            tasks=(task,),
            last_day=dt.date(2019, month, 5),
        )
        for month in (1, 2, 3)
    ]
    with store:
        put_quantity(store, task, Code("press_briefings"), 2019, Decimal(12))
        record_many(store, held)
        book = read_plan(store, parse_period("2019"))
    (asked,) = book.quantities
    assert (asked.task, asked.figure) == (task, Code("press_briefings"))
    assert asked.value == 12
    counted = {one.figure.code: one.period for one in book.figures[task]}
    assert counted[Code("press_briefings")] == 3


@pytest.mark.parametrize(
    ("row", "agency", "roles", "words"),
    [
        ("R1", OFFICE, {"lead", "coordinate", "inspect", "report"}, "sơ kết, tổng kết"),
        ("R1a", OFFICE, {"guide"}, "định kỳ và đột xuất cho báo chí"),
        ("R1b", OFFICE, {"follow_up", "urge"}, "đôn đốc việc cung cấp thông tin"),
        ("R1c", OFFICE, {"lead"}, "quản lý nhà nước về báo chí"),
        ("R1d", OFFICE, {"carry_out"}, "tập huấn, bồi dưỡng kiến thức"),
        ("R1e", OFFICE, {"lead"}, "phim tài liệu, phóng sự"),
        ("R2", PARTY, {"standing", "guide"}, "giao ban báo chí định kỳ hằng tháng"),
        ("R2a", PARTY, {"guide"}, "các cấp ủy Đảng"),
        ("R2a", PARTY, {"coordinate"}, "hệ thống tài liệu tuyên truyền"),
        ("R2a", PARTY, {"guide"}, "báo cáo viên, tuyên truyền viên"),
        ("R3", "bcd-nhan-quyen-cao-bang", {"urge", "inspect"}, "huyện, thành phố"),
        ("R4a", "so-ngoai-vu-cao-bang", {"supply"}, "định kỳ cung cấp thông tin"),
        ("R4a", "so-ngoai-vu-cao-bang", {"follow_up", "report"}, "những phản ứng"),
        ("R4b", "vp-ubnd-tinh-cao-bang", {"supply"}, "cung cấp thông tin cho báo chí"),
        ("R4b", "vp-ubnd-tinh-cao-bang", {"carry_out"}, "cổng thông tin điện tử"),
        ("R4c", POLICE, {"carry_out"}, "đăng tin, viết bài"),
        ("R4c", POLICE, {"supply"}, "kết quả xử lý các trường hợp vi phạm"),
        ("R4d", "so-cong-thuong-cao-bang", {"lead"}, "thương mại tự do thế hệ mới"),
        ("R4e", "so-tu-phap-cao-bang", {"lead"}, "văn bản quy phạm pháp luật"),
        ("R4f", "so-tai-chinh-cao-bang", {"appraise"}, "thẩm định dự toán kinh phí"),
        ("R5", DISTRICT, {"follow_up"}, "tổng hợp dư luận tại địa phương"),
        ("R5", DISTRICT, {"supply"}, "định kỳ hoặc đột xuất cung cấp thông tin"),
        ("R6", PAPER, {"carry_out"}, "chuyên mục, bố trí thời lượng"),
        ("R7", DISTRICT, {"report"}, "nếu có vướng mắc, báo cáo UBND tỉnh"),
    ],
)
def test_each_duty_names_who_has_it_and_which_roles_it_is(
    row: str, agency: str, roles: set[str], words: str, plan: PlanFile
) -> None:
    fitting = [
        one
        for one in plan.roles
        if agency in one.agencies and roles <= set(one.roles) and words in one.text
    ]
    assert len(fitting) == 1, row
    assert roles <= {o.code for o in load_catalogues() if o.catalogue == "role"}


def test_every_district_has_its_steering_committee_under_it(plan: PlanFile) -> None:
    """003-R3: "Ban Chỉ đạo nhân quyền các huyện, thành phố"."""
    districts = {one.id for one in plan.agencies if one.kind == "district"}
    committees = [
        one
        for one in plan.agencies
        if one.kind == "steering_committee" and one.tier == "district"
    ]
    assert len(districts) == 13
    assert {one.parent for one in committees} == districts
    assert len(committees) == 13


def test_what_a_year_of_the_road_map_asked_for_is_reached_by_a_document(
    store: Store, plan: PlanFile
) -> None:
    """003-D1, 003-D2, 003-T4c: steps of a year, reached once and proven."""
    step = next(one for one in plan.roadmap if one.tasks == (f"{PLAN}/4.1",))
    assert (step.first_year, step.last_year) == (2018, 2018)
    target = next(one for one in plan.targets if one.code == "T4c")
    proof = result(
        agency=AgencyId(OFFICE),
        steps=(step.id,),
        goals=(target.goal,),
        tasks=step.tasks,
    )
    assert not_offered(proof) == set()
    with store:
        record_many(store, (proof,))
        assert records.get(store.reader, Achievement, proof.id) == proof
        assert records.get(store.reader, RoadmapStep, step.id) is not None
        found = compute_results(store, parse_period("2019"))
    reached = next(one for one in found if one.target.code == "T4c")
    assert reached.headline.numerator == 1
    assert ("15/QC-BCĐ", DAY) in {(part.text, part.day) for part in reached.parts}


def test_a_review_is_due_on_the_last_day_of_2020_and_conferences_every_month(
    store: Store,
) -> None:
    """003-D3, 003-N1.3, 003-N1.8, 003-R2: owed by the office, or by the party."""
    with store:
        dues = {
            due.deadline.id.split("/")[1]: due for due in read_deadlines(store, 2020)
        }
    assert dues["D3"].last_day == dt.date(2020, 12, 31)
    assert dues["D3"].owed_here
    assert "đề xuất các nội dung giai đoạn 2020 - 2025" in dues["D3"].deadline.text
    assert {"N1.3", "N1.8", "R2"} <= dues.keys()
    assert not dues["R2"].owed_here


def test_difficulties_and_what_the_years_after_need_are_told_in_the_report(
    desk: Desk,
) -> None:
    """003-R7, 003-D3: "vướng mắc", "đề xuất các nội dung giai đoạn 2020 - 2025"."""
    texts = {"IV.2": "Thiếu cộng tác viên.", "VI": "Đề xuất cho giai đoạn 2020 - 2025."}
    asked = Request(period=parse_period("2020"), period_words="năm 2020", texts=texts)
    with Store(desk.path, clock=builders.a_clock) as store:
        blocks = draft_report(store, asked).blocks
    told = {
        above.text: below
        for above, below in pairwise(blocks)
        if isinstance(above, Heading)
    }
    assert told["2. Khó khăn, tồn tại, hạn chế"] == Paragraph(text=texts["IV.2"])
    assert told["VI. ĐỀ XUẤT, KIẾN NGHỊ"] == Paragraph(text=texts["VI"])


def test_a_plan_of_the_years_after_goes_on_from_this_one_which_stays_readable(
    store: Store, plan: PlanFile
) -> None:
    """003-D4, 003-F1: "triển khai các nhiệm vụ giai đoạn 2020 - 2025"."""
    after = replace(
        plan.plan,
        id=PlanId("after"),
        title="Kế hoạch giai đoạn 2020 - 2025",
        first_day=dt.date(2021, 1, 1),
        last_day=dt.date(2025, 12, 31),
        state=PlanState.IN_FORCE,
        follows=PlanId(PLAN),
    )
    with store:
        made = make_plan(store, after, PlanId(PLAN)).value
        kept = records.get(store.reader, Plan, made.id)
        choose_plan(store, made.id)
        new = read_plan(store, parse_period("2021"))
        choose_plan(store, PlanId(PLAN))
        old = read_plan(store, parse_period("2019"))
    assert kept is not None
    assert kept.follows == PLAN
    assert (new.plan.id, len(new.tasks)) == ("after", 19)
    assert old.plan.state is PlanState.CLOSED
    assert len(old.tasks) == 19


def test_a_portal_has_its_parts_and_those_with_a_section_are_a_share_of_all(
    store: Store,
) -> None:
    """003-R4b, 003-T4b: the province's portal and the portals that are part of it."""
    whole = channel(channel=Code("portal_province"), agency=AgencyId(OFFICE))
    parts = [
        channel(
            id=RecordId(f"part-{name}"),
            name=name,
            channel=Code("portal_component"),
            agency=AgencyId(DISTRICT),
            parent=whole.id,
            section=name == "một",
            section_since=dt.date(2019, 2, 1) if name == "một" else None,
        )
        for name in ("một", "hai", "ba")
    ]
    assert not_offered(parts[0]) == set()
    with store:
        record_many(store, (whole,))
        record_many(store, parts)
        found = compute_results(store, parse_period("2019"))
        kept = records.find(store.reader, OwnChannel, where={"parent": whole.id})
    assert len(kept) == 3
    share = next(one for one in found if one.target.code == "T4b").period
    assert (share.numerator, share.denominator) == (Decimal(1), Decimal(4))
    assert share.value == Decimal("25.0")


def test_audiences_areas_and_languages_of_the_plan_can_be_told(store: Store) -> None:
    """003-A1, 003-L1, 003-N0c, 003-X1."""
    audiences = ("journalists", "speakers", "party_members", "people_elsewhere")
    told = activity(
        kind="conference",
        form="briefing",
        agency=OFFICE,
        tasks=(),
        pillar="rebuttal",
        audiences=tuple(
            AudienceCount(audience=Code(one), attendance=10)
            for one in (*audiences, "remote_people")[:4]
        ),
        area_types=("remote_area", "border_area", "ethnic_area"),
        languages=("vietnamese", "other_foreign"),
    )
    assert not_offered(told) == set()
    with store:
        record_many(store, (told,))
        kept = records.get(store.reader, Activity, told.id)
    assert kept == told
    said = {(one.catalogue, one.code) for one in load_plan(PLAN).values}
    assert {("audience", one) for one in (*audiences, "remote_people")} <= said
    assert {("area_type", one) for one in told.area_types} <= said
    assert {("language", one) for one in told.languages} <= said
    pillars = [code for catalogue, code in said if catalogue == "pillar"]
    assert sorted(pillars) == ["achievement", "knowledge", "rebuttal"]


def test_money_comes_from_the_sources_the_plan_names(
    store: Store, plan: PlanFile
) -> None:
    """003-B1, 003-B2: the yearly estimate, the programmes, other lawful sources."""
    sources = [one.code for one in plan.values if one.catalogue == "funding_source"]
    assert set(sources) == {
        *("regular", "integrated", "new_rural", "poverty_reduction", "other_lawful")
    }
    lines = [
        Budget(
            id=RecordId(one),
            agency=AgencyId(OFFICE),
            year=2019,
            source=one,
            estimated=40_000_000,
            allocated=30_000_000,
            spent=25_000_000,
        )
        for one in sources
    ]
    assert not_offered(lines[0]) == set()
    figure = load_figures()[Code("budget_spent")]
    span = Span(dt.date(2019, 1, 1), dt.date(2019, 12, 31))
    with store:
        record_many(store, lines)
        assert totals.total(store.reader, figure, span) == 5 * 25_000_000


def test_only_the_decree_called_a_circular_is_doubted_and_it_is_kept(
    plan: PlanFile,
) -> None:
    """003-F2: type and symbol disagree in one of the six documents."""
    doubted = [
        o.number for o in plan.bases if symbol_differs(o.document_type, o.number)
    ]
    assert doubted == ["09/2017/NĐ-CP"]
