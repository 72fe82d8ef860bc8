"""The rows of what was found: findings, and behind many of a kind how many more."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from desktop.gui.tables.short_list import Column, ShortModel
from desktop.records.finding import Check, Finding
from desktop.rules.findings.ordering import shown
from desktop.wording.findings import (
    effect_words,
    finding_sentence,
    kind_label,
    more_words,
    state_words,
)


@dataclass(frozen=True, slots=True)
class More:
    """There are more findings of a kind than are shown."""

    code: Check
    many: int


Line = Finding | More

HEADINGS = ("Tình trạng", "Soát thấy", "Ảnh hưởng")


def lines_of(findings: Iterable[Finding], whole: frozenset[Check]) -> tuple[Line, ...]:
    """Return the rows to show, the largest effect first, and what is left out last.

    Args:
        findings: In the order they are shown.
        whole: Kinds of which somebody asked for all.
    """
    few = shown(findings, whole=whole)
    return (*few.findings, *(More(code, many) for code, many in few.hidden))


def make_model(parent: QObject) -> ShortModel:
    """Return the model of the list, without rows yet."""
    columns = (
        Column(heading=HEADINGS[0], text=_state, weight=14, whole=True, colour=_colour),
        Column(heading=HEADINGS[1], text=_sentence, weight=66, tip=_kind),
        Column(heading=HEADINGS[2], text=_effect, weight=20, number=True),
    )
    return ShortModel(columns, key_of, parent)


def key_of(line: Line) -> str:
    """Return what tells one row from another."""
    return f"more:{line.code}" if isinstance(line, More) else line.key


def _state(line: Line) -> str:
    return "" if isinstance(line, More) else state_words(line)


def _sentence(line: Line) -> str:
    if isinstance(line, More):
        return more_words(line.code, line.many)
    said = finding_sentence(line)
    return f"{said}\nChú thích: {line.explanation}" if line.explanation else said


def _kind(line: Line) -> str:
    return f"{kind_label(line.code)}\n{_sentence(line)}"


def _effect(line: Line) -> str:
    return "" if isinstance(line, More) else effect_words(line)


def _colour(line: Line) -> str:
    if isinstance(line, More):
        return "quiet"
    if line.blocks:
        return "bad"
    return "good" if line.explanation else "warn"
