"""What can be done about issued reports beside exporting and signing them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.gui.pages.report.report import ReportPage
    from desktop.gui.pages.report.work import Standing
    from desktop.gui.session import Session

_DEEDS = (
    ("number", "Nhập &số, ngày văn thư cấp…", "Alt+3"),
    ("attach", "&Gắn bản đã ký…", "Alt+4"),
    ("correct", "&Lập bản điều chỉnh…", "Alt+5"),
    ("compare", "&So sánh hai bản…", "Alt+6"),
    ("templates", "&Mẫu báo cáo…", "Alt+7"),
)
"""Code, words and key of each."""


class IssuedDesk(QObject):
    """The menu of further deeds, and their dialogs."""

    def __init__(self, session: "Session", page: "ReportPage") -> None:
        """Make the actions; `allow` tells which can be taken."""
        super().__init__(page)
        self._session = session
        self._page = page
        self.page_actions: dict[str, QAction] = {}
        for code, words, key in _DEEDS:
            action = QAction(words, page)
            action.setShortcut(QKeySequence(key))
            action.triggered.connect(lambda _=False, do=code: self._do(do))
            self.page_actions[code] = action

    def menu(self, parent: QWidget) -> QMenu:
        """Return a menu of everything."""
        made = QMenu(parent)
        made.addActions(list(self.page_actions.values()))
        return made

    def allow(self, standing: "Standing | None") -> None:
        """Allow what can be done about the report chosen."""
        for code in ("number", "attach", "correct"):
            self.page_actions[code].setEnabled(standing is not None)

    def attach(self, path: "Path | None" = None) -> None:
        """Attach the copy that was signed elsewhere."""

    def _do(self, code: str) -> None:
        getattr(self, code)()
