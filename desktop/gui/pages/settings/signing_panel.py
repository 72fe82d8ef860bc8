"""How the office signs, and with which pictures and key this machine does."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.gui import theme
from desktop.gui.pages.settings import signing_work
from desktop.gui.pages.settings.signing_key import SigningKeyBox
from desktop.gui.pages.settings.signing_pictures import SigningPictures
from desktop.gui.pages.settings.signing_preview import SigningPreview
from desktop.gui.pages.settings.signing_way import SigningWayBox
from desktop.gui.running import run
from desktop.gui.widgets.quiet_label import heading

if TYPE_CHECKING:
    from desktop.gui.session import Session

LEFT_WIDTH = 660
"""Pixels at 100 % of the column of fields: what is said of a picture has room."""


class SigningPanel(QWidget):
    """The way and the roles belong to the office; pictures and key to the machine."""

    told = Signal(str)
    """What was changed, in one sentence."""

    def __init__(self, session: "Session", parent: QWidget | None = None) -> None:
        """Lay out; pictures and key are read when the panel is shown."""
        super().__init__(parent)
        self._session = session
        self.way = SigningWayBox(session)
        self.pictures = SigningPictures(session)
        self.key = SigningKeyBox(session)
        self.preview = SigningPreview(session.preferences)
        self._lay_out()
        self.way.told.connect(self.told)
        self.pictures.shown.connect(self.show_own)
        self.key.shown.connect(self.show_own)
        session.preferences_changed.connect(self._on_preferences)

    def show_own(self, own: signing_work.OwnSigning) -> None:
        """Show what this machine signs with."""
        self.pictures.show_own(own)
        self.key.show_own(own)
        self.preview.show_pictures(own.pictures, own.sizes)
        for fault in own.faults:
            from desktop.wording.faults import explain

            self.told.emit(explain(fault).what)

    def showEvent(self, event: QShowEvent) -> None:
        """Read the pictures and the key."""
        super().showEvent(event)
        run(
            self._session,
            signing_work.read_own,
            title="Đọc ảnh chữ ký",
            then=self.show_own,
        )

    def _lay_out(self) -> None:
        fields = QWidget()
        fields.setMaximumWidth(theme.scaled(LEFT_WIDTH))
        left = QVBoxLayout(fields)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(theme.AROUND)
        for part in (self.way, self.pictures, self.key):
            left.addWidget(part)
        left.addStretch()
        right = QVBoxLayout()
        right.setSpacing(theme.INSIDE)
        right.addWidget(heading("Trên trang sẽ hiện"))
        right.addWidget(self.preview)
        right.addStretch()
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, theme.BETWEEN, 0)
        row.setSpacing(theme.GROUPS)
        row.addWidget(fields, stretch=1)
        row.addLayout(right)
        row.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.AROUND, 0, 0)
        column.addWidget(area)

    def _on_preferences(self) -> None:
        self.preview.show_own(self._session.preferences)
