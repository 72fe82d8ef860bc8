"""Show the whole fingerprint of a root certificate, and ask whether to believe it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.gui import theme
from desktop.gui.widgets.button_row import button_row
from desktop.rules.dates import format_date
from desktop.wording.clocks import on_this_clock
from desktop.wording.trust import fingerprint

if TYPE_CHECKING:
    from desktop.records.trust import Pinned

WHAT_IT_MEANS = (
    "Thêm rồi thì mọi chữ ký do nơi này cấp chứng thư số đều được tin. Đọc dấu vân tay "
    "dưới đây cho nơi cấp nghe qua điện thoại, hoặc so với văn bản của họ; không so "
    "với chính nơi đã gửi tệp này."
)
NOT_ROOT = (
    "▲ Đây là chứng thư trung gian do “{issuer}” cấp, không phải chứng thư gốc. Nên "
    "thêm chứng thư gốc của “{issuer}” ở đây, rồi thêm tệp này bằng “Thêm trung gian…”."
)
COMPARED = "Tôi đã &so đủ 64 chữ số, khớp hoàn toàn"
ROW = 32
"""Digits of a fingerprint in one line: eight groups of four."""
WIDTH = 560


class AnchorDialog(QDialog):
    """Whose certificate it is, its fingerprint, and a tick before the deed."""

    def __init__(self, found: "Pinned", parent: QWidget | None = None) -> None:
        """Show what a file says; nothing is believed yet."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Thêm chứng thư gốc")
        self.setMinimumWidth(theme.scaled(WIDTH))
        self.found = found
        self.compared = QCheckBox(COMPARED)
        self.compared.setAccessibleName(COMPARED.replace("&", ""))
        self.take = QPushButton("&Tin chứng thư này")
        self.leave = QPushButton("Thôi")
        self.print = QLabel(lines(found.sha256))
        self._lay_out()
        self.take.setEnabled(False)
        self.compared.toggled.connect(self.take.setEnabled)
        self.take.clicked.connect(self.accept)
        self.leave.clicked.connect(self.reject)
        self.leave.setFocus()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.AROUND] * 4)
        column.setSpacing(theme.AROUND)
        means = QLabel(WHAT_IT_MEANS)
        means.setWordWrap(True)
        column.addWidget(means)
        column.addLayout(self._facts())
        if self.found.issuer != self.found.name:
            column.addWidget(self._not_root())
        self.print.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.print.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.print.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.print.setAccessibleName(f"Dấu vân tay: {fingerprint(self.found.sha256)}")
        column.addWidget(self.print)
        column.addWidget(self.compared)
        theme.make_primary(self.take)
        self.leave.setDefault(True)
        self.take.setAutoDefault(False)
        column.addLayout(button_row(self.leave, self.take))

    def _not_root(self) -> QLabel:
        said = QLabel(NOT_ROOT.format(issuer=self.found.issuer))
        said.setProperty("role", "doubt")
        said.setTextFormat(Qt.TextFormat.PlainText)
        said.setWordWrap(True)
        return said

    def _facts(self) -> QFormLayout:
        form = QFormLayout()
        form.setSpacing(theme.BETWEEN)
        first, last = (
            format_date(on_this_clock(each))
            for each in (self.found.not_before, self.found.not_after)
        )
        for words, value in (
            ("Chứng thư gốc:", self.found.name),
            ("Nơi cấp:", self.found.issuer),
            ("Hiệu lực:", f"{first} – {last}"),
        ):
            said = QLabel(value)
            said.setTextFormat(Qt.TextFormat.PlainText)
            said.setWordWrap(True)
            form.addRow(words, said)
        return form


def lines(sha256: str) -> str:
    """Return a fingerprint in groups of four, eight groups to a line."""
    rows = (sha256[at : at + ROW] for at in range(0, len(sha256), ROW))
    return "\n".join(fingerprint(row) for row in rows)
