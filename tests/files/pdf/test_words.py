"""The fixed words of a printed report."""

import pytest

from desktop.files.fonts import clean
from desktop.files.pdf.words import program, words


@pytest.mark.parametrize(
    "part", ["head", "notes", "lists", "close", "annex", "foot", "code", "cells"]
)
def test_every_word_can_be_printed(part: str) -> None:
    assert words(part)
    assert all(clean(word) == word for word in words(part).values())


def test_nation_and_motto_are_as_the_decree_writes_them() -> None:
    head = words("head")
    assert head["nation"] == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert head["motto"] == "Độc lập - Tự do - Hạnh phúc"


def test_an_unknown_part_is_refused() -> None:
    with pytest.raises(KeyError):
        words("nothing")


def test_the_words_cannot_be_changed_by_who_reads_them() -> None:
    with pytest.raises(TypeError):
        words("head")["nation"] = ""  # type: ignore[index]


def test_the_program_has_a_name() -> None:
    assert program() == "Sổ Truyền Thông"
