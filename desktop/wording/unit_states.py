"""Words for how a unit stands with its report, and for how it was asked."""

import datetime as dt
from typing import Final

from desktop.records.exchange import Call
from desktop.rules.dates import format_date
from desktop.rules.numbers import format_integer
from desktop.rules.unit_states import Rate, Standing

_STANDINGS: Final = {
    Standing.NOT_YET: "– Chưa báo cáo",
    Standing.SENT: "– Đã gửi biểu, chưa nhận lại",
    Standing.HELD: "– Đang giữ, chờ bản gốc",
    Standing.FAULTY: "▲ Đã trả lại",
    Standing.PART: "– Mới có một phần kỳ",
    Standing.ENTERED: "✓ Đã nhập tại đây",
    Standing.ACCEPTED: "✓ Đã nhận",
}
_WAYS: Final = {
    "phone": "Gọi điện",
    "message": "Nhắn tin",
    "email": "Gửi thư",
    "letter": "Gửi công văn",
    "visit": "Gặp trực tiếp",
}
_PERCENT: Final = 100


def standing(
    far: Standing,
    faults: int = 0,
    late_days: int = 0,
    *,
    left: int | None = None,
    in_time: bool | None = None,
) -> str:
    """Return how a unit stands: with a sign, a word, and how late it is.

    Args:
        far: How far its report has come.
        faults: Faults marked in what went back.
        late_days: Days since its last day while it still owes its report; 0 for none.
        left: Days left of a report still owed; None: its last day is not known, or
            it owes nothing.
        in_time: Of an accepted report, whether it came in time; None: not known.
    """
    said = _STANDINGS[far]
    if far is Standing.FAULTY and faults:
        said += f", {format_integer(faults)} chỗ phải sửa"
    if far is Standing.ACCEPTED and in_time is False:
        said += ", trễ hạn"
    if left is not None and left >= 0:
        said += f" – còn {format_integer(left)} ngày"
    if late_days:
        said = f"▲{said[1:]} – quá {format_integer(late_days)} ngày"
    return said


def way(code: str) -> str:
    """Return how somebody was asked."""
    return _WAYS.get(code, code)


def call(one: Call | None, zone: dt.tzinfo | None = None) -> str:
    """Return when and how a unit was last asked, and what it answered."""
    if one is None:
        return "–"
    day = format_date(one.at.astimezone(zone).date())
    return f"{day} {way(one.way).lower()}" + (f": {one.note}" if one.note else "")


def percent(part: int, whole: int) -> str:
    """Return a share in whole per cent, rounded half up; a dash of nothing."""
    if not whole:
        return "–"
    return f"{(2 * part * _PERCENT + whole) // (2 * whole)}%"


def rate(one: Rate | None) -> str:
    """Return how many reports came of those owed: `33/34 (97%)`."""
    if one is None or not one.owed:
        return "–"
    many = f"{format_integer(one.reported)}/{format_integer(one.owed)}"
    return f"{many} ({percent(one.reported, one.owed)})"


def rate_in_time(one: Rate | None) -> str:
    """Return how many came in time of those owed."""
    if one is None or not one.owed:
        return "–"
    many = f"{format_integer(one.in_time)}/{format_integer(one.owed)}"
    return f"{many} ({percent(one.in_time, one.owed)})"
