"""Words for entries that look alike, and for events several agencies held."""

from collections.abc import Iterable

from desktop.records.activity import Activity
from desktop.rules.dates import format_date
from desktop.rules.joint_events import Joining, Sum
from desktop.rules.numbers import format_integer
from desktop.rules.twins import Sign

_SIGNS = {
    Sign.SAME_DAYS: "cùng ngày",
    Sign.DAYS_OVERLAP: "trùng một số ngày",
    Sign.NEXT_DAY: "cách nhau một ngày",
    Sign.SAME_PLACE: "cùng nơi",
    Sign.SAME_CHANNEL: "cùng kênh",
    Sign.SAME_ATTENDANCE: "cùng số lượt người",
    Sign.SAME_TITLE: "cùng tên",
    Sign.ALIKE_TITLE: "tên gần giống",
    Sign.SAME_AGENCY: "cùng đơn vị",
    Sign.OTHER_AGENCY: "khác đơn vị",
}

COUNTED_AT_LEAD = (
    "Số người lần đầu, kinh phí và mọi số liệu trong tổng số lấy từ hoạt động được "
    "tính; số liệu của từng đơn vị vẫn lấy từ dòng của đơn vị đó."
)


def why(signs: Iterable[Sign]) -> str:
    """Return what two entries have in common, for a person to judge by."""
    return ", ".join(_SIGNS[one] for one in signs)


def called(record: object, agency: str, day: str) -> str:
    """Return an entry in one line: day, title, place, agency."""
    title, place = getattr(record, "title", ""), getattr(record, "place", "")
    return " · ".join(part for part in (day, title, place, agency) if part)


def doubted(other: str, signs: str) -> str:
    """Return what is said of an entry that another may be the same as."""
    return f"Có thể trùng với: {other} ({signs})."


def days_of(record: object) -> str:
    """Return the day or the days of an entry."""
    works = getattr(record, "first_published", None)
    first = getattr(record, "first_day", works)
    last = getattr(record, "last_day", works)
    if first is None or last is None:
        return ""
    if first == last:
        return format_date(first)
    return f"{format_date(first)} – {format_date(last)}"


def effect(planned: Joining, one: str) -> tuple[str, ...]:
    """Return what joining does to totals and to the lead, line by line.

    Args:
        planned: What would be done.
        one: What one entry of the register is called.
    """
    before = "; ".join(_amount(each, each.before, one) for each in planned.sums)
    after = "; ".join(_amount(each, each.after, one) for each in planned.sums)
    return (f"Tổng số hiện nay: {before}.", f"Sau khi ghép: {after}.")


def led(entries: int) -> str:
    """Return what is said of the entry in which a shared event is counted."""
    return (
        f"Sự kiện chung: gồm {format_integer(entries)} hoạt động phối hợp; tổng tính "
        "một lần, ở đây."
    )


def joined(lead: str) -> str:
    """Return what is said of an entry that is counted in another's."""
    return f"Sự kiện chung: tổng tính ở {lead}; số liệu đơn vị vẫn tính ở đây."


def chosen(one: Activity, agency: str) -> str:
    """Return an entry as it is offered to be the one that is counted."""
    people = (
        "" if one.attendance is None else f"{format_integer(one.attendance)} lượt người"
    )
    parts = (agency, days_of(one), one.title, people)
    return " · ".join(part for part in parts if part)


def _amount(one: Sum, many: int, entry: str) -> str:
    if one.field is None:
        return f"{format_integer(many)} {entry}"
    label, unit = one.field.label.lower(), one.field.unit
    if unit and unit in label:
        return f"{format_integer(many)} {unit}"
    return f"{label} {format_integer(many)} {unit}".strip()
