"""Every error in four lines: what happened, why, your data, what to do next."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.errors import (
    ConflictError,
    DesktopError,
    InputError,
    PackageUnreadableError,
    UnknownNameError,
)
from desktop.rules.dates import format_date
from desktop.rules.numbers import format_integer
from desktop.wording import (
    conflict_faults,
    file_faults,
    handing_over_faults,
    handover_faults,
    lock_faults,
    office_faults,
    period_faults,
    signature_faults,
    trust_faults,
    update_faults,
)
from desktop.wording.fields import label_of
from desktop.wording.package_reasons import member_label
from desktop.wording.problems import sentence
from desktop.wording.signed_copies import first_difference

UNCHANGED = "Không thay đổi."

_TABLES = (
    conflict_faults.TABLES
    | file_faults.TABLES
    | handing_over_faults.TABLES
    | handover_faults.TABLES
    | lock_faults.TABLES
    | office_faults.TABLES
    | signature_faults.TABLES
    | trust_faults.TABLES
    | update_faults.TABLES
)
_KILOBYTE = 1_000
_MEGABYTE = 1_000_000
_MOST_TOLD = 12
"""Problems told in one message; a longer list is not read."""


@dataclass(frozen=True, slots=True)
class Message:
    """A fault in words."""

    what: str
    why: str
    data: str
    next: str


def explain(error: DesktopError, labels: Mapping[str, str] | None = None) -> Message:
    """Return the four lines of an error.

    Args:
        error: What was raised.
        labels: What the fields at fault are called on the screen.
    """
    if isinstance(error, UnknownNameError):
        return _unknown(error)
    if isinstance(error, InputError):
        return _input(error, labels or {})
    if isinstance(error, ConflictError) and error.reason == "period_locked":
        return Message(*period_faults.locked(error.facts))
    lines = _lines_of(error, _reason_of(error))
    return Message(*(line.format_map(_facts_of(error)) for line in lines))


def render(message: Message) -> str:
    """Return the four lines with their labels, as copied and printed."""
    return "\n".join(
        (
            f"Chuyện gì xảy ra: {message.what}",
            f"Vì sao: {message.why}",
            f"Dữ liệu của anh/chị: {message.data}",
            f"Làm gì tiếp: {message.next}",
        )
    )


def _reason_of(error: DesktopError) -> str:
    """Return why; a package in which one named part is damaged has words of its own."""
    reason = str(getattr(error, "reason", ""))
    if isinstance(error, PackageUnreadableError) and reason == "damaged":
        named = error.facts and "." in error.facts[0]
        return "member_damaged" if named else reason
    return reason


def _lines_of(error: DesktopError, reason: str) -> tuple[str, str, str, str]:
    """Find the lines of a reason, or the general ones of the nearest class."""
    tables = [_TABLES[cls] for cls in type(error).__mro__ if cls in _TABLES]
    keys = [(table, key) for table in tables for key in (reason, "")]
    # A general sentence of a nearer class says more than a reason of a wider one.
    return next(table[key] for table, key in keys if key in table)


def _facts_of(error: DesktopError) -> dict[str, str]:
    """Return what the lines may name: the file, its folder, and the error's facts."""
    place = getattr(error, "path", getattr(error, "target", None))
    path = place if isinstance(place, Path) else Path()
    facts: tuple[str, ...] = getattr(error, "facts", ())
    shown = [_shown(fact) for fact in facts]
    padded = [*shown, "", "", "", ""]
    return {
        "name": path.name or str(path),
        "folder": str(path.parent),
        "one": padded[0],
        "member": member_label(padded[0]),
        "two": padded[1],
        "three": padded[2],
        "four": padded[3],
        "all": ", ".join(filter(None, shown)) or "không rõ",
        "others": _listed(shown[1:]),
        "differs": first_difference(facts),
    }


def _listed(names: Sequence[str]) -> str:
    """Print names behind each other, and of a longer list how many more there are."""
    rest = len(names) - _MOST_TOLD
    more = f" và {rest} đơn vị khác" if rest > 0 else ""
    return f"{', '.join(names[:_MOST_TOLD])}{more}"


def _shown(fact: str) -> str:
    """Print a moment as a day and a number of bytes as megabytes."""
    if fact.isdecimal() and len(fact) > len(str(_MEGABYTE)) - 1:
        return f"{format_integer(-(-int(fact) // _MEGABYTE))} MB"
    if fact.isdecimal() and len(fact) > len("999"):
        return f"{format_integer(-(-int(fact) // _KILOBYTE))} KB"
    try:
        return format_date(dt.datetime.fromisoformat(fact)) if "-" in fact else fact
    except ValueError:
        return fact


def _unknown(error: UnknownNameError) -> Message:
    """Tell a name that stands for nothing, and those that would have done."""
    problem = error.problems[0]
    return Message(
        "Chưa hiểu kỳ báo cáo."
        if problem.field == "period"
        else "Không có tên đã nêu.",
        sentence(problem, label_of(problem)),
        UNCHANGED,
        "Chọn một trong các tên có sẵn rồi làm lại.",
    )


def _input(error: InputError, labels: Mapping[str, str]) -> Message:
    """Tell every problem of an entry, one on a line."""
    told = [
        sentence(problem, labels.get(problem.field) or label_of(problem))
        for problem in error.problems
        if problem.blocking
    ]
    rest = len(told) - _MOST_TOLD
    shown = told[:_MOST_TOLD] + ([f"Và {rest} chỗ khác."] if rest > 0 else [])
    if len(shown) == 1 and error.problems[0].field == "table":
        return Message("Chưa lấy được bảng này vào sổ.", shown[0], UNCHANGED, _LOOK)
    if len(shown) == 1:
        return Message(
            "Nội dung vừa nhập chưa ghi được.", shown[0], UNCHANGED, _MEND_ONE
        )
    return Message(
        f"Nội dung vừa nhập chưa ghi được: có {len(told)} chỗ cần sửa.",
        "\n  – ".join(("", *shown)) if shown else "Nội dung chưa hợp lệ.",
        UNCHANGED,
        _MEND_MANY,
    )


_LOOK = "Mở tệp hoặc vùng đã chép ra xem lại, rồi nhập lại."
_MEND_ONE = "Sửa chỗ đã nêu rồi ghi lại."
_MEND_MANY = "Sửa các chỗ đã nêu rồi ghi lại."
