"""Let an officer's words stand in a letter instead of those it was drafted with."""

from dataclasses import replace

from desktop.records.report import Block, Paragraph, Report

BODY = "body"
"""What the words of a letter, which has no sections, are kept by."""


def words_of(letter: Report) -> str:
    """Return the words of a letter, one paragraph a line."""
    return "\n".join(one.text for one in letter.blocks if isinstance(one, Paragraph))


def with_words(letter: Report, words: str) -> Report:
    """Return a letter with other words; tables stand before its last paragraph."""
    lines = [line.strip() for line in words.splitlines() if line.strip()]
    if not lines:
        return letter
    rest: list[Block] = [one for one in letter.blocks if not isinstance(one, Paragraph)]
    said = [Paragraph(text=line) for line in lines]
    return replace(letter, blocks=(*said[:-1], *rest, said[-1]))
