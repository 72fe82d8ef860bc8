"""List whose signatures are believed here, add roots and lists, and take them back."""

import datetime as dt
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.gui import theme
from desktop.gui.opening import open_path
from desktop.gui.pages.settings.anchor_dialog import AnchorDialog
from desktop.gui.pages.settings.trust_rows import HEADINGS, TrustRow, rows
from desktop.gui.running import run
from desktop.gui.tables.plain_rows import show_plain_rows
from desktop.operations.outcome import Outcome
from desktop.operations.trust.read_trust import read_trust, trust_folder
from desktop.progress import Progress
from desktop.wording.trust import NOTHING, added, helped, list_sentence, removed

if TYPE_CHECKING:
    from desktop.gui.session import Session
    from desktop.records.trust import KeptTrust, Pinned, RevocationList

ABOUT = (
    "Chữ ký chỉ được tin khi chứng thư số của người ký do một chứng thư gốc dưới đây "
    "cấp. Chương trình không dùng kho chứng thư của máy và không lên mạng. Muốn biết "
    "chứng thư số có bị thu hồi không, nhập danh sách thu hồi (.crl) của nơi cấp."
)
CERTIFICATES = (("Chứng thư số", "*.cer *.crt *.der *.pem"),)
LISTS = (("Danh sách thu hồi", "*.crl *.pem"),)
REMOVE = "Không tin chứng thư gốc “{name}” nữa?"
REMOVE_DETAIL = (
    "Chữ ký của những người có chứng thư số do nơi này cấp sẽ ghi “chưa biết nơi cấp”. "
    "Tệp đã ký không thay đổi."
)
_ROW = Qt.ItemDataRole.UserRole
_LINES = 2


class TrustPanel(QWidget):
    """What is kept, read when the panel is shown; each change is a deed of its own."""

    told = Signal(str)
    """What was done, in one sentence."""

    def __init__(self, session: "Session", parent: QWidget | None = None) -> None:
        """Lay out without rows."""
        super().__init__(parent)
        self._session = session
        self.dialog: AnchorDialog | None = None
        self.list = QTableView()
        self._rows = QStandardItemModel(self)
        self.none = QLabel(NOTHING)
        self.add = QPushButton("Thêm chứng thư &gốc…")
        self.help = QPushButton("Thêm trung gia&n…")
        self.crl = QPushButton("Nhập &danh sách thu hồi…")
        self.remove = QPushButton("&Bỏ tin cậy…")
        self.folder = QPushButton("&Mở thư mục")
        self._lay_out()
        for button, act in (
            (self.add, self.add_anchor),
            (self.help, self.add_intermediate),
            (self.crl, self.import_list),
            (self.remove, self.remove_anchor),
            (self.folder, self._on_folder),
        ):
            button.clicked.connect(act)
        self.list.selectionModel().currentRowChanged.connect(self._allow)

    @property
    def current(self) -> TrustRow | None:
        """Return the row chosen, or None."""
        index = self._rows.index(self.list.currentIndex().row(), 0)
        found: TrustRow | None = index.data(_ROW)
        return found

    def read(self) -> None:
        """Read what is kept off the main thread."""
        run(
            self._session,
            lambda _progress: read_trust(),
            title="Đọc chứng thư",
            then=self._on_read,
        )

    def add_anchor(self) -> None:
        """Ask for a file, show its fingerprint, and believe it once compared."""
        path = self._session.ask.choose_file(
            "Chứng thư gốc", CERTIFICATES, purpose="trust"
        )
        if path is not None:
            self._run(partial(_look_at, path), partial(self._on_looked, path))

    def add_intermediate(self) -> None:
        """Keep an issuing certificate under a root that is believed."""
        path = self._session.ask.choose_file(
            "Chứng thư trung gian", CERTIFICATES, purpose="trust"
        )
        if path is not None:
            self._run(partial(_keep_intermediate, path), self._on_helped)

    def import_list(self) -> None:
        """Keep a list of revoked certificates that was brought by hand."""
        path = self._session.ask.choose_file(
            "Danh sách thu hồi", LISTS, purpose="trust"
        )
        if path is not None:
            self._run(partial(_keep_list, path), self._on_listed)

    def remove_anchor(self) -> None:
        """Ask, and believe the root chosen no longer."""
        row = self.current
        if row is None or not row.sha256:
            return
        question = REMOVE.format(name=row.name)
        if self._session.ask.confirm(question, verb="Bỏ tin cậy", detail=REMOVE_DETAIL):
            self._run(partial(_unpin, row.sha256), self._on_removed)

    def showEvent(self, event: QShowEvent) -> None:
        """Read what is kept now."""
        super().showEvent(event)
        self.read()

    def _lay_out(self) -> None:
        about = QLabel(ABOUT)
        about.setWordWrap(True)
        self.none.setProperty("role", "doubt")
        self.none.setWordWrap(True)
        self._rows.setHorizontalHeaderLabels(HEADINGS)
        self.list.setModel(self._rows)
        self.list.setAccessibleName("Chứng thư và danh sách thu hồi đang dùng")
        show_plain_rows(self.list)
        self.list.setWordWrap(True)
        self.list.setStyleSheet(
            f"QTableView::item {{ padding: 0 {theme.INSIDE + 1}px; }}"
        )
        self.list.verticalHeader().setDefaultSectionSize(
            _LINES * theme.scaled(theme.ROW_HEIGHT) - theme.BETWEEN
        )
        header = self.list.horizontalHeader()
        for column, width in ((0, 155), (2, 105), (3, 345)):
            header.resizeSection(column, theme.scaled(width))
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.add.setProperty("primary", True)
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(0, theme.AROUND, 0, 0)
        column_.setSpacing(theme.BETWEEN)
        column_.addWidget(about)
        column_.addWidget(self.none)
        column_.addWidget(self.list, stretch=1)
        column_.addLayout(self._buttons())
        column_.addStretch()  # takes what an empty list leaves
        self._allow()

    def _buttons(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(theme.BETWEEN)
        for button in (self.add, self.help, self.crl, self.remove):
            line.addWidget(button)
        line.addStretch()
        line.addWidget(self.folder)
        for button in self.findChildren(QPushButton):
            button.setAccessibleName(button.text().replace("&", ""))
        return line

    def _run(
        self, work: Callable[[Progress], Outcome[object]], then: Callable[..., object]
    ) -> None:
        run(self._session, work, title="Chứng thư tin cậy", then=then)

    def _allow(self) -> None:
        row = self.current
        self.remove.setEnabled(row is not None and bool(row.sha256))

    def _on_read(self, kept: "KeptTrust") -> None:
        self._rows.removeRows(0, self._rows.rowCount())
        for row in rows(kept, dt.datetime.now(dt.UTC)):
            items = [QStandardItem(text) for text in row.cells]
            items[0].setData(row, _ROW)
            for item in items:
                item.setToolTip(item.text())
                if row.doubtful:
                    item.setForeground(theme.colour("warn"))
            self._rows.appendRow(items)
        self.none.setVisible(not kept.anchors)
        self.list.setVisible(bool(self._rows.rowCount()))
        self._allow()

    def _on_looked(self, path: Path, found: "Pinned") -> None:
        dialog = AnchorDialog(found, self)
        self.dialog = dialog
        dialog.accepted.connect(partial(self._pin, path, found.sha256))
        dialog.finished.connect(self._on_dialog_gone)
        dialog.open()

    def _pin(self, path: Path, sha256: str) -> None:
        self._run(partial(_pin, path, sha256), self._on_added)

    def _on_added(self, found: "Pinned") -> None:
        self._say(added(found))

    def _on_helped(self, found: "Pinned") -> None:
        self._say(helped(found))

    def _on_listed(self, found: "RevocationList") -> None:
        self._say(list_sentence(found))

    def _on_removed(self, name: str) -> None:
        self._say(removed(name))

    def _say(self, sentence: str) -> None:
        self.read()
        self.told.emit(sentence)

    def _on_dialog_gone(self) -> None:
        self.dialog = None

    def _on_folder(self) -> None:
        folder = trust_folder()
        folder.mkdir(parents=True, exist_ok=True)
        open_path(self._session.ask, folder)


def _look_at(path: Path, _progress: Progress) -> Outcome[object]:
    from desktop.operations.trust.add_anchor import look_at_anchor

    return Outcome(look_at_anchor(path))


def _pin(path: Path, sha256: str, _progress: Progress) -> Outcome[object]:
    from desktop.operations.trust.add_anchor import add_anchor

    return Outcome(add_anchor(path, sha256).value)


def _keep_intermediate(path: Path, _progress: Progress) -> Outcome[object]:
    from desktop.operations.trust.import_intermediate import import_intermediate

    return Outcome(import_intermediate(path).value)


def _keep_list(path: Path, _progress: Progress) -> Outcome[object]:
    from desktop.operations.trust.import_crl import import_crl

    return Outcome(import_crl(path).value)


def _unpin(sha256: str, _progress: Progress) -> Outcome[object]:
    from desktop.operations.trust.remove_anchor import remove_anchor

    return Outcome(remove_anchor(sha256).value)
