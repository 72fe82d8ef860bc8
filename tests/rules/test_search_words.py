"""The words texts are found by: examples as people type them, and properties."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.rules.search_words import MOST_WORDS, fits, wanted, words
from desktop.rules.vietnamese import fold

SYLLABLES = st.sampled_from(
    [
        "đường",
        "Dương",
        "hòa",
        "hoà",
        "thủy",
        "thuỷ",
        "Đăk",
        "Đắk",
        "Đak",
        "Hà",
        "ƀai",
        "ŏng",
        "ĕ",
        "čư",
        "ô̆",
        "Xơ",
        "tập",
        "huấn",
        "793",
        "quyền",
        "con",
        "người",
        "công",
        "khoẻ",
        "khỏe",
        "STTTT",
    ]
)
TEXTS = st.lists(SYLLABLES, min_size=1, max_size=8).map(" ".join)


def finds(typed: str, text: str) -> bool:
    asked = wanted(typed)
    return bool(asked) and fits(words(text), asked)


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("duong", "Dương"),
        ("duong", "Đường Hùng Vương"),
        ("đường", "ĐƯỜNG HÙNG VƯƠNG"),
        ("dak ha", "Đăk Hà"),
        ("dak ha", "Đắk Hà"),
        ("dak ha", "Đak Hà"),
        ("hòa", "hoà thuận"),
        ("hoà", "hòa bình"),
        ("hò", "hòa bình"),
        ("thuỷ", "Thủy Điện"),
        ("thủ", "Thuỷ lợi"),
        ("ƀai", "Ŏ Ƀai"),
        ("o bai", "Ŏ Ƀai"),
        ("ô\u0306", "ô\u0306 ơ\u0306 ê\u0306"),
        ("čư", "Čư Yang"),
        ("cu yang", "Čư Yang"),
        ("Đắk mar", "Xã Đắk Mar"),
        ("dak Mar", "Xã Đắk Mar"),
        ("tập huan", "Tập huấn"),
        ("793/sttt", "Công văn 793/STTTT-TTBCXB"),
        ("kon-trang", "Kon Trang"),
        ("vuong duo", "Đường Hùng Vương"),
        ("½", "1½ giờ"),
    ],
)
def test_what_is_typed_finds(typed: str, text: str) -> None:
    assert finds(typed, text)


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("đường", "Dương"),
        ("đường", "Duong"),
        ("dương", "Đường"),
        ("Đăk Hà", "Đắk Hà"),
        ("đăk ha", "Đắk Hà"),
        ("hòa", "hoa ca"),
        ("ƀai", "bài"),
        ("ŏ", "o"),
        ("ô\u0306", "ô"),
        ("con nguoi", "công nghiệp người"),
        ("uong", "Đường"),
        ("tap huan acute", "Tập huấn"),
        ("", "gì cũng được"),
        ("!?", "gì cũng được!?"),
    ],
)
def test_what_is_typed_does_not_find(typed: str, text: str) -> None:
    assert not finds(typed, text)


def test_marks_on_one_word_narrow_that_word_only() -> None:
    assert finds("đăk ha", "Đăk Hà")
    assert finds("dak hà", "Đắk Hà")
    assert not finds("dak há", "Đắk Hà")


@given(TEXTS)
def test_every_text_finds_itself_in_every_writing(text: str) -> None:
    for typed in (text, text.upper(), text.lower(), unicodedata.normalize("NFD", text)):
        assert finds(typed, text)


@given(TEXTS)
def test_a_text_without_its_marks_finds_it(text: str) -> None:
    assert finds(fold(text), text)


@given(TEXTS, st.data())
def test_every_beginning_of_the_last_word_finds_it(
    text: str, data: st.DataObject
) -> None:
    plain = fold(text)
    last = plain.rpartition(" ")[2]
    cut = data.draw(st.integers(1, len(last)))
    assert finds(plain[: len(plain) - len(last) + cut], text)


@given(TEXTS, TEXTS)
def test_what_is_found_with_marks_is_found_without(typed: str, text: str) -> None:
    if finds(typed, text):
        assert finds(fold(typed), text)


@given(st.text(max_size=40), st.text(max_size=40))
def test_nothing_anyone_types_is_an_error(typed: str, text: str) -> None:
    finds(typed, text)
    for word in words(text):
        assert word
        assert not any(c.isspace() or c == '"' for c in word)


def test_a_pasted_page_is_cut_to_its_first_words() -> None:
    assert len(wanted(" ".join(f"chữ{n}" for n in range(1000)))) == MOST_WORDS
