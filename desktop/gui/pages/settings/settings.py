"""Thiết lập: the office's own papers, lists, backups, the screen, who is believed."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.gui import theme
from desktop.gui.pages.settings.backup_panel import BackupPanel
from desktop.gui.pages.settings.becoming import BecomingDialog
from desktop.gui.pages.settings.catalogue_panel import CataloguePanel
from desktop.gui.pages.settings.office_panel import OfficePanel
from desktop.gui.pages.settings.screen_panel import ScreenPanel
from desktop.gui.pages.settings.signing_panel import SigningPanel
from desktop.gui.pages.settings.trust_panel import TrustPanel
from desktop.gui.steps import offer
from desktop.gui.widgets.message_bar import MessageBar
from desktop.gui.window import Window

if TYPE_CHECKING:
    from desktop.gui.session import Session

TRUST, SIGNING = "trust", "signing"
"""What the sheets of certificates and of signing are called by who leads here."""


class SettingsPage(QWidget):
    """Sheets, each about one thing."""

    def __init__(self, session: "Session") -> None:
        """Lay out the sheets."""
        super().__init__()
        self._session = session
        self._joined = False
        self.state = QLabel()
        self.message = MessageBar()
        self.become_button = QPushButton("Cơ q&uan chúng tôi đã trở thành…")
        self.becoming: BecomingDialog | None = None
        self.office = OfficePanel(session)
        self.catalogues = CataloguePanel(session)
        self.backups = BackupPanel(session)
        self.screen_panel = ScreenPanel(session.settings)
        self.trust = TrustPanel(session)
        self.signing = SigningPanel(session)
        for panel in (self.trust, self.signing):
            panel.told.connect(self.message.say)
        self.sheets = QTabWidget()
        self._lay_out()
        self.office.saved.connect(self._on_saved)
        self.become_button.clicked.connect(self.become)
        session.preferences_changed.connect(self._show_state)
        self._show_state()

    def open(self, what: object) -> None:
        """Show a sheet by its code, or one field of the office's papers."""
        field = self.office.fields.get(str(what))
        other = {TRUST: self.trust, SIGNING: self.signing}
        self.sheets.setCurrentWidget(other.get(str(what), self.office))
        if field is not None:
            field.setFocus()

    def become(self) -> None:
        """Ask step by step what our office became."""
        self.becoming = BecomingDialog(self._session, self)
        self.becoming.became.connect(self._on_became)
        self.becoming.finished.connect(self._on_asked)
        self.becoming.open()

    def showEvent(self, event: QShowEvent) -> None:
        """Join the window's own actions when first shown in one."""
        super().showEvent(event)
        window = self.window()
        if isinstance(window, Window) and not self._joined:
            self._joined = True
            self.screen_panel.text_size_wanted.connect(window.menus.text_size_wanted)
            self.screen_panel.scheme_wanted.connect(window.menus.scheme_wanted)
            self.backups.backed_up.connect(window.show_backup)

    def _lay_out(self) -> None:
        title = QLabel("Thiết lập")
        title.setProperty("role", "title")
        self.sheets.setDocumentMode(True)
        self.sheets.setAccessibleName("Các nhóm thiết lập")
        self.sheets.tabBar().setAccessibleName("Các nhóm thiết lập")
        for words, panel in (
            ("Cơ quan và văn bản", self.office),
            ("Danh mục", self.catalogues),
            ("Nơi lưu và sao lưu", self.backups),
            ("Màn hình", self.screen_panel),
            ("Ký số", self.signing),
            ("Chứng thư tin cậy", self.trust),
        ):
            self.sheets.addTab(panel, words)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.AROUND] * 4)
        column.setSpacing(theme.BETWEEN)
        row = QHBoxLayout()
        row.addWidget(self.state, stretch=1)
        row.addWidget(self.become_button)
        self.become_button.setAccessibleName("Cơ quan chúng tôi đã trở thành…")
        column.addWidget(title)
        column.addLayout(row)
        column.addWidget(self.message)
        column.addWidget(self.sheets, stretch=1)

    def _show_state(self) -> None:
        own = self._session.preferences
        recipient = self._session.agency_name(own.recipient) or "chưa chọn"
        self.state.setText(f"Báo cáo gửi tới: {recipient}.")

    def _on_became(self, _kept: object) -> None:
        own = self._session.agency_name(self._session.preferences.agency)
        offer(self._session, f"Đã chuyển sang {own}.", self.message)

    def _on_asked(self) -> None:
        self.becoming = None

    def _on_saved(self) -> None:
        self.message.say("Đã lưu thiết lập; báo cáo soạn từ nay dùng thiết lập mới.")
