"""Tests of what fields are called."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from desktop.errors import Problem
from desktop.rules import entry
from desktop.rules.known import SOURCE_OF
from desktop.wording.fields import field_label, label_of


@pytest.mark.parametrize("record", SOURCE_OF, ids=lambda one: one.__name__)
def test_every_field_an_officer_fills_has_a_name(record: type) -> None:
    names = {field.name for field in fields(record)} - {"id"}
    assert not {name for name in names if not field_label(name)}


def test_a_field_nobody_named_stays_blank() -> None:
    assert field_label("never_heard_of") == ""


def parents_raised() -> set[tuple[str, str]]:
    """Return the rooms and codes of what the rules find wrong with a parent."""
    return {
        (path.stem, code)
        for path in Path(entry.__file__).parent.glob("*.py")
        for code in re.findall(
            r"(?:Problem|doubt)\((?:\"parent\"|name), \"(\w+)\"",
            path.read_text("utf-8"),
        )
        if "parent" in path.read_text("utf-8")
    }


@pytest.mark.parametrize(
    ("room", "code", "label"),
    [
        ("plan_checks", "plan_cycle", "Kế hoạch cấp trên"),
        ("plan_checks", "parent_ends_earlier", "Kế hoạch cấp trên"),
        ("plan_checks", "parent_same_issuer", "Kế hoạch cấp trên"),
        ("plan_checks", "task_cycle", "Thuộc nhóm"),
        ("plan_checks", "unknown_task", "Thuộc nhóm"),
        ("plan_checks", "value_cycle", "Là phần của"),
        ("entry_records", "part_of_itself", "Thuộc kênh"),
        ("agency_checks", "unknown_agency", "Cơ quan cấp trên"),
        ("agency_checks", "parent_ring", "Cơ quan cấp trên"),
    ],
)
def test_what_stands_above_is_called_as_its_record_calls_it(
    room: str, code: str, label: str
) -> None:
    assert (room, code) in parents_raised()
    assert label_of(Problem("parent", code)) == label


def test_an_unknown_plan_is_told_of_the_plan_above_or_before() -> None:
    assert label_of(Problem("parent", "unknown_plan")) == "Kế hoạch cấp trên"
    before = label_of(Problem("follows", "unknown_plan"))
    assert before == "Tiếp nối kế hoạch giai đoạn trước"
