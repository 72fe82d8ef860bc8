"""Tests of the words for deeds."""

import re
from pathlib import Path

import desktop
from desktop.wording.verbs import (
    LONGEST,
    deed,
    short_deed,
    verb_label,
)

PROGRAM = Path(desktop.__file__).parent
PROMISED = {
    "record",
    "amend",
    "remove",
    "record_many",
    "create_office",
    "issue_report",
    "export_report",
    "sign_report",
    "pack",
    "deliver",
    "set_preferences",
    "set_headcount",
    "set_milestone",
    "set_task_state",
}


def verbs_journalled() -> set[str]:
    sources = (path.read_text("utf-8") for path in PROGRAM.rglob("*.py"))
    return {
        name for text in sources for name in re.findall(r"change\(\s*\"(\w+)\"", text)
    }


def test_every_deed_has_words() -> None:
    for verb in PROMISED | verbs_journalled():
        assert verb_label(verb) != verb, verb


def test_the_history_names_the_deed_and_its_subject() -> None:
    assert deed("record_activity", "Tập huấn") == "Ghi hoạt động: Tập huấn"
    assert deed("set_preferences") == "Đổi thiết lập"


def test_a_deed_nobody_named_is_shown_by_its_key() -> None:
    assert verb_label("never_heard_of") == "never_heard_of"


def verbs_made() -> set[str]:
    """Return verbs that operations choose from or put together."""
    from desktop.operations.plans.move_task import VERBS
    from desktop.operations.plans.put_plan_part import _NAMES

    names = {
        f"{how}_{one}" for how in ("add", "amend", "remove") for one in _NAMES.values()
    }
    sources = "\n".join(
        path.read_text("utf-8") for path in (PROGRAM / "operations").glob("*.py")
    )
    chosen = re.findall(r"\"((?:add|amend|open|close|set)_\w+)\" if", sources)
    named = re.findall(r"^_?VERB = \"(\w+)\"", sources, re.MULTILINE)
    return {*names, *VERBS.values(), *chosen, *named}


def test_every_deed_put_together_has_words_too() -> None:
    made = verbs_made()
    assert len(made) > 10
    assert not [verb for verb in sorted(made) if verb_label(verb) == verb]


def test_a_menu_quotes_the_subject_and_cuts_a_long_one() -> None:
    assert short_deed("amend", "Tập huấn") == "Sửa nội dung đã ghi “Tập huấn”"
    assert short_deed("record_many", "12") == "Ghi nhiều dòng (12 mục)"
    assert short_deed("set_preferences") == "Đổi thiết lập"
    long = short_deed("record", "x" * 300)
    assert len(long) == len("Ghi vào sổ “”") + LONGEST
    assert long.endswith("…”")
