"""List what was delivered where, and how it ended."""

from collections.abc import Iterable

from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from desktop.gui import theme
from desktop.gui.tables.plain_rows import show_plain_rows
from desktop.records.exchange import Delivery, DeliveryState
from desktop.rules.dates import format_date
from desktop.wording.labels import label

HEADINGS = ("Lúc", "Gói", "Nơi nhận", "Tình trạng")
REASONS = {
    "missing": "không thấy nơi nhận",
    "full": "không đủ chỗ",
    "read_only": "không cho ghi",
    "gone": "mất nơi nhận khi đang chép",
    "differs": "đọc lại không khớp",
    "exists": "đã có tệp khác cùng tên",
    "cancelled": "đã hủy",
    "unreadable": "không đọc được gói",
}
_SIGNS = {
    DeliveryState.DELIVERED: "✓",
    DeliveryState.FAILED: "▲",
    DeliveryState.PREPARED: "–",
}


class DeliveryList(QTableView):
    """The history of deliveries, newest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without rows."""
        super().__init__(parent)
        self._rows = QStandardItemModel(self)
        self._rows.setHorizontalHeaderLabels(HEADINGS)
        self.setModel(self._rows)
        self.setAccessibleName("Lịch sử bàn giao")
        show_plain_rows(self)
        header = self.horizontalHeader()
        for column, width in ((0, 122), (1, 150), (2, 130)):
            header.resizeSection(column, theme.scaled(width))
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)

    def show_deliveries(self, deliveries: Iterable[Delivery]) -> None:
        """List these deliveries in the order given."""
        self._rows.removeRows(0, self._rows.rowCount())
        for each in deliveries:
            items = [QStandardItem(text) for text in cells(each)]
            for item in items:
                item.setToolTip(item.text())
            items[1].setToolTip(f"{each.file_name}\nSHA-256: {each.sha256}")
            self._rows.appendRow(items)


def cells(delivery: Delivery) -> tuple[str, str, str, str]:
    """Return the row of one delivery."""
    at = delivery.prepared_at
    reason = REASONS.get(delivery.reason, "")
    state = f"{_SIGNS[delivery.state]} {label(delivery.state)}"
    return (
        f"{at:%H:%M} {format_date(at)}",
        delivery.file_name,
        delivery.target,
        f"{state}: {reason}" if reason else state,
    )
