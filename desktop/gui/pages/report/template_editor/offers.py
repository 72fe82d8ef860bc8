"""What a newer program changed in a template: taken or left, part by part."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.gui import theme
from desktop.gui.pages.report.template_editor.names import NameBook
from desktop.gui.widgets.button_row import button_row
from desktop.gui.widgets.quiet_label import hint
from desktop.records.template import ReportTemplate
from desktop.rules.templates.merge import TemplateChange
from desktop.wording.template_words import change_name, change_words, part_name

if TYPE_CHECKING:
    from desktop.rules.templates.parts import Part

WIDTH, HEIGHT = 860, 560
_TICKED = Qt.CheckState.Checked


class OffersDialog(QDialog):
    """Tick what is taken; what is not stays as the office wrote it."""

    decided = Signal(object, object)
    """Parts taken, and parts the office keeps its own of."""

    def __init__(
        self,
        offered: Sequence[TemplateChange],
        template: ReportTemplate,
        shipped: ReportTemplate,
        book: NameBook,
        parent: QWidget | None = None,
    ) -> None:
        """Offer changes; those the office made no change of its own to are ticked."""
        super().__init__(parent)
        self._offered = tuple(offered)
        self._book = book
        self.setWindowTitle("Phần mới của chương trình")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.list = QListWidget()
        self.list.setAccessibleName("Các phần chương trình đã đổi")
        for one in self._offered:
            known = shipped if one.shipped is not None else template
            words = f"{part_name(one.part, known)}\n{change_name(one)}"
            item = QListWidgetItem(words)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked if one.both else _TICKED)
            self.list.addItem(item)
        self.mine = _shown("Của cơ quan")
        self.theirs = _shown("Của chương trình")
        self.later = QPushButton("Để sau")
        self.do_button = QPushButton("&Lấy các phần đã đánh dấu")
        self._lay_out()
        self.list.currentRowChanged.connect(self._on_row)
        self.do_button.clicked.connect(self.accept)
        self.later.clicked.connect(self.reject)
        self.list.setCurrentRow(0)

    def accept(self) -> None:
        """Take what is ticked, and keep the office's own of the rest."""
        taken: list[Part] = []
        kept: list[Part] = []
        for row, one in enumerate(self._offered):
            ticked = self.list.item(row).checkState() == _TICKED
            (taken if ticked else kept).append(one.part)
        self.decided.emit(tuple(taken), tuple(kept))
        super().accept()

    def _on_row(self, row: int) -> None:
        one = self._offered[row]
        read = self._book.read
        self.mine.setPlainText(read(change_words(one.office)) or "(không có)")
        self.theirs.setPlainText(read(change_words(one.shipped)) or "(bỏ đi)")

    def _lay_out(self) -> None:
        theme.make_primary(self.do_button)
        texts = QVBoxLayout()
        texts.setSpacing(theme.INSIDE)
        for words, field in (
            ("Đang dùng, của cơ quan", self.mine),
            ("Mới, của chương trình", self.theirs),
        ):
            label = QLabel(words)
            label.setBuddy(field)
            texts.addWidget(label)
            texts.addWidget(field, stretch=1)
        row = QHBoxLayout()
        row.setSpacing(theme.AROUND)
        row.addWidget(self.list, stretch=1)
        row.addLayout(texts, stretch=1)
        buttons = button_row(self.later, self.do_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.AROUND] * 4)
        column.setSpacing(theme.BETWEEN)
        column.addWidget(
            hint(
                "Đánh dấu phần muốn lấy của chương trình; phần không đánh dấu giữ như "
                "cơ quan đang dùng. Không phần nào bị đổi khi chưa bấm lấy, và lần lấy "
                "nào cũng hoàn tác được."
            )
        )
        column.addLayout(row, stretch=1)
        column.addLayout(buttons)
        self.resize(theme.scaled(WIDTH), theme.scaled(HEIGHT))


def _shown(title: str) -> QPlainTextEdit:
    field = QPlainTextEdit()
    field.setReadOnly(True)
    field.setAccessibleName(title)
    return field
