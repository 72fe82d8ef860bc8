"""The plan of Đắk Lắk for conferences with the press: duties, targets, 24 hours."""

import datetime as dt
from collections import Counter
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from desktop.files.catalogue import load_catalogues, load_figures, load_tiers
from desktop.files.plans import PlanFile, load_plan
from desktop.operations.entries.record_entry import record_many
from desktop.operations.figures.compute_results import compute_results
from desktop.operations.offices.create_office import create_office
from desktop.operations.periods.read_deadlines import read_deadlines
from desktop.operations.reports.draft_report import Request, draft_report
from desktop.records.activity import ActivityState, AudienceCount, Spending
from desktop.records.identity import Code
from desktop.records.period import DeadlineKind
from desktop.records.plan import Relation
from desktop.records.report import Heading, Paragraph
from desktop.records.target import Direction, Formula
from desktop.rules.calendar import parse_period, part_of_year
from desktop.rules.counting import Span
from desktop.store import totals
from desktop.store.store import Store
from tests.builders import (
    a_broadcast,
    a_clock,
    a_posting,
    a_product,
    a_tally,
    an_activity,
    at,
)
from tests.data.plans.deeds import Deed, Desk, lay_out, not_offered

PLAN = "dak-lak-press-2024"
OFFICE = "so-tttt-dak-lak"
PARTY = "ban-tuyen-giao-tinh-uy-dak-lak"
POLICE = "cong-an-tinh-dak-lak"
DISTRICT = "ubnd-huyen-lak"
AUDIENCES = (
    AudienceCount(audience=Code("officials"), attendance=60),
    AudienceCount(audience=Code("workers"), attendance=30),
)
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


# --- what the rows ask to be recorded ---------------------------------------------


def press(row: str, task: str, told: dict[str, Any], **counted: str) -> Deed:
    """Return a piece of press information of a row, and what it counts there."""
    values = {"kind": "press_information", "attendance": None} | told
    return Deed(row=row, task=task, make=an_activity, values=values, counted=counted)


def deed(
    row: str, task: str, make: Any, values: dict[str, Any], **counted: str
) -> Deed:
    """Return an entry of a row, and what it counts on the row's task."""
    return Deed(row=row, task=task, make=make, values=values, counted=counted)


PRESENT = {
    "invited": 40,
    "attended": 36,
    "attendance": 55,
    "press_bodies": 12,
    "reporters": 20,
    "documents": 3,
}
URGENT = {
    "form": "press_conference",
    "occasion": "ad_hoc",
    "requested_at": at("2024-07-04T09:30"),
}

DEEDS = (
    press(
        *("004-N1", "II.2.1"),
        {"form": "press_briefing", "occasion": "periodic", "combined": True}
        | {"co_chairs": (PARTY, "hoi-nha-bao-dak-lak"), "note": "1. Khai mạc. 2. …"}
        | PRESENT,
        press_gatherings="1",
        press_periodic="1",
        press_combined="1",
        press_briefings="1",
    ),
    press(
        *("004-N1", "II.2.1"),
        {"form": "press_conference", "occasion": "periodic"},
        press_gatherings="1",
        press_conferences="1",
        press_combined="0",
    ),
    press(
        *("004-A1", "II.2.1"),
        {"form": "press_meeting"} | PRESENT,
        agencies_attended="36",
        press_delegates="55",
        press_present="12",
        press_reporters="20",
    ),
    press(
        *("004-X1", "II.2.2"),
        URGENT | {"held_at": at("2024-07-05T09:30")},
        press_ad_hoc="1",
        press_ad_hoc_24="1",
    ),
    press(
        *("004-X1", "II.2.2"),
        URGENT | {"held_at": at("2024-07-05T09:31")},
        press_ad_hoc="1",
        press_ad_hoc_24="0",
    ),
    press(
        *("004-X2", "IV.2.6"),
        URGENT | {"request_document": "812/STTTT-TTBCXB"},
        press_requests="1",
        press_ad_hoc="1",
    ),
    *(
        press(
            *("004-X3", "II.1"),
            {"form": "press_meeting", "content_source": source, "documents": 2},
            press_times="1",
            press_documents="2",
            **{f"press_{source}_content": "1"},
        )
        for source in ("central", "local")
    ),
    press(
        *("004-X4", "IV.4.1"),
        {"form": "press_written", "agency": DISTRICT},
        press_written="1",
    ),
    press(
        *("004-R1", "IV.1.1"),
        {"form": "press_briefing", "combined": True, "co_chairs": (PARTY,)},
        press_combined="1",
        press_briefings="1",
    ),
    press(
        *("004-R2", "IV.1.2"),
        {"form": "press_meeting", "agency": PARTY, "invited": 40}
        | {"invitation_document": "455-CV/BTGTU"},
        press_invitations="1",
        agencies_invited="40",
    ),
    press(
        *("004-R2", "IV.1.3"),
        {"form": "press_orientation", "agency": PARTY},
        press_orientations="1",
    ),
    *(
        deed(
            *("004-R3", task, an_activity),
            {"kind": "coordination", "form": form, "documents": 2, "attendance": None},
            **{figure: "2"},
        )
        for task, form, figure in (
            ("IV.2.1", "advisory", "advisory_papers"),
            ("IV.2.3", "digest", "digests"),
            ("IV.2.4", "guidance_issued", "guidance_issued"),
        )
    ),
    press(
        *("004-R3", "IV.2.2"),
        {"form": "press_meeting", "content_source": "central"},
        press_central_content="1",
    ),
    deed(
        *("004-R3", "IV.2.5", a_tally),
        {"subject": "misreporting", "agency": POLICE, "detected": 5, "handled": 4},
        misreporting_handled="4",
    ),
    press(
        *("004-R4", "IV.3.1"),
        {"form": "press_meeting", "agency": POLICE, "documents": 6},
        press_documents="6",
    ),
    deed(
        *("004-R4", "IV.3.2", a_tally),
        {"subject": "misreporting", "agency": POLICE, "detected": 5, "handled": 4},
        misreporting_detected="5",
        misreporting_handled="4",
    ),
    press(
        *("004-R5", "IV.4.1"),
        {"form": "press_written", "agency": DISTRICT, "occasion": "ad_hoc"}
        | {"requested_at": at("2024-08-01T08:00"), "held_at": at("2024-08-05T16:00")}
        | {"first_day": dt.date(2024, 8, 1), "last_day": dt.date(2024, 8, 5)},
        press_written="1",
        press_ad_hoc_supplied="1",
    ),
    deed(
        *("004-R6", "IV.4.2", an_activity),
        {"kind": "conference", "form": "briefing", "agency": DISTRICT}
        | {"attendance": 90, "audiences": AUDIENCES},
        conferences="1",
        conference_attendance="90",
        agencies_briefed="1",
    ),
    deed(
        *("004-R7", "IV.4.2", a_posting),
        {"channel": "portal_agency", "agency": DISTRICT, "items": 4}
        | {"pillar": "rebuttal"},
        active_news="4",
    ),
    deed(
        *("004-R7", "IV.4.2", a_posting),
        {"channel": "portal_agency", "items": 4, "pillar": "achievement"},
        active_news="0",
    ),
    deed(
        *("004-R7", "IV.4.2", a_product),
        {"type": "article", "agency": DISTRICT, "pillar": "rebuttal"},
        products_text="1",
    ),
    *(
        deed(
            *("004-R8", "IV.4.3", an_activity),
            {"kind": "press_attendance", "agency": DISTRICT, "attendance": None}
            | {"form": None, "pillar": None, "invited": 1, "attended": came},
            press_attendances="1",
            agencies_invited="1",
            agencies_attended=str(came),
        )
        for came in (1, 0)
    ),
    deed(
        *("004-R9", "IV.5.2", a_product),
        {"type": "article_series", "agency": "bao-dak-lak", "frequency": "weekly"},
        article_series="1",
    ),
    deed(
        *("004-R9", "IV.5.2", a_broadcast),
        {"channel": "province_station", "agency": "dai-ptth-dak-lak", "times": 5},
        programmes="1",
        broadcasts="5",
    ),
    deed(
        *("004-R9", "IV.5.2", an_activity),
        {"kind": "contest", "form": "press_award", "entries": 7, "prizes": 1},
        award_entries="7",
        award_prizes="1",
    ),
    deed(
        *("004-T2", "IV.5.1", a_posting),
        {"channel": "newspaper", "items": 8, "pillar": "achievement"},
        press_items="8",
        achievement_items="8",
    ),
    press(
        *("004-T1", "II.2.1"),
        {"form": "press_conference", "questions": 9, "answers": 7},
        press_questions="9",
        press_answers="7",
    ),
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return lay_out(tmp_path_factory.mktemp("office"), PLAN, "2024")


def in_july(one: Deed) -> Deed:
    """Return a deed of the office on a day of the plan, unless it tells its own."""
    day = dt.date(2024, 7, 5)
    days = (
        {"first_published": day}
        if one.make is a_product
        else {"first_day": day, "last_day": day}
    )
    return replace(one, values={"agency": OFFICE, **days} | one.values)


@pytest.mark.parametrize("one", DEEDS, ids=str)
def test_what_a_row_asks_for_can_be_entered_and_counts_on_its_task(
    one: Deed, desk: Desk, tmp_path: Path
) -> None:
    done = in_july(one)
    assert not_offered(desk.entry(done)) == set()
    assert desk.counts(done, tmp_path / "so.stt") == one.counted


def test_every_task_that_is_no_group_has_a_deed(plan: PlanFile) -> None:
    groups = {task.parent for task in plan.tasks}
    assert {one.task for one in DEEDS} == {
        task.code for task in plan.tasks if task.id not in groups
    }


def test_an_answer_tells_when_it_was_asked_for_and_how_long_it_took(
    desk: Desk,
) -> None:
    """004-R5: request, answer, and the time between them."""
    (one,) = [each for each in DEEDS if each.row == "004-R5"]
    entry = desk.entry(in_july(one))
    assert entry.response_minutes == (4 * 24 + 8) * 60


@pytest.mark.parametrize(
    ("row", "agency", "roles", "words"),
    [
        ("004-R1", PARTY, "co_lead", "đồng chủ trì"),
        ("004-R1", "hoi-nha-bao-dak-lak", "lead co_lead", "giao ban báo chí định kỳ"),
        ("004-R1", POLICE, "standing lead coordinate supply", "tài liệu"),
        ("004-R2", PARTY, "coordinate guide", "Ban hành công văn mời"),
        ("004-R3", OFFICE, "focal_point coordinate carry_out report", "đầu mối tham"),
        ("004-R4", POLICE, "lead supply", "đưa tin sai sự thật"),
        ("004-R5", DISTRICT, "carry_out supply", "chính thức bằng văn bản"),
        ("004-R9", "bao-dak-lak", "carry_out", "phân công phóng viên phụ trách"),
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


@pytest.mark.parametrize(
    ("row", "catalogue", "codes"),
    [
        ("004-X3", "content_source", "central local"),
        ("004-X4", "press_form", "press_written"),
        ("004-D1", "occasion", "periodic ad_hoc"),
        ("004-D1", "task_time", "within_24_hours"),
        ("004-B1", "funding_source", "decentralised integrated other_lawful"),
        ("004-M1", "press_form", "press_conference press_meeting press_briefing"),
        ("004-M1", "channel", "newspaper press_channel portal_province"),
        ("004-R6", "audience", "officials"),
        ("004-R9", "product_type", "article_series"),
    ],
)
def test_each_value_is_worded_by_the_plan(
    row: str, catalogue: str, codes: str, plan: PlanFile
) -> None:
    said = {one.code: one.text for one in plan.values if one.catalogue == catalogue}
    assert set(codes.split()) <= said.keys(), row
    assert all(said[Code(one)] for one in codes.split())


def test_the_press_of_the_province_is_listed_with_its_names(plan: PlanFile) -> None:
    """004-M1: newspaper, station, magazine; those of the centre by their tier."""
    press_bodies = {one.name: one.tier for one in plan.agencies if one.kind == "press"}
    assert press_bodies == {
        "Báo Đắk Lắk": "province",
        "Đài Phát thanh và Truyền hình tỉnh Đắk Lắk": "province",
        "Tạp chí Chư Yang Sin": "province",
    }
    assert "central" in {one.code for one in load_tiers().levels}


def test_a_request_runs_out_after_a_day_and_regular_meetings_have_no_date(
    desk: Desk, tmp_path: Path
) -> None:
    """004-D1, 004-X1: the clock of a request, from when it was made."""
    copy = tmp_path / "so.stt"
    copy.write_bytes(desk.path.read_bytes())
    asked = next(one for one in DEEDS if one.row == "004-X2")
    made = replace(
        in_july(asked),
        values=in_july(asked).values
        | {"state": ActivityState.PLANNED, "requested_at": at("2024-07-04T09:30")},
    )
    with Store(copy, clock=a_clock) as store:
        record_many(store, (desk.entry(made),))
        dues = read_deadlines(store, 2024)
    (request,) = [one for one in dues if one.activity is not None]
    assert request.until is not None
    assert request.until.isoformat().startswith("2024-07-05T09:30")
    regular = next(one for one in dues if one.deadline.id == f"{PLAN}/D1")
    assert regular.last_day is None


def test_the_plan_has_four_parts_and_two_bases(plan: PlanFile) -> None:
    """004-F2, 004-F3: a plan of conferences."""
    assert [one.heading for one in plan.sections if one.heading] == [
        "I. MỤC ĐÍCH YÊU CẦU",
        "II. NỘI DUNG",
        "III. KINH PHÍ THỰC HIỆN",
        "IV. TỔ CHỨC THỰC HIỆN",
    ]
    assert [(one.number, one.issued_on) for one in plan.bases] == [
        ("1079/QĐ-TTg", dt.date(2022, 9, 14)),
        ("1531/BTTTT-TTĐN", dt.date(2024, 4, 22)),
    ]
    assert {one.relation for one in plan.bases} == {Relation.BASIS}


def test_it_is_signed_for_the_chairman(plan: PlanFile) -> None:
    """004-F5: a deputy signs."""
    assert plan.plan.authority == ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    assert plan.plan.signer_name == "Nguyễn Tuấn Hà"


def test_difficulties_are_told_in_the_last_part_of_the_report(desk: Desk) -> None:
    """004-X5: told to the committee, through the department."""
    wish = "Đề nghị hướng dẫn việc cung cấp thông tin đột xuất."
    request = Request(
        period=parse_period("2024"), period_words="năm 2024", texts={"VI": wish}
    )
    with Store(desk.path, clock=a_clock) as store:
        report = draft_report(store, request)
    said = [one.text for one in report.blocks if isinstance(one, Heading | Paragraph)]
    place = said.index(wish)
    assert said[place - 1] == "VI. ĐỀ XUẤT, KIẾN NGHỊ"
    (due,) = [one for one in load_plan(PLAN).deadlines if one.id == f"{PLAN}/D3"]
    assert due.kind is DeadlineKind.AD_HOC
    assert "vướng mắc" in due.text


def test_money_of_a_conference_is_kept_by_source(desk: Desk, tmp_path: Path) -> None:
    """004-B1: the state's by tiers, that of other programmes, other lawful sources."""
    lines = tuple(
        Spending(source=Code(one), planned=10, spent=9)
        for one in ("decentralised", "integrated", "other_lawful")
    )
    paid = in_july(DEEDS[0])
    paid = replace(paid, values=paid.values | {"spending": lines})
    assert not_offered(desk.entry(paid)) == set()
    desk.counts(paid, tmp_path / "so.stt")
    span = Span(dt.date(2024, 1, 1), dt.date(2024, 12, 31))
    with Store(tmp_path / "so.stt", writable=False) as store:
        assert totals.spending(store.reader, span) == (
            *(("decentralised", 10, 9), ("integrated", 10, 9)),
            ("other_lawful", 10, 9),
        )
