"""Standing sentences are filled as an office would write them."""

import datetime as dt
from decimal import Decimal

import pytest

from desktop.records.identity import Code
from desktop.records.target import Formula
from desktop.records.task import TaskProgress, TaskState
from desktop.rules.reports import sentences
from desktop.rules.reports import words as report_words
from tests.builders import NOW
from tests.rules.reported import day, facts, measured, result, template

SENTENCE = "Tổ chức {figure:trainings} lớp với {figure:people} người."


def filled(**totals: str) -> str:
    found = {Code(name): Decimal(value) for name, value in totals.items()}
    return sentences.sentence(SENTENCE, found)


def test_figures_are_printed_as_an_office_prints_them() -> None:
    assert filled(trainings="2", people="12345") == "Tổ chức 2 lớp với 12.345 người."
    assert filled(trainings="0.5", people="1") == "Tổ chức 0,5 lớp với 1 người."


def test_a_sentence_is_left_out_only_when_all_its_figures_are_zero() -> None:
    assert filled(trainings="0", people="0") == ""
    assert filled() == ""
    assert filled(people="3") == "Tổ chức 0 lớp với 3 người."


@pytest.mark.parametrize(
    ("totals", "expected"),
    [
        ({"people": "5", "units": "3"}, "Có 2 buổi với 5 người; 3 đơn vị đã dự."),
        ({"people": "0", "units": "3"}, "Có 2 buổi; 3 đơn vị đã dự."),
        ({"people": "5"}, "Có 2 buổi với 5 người."),
        ({}, "Có 2 buổi."),
    ],
)
def test_a_part_in_brackets_is_left_out_when_its_figures_are_zero(
    totals: dict[str, str], expected: str
) -> None:
    text = "Có {figure:days} buổi[ với {figure:people} người]"
    text += "[; {figure:units} đơn vị đã dự]."
    found = {Code(name): Decimal(value) for name, value in totals.items()}
    said = sentences.sentence(text, found | {Code("days"): Decimal(2)})
    assert said == expected
    assert sentences.sentence(text, {}) == ""


def test_brackets_without_a_figure_stay() -> None:
    found = {Code("days"): Decimal(2)}
    assert sentences.sentence("Có {figure:days} [sic].", found) == "Có 2 [sic]."


def test_no_sentence_of_the_outline_tells_of_an_attendance_nobody_entered() -> None:
    texts = [text for one in template().sections for text in one.sentences]
    (meetings,) = (one for one in texts if "{figure:conferences}" in one)
    said = sentences.sentence(meetings, {Code("conferences"): Decimal(1)})
    assert said == "Đã tổ chức 1 hội nghị, buổi quán triệt, phổ biến."
    for text in texts:
        totals = dict.fromkeys(sentences.figure_codes(text), Decimal(3))
        assert "[" not in sentences.sentence(text, totals)


def test_a_sentence_without_figures_always_stands() -> None:
    assert sentences.sentence("Nội dung khác.", {}) == "Nội dung khác."


def test_the_figures_of_a_sentence_are_known() -> None:
    assert sentences.figure_codes(SENTENCE) == ("trainings", "people")
    assert sentences.figure_codes("Không có.") == ()


def test_every_figure_of_the_outline_is_declared() -> None:
    named = {
        code
        for section in template().sections
        for text in section.sentences
        for code in sentences.figure_codes(text)
    }
    named |= {
        one.figure for table in template().tables for one in table.columns if one.figure
    }
    assert named <= set(facts().figures)
    assert len(named) > 40


def test_targets_are_named_with_what_was_reached_and_a_milestone_without() -> None:
    share = result(measured(1, 2, "50.0", "not_met"), label="Sản phẩm số hóa")
    stone = result(
        measured(0, 1, "0.0", "not_met"),
        label="Cơ sở dữ liệu",
        formula=Formula.MILESTONE,
    )
    found = facts(results=(share, stone))
    said = report_words.about_targets("not_met", found)
    assert sentences.plain(said) == "sản phẩm số hóa (50%); cơ sở dữ liệu"
    assert report_words.about_targets("met", found) == ""


def test_what_a_target_will_probably_reach_is_told_apart_with_its_unit() -> None:
    share = result(measured(1, 2, "50.0"), label="Cán bộ", estimate=Decimal(95))
    many = result(
        measured(1, 2, "50.0"), label="Hội nghị", unit="cuộc", estimate=Decimal(12)
    )
    said = report_words.about_targets("estimated", facts(results=(share, many)))
    assert sentences.plain(said) == "cán bộ (95%); hội nghị (12 cuộc)"


def test_targets_and_tasks_are_counted_by_what_became_of_them() -> None:
    heads = facts().tasks
    done = TaskState(id="s", task=heads[-1].id, year=2024, progress=TaskProgress.DONE)
    found = report_words.counts(
        facts(
            results=(
                result(measured(9, 10, "90.0")),
                result(measured(9, 5, "180.0", "above")),
                result(measured(None, None, None, "text")),
            ),
            task_states={done.task: done},
        )
    )
    assert found[Code("count:met")] == 2
    assert found[Code("count:all")] == 2
    assert found[Code("count:tasks_done")] == 1
    assert found[Code("count:tasks_told")] == 1
    assert 1 < found[Code("count:tasks_all")] < len(heads)


def test_plan_period_territory_and_agency_take_their_places() -> None:
    text = report_words.standing("{plan}|{period}|{territory}|{agency}", facts())
    plan, period, territory, agency = text.split("|")
    assert plan.startswith("triển khai thực hiện Đề án")
    assert (period, territory) == ("năm 2024", "huyện Đăk Hà")
    assert agency == "Phòng Văn hóa - Thông tin huyện Đăk Hà"


def test_a_day_is_printed_or_left_blank() -> None:
    assert report_words.date_or_blank(day("2024-02-05")) == "05/02/2024"
    assert report_words.date_or_blank(None) == ""


@pytest.mark.parametrize(
    ("number", "expected"),
    [(1, "I"), (4, "IV"), (9, "IX"), (10, "X"), (14, "XIV"), (29, "XXIX")],
)
def test_annexes_are_numbered_as_the_romans_did(number: int, expected: str) -> None:
    assert report_words.roman(number) == expected


@pytest.mark.parametrize(
    ("month", "expected"), [(1, "01"), (2, "02"), (3, "3"), (10, "10"), (12, "12")]
)
def test_only_the_first_two_months_take_a_zero(month: int, expected: str) -> None:
    assert report_words.month_of(dt.date(2024, month, 5)) == expected


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        ("2023-06-01", 2024),
        ("2024-01-01", 2024),
        ("2024-12-31", 2024),
        ("2025-01-01", 2025),
        ("2025-04-30", 2025),
        ("2025-05-01", 2024),
        ("2027-01-01", 2024),
    ],
)
def test_a_report_without_a_date_is_of_the_year_it_is_written_in(
    today: str, expected: int
) -> None:
    moment = dt.datetime.combine(day(today), NOW.timetz())
    assert report_words.year_of(facts(computed_at=moment)) == expected


def test_the_date_given_decides_the_year() -> None:
    assert report_words.year_of(facts(dated=day("2026-01-02"))) == 2026
