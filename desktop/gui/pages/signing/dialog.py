"""Sign the files of a report, or seal its package, with a key."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.gui import theme
from desktop.gui.pages.signing.key_panel import KeyPanel
from desktop.gui.pages.signing.labelled import set_rows
from desktop.gui.pages.signing.signing import SignedWork, Wanted, sign_and_pack
from desktop.gui.pages.signing.turn import TurnPanel, read_turn
from desktop.gui.running import run, tell_fault
from desktop.gui.widgets.quiet_label import hint
from desktop.gui.widgets.verdict_view import VerdictView
from desktop.operations.reports.read_report import newest_copy
from desktop.operations.signing.finish_signing import SIGNED_TOGETHER
from desktop.operations.signing.sign_report import ReportFiles
from desktop.records.exchange import EvidenceCarried
from desktop.records.signing import SignerRole

if TYPE_CHECKING:
    from desktop.gui.session import Session

SIGN_ASKS = (
    "Chữ ký nằm bên trong từng tệp: hiện trên trang PDF và trong mục Chữ ký số của "
    "Excel. Mọi chữ ký được kiểm tra lại trước khi ghi tệp."
)
PACK_ASKS = (
    "Tệp PDF, Excel và số liệu được đưa vào một gói, niêm phong bằng chữ ký. "
    "Gói là tệp để chép sang USB hoặc gửi thư."
)
ALL_SIGNED = (
    "Muốn giao báo cáo thì sang Bàn giao. Muốn ký lại từ đầu thì xuất lại để ký mới."
)
DEEDS = {
    SignerRole.PERSON: "Ký báo cáo",
    SignerRole.AGENCY: "Ký, đóng dấu cơ quan",
}
SEAL = "Niêm phong gói"
PACK = "Đón&g gói luôn để bàn giao"
PACK_LATER = "Đón&g gói luôn để bàn giao (sau khi cơ quan ký)"
WIDTH, HEIGHT = 640, 560
TALLEST = 690
LONGEST_REASON = 255
"""Letters: the most a workbook's signature holds ([MS-OFFCRYPTO] 2.5.2.5)."""


class SignDialog(QDialog):
    """First whose turn and which key, then what our own check found."""

    def __init__(
        self,
        session: "Session",
        report_id: str,
        folder: Path,
        parent: QWidget | None = None,
        *,
        sign: bool = True,
        evidence: EvidenceCarried = EvidenceCarried.NONE,
    ) -> None:
        """Sign the files in the folder, or with `sign` off only pack them."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        self._files = ReportFiles(report=report_id, folder=folder)
        self._sign = sign
        self._evidence = evidence
        self._busy = False
        self.work: SignedWork | None = None
        self.turn = TurnPanel(read_turn(session.store, report_id))
        self.reason = QLineEdit()
        self.keys = KeyPanel(session)
        self.pack = QCheckBox(PACK)
        self.verdicts = VerdictView()
        self.stack = QStackedWidget()
        self.do = QPushButton()
        self.leave = QPushButton("Thôi")
        self.setWindowTitle("Ký báo cáo" if sign else "Đóng gói báo cáo")
        self._lay_out()
        self.do.clicked.connect(self.sign)
        self.leave.clicked.connect(self.reject)
        self.keys.ready.connect(self._allow)
        self.turn.role_box.currentIndexChanged.connect(self._on_role)
        self._on_role()
        self.leave.setFocus() if self._over else self.keys.take_focus()

    def sign(self) -> None:
        """Do it with the key that was opened, off the main thread."""
        if self.keys.opened is None or self._busy:
            return
        wanted = Wanted(
            sign=self._sign,
            pack=self.pack.isChecked() or not self._sign,
            role=self.turn.role,
            reason=self.reason.text().strip(),
            evidence=self._evidence,
        )
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
        """Close, unless it is at work; key, password and PIN are let go."""
        if not self._busy:
            self.keys.forget()
            super().done(result)

    def _lay_out(self) -> None:
        first = QWidget()
        form = QVBoxLayout(first)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(theme.AROUND)
        form.addWidget(hint(self._asks()))
        form.addWidget(self.turn)
        form.addWidget(self._why())
        form.addWidget(self.keys, stretch=1)
        form.addWidget(self.pack)
        self.turn.setVisible(self._sign)
        self.pack.setVisible(self._sign)
        if self._over:
            form.addStretch()
        self.stack.addWidget(first)
        self.stack.addWidget(self.verdicts)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.AROUND] * 4)
        column.setSpacing(theme.AROUND)
        column.addWidget(self.stack, stretch=1)
        column.addWidget(self._buttons())
        for part in (self.pack, self.keys, self.do) if self._over else ():
            part.hide()
        if self._over:
            self._only_close()
        height = self.minimumSizeHint().height() if self._over else HEIGHT
        self.resize(theme.scaled(WIDTH), min(theme.scaled(height), TALLEST))

    def _only_close(self) -> None:
        """Let the last button say that there is nothing left to do or to give up."""
        self.leave.setText("Đóng")
        self.leave.setAccessibleName("Đóng")

    @property
    def _over(self) -> bool:
        """Tell whether there is nobody left to sign: a key would be asked in vain."""
        return self._sign and not self.turn.turn.offered

    def _why(self) -> QWidget:
        """Return the line in which somebody may say why it is signed."""
        self.reason.setMaxLength(LONGEST_REASON)
        self.reason.setPlaceholderText("Không bắt buộc; ai mở chữ ký đều đọc được")
        line = QWidget()
        set_rows(line, (("Lý &do ký", self.reason, None),))
        line.setVisible(self._sign and not self._over)
        return line

    def _asks(self) -> str:
        """Return what is done, and with which files."""
        if not self._sign:
            return PACK_ASKS
        if self._over:
            return ALL_SIGNED
        store, report = self._session.store, self._files.report
        copies = (newest_copy(store, report, each) for each in SIGNED_TOGETHER)
        names = " và ".join(each.file_name for each in copies if each is not None)
        return f"Sẽ ký {names}. {SIGN_ASKS}"

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

    def _on_role(self) -> None:
        """Offer to pack only where nobody else signs after this one."""
        role = self.turn.role
        last = role is not None and self.turn.turn.last(role)
        self.pack.setEnabled(last)
        self.pack.setChecked(last)
        self.pack.setText(PACK if last else PACK_LATER)
        self.keys.expect(self.turn.name if self._sign else "")
        self._allow()

    def _allow(self) -> None:
        opened, role = self.keys.opened, self.turn.role
        can = opened is not None and (role is not None or not self._sign)
        self.do.setEnabled(can)
        words = SEAL if not self._sign else DEEDS[role or SignerRole.PERSON]
        test = opened is not None and opened.key.test
        self.do.setText(f"{words} (KÝ THỬ)" if test else words)
        self.do.setAccessibleName(self.do.text())

    def _on_signed(self, work: SignedWork) -> None:
        self.work = work
        self.verdicts.show_verdicts(work.verdicts)
        self.stack.setCurrentWidget(self.verdicts)
        self.keys.forget()
        self.do.hide()
        self._only_close()
        self.leave.setFocus()
        if work.fault is not None:
            tell_fault(self._session, work.fault)

    def _on_ended(self) -> None:
        self._busy = False
        self.leave.setEnabled(True)
        self.keys.setEnabled(True)
        self.keys.ask_again()
        self._allow()
