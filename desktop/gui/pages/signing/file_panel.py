"""Choose a key file and give its password."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from desktop.gui.pages.signing import key_work
from desktop.gui.pages.signing.labelled import set_rows
from desktop.gui.widgets.quiet_label import hint

if TYPE_CHECKING:
    from desktop.gui.session import Session

KEY_FILES = (("Tệp khóa", "*.p12 *.pfx"),)


class FilePanel(QWidget):
    """A PKCS#12 file and its password, which is kept nowhere."""

    typed = Signal()
    """Another file or password: what was opened is no longer what is shown."""
    open_wanted = Signal()
    test_key_wanted = Signal()
    """In a practice office: somebody has no key yet."""

    def __init__(self, session: "Session", parent: QWidget | None = None) -> None:
        """Show the file that was used last."""
        super().__init__(parent)
        self._session = session
        last = key_work.own_settings().key_file
        self.file = QLineEdit("" if last is None else str(last))
        self.browse = QPushButton("&Chọn tệp…")
        self.password = QLineEdit()
        hide(self.password)
        self.look = QPushButton("&Xem chứng thư")
        self.file.setPlaceholderText("Tệp .p12 hoặc .pfx")
        grid = set_rows(
            self,
            (
                ("&Tệp khóa", self.file, self.browse),
                ("&Mật khẩu", self.password, self.look),
            ),
        )
        line = hint("Mật khẩu chỉ dùng để mở khóa lúc này, không lưu ở đâu.")
        grid.addWidget(line, 2, 1, 1, 2)
        self.make = QPushButton("Tạo khóa ký &thử…")
        self.make.setAccessibleName("Tạo khóa ký thử")
        self.make.setAutoDefault(False)
        self.make.setVisible(session.preferences.practice)
        grid.addWidget(self.make, 3, 1, Qt.AlignmentFlag.AlignLeft)
        grid.setRowStretch(4, 1)
        self.browse.clicked.connect(self._on_browse)
        self.look.clicked.connect(self.open_wanted)
        self.make.clicked.connect(self.test_key_wanted)
        self.password.returnPressed.connect(self.open_wanted)
        self.file.textChanged.connect(self.typed)
        self.password.textEdited.connect(self.typed)

    @property
    def ready(self) -> bool:
        """Tell whether a file was named."""
        return bool(self.file.text().strip())

    def opening(self) -> key_work.OpenWork | None:
        """Return what opens the file named."""
        path = Path(self.file.text().strip())
        return partial(key_work.open_file, path, self.password.text())

    def look_again(self) -> None:
        """Let the password be typed anew."""
        self.password.selectAll()
        self.password.setFocus()

    def forget(self) -> None:
        """Let go of the password."""
        self.password.clear()

    def take_focus(self) -> None:
        """Begin at what is still to be given."""
        (self.password if self.ready else self.file).setFocus()

    def _on_browse(self) -> None:
        chosen = self._session.ask.choose_file("Tệp khóa", KEY_FILES, purpose="key")
        if chosen is not None:
            self.file.setText(str(chosen))
            self.password.setFocus()


def hide(line: QLineEdit) -> None:
    """Make a line one nobody reads over the shoulder, nor any dictionary learns."""
    line.setEchoMode(QLineEdit.EchoMode.Password)
    line.setInputMethodHints(
        Qt.InputMethodHint.ImhSensitiveData
        | Qt.InputMethodHint.ImhNoPredictiveText
        | Qt.InputMethodHint.ImhHiddenText
    )
