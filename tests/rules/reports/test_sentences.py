"""A sentence tells what was counted and keeps quiet of what was not."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.records.identity import Code
from desktop.rules.reports import sentences

LISTED = (
    "Cung cấp thông tin cho báo chí {figure:all} lần[, trong đó: "
    "<họp báo {figure:a} lần|giao ban {figure:b} lần|phỏng vấn {figure:c} lần>]."
)


def said(text: str, **totals: int) -> str:
    found = {Code(name): Decimal(value) for name, value in totals.items()}
    return sentences.sentence(text, found)


@pytest.mark.parametrize(
    ("totals", "expected"),
    [
        (
            {"all": 6, "a": 1, "b": 2, "c": 3},
            (
                "Cung cấp thông tin cho báo chí 6 lần, trong đó: họp báo 1 lần, giao "
                "ban 2 lần, phỏng vấn 3 lần."
            ),
        ),
        (
            {"all": 4, "a": 1, "c": 3},
            (
                "Cung cấp thông tin cho báo chí 4 lần, trong đó: họp báo 1 lần, phỏng "
                "vấn 3 lần."
            ),
        ),
        (
            {"all": 2, "b": 2},
            "Cung cấp thông tin cho báo chí 2 lần, trong đó: giao ban 2 lần.",
        ),
        ({"all": 1}, "Cung cấp thông tin cho báo chí 1 lần."),
        ({}, ""),
    ],
)
def test_a_list_tells_only_what_there_was(
    totals: dict[str, int], expected: str
) -> None:
    assert said(LISTED, **totals) == expected


def test_a_list_that_begins_a_sentence_begins_with_a_capital_letter() -> None:
    text = "<treo {figure:a} pano|in {figure:b} tờ rơi>."
    assert said(text, a=1, b=2) == "Treo 1 pano, in 2 tờ rơi."
    assert said(text, b=2) == "In 2 tờ rơi."


def test_other_numbers_of_the_report_are_told_as_figures_are() -> None:
    text = "Có {count:met}/{count:all} chỉ tiêu đạt[; {count:late} chưa đạt]."
    found = {Code("count:met"): Decimal(2), Code("count:all"): Decimal(3)}
    assert sentences.sentence(text, found) == "Có 2/3 chỉ tiêu đạt."
    late = found | {Code("count:late"): Decimal(1)}
    assert sentences.sentence(text, late) == "Có 2/3 chỉ tiêu đạt; 1 chưa đạt."


@pytest.mark.parametrize(
    "text",
    [
        "Có {figure:a} cuộc [sic] <b> a|b.",
        "Có {figure:a} cuộc < 5.",
        "Có {figure:a} cuộc [mở",
    ],
)
def test_signs_that_hold_no_number_are_ordinary(text: str) -> None:
    assert said(text, a=2) == text.replace("{figure:a}", "2")


@pytest.mark.parametrize(
    ("text", "well"),
    [
        (LISTED, True),
        ("Có {figure:a}[, {figure:b}.", False),
        ("Có {figure:a}], {figure:b}.", False),
        ("Có {figure:a}, <{figure:b}|{figure:c}.", False),
        ("Nội dung [khác].", True),
    ],
)
def test_a_bracket_left_open_is_found(text: str, *, well: bool) -> None:
    assert sentences.well_formed(text) is well


@given(st.dictionaries(st.sampled_from("abc"), st.integers(0, 99_999)))
def test_every_number_that_is_told_is_marked_with_its_code(
    totals: dict[str, int],
) -> None:
    found = {Code(one): Decimal(many) for one, many in totals.items()}
    text = sentences.marked_sentence(LISTED, found)
    told = {code: number for _, code, number in sentences.split_marks(text) if code}
    for code, number in told.items():
        assert number.replace(".", "") == str(totals.get(code, 0))
    assert {one for one, many in totals.items() if many} <= set(told)
    parts = sentences.split_marks(text)
    words = "".join(before + number for before, _, number in parts)
    assert words == sentences.plain(text) == sentences.sentence(LISTED, found)
