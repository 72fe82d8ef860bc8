"""List what was delivered where, and how it ended."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from desktop.gui.tables.short_list import Column, ShortList, ShortModel
from desktop.records.exchange import Delivery, DeliveryState
from desktop.rules.dates import format_date
from desktop.wording.labels import label

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


class DeliveryList(ShortList):
    """The history of deliveries, newest first; how each ended is never out of sight."""

    when_empty = "Chưa bàn giao lần nào."

    def __init__(self, parent: QWidget) -> None:
        """Begin without rows."""
        columns = (
            Column(heading="Lúc", text=lambda one: cells(one)[0], weight=24),
            Column(heading="Gói", text=lambda one: cells(one)[1], weight=28, tip=_tip),
            Column(heading="Nơi nhận", text=lambda one: cells(one)[2], weight=20),
            Column(heading="Tình trạng", text=lambda one: cells(one)[3], weight=28),
        )
        model = ShortModel(columns, lambda one: str(one.id))
        super().__init__(model, "Lịch sử bàn giao", parent)
        model.setParent(self)

    def show_deliveries(self, deliveries: Iterable[Delivery]) -> None:
        """List these deliveries in the order given."""
        self.model_.show_rows(tuple(deliveries))


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


def _tip(delivery: Delivery) -> str:
    return f"{delivery.file_name}\nSHA-256: {delivery.sha256}"
