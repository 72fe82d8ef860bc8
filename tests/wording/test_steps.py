"""Tests of the words for stages."""

import re
from pathlib import Path

import desktop
from desktop.wording.steps import stage_label

PROGRAM = Path(desktop.__file__).parent
PROMISED = {
    "opening",
    "migrating",
    "backing_up",
    "recording",
    "computing",
    "laying_out",
    "tracing",
    "drawing_pdf",
    "writing_workbook",
    "writing_word",
    "signing",
    "verifying",
    "packing",
    "delivering",
    "reading_back",
    "checking",
    "restoring",
}


def stages_reported() -> set[str]:
    sources = (path.read_text("utf-8") for path in PROGRAM.rglob("*.py"))
    told = re.compile(
        r"Step\(\s*\"(\w+)\"|^_?(?:\w+_)?STAGE(?:: Final)? = \"(\w+)\"", re.MULTILINE
    )
    found = (match for text in sources for match in told.finditer(text))
    return {match[1] or match[2] for match in found}


def test_every_stage_has_words() -> None:
    for stage in PROMISED | stages_reported():
        assert stage_label(stage).startswith("Đang "), stage


def test_a_stage_nobody_named_is_shown_by_its_key() -> None:
    assert stage_label("never_heard_of") == "never_heard_of"
