"""Texts are made fit for cells without losing what they say."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.files.workbook import text

LONG = (
    "Hội nghị phổ biến, tuyên truyền về quyền con người cho cán bộ, Nhân dân "
    "và đồng bào dân tộc thiểu số trên địa bàn"
)


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"])))
def test_what_xml_carries_is_kept_but_for_its_form(given_text: str) -> None:
    kept = unicodedata.normalize("NFC", given_text)
    kept = kept.replace("\ufffe", "").replace("\uffff", "")
    if "_x" not in kept:
        assert text.carried(given_text) == kept


@given(st.text())
def test_carrying_leaves_nothing_xml_refuses(given_text: str) -> None:
    from lxml import etree

    element = etree.Element("t")
    element.text = text.carried(given_text)
    assert etree.fromstring(etree.tostring(element)).text == (element.text or None)


def test_what_looks_like_an_escape_is_escaped() -> None:
    assert text.carried("_x0041_") == "_x005F_x0041_"
    assert text.carried("a_x00e9_x0041_") == "a_x005F_x00e9_x005F_x0041_"
    assert text.carried("_x41_ _xyz_") == "_x41_ _xyz_"


def test_a_text_longer_than_a_cell_is_cut_to_the_longest() -> None:
    assert len(text.carried("ă" * 40_000)) == 32_767


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_what_may_be_a_formula_is_guarded(start: str) -> None:
    assert text.needs_guard(f"{start}1")


@pytest.mark.parametrize("words", ["", "1+1", " =1", "a=b", "'=1", "ố"])
def test_other_texts_are_not(words: str) -> None:
    assert not text.needs_guard(words)


@pytest.mark.parametrize("room", [60, 120, 300, 2000])
def test_wrapping_keeps_every_word_in_its_order(room: int) -> None:
    assert " ".join(text.lines(LONG, 11, room)) == LONG


@pytest.mark.parametrize("room", [60, 120, 300])
def test_no_line_is_wider_than_its_room(room: int) -> None:
    found = text.lines(LONG, 11, room)
    assert max(text.width(line, 11) for line in found) <= room
    assert len(found) > 1


def test_line_breaks_of_the_text_are_kept() -> None:
    assert text.lines("a\n\nb c", 11, 500) == ["a", "", "b c"]


def test_a_word_too_wide_for_its_room_stands_alone() -> None:
    assert text.lines("a khôngthểngắt b", 11, 20) == ["a", "khôngthểngắt", "b"]


def test_marks_add_no_width_and_bold_does() -> None:
    assert text.width("Ệ ữ Đ", 13) == text.width("E u D", 13)
    assert text.width(LONG, 13, bold=True) > text.width(LONG, 13)
    assert text.width("00", 11) == pytest.approx(11)


def test_the_widest_word_is_found() -> None:
    assert text.longest_word("a truyền bc", 10) == text.width("truyền", 10)
    assert text.longest_word("", 10) == 0
