"""Choose a key file, open it, and show whose certificate it is before it signs."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QPushButton, QWidget

from desktop.gui import theme
from desktop.gui.pages.signing.signing import OpenKey, open_key
from desktop.gui.running import run
from desktop.rules.dates import format_date
from desktop.wording.verdicts import signing_doubt

if TYPE_CHECKING:
    from desktop.gui.session import Session

KEY_FILES = (("Tệp khóa", "*.p12 *.pfx"),)
TEST_KEY = "KÝ THỬ: chữ ký này không có giá trị pháp lý."


class KeyPanel(QWidget):
    """A key file and its password; the key is forgotten with the panel."""

    ready = Signal()
    """A key was read, or forgotten."""

    def __init__(self, session: "Session", parent: QWidget | None = None) -> None:
        """Begin without a key."""
        super().__init__(parent)
        self._session = session
        self.opened: OpenKey | None = None
        self.file = QLineEdit()
        self.browse = QPushButton("&Chọn tệp…")
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhHiddenText
        )
        self.look = QPushButton("&Xem chứng thư")
        self.facts = QLabel()
        self._lay_out()
        self.browse.clicked.connect(self._on_browse)
        self.look.clicked.connect(self.open_key)
        self.password.returnPressed.connect(self.open_key)
        self.file.textChanged.connect(self._on_typed)
        self.password.textEdited.connect(self._on_typed)
        self._on_typed()

    def open_key(self) -> None:
        """Read the key off the main thread, and show its certificate."""
        if not self.look.isEnabled():
            return
        self.look.setEnabled(False)
        work = partial(
            open_key,
            self._session.store,
            Path(self.file.text().strip()),
            self.password.text(),
        )
        run(
            self._session,
            work,
            title="Mở tệp khóa",
            then=self._on_opened,
            ended=self._on_ended,
        )

    def forget(self) -> None:
        """Let go of key and password."""
        self.opened = None
        self.password.clear()
        self.facts.clear()
        self.ready.emit()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.BETWEEN)
        grid.setVerticalSpacing(theme.BETWEEN)
        rows = (
            ("&Tệp khóa", self.file, self.browse),
            ("&Mật khẩu", self.password, self.look),
        )
        for row, (words, field, button) in enumerate(rows):
            label = QLabel(words)
            label.setBuddy(field)
            field.setAccessibleName(words.replace("&", ""))
            button.setAccessibleName(button.text().replace("&", ""))
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
            grid.addWidget(button, row, 2)
        self.file.setPlaceholderText("Tệp .p12 hoặc .pfx")
        hint = QLabel("Mật khẩu chỉ dùng để mở khóa lúc này, không lưu ở đâu.")
        hint.setProperty("role", "quiet")
        grid.addWidget(hint, 2, 1, 1, 2)
        self.facts.setWordWrap(True)
        self.facts.setTextFormat(Qt.TextFormat.PlainText)
        self.facts.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.facts.setMinimumHeight(6 * self.facts.fontMetrics().lineSpacing())
        grid.addWidget(self.facts, 3, 1, 1, 2)

    def _on_browse(self) -> None:
        chosen = self._session.ask.choose_file("Tệp khóa", KEY_FILES, purpose="key")
        if chosen is not None:
            self.file.setText(str(chosen))
            self.password.setFocus()

    def _on_typed(self) -> None:
        self.opened = None
        self.facts.clear()
        self.look.setEnabled(bool(self.file.text().strip()))
        self.ready.emit()

    def _on_opened(self, opened: OpenKey) -> None:
        self.opened = opened
        self.facts.setText(facts(opened))
        self.ready.emit()

    def _on_ended(self) -> None:
        self.look.setEnabled(True)
        if self.opened is None:
            self.password.selectAll()
            self.password.setFocus()


def facts(opened: OpenKey) -> str:
    """Say what a certificate says of itself, and what is doubtful about it."""
    key = opened.key
    first, last = (
        format_date(moment.astimezone()) for moment in (key.not_before, key.not_after)
    )
    lines = [
        f"Người ký: {key.name}",
        f"Nơi cấp: {key.issuer}",
        f"Hiệu lực: {first} – {last}",
    ]
    if key.test:
        lines.append(f"▲ {TEST_KEY}")
    doubts = [each for each in opened.doubts if each != "test_key"]
    return "\n".join([*lines, *(f"▲ {signing_doubt(each)}" for each in doubts)])
