"""Say which key this machine signed with last, and how RSA pads."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.gui import theme
from desktop.gui.pages.settings import signing_work
from desktop.gui.running import run
from desktop.gui.widgets.quiet_label import heading, hint

if TYPE_CHECKING:
    from desktop.files.signatures.settings import SigningSettings
    from desktop.gui.jobs import Work
    from desktop.gui.session import Session

SCHEMES = (
    ("plain", "PKCS#1 v1.5 – mọi chương trình đọc được"),
    ("pss", "RSA-PSS – chỉ khi nơi nhận yêu cầu"),
)
SCHEME_HINT = (
    "Dùng cho PDF và gói; tệp Excel luôn ký theo PKCS#1 v1.5 để Excel đọc được."
)
NO_KEY = "Chưa ký lần nào trên máy này."


class SigningKeyBox(QWidget):
    """What is remembered of the key; no PIN and no password is."""

    shown = Signal(object)
    """The `OwnSigning` as it now is."""

    def __init__(self, session: "Session", parent: QWidget | None = None) -> None:
        """Begin without a key."""
        super().__init__(parent)
        self._session = session
        self.scheme = QComboBox()
        self.key = QLabel(NO_KEY)
        self.forget = QPushButton("Quên khóa &này")
        self._lay_out()
        self.scheme.activated.connect(self._on_scheme)
        self.forget.clicked.connect(self._on_forget)

    def show_own(self, own: signing_work.OwnSigning) -> None:
        """Show what is remembered."""
        self.scheme.setCurrentIndex(self.scheme.findData(own.settings.scheme))
        self.key.setText(key_words(own.settings))
        self.forget.setEnabled(self.key.text() != NO_KEY)

    def _lay_out(self) -> None:
        for code, words in SCHEMES:
            self.scheme.addItem(words, code)
        self.scheme.setAccessibleName("Cách đệm RSA")
        # Large letters leave the words less room than they would like.
        self.scheme.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.scheme.setMinimumContentsLength(20)
        title = QLabel("Cách đệm RS&A")
        title.setBuddy(self.scheme)
        self.key.setWordWrap(True)
        self.key.setTextFormat(Qt.TextFormat.PlainText)
        self.forget.setAccessibleName("Quên khóa này")
        self.forget.setEnabled(False)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.BETWEEN)
        grid.setVerticalSpacing(theme.INSIDE)
        grid.setColumnStretch(1, 1)
        grid.addWidget(QLabel("Khóa dùng gần nhất"), 0, 0)
        grid.addWidget(self.key, 0, 1)
        grid.addWidget(self.forget, 0, 2)
        grid.addWidget(title, 1, 0)
        grid.addWidget(self.scheme, 1, 1)
        grid.addWidget(hint(SCHEME_HINT), 2, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.INSIDE)
        column.addWidget(heading("Khóa trên máy này"))
        column.addLayout(grid)

    def _run(self, work: "Work") -> None:
        run(self._session, work, title="Đặt khóa ký", then=self._on_read)

    def _on_read(self, own: signing_work.OwnSigning) -> None:
        self.shown.emit(own)

    def _on_scheme(self) -> None:
        wanted = self.scheme.currentData()
        self._run(partial(signing_work.set_scheme, wanted))

    def _on_forget(self) -> None:
        self._run(signing_work.forget_key)


def key_words(settings: "SigningSettings") -> str:
    """Say where the key used last lies."""
    if settings.key_file is not None:
        return f"Tệp khóa {settings.key_file}"
    if settings.module is not None:
        return f"USB token {settings.serial}, phần mềm {settings.module}"
    return NO_KEY
