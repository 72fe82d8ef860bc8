"""Sign the files of a report, or seal its package, with a key file."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.gui import theme
from desktop.gui.pages.signing.key_panel import KeyPanel
from desktop.gui.pages.signing.signing import SignedWork, Wanted, sign_and_pack
from desktop.gui.running import run, tell_fault
from desktop.gui.widgets.verdict_view import VerdictView
from desktop.operations.sign_report import ReportFiles

if TYPE_CHECKING:
    from desktop.gui.session import Session

SIGN_ASKS = (
    "Tệp PDF được ký bên trong, có dấu ký trên trang; tệp Excel được ký bằng tệp "
    "chữ ký .p7s đi kèm. Chữ ký được kiểm tra lại ngay sau khi ký."
)
PACK_ASKS = (
    "Tệp PDF, Excel, chữ ký và số liệu được đưa vào một gói, niêm phong bằng chữ ký. "
    "Gói là tệp để chép sang USB hoặc gửi thư."
)
WIDTH, HEIGHT = 600, 440


class SignDialog(QDialog):
    """First the key, then, when signed, what our own check found."""

    def __init__(
        self,
        session: "Session",
        report_id: str,
        folder: Path,
        parent: QWidget | None = None,
        *,
        sign: bool = True,
    ) -> None:
        """Sign the files in the folder, or with `sign` off only pack them."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        self._files = ReportFiles(report=report_id, folder=folder)
        self._sign = sign
        self._busy = False
        self.work: SignedWork | None = None
        self.keys = KeyPanel(session)
        self.pack = QCheckBox("Đón&g gói luôn để bàn giao")
        self.pack.setChecked(True)
        self.pack.setVisible(sign)
        self.verdicts = VerdictView()
        self.stack = QStackedWidget()
        self.do = QPushButton("Ký báo cáo" if sign else "Niêm phong gói")
        self.leave = QPushButton("Thôi")
        self.setWindowTitle("Ký báo cáo" if sign else "Đóng gói báo cáo")
        self._lay_out()
        self.do.clicked.connect(self.sign)
        self.leave.clicked.connect(self.reject)
        self.keys.ready.connect(self._allow)
        self._allow()
        self.keys.file.setFocus()

    def sign(self) -> None:
        """Do it with the key that was opened, off the main thread."""
        if self.keys.opened is None or self._busy:
            return
        wanted = Wanted(sign=self._sign, pack=self.pack.isChecked() or not self._sign)
        work = partial(
            sign_and_pack,
            self._session.store,
            self._files,
            self.keys.opened.key,
            wanted,
        )
        self._busy = True
        self.keys.setEnabled(False)
        self.do.setEnabled(False)
        self.leave.setEnabled(False)
        run(
            self._session,
            work,
            title=self.windowTitle(),
            then=self._on_signed,
            ended=self._on_ended,
        )

    def done(self, result: int) -> None:
        """Close, unless it is at work; key and password are let go."""
        if not self._busy:
            self.keys.forget()
            super().done(result)

    def _lay_out(self) -> None:
        first = QWidget()
        form = QVBoxLayout(first)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(theme.AROUND)
        asks = QLabel(SIGN_ASKS if self._sign else PACK_ASKS)
        asks.setWordWrap(True)
        asks.setProperty("role", "quiet")
        form.addWidget(asks)
        form.addWidget(self.keys)
        form.addWidget(self.pack)
        form.addStretch()
        self.stack.addWidget(first)
        self.stack.addWidget(self.verdicts)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.AROUND] * 4)
        column.setSpacing(theme.AROUND)
        column.addWidget(self.stack, stretch=1)
        column.addWidget(self._buttons())
        self.resize(theme.scaled(WIDTH), min(theme.scaled(HEIGHT), 690))

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox()
        self.do.setProperty("primary", True)
        for button in (self.do, self.leave):
            button.setAccessibleName(button.text())
            # Enter in the password line opens the key; it must not press a button.
            button.setAutoDefault(False)
        box.addButton(self.do, QDialogButtonBox.ButtonRole.AcceptRole)
        box.addButton(self.leave, QDialogButtonBox.ButtonRole.RejectRole)
        return box

    def _allow(self) -> None:
        opened = self.keys.opened
        self.do.setEnabled(opened is not None)
        words = "Ký báo cáo" if self._sign else "Niêm phong gói"
        test = opened is not None and opened.key.test
        self.do.setText(f"{words} (KÝ THỬ)" if test else words)
        self.do.setAccessibleName(self.do.text())

    def _on_signed(self, work: SignedWork) -> None:
        self.work = work
        self.verdicts.show_verdicts(work.verdicts)
        self.stack.setCurrentWidget(self.verdicts)
        self.keys.forget()
        self.do.hide()
        self.leave.setText("Đóng")
        self.leave.setAccessibleName("Đóng")
        self.leave.setFocus()
        if work.fault is not None:
            tell_fault(self._session, work.fault)

    def _on_ended(self) -> None:
        self._busy = False
        self.leave.setEnabled(True)
        self.keys.setEnabled(True)
        self._allow()
