"""Draw the cells of a preview: what changes, what is refused, what is healed."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from desktop.gui import theme
from desktop.gui.pages.activities.importing.rows_model import (
    CELL,
    ROW_FATE,
    changes,
    is_refused,
    one_line,
)
from desktop.gui.tables.rows_view import LinedRows
from desktop.rules.entry_table.fates import CellFate, RowFate

_EDGE = 2
_NOTHING = "–"
_LINES = Qt.TextFlag.TextSingleLine


class FateCells(LinedRows):
    """A refused cell has a red edge; a changed one shows old and new."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint a cell, its edge, and where one is."""
        cell, row = index.data(CELL), index.data(ROW_FATE)
        if isinstance(cell, CellFate) and isinstance(row, RowFate):
            if is_refused(cell):
                self._paint_refused(painter, option, index)
            elif changes(row, cell):
                self._paint_change(painter, option, cell)
            else:
                super().paint(painter, option, index)
        else:
            super().paint(painter, option, index)
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        if state & QStyle.StateFlag.State_HasFocus:
            self._frame(painter, _room(option), "text", 1)

    def _paint_refused(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        room = _room(option)
        painter.fillRect(room, theme.colour("bad_soft"))
        font = QFont(option.font)  # type: ignore[attr-defined]
        self._write(painter, font, room, str(index.data() or ""), "text")
        self._frame(painter, room, "bad", _EDGE)

    def _paint_change(
        self, painter: QPainter, option: QStyleOptionViewItem, cell: CellFate
    ) -> None:
        room = _room(option)
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.fillRect(room, theme.colour("accent" if chosen else "accent_soft"))
        ink = "on_accent" if chosen else "text"
        half = QRect(room)
        half.setWidth(room.width() * 9 // 20)
        font = QFont(option.font)  # type: ignore[attr-defined]
        font.setStrikeOut(bool(cell.before))
        used = self._write(painter, font, half, one_line(cell.before) or _NOTHING, ink)
        font.setStrikeOut(False)
        font.setBold(True)
        rest = room.adjusted(used + theme.scaled(theme.BETWEEN), 0, 0, 0)
        self._write(painter, font, rest, f"→ {one_line(cell.shown) or _NOTHING}", ink)
        painter.setPen(theme.colour("line"))
        painter.drawLine(room.bottomLeft(), room.bottomRight())

    @staticmethod
    def _write(painter: QPainter, font: QFont, room: QRect, text: str, ink: str) -> int:
        """Write one line, cut where it does not fit; return the width used."""
        painter.save()
        painter.setFont(font)
        painter.setPen(theme.colour(ink))
        inside = room.adjusted(theme.BETWEEN, 0, -theme.INSIDE, 0)
        metrics = painter.fontMetrics()
        cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | _LINES, cut)
        painter.restore()
        return metrics.horizontalAdvance(cut)

    @staticmethod
    def _frame(painter: QPainter, room: QRect, ink: str, width: int) -> None:
        painter.save()
        pen = QPen(theme.colour(ink), width)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        half = width // 2
        painter.drawRect(room.adjusted(half, half, -half - 1, -half - 1))
        painter.restore()


def _room(option: QStyleOptionViewItem) -> QRect:
    room: QRect = option.rect  # type: ignore[attr-defined]
    return QRect(room)
