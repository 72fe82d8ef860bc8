"""The place `Thu thập`: units and how they stand, what came in, how they compare."""

from pathlib import Path

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QTabWidget, QVBoxLayout, QWidget

from desktop.gui import theme
from desktop.gui.pages.collect.parts import TRAY, UNITS, LatePane, existing
from desktop.gui.pages.collect.units.units_pane import UnitsPane
from desktop.gui.session import Session

PARTS_NAME = "Các phần của Thu thập"


class CollectPage(QWidget):
    """Units that must report, the tray for what they send, and their comparison."""

    def __init__(self, session: Session) -> None:
        """Lay out the tabs; what is behind them is made when first looked at."""
        super().__init__()
        self.units = UnitsPane(session, self)
        self.others = {each.code: LatePane(session, each, self) for each in existing()}
        self.tabs = QTabWidget()
        self._lay_out()

    def open(self, what: object) -> None:
        """Show a part by its code, a unit by its id, or files for the tray."""
        files = isinstance(what, (tuple, list, Path))
        late = self.others.get(TRAY if files else str(what))
        if late is None:
            self.tabs.setCurrentWidget(self.units)
            if not files and str(what) != UNITS:
                self.units.open(what)
            return
        self.tabs.setCurrentWidget(late)
        pane = late.fill()
        if files and hasattr(pane, "open"):
            pane.open(what)

    def showEvent(self, event: QShowEvent) -> None:
        """Put the cursor into the part shown."""
        super().showEvent(event)
        if self.focusWidget() is None:
            self.tabs.currentWidget().setFocus()

    def _lay_out(self) -> None:
        title = QLabel("Thu thập")
        title.setProperty("role", "title")
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(PARTS_NAME)
        self.tabs.tabBar().setAccessibleName(PARTS_NAME)
        self.tabs.addTab(self.units, "Đơn vị")
        for late in self.others.values():
            self.tabs.addTab(late, late.part.title)
        page = QVBoxLayout(self)
        page.setContentsMargins(*[theme.AROUND] * 4)
        page.setSpacing(theme.BETWEEN)
        page.addWidget(title)
        page.addWidget(self.tabs, stretch=1)
