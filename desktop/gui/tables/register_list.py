"""The list of registers at the left of the page, each with its count in the period."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView, QWidget

from desktop.gui import theme
from desktop.records.figure import Source
from desktop.records.register import Register
from desktop.rules.numbers import format_integer

WIDTH = 272
_COUNT_WIDTH = 44
_CODE = Qt.ItemDataRole.UserRole

_GROUPS = {
    Source.ACTIVITY: "Hoạt động",
    Source.PRODUCT: "Sản phẩm, đăng phát",
    Source.POSTING: "Sản phẩm, đăng phát",
    Source.BROADCAST: "Sản phẩm, đăng phát",
    Source.OWN_CHANNEL: "Sản phẩm, đăng phát",
    Source.ACHIEVEMENT: "Kết quả, kinh phí",
    Source.ESTIMATE: "Kết quả, kinh phí",
    Source.INHERITED: "Kết quả, kinh phí",
    Source.UNLISTED: "Kết quả, kinh phí",
    Source.BUDGET: "Kết quả, kinh phí",
}
_OTHERS = "Số liệu nền"


class RegisterList(QTreeView):
    """Registers under quiet headings; one is chosen."""

    chosen = Signal(str)
    """Code of the register chosen."""

    def __init__(
        self, registers: Iterable[Register], parent: QWidget | None = None
    ) -> None:
        """List registers in their order, under the headings they belong to."""
        super().__init__(parent)
        self._registers = tuple(registers)
        self._model = QStandardItemModel(0, 2, self)
        self._rows: dict[str, int] = {}
        self._headings: list[QStandardItem] = []
        self.setModel(self._model)
        self._fill()
        self.setAccessibleName("Các sổ")
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setUniformRowHeights(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAllColumnsShowFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(theme.scaled(WIDTH))
        self.setStyleSheet(f"QTreeView::item {{ padding: 0 {theme.BETWEEN}px; }}")
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(1, theme.scaled(_COUNT_WIDTH))
        self.selectionModel().currentRowChanged.connect(self._on_current)

    def choose(self, code: str) -> None:
        """Choose a register."""
        row = self._rows.get(code)
        if row is None:
            return
        flags = (
            QItemSelectionModel.SelectionFlag.ClearAndSelect
            | QItemSelectionModel.SelectionFlag.Rows
        )
        self.selectionModel().setCurrentIndex(self._model.index(row, 0), flags)

    def show_counts(self, count_of: Callable[[Register], int]) -> None:
        """Show how many entries each register has; nothing where there is none."""
        for register in self._registers:
            row = self._rows[register.code]
            count = count_of(register)
            self._model.item(row, 1).setText(format_integer(count) if count else "")
            said = f"{register.name}, {count} mục"
            self._model.item(row, 0).setAccessibleText(said)

    def count(self, code: str) -> str:
        """Return the count shown beside a register."""
        return self._model.item(self._rows[code], 1).text()

    def changeEvent(self, event: QEvent) -> None:
        """Write the headings in the colours now shown."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            for heading in self._headings:
                heading.setForeground(theme.colour("quiet"))

    def _fill(self) -> None:
        group = ""
        for register in self._registers:
            heading = _GROUPS.get(register.source, _OTHERS)
            if heading != group:
                group = heading
                self._add_heading(heading)
            self._rows[register.code] = self._model.rowCount()
            name = QStandardItem(register.name)
            name.setData(register.code, _CODE)
            name.setToolTip(register.name)
            count = QStandardItem("")
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            count.setTextAlignment(side)
            height = theme.scaled(theme.ROW_HEIGHT)
            name.setSizeHint(QSize(0, height))
            self._model.appendRow([name, count])

    def _add_heading(self, text: str) -> None:
        heading = QStandardItem(text)
        font = self.font()
        font.setBold(True)
        heading.setFont(font)
        heading.setForeground(theme.colour("quiet"))
        self._headings.append(heading)
        heading.setFlags(Qt.ItemFlag.NoItemFlags)
        room = theme.BETWEEN if self._model.rowCount() else 0
        heading.setSizeHint(QSize(0, theme.scaled(theme.ROW_HEIGHT + room)))
        heading.setTextAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        )
        self._model.appendRow([heading])
        self.setFirstColumnSpanned(self._model.rowCount() - 1, QModelIndex(), True)

    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        code = current.siblingAtColumn(0).data(_CODE)
        if code:
            self.chosen.emit(str(code))
