"""The words of a slip name only what a slip knows."""

import re

from desktop.files.correction_words import load_words

NAMES = {
    "slip",
    "agency",
    "report",
    "subject",
    "previous",
    "number",
    "symbol",
    "day",
    "version",
}


def test_every_word_is_there_and_names_what_is_known() -> None:
    words = load_words()
    assert {"subject", "opening", "rest", "closing", "old", "new"} <= words.keys()
    assert {
        name for text in words.values() for name in re.findall(r"\{(\w+)\}", text)
    } <= NAMES
    assert all(text.strip() for text in words.values())
