"""The first words of every section are true in every case, and read as an office's."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from desktop.files.templates import load_template
from desktop.records.identity import AgencyId, Code
from desktop.records.template import ReportTemplate
from desktop.rules.reports.draft_text import Generated
from desktop.rules.reports.facts import SpendingLine
from desktop.rules.reports.kinds import KINDS
from desktop.rules.reports.section_texts import section_texts
from desktop.rules.reports.sentences import figure_codes, well_formed
from tests.builders import UNIT
from tests.rules.reported import facts, measured, result

REPORTS = tuple(one.code for one in KINDS if not one.letter)
ZERO = re.compile(r"(?<![\d.,/])0(?![\d.,%])")


def codes(template: ReportTemplate) -> list[Code]:
    texts = (text for one in template.sections for text in one.sentences)
    return sorted({code for text in texts for code in figure_codes(text)})


@pytest.mark.parametrize("kind", REPORTS)
def test_every_sentence_closes_its_brackets(kind: str) -> None:
    for section in load_template(kind).sections:
        for text in section.sentences:
            assert well_formed(text), text


@pytest.mark.parametrize("kind", REPORTS)
def test_an_office_that_did_nothing_says_nothing_was_recorded(kind: str) -> None:
    template = load_template(kind)
    made = section_texts(facts(tasks=()), template)
    assert {one.text for one in made.values()} == {""}
    for section in template.sections:
        if section.content == "text":
            assert section.empty.endswith("."), section.heading


def test_programmes_units_told_of_without_entries_are_something() -> None:
    """They have no length, so the figure of all programmes knows nothing of them."""
    told = facts(totals={Code("programmes_commune"): Decimal(12)}, tasks=())
    texts = {
        one.text for one in section_texts(told, load_template(REPORTS[0])).values()
    }
    assert (
        "Hệ thống truyền thanh cấp xã có 12 chương trình, kể cả chương trình các "
        "đơn vị chỉ báo tổng số."
    ) in texts
    (hours,) = (one for one in load_template(REPORTS[0]).tables if one.code == "C")
    assert any("đơn vị chỉ báo tổng số" in note for note in hours.notes)


@pytest.mark.parametrize("kind", REPORTS)
def test_no_sentence_tells_of_nothing_whichever_single_figure_there_is(
    kind: str,
) -> None:
    """With any one figure alone, what is said of it has no zero beside it."""
    template = load_template(kind)
    known = codes(template)
    assert len(known) > 5
    for code in known:
        if code in SUBORDINATE:
            continue
        made = section_texts(facts(totals={code: Decimal(1)}, tasks=()), template)
        told = [one.text for one in made.values() if one.text]
        assert told, code
        for text in told:
            assert not ZERO.search(text), f"{code}: {text}"
            assert text[0].isupper(), text
            assert text.endswith("."), text
            assert "  " not in text
            assert " ," not in text
            assert "{" not in text


SUBORDINATE = frozenset(
    Code(one)
    for one in (
        *("conference_attendance", "agencies_inspected", "direct_attendance"),
        *("press_conferences", "press_releases", "press_interviews", "press_written"),
        *("press_meetings", "press_ad_hoc_24", "training_attendance"),
        *("training_documents", "product_forms", "products_ethnic"),
        *("products_foreign", "banner_surface", "broadcast_hours"),
        *("broadcast_hours_ethnic", "social_views", "social_interactions"),
        *("exhibition_pieces", "exhibition_documents", "exhibition_visitors"),
        *("mobile_points", "mobile_attendance", "lessons", "school_sessions"),
        *("pupils", "union_members", "portal_views", "investment_places"),
        *("contest_people", "contest_entries", "contest_prizes", "award_prizes"),
        *("budget_estimated", "broadcasts"),
    )
)
"""Figures that cannot be without another one, which the sentence is about."""


def test_the_sentences_of_the_issue_s_register() -> None:
    totals = {
        Code("direct_events"): Decimal(12),
        Code("direct_attendance"): Decimal(634),
    }
    made = section_texts(facts(totals=totals), load_template("report-year"))
    assert made["activities"].text == (
        "Trong kỳ, trên địa bàn huyện Đăk Hà đã tổ chức 12 hội nghị, tập huấn, cuộc "
        "phổ biến trực tiếp với 634 lượt người tham dự."
    )


def test_money_and_targets_are_told_with_what_they_count() -> None:
    found = facts(
        results=(
            result(measured(9, 10, "90.0")),
            result(measured(1, 2, "50.0", "not_met"), label="Sản phẩm số hóa"),
        ),
        spending=(SpendingLine(source="x", code="x", planned=0, spent=250_000),),
    )
    made = section_texts(found, load_template("report-year"))
    assert made["spending"].text == (
        "Tổng kinh phí các hoạt động đã chi trong kỳ là 250.000 đồng."
    )
    assert made["spending"].values == {"count:spent": "250.000"}
    assert made["strengths"].values["count:met"] == "1"
    assert "50%" in made["shortcomings"].text


def test_what_is_missing_is_named_once_as_the_cause() -> None:
    lacking = result(measured(None, None, None, "unknown"), missing="headcount")
    other = result(measured(None, None, None, "unknown"), missing="headcount", code="U")
    made = section_texts(facts(results=(lacking, other)), load_template("report-year"))
    assert made["causes"].text == (
        "Các chỉ tiêu chưa đủ số liệu để đánh giá do: chưa nhập số cán bộ của nhóm."
    )
    assert "bổ sung số liệu của 2 chỉ tiêu" in made["outlook"].text


def test_an_estimate_is_said_apart_and_as_no_part_of_the_result() -> None:
    told = result(measured(9, 10, "90.0"), estimate=Decimal(95))
    made = section_texts(facts(results=(told,)), load_template("report-year"))
    first, second = made["targets"].text.splitlines()
    assert first == "Kết quả đánh giá 1 chỉ tiêu: 1 chỉ tiêu đạt."
    assert second == (
        "Ước thực hiện cả năm (không tính vào kết quả): cán bộ được tập huấn (95%)."
    )


def untold(more: int = 0) -> Generated:
    """Return what is said where only the office told anything."""
    unit = next(one for one in facts().agencies if one.id == UNIT)
    others = (replace(unit, id=AgencyId(f"more-{n}")) for n in range(more))
    mine = {Code("copies"): {facts().preferences.agency: Decimal(7)}}
    found = facts(by_agency=mine, agencies=(*facts().agencies, *others))
    return section_texts(found, load_template("report-year"))["shortcomings"]


@pytest.mark.parametrize("more", [0, 1])
def test_a_few_units_with_nothing_are_all_named(more: int) -> None:
    assert untold(more).values["count:silent"] == str(11 + more)
    assert "địa bàn khác" not in untold(more).text
    assert untold(more).text.count("UBND") == 11 + more


def test_of_many_units_with_nothing_ten_are_named_and_the_others_counted() -> None:
    assert untold(2).values["count:silent"] == "13"
    assert untold(2).text.endswith(" và 3 địa bàn khác.")
    assert untold(2).text.count("UBND") == 10


def test_a_review_of_years_does_not_speak_of_one_year_s_money() -> None:
    totals = {Code("budget_allocated"): Decimal(5)}
    for kind in ("report-mid-term", "report-final"):
        made = section_texts(facts(totals=totals, tasks=()), load_template(kind))
        assert made["spending"].text == "Kinh phí được giao trong các năm là 5 đồng."
