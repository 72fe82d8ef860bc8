"""Each refusal of an installer has its four lines."""

import inspect
import re
from string import Formatter

import pytest

from desktop.errors import UpdateError
from desktop.wording.update_faults import TABLES

NAMES = {"name", "folder", "one", "two", "three", "all"}
TABLE = TABLES[UpdateError]


def test_each_reason_of_the_error_has_its_lines_and_no_other() -> None:
    named = set(re.findall(r"`(\w+)`", inspect.getdoc(UpdateError) or ""))
    assert named == set(TABLE) - {""}


@pytest.mark.parametrize("reason", sorted(TABLE))
def test_lines_are_sentences_that_ask_only_for_facts_there_are(reason: str) -> None:
    for line in TABLE[reason]:
        asked = {name for _, name, _, _ in Formatter().parse(line) if name}
        assert asked <= NAMES
        assert line.endswith(".")


def test_every_fault_says_that_nothing_ran() -> None:
    assert all("chưa chạy gì" in lines[2] for lines in TABLE.values())
