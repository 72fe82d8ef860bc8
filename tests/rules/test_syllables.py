"""Syllables are told from other strings of letters by their shape."""

import re
import unicodedata

import pytest

from desktop.rules.syllables import is_syllable
from tests.rules.plan_texts import plan_texts


@pytest.mark.parametrize(
    "word",
    [
        "Xã",
        "Đồng",
        "nghiêng",
        "quốc",
        "quý",
        "giếng",
        "gì",
        "yêu",
        "uỷ",
        "ủy",
        "ĐƯỢC",
        "à",
    ],
)
def test_what_can_be_said_is_a_syllable(word: str) -> None:
    assert is_syllable(word)
    assert is_syllable(unicodedata.normalize("NFD", word))


@pytest.mark.parametrize(
    "word",
    [
        "",
        "X·",
        "Trờng",
        "nớc",
        "déjà",
        "français",
        "các̀",
        "cac",
        "hòá",
        "ƀăng",
        "th",
        "QĐ",
    ],
)
def test_what_cannot_is_none(word: str) -> None:
    assert not is_syllable(word)


def test_nearly_every_marked_word_of_the_plans_is_a_syllable() -> None:
    words = {
        word
        for text in plan_texts()
        for word in re.findall(r"[^\W\d_]+", text)
        if not word.isascii() and not word.isupper()
    }
    others = sorted(word for word in words if not is_syllable(word))
    assert len(words) > 700
    # Names of the highlands, and abbreviations.
    assert len(others) < 12, others
