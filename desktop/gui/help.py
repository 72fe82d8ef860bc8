"""Show the help pages, the keys, the logs, and what this program is."""

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

import desktop
from desktop import paths
from desktop.gui import theme
from desktop.gui.ask import Ask
from desktop.gui.window import Window

START_PAGE = "start"
_STYLE = "<style>body{line-height:135%} td{padding:3px 24px 3px 0}</style>"


class Guide:
    """Everything in the menu of help, for one window."""

    def __init__(self, window: Window, ask: Ask) -> None:
        """Help with this window."""
        self._window = window
        self._ask = ask
        self._dialog: HelpDialog | None = None

    def show_page(self) -> None:
        """Show the help of the place now on screen."""
        self._open().show_page(self._window.rail.current or START_PAGE)

    def show_named(self, name: str) -> None:
        """Show one page, by the name of its file."""
        self._open().show_page(name)

    def show_keys(self) -> None:
        """List every key of the menus."""
        self._open().show_keys(self._window.menus.keys())

    def open_logs(self) -> None:
        """Open the folder of logs in the system's own window."""
        folder = paths.log_folder()
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self._ask.tell("Thư mục nhật ký nằm ở:", detail=str(folder))

    def show_about(self) -> None:
        """Say what this is, of which version, build and licence."""
        from desktop.files.release.running import build_hash, edition
        from desktop.wording.updates import build_line, edition_line

        program = paths.program_folder()
        built = build_line(build_hash(program))
        kind = edition_line(edition(program))
        self._ask.tell(
            f"Sổ Truyền Thông {desktop.__version__}",
            detail=". ".join(filter(None, (kind, built))) + ".\n"
            "Sổ ghi hoạt động truyền thông, tính chỉ tiêu và làm báo cáo; "
            "chạy trên một máy, không cần mạng.\n"
            "Giấy phép Apache 2.0. Giao diện dùng Qt (LGPL 3).\n\n"
            f"Dữ liệu: {paths.user_folder()}\n"
            f"Nhật ký và báo cáo lỗi: {paths.log_folder()}",
        )

    def _open(self) -> "HelpDialog":
        if self._dialog is None:
            self._dialog = HelpDialog(self._window)
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()
        return self._dialog


class HelpDialog(QDialog):
    """A window beside the work, in which pages of help are read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin blank."""
        super().__init__(parent)
        self.setWindowTitle("Hướng dẫn")
        self.resize(theme.scaled(560), theme.scaled(560))
        self.browser = QTextBrowser()
        self.browser.setAccessibleName("Trang hướng dẫn")
        self.browser.setSearchPaths([str(paths.RESOURCES / "help")])
        self.browser.document().setDocumentMargin(theme.AROUND)
        buttons = QDialogButtonBox()
        role = QDialogButtonBox.ButtonRole
        contents = buttons.addButton("Mục lục", role.ActionRole)
        contents.setAutoDefault(False)
        contents.clicked.connect(lambda: self.show_page(START_PAGE))
        buttons.addButton("Đóng", role.RejectRole)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.BETWEEN] * 4)
        column.addWidget(self.browser)
        column.addWidget(buttons)

    def show_page(self, name: str) -> None:
        """Show the page of a place; the first page where it has none."""
        folder = paths.RESOURCES / "help"
        known = name if (folder / f"{name}.html").exists() else START_PAGE
        self.browser.setSource(QUrl(f"{known}.html"))

    def show_keys(self, keys: Iterable[tuple[str, str]]) -> None:
        """Show a table of keys."""
        rows = "".join(
            f"<tr><td><b>{escape(key)}</b></td><td>{escape(words)}</td></tr>"
            for words, key in keys
        )
        more = '<p><a href="keys.html">Phím trong bảng, trong phiếu</a></p>'
        self.browser.setHtml(f"{_STYLE}<h2>Phím tắt</h2><table>{rows}</table>{more}")
