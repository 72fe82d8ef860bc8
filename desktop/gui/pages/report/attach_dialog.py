"""Show what was found of a signed copy that came back, before it is attached."""

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.gui import theme
from desktop.gui.widgets.button_row import button_row
from desktop.gui.widgets.date_field import DateField
from desktop.gui.widgets.verdict_view import VerdictView
from desktop.wording.signed_copies import difference_line, otherwise_line

if TYPE_CHECKING:
    from desktop.operations.issuing.attach_issued_copy import Inspection

WIDTH, HEIGHT = 640, 560
WHAT_ATTACHING_DOES = (
    "Tệp được giữ nguyên trong thư mục “bao-cao/da-ky”, bị sửa là biết; kỳ báo cáo "
    "chuyển sang “Đã ký” và khóa lại."
)


def compared(inspection: "Inspection") -> Iterator[str]:
    """Yield what the copy has in common with what was sent, in sentences."""
    comparison = inspection.comparison
    yield (
        "✓ Tệp đã xuất còn nguyên từng byte, chỉ thêm phần ký."
        if comparison.added_only
        else "✓ Lời văn, số liệu, hình và tệp kèm theo trùng với bản đã xuất."
    )
    for each in comparison.differences:
        yield f"– {difference_line(each.page, each.kind, each.was, each.became)}"
    known = inspection.report.number, inspection.report.dated
    head = comparison.head
    otherwise = otherwise_line(known, (head.number, head.dated))
    if otherwise:
        yield otherwise


class AttachDialog(QDialog):
    """Who signed, what differs, and the number and date that stand on it."""

    def __init__(
        self, inspection: "Inspection", today: dt.date, parent: QWidget | None = None
    ) -> None:
        """Show what was found; number and date are proposed from the page."""
        super().__init__(parent)
        self.inspection = inspection
        self.setWindowTitle("Gắn bản đã ký")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.verdicts = VerdictView()
        self.verdicts.show_verdicts((inspection.verdict,))
        self.said = QLabel("\n".join(compared(inspection)))
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.number = QLineEdit(inspection.proposed.number)
        self.number.setMaxLength(20)
        self.date = DateField(today=lambda: today)
        self.date.default_year = today.year
        if inspection.proposed.dated is not None:
            self.date.set_value(inspection.proposed.dated)
        self.keep_button = QPushButton("&Gắn bản này")
        self.leave_button = QPushButton("Thôi")
        self._lay_out()
        self.keep_button.clicked.connect(self.take)
        self.leave_button.clicked.connect(self.reject)
        self.keep_button.setFocus()

    @property
    def head(self) -> tuple[str, dt.date | None]:
        """Return number and date to be noted; blank and None where already known."""
        return self.number.text().strip(), self.date.value

    def take(self) -> None:
        """Attach it, unless the date is none."""
        if self.date.problem:
            self.date.setFocus()
        else:
            self.accept()

    def _lay_out(self) -> None:
        note = QLabel(WHAT_ATTACHING_DOES)
        note.setWordWrap(True)
        note.setProperty("role", "quiet")
        theme.make_primary(self.keep_button)
        self.leave_button.setAutoDefault(False)
        buttons = button_row(self.leave_button, self.keep_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.AROUND] * 4)
        column.setSpacing(theme.BETWEEN)
        column.addWidget(_heading("So với bản đã xuất"))
        column.addWidget(self.said)
        column.addWidget(_heading("Chữ ký trên tệp"))
        column.addWidget(self.verdicts, stretch=1)
        column.addLayout(self._head())
        column.addWidget(note)
        column.addLayout(buttons)
        self.resize(theme.scaled(WIDTH), min(theme.scaled(HEIGHT), 690))

    def _head(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.AROUND)
        issued = self.inspection.report
        for at, (words, field, known) in enumerate(
            (
                ("&Số trên bản đã ký", self.number, bool(issued.number)),
                ("&Ngày trên bản đã ký", self.date, issued.dated is not None),
            )
        ):
            label = QLabel(words)
            label.setBuddy(field)
            field.setAccessibleName(words.replace("&", ""))
            grid.addWidget(label, 0, at)
            grid.addWidget(field, 1, at)
            label.setVisible(not known)
            field.setVisible(not known)
        grid.setColumnStretch(2, 1)
        return grid


def _heading(words: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("level", 2)
    return label
