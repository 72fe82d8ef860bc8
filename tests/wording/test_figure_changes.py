"""A changed figure is told with what it was, by how much, and why."""

from decimal import Decimal

from desktop.records.report import FigureChange, FigureKey
from desktop.wording.figure_changes import change_line

AT = FigureKey(table="t", row="a", column="events")


def test_a_number_is_told_with_its_difference_and_reason() -> None:
    change = FigureChange(
        at=AT, label="Xã A; Số cuộc", old=1200, new=Decimal("1203.5"), reason="Đếm lại"
    )
    assert change_line(change) == (
        "Xã A; Số cuộc: 1.200 → 1.203,5 (+3,5). Lý do: Đếm lại"
    )


def test_less_and_words_and_nothing_are_told() -> None:
    less = FigureChange(at=AT, label="A", old=3, new=1)
    assert change_line(less) == "A: 3 → 1 (-2)."
    words = FigureChange(at=AT, label="A", old="Đạt", new="Chưa đạt")
    assert change_line(words) == "A: Đạt → Chưa đạt."
    gone = FigureChange(at=AT, label="A", old=2, new=None)
    assert change_line(gone) == "A: 2 → không có (-2)."
