"""List figures that differ between two reports, and why, where somebody said it."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from PySide6.QtWidgets import QWidget

from desktop.gui.pages.report.figure_table import shown
from desktop.gui.tables.short_list import Column, ShortList, ShortModel
from desktop.records.report import ColumnType, FigureChange, FigureKey, Value

EQUAL = "Hai bản không khác nhau ở số nào."


def key_of(change: FigureChange) -> str:
    """Return what tells one change from another."""
    return f"{change.at.table}/{change.at.row}/{change.at.column}"


def place_of(key: FigureKey) -> str:
    """Return what tells one figure from another."""
    return f"{key.table}/{key.row}/{key.column}"


def value_words(value: Value) -> str:
    """Return a value in words; blank is told as no figure."""
    return shown(value, ColumnType.DECIMAL) or "–"


def difference(change: FigureChange) -> str:
    """Return by how much a figure differs, with its sign; blank for no numbers."""
    numbers = []
    for each in (change.old, change.new):
        if isinstance(each, bool) or not isinstance(each, int | Decimal | None):
            return ""
        numbers.append(Decimal(each or 0))
    by = numbers[1] - numbers[0]
    return f"{'+' if by > 0 else ''}{shown(by, ColumnType.DECIMAL)}"


def columns(
    old: str, new: str, reason: Callable[[FigureChange], str] | None = None
) -> tuple[Column, ...]:
    """Return the columns of a list of changes; `reason` adds one that is written."""
    made = [
        Column(heading="Số", text=lambda one: one.label, weight=40),
        Column(heading=old, text=lambda one: value_words(one.old), number=True),
        Column(heading=new, text=lambda one: value_words(one.new), number=True),
        Column(heading="Chênh lệch", text=difference, number=True),
    ]
    if reason is not None:
        asked = reason
        made.append(
            Column(
                heading="Lý do (F2 hoặc Enter để ghi)",
                text=lambda one: "tính theo số trên" if one.total else asked(one),
                weight=34,
                typed=lambda one: None if one.total else asked(one),
            )
        )
    return tuple(made)


def changes_list(
    shown_columns: Sequence[Column], name: str, parent: QWidget
) -> ShortList:
    """Return a list of changes, still without any."""
    model = ShortModel(shown_columns, key_of, parent)
    made = ShortList(model, name, parent)
    made.when_empty = EQUAL
    return made
