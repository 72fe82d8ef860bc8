"""Changes are told with what was, what is, by how much, and why."""

from decimal import Decimal

import pytest

from desktop.gui.pages.report.changes_list import (
    columns,
    difference,
    key_of,
    place_of,
    value_words,
)
from desktop.records.report import FigureChange, FigureKey, Value

KEY = FigureKey(table="table_a", row="total", column="people")


def change(old: Value, new: Value, *, total: bool = False) -> FigureChange:
    return FigureChange(at=KEY, label="Lượt người", old=old, new=new, total=total)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (634, 712, "+78"),
        (712, 634, "-78"),
        (Decimal("1.5"), Decimal(2), "+0,5"),
        (None, 3, "+3"),
        ("Đạt", "Chưa đạt", ""),
    ],
)
def test_the_difference_has_its_sign(old: Value, new: Value, said: str) -> None:
    assert difference(change(old, new)) == said


def test_nothing_is_told_by_a_dash() -> None:
    assert value_words(None) == "–"
    assert value_words(1250) == "1.250"


def test_a_total_only_follows_and_takes_no_reason() -> None:
    reason = columns("Cũ", "Mới", lambda _one: "Gửi thiếu")[-1]
    assert reason.text(change(1, 2)) == "Gửi thiếu"
    assert reason.typed is not None
    assert reason.typed(change(1, 2)) == "Gửi thiếu"
    assert reason.typed(change(1, 2, total=True)) is None
    assert reason.text(change(1, 2, total=True)) == "tính theo số trên"


def test_two_versions_are_listed_without_reasons() -> None:
    assert [one.heading for one in columns("Bản trước", "Bản sau")] == [
        "Số",
        "Bản trước",
        "Bản sau",
        "Chênh lệch",
    ]


def test_a_change_is_known_by_its_place() -> None:
    assert key_of(change(1, 2)) == place_of(KEY) == "table_a/total/people"
