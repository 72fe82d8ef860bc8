"""Choose a certificate on a USB token, and give the PIN once."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QWidget

from desktop.gui.pages.signing import key_work
from desktop.gui.pages.signing.file_panel import hide
from desktop.gui.pages.signing.key_words import choice_words, token_facts
from desktop.gui.pages.signing.labelled import set_rows
from desktop.gui.running import run
from desktop.gui.widgets.quiet_label import hint

if TYPE_CHECKING:
    from desktop.files.signatures.token.found import Token, TokenCertificate
    from desktop.gui.session import Session

MODULES = (("Phần mềm token (PKCS#11)", "*.dll *.so *.dylib"),)
NO_MODULE = (
    "Chưa thấy phần mềm token nào trên máy này. Cài phần mềm của hãng token, hoặc chọn "
    "tệp PKCS#11 của hãng."
)
PLUG_IN = "Chưa thấy token nào. Cắm token, chờ vài giây rồi bấm Tìm lại."
NO_CERTIFICATE = "Trên token không có chứng thư số nào để ký."
PIN_ONCE = "Mã PIN gửi vào token đúng một lần, không lưu ở đâu."
ON_DEVICE = "Mã PIN gõ trên chính thiết bị, không gõ ở đây."
LAST_TRY = "Token chỉ còn một lần thử mã PIN. Vẫn thử?"
LAST_TRY_DETAIL = (
    "Sai thêm một lần nữa thì token bị khóa, phải nhờ nơi cấp chứng thư số mở."
)


class TokenPanel(QWidget):
    """The maker's module, the certificates behind it, and a PIN kept nowhere."""

    typed = Signal()
    """Another certificate or PIN: what was opened is no longer what is shown."""
    open_wanted = Signal()

    def __init__(self, session: "Session", parent: QWidget | None = None) -> None:
        """Begin empty: tokens are looked for when somebody wants to use one."""
        super().__init__(parent)
        self._session = session
        self._looked = False
        self.busy = False
        """Whether tokens are being looked for."""
        self.module = QComboBox()
        self.browse = QPushButton("C&họn tệp…")
        self.certificate = QComboBox()
        self.again = QPushButton("Tìm &lại")
        self.pin = QLineEdit()
        hide(self.pin)
        self.look = QPushButton("Mở &khóa")
        self.said = hint(PIN_ONCE)
        self._lay_out()
        self.browse.clicked.connect(self._on_browse)
        self.again.clicked.connect(self.search)
        self.module.activated.connect(self.search)
        self.certificate.currentIndexChanged.connect(self._on_chosen)
        self.pin.textChanged.connect(self.typed)
        self.pin.returnPressed.connect(self.open_wanted)
        self.look.clicked.connect(self.open_wanted)

    @property
    def ready(self) -> bool:
        """Tell whether there is a certificate to be opened, and what it asks for."""
        found = self._found()
        if found is None or self.busy:
            return False
        token, certificate = found
        usable = certificate.signs and token.pin not in {"locked", "not_set"}
        return usable and (token.pin_pad or bool(self.pin.text()))

    @property
    def facts(self) -> str:
        """Return what the certificate chosen tells before anybody logs in."""
        found = self._found()
        if found is None:
            return ""
        return token_facts(*found, self._session.store.now())

    def opening(self) -> key_work.OpenWork | None:
        """Return what logs in once; None where nobody dares the last try."""
        found = self._found()
        if found is None:
            return None
        token, certificate = found
        last = token.pin == "last_try"
        if last and not self._session.ask.confirm(
            LAST_TRY, verb="Thử lần cuối", detail=LAST_TRY_DETAIL
        ):
            return None
        chosen = key_work.TokenChoice(
            module=Path(self.module.currentData()),
            serial=token.serial,
            key_id=certificate.key_id,
        )
        pin = self.pin.text()
        self.pin.clear()  # given once: another try is typed anew
        return partial(key_work.open_token, chosen, pin, last_try=last)

    def search(self) -> None:
        """Look for modules and tokens, off the main thread."""
        if self.busy:
            return
        self._looked = self.busy = True
        self.said.setText("Đang tìm token…")
        self.typed.emit()
        module = self.module.currentData()
        run(
            self._session,
            partial(key_work.find_tokens, Path(module) if module else None),
            title="Tìm token",
            then=self._on_found,
            ended=self._on_ended,
        )

    def look_again(self) -> None:
        """Ask the token how its PIN stands after one was refused."""
        self.search()

    def forget(self) -> None:
        """Let go of the PIN."""
        self.pin.clear()

    def take_focus(self) -> None:
        """Begin at the certificate; the first time, look for tokens."""
        (self.pin if self._found() else self.again).setFocus()
        if not self._looked:
            self.search()

    def _lay_out(self) -> None:
        for box in (self.module, self.certificate):
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(20)
        self.module.setPlaceholderText("Phần mềm của hãng token")
        self.certificate.setPlaceholderText("Chưa thấy token")
        self.look.setEnabled(False)
        grid = set_rows(
            self,
            (
                ("Phần &mềm token", self.module, self.browse),
                ("&Chứng thư số", self.certificate, self.again),
                ("Mã P&IN", self.pin, self.look),
            ),
        )
        grid.addWidget(self.said, 3, 1, 1, 2)
        grid.setRowStretch(4, 1)

    def _found(self) -> "tuple[Token, TokenCertificate] | None":
        found: tuple[Token, TokenCertificate] | None = self.certificate.currentData()
        return found

    def _on_browse(self) -> None:
        chosen = self._session.ask.choose_file(
            "Phần mềm của hãng token (PKCS#11)", MODULES, purpose="module"
        )
        if chosen is not None:
            self._add_module(chosen.name, chosen)
            self.search()

    def _add_module(self, words: str, path: Path) -> None:
        row = self.module.findData(str(path))
        if row < 0:
            self.module.addItem(words, str(path))
            row = self.module.count() - 1
        self.module.setCurrentIndex(row)

    def _on_found(self, found: key_work.FoundTokens) -> None:
        for each in found.modules:
            if each.loadable and self.module.findData(str(each.path)) < 0:
                self.module.addItem(f"{each.family} – {each.path.name}", str(each.path))
        if found.module is not None:
            self._add_module(found.module.name, found.module)
        self._show_certificates(found)

    def _show_certificates(self, found: key_work.FoundTokens) -> None:
        wanted = key_work.own_settings()
        self.certificate.clear()
        for one in found.tokens:
            for each in one.certificates:
                self.certificate.addItem(
                    choice_words(one.token, each), (one.token, each)
                )
                if (one.token.serial, each.key_id) == (wanted.serial, wanted.key_id):
                    self.certificate.setCurrentIndex(self.certificate.count() - 1)
        if self.certificate.currentIndex() < 0 and self.certificate.count():
            self.certificate.setCurrentIndex(0)
        self.said.setText(self._sentence(found))

    def _sentence(self, found: key_work.FoundTokens) -> str:
        if found.module is None:
            return NO_MODULE
        if not found.tokens:
            return PLUG_IN
        chosen = self._found()
        if chosen is None:
            return NO_CERTIFICATE
        return ON_DEVICE if chosen[0].pin_pad else PIN_ONCE

    def _on_chosen(self) -> None:
        found = self._found()
        self.pin.clear()
        self.pin.setEnabled(found is not None and not found[0].pin_pad)
        self.typed.emit()

    def _on_ended(self) -> None:
        self.busy = False
        if not self.certificate.count() and self.said.text().startswith("Đang"):
            self.said.setText(PLUG_IN)
        if self._found() is not None:
            self.pin.setFocus()
        self.typed.emit()
