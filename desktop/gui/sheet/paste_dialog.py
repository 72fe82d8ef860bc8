"""Show what of a paste lands and what does not, before any of it is kept."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.gui import theme
from desktop.gui.sheet.pasting import Landing
from desktop.gui.tables.plain_rows import show_plain_rows
from desktop.rules.numbers import format_integer

WIDTH, HEIGHT = 860, 600
_MOST_ROWS = 200
_LIST_LINES = 7
_CELL_MARGIN, _WIDEST = 12, 280
"""Pixels beside the words of a column, and of the widest one."""


class PasteDialog(QDialog):
    """What lands, cell by cell, and every cell that does not with its reason."""

    import_wanted = Signal()
    """The rows are to be imported, where what is lacking is given once for all."""

    def __init__(
        self,
        landing: Landing,
        headings: Sequence[str],
        parent: QWidget,
        *,
        imports: bool = False,
    ) -> None:
        """Show a judged paste; `imports` tells whether rows may be imported."""
        super().__init__(parent)
        self._imports = imports and any(not one.text for one in landing.faults)
        self.landing = landing
        self.setWindowTitle("Dán vào bảng")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = QLabel(summary(landing))
        title.setProperty("role", "title")
        title.setWordWrap(True)
        self.preview = self._preview(headings)
        self.faults = QPlainTextEdit("\n".join(one.line for one in landing.faults))
        self.faults.setReadOnly(True)
        self.faults.setTabChangesFocus(True)
        self.faults.setAccessibleName("Các ô không dán được, và vì sao")
        line = self.faults.fontMetrics().lineSpacing()
        self.faults.setFixedHeight(line * _LIST_LINES + theme.AROUND)
        self.faults.setVisible(bool(landing.faults))
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.AROUND] * 4)
        column.setSpacing(theme.BETWEEN)
        column.addWidget(title)
        column.addWidget(self.preview, stretch=1)
        column.addWidget(self.faults)
        column.addLayout(self._buttons())
        self.resize(theme.scaled(WIDTH), min(theme.scaled(HEIGHT), HEIGHT))

    def _preview(self, headings: Sequence[str]) -> QTableView:
        rows = self._rows()
        width = max((max(cells, default=-1) + 1 for _, cells in rows), default=0)
        model = QStandardItemModel(self)
        model.setHorizontalHeaderLabels(["Dòng", *headings[:width]])
        for number, cells in rows:
            items = [QStandardItem(str(number))]
            items += [_item(*cells.get(at, ("", ""))) for at in range(width)]
            model.appendRow(items)
        view = QTableView()
        view.setModel(model)
        show_plain_rows(view)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        for at in range(model.columnCount()):
            view.setColumnWidth(at, _width(view, at))
        view.setAccessibleName("Xem trước các ô sẽ dán")
        return view

    def _rows(self) -> list[tuple[int, dict[int, tuple[str, str]]]]:
        """Return rows with a fault first: nobody scrolls to the one among many."""
        rows = self.landing.rows
        wrong = {one.row for one in self.landing.faults}
        rows = sorted(rows, key=lambda one: (one[0] not in wrong, one[0]))
        return rows[:_MOST_ROWS]

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.BETWEEN)
        self.instead = QPushButton("&Nhập như một bảng…")
        self.instead.setToolTip("Cho mọi dòng cùng một giá trị ở cột còn thiếu")
        self.instead.setAutoDefault(False)
        self.instead.setAccessibleName("Nhập như một bảng")
        self.instead.setVisible(self._imports)
        self.instead.clicked.connect(self._on_instead)
        row.addWidget(self.instead)
        row.addStretch(1)
        self.leave = QPushButton("Không dán")
        self.leave.setAutoDefault(False)
        self.leave.clicked.connect(self.reject)
        self.do = QPushButton(verb(self.landing))
        self.do.clicked.connect(self.accept)
        self.do.setEnabled(self.landing.lands)
        theme.make_primary(self.do)
        self.do.setDefault(True)
        for button in (self.leave, self.do):
            button.setAccessibleName(button.text())
            row.addWidget(button)
        return row

    def _on_instead(self) -> None:
        self.reject()
        self.import_wanted.emit()


def summary(landing: Landing) -> str:
    """Return in one sentence what lands and what does not."""
    lands = ", ".join(_lands(landing))
    said = [f"dán được {lands}" if lands else "không có gì để dán"]
    if landing.faults:
        said.append(f"{format_integer(len(landing.faults))} ô không dán được")
    if landing.beside:
        said.append(f"{format_integer(landing.beside)} ô nằm ngoài các cột của bảng")
    text = "; ".join(said)
    return text[0].upper() + text[1:]


def verb(landing: Landing) -> str:
    """Return what the button says: what will be done."""
    return f"Dán {', '.join(_lands(landing))}" if landing.lands else "Dán"


def _lands(landing: Landing) -> list[str]:
    said = []
    if landing.cells:
        said.append(f"{format_integer(landing.cells)} ô")
    if landing.new:
        said.append(f"thêm {format_integer(len(landing.new))} dòng mới")
    return said


def _width(view: QTableView, at: int) -> int:
    """Return a width in which a column's heading and words show, up to a limit."""
    header, room = view.horizontalHeader(), theme.scaled(_CELL_MARGIN)
    words = max(header.sectionSizeHint(at), view.sizeHintForColumn(at))
    return min(words + room, theme.scaled(_WIDEST))


def _item(text: str, fault: str) -> QStandardItem:
    item = QStandardItem(f"▲ {text}" if fault else text)
    if fault:
        item.setBackground(theme.colour("bad_soft"))
        item.setForeground(theme.colour("bad"))
        item.setToolTip(fault)
        item.setData(f"{text}. {fault}", Qt.ItemDataRole.AccessibleTextRole)
    return item
