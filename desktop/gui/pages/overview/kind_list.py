"""How much each register holds of the period, as bars."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from desktop.gui import theme
from desktop.gui.tables.rows_view import LinedRows
from desktop.gui.tables.short_list import ROW, Column, ShortList, ShortModel
from desktop.records.register import Register
from desktop.rules.numbers import format_integer

Kind = tuple[Register, int]

BAR = 2
"""Column of the bars."""


class KindBars(LinedRows):
    """Draw a count as a bar, the largest of all as long as there is room."""

    most = 1
    """The largest count shown."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the empty cell, and the bar in it."""
        super().paint(painter, option, index)
        row, cell = index.data(ROW), QRect(option.rect)  # type: ignore[attr-defined]
        if row is None:
            return
        state = option.state  # type: ignore[attr-defined]
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        gap, tall = theme.scaled(theme.BETWEEN), theme.scaled(10)
        room = cell.width() - 2 * gap
        top = cell.top() + (cell.height() - tall) // 2
        width = room * row[1] // max(self.most, 1)
        bar = QRect(cell.left() + gap, top, width, tall)
        painter.fillRect(bar, theme.colour("on_accent" if chosen else "accent"))


class KindList(ShortList):
    """Registers of deeds with how many entries the period has; a click opens one."""

    def __init__(self, parent: QWidget) -> None:
        """Begin without registers."""
        columns = (
            Column(heading="Sổ", text=lambda kind: kind[0].name, weight=54, whole=True),
            Column(
                heading="Mục",
                text=lambda kind: format_integer(kind[1]),
                weight=16,
                number=True,
            ),
            Column(heading="", text=lambda _: "", weight=30),
        )
        model = ShortModel(columns, lambda kind: kind[0].code)
        super().__init__(model, "Đã ghi trong kỳ, theo sổ", parent)
        model.setParent(self)
        self._bars = KindBars(self)
        self.setItemDelegateForColumn(BAR, self._bars)
        self.keep_one_line()
        self.choose_by_click()

    def show_kinds(self, kinds: Sequence[Kind]) -> None:
        """Show how many entries each register has, those with most first."""
        self._bars.most = max((count for _, count in kinds), default=1)
        self.model_.show_rows(sorted(kinds, key=lambda kind: -kind[1]))
