"""List the parts of the place `Thu thập`, each built when it is first looked at."""

import importlib
import importlib.util
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

if TYPE_CHECKING:
    from desktop.gui.session import Session

UNITS, TRAY, COMPARING = "units", "tray", "comparing"
_ROOM = "desktop.gui.pages.collect"


@dataclass(frozen=True, slots=True)
class PartSpec:
    """One part: its code, what its tab says, and where the pane that fills it lies."""

    code: str
    title: str
    factory: str
    """Module and class; the pane takes the session and its parent."""

    @property
    def exists(self) -> bool:
        """Tell whether the pane's module is there, without importing the pane."""
        module = self.factory.partition(":")[0]
        return all(map(importlib.util.find_spec, (module.rpartition(".")[0], module)))

    def build(self, session: "Session", parent: QWidget) -> QWidget:
        """Import the pane and make it."""
        module, _, name = self.factory.partition(":")
        made = getattr(importlib.import_module(module), name)(session, parent)
        return cast("QWidget", made)


PARTS = (
    PartSpec(TRAY, "Khay nhận", f"{_ROOM}.tray.tray_pane:TrayPane"),
    PartSpec(COMPARING, "So sánh", f"{_ROOM}.comparing.comparing_pane:ComparingPane"),
)
"""Beside the list of units, which is there at once."""


def existing() -> tuple[PartSpec, ...]:
    """Return the parts whose pane is there."""
    return tuple(one for one in PARTS if one.exists)


class LatePane(QWidget):
    """A place in a row of tabs that is filled when somebody first looks at it."""

    def __init__(self, session: "Session", part: PartSpec, parent: QWidget) -> None:
        """Stay empty until shown."""
        super().__init__(parent)
        self._session = session
        self.part = part
        self.pane: QWidget | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)

    def fill(self) -> QWidget:
        """Return the pane, made the first time."""
        if self.pane is None:
            self.pane = self.part.build(self._session, self)
            layout = self.layout()
            if layout is not None:
                layout.addWidget(self.pane)
            self.setFocusProxy(self.pane)
        return self.pane

    def showEvent(self, event: QShowEvent) -> None:
        """Make what is to be shown."""
        super().showEvent(event)
        self.fill()
