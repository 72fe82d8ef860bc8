"""The tables of targets say what was asked, what was reached, and what lacks."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from desktop.records.report import ColumnType
from desktop.records.result import Part, Verdict
from desktop.records.target import Basis, Direction, Formula
from desktop.rules.reports import targets as report_targets
from tests.rules.reported import day, facts, labels, measured, result, target

UNKNOWN = measured(None, None, None, "unknown")


@pytest.mark.parametrize(
    ("changes", "denominator", "expected"),
    [
        ({}, 10, "từ 90% trở lên"),
        ({"value": Decimal("66.5")}, 10, "từ 66,5% trở lên"),
        ({"value": Decimal(100)}, 10, "100%"),
        ({"direction": Direction.AT_MOST, "value": Decimal(10)}, 10, "không quá 10%"),
        (
            {
                "direction": Direction.RANGE,
                "value": Decimal(15),
                "upper": Decimal(20),
            },
            10,
            "từ 15 - 20%",
        ),
        ({"direction": Direction.COUNT, "unit": "cuộc"}, None, "Không giao số"),
        ({"direction": Direction.COUNT, "unit": "cuộc"}, 3, "3 cuộc theo kế hoạch năm"),
        ({"direction": Direction.TEXT}, None, "Đánh giá bằng lời"),
    ],
)
def test_the_goal_in_words(
    changes: dict[str, Any], denominator: int | None, expected: str
) -> None:
    one = result(measured(1, denominator, None), **changes)
    assert report_targets.goal(one, labels()) == expected


def test_the_goal_of_what_is_judged_in_all_is_what_was_planned_in_all() -> None:
    one = result(
        measured(1, 2, "50.0"),
        measured(3, 5, "60.0"),
        direction=Direction.COUNT,
        unit="cuộc",
        basis=Basis.CUMULATIVE,
    )
    assert report_targets.goal(one, labels()) == "5 cuộc theo kế hoạch năm"


@pytest.mark.parametrize(
    ("found", "unit", "expected"),
    [
        (measured(9, 10, "90.0"), "%", "90%"),
        (measured(1, 3, "33.3"), "%", "33,3%"),
        (measured(3, None, None, "unknown"), "cuộc", "3 cuộc"),
        (measured(3, None, None, "unknown"), "%", "Chưa đủ số liệu"),
        (UNKNOWN, "cuộc", "Chưa đủ số liệu"),
        (measured(0, 10, "0.0", "not_met"), "%", "0%"),
        (measured(None, None, None, "text"), "", ""),
    ],
)
def test_what_was_reached_in_words(found: Any, unit: str, expected: str) -> None:
    assert report_targets.reached(found, target(unit=unit), labels()) == expected


RANGE = {"direction": Direction.RANGE, "value": Decimal(15), "upper": Decimal(20)}


@pytest.mark.parametrize(
    ("value", "changes", "expected"),
    [
        ("95.5", {}, "5.5"),
        ("80.0", {}, "-10.0"),
        ("90.0", {}, "0.0"),
        ("14.0", RANGE, "-1.0"),
        ("17.0", RANGE, "0.0"),
        ("20.1", RANGE, "0.1"),
        ("60.0", {"direction": Direction.COUNT, "value": None}, "-40.0"),
        ("12.0", {"direction": Direction.AT_MOST, "value": Decimal(10)}, "2.0"),
    ],
)
def test_the_difference_is_to_the_nearest_point_of_what_was_asked(
    value: str, changes: dict[str, Any], expected: str
) -> None:
    one = result(measured(1, 1, value), **changes)
    assert report_targets.difference(one) == Decimal(expected)


@pytest.mark.parametrize(
    "one",
    [
        result(UNKNOWN),
        result(measured(1, 1, "50.0"), value=None),
        result(measured(1, 1, "50.0"), direction=Direction.TEXT),
    ],
)
def test_there_is_no_difference_where_a_side_is_missing(one: Any) -> None:
    assert report_targets.difference(one) is None


def notes(one: Any) -> list[str]:
    return list(report_targets.notes(one, facts(), labels()))


def test_a_plain_result_needs_no_note() -> None:
    assert notes(result(measured(9, 10, "90.0"))) == []


@pytest.mark.parametrize(
    ("missing", "expected"),
    [
        ("headcount", "Chưa nhập số cán bộ của nhóm."),
        ("plan_number", "Kế hoạch không giao số; chưa nhập số dự kiến trong năm."),
        ("nothing_planned", "Kỳ này không giao số nào."),
        ("supplied", "Chưa có số liệu do Công an huyện Đăk Hà báo cáo."),
        ("scope", "Chưa có danh sách cơ quan thuộc phạm vi."),
        ("products", "Trong kỳ chưa ghi nhận sản phẩm truyền thông."),
        ("divisor", "Chưa có số liệu làm mẫu số."),
        ("before", "Kỳ trước chưa có số liệu để so sánh."),
    ],
)
def test_what_is_missing_is_said(missing: str, expected: str) -> None:
    one = result(UNKNOWN, missing=missing, supplier="cong-an-huyen-dak-ha")
    assert notes(one) == [expected]


def test_people_are_said_to_be_counted_once_with_the_day_of_their_number() -> None:
    one = result(
        measured(9, 10, "90.0"),
        formula=Formula.TRAINED,
        basis=Basis.CUMULATIVE,
        denominator_date=day("2024-01-05"),
    )
    assert notes(one) == [
        (
            "Tính theo số người không trùng, không tính theo lượt người; số lũy kế đã"
            " trừ người chuyển công tác, nghỉ việc."
        ),
        "Đánh giá theo số lũy kế từ đầu giai đoạn.",
        "Mẫu số tính đến ngày 05/01/2024.",
    ]


def test_parts_are_printed_with_their_ratio_and_said_to_overlap() -> None:
    parts = (
        Part(
            code="ethnic",
            numerator=Decimal(2),
            denominator=Decimal(20),
            value=Decimal("10.0"),
        ),
        Part(code="foreign", numerator=Decimal(0), denominator=None, value=None),
        Part(
            code="digital",
            numerator=Decimal(1),
            denominator=Decimal(3),
            value=Decimal("33.3"),
        ),
    )
    one = result(measured(3, 20, "15.0"), formula=Formula.PRODUCT_SHARE, parts=parts)
    first, second = notes(one)
    assert first == "Tiếng dân tộc thiểu số 2/20 (10%); trên nền tảng số 1/3 (33,3%)."
    assert "không cộng lại" in second


def test_what_has_no_ratio_is_told_by_its_number_its_paper_and_its_day() -> None:
    parts = (
        Part(code="inherited", numerator=Decimal(1200)),
        Part(code="reached", text="15/KH-UBND", day=day("2019-03-05")),
    )
    assert notes(result(measured(1, 1, "100.0"), parts=parts)) == [
        "Lũy kế: trong đó kế thừa 1.200.",
        "Hoàn thành ngày 05/03/2019 theo 15/KH-UBND.",
    ]


@pytest.mark.parametrize(
    ("found", "unit", "expected"),
    [
        (measured(12, 10, "20.0", "text"), "%", "20%"),
        (measured(7, None, None, "text"), "bài", "7 bài"),
        (measured(None, None, None, "text"), "%", ""),
    ],
)
def test_a_target_in_words_shows_its_figures_without_a_verdict(
    found: Any, unit: str, expected: str
) -> None:
    """004-T1 to T3: the plan sets no line, and the figures stand beside the words."""
    one = result(found, direction=Direction.TEXT, value=None, unit=unit)
    row = report_targets.short_table(facts(results=[one]), labels()).rows[0]
    assert row.values[2:] == (
        "Đánh giá bằng lời",
        expected,
        expected,
        "Đánh giá bằng lời",
    )


def test_supplied_numbers_name_who_supplied_them() -> None:
    one = result(
        measured(9, 10, "90.0"),
        formula=Formula.SUPPLIED,
        supplier="cong-an-huyen-dak-ha",
    )
    assert notes(one) == ["Số liệu do Công an huyện Đăk Hà báo cáo."]
    assert len(notes(replace(one, missing="supplied"))) == 1


def test_a_doubt_is_said() -> None:
    one = result(measured(12, 10, "120.0"), doubts=("numerator_above_denominator",))
    assert notes(one) == ["Tử số lớn hơn mẫu số, đề nghị kiểm tra lại."]


RESULTS = (
    result(
        measured(9, 10, "90.0"),
        measured(3, 10, "30.0", "not_met"),
        basis=Basis.CUMULATIVE,
    ),
    result(UNKNOWN, missing="headcount"),
    result(
        measured(None, None, None, "text"),
        formula=Formula.TEXT,
        direction=Direction.TEXT,
        value=None,
    ),
)


def test_the_short_table_tells_goal_both_results_and_the_verdict_that_counts() -> None:
    table = report_targets.short_table(facts(results=RESULTS), labels())
    assert [one.heading for one in table.columns][2] == ("Mục tiêu đến năm 2028",)
    assert [row.values for row in table.rows] == [
        (1, "Cán bộ được tập huấn", "từ 90% trở lên", "90%", "30%", "Chưa đạt"),
        (
            2,
            "Cán bộ được tập huấn",
            "từ 90% trở lên",
            *("Chưa đủ số liệu",) * 3,
        ),
        (3, "Cán bộ được tập huấn", "Đánh giá bằng lời", "", "", "Đánh giá bằng lời"),
    ]


def test_goals_without_a_year_are_headed_by_none() -> None:
    """Plans such as that of Đắk Lắk name no year by which anything is reached."""
    found = facts(results=[result(UNKNOWN, year=None)])
    for table in (report_targets.short_table, report_targets.whole_table):
        headings = [one.heading for one in table(found, labels()).columns]
        assert ("Mục tiêu",) in headings


def test_the_whole_table_has_every_number_word_for_word() -> None:
    table = report_targets.whole_table(facts(results=RESULTS), labels())
    assert table.rows[0].values == (
        1,
        "Phấn đấu 90% cán bộ được tập huấn",
        "%",
        "từ 90% trở lên",
        Decimal(9),
        Decimal(10),
        Decimal("90.0"),
        Decimal(3),
        Decimal(10),
        Decimal("30.0"),
        Decimal("-60.0"),
        "Chưa đạt",
        "Đánh giá theo số lũy kế từ đầu giai đoạn.",
    )
    assert table.rows[1].values[4:11] == (None,) * 7
    assert {len(row.values) for row in table.rows} == {len(table.columns)}


@pytest.mark.parametrize(
    "build", [report_targets.short_table, report_targets.whole_table]
)
def test_short_results_stand_in_the_middle_and_sentences_at_the_left(
    build: Any,
) -> None:
    columns = build(facts(results=RESULTS), labels()).columns
    types = {column.heading[-1]: column.type for column in columns}
    said = labels()
    for label in ("targets_verdict", "targets_ordinal"):
        assert types[said[label]] is ColumnType.ORDINAL
    assert types[said["targets_text"]] is ColumnType.TEXT


def test_the_chart_shows_every_target_that_has_a_line() -> None:
    chart = report_targets.chart(facts(results=RESULTS), labels())
    assert [(one.value, one.target, one.text) for one in chart.bars] == [
        (Decimal("30.0"), Decimal(90), "30% - Chưa đạt"),
        (None, Decimal(90), "Chưa đủ số liệu"),
    ]


def test_what_was_planned_as_a_number_is_held_against_the_whole() -> None:
    one = result(
        measured(1, 2, "50.0", "not_met"),
        direction=Direction.COUNT,
        value=None,
        unit="cuộc",
    )
    bar = report_targets.bar(one, labels())
    assert (bar.value, bar.target) == (Decimal("50.0"), Decimal(100))
    unplanned = result(
        measured(1, None, None, "unknown"),
        direction=Direction.COUNT,
        value=None,
        unit="cuộc",
    )
    bar = report_targets.bar(unplanned, labels())
    assert (bar.value, bar.target, bar.text) == (
        None,
        None,
        "1 cuộc - Chưa đủ số liệu",
    )


def test_every_verdict_has_its_word() -> None:
    assert {f"verdict_{one}" for one in Verdict} <= set(labels())


def test_figures_beside_words_are_shown_without_a_verdict() -> None:
    share = measured(10, 400, "2.5", "text")
    assert report_targets.reached(share, target(), labels()) == "2,5%"
    bare = measured(3, None, None, "text")
    titles = target(formula=Formula.FIGURE, unit="đầu")
    assert report_targets.reached(bare, titles, labels()) == "3 đầu"
    assert report_targets.reached(bare, target(), labels()) == ""


def test_a_milestone_is_told_in_words_with_its_document() -> None:
    proof = Part(code="reached", text="12/QC-UBND", day=day("2019-03-04"))
    one = result(
        measured(1, 1, "100.0"),
        formula=Formula.MILESTONE,
        unit="",
        value=None,
        parts=(proof,),
    )
    assert report_targets.goal(one, labels()) == "Hoàn thành"
    assert report_targets.reached(one.period, one.target, labels()) == "Đã hoàn thành"
    assert report_targets.difference(one) is None
    assert notes(one) == ["Hoàn thành ngày 04/03/2019 theo 12/QC-UBND."]
    bare = replace(one, parts=(replace(proof, text=""),))
    assert notes(bare) == ["Hoàn thành ngày 04/03/2019."]
    bar = report_targets.bar(one, labels())
    assert (bar.target, bar.text) == (Decimal(100), "Đã hoàn thành - Đạt")
    open_ = measured(0, 1, "0.0", "not_met")
    said = report_targets.reached(open_, one.target, labels())
    assert said == "Chưa hoàn thành"


def test_what_may_be_missed_is_told_with_the_goal() -> None:
    at_most: dict[str, Any] = {"direction": Direction.AT_MOST, "value": Decimal(10)}
    one = result(measured(1, 10, "10.0"), tolerance=Decimal("1.5"), **at_most)
    said = report_targets.goal(one, labels())
    assert said == "không quá 10% (cho phép lệch 1,5%)"


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (
            {
                "decision": "15/QĐ-UBND",
                "valid_from": day("2024-07-01"),
                "valid_to": day("2025-06-30"),
            },
            "Chỉ tiêu theo 15/QĐ-UBND từ ngày 01/07/2024 đến ngày 30/06/2025.",
        ),
        (
            {"id": "later", "valid_from": day("2024-07-01")},
            "Chỉ tiêu đã điều chỉnh từ ngày 01/07/2024.",
        ),
    ],
)
def test_a_version_that_is_not_the_plan_s_own_is_told(
    changes: dict[str, Any], expected: str
) -> None:
    own: dict[str, Any] = {"id": "dak-ha-2023-2028/T"}
    one = result(measured(9, 10, "90.0"), **(own | changes))
    assert notes(one) == [expected]
    assert notes(result(measured(9, 10, "90.0"), **own)) == []


def test_what_was_inherited_and_what_is_estimated_stand_beside() -> None:
    part = Part(code="inherited", numerator=Decimal(6), denominator=Decimal(40))
    one = result(
        measured(9, 10, "90.0"), parts=(part,), estimate=Decimal(95), inherited=True
    )
    assert notes(one) == [
        "Lũy kế: trong đó kế thừa 6/40.",
        "Ước thực hiện cả năm: 95% (không tính vào kết quả).",
    ]
    bare = replace(one, parts=(replace(part, denominator=None),), estimate=None)
    assert notes(bare) == ["Lũy kế: trong đó kế thừa 6."]


def test_part_shares_begin_a_sentence_whichever_comes_first() -> None:
    part = Part(
        code="trained",
        numerator=Decimal(10),
        denominator=Decimal(12),
        value=Decimal("83.3"),
    )
    assert notes(result(measured(7, 12, "58.3"), parts=(part,))) == [
        "Đã tập huấn 10/12 (83,3%)."
    ]


@pytest.mark.parametrize(
    "doubt",
    [
        "headcount_tiers_mixed",
        "inherited_without_denominator",
        "staff_tier_blank",
        "supplied_years_missing",
    ],
)
def test_every_doubt_has_its_words(doubt: str) -> None:
    (said,) = notes(result(measured(9, 10, "90.0"), doubts=(doubt,)))
    assert said.endswith(".")
