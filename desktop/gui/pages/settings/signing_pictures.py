"""Choose the pictures of signature and seal, and see them on a page."""

from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.gui import theme
from desktop.gui.pages.settings import signing_work
from desktop.gui.running import run
from desktop.gui.widgets.number_field import NumberField
from desktop.gui.widgets.quiet_label import heading, hint
from desktop.records.signing import SignerRole
from desktop.wording.picture_faults import picture_doubt

if TYPE_CHECKING:
    from desktop.gui.jobs import Work
    from desktop.gui.session import Session

FILES = (("Ảnh PNG nền trong suốt", "*.png"),)
WORDS = {
    SignerRole.PERSON: ("Ảnh chữ ký", "Chọn ảnh c&hữ ký…", "Bỏ ảnh chữ ký"),
    SignerRole.AGENCY: ("Ảnh dấu", "Chọn ảnh &dấu…", "Bỏ ảnh dấu"),
}
"""What each picture is called, and the two buttons beside it."""
ABOUT = (
    "Chữ ký màu xanh, dấu màu đỏ, ảnh PNG nền trong suốt. Ảnh chỉ nằm trên máy này, "
    "không đi theo sổ. Chưa có ảnh thì trang in chữ: ai ký, lúc nào."
)


class SigningPictures(QWidget):
    """Pictures of this machine; what is odd about one is said beside it."""

    shown = Signal(object)
    """The `OwnSigning` as it now is."""

    def __init__(self, session: "Session", parent: QWidget | None = None) -> None:
        """Begin without pictures."""
        super().__init__(parent)
        self._session = session
        self.choose = {role: QPushButton(words[1]) for role, words in WORDS.items()}
        self.forget = {role: QPushButton(words[2]) for role, words in WORDS.items()}
        self.said = {role: QLabel() for role in WORDS}
        self.seal_width = NumberField(decimals=1)
        self._lay_out()
        for role in SignerRole:
            self.choose[role].clicked.connect(partial(self.choose_picture, role))
            self.forget[role].clicked.connect(partial(self.forget_picture, role))
        self.seal_width.editingFinished.connect(self._on_width)

    def choose_picture(self, role: SignerRole, *_: object) -> None:
        """Ask for the picture of a role and keep it on this machine."""
        title = WORDS[role][0]
        path = self._session.ask.choose_file(title, FILES, purpose="signature")
        if path is not None:
            wide = self._wide if role is SignerRole.AGENCY else 0.0
            self._run(partial(signing_work.keep_picture, role, path, wide))

    def forget_picture(self, role: SignerRole, *_: object) -> None:
        """Take the picture of a role away from this machine."""
        self._run(partial(signing_work.forget_picture, role))

    def show_own(self, own: signing_work.OwnSigning) -> None:
        """Show which pictures there are, and what is odd about them."""
        for role in SignerRole:
            there = own.pictures[role] is not None
            self.forget[role].setEnabled(there)
            doubts = [f"▲ {picture_doubt(key)}" for key in own.doubts[role]]
            words = "✓ Đã có." if there else "– Chưa có."
            self.said[role].setText("\n".join(doubts) or words)
            self.said[role].setProperty("role", "doubt" if doubts else "quiet")
            self.said[role].style().polish(self.said[role])
        seal = own.pictures[SignerRole.AGENCY]
        wide = seal.width_mm if seal is not None and seal.width_mm else 0.0
        self.seal_width.set_value(Decimal(str(wide or own.sizes.usual_seal)))

    @property
    def _wide(self) -> float:
        return float(self.seal_width.value or 0)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.BETWEEN)
        grid.setVerticalSpacing(theme.INSIDE)
        grid.setColumnStretch(2, 1)
        for row, role in enumerate(SignerRole):
            for at, button in enumerate((self.choose[role], self.forget[role])):
                button.setAccessibleName(button.text().replace("&", ""))
                button.setEnabled(at == 0)
                grid.addWidget(button, row, at)
            self.said[role].setWordWrap(True)
            grid.addWidget(self.said[role], row, 2)
        words = QLabel("Đường kính dấu (&mm)")
        words.setBuddy(self.seal_width)
        self.seal_width.setAccessibleName("Đường kính dấu, tính bằng mm")
        self.seal_width.setFixedWidth(theme.scaled(80))
        grid.addWidget(words, 2, 0)
        grid.addWidget(self.seal_width, 2, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.INSIDE)
        column.addWidget(heading("Ảnh chữ ký và dấu trên máy này"))
        column.addWidget(hint(ABOUT))
        column.addLayout(grid)

    def _run(self, work: "Work") -> None:
        run(self._session, work, title="Đặt ảnh chữ ký", then=self._on_read)

    def _on_read(self, own: signing_work.OwnSigning) -> None:
        self.shown.emit(own)

    def _on_width(self) -> None:
        there = self.forget[SignerRole.AGENCY].isEnabled()
        if there and self._wide > 0:
            self._run(partial(signing_work.resize_seal, self._wide))
