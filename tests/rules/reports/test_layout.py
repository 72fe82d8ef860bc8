"""A report has every part of its outline, in order, with nothing made up."""

import ast
import datetime as dt
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from desktop import paths
from desktop.files.catalogue import load_regimes
from desktop.records.activity import ActivityState
from desktop.records.identity import AgencyId, Code
from desktop.records.report import Chart, Heading, Paragraph, Report, Table
from desktop.records.result import Verdict
from desktop.records.signing import SignerRole, SigningWay
from desktop.records.target import Direction
from desktop.records.task import TaskProgress
from desktop.rules.calendar import parse_period
from desktop.rules.reports import data as report_data
from desktop.rules.reports import layout
from desktop.rules.reports import received as report_received
from desktop.rules.reports.facts import (
    Earlier,
    LateEntry,
    LateKind,
    ReportIssued,
    SpendingLine,
)
from desktop.rules.reports.outline import places
from tests.rules.reported import facts, labels, measured, result, template


def laid_out(**changes: Any) -> Report:
    return layout.lay_out(facts(**changes), template())


def under(report: Report, heading: str) -> list[Any]:
    """Return the blocks that follow a heading, up to the next."""
    found: list[Any] = []
    inside = False
    for block in report.blocks:
        if isinstance(block, Heading):
            inside = block.text == heading
        elif inside:
            found.append(block)
    return found


def numbered(number: str, heading: str) -> str:
    return f"{number} {heading}" if number.endswith(")") else f"{number}. {heading}"


def texts(blocks: list[Any]) -> list[str]:
    return [one.text for one in blocks if isinstance(one, Paragraph)]


def test_every_section_of_the_outline_is_there_in_order() -> None:
    found = [one for one in laid_out().blocks if isinstance(one, Heading)]
    assert [(one.level, one.text) for one in found] == [
        (section.level, numbered(section.number, section.heading))
        for section in template().sections
    ]


@pytest.mark.parametrize(
    "code", [one.code for one in template().tables if one.rows == "agencies"]
)
def test_a_section_an_office_gives_a_table_leads_to_it(code: str) -> None:
    first, *rest = template().sections
    mine = replace(first, content=f"table:{code}")
    report = layout.lay_out(facts(), replace(template(), sections=(mine, *rest)))
    (annex,) = [
        one
        for one in report.annexes
        for block in one.blocks
        if isinstance(block, Table) and block.code == f"table_{code.lower()}"
    ]
    below = texts(under(report, numbered(first.number, first.heading)))
    assert below == [f"Số liệu chi tiết tại {annex.label} kèm theo."]


def test_the_body_begins_with_the_opening_and_ends_with_the_closing() -> None:
    report = laid_out()
    first, last = report.blocks[0], report.blocks[-1]
    assert isinstance(first, Paragraph)
    assert first.text.startswith("Thực hiện Kế hoạch triển khai thực hiện Đề án")
    assert "năm 2024" in first.text
    assert isinstance(last, Paragraph)
    assert last.text.endswith("./.")


def test_nothing_is_left_unfilled() -> None:
    report = laid_out(
        totals={code: Decimal(2) for code in facts().figures},
        spending=(SpendingLine(source="x", planned=2, spent=1),),
    )
    words = [one.text for one in report.blocks if isinstance(one, Heading | Paragraph)]
    words += [report.letterhead.subject, *(one.reference for one in report.annexes)]
    assert not [text for text in words if "{" in text or "}" in text]


def test_a_sentence_whose_figures_are_zero_is_left_out() -> None:
    found = laid_out(totals={Code("unit_plans"): Decimal(4)})
    said = texts(under(found, "I. CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI"))
    assert said == [
        "Có 4 cơ quan, đơn vị ban hành kế hoạch cụ thể để tổ chức thực hiện."
    ]


@pytest.mark.parametrize(
    ("place", "heading"),
    [
        ("I", "I. CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI"),
        ("II.2.a", "a) Cung cấp thông tin; bồi dưỡng kiến thức, kỹ năng truyền thông"),
        ("III", "III. KINH PHÍ THỰC HIỆN"),
        ("IV.1", "1. Ưu điểm"),
        ("V", "V. PHƯƠNG HƯỚNG, NHIỆM VỤ TRỌNG TÂM KỲ TỚI"),
    ],
)
def test_what_the_officer_wrote_takes_the_place_of_the_words_for_nothing(
    place: str, heading: str
) -> None:
    (empty,) = texts(under(laid_out(), heading))
    written = laid_out(texts={place: "Đoạn một.\nĐoạn hai."})
    assert texts(under(written, heading)) == ["Đoạn một.", "Đoạn hai."]
    assert empty not in texts(list(written.blocks))


def test_what_the_officer_wrote_replaces_the_words_made_from_the_figures() -> None:
    found = laid_out(
        texts={"I": "Có 4 đơn vị ban hành kế hoạch."},
        totals={Code("unit_plans"): Decimal(4)},
    )
    said = texts(under(found, "I. CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI"))
    assert said == ["Có 4 đơn vị ban hành kế hoạch."]


def test_the_same_number_under_two_headings_is_two_places() -> None:
    written = laid_out(texts={"IV.1": "Ưu điểm riêng."})
    assert texts(under(written, "1. Ưu điểm")) == ["Ưu điểm riêng."]
    assert "Ưu điểm riêng." not in texts(
        under(written, "1. Kết quả thực hiện các mục tiêu, chỉ tiêu")
    )


def test_money_is_told_in_a_sentence_and_a_table() -> None:
    lines = (SpendingLine(source="x", planned=5_000_000, spent=1_250_000),)
    said, table = under(laid_out(spending=lines), "III. KINH PHÍ THỰC HIỆN")
    assert said.text == (
        "Tổng kinh phí các hoạt động đã chi trong kỳ là 1.250.000 đồng"
        " trên 5.000.000 đồng dự toán."
    )
    assert isinstance(table, Table)


def test_the_money_of_the_year_is_told_where_no_activity_cost_any() -> None:
    totals = {
        "budget_estimated": Decimal(90_000_000),
        "budget_allocated": Decimal(80_000_000),
        "budget_spent": Decimal(62_500_000),
    }
    (said,) = under(laid_out(totals=totals), "III. KINH PHÍ THỰC HIỆN")
    assert said.text == (
        "Kinh phí được giao trong năm là 80.000.000 đồng (dự toán đề nghị 90.000.000 "
        "đồng), đã chi 62.500.000 đồng."
    )


def test_targets_tasks_and_charts_lead_to_their_annexes() -> None:
    report = laid_out(results=(result(measured(9, 10, "90.0")),))
    said, short, see = under(report, "1. Kết quả thực hiện các mục tiêu, chỉ tiêu")
    assert said.text == "Kết quả đánh giá 1 chỉ tiêu: 1 chỉ tiêu đạt."
    assert isinstance(short, Table)
    assert see.text == "Số liệu chi tiết tại Phụ lục I kèm theo."
    (see,) = under(report, "3. Kết quả theo từng nhiệm vụ của Kế hoạch")
    assert see.text == "Số liệu chi tiết tại Phụ lục II kèm theo."
    charts = under(report, "5. Biểu đồ kết quả")
    assert [type(one) for one in charts] == [Chart, Chart]


def test_a_chart_of_targets_without_a_value_is_left_out() -> None:
    blank = measured(0, None, None, "unknown")
    report = laid_out(results=(result(blank),))
    (months,) = under(report, "5. Biểu đồ kết quả")
    assert months.code == "months"
    known = laid_out(results=(result(blank), result(measured(9, 10, "90.0"))))
    targets, _ = under(known, "5. Biểu đồ kết quả")
    assert len(targets.bars) == 2, "beside a known one the unknown is told"


def test_annexes_are_numbered_and_each_holds_one_table_without_its_title() -> None:
    annexes = laid_out().annexes
    assert [one.label for one in annexes] == [
        "Phụ lục I",
        "Phụ lục II",
        "Phụ lục III",
        "Phụ lục IV",
        "Phụ lục V",
        "Phụ lục VI",
    ]
    for annex in annexes:
        (table,) = annex.blocks
        assert isinstance(table, Table)
        assert table.title == ""
        assert annex.title == annex.title.upper() != ""
        assert annex.landscape == table.landscape


def grown(**changes: Any) -> Report:
    """Return a report whose figures are held against those of two earlier periods."""
    days = (
        (dt.date(2023, 1, 1), dt.date(2023, 6, 30)),
        (
            dt.date(2023, 7, 1),
            dt.date(2023, 12, 31),
        ),
    )
    last, previous = (
        Earlier(kind=kind, first_day=first, last_day=end, totals=totals)
        for kind, (first, end), totals in zip(
            ("last_year", "previous"),
            days,
            ({Code("trainings"): Decimal(8)}, {Code("products"): Decimal(5)}),
            strict=True,
        )
    )
    totals = {Code("trainings"): Decimal(10), Code("products"): Decimal(4)}
    return laid_out(totals=totals, earlier=(previous, last), **changes)


COMPARED = "4. So sánh với kỳ trước; điều chỉnh số liệu sau báo cáo"


def test_growth_is_told_in_sentences_and_leads_to_its_table() -> None:
    first, second, see = texts(under(grown(), COMPARED))
    assert first == (
        "So với kỳ trước (01/07/2023 - 31/12/2023): số sản phẩm truyền thông giảm "
        "20% (từ 5 xuống 4 sản phẩm)."
    )
    assert second == (
        "So với cùng kỳ năm trước (01/01/2023 - 30/06/2023): số hội nghị, lớp tập "
        "huấn, bồi dưỡng tăng 25% (từ 8 lên 10 cuộc)."
    )
    assert see == "Số liệu chi tiết tại Phụ lục VII kèm theo."
    annex = grown().annexes[-1]
    assert annex.label == "Phụ lục VII"


def test_one_sentence_leads_to_the_tables_of_growth_and_of_late_entries() -> None:
    late = LateEntry(
        register="Tập huấn",
        place="activities/a",
        title="Lớp tập huấn",
        agency="Phòng VHTT",
        day=dt.date(2024, 2, 5),
        recorded_on=dt.date(2024, 8, 9),
        kind=LateKind.ADDED,
        report=ReportIssued(
            id="r",
            first_day=dt.date(2024, 1, 1),
            last_day=dt.date(2024, 6, 30),
            issued_on=dt.date(2024, 7, 2),
        ),
    )
    *_, before, see = texts(under(grown(late=(late,)), COMPARED))
    assert before.startswith("Điều chỉnh sau báo cáo")
    assert see == "Số liệu chi tiết tại Phụ lục VII, Phụ lục VIII kèm theo."


def test_without_an_earlier_period_nothing_is_compared() -> None:
    (said,) = texts(under(laid_out(), COMPARED))
    assert said.startswith("Chưa có số liệu kỳ trước để so sánh")
    assert "table_g" not in {one.code for one in tables(laid_out())}


def test_what_was_edited_is_not_said_a_second_time() -> None:
    written = grown(texts={"II.4": "Kết quả tăng đều."})
    said = texts(under(written, COMPARED))
    assert said == ["Kết quả tăng đều.", "Số liệu chi tiết tại Phụ lục VII kèm theo."]


def test_a_report_knows_the_version_of_its_template_and_targets() -> None:
    report = laid_out(results=(result(measured(9, 10, "90.0")),))
    assert report.template_version == template().version
    assert report.target_versions == (report_target_id(),)


def report_target_id() -> str:
    return str(result(measured(9, 10, "90.0")).target.id)


def test_codes_and_sheets_of_tables_are_unique() -> None:
    report = laid_out(spending=(SpendingLine(source="x", planned=2, spent=1),))
    found = tables(report)
    assert len({one.code for one in found}) == len(found)
    assert len({one.sheet for one in found}) == len(found)
    assert all(0 < len(one.sheet) <= 31 for one in found)


ROOM = "\u00a0" * 5


@pytest.mark.parametrize(
    ("number", "dated", "expected"),
    [
        (
            "",
            None,
            f"Kèm theo Báo cáo số {ROOM}/BC-VHTT ngày {ROOM} tháng {ROOM} năm 2024 của",
        ),
        (
            "15",
            dt.date(2025, 1, 5),
            "Kèm theo Báo cáo số 15/BC-VHTT ngày 05 tháng 01 năm 2025 của",
        ),
        (
            "15",
            dt.date(2024, 12, 25),
            "Kèm theo Báo cáo số 15/BC-VHTT ngày 25 tháng 12 năm 2024 của",
        ),
    ],
)
def test_an_annex_names_the_report_it_goes_with(
    number: str, dated: dt.date | None, expected: str
) -> None:
    annex = laid_out(number=number, dated=dated).annexes[0]
    assert annex.reference.startswith(expected)


def test_the_letterhead_is_that_of_the_office() -> None:
    head = laid_out(number="7", dated=dt.date(2024, 12, 1)).letterhead
    assert (head.superior, head.agency) == (
        "UBND HUYỆN ĐĂK HÀ",
        "PHÒNG VĂN HÓA VÀ THÔNG TIN",
    )
    assert (head.number, head.symbol, head.place) == ("7", "BC-VHTT", "Đăk Hà")
    assert (head.date, head.year) == (dt.date(2024, 12, 1), 2024)
    assert head.document_type == "BÁO CÁO"
    assert head.subject.startswith("Kết quả triển khai thực hiện Đề án")
    assert head.addressees == ("Sở Thông tin và Truyền thông tỉnh Kon Tum",)


def test_an_office_without_a_recipient_addresses_nobody() -> None:
    own = replace(facts().preferences, recipient=None)
    assert laid_out(preferences=own).letterhead.addressees == ()


def test_recipients_end_with_the_line_for_filing() -> None:
    report = laid_out()
    assert report.recipients[-1] == "Lưu: VT, VHTT"
    assert report.recipients[:-1] == facts().preferences.recipients


def test_a_practice_office_s_report_says_so() -> None:
    own = replace(facts().preferences, practice=True)
    assert laid_out(preferences=own).practice
    assert not laid_out().practice


def test_a_report_says_who_is_to_sign_it_by_a_key() -> None:
    assert laid_out().signers == (SignerRole.PERSON, SignerRole.AGENCY)
    seal = replace(facts().preferences, signers=(SignerRole.AGENCY,))
    assert laid_out(preferences=seal).signers == (SignerRole.AGENCY,)
    by_hand = replace(facts().preferences, signing=SigningWay.PAPER)
    assert laid_out(preferences=by_hand).signers == ()


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("2024", "bao-cao-2024"),
        ("2024-H1", "bao-cao-2024-h1"),
        ("2024@14/11", "bao-cao-2024-14-11"),
        ("2024-N9@decree_09", "bao-cao-2024-n9-decree-09"),
        ("01/01/2024-14/11/2024", "bao-cao-01-01-2024-14-11-2024"),
    ],
)
def test_files_are_named_in_plain_letters(period: str, expected: str) -> None:
    found = facts(period=parse_period(period, load_regimes()))
    assert layout.file_stem(found, template()) == expected


def test_the_report_says_who_and_when() -> None:
    report = laid_out(report_id="id-1")
    assert (report.id, report.kind) == ("id-1", "report-year")
    assert report.agency_id == AgencyId(facts().preferences.agency)
    assert report.computed_at == facts().computed_at
    assert report.period == facts().period


def test_laying_out_twice_gives_the_same_report() -> None:
    assert laid_out() == laid_out()


def keys_of(module: Path) -> set[str]:
    """Return the keys a module takes from the standing words, `x_*` when it adds."""
    found = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Subscript) and "labels" in ast.unparse(node.value):
            key = node.slice
            if isinstance(key, ast.Constant):
                found.add(str(key.value))
            if isinstance(key, ast.JoinedStr):
                found.add(f"{ast.unparse(key)[2:].partition('{')[0]}*")
    return found


ADDED: dict[str, set[str]] = {
    "verdict_*": set(Verdict),
    "progress_*": set(TaskProgress),
    "state_*": set(ActivityState),
    "goal_*": {Direction.AT_LEAST, Direction.AT_MOST},
    "missing_*": {"headcount", "plan_number", "supplied", "scope", "products"}
    | {"divisor", "before", "nothing_planned"},
    "doubt_*": {"numerator_above_denominator", "inherited_without_denominator"}
    | {"staff_tier_blank", "supplied_years_missing", "headcount_tiers_mixed"},
    "part_*": {"updated", "trained", "ethnic", "foreign", "digital"}
    | {"sources", "products", "digitised", "connected", "online"}
    | {"inherited", "reached"},
    "targets_*": {"period", "cumulative", "numerator", "denominator", "percent"},
    "growth_*": {"previous", "last_year", "up", "down", "many", "same"},
    "late_*": {"register", "title", "agency", "day", "recorded", "kind", "report"}
    | {"counted", "here", "cumulative", *LateKind},
    "late_sentence_*": set(LateKind),
    "received_*": {key for key, _, _ in report_received._COLUMNS}
    | {"came", "entered", "missing"},
    "tasks_*": {"text", "leads", "partners", "time"},
    "rows_*": {"units", "agencies"},
    "spending_*": {"planned", "spent", "share"},
    "data_sheet_*": {"staff", "audiences", "spending"},
    "data_title_*": {"staff", "audiences", "spending"},
    "data_*": {part for parts in report_data._SMALL_TABLES.values() for part in parts},
}
"""What each key with a variable end is completed by."""


def test_every_standing_word_the_rules_use_is_in_the_outline() -> None:
    rooms = [*(paths.ROOT / "desktop" / "rules" / "reports").glob("*.py")]
    rooms.append(paths.ROOT / "desktop" / "operations" / "reports" / "report_sheets.py")
    used = set().union(*(keys_of(module) for module in rooms))
    open_ended = {key for key in used if key.endswith("*")}
    assert open_ended == set(ADDED)
    wanted = used - open_ended
    wanted |= {
        key.removesuffix("*") + str(end) for key in open_ended for end in ADDED[key]
    }
    assert len(wanted) > 70
    assert wanted <= set(labels())


def test_every_place_for_writing_is_another() -> None:
    found = places(template().sections)
    assert len(set(found)) == len(found)
    assert {"I", "II.1", "II.2.a", "II.2.đ", "IV.3"} <= set(found)


def test_a_heading_knows_the_place_of_its_section() -> None:
    found = [one.place for one in laid_out().blocks if isinstance(one, Heading)]
    assert found == list(places(template().sections))


def test_every_figure_has_a_place_of_its_own() -> None:
    """A row's and a column's key name one figure of a table, as a trace does."""
    for table in tables(
        laid_out(
            results=(result(measured(9, 10, "90.0")),),
            spending=(SpendingLine(source="x", code="x", planned=2, spent=1),),
        )
    ):
        rows = [row.key for row in table.rows]
        columns = [column.key for column in table.columns]
        assert all(rows), table.code
        assert all(columns), table.code
        assert len(set(rows)) == len(rows), table.code
        assert len(set(columns)) == len(columns), table.code


def tables(report: Report) -> list[Table]:
    """Return every table of the body and the annexes."""
    blocks = [*report.blocks, *(b for one in report.annexes for b in one.blocks)]
    return [one for one in blocks if isinstance(one, Table)]
