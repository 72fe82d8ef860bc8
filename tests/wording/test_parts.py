"""Tests of the words beside a result."""

import re
from pathlib import Path

import pytest

import desktop
from desktop.wording.parts import doubt_sentence, missing_sentence, part_label
from tests.wording.words import assert_a_sentence

PROGRAM = Path(desktop.__file__).parent
MISSING = (
    "before",
    "divisor",
    "headcount",
    "nothing_planned",
    "plan_number",
    "products",
    "scope",
    "supplied",
)


def shares_counted() -> set[str]:
    sources = (path.read_text("utf-8") for path in PROGRAM.rglob("*.py"))
    return {
        code
        for text in sources
        for code in re.findall(r"(?:Share|Part)\(\s*code=\"(\w+)\"", text)
    }


def test_every_share_has_words() -> None:
    codes = shares_counted()
    assert "ethnic" in codes
    codes |= {"digitised", "connected", "online", "updated", "trained"}
    for code in codes:
        assert part_label(code) != code, code


def test_a_share_nobody_named_is_shown_by_its_key() -> None:
    assert part_label("never_heard_of") == "never_heard_of"


def test_nothing_else_is_told_to_be_missing() -> None:
    sources = (path.read_text("utf-8") for path in PROGRAM.rglob("*.py"))
    told = {key for text in sources for key in re.findall(r"missing=\"(\w+)\"", text)}
    assert "headcount" in told
    assert told <= set(MISSING)


@pytest.mark.parametrize("key", MISSING)
def test_what_is_missing_has_a_sentence_of_its_own(key: str) -> None:
    assert_a_sentence(missing_sentence(key))
    assert missing_sentence(key) != missing_sentence("never_heard_of")


def test_the_group_whose_people_are_missing_is_named() -> None:
    text = missing_sentence("headcount", "cán bộ chủ chốt")
    assert text == "Chưa nhập số người của nhóm cán bộ chủ chốt."


@pytest.mark.parametrize("key", ["before", "divisor", "supplied"])
def test_what_a_gap_is_about_is_named(key: str) -> None:
    text = missing_sentence(key, "Tin, bài")
    assert_a_sentence(text)
    assert "Tin, bài" in text


def test_when_nothing_is_missing_nothing_is_said() -> None:
    assert missing_sentence("") == ""


@pytest.mark.parametrize(
    "key",
    [
        "headcount_tiers_mixed",
        "inherited_without_denominator",
        "numerator_above_denominator",
        "staff_tier_blank",
        "supplied_years_missing",
    ],
)
def test_a_doubt_has_a_sentence_of_its_own(key: str) -> None:
    known = doubt_sentence(key)
    assert_a_sentence(known)
    assert_a_sentence(doubt_sentence("never_heard_of"))
    assert known != doubt_sentence("never_heard_of")
