"""Tests of the words for what a change did."""

import datetime as dt
from decimal import Decimal

import pytest

from desktop.records.activity import ActivityState
from desktop.records.change import ChangeEntry, ChangeKind
from desktop.rules.changes import Fate, FieldChange, Part
from desktop.wording.changes import (
    LONGEST,
    deed_label,
    fate_label,
    field_cells,
    field_line,
    shortened,
    value_words,
)

AT = dt.datetime(2026, 11, 12, 17, 0, tzinfo=dt.timezone(dt.timedelta(hours=7)))


def entry(kind: ChangeKind, verb: str = "remove", number: int = 1) -> ChangeEntry:
    return ChangeEntry(
        id=number, kind=kind, verb=verb, subject="x", at=AT, by="", reverts=None
    )


def field(
    before: object, after: object, name: str = "x", unit: str = ""
) -> FieldChange:
    return FieldChange(
        name=name, label="Nội dung", unit=unit, before=before, after=after
    )


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (None, "trống"),
        (True, "có"),
        (False, "không"),
        (0, "0"),
        (1234567, "1.234.567"),
        (Decimal("12.50"), "12,5"),
        (dt.date(2024, 6, 5), "05/06/2024"),
        (AT, "17:00, 12/11/2026"),
        (ActivityState.CANCELLED, "Đã hủy"),
        ("hai\n dòng", "hai dòng"),
        (("một", "hai"), "một; hai"),
        ((), "trống"),
        (
            Part(cells=(("Nhóm", "Cán bộ"), ("Số người", 1200), ("Cấp", "xã"))),
            "Cán bộ (số người 1.200, cấp xã)",
        ),
        (Part(cells=(("Nhóm", "Cán bộ"),)), "Cán bộ"),
        (Part(cells=()), "trống"),
    ],
)
def test_values_are_said_as_an_office_writes_them(value: object, said: str) -> None:
    assert value_words(value) == said


def test_a_year_is_not_grouped_and_a_unit_stands_behind_a_number() -> None:
    assert value_words(2024, "year") == "2024"
    assert value_words(2026, "first_year") == "2026"
    assert value_words(40, "attendance", "lượt người") == "40 lượt người"


def test_an_amended_field_is_told_old_and_new() -> None:
    assert field_line(field(40, 45)) == "Nội dung: 40 → 45"
    assert field_line(field(None, 45)) == "Nội dung: trống → 45"


def test_a_list_is_told_by_what_came_and_what_went() -> None:
    one = FieldChange(
        name="x",
        label="Đơn vị",
        before=("A", "B"),
        after=("B", "C", "D"),
        gone=("A",),
        come=("C", "D"),
    )
    assert field_line(one) == "Đơn vị: thêm C, D; bớt A"


def test_of_a_record_that_came_or_went_only_what_it_said_is_told() -> None:
    assert field_line(field(None, 45), Fate.MADE) == "Nội dung: 45"
    assert field_line(field(45, None), Fate.REMOVED) == "Nội dung: 45"


def test_a_long_text_is_cut_around_what_changed() -> None:
    same = "chữ giống nhau " * 20
    before, after = field_cells(field(f"{same}cũ", f"{same}mới"))
    assert before.endswith("cũ")
    assert after.endswith("mới")
    assert before.startswith("…")
    assert max(len(before), len(after)) <= LONGEST
    assert len(field_cells(field("x" * 500, None))[0]) == LONGEST


def test_a_text_that_fits_is_left_alone() -> None:
    assert shortened("vừa") == "vừa"
    assert shortened("x" * 200, 10) == "xxxxxxxxx…"


def test_an_undo_is_told_by_what_it_undid() -> None:
    done = entry(ChangeKind.DONE)
    assert deed_label(done, done) == "Xóa khỏi sổ"
    undone = entry(ChangeKind.UNDONE, number=2)
    assert deed_label(undone, done) == "Hoàn tác: xóa khỏi sổ"
    assert deed_label(entry(ChangeKind.REDONE), done) == "Làm lại: xóa khỏi sổ"


def test_each_fate_has_words() -> None:
    assert len({fate_label(fate) for fate in Fate}) == len(Fate)
