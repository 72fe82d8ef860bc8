"""Tests of the sentences for problems of fields."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import Problem
from desktop.rules import entry_kinds
from desktop.wording.problems import sentence
from tests.wording.words import assert_a_sentence

RULES = Path(entry_kinds.__file__).parent
GENERAL = sentence(Problem("x", "never_heard_of"))


def codes_raised() -> set[str]:
    """Return the codes that stand as texts in the rules of entry."""
    files = [
        path
        for name in (
            "entry*.py",
            "agency*.py",
            "becoming.py",
            "plan_checks.py",
            "joint_events.py",
        )
        for path in RULES.glob(name)
    ]
    sources = [path.read_text("utf-8") for path in files]
    found = {
        code
        for source in sources
        for code in re.findall(r"(?:Problem|doubt)\(\s*\w+,\s*\"(\w+)\"", source)
        + re.findall(r"(?:Problem|doubt)\(\s*\"\w+\",\s*\"(\w+)\"", source)
        + re.findall(r"\"(unknown_\w+)\"", source)
        + re.findall(r"\"(event_\w+)\"", source)
    }
    assert len(found) > 20
    return found


@pytest.mark.parametrize("code", sorted(codes_raised()))
def test_every_problem_of_entry_has_a_sentence_of_its_own(code: str) -> None:
    text = sentence(Problem("x", code, ("1", "2", "3")))
    assert_a_sentence(text)
    assert text != GENERAL


@pytest.mark.parametrize(
    "code",
    [
        "number_not_number",
        "number_grouping",
        "number_ambiguous",
        "number_fraction",
        "number_too_large",
        "date_not_date",
        "date_no_such_day",
        "date_year",
    ],
)
def test_what_cannot_be_read_has_a_sentence_that_quotes_it(code: str) -> None:
    text = sentence(Problem("x", code, ("1.2345",)))
    assert_a_sentence(text)
    assert "“1.2345”" in text


def test_an_unknown_problem_has_a_sensible_sentence() -> None:
    assert_a_sentence(GENERAL)


def test_the_field_is_named_first() -> None:
    text = sentence(Problem("times", "below_one"), "Số lần phát")
    assert text == "Số lần phát: Phải từ 1 trở lên."


@pytest.mark.parametrize(
    ("problem", "text"),
    [
        (
            Problem("last_day", "outside_plan", ("01/01/2023", "31/12/2028")),
            "Ngày phải nằm trong thời gian của kế hoạch, từ 01/01/2023 đến 31/12/2028.",
        ),
        (
            Problem("people", "people_above_attendance", ("11", "10")),
            "Số người (11) không thể nhiều hơn lượt người (10).",
        ),
        (
            Problem("spending", "negative", ("-5", "2")),
            "Dòng 2: số không được âm (đang ghi -5).",
        ),
        (
            Problem("staff", "firsts_above_people", ("6", "5", "2")),
            ("Dòng 2: số người lần đầu (6) không thể nhiều hơn số người của nhóm (5)."),
        ),
        (Problem("plan", "unknown_name", ("x",)), "Không có “x” trong sổ."),
    ],
)
def test_facts_stand_where_they_belong(problem: Problem, text: str) -> None:
    assert sentence(problem) == text


@given(st.text(), st.lists(st.text()))
def test_no_facts_break_a_sentence(code: str, facts: list[str]) -> None:
    assert sentence(Problem("x", code, tuple(facts)))


@pytest.mark.parametrize("code", sorted(codes_raised() | {"unknown_name"}))
def test_missing_facts_leave_no_fault(code: str) -> None:
    assert sentence(Problem("x", code))


def test_a_fact_with_braces_is_quoted_as_it_is() -> None:
    text = sentence(Problem("x", "unknown_code", ("{0}",)))
    assert "“{0}”" in text
