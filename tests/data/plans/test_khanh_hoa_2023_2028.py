"""The plan of Khánh Hòa: what its rows ask an office to record, and what it counts."""

import datetime as dt
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from desktop.files.catalogue import load_catalogues, load_figures
from desktop.files.plans import PlanFile, load_plan
from desktop.operations.entries.record_entry import record_many
from desktop.operations.periods.read_deadlines import read_deadlines
from desktop.operations.plans.put_task import put_task
from desktop.operations.reports.draft_report import Request, draft_report
from desktop.records.activity import Activity, AudienceCount
from desktop.records.agency import Budget
from desktop.records.identity import Code, TaskId
from desktop.records.period import DeadlineKind
from desktop.records.report import Heading, Paragraph
from desktop.records.task import Task
from desktop.rules.calendar import parse_period
from desktop.rules.counting import Span
from desktop.rules.dates import long_date
from desktop.store import records, totals
from desktop.store.store import Store
from tests.builders import (
    a_broadcast,
    a_check,
    a_clock,
    a_posting,
    a_product,
    a_tally,
    an_activity,
    staff,
)
from tests.data.plans.deeds import Deed, Desk, lay_out, not_offered

PLAN = "khanh-hoa-2023-2028"
OFFICE = "so-tttt-khanh-hoa"
POLICE = "cong-an-tinh-khanh-hoa"
DISTRICT = "ubnd-huyen-van-ninh-khanh-hoa"
STAFF = (staff("G1", 3), staff("G8", 4), staff("G9", 5), staff("G10", 6))


def event(kind: str, **values: Any) -> dict[str, Any]:
    """Return what an activity tells."""
    return {"kind": kind, **values}


DEEDS = (
    Deed(
        row="002-N1",
        task="1",
        make=an_activity,
        values=event("conference", form="briefing", attendance=60),
        counted={"conferences": "1", "conference_attendance": "60"},
    ),
    *(
        Deed(
            row="002-N1",
            task="1",
            make=an_activity,
            values=event("contest", form=form, entries=25, prizes=3),
            counted={figure: "1", "contest_entries": "25", "contest_prizes": "3"},
        )
        for form, figure in (
            ("writing_contest", "writing_contests"),
            ("quiz_contest", "writing_contests"),
            ("picture_contest", "photo_contests"),
            ("art_contest", "photo_contests"),
        )
    ),
    Deed(
        row="002-N2",
        task="2",
        make=a_check,
        values={"position": "Phó Giám đốc", "public_since": dt.date(2024, 2, 1)},
        counted={"spokespersons": "1"},
    ),
    Deed(
        row="002-N2",
        task="2",
        make=an_activity,
        values=event("coordination", form="digest", documents=4, attendance=None),
        counted={"digest_times": "1", "digests": "4"},
    ),
    Deed(
        row="002-N3",
        task="3",
        make=an_activity,
        values=event("training", organiser_tier="province", people=25),
        counted={"trainings_above": "1", "training_people_above": "25"},
    ),
    Deed(
        row="002-N4",
        task="4",
        make=an_activity,
        values=event("training", agency=DISTRICT, sessions=2, people=18, staff=STAFF),
        counted={
            "training_classes": "2",
            "training_people": "18",
            "training_staff": "18",
        },
    ),
    Deed(
        row="002-N5",
        task="5",
        make=a_posting,
        values={"channel": "newspaper", "items": 3, "sent": 5},
        counted={"press_items": "3", "press_items_sent": "5"},
    ),
    Deed(
        row="002-N6",
        task="6",
        make=a_posting,
        values={"channel": "portal_agency", "items": 4, "views": 900},
        counted={"portal_postings": "4", "portal_views": "900"},
    ),
    Deed(
        row="002-N6",
        task="6",
        make=a_posting,
        values={"channel": "facebook", "items": 2, "interactions": 30},
        counted={"fanpage_postings": "2", "social_interactions": "30"},
    ),
    Deed(
        row="002-N7",
        task="7",
        make=a_product,
        values={"type": "radio_play"},
        counted={"products": "1", "products_radio_play": "1"},
    ),
    Deed(
        row="002-N7",
        task="7",
        make=a_broadcast,
        values={"agency": DISTRICT, "minutes": 15, "times": 4},
        counted={"broadcasts": "4", "broadcast_hours": "1", "broadcasts_commune": "4"},
    ),
    Deed(
        row="002-N7",
        task="7",
        make=a_posting,
        values={"channel": "electronic_board", "items": 7},
        counted={"board_items": "7"},
    ),
    Deed(
        row="002-N7",
        task="7",
        make=an_activity,
        values=event("mobile_show", form="mobile_pictures", sessions=3, pieces=40),
        counted={"mobile_shows": "1", "mobile_sessions": "3", "mobile_pieces": "40"},
    ),
    *(
        Deed(
            row="002-N8",
            task="8",
            make=an_activity,
            values=event("school_session", form=form, sessions=2, attendance=120),
            counted={figure: "1", "school_sessions": "2", "pupils": "120"},
        )
        for form, figure in (
            ("extracurricular", "school_extracurricular"),
            ("civics_week", "civics_weeks"),
            ("opening_course", "opening_courses"),
        )
    ),
    *(
        Deed(
            row="002-N8",
            task="8",
            make=an_activity,
            values=event("union_meeting", form=form, sessions=2, attendance=55),
            counted={form: "1", "union_sessions": "2", "union_members": "55"},
        )
        for form in ("union_youth", "union_labour", "union_women", "union_elderly")
    ),
    *(
        Deed(
            row="002-N9",
            task="9",
            make=an_activity,
            values=event("coordination", form=form, documents=2, attendance=None),
            counted={figure: "2"},
        )
        for form, figure in (
            ("treaty_update", "treaty_updates"),
            ("treaty_report", "treaty_reports"),
        )
    ),
    Deed(
        row="002-N10",
        task="10",
        make=a_tally,
        values={
            "agency": "cong-an-tinh-khanh-hoa",
            "detected": 20,
            "handled": 18,
            "total": 400,
        },
        counted={"detected": "20", "handled": "18", "items_assessed": "400"},
    ),
    *(
        Deed(
            row="002-N11",
            task="11",
            make=an_activity,
            values=event("exhibition", form=form, attendance=900),
            counted={figure: "1", "exhibitions": "1", "exhibition_visitors": "900"},
        )
        for form, figure in (
            ("exhibition_on_site", "exhibitions_on_site"),
            ("exhibition_online", "exhibitions_online"),
        )
    ),
    Deed(
        row="002-N12",
        task="12",
        make=an_activity,
        values=event(
            "conference",
            form="briefing",
            integrated=True,
            programme="Bảo vệ trẻ em trên môi trường mạng (830/QĐ-TTg)",
            attendance=50,
        ),
        counted={
            "integrated_programmes": "1",
            "integrated_events": "1",
            "integrated_attendance": "50",
        },
    ),
    Deed(
        row="002-N12",
        task="12",
        make=an_activity,
        values=event("coordination", form="programme_review", attendance=None),
        counted={"programme_reviews": "1"},
    ),
    Deed(
        row="002-N13",
        task="13",
        make=an_activity,
        values=event("conference", form="review"),
        counted={"review_conferences": "1"},
    ),
)


@pytest.fixture(scope="module")
def plan() -> PlanFile:
    return load_plan(PLAN)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return lay_out(tmp_path_factory.mktemp("office"), PLAN, "2024", agency=OFFICE)


@pytest.mark.parametrize("deed", DEEDS, ids=str)
def test_what_a_row_asks_for_can_be_entered_and_counts_on_its_task(
    deed: Deed, desk: Desk, tmp_path: Path
) -> None:
    assert not_offered(desk.entry(deed)) == set()
    assert desk.counts(deed, tmp_path / "so.stt") == deed.counted


def test_every_task_of_the_plan_has_a_deed(plan: PlanFile) -> None:
    assert {deed.task for deed in DEEDS} == {task.code for task in plan.tasks}
    assert {deed.row for deed in DEEDS} == {f"002-N{task.code}" for task in plan.tasks}


@pytest.mark.parametrize(
    ("row", "codes", "words"),
    [
        (
            "002-C1",
            {f"theme_1{one}" for one in "abcdefghijk"},
            "quyền của người lao động",
        ),
        ("002-C2", {"theme_2", "theme_2a"}, "nội luật hóa"),
        ("002-C3", {"theme_3", "theme_3a", "theme_3c", "theme_3e"}, "yếu thế"),
        ("002-C4", {"theme_4"}, "lợi dụng các quyền tự do, dân chủ"),
        ("002-C5", {"theme_5", "theme_5a"}, "ưu tiên trong đối ngoại"),
        ("002-C6", {"theme_6"}, "đấu tranh phản bác các thông tin sai lệch"),
        ("002-C7", {"theme_7"}, "kết quả thực hiện quyết định số 1079/qđ-ttg"),
    ],
)
def test_each_content_is_worded_by_the_plan_and_can_be_given_to_an_entry(
    row: str, codes: set[str], words: str, plan: PlanFile, desk: Desk, tmp_path: Path
) -> None:
    said = {one.code: one for one in plan.values if one.catalogue == "theme"}
    assert codes <= said.keys(), row
    text = " ".join(said[Code(one)].text for one in sorted(codes)).casefold()
    assert words.casefold() in text
    deed = replace(DEEDS[0], values=DEEDS[0].values | {"themes": tuple(sorted(codes))})
    entry = desk.entry(deed)
    assert not_offered(entry) == set()
    assert desk.counts(deed, tmp_path / "so.stt") == deed.counted
    with Store(tmp_path / "so.stt", writable=False) as store:
        kept = records.get(store.reader, Activity, entry.id)
    assert kept is not None
    assert set(kept.themes) == codes


def test_one_content_has_one_code_in_plans_that_number_it_differently() -> None:
    """002-C7: five themes here, seven there; the code maps the lists to each other."""
    worded = {
        name: {
            one.code: one.text
            for one in load_plan(name).values
            if one.catalogue == "theme"
        }
        for name in (PLAN, "cao-bang-2018-2020", "dak-ha-2023-2028")
    }
    assert len({words.get(Code("theme_6")) for words in worded.values()}) > 1
    shared = set.intersection(*map(set, worded.values()))
    assert {"theme_2", "theme_3"} <= shared
    assert "theme_7" not in worded["dak-ha-2023-2028"]


def test_the_audiences_of_the_plan_can_be_counted(
    plan: PlanFile, desk: Desk, tmp_path: Path
) -> None:
    """002-A1: at home, abroad, at school, and members of each body."""
    asked = (
        *("people", "overseas_vietnamese", "foreign_friends", "pupils", "students"),
        *("youth", "workers", "women", "elderly"),
    )
    assert set(asked) <= {o.code for o in plan.values if o.catalogue == "audience"}
    counts = tuple(AudienceCount(audience=Code(one), attendance=6) for one in asked)
    deed = replace(DEEDS[0], values=DEEDS[0].values | {"audiences": counts})
    assert not_offered(desk.entry(deed)) == set()
    assert desk.counts(deed, tmp_path / "so.stt") == deed.counted


@pytest.mark.parametrize(
    ("row", "agency", "roles", "words"),
    [
        ("002-R1", OFFICE, {"focal_point", "follow_up", "urge", "report"}, "đầu mối"),
        ("002-R2", DISTRICT, {"carry_out", "inspect"}, "giám sát, kiểm tra"),
        ("002-R2", "so-y-te-khanh-hoa", {"carry_out", "inspect"}, "xây dựng Kế hoạch"),
        ("002-R3", DISTRICT, {"report"}, "nếu có vướng mắc"),
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
    names = {one.code for one in load_catalogues() if one.catalogue == "role"}
    assert roles <= names


def test_reports_are_due_on_the_twenty_ninth_and_reviews_after_three_and_five_years(
    desk: Desk,
) -> None:
    """002-D1, 002-N13: "trước ngày 30/11", "đột xuất", "sau 03 năm", "sau 05 năm"."""
    with Store(desk.path, clock=a_clock) as store:
        dues = {
            (due.deadline.id.split("/")[1], year): due
            for year in (2024, 2025, 2027)
            for due in read_deadlines(store, year)
        }
    assert dues["D1", 2024].last_day == dt.date(2024, 11, 29)
    assert dues["D1b", 2024].deadline.kind is DeadlineKind.AD_HOC
    assert dues["D1b", 2024].on_request
    # counted from Decision 1079 of 14/9/2022
    assert dues["N13a", 2025].last_day == dt.date(2025, 9, 14)
    assert dues["N13b", 2027].last_day == dt.date(2027, 9, 14)


def test_what_stands_in_the_way_is_told_in_the_report(desk: Desk) -> None:
    """002-R3: "nếu có vướng mắc ... báo cáo UBND tỉnh"."""
    texts = {"IV.2": "Thiếu máy ảnh.", "VI": "Đề nghị cấp máy ảnh."}
    asked = Request(period=parse_period("2024"), period_words="năm 2024", texts=texts)
    with Store(desk.path, clock=a_clock) as store:
        blocks = draft_report(store, asked).blocks
    told = {
        above.text: below
        for above, below in pairwise(blocks)
        if isinstance(above, Heading)
    }
    assert told["2. Khó khăn, tồn tại, hạn chế"] == Paragraph(text=texts["IV.2"])
    assert told["VI. ĐỀ XUẤT, KIẾN NGHỊ"] == Paragraph(text=texts["VI"])


def test_the_date_is_printed_as_the_plan_prints_it(plan: PlanFile) -> None:
    """002-F1: day 27 and month 3 without a zero."""
    assert plan.plan.issued_on is not None
    assert plan.plan.place_date == f"Khánh Hòa, {long_date(plan.plan.issued_on)}"


def test_a_slip_of_the_copy_is_put_right_by_hand_and_nothing_else_changes(
    desk: Desk, tmp_path: Path
) -> None:
    """002-F6: spelling is kept until somebody edits it."""
    copy = tmp_path / "so.stt"
    copy.write_bytes(desk.path.read_bytes())
    key = TaskId(f"{PLAN}/11")
    with Store(copy, clock=a_clock) as store:
        slip = records.get(store.reader, Task, key)
        assert slip is not None
        assert "triển lâm" in slip.text
        mended = replace(slip, text=slip.text.replace("triển lâm", "triển lãm"))
        put_task(store, mended)
        assert records.get(store.reader, Task, key) == mended


def test_money_of_a_year_is_kept_with_how_the_supplier_was_chosen(
    desk: Desk, tmp_path: Path
) -> None:
    """002-B1: a yearly estimate, and the law of bidding."""
    copy = tmp_path / "so.stt"
    copy.write_bytes(desk.path.read_bytes())
    line = Budget(
        id="b",  # type: ignore[arg-type]
        agency=OFFICE,  # type: ignore[arg-type]
        year=2024,
        source=Code("regular"),
        estimated=90_000_000,
        allocated=80_000_000,
        spent=75_500_000,
        procurement=Code("competitive_offer"),
    )
    assert not_offered(line) == set()
    with Store(copy, clock=a_clock) as store:
        record_many(store, (line,))
        span = Span(dt.date(2024, 1, 1), dt.date(2024, 12, 31))
        known = load_figures()
        found = [
            int(totals.total(store.reader, known[Code(f"budget_{one}")], span))
            for one in ("estimated", "allocated", "spent")
        ]
        assert records.get(store.reader, Budget, "b") == line
    assert found == [90_000_000, 80_000_000, 75_500_000]
