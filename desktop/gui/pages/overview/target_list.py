"""The targets as rows: each a bar against its line, with its values and verdict."""

from decimal import Decimal

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from desktop.gui import theme
from desktop.gui.pages.target_columns import result_columns
from desktop.gui.tables.rows_view import LinedRows
from desktop.gui.tables.short_list import ROW, Column, ShortList, ShortModel
from desktop.records.result import Result
from desktop.records.target import Direction

BAR = 1
"""Column of the bars."""

_FULL = Decimal(100)
_END = Decimal(115)
"""Percent at the right end of a bar's room; what is more is written."""


class TargetBars(LinedRows):
    """Draw what was reached as a bar, and what was asked as a line across it."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the empty cell first, so that selection and line are as everywhere."""
        super().paint(painter, option, index)
        result = index.data(ROW)
        if isinstance(result, Result) and result.target.direction is not Direction.TEXT:
            state = option.state  # type: ignore[attr-defined]
            chosen = bool(state & QStyle.StateFlag.State_Selected)
            painter.save()
            _draw(painter, _room(option.rect), result, chosen)  # type: ignore[attr-defined]
            painter.restore()


class TargetList(ShortList):
    """Every target of the plan; Enter or a click asks where its number is from."""

    def __init__(self, parent: QWidget) -> None:
        """Begin without targets."""
        columns = (
            Column(heading="Chỉ tiêu", text=lambda one: one.target.label, weight=44),
            Column(heading="So với mức phải đạt", text=lambda _: "", weight=19),
            *result_columns(numbers=10, verdict=17, whole=True),
        )
        model = ShortModel(columns, lambda one: one.target.id)
        super().__init__(model, "Chỉ tiêu của kế hoạch", parent)
        model.setParent(self)
        self.setItemDelegateForColumn(BAR, TargetBars(self))
        self.choose_by_click()


def _room(cell: QRect) -> QRect:
    gap, tall = theme.scaled(theme.BETWEEN), theme.scaled(12)
    top = cell.top() + (cell.height() - tall) // 2
    return QRect(cell.left() + gap, top, cell.width() - 2 * gap, tall)


def _draw(painter: QPainter, room: QRect, result: Result, chosen: bool) -> None:
    target, reached = result.target, result.headline.value
    ink = theme.colour("on_accent" if chosen else "accent")
    edge = theme.colour("on_accent" if chosen else "edge")
    painter.setPen(QPen(edge, 1))
    if reached is None:
        _draw_unknown(painter, room)
    else:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(room)
        bar = QRect(room)
        bar.setWidth(max(_x(room, reached) - room.left(), 1))
        painter.fillRect(bar, ink)
    lines = [_FULL] if target.direction is Direction.COUNT else [target.value]
    dark = theme.colour("on_accent" if chosen else "text")
    over = theme.scaled(4)
    painter.setPen(QPen(dark, theme.scaled(2)))
    for number, value in enumerate((*lines, target.upper)):
        if value is not None:
            if number:
                painter.setPen(QPen(dark, 1, Qt.PenStyle.DashLine))
            at = _x(room, value)
            painter.drawLine(at, room.top() - over, at, room.bottom() + over)


def _draw_unknown(painter: QPainter, room: QRect) -> None:
    """Draw a dashed empty bar: no figure is not the figure 0."""
    pen = painter.pen()
    pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(room)


def _x(room: QRect, percent: Decimal) -> int:
    share = min(max(percent, Decimal(0)), _END) / _END
    return room.left() + round(room.width() * float(share))
