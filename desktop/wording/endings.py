"""Words for certificates and lists of revoked ones that end."""

import datetime as dt
from typing import Final

from desktop.records.ending import Ending, EndingKind
from desktop.rules.dates import format_date
from desktop.wording.deadlines import days_left
from desktop.wording.labels import label

_NEXT: Final = {
    EndingKind.CERTIFICATE: "Xin gia hạn hoặc cấp mới với nơi cấp chứng thư số; sau "
    "ngày này khóa không ký được nữa.",
    EndingKind.LIST: "Tải danh sách mới từ nơi cấp rồi nhập vào Thiết lập, phần tin "
    "cậy; danh sách cũ không còn cho biết chứng thư nào đã bị thu hồi.",
}


def what(ending: Ending) -> str:
    """Return what ends, without its name."""
    return label(ending.kind)


def whose(ending: Ending) -> str:
    """Return whose it is, and of a certificate for whom it signs."""
    roles = ", ".join(label(one).lower() for one in ending.roles)
    return f"{ending.name} ({roles})" if roles else ending.name


def when(ending: Ending, now: dt.datetime) -> str:
    """Return the last day in the office's own time, and how long that is from now."""
    day = format_date(ending.ends.astimezone(now.tzinfo))
    left = "Đã hết hạn" if ending.left < 0 else days_left(ending.left)
    return f"{day} – {left.lower()}"


def line(ending: Ending, now: dt.datetime) -> str:
    """Return an ending as one line of plain text."""
    return f"{what(ending)}: {whose(ending)} | {when(ending, now)}"


def to_do(ending: Ending) -> str:
    """Return what is to be done about it."""
    return _NEXT[ending.kind]


def headline(endings: tuple[Ending, ...]) -> str:
    """Return what must be seen to as part of a sentence; blank where nothing must."""
    certificates = [one for one in endings if one.kind is EndingKind.CERTIFICATE]
    if not certificates:
        return "danh sách thu hồi đã hết hạn" if endings else ""
    first = certificates[0]
    if first.left < 0:
        return f"chứng thư số của {first.name} đã hết hạn"
    left = days_left(first.left).lower()
    return f"chứng thư số của {first.name} sắp hết hạn ({left})"


def event_words(ending: Ending) -> tuple[str, str]:
    """Return title and lines of the day in a calendar."""
    return f"{what(ending)}: {ending.name}", f"{whose(ending)}\n{to_do(ending)}"
