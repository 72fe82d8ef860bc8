"""The words of charts."""

import pytest

from desktop.files.charts.words import words
from desktop.files.fonts import clean


def test_every_word_can_be_printed() -> None:
    assert words("legend")
    assert all(clean(word) == word for word in words("legend").values())


def test_an_unknown_part_is_refused() -> None:
    with pytest.raises(KeyError):
        words("nothing")
