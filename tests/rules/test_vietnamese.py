"""Tests of Vietnamese text: its stored form and its keys."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.rules.vietnamese import (
    SLUG_LENGTH,
    exact_key,
    fold,
    harmless_line,
    has_marks,
    normalise,
    one_line,
    slug,
    sort_key,
)

TEXT = st.text()
LETTERS = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợ"
VIETNAMESE = st.text(LETTERS + LETTERS.upper() + " -0123456789")


def decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def test_decomposed_text_is_stored_composed() -> None:
    assert normalise(decomposed("Hội nghị tập huấn ở Đăk Hà")) == (
        "Hội nghị tập huấn ở Đăk Hà"
    )


def test_text_of_windows_keyboards_is_stored_composed() -> None:
    assert normalise("Tuyê\u0300n truyê\u0300n") == "Tuyền truyền"


def test_a_combining_breve_without_composed_letter_is_kept() -> None:
    assert normalise("ô\u0306 ơ\u0306 ê\u0306 ƀ") == "ô\u0306 ơ\u0306 ê\u0306 ƀ"


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("a\x00b\x0bc\ufffed\uffff", "abcd"),
        ("lone \ud800surrogate", "lone surrogate"),
        ("1\u00a0500\u202fđ", "1 500 đ"),
        ("\ufeffTập\u200b huấn ", "Tập huấn"),
        ("một\r\nhai\rba", "một\nhai\nba"),
        ("a\x00\u0301", "á"),
        ("\t \n", ""),
        ("còn\ttab 😀", "còn\ttab 😀"),
    ],
)
def test_stored_form(typed: str, stored: str) -> None:
    assert normalise(typed) == stored


@given(st.text())
def test_storing_twice_changes_nothing(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@given(st.text())
def test_a_stored_text_can_be_put_into_xml(text: str) -> None:
    from xml.etree import ElementTree as ET

    stored = normalise(text)
    element = ET.Element("t")
    element.text = stored
    assert (ET.fromstring(ET.tostring(element)).text or "") == stored  # noqa: S314


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Nguyễn Thị Ánh", "Nguyễn Thị Ánh"),
        ("Ánh\nCó: tin được.", "Ánh\ufffdCó: tin được."),
        ("Ánh\x1b[2J", "Ánh\ufffd[2J"),
        ("Ánh\u202etin", "Ánh\ufffdtin"),
        ("Ánh\u200b", "Ánh\ufffd"),
        ("Ánh\u00a0Nguyễn", "Ánh Nguyễn"),
        ("a\u0300", "à"),
        ("x" * 501, "x" * 500 + "…"),
        ("  ", ""),
    ],
)
def test_a_text_of_a_stranger_stays_in_its_line(text: str, shown: str) -> None:
    assert harmless_line(text) == shown


def test_one_line_has_no_line_breaks() -> None:
    assert one_line(" Tập huấn\n  về\tquyền ") == "Tập huấn về quyền"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đăk Hà", "dak ha"),
        ("Đắk Hà", "dak ha"),
        ("Đak  Hà", "dak ha"),
        ("ĐĂK-HÀ", "dak ha"),
        ("Văn hóa - Thông tin", "van hoa thong tin"),
        ("Văn hoá – Thông tin", "van hoa thong tin"),
        ("Ðảng", "dang"),
        ("ô\u0306 Ƀahnar", "o bahnar"),
        ("\uff11\uff12 buổi", "12 buoi"),
        ("  -  ", ""),
        ("01/BC-VHTT", "01/bc vhtt"),
    ],
)
def test_search_form(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(TEXT)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(VIETNAMESE)
def test_a_folded_vietnamese_text_is_ascii(text: str) -> None:
    assert fold(text).isascii()
    assert fold(text) == fold(text.upper()) == fold(text.lower())


@given(TEXT)
def test_composed_and_decomposed_texts_have_the_same_keys(text: str) -> None:
    composed, apart = unicodedata.normalize("NFC", text), decomposed(text)
    assert normalise(composed) == normalise(apart)
    assert fold(composed) == fold(apart)
    assert exact_key(composed) == exact_key(apart)
    assert sort_key(composed) == sort_key(apart)
    assert slug(composed) == slug(apart)
    assert has_marks(composed) == has_marks(apart)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Văn hóa", "văn hoá"),
        ("Thủy lợi", "thuỷ  lợi"),
        ("khỏe", "khoẻ"),
        ("TÒA ÁN", "Toà án"),
        ("hòan thành", "hoàn thành"),
        ("Ðăk Hà", "Đăk Hà"),
        ("lũy kế", "luỹ kế"),
    ],
)
def test_spellings_of_one_text_have_one_exact_key(one: str, other: str) -> None:
    assert exact_key(one) == exact_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ma", "mà"),
        ("Đăk Hà", "Đắk Hà"),
        ("da", "đa"),
        ("mua", "mùa"),
        ("của", "cuả"),
        ("ho\u0302", "ho"),
        ("mía", "miá"),
    ],
)
def test_different_texts_have_different_exact_keys(one: str, other: str) -> None:
    assert exact_key(one) != exact_key(other)


@given(VIETNAMESE)
def test_an_exact_key_keeps_every_mark(text: str) -> None:
    assert sorted(decomposed(exact_key(text)).replace(" ", "")) == sorted(
        decomposed(text.lower()).replace(" ", "")
    )


@given(TEXT)
def test_an_exact_key_is_its_own_key(text: str) -> None:
    assert exact_key(exact_key(text)) == exact_key(text)


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("tuyen truyen", False),
        ("tuyên", True),
        ("da", False),
        ("Đa", True),
        ("", False),
        ("2024 - 1", False),
    ],
)
def test_marks_are_seen(text: str, marked: bool) -> None:
    assert has_marks(text) is marked


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Báo cáo năm 2024 – Đăk Hà", "bao-cao-nam-2024-dak-ha"),
        ("../../etc/passwd", "etc-passwd"),
        ("Con", "con_"),
        ("LPT1", "lpt1_"),
        ("con đường", "con-duong"),
        ("…", ""),
    ],
)
def test_file_name(text: str, name: str) -> None:
    assert slug(text) == name


def test_a_long_name_is_cut_between_words() -> None:
    assert slug("truyền thông " * 20) == "-".join(["truyen", "thong"] * 6)
    assert slug("a" * 100) == "a" * SLUG_LENGTH


@given(TEXT)
def test_a_file_name_is_plain_and_short(text: str) -> None:
    name = slug(text)
    assert name.isascii()
    assert len(name) <= SLUG_LENGTH
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-_")
