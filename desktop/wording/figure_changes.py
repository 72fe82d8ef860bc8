"""Words for figures that are another now."""

from decimal import Decimal

from desktop.records.report import FigureChange, Value
from desktop.rules.numbers import format_decimal
from desktop.rules.reports.compare import effect


def change_line(change: FigureChange) -> str:
    """Return one change: `Biểu A: Xã A; Số cuộc: 1 → 3 (+2). Lý do: …`."""
    by = effect(change)
    more = "" if by is None else f" ({_signed(by)})"
    reason = f" Lý do: {change.reason}" if change.reason else ""
    return f"{change.label}: {_shown(change.old)} → {_shown(change.new)}{more}.{reason}"


def _signed(by: Decimal) -> str:
    return f"{'+' if by > 0 else ''}{format_decimal(by)}"


def _shown(value: Value) -> str:
    if value is None:
        return "không có"
    if isinstance(value, Decimal | int):
        return format_decimal(value)
    return str(value)
