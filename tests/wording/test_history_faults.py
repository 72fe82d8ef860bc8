"""Tests of the words for faults: the table of `history_faults`."""

import re
from pathlib import Path

import desktop
from desktop.errors import ConflictError
from desktop.wording.faults import explain
from desktop.wording.history_faults import HISTORY
from desktop.wording.period_faults import PERIODS

PROGRAM = Path(desktop.__file__).parent
RAISING = (
    "operations/history/bring_back.py",
    "operations/history/view_past.py",
    "store/recalling.py",
)


def test_every_reason_raised_has_words_of_its_own() -> None:
    sources = ((PROGRAM / name).read_text("utf-8") for name in RAISING)
    raised = {
        reason
        for text in sources
        for reason in re.findall(r"ConflictError\(\s*\"(\w+)\"", text)
    }
    assert raised - set(PERIODS) == set(HISTORY)


def test_what_is_gone_is_named() -> None:
    said = explain(ConflictError("references_gone", "“2.2 Việc”, “Tổ công tác”", "2"))
    assert "(2): “2.2 Việc”, “Tổ công tác”" in said.why
