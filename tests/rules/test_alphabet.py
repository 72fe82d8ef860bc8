"""Tests of the order of the alphabet."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from desktop.rules.alphabet import key_of
from desktop.rules.vietnamese import normalise, sort_key

TEXT = st.text()

IN_ORDER = [
    "",
    "- ghi chú",
    "2 buổi",
    "10 buổi",
    "a",
    "A",
    "à",
    "À",
    "ả",
    "ã",
    "á",
    "ạ",
    "an bình",
    "Anh",
    "ă",
    "ằ",
    "ặ",
    "â",
    "ấ",
    "ba",
    "Ba",
    "bà",
    "Bà",
    "bả",
    "bã",
    "bá",
    "bạ",
    "ƀa",
    "bà con",
    "Bài 2",
    "Bài 10",
    "Bài 10b",
    "bạn",
    "ca",
    "cha",
    "co",
    "da",
    "dân số",
    "đa",
    "Đăk Hà",
    "Đắk Hà",
    "e",
    "ê",
    "o",
    "ŏ",
    "ô",
    "ô\u0306",
    "ơ",
    "phường 2",
    "phường 10",
    "thôn 1",
    "tổ 1",
    "u",
    "ư",
    "Y Tai",
    "z",
    "я",
]


def test_words_stand_in_the_order_of_the_dictionary() -> None:
    backwards = IN_ORDER[::-1]
    assert sorted(backwards, key=sort_key) == IN_ORDER


def test_every_two_words_are_told_apart() -> None:
    for before, after in itertools.pairwise(IN_ORDER):
        assert sort_key(before) < sort_key(after), (before, after)


def test_tones_weigh_less_than_later_letters() -> None:
    assert sort_key("bạ a") < sort_key("ba b")


def test_case_weighs_less_than_tones() -> None:
    assert sort_key("BA a") < sort_key("bà a")
    assert sort_key("ba A") < sort_key("BA b")


def test_the_order_holds_byte_by_byte() -> None:
    assert sorted(IN_ORDER, key=lambda text: sort_key(text).encode()) == IN_ORDER


@given(TEXT, TEXT)
def test_only_the_same_text_has_the_same_key(one: str, other: str) -> None:
    assert (sort_key(one) == sort_key(other)) == (normalise(one) == normalise(other))


@given(st.integers(0, 10**12), st.integers(0, 10**12))
def test_numbers_stand_by_their_size(one: int, other: int) -> None:
    keys = sort_key(f"Bài {one} a"), sort_key(f"Bài {other} b")
    assert (keys[0] < keys[1]) == (one <= other)


def test_leading_zeros_and_other_digits_do_not_move_a_number() -> None:
    texts = ["Bài 1", "Bài 02", "Bài \uff13", "Bài 4"]
    backwards = texts[::-1]
    assert sorted(backwards, key=sort_key) == texts


@given(TEXT)
def test_a_key_ends_with_the_text_it_was_made_of(text: str) -> None:
    assert key_of(normalise(text)).endswith(normalise(text))
