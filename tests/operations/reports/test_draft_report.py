"""A draft says what the records say, as of one instant, the same every time."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from desktop.errors import Cancelled, ConflictError, UnknownNameError
from desktop.files import plans
from desktop.operations.entries.record_entry import record_many
from desktop.operations.offices.create_office import create_office
from desktop.operations.reports.draft_report import (
    Drafts,
    Request,
    draft_page,
    draft_report,
)
from desktop.progress import Step
from desktop.records.activity import ActivityState, Spending
from desktop.records.report import Chart, Heading, Paragraph, Report, Table
from desktop.records.task import TaskProgress, TaskState
from desktop.rules.calendar import parse_period
from desktop.store import records
from desktop.store.store import Store
from tests.builders import (
    UNIT,
    a_broadcast,
    a_check,
    a_clock,
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
from tests.store.deeds import record_one

REQUEST = Request(period=parse_period("2024"), period_words="năm 2024")
LAST_YEAR = dt.date(2023, 8, 1)
PLANS = tuple(one.name for one in plans.plan_names())

EVERYTHING: tuple[Any, ...] = (
    an_activity(
        staff=(staff("G1", 4),),
        spending=(Spending(source="regular", planned=900, spent=800),),  # type: ignore[arg-type]
    ),
    an_activity(id="old", last_day=LAST_YEAR, attendance=500),
    an_activity(id="off", state=ActivityState.CANCELLED, attendance=900),
    an_activity(
        "conference",
        id="c",
        tasks=(task("1.1"),),
        agency=UNIT,
        attendance=9,
        form="briefing",
    ),
    a_product(digital=True, languages=("xo_dang",)),
    a_source(),
    a_posting(items=3, views=1200),
    a_broadcast(minutes=10, times=9),
    a_headcount("G1", 10),
    a_tally(5, 4),
    a_check("phong-vhtt-dak-ha"),
    a_unit_plan(UNIT),
)


def blocks(report: Report) -> list[Any]:
    return [*report.blocks, *(one for annex in report.annexes for one in annex.blocks)]


def said(report: Report) -> str:
    return "\n".join(one.text for one in blocks(report) if isinstance(one, Paragraph))


def a_table(report: Report, code: str) -> Table:
    every = [*blocks(report), *report.data]
    return next(one for one in every if isinstance(one, Table) and one.code == code)


def test_the_same_records_give_the_same_report_word_for_word(office: Path) -> None:
    with Store(office, clock=a_clock) as store:
        record_many(store, EVERYTHING)
    drafts = []
    for _ in range(2):
        with Store(office, clock=a_clock, make_id=lambda: "id") as store:
            drafts.append(draft_report(store, REQUEST))
    assert drafts[0] == drafts[1]
    assert drafts[0].id == "id"


def test_an_empty_office_reports_that_nothing_is_recorded(store: Store) -> None:
    report = draft_report(store, REQUEST)
    assert "Trong kỳ chưa ghi nhận văn bản chỉ đạo, hội nghị triển khai." in said(
        report
    )
    assert report.data == ()
    verdicts = {row.values[-1] for row in a_table(report, "targets_short").rows}
    assert verdicts == {"Đánh giá bằng lời", "Chưa đủ số liệu", "Chưa đạt"}


def test_sentences_tables_and_charts_count_the_same(store: Store) -> None:
    record_many(store, EVERYTHING)
    report = draft_report(store, REQUEST)
    words = said(report)
    assert "Tổ chức 1 hội nghị, lớp tập huấn, bồi dưỡng với 40 lượt người" in words
    assert "1 chương trình với 9 lần phát, tổng thời lượng 1,5 giờ" in words
    assert "Đăng 3 tin, bài trên mạng xã hội với 1.200 lượt xem" in words
    assert "800 đồng trên 900 đồng dự toán" in words
    total = a_table(report, "table_a").rows[0].values
    assert total[2:4] == (Decimal(2), Decimal(49))
    hours = a_table(report, "table_c").rows[0].values
    assert hours[8] == Decimal("1.5")
    months = next(
        one for one in blocks(report) if isinstance(one, Chart) and one.code == "months"
    )
    assert {one.label: one.value for one in months.bars if one.value} == {"T6": 2}


def test_the_data_sheets_hold_what_was_counted_since_the_plan_began(
    store: Store,
) -> None:
    record_many(store, EVERYTHING)
    report = draft_report(store, REQUEST)
    rows = a_table(report, "data_training").rows
    # Last year's, this year's, and one that was cancelled: it counts nowhere.
    assert [row.values[1] for row in rows] == ["", "x", ""]
    codes = {one.code for one in report.data}
    assert codes >= {
        "data_training",
        "data_conference",
        "data_product",
        "data_spokesperson_check",
        "data_headcount",
        "data_staff",
        "data_spending",
    }


def test_a_draft_is_of_one_instant_whatever_is_recorded_meanwhile(
    store: Store,
) -> None:
    record_many(store, EVERYTHING)
    still = draft_report(store, REQUEST)

    def record_meanwhile(step: Step) -> None:
        record_one(store, f"{step.stage}-{step.done}")

    busy = draft_report(store, REQUEST, record_meanwhile)
    assert replace(busy, id=still.id) == still
    later = draft_report(store, REQUEST)
    assert replace(later, id=still.id) != still


def test_what_the_officer_wrote_is_in_its_place(store: Store) -> None:
    texts = {"IV.2": "Kinh phí còn hạn chế."}
    report = draft_report(store, replace(REQUEST, texts=texts))
    place = next(
        number
        for number, one in enumerate(report.blocks)
        if isinstance(one, Heading) and one.text.startswith("2. Khó khăn")
    )
    assert report.blocks[place + 1] == Paragraph(text="Kinh phí còn hạn chế.")


def test_what_was_written_of_a_task_is_that_of_the_year(store: Store) -> None:
    def state(year: int, text: str) -> TaskState:
        return TaskState(
            id=f"s{year}",
            task=task("2.2"),  # type: ignore[arg-type]
            year=year,
            progress=TaskProgress.UNDER_WAY,
            result_text=text,
        )

    with store.change("record") as change:
        records.put(change, state(2023, "năm trước"))
        records.put(change, state(2024, "năm nay"))
    rows = a_table(draft_report(store, REQUEST), "tasks").rows
    row = next(one.values for one in rows if one.values[0] == "2.2")
    assert str(row[4]).startswith("năm nay\n")
    assert row[5] == "Đang thực hiện"


def test_number_and_date_are_those_asked_for(store: Store) -> None:
    asked = replace(REQUEST, number="15", dated=dt.date(2024, 12, 1))
    head = draft_report(store, asked).letterhead
    assert (head.number, head.date) == ("15", dt.date(2024, 12, 1))
    assert draft_report(store, REQUEST).letterhead.date is None


@pytest.mark.parametrize("plan", PLANS)
def test_an_office_of_each_plan_has_its_report_from_its_first_day(
    plan: str, tmp_path: Path
) -> None:
    """Whatever is missing for a target of the plan is said, in words that are there."""
    office = create_office(tmp_path / "so.stt", plan).value
    with Store(office, clock=a_clock) as store:
        aims = [one.label for one in plans.load_plan(plan).targets]
        year = str(plans.load_plan(plan).plan.first_day.year + 1)
        request = Request(period=parse_period(year), period_words=f"năm {year}")
        report = draft_report(store, request)
    short = next(one for one in report.blocks if isinstance(one, Table))
    assert [row.values[1] for row in short.rows] == aims


def test_an_outline_nobody_ships_is_told(store: Store) -> None:
    with pytest.raises(UnknownNameError) as caught:
        draft_report(store, replace(REQUEST, kind="report-of-dreams"))
    assert "report-year" in caught.value.problems[0].facts


def test_a_file_without_an_office_has_nothing_to_report(store: Store) -> None:
    with store.change("forget") as change:
        change.write("preferences", "office", None)
    with pytest.raises(ConflictError):
        draft_report(store, REQUEST)


def test_a_stopped_draft_leaves_the_store_ready(store: Store) -> None:
    def stop(_: Step) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        draft_report(store, REQUEST, stop)
    record_many(store, EVERYTHING)
    assert draft_report(store, REQUEST).data


def put(store: Store, *those: object) -> None:
    with store.change("record") as change:
        for one in those:
            records.put(change, one)


def test_the_page_s_draft_is_the_report_without_its_data_sheets(store: Store) -> None:
    put(store, *EVERYTHING)
    request = replace(REQUEST, texts={"I": "Lời của văn phòng."}, number="7")
    page = draft_page(store, request)
    whole = draft_report(store, request)
    assert page.report.data == ()
    assert whole.data != ()
    assert replace(page.report, id=whole.id) == replace(whole, data=())
    assert page.template.code == "report-year"


def test_the_page_knows_what_was_made_whatever_the_officer_wrote(
    store: Store,
) -> None:
    put(store, *EVERYTHING)
    bare = draft_page(store, REQUEST)
    written = draft_page(store, replace(REQUEST, texts={"I": "Lời của văn phòng."}))
    assert written.generated == bare.generated
    assert bare.generated["direction"].text.splitlines()[0] in said(bare.report)
    assert bare.generated["direction"].text not in said(written.report)
    assert bare.generated["spending"].values["count:spent"] == "800"


def test_nothing_is_counted_again_while_nothing_has_changed(store: Store) -> None:
    steps: list[Step] = []
    drafts = Drafts()
    drafts.read(store, REQUEST, steps.append)
    assert steps
    steps.clear()
    again = drafts.read(store, replace(REQUEST, texts={"I": "Khác."}), steps.append)
    assert steps == []
    assert "Khác." in said(again.report)


@pytest.mark.parametrize("period", ["2023", "2024-H1"])
def test_another_period_is_counted(store: Store, period: str) -> None:
    drafts = Drafts()
    drafts.read(store, REQUEST)
    found = drafts.read(store, replace(REQUEST, period=parse_period(period)))
    assert found.report.period == parse_period(period)


def test_what_changed_since_is_counted(store: Store) -> None:
    drafts = Drafts()
    before = drafts.read(store, REQUEST).generated["activities"].text
    put(store, an_activity(attendance=41))
    now = drafts.read(store, REQUEST).generated["activities"]
    assert before == ""
    assert now.values["direct_attendance"] == "41"


def test_a_draft_that_is_stopped_is_not_kept_half(store: Store) -> None:
    def stop(_step: Step, /) -> None:
        raise Cancelled

    drafts = Drafts()
    with pytest.raises(Cancelled):
        drafts.read(store, REQUEST, stop)
    assert drafts.read(store, REQUEST).report.period == REQUEST.period


def test_a_report_tells_by_which_template_it_was_laid_out(store: Store) -> None:
    report = draft_report(store, REQUEST)
    assert report.template_version >= 1
    assert len(report.template_sha256) == 64
    assert report.template_sha256 == draft_report(store, REQUEST).template_sha256
    half = replace(REQUEST, kind="report-half-year", period=parse_period("2024-H1"))
    assert report.template_sha256 != draft_report(store, half).template_sha256
