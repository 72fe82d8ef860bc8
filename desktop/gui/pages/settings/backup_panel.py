"""Where the book lies, its backups, and whether it is whole."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop import media
from desktop.gui import theme
from desktop.gui.backups import folder_of
from desktop.gui.health import found_lines, good_sentence
from desktop.gui.opening import open_path
from desktop.gui.running import run
from desktop.gui.start import OFFICE_FILES
from desktop.gui.widgets.plain_label import plain_label
from desktop.operations.offices.back_up import Kept, back_up
from desktop.operations.offices.check_office import Health, check_office
from desktop.operations.offices.copy_to_machine import KEPT_COPIES, copies_of
from desktop.rules.dates import format_date
from desktop.rules.numbers import format_integer
from desktop.store import backups, evidence
from desktop.wording.evidence import backup_sentence

if TYPE_CHECKING:
    from desktop.gui.session import Session

HEADINGS = ("Lúc", "Tên tệp", "Nơi", "Cỡ (KB)")
BESIDE, HERE = "Cạnh sổ", "Máy này"
COPIES = "&Chép sổ về máy đang cắm"
ON_STICK = (
    "Sổ nằm trên USB: mỗi lần mở và đóng, chương trình chép thêm một bản sang máy đang "
    f"cắm, giữ {KEPT_COPIES} bản mới nhất. Bỏ chọn khi cắm vào máy của người khác."
)
_FILE = Qt.ItemDataRole.UserRole


class BackupPanel(QWidget):
    """Back up now, list, restore, check."""

    backed_up = Signal()
    """A new backup was made."""

    def __init__(self, session: "Session", parent: QWidget | None = None) -> None:
        """Lay out; the folder is looked at when shown."""
        super().__init__(parent)
        self._session = session
        self.list = QTableView()
        self._rows = QStandardItemModel(self)
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.back_up_button = QPushButton("Sao lưu n&gay")
        self.elsewhere_button = QPushButton("S&ao lưu sang nơi khác…")
        self.restore_button = QPushButton("Khôi &phục bản này…")
        self.check_button = QPushButton("K&iểm tra sổ")
        self.hand_over_button = QPushButton("&Bàn giao cho người kế nhiệm…")
        self.handing: QDialog | None = None
        self.folder_button = QPushButton("&Mở thư mục chứa sổ")
        self.copies_box = QCheckBox(COPIES)
        self._lay_out()
        self.back_up_button.clicked.connect(self.back_up)
        self.elsewhere_button.clicked.connect(self.back_up_elsewhere)
        self.restore_button.clicked.connect(self.restore)
        self.check_button.clicked.connect(self.check)
        self.hand_over_button.clicked.connect(self.hand_over)
        self.folder_button.clicked.connect(self._on_folder)
        self.copies_box.toggled.connect(self._on_copies)
        self.list.selectionModel().currentRowChanged.connect(self._allow)
        self.refresh()

    @property
    def chosen(self) -> Path | None:
        """Return the backup chosen, or None."""
        row = self.list.currentIndex().row()
        return cast("Path | None", self._rows.index(row, 0).data(_FILE))

    def refresh(self) -> None:
        """List the backups beside the book and on this machine, the newest first."""
        self._rows.removeRows(0, self._rows.rowCount())
        path = self._session.store.path
        beside = folder_of(path).glob(f"{path.stem}-*{path.suffix}")
        places = dict.fromkeys(beside, BESIDE)
        mark = evidence.mark(self._session.store.reader)
        places |= dict.fromkeys(copies_of(mark), HERE)
        for file in backups.newest_first(places):
            self._rows.appendRow(_row(file, places[file]))
        self._allow()

    def back_up(self) -> None:
        """Make a checked backup now."""
        store = self._session.store
        run(
            self._session,
            lambda progress: back_up(store, progress=progress),
            title="Sao lưu",
            then=self._on_backed_up,
        )

    def back_up_elsewhere(self) -> None:
        """Ask for another place, and make a backup there with all evidence."""
        store = self._session.store
        proposed = backups.backup_name(store.path, store.now()).name
        target = self._session.ask.save_file(
            "Sao lưu sang nơi khác", proposed, OFFICE_FILES, purpose="backup_elsewhere"
        )
        if target is not None:
            run(
                self._session,
                lambda progress: back_up(store, target, progress),
                title="Sao lưu sang nơi khác",
                then=self._on_backed_up,
            )

    def check(self) -> None:
        """Check the whole book and its history."""
        store = self._session.store
        run(
            self._session,
            lambda progress: check_office(store, progress),
            title="Kiểm tra sổ",
            then=self._on_checked,
        )

    def hand_over(self) -> None:
        """Ask for what the file for the successor needs, and make it."""
        from desktop.gui.handing_over.hand_over_dialog import HandOverDialog

        self.handing = HandOverDialog(self._session, self)
        self.handing.open()

    def restore(self) -> None:
        """Ask for the chosen backup to take the book's place; that asks once more."""
        if self.chosen is not None:
            self._session.restore_wanted.emit(self.chosen)

    def showEvent(self, event: QShowEvent) -> None:
        """Look again: a backup may have been made from the menu."""
        super().showEvent(event)
        self.refresh()

    def _lay_out(self) -> None:
        self._rows.setHorizontalHeaderLabels(HEADINGS)
        table = self.list
        table.setModel(self._rows)
        table.setAccessibleName("Các bản sao lưu")
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(theme.scaled(theme.ROW_HEIGHT))
        header = table.horizontalHeader()
        header.setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        header.resizeSection(0, theme.scaled(130))
        self.back_up_button.setProperty("primary", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.AROUND, 0, 0)
        column.setSpacing(theme.BETWEEN)
        column.addLayout(self._place())
        column.addWidget(self.copies_box)
        column.addWidget(self.said)
        column.addWidget(table, stretch=1)
        column.addLayout(
            _line(
                self.back_up_button,
                self.elsewhere_button,
                self.restore_button,
                self.check_button,
                self.hand_over_button,
            )
        )

    def _place(self) -> QHBoxLayout:
        place = self._session.store.path
        on_stick = media.medium(place) is media.Medium.REMOVABLE
        copied = on_stick and not self._session.preferences.practice
        more = f"\n{ON_STICK}" if copied else ""
        self.copies_box.setVisible(copied)
        self.copies_box.setChecked(self._session.settings.copies_sticks)
        self.copies_box.setAccessibleDescription(ON_STICK)
        path = plain_label(f"Sổ nằm ở: {place}{more}")
        line = _line(self.folder_button)
        line.insertWidget(0, path, 1)
        return line

    def _allow(self) -> None:
        self.restore_button.setEnabled(self.chosen is not None)

    def _on_backed_up(self, kept: Kept) -> None:
        self.refresh()
        name = str(kept.path) if kept.elsewhere else kept.path.name
        more = backup_sentence(files=kept.files, elsewhere=kept.elsewhere, bad=kept.bad)
        sign = "▲" if kept.loses else "✓"
        self.said.setText(f"{sign} Đã sao lưu và kiểm tra: {name}. {more}".strip())
        self.backed_up.emit()

    def _on_checked(self, health: Health) -> None:
        if health.good:
            self.said.setText(f"✓ {good_sentence(health)}")
        else:
            self.said.setText("▲ " + "\n".join(found_lines(health)))

    def _on_copies(self, wanted: bool) -> None:
        self._session.settings.copies_sticks = wanted

    def _on_folder(self) -> None:
        open_path(self._session.ask, self._session.store.path.parent)


def _row(file: Path, place: str) -> list[QStandardItem]:
    found = file.stat()
    made = dt.datetime.fromtimestamp(found.st_mtime).astimezone()
    texts = (
        f"{made:%H:%M} {format_date(made)}",
        file.name,
        place,
        format_integer(-(-found.st_size // 1000)),
    )
    items = [QStandardItem(text) for text in texts]
    items[0].setData(file, _FILE)
    items[3].setTextAlignment(
        Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    )
    return items


def _line(*buttons: QPushButton) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(theme.BETWEEN)
    for button in buttons:
        button.setAccessibleName(button.text().replace("&", ""))
        line.addWidget(button)
    line.addStretch()
    return line
