"""Sentences for what is off in a sheet of entries."""

import re
from pathlib import Path

import pytest

from desktop.errors import Problem
from desktop.rules.entry_table import fates
from desktop.rules.entry_table.rows import RowKind
from desktop.wording.entry_problems import SENTENCES, entry_sentence
from desktop.wording.problems import sentence
from tests.wording.words import assert_a_sentence

RULES = Path(fates.__file__).parent
GENERAL = sentence(Problem("x", "never_heard_of"))


def codes_raised() -> set[str]:
    """Return the codes that stand as texts in the rules of sheets of entries."""
    text = "".join(path.read_text("utf-8") for path in RULES.glob("*.py"))
    pattern = (
        r"(?:Problem|_doubt)\(\s*(?:\"\w*\"|[\w.]+),\s*\"(\w+)\""
        r"|(?:_note|wrong|doubt|_doubt)\(\s*\"(\w+)\""
    )
    found = {one or two for one, two in re.findall(pattern, text)}
    assert len(found) > 15
    kinds = {kind for kind in RowKind if kind is not RowKind.ENTRY}
    return found | set(kinds) | {f"{kind}_left" for kind in kinds}


@pytest.mark.parametrize("code", sorted(codes_raised() | set(SENTENCES)))
def test_every_problem_of_a_sheet_has_a_sentence_of_its_own(code: str) -> None:
    told = sentence(Problem("x", code, ("1", "2", "3")))
    assert_a_sentence(told)
    assert told != GENERAL


def test_the_nearest_name_is_asked_about_where_there_is_one() -> None:
    facts = ("Tram X", "Trạm X")
    near = entry_sentence(Problem("agency", "word_unknown", facts))
    assert near == "Chưa biết “Tram X” là gì. Có phải “Trạm X”?"
    alone = entry_sentence(Problem("agency", "word_unknown", facts[:1]))
    assert alone == "Chưa biết “Tram X” là gì."


def test_a_code_of_another_kind_has_no_sentence_here() -> None:
    assert entry_sentence(Problem("x", "missing")) == ""
