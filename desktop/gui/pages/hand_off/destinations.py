"""Choose where a package goes: a stick that is plugged in, or any folder."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.gui import theme
from desktop.gui.drives import Drive, removable
from desktop.rules.numbers import format_integer

if TYPE_CHECKING:
    from desktop.gui.session import Session

EVERY = 2_000
"""Milliseconds between two looks for sticks, while the list is on screen."""
_PLACE = Qt.ItemDataRole.UserRole
_ROWS = 3
_MEGABYTE = 1_000_000
NO_STICK = "Chưa thấy USB nào. Cắm USB vào máy; danh sách tự cập nhật."


class Destinations(QWidget):
    """Sticks as they come and go, and the folders chosen by hand."""

    changed = Signal()
    """Another place is chosen, or the one chosen is gone."""

    def __init__(
        self,
        session: "Session",
        look: Callable[[], tuple[Drive, ...]] = removable,
        parent: QWidget | None = None,
    ) -> None:
        """Look for sticks with the function given."""
        super().__init__(parent)
        self._session = session
        self._look = look
        self._drives: tuple[Drive, ...] = ()
        self._folders: list[Path] = []
        self.list = QListWidget()
        self.none = QLabel(NO_STICK)
        self.browse = QPushButton("Chọn thư &mục…")
        self._again = QTimer(self, interval=EVERY)
        self._again.timeout.connect(self.look)
        self._lay_out()
        self.browse.clicked.connect(self.choose_folder)
        self.list.currentRowChanged.connect(lambda _row: self.changed.emit())

    @property
    def chosen(self) -> Path | None:
        """Return the folder chosen, or None."""
        place = self.list.currentIndex().data(_PLACE)
        return None if place is None else Path(str(place))

    @property
    def on_stick(self) -> bool:
        """Tell whether the folder chosen is a stick."""
        return self.chosen in {each.path for each in self._drives}

    def look(self) -> None:
        """List the sticks now plugged in; what is chosen stays chosen."""
        found = self._look()
        if found != self._drives:
            self._drives = found
            self._fill(self.chosen)

    def choose_folder(self) -> None:
        """Ask for a folder and choose it."""
        folder = self._session.ask.choose_folder("Nơi chép gói", purpose="delivery")
        if folder is not None:
            if folder not in self._folders:
                self._folders.append(folder)
            self._fill(folder)

    def showEvent(self, event: QShowEvent) -> None:
        """Look for sticks while on screen."""
        super().showEvent(event)
        self.look()
        self._again.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave the drives alone while nobody looks."""
        self._again.stop()
        super().hideEvent(event)

    def _lay_out(self) -> None:
        self.list.setAccessibleName("Nơi nhận")
        height = theme.scaled(theme.ROW_HEIGHT) * _ROWS + theme.BETWEEN
        self.list.setFixedHeight(height)
        self.list.setUniformItemSizes(True)
        self.none.setProperty("role", "quiet")
        self.none.setWordWrap(True)
        self.browse.setAccessibleName("Chọn thư mục…")
        line = QHBoxLayout()
        line.addWidget(self.none, stretch=1)
        line.addStretch()
        line.addWidget(self.browse)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.INSIDE)
        column.addWidget(self.list)
        column.addLayout(line)

    def _fill(self, chosen: Path | None) -> None:
        quiet = self.list.blockSignals(True)
        self.list.clear()
        for drive in self._drives:
            self._add(_stick_words(drive), drive.path)
        for folder in self._folders:
            self._add(f"Thư mục {folder}", folder)
        places = [str(self.list.item(n).data(_PLACE)) for n in range(self.list.count())]
        if places:
            wanted = str(chosen)
            self.list.setCurrentRow(places.index(wanted) if wanted in places else 0)
        self.list.blockSignals(quiet)
        self.none.setVisible(not self._drives)
        self.changed.emit()

    def _add(self, words: str, place: Path) -> None:
        item = QListWidgetItem(words)
        item.setData(_PLACE, str(place))
        item.setToolTip(str(place))
        item.setSizeHint(QSize(0, theme.scaled(theme.ROW_HEIGHT)))
        self.list.addItem(item)


def _stick_words(drive: Drive) -> str:
    room = f"còn trống {format_integer(drive.free // _MEGABYTE)} MB"
    locked = "" if drive.writable else "; đang khóa ghi"
    system = f", {drive.file_system.upper()}" if drive.file_system else ""
    return f"USB {drive.label} ({drive.path}{system}), {room}{locked}"
