"""What makes a template unfit: told by its place, never found out at printing."""

from dataclasses import replace
from typing import Any

import pytest

from desktop.errors import Problem
from desktop.files.catalogue import load_figures
from desktop.files.templates import load_template
from desktop.records.template import ReportTemplate, SectionTemplate
from desktop.rules.reports.outline import numbered
from desktop.rules.templates.checks import (
    LONGEST,
    MOST_SECTIONS,
    cleaned,
    is_sheet_name,
    template_problems,
    usable,
)

SHIPPED = load_template("report-year")
LETTER = load_template("letter-reminder")
FIGURES = load_figures()


def found(template: ReportTemplate, *, letter: bool = False) -> list[tuple[str, str]]:
    shipped = LETTER if letter else SHIPPED
    problems = template_problems(template, shipped, FIGURES, letter=letter)
    return [(one.field, one.code) for one in problems]


def first(**changes: Any) -> ReportTemplate:
    one, *rest = SHIPPED.sections
    return replace(SHIPPED, sections=(replace(one, **changes), *rest))


def table(**changes: Any) -> ReportTemplate:
    one, *rest = SHIPPED.tables
    return replace(SHIPPED, tables=(replace(one, **changes), *rest))


SENTENCES = "section/direction//sentences"


def test_what_ships_has_nothing_wrong() -> None:
    assert found(SHIPPED) == []
    assert found(LETTER, letter=True) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Có {figure:ghosts} cuộc.", "template_unknown_figure"),
        ("Có {recipient} cuộc.", "template_unknown_name"),
        ("Có {count:ghosts} cuộc.", "template_unknown_name"),
        ("Có {targets:all}.", "template_unknown_name"),
        ("Có {} cuộc.", "template_unknown_name"),
        ("Có {plan!r} cuộc.", "template_unknown_name"),
        ("Có {figure:trainings cuộc.", "template_stray_brace"),
        ("Có figure:trainings} cuộc.", "template_stray_brace"),
        (
            "Có {figure:trainings} cuộc[ với {figure:copies} bản.",
            "template_stray_bracket",
        ),
    ],
)
def test_a_sentence_that_cannot_be_filled_is_told(text: str, code: str) -> None:
    assert found(first(sentences=(text,))) == [(SENTENCES, code)]


@pytest.mark.parametrize(
    "text",
    [
        "Có {figure:trainings} lớp[ với {figure:training_attendance} lượt người].",
        "Có {count:met}/{count:all} chỉ tiêu đạt: {targets:met}.",
        "Thực hiện {plan} {period} tại {territory}, {agency} báo cáo.",
        "Câu không có số liệu nào.",
    ],
)
def test_a_sentence_that_can_be_filled_is_not(text: str) -> None:
    assert found(first(sentences=(text,))) == []


def test_names_of_figures_have_no_place_in_a_heading_or_an_empty_sentence() -> None:
    assert found(first(heading="Có {figure:trainings} lớp")) == [
        ("section/direction//heading", "template_unknown_name")
    ]
    assert found(first(empty="Có {plan}.")) == [
        ("section/direction//empty", "template_unknown_name")
    ]


def test_what_a_letter_may_name_a_report_may_not() -> None:
    assert found(replace(SHIPPED, closing="Gửi {recipient}./.")) == [
        ("head///closing", "template_unknown_name")
    ]
    assert found(replace(LETTER, closing="Gửi {recipient}./."), letter=True) == []


@pytest.mark.parametrize("field", ["subject", "closing"])
def test_what_every_paper_has_may_not_be_blank(field: str) -> None:
    blank: dict[str, Any] = {field: ""}
    assert found(replace(SHIPPED, **blank)) == [(f"head///{field}", "template_blank")]


def test_a_heading_may_not_be_blank() -> None:
    assert found(first(heading="")) == [
        ("section/direction//heading", "template_blank")
    ]


def test_what_goes_into_a_part_must_be_something_there_is() -> None:
    content = "section/direction//content"
    assert found(first(content="maps")) == [(content, "template_unknown_content")]
    assert found(first(content="table:Z")) == [(content, "template_no_table")]
    assert found(first(content="table:A")) == []


def test_two_parts_may_not_have_one_key() -> None:
    one, two, *rest = SHIPPED.sections
    twice = replace(SHIPPED, sections=(one, replace(two, key=one.key), *rest))
    assert ("section/direction", "template_section_twice") in found(twice)


def test_a_level_passed_over_and_a_part_that_says_nothing_are_doubts() -> None:
    sections = (
        SectionTemplate(key="one", heading="MỘT", level=1, content="none"),
        SectionTemplate(key="two", heading="Hai", level=3),
    )
    template = replace(SHIPPED, sections=numbered(sections))
    problems = template_problems(template, SHIPPED, FIGURES)
    assert [(one.code, one.blocking) for one in problems] == [
        ("template_level_skipped", False),
        ("template_nothing_said", False),
    ]


def test_a_report_has_parts_and_not_too_many() -> None:
    none = replace(SHIPPED, sections=())
    assert ("section", "template_no_sections") in found(none)
    many = tuple(
        SectionTemplate(key=str(number), heading="x", level=1, content="none")
        for number in range(MOST_SECTIONS + 1)
    )
    assert found(replace(SHIPPED, sections=many)) == [("section", "template_too_many")]


def test_a_text_has_a_length() -> None:
    assert found(first(sentences=("a" * (LONGEST + 1),))) == [
        (SENTENCES, "template_too_long")
    ]


@pytest.mark.parametrize(
    ("name", "good"),
    [("Biểu A", True), ("", False), ("a" * 32, False), ("A/B", False), ("[A]", False)],
)
def test_a_sheet_has_a_name_excel_takes(name: str, good: bool) -> None:
    assert is_sheet_name(name) is good
    told = [] if good else [("table/A//sheet", "template_sheet_name")]
    assert found(table(sheet=name)) == told


def test_two_sheets_have_two_names() -> None:
    codes = [code for _, code in found(table(sheet=SHIPPED.tables[1].sheet))]
    assert codes == ["template_sheet_twice"] * 2


def test_a_column_counts_a_figure_there_is() -> None:
    name, one, *rest = SHIPPED.tables[0].columns
    wrong = replace(one, figure="ghosts")  # type: ignore[arg-type]
    (problem,) = template_problems(
        table(columns=(name, wrong, *rest)), SHIPPED, FIGURES
    )
    assert problem == Problem("column/A/2", "template_unknown_figure", ("ghosts",))


@pytest.mark.parametrize(
    ("key", "words", "code"),
    [
        ("ordinal", "", "template_blank"),
        ("ordinal", "TT {number}", "template_unknown_name"),
        ("years_year", "Năm {year", "template_stray_brace"),
        ("targets_sheet", "a" * 32, "template_sheet_name"),
    ],
)
def test_a_standing_word_says_what_it_is_given(key: str, words: str, code: str) -> None:
    changed = replace(SHIPPED, labels={**SHIPPED.labels, key: words})
    assert (f"label/{key}", code) in found(changed)


def test_a_standing_word_may_leave_out_what_it_is_given() -> None:
    assert found(replace(SHIPPED, labels={**SHIPPED.labels, "years_year": "Năm"})) == []


def test_cleaning_numbers_parts_and_drops_blank_lines() -> None:
    loose = first(sentences=("  Một\n hai. ", "", " "), number="XX")
    made = cleaned(loose).sections[0]
    assert (made.sentences, made.number) == (("Một hai.",), "I")


def test_what_ships_is_usable_as_it_is() -> None:
    assert usable(SHIPPED, SHIPPED, FIGURES) == SHIPPED
    assert usable(LETTER, LETTER, FIGURES, letter=True) == LETTER


def test_whatever_is_wrong_is_gone_from_what_is_usable() -> None:
    name, one, *rest = SHIPPED.tables[0].columns
    ghost = replace(one, figure="ghosts")  # type: ignore[arg-type]
    wrong = replace(
        first(sentences=("Có {figure:ghosts}.", "Câu."), content="table:Z"),
        tables=(
            replace(SHIPPED.tables[0], columns=(name, ghost, *rest)),
            *SHIPPED.tables[1:],
        ),
        closing="Gửi {nobody}./.",
        opening=("{",),
    )
    made = usable(wrong, SHIPPED, FIGURES)
    assert found(made) == []
    assert made.sections[0].sentences == ("Câu.",)
    assert (made.closing, made.opening) == (SHIPPED.closing, SHIPPED.opening)
    assert made.tables[0].columns == (name, *rest)
