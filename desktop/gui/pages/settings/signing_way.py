"""Choose how the office signs its reports, and who has a key."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desktop.gui import theme
from desktop.gui.running import run
from desktop.gui.widgets.quiet_label import heading, hint
from desktop.operations.signing.set_signing import set_signing
from desktop.records.signing import SignerRole, SigningWay
from desktop.rules.signers import in_order
from desktop.wording.labels import label

if TYPE_CHECKING:
    from desktop.gui.jobs import Work
    from desktop.gui.session import Session
    from desktop.records.preferences import Preferences

HINTS = {
    SigningWay.DIGITAL: "PDF và Excel được ký bằng tệp khóa hoặc USB token.",
    SigningWay.PAPER: "Khi chưa có chứng thư số: bản in có mã để nơi nhận đối chiếu.",
}
ROLES = {
    SignerRole.PERSON: "Người ký có khóa riên&g",
    SignerRole.AGENCY: "Cơ &quan có khóa (con dấu)",
}
LEAST = "Ký số thì phải còn ít nhất một người hoặc cơ quan có khóa."


class SigningWayBox(QWidget):
    """Each change acts at once and can be undone, as any change of the office."""

    told = Signal(str)

    def __init__(self, session: "Session", parent: QWidget | None = None) -> None:
        """Show how the office signs."""
        super().__init__(parent)
        self._session = session
        self._group = QButtonGroup(self)
        self.ways = {way: QRadioButton(label(way)) for way in SigningWay}
        self.roles = {role: QCheckBox(words) for role, words in ROLES.items()}
        self._lay_out()
        for way, radio in self.ways.items():
            radio.clicked.connect(partial(self._on_way, way))
        for box in self.roles.values():
            box.clicked.connect(self._on_role)
        session.preferences_changed.connect(self.show_preferences)
        self.show_preferences()

    def show_preferences(self) -> None:
        """Show how the office signs, as it now stands."""
        own = self._session.preferences
        self.ways[own.signing].setChecked(True)
        for role, box in self.roles.items():
            box.setChecked(role in own.signers)
            box.setEnabled(own.signing is SigningWay.DIGITAL)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.INSIDE)
        column.addWidget(heading("Cơ quan ký báo cáo theo cách nào?"))
        for way, radio in self.ways.items():
            radio.setAccessibleName(radio.text())
            radio.setAccessibleDescription(HINTS[way])
            self._group.addButton(radio)
            column.addWidget(radio)
            said: QLabel = hint(HINTS[way])
            said.setContentsMargins(theme.GROUPS, 0, 0, 0)
            column.addWidget(said)
            if way is SigningWay.DIGITAL:
                column.addLayout(self._roles())

    def _roles(self) -> QVBoxLayout:
        lines = QVBoxLayout()
        lines.setContentsMargins(theme.GROUPS, 0, 0, 0)
        lines.setSpacing(theme.INSIDE)
        for box in self.roles.values():
            box.setAccessibleName(box.text().replace("&", ""))
            lines.addWidget(box)
        return lines

    def _on_way(self, way: SigningWay) -> None:
        if way is not self._session.preferences.signing:
            store = self._session.store
            self._run(lambda _progress: set_signing(store, way))

    def _on_role(self) -> None:
        wanted = in_order([one for one, box in self.roles.items() if box.isChecked()])
        if not wanted:
            self.show_preferences()
            self.told.emit(LEAST)
            return
        store = self._session.store
        self._run(lambda _progress: set_signing(store, roles=wanted))

    def _run(self, work: "Work") -> None:
        run(
            self._session,
            work,
            title="Đặt cách ký",
            then=self._on_set,
            ended=self.show_preferences,
        )

    def _on_set(self, kept: "Preferences") -> None:
        self.told.emit(way_sentence(kept))


def way_sentence(own: "Preferences") -> str:
    """Say how reports are signed from now on."""
    if own.signing is SigningWay.PAPER:
        return "Từ nay báo cáo được in ra, ký tay và đóng dấu."
    who = " rồi ".join(label(role).lower() for role in own.signers)
    return f"Từ nay báo cáo được ký số: {who}."
