"""Bring records back from a window of the history, and say it there."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.gui.running import run
from desktop.operations.history.bring_back import bring_back, bring_back_removed
from desktop.rules.numbers import format_integer

if TYPE_CHECKING:
    from desktop.gui.session import Session

TITLE = "Mang lại"


class Bringing(QObject):
    """Start the deed, and tell how many records came back."""

    brought = Signal(str)
    """What is said of it."""

    def __init__(self, session: "Session", parent: QObject) -> None:
        """Bring back into the office of a session."""
        super().__init__(parent)
        self._session = session

    def as_before(self, keys: Iterable[tuple[str, str]], change: int) -> None:
        """Put records back as they stood before a change."""
        store, wanted = self._session.store, tuple(keys)
        run(
            self._session,
            lambda progress: bring_back(store, wanted, change - 1, progress=progress),
            title=TITLE,
            then=self._on_brought,
        )

    def all_removed(self, change: int) -> None:
        """Bring back everything a change removed that is still missing."""
        store = self._session.store
        run(
            self._session,
            lambda progress: bring_back_removed(store, change, progress=progress),
            title=TITLE,
            then=self._on_brought,
        )

    def _on_brought(self, count: int) -> None:
        told = f"Đã mang lại {format_integer(count)} mục."
        self.brought.emit(told if count else "Mục này vẫn đang như thế.")
