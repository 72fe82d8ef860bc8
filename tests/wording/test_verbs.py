"""Tests of the words for deeds."""

import re
from pathlib import Path

import desktop
from desktop.wording.verbs import deed, redo_label, undo_label, verb_label

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


def test_the_menu_names_the_deed() -> None:
    assert undo_label("record_activity") == "Hoàn tác: ghi hoạt động"
    assert redo_label("remove") == "Làm lại: xóa khỏi sổ"


def test_the_history_names_the_deed_and_its_subject() -> None:
    assert deed("record_activity", "Tập huấn") == "Ghi hoạt động: Tập huấn"
    assert deed("set_preferences") == "Đổi thiết lập"


def test_a_deed_nobody_named_is_shown_by_its_key() -> None:
    assert undo_label("never_heard_of") == "Hoàn tác: never_heard_of"
