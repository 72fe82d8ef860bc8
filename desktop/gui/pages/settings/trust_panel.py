"""List the certificates that are believed here, with their fingerprints."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
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
from desktop.gui.running import run
from desktop.operations.read_trust import read_trust, trust_folder
from desktop.records.trust import KeptTrust, Pinned
from desktop.rules.dates import format_date

if TYPE_CHECKING:
    from desktop.gui.session import Session

HEADINGS = ("Chứng thư gốc", "Nơi cấp", "Hiệu lực đến", "Nguồn", "Dấu vân tay SHA-256")
ABOUT = (
    "Chữ ký chỉ được coi là tin cậy khi chứng thư của người ký do một trong các chứng "
    "thư gốc dưới đây cấp. Chương trình không dùng kho chứng thư của máy và không lên "
    "mạng. Muốn thêm: chép tệp chứng thư (.cer, .crt, .pem) vào thư mục, sau khi đã so "
    "dấu vân tay với nơi cấp bằng cách khác, như qua điện thoại."
)
NONE = (
    "Chưa có chứng thư gốc nào: mọi chữ ký còn nguyên vẹn đều ghi “chưa biết nơi cấp”."
)


class TrustPanel(QWidget):
    """What is pinned, read when the panel is first shown."""

    def __init__(self, session: "Session", parent: QWidget | None = None) -> None:
        """Lay out without rows."""
        super().__init__(parent)
        self._session = session
        self.list = QTableView()
        self._rows = QStandardItemModel(self)
        self.none = QLabel(NONE)
        self.folder = QPushButton("&Mở thư mục chứng thư")
        self.again = QPushButton("Đọc &lại")
        self._lay_out()
        self.folder.clicked.connect(self._on_folder)
        self.again.clicked.connect(self.read)

    def read(self) -> None:
        """Read the certificates off the main thread."""
        run(
            self._session,
            lambda _progress: read_trust(),
            title="Đọc chứng thư",
            then=self._on_read,
        )

    def showEvent(self, event: QShowEvent) -> None:
        """Read what is pinned now."""
        super().showEvent(event)
        self.read()

    def _lay_out(self) -> None:
        about = QLabel(ABOUT)
        about.setWordWrap(True)
        self.none.setProperty("role", "doubt")
        self.none.setWordWrap(True)
        self._rows.setHorizontalHeaderLabels(HEADINGS)
        self.list.setModel(self._rows)
        self.list.setAccessibleName("Chứng thư gốc được tin cậy")
        self.list.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setShowGrid(False)
        self.list.setTabKeyNavigation(False)
        self.list.verticalHeader().hide()
        self.list.verticalHeader().setDefaultSectionSize(
            2 * theme.scaled(theme.ROW_HEIGHT)
        )
        header = self.list.horizontalHeader()
        header.setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        for column, width in ((0, 200), (1, 200), (2, 110), (3, 130)):
            header.resizeSection(column, theme.scaled(width))
        header.setHighlightSections(False)
        header.setSectionResizeMode(4, QHeaderView.ResizeMode.Stretch)
        line = QHBoxLayout()
        line.setSpacing(theme.BETWEEN)
        for button in (self.folder, self.again):
            button.setAccessibleName(button.text().replace("&", ""))
            line.addWidget(button)
        line.addStretch()
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(0, theme.AROUND, 0, 0)
        column_.setSpacing(theme.BETWEEN)
        column_.addWidget(about)
        column_.addWidget(self.none)
        column_.addWidget(self.list, stretch=1)
        column_.addLayout(line)
        column_.addStretch()

    def _on_read(self, kept: KeptTrust) -> None:
        self._rows.removeRows(0, self._rows.rowCount())
        for each in kept.anchors:
            self._rows.appendRow([QStandardItem(text) for text in _cells(each)])
        found = bool(self._rows.rowCount())
        self.none.setVisible(not found)
        self.list.setVisible(found)

    def _on_folder(self) -> None:
        folder = trust_folder()
        folder.mkdir(parents=True, exist_ok=True)
        open_path(self._session.ask, folder)


def fingerprint(sha256: str) -> str:
    """Return a fingerprint in groups of four, on two lines, to be read aloud."""
    groups = [sha256[at : at + 4] for at in range(0, len(sha256), 4)]
    return "\n".join((" ".join(groups[:8]), " ".join(groups[8:]))).upper()


def _cells(pinned: Pinned) -> tuple[str, ...]:
    return (
        pinned.name,
        pinned.issuer,
        format_date(pinned.not_after.astimezone()),
        "Đi kèm chương trình" if pinned.shipped else "Cơ quan thêm",
        fingerprint(pinned.sha256),
    )
