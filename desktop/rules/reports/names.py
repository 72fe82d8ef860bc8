"""What a template's texts may name in braces, and where."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from desktop.records.result import Verdict
from desktop.records.task import TaskProgress
from desktop.rules.reports.sentences import well_formed

STANDING = frozenset({"plan", "period", "territory", "agency"})
"""Named in the subject, opening and closing of a report."""

LETTER = STANDING | {
    "office",
    "recipient",
    "unit",
    "report",
    "report_subject",
    "deadline",
    "reply",
    "today",
    "closing_day",
    "late",
}
"""Named in a letter."""

VERDICTS = frozenset(str(one) for one in Verdict)
_COUNTS = {
    *VERDICTS,
    "all",
    *(f"tasks_{one}" for one in TaskProgress),
    *("tasks_all", "tasks_told", "active", "silent", "missing"),
    *("shared_events", "shared_entries", "planned", "spent"),
}
SENTENCE = frozenset(
    {
        *STANDING,
        *(f"count:{one}" for one in _COUNTS),
        *(f"targets:{one}" for one in VERDICTS),
        "targets:estimated",
        *(f"causes:{one}" for one in VERDICTS),
        "units:silent",
        "units:missing",
        *("growth:up", "growth:down"),
    }
)
"""Named in the sentences of a section, beside `figure:CODE` of `data/figures.toml`."""

_BRACED = re.compile(r"\{([^{}]*)\}")
_CODE = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class NameFault:
    """Something in braces or brackets that will not be filled in."""

    code: str
    fact: str = ""


def names_in(text: str) -> tuple[str, ...]:
    """Return what a text names in braces, in order."""
    return tuple(_BRACED.findall(text))


def standing_faults(text: str, allowed: Collection[str]) -> Iterator[NameFault]:
    """Yield what cannot be filled in a standing text that may name some words."""
    for name in names_in(text):
        if name not in allowed:
            yield NameFault("template_unknown_name", name)
    yield from _stray(text)


def sentence_faults(text: str, figures: Collection[str]) -> Iterator[NameFault]:
    """Yield what cannot be filled in a sentence with figures."""
    for name in names_in(text):
        kind, _, code = name.partition(":")
        if name in SENTENCE or (kind == "figure" and code in figures):
            continue
        if kind == "figure" and _CODE.fullmatch(code):
            yield NameFault("template_unknown_figure", code)
        else:
            yield NameFault("template_unknown_name", name)
    yield from _stray(text)
    if not well_formed(text):
        yield NameFault("template_stray_bracket")


def letter_faults(text: str, figures: Collection[str]) -> Iterator[NameFault]:
    """Yield what cannot be filled in a text of a letter, which may name figures."""
    for fault in sentence_faults(text, figures):
        if fault.code != "template_unknown_name" or fault.fact not in LETTER:
            yield fault


def _stray(text: str) -> Iterator[NameFault]:
    left = _BRACED.sub("", text)
    if "{" in left or "}" in left:
        yield NameFault("template_stray_brace")
