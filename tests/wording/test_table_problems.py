"""Sentences for what is off in a table of tasks."""

import re
from pathlib import Path

import pytest

from desktop.errors import Problem
from desktop.rules.task_table import words
from desktop.rules.task_table.parties import SETTLED, Found
from desktop.wording.problems import sentence
from desktop.wording.table_problems import SENTENCES, table_sentence
from tests.wording.words import assert_a_sentence

RULES = Path(words.__file__).parent


def codes_raised() -> set[str]:
    """Return the codes that stand as texts in the rules and readers of tables."""
    files = RULES.parent.parent / "files"
    folders = (RULES, files / "task_table", files / "foreign")
    text = "".join(p.read_text("utf-8") for one in folders for p in one.glob("*.py"))
    pattern = r"(?:Problem|_doubt)\(\s*(?:\"\w+\"|[\w.]+),\s*\"(\w+)\"|_note\(\"(\w+)\""
    found = {one or two for one, two in re.findall(pattern, text)}
    assert len(found) > 12
    return found | {f"agency_{one}" for one in Found if one not in SETTLED}


@pytest.mark.parametrize("code", sorted(codes_raised() | set(SENTENCES)))
def test_every_problem_of_a_table_has_a_sentence_of_its_own(code: str) -> None:
    problem = Problem("leads", code, ("Trạm X", "leads", "91"))
    assert_a_sentence(table_sentence(problem))
    assert sentence(problem) == table_sentence(problem)


def test_the_nearest_name_is_told_where_there_is_one() -> None:
    facts = ("Trạm X", "Trạm Y", "71")
    assert "Trạm Y (71%)" in table_sentence(Problem("leads", "agency_unknown", facts))
    alone = table_sentence(Problem("leads", "agency_unknown", facts[:1]))
    assert alone == "Chưa biết “Trạm X” là đơn vị nào."


def test_a_column_is_told_by_its_name() -> None:
    said = table_sentence(Problem("time", "column_missing", ("time",)))
    assert "cột thời gian thực hiện" in said


def test_a_problem_of_another_kind_is_none_of_ours() -> None:
    assert table_sentence(Problem("x", "never_heard_of")) == ""
