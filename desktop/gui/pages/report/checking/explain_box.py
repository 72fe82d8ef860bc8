"""Write why something found stays as it is: it is printed as a footnote."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.gui import theme
from desktop.records.finding import Finding

LONGEST = 600
"""Letters of a footnote: more would not stand at the foot of a page."""
_LINES = 3

WRITE = "Lời giải thích được in thành chú thích đánh số ở chân trang báo cáo."
AGAIN = "Số liệu đã đổi từ khi giải thích: xem lời cũ còn đúng không, rồi ghi lại."
MEND = "Chỗ này là mâu thuẫn, phải sửa; lời giải thích không thay được."
NO_PLACE = "Chỗ này không in chú thích: đến nơi để bổ sung."
TOO_LONG = "Chú thích dài quá {0} chữ cái; ghi ngắn lại."


class ExplainBox(QWidget):
    """One field for the words, and what is done with them."""

    said = Signal(object, str)
    """A finding, and why it stays as it is; blank takes it back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without a finding."""
        super().__init__(parent)
        self._finding: Finding | None = None
        self._label = QLabel("&Giải thích")
        self.field = QPlainTextEdit()
        self.hint = QLabel()
        self.keep_button = QPushButton("G&hi lời giải thích")
        self.drop_button = QPushButton("&Bỏ giải thích")
        self._lay_out()
        self.field.textChanged.connect(self._allow)
        self.keep_button.clicked.connect(self.keep)
        self.drop_button.clicked.connect(self._on_drop)
        self.show_finding(None)

    @property
    def unkept(self) -> bool:
        """Tell whether something was typed that is not kept."""
        return bool(self._text) and self._text != self._known

    def show_finding(self, finding: Finding | None) -> None:
        """Show what was said of a finding; what is being typed of it stays."""
        same = (
            finding is not None
            and self._finding is not None
            and finding.key == self._finding.key
        )
        typed = self.unkept and same
        self._finding = finding
        if not typed:
            self.field.setPlainText(self._known)
        self.hint.setText(_hint(finding))
        self._allow()

    def keep(self) -> None:
        """Keep what was typed, where it may be."""
        if self._finding is not None and self.keep_button.isEnabled():
            self.said.emit(self._finding, self._text)

    @property
    def _text(self) -> str:
        return " ".join(self.field.toPlainText().split())

    @property
    def _known(self) -> str:
        """Return what was said before, of these numbers or of others."""
        if self._finding is None:
            return ""
        return self._finding.explanation or self._finding.offered

    def _on_drop(self) -> None:
        if self._finding is not None:
            self.said.emit(self._finding, "")

    def _allow(self) -> None:
        finding = self._finding
        may = finding is not None and finding.explainable
        short = len(self._text) <= LONGEST
        kept = finding is not None and self._text == finding.explanation
        self.field.setEnabled(may)
        self.keep_button.setEnabled(may and short and bool(self._text) and not kept)
        self.drop_button.setEnabled(may and bool(self._known))
        self.hint.setText(_hint(finding) if short else TOO_LONG.format(LONGEST))

    def _lay_out(self) -> None:
        self._label.setBuddy(self.field)
        self.field.setAccessibleName("Giải thích")
        self.field.setTabChangesFocus(True)
        line = self.field.fontMetrics().lineSpacing()
        self.field.setFixedHeight(_LINES * line + theme.AROUND)
        self.field.setPlaceholderText("Vì sao số liệu đúng như vậy")
        self.hint.setProperty("role", "quiet")
        self.hint.setWordWrap(True)
        for button in (self.keep_button, self.drop_button):
            button.setAccessibleName(button.text().replace("&", ""))
        row = QHBoxLayout()
        row.setSpacing(theme.BETWEEN)
        row.addWidget(self.hint, stretch=1)
        row.addWidget(self.drop_button)
        row.addWidget(self.keep_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.INSIDE)
        column.addWidget(self._label)
        column.addWidget(self.field)
        column.addLayout(row)


def _hint(finding: Finding | None) -> str:
    if finding is None:
        return ""
    if finding.blocks:
        return MEND
    if not finding.explainable:
        return NO_PLACE
    return AGAIN if finding.offered else WRITE
