"""Say where the rows of an import are now, for whoever does not see them."""

from collections.abc import Sequence
from typing import Any

from desktop.gui.tables.kinds import day_of, view_of
from desktop.records.period import Period
from desktop.records.register import Register
from desktop.rules.dates import format_date
from desktop.rules.numbers import format_integer
from desktop.store.views import Within


def landed(register: Register, kept: Sequence[Any], period: Period) -> str:
    """Return what was imported, and which of it the period on screen leaves out.

    Args:
        register: Whose entries they are.
        kept: The entries, as they were kept.
        period: The period chosen above.
    """
    said = f"Đã nhập {format_integer(len(kept))} dòng"
    days = [_day(register, one) for one in kept]
    outside = sorted(day for day in days if day and not _falls(register, day, period))
    if not outside:
        return said
    first, last = _shown(outside[0]), _shown(outside[-1])
    when = f"ngày {first}" if first == last else f"từ {first} đến {last}"
    if isinstance(outside[0], int):
        when = f"năm {first}" if first == last else f"năm {first} đến {last}"
    return (
        f"{said}; {format_integer(len(outside))} dòng ngoài kỳ đang xem ({when}): "
        "đổi kỳ ở phía trên để thấy."
    )


def _day(register: Register, record: object) -> Any:  # noqa: ANN401  a day or a year
    return getattr(record, day_of(register), None)


def _falls(register: Register, day: Any, period: Period) -> bool:  # noqa: ANN401
    """Tell whether an entry of a day is shown in a period, as its table has it."""
    cell: Any = day if isinstance(day, int) else day.isoformat()[:10]
    for test in view_of(register, period).tests:
        if isinstance(test, Within):
            first: Any = test.first
            last: Any = test.last
            return (first is None or first <= cell) and (last is None or cell <= last)
    return True


def _shown(day: Any) -> str:  # noqa: ANN401  a day or a year
    return str(day) if isinstance(day, int) else format_date(day)
