"""Measuring and breaking text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase import pdfmetrics

from desktop.files import fonts

LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩị"
LETTERS += "òóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ"
WORDS = st.text(alphabet=LETTERS + LETTERS.upper() + " ", max_size=300)


def test_every_vietnamese_letter_is_in_every_face() -> None:
    text = LETTERS + LETTERS.upper() + "0123456789₫.,;:%/()-–“”"
    assert fonts.clean(text) == text
    for face in (fonts.REGULAR, fonts.BOLD, fonts.ITALIC, fonts.BOLD_ITALIC):
        assert all(fonts.width(letter, face, 14) > 0 for letter in text)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (unicodedata.normalize("NFD", "Đăk Hà, thủy điện"), "Đăk Hà, thủy điện"),
        ("  a \t  b ", "a b"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\x00\x07\u200bb\ufeff", "ab"),
        ("xong 🎉", "xong ?"),
        ("ngày\u00a0\u00a0tháng", "ngày\u00a0\u00a0tháng"),
        ("\ud800", ""),
    ],
)
def test_text_is_cleaned_once_and_for_all(given: str, kept: str) -> None:
    assert fonts.clean(given) == kept
    assert fonts.clean(kept) == kept


def test_what_is_left_can_be_printed_in_every_face() -> None:
    everything = "".join(map(chr, range(32, 0x3000)))
    kept = {ord(letter) for letter in fonts.one_line(everything)}
    for name in (fonts.REGULAR, fonts.BOLD, fonts.ITALIC, fonts.BOLD_ITALIC):
        glyphs = pdfmetrics.getFont(name).face.charToGlyph  # type: ignore[attr-defined]
        assert kept <= set(glyphs)


def test_letters_of_the_central_highlands_are_kept() -> None:
    text = "ƀ ŏ ŭ ĕ č ô\u0306 ơ\u0306 ê\u0306"
    assert fonts.clean(text) == text


def test_widths_are_those_of_the_type() -> None:
    # Times and its metric-compatible cousins: a digit is half an em
    assert fonts.width("0123456789", fonts.REGULAR, 12) == pytest.approx(60)
    assert fonts.width("H", fonts.BOLD, 100) == pytest.approx(77.8, abs=0.1)


@given(text=WORDS, room=st.floats(60, 400), indent=st.floats(0, 40))
def test_lines_fit_and_lose_nothing(text: str, room: float, indent: float) -> None:
    cleaned = fonts.clean(text)
    lines = fonts.wrap(cleaned, fonts.REGULAR, 14, room, indent=indent)
    assert "".join(lines).replace(" ", "") == cleaned.replace(" ", "")
    for place, line in enumerate(lines):
        taken = fonts.width(line, fonts.REGULAR, 14) + (indent if not place else 0)
        assert taken <= room + 0.001


def test_a_word_wider_than_the_line_is_cut_between_letters() -> None:
    lines = fonts.wrap("x" * 100, fonts.REGULAR, 10, 50)
    assert lines == ["x" * 10] * 10


def test_a_mark_is_never_cut_from_its_letter() -> None:
    word = "ô\u0306" * 30  # ô with a breve of the Central Highlands' languages
    lines = fonts.wrap(fonts.clean(word), fonts.REGULAR, 10, 21)
    assert len(lines) > 1
    assert not [line for line in lines if unicodedata.combining(line[0])]


def test_a_newline_always_breaks() -> None:
    assert fonts.wrap("a\nb", fonts.REGULAR, 10, 100) == ["a", "b"]


def test_a_no_break_space_holds_its_words_together() -> None:
    text = "năm năm 15\u00a0000"
    room = fonts.width("năm năm 15\u00a0", fonts.REGULAR, 10)
    assert fonts.wrap(text, fonts.REGULAR, 10, room) == ["năm năm", "15\u00a0000"]


@given(text=WORDS, room=st.floats(100, 400))
def test_balancing_adds_no_line_and_overflows_none(text: str, room: float) -> None:
    cleaned = fonts.clean(text)
    plain = fonts.wrap(cleaned, fonts.BOLD, 14, room)
    balanced = fonts.balance(cleaned, fonts.BOLD, 14, room)
    assert len(balanced) <= len(plain)
    assert " ".join(balanced).split() == " ".join(plain).split()
    assert all(fonts.width(line, fonts.BOLD, 14) <= room + 0.001 for line in balanced)


def test_balanced_lines_are_about_equally_long() -> None:
    text = "Kết quả thực hiện Kế hoạch truyền thông trên địa bàn năm 2024"
    room = fonts.width(text, fonts.BOLD, 14) * 0.9
    lines = fonts.balance(text, fonts.BOLD, 14, room)
    first, second = (fonts.width(line, fonts.BOLD, 14) for line in lines)
    assert abs(first - second) < 0.25 * first
