"""Show what was found of an installer, and let the officer go on or leave it."""

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from desktop.gui import theme
from desktop.gui.widgets.plain_label import plain_label
from desktop.records.update import Edition, Standing
from desktop.wording import updates

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.records.update import UpdateVerdict, VersionChanges

WIDTH, NEWS_HEIGHT, NEWS_TALLEST, CODE_SIZE = 640, 200, 240, 1.6
_LIGHTS = {
    Standing.SIGNED: "green",
    Standing.LISTED: "yellow",
    Standing.SAME: "yellow",
    Standing.REFUSED: "red",
}
_GO = "&Sao lưu rồi cập nhật"
_BEFORE = (
    "Mọi sổ được sao lưu và kiểm tra trước; rồi bộ cài mở ra và chương trình tự đóng. "
    "Không sao lưu được thì không cập nhật."
)


class UpdateDialog(QDialog):
    """What was found of one installer; none of it runs before a button is pressed."""

    wanted = Signal()
    """The installer is to be started."""

    def __init__(
        self, verdict: "UpdateVerdict", edition: Edition, parent: QWidget | None = None
    ) -> None:
        """Show a verdict to the user of one edition of the program."""
        super().__init__(parent)
        self.setWindowTitle("Cập nhật chương trình")
        self.verdict = verdict
        self.compared: QCheckBox | None = None
        """Ticked when the code was compared; None where nobody has to."""
        self.go: QPushButton | None = None
        """What starts it; None where nothing may be started."""
        self._newer = verdict.standing in (Standing.SIGNED, Standing.LISTED)
        self._may_start = self._newer and edition is not Edition.CHECKOUT
        self._working = False
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.AROUND] * 4)
        column.setSpacing(theme.BETWEEN)
        self._fill(column)
        for label in self.findChildren(QLabel):
            label.ensurePolished()  # letters are measured as they will be dressed
        width = theme.scaled(WIDTH)
        self.resize(width, column.totalHeightForWidth(width))

    @property
    def text(self) -> str:
        """Return everything that is said, as lines."""
        browsers = self.findChildren(QTextBrowser)
        return "\n".join(
            [label.text() for label in self.findChildren(QLabel)]
            + [browser.toPlainText() for browser in browsers]
        )

    def show_working(self, *, working: bool) -> None:
        """Let nobody press twice while offices are backed up."""
        self._working = working
        if self.compared is not None:
            self.compared.setEnabled(not working)
        self._on_compared()
        if self.go is not None:
            self.go.setText("Đang sao lưu…" if working else _GO)

    def _on_compared(self) -> None:
        ready = self.compared is None or self.compared.isChecked()
        if self.go is not None:
            self.go.setEnabled(ready and not self._working)

    def _fill(self, column: QVBoxLayout) -> None:
        column.addLayout(_head(self.verdict))
        for line in updates.lines(self.verdict):
            column.addWidget(plain_label(line))
        if self.verdict.standing is Standing.LISTED:
            self._add_code(column)
        if self._newer:
            _add_news(column, self.verdict.changes)
            told = _BEFORE if self._may_start else updates.HOW_IN_CHECKOUT
            column.addWidget(plain_label(told, "quiet"))
        column.addSpacing(theme.INSIDE)
        self._add_buttons(column)

    def _add_code(self, column: QVBoxLayout) -> None:
        column.addSpacing(theme.INSIDE)
        column.addWidget(plain_label(updates.COMPARE))
        code = plain_label(updates.code(self.verdict))
        code.setAccessibleName("Mã của bộ cài")
        code.setFont(_code_font())
        code.setObjectName("code")
        code.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(code)
        self.compared = QCheckBox(updates.COMPARED)
        self.compared.setAccessibleName(updates.COMPARED.replace("&", ""))
        self.compared.toggled.connect(self._on_compared)
        column.addWidget(self.compared)

    def _add_buttons(self, column: QVBoxLayout) -> None:
        box = QDialogButtonBox()
        role = QDialogButtonBox.ButtonRole
        leave = box.addButton("&Thôi" if self._may_start else "&Đóng", role.RejectRole)
        if self._may_start:
            self.go = box.addButton(_GO, role.ActionRole)
            self.go.clicked.connect(self.wanted)
            theme.make_primary(self.go)
            self._on_compared()
        box.rejected.connect(self.reject)
        column.addWidget(box)
        leave.setDefault(True)  # Enter starts nothing by itself
        leave.setFocus()


def _head(verdict: "UpdateVerdict") -> QHBoxLayout:
    shape, words = updates.light(verdict)
    lamp = QLabel(f"{shape} {words}")
    lamp.setObjectName("light")
    lamp.setProperty("light", _LIGHTS[verdict.standing])
    sentence = plain_label(updates.headline(verdict))
    font = sentence.font()
    font.setBold(True)
    sentence.setFont(font)
    row = QHBoxLayout()
    row.setSpacing(theme.BETWEEN)
    row.addWidget(lamp, alignment=Qt.AlignmentFlag.AlignTop)
    row.addWidget(sentence, stretch=1)
    return row


def _add_news(column: QVBoxLayout, changes: "Iterable[VersionChanges]") -> None:
    """Add what came since, as text: whoever wrote it draws nothing on our screen."""
    news = QTextBrowser()
    news.setAccessibleName("Những gì thay đổi")
    news.setOpenLinks(False)
    news.setFixedHeight(min(theme.scaled(NEWS_HEIGHT), NEWS_TALLEST))
    news.setHtml("".join(_as_html(one) for one in changes) or updates.NO_CHANGES)
    heading = plain_label("Những gì thay đổi", "quiet")
    heading.setContentsMargins(0, theme.INSIDE, 0, 0)
    heading.setBuddy(news)
    column.addWidget(heading)
    column.addWidget(news)


def _as_html(changes: "VersionChanges") -> str:
    points = "".join(f"<li>{escape(one)}</li>" for one in changes.points)
    return (
        f"<p><b>Bản {escape(changes.version)}.</b> {escape(changes.intro)}</p>"
        f"<ul>{points}</ul>"
    )


def _code_font() -> QFont:
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPointSizeF(QLabel().font().pointSizeF() * CODE_SIZE)
    return font
