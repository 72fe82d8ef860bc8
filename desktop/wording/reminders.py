"""The texts that ask units for their reports, to be pasted or mailed."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop.records.arrival import CellFault
from desktop.rules.dates import format_date
from desktop.rules.numbers import format_integer
from desktop.wording import form_faults

BETWEEN = "\n\n———\n\n"
"""Between the texts of several units, each of which goes to its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What one unit is asked."""

    unit: str
    office: str
    plan: str
    """Title of the plan."""
    period: str
    """In the middle of a sentence."""
    due: dt.date | None = None
    late_days: int = 0
    form: str = ""
    """File name of the form made for it; blank where none was."""
    sent: str = ""
    """File name of what it sent and that went back; blank where nothing did."""
    sent_on: dt.date | None = None
    faults: tuple[CellFault, ...] = ()
    many_faults: int = 0
    """How many were marked, where they cannot be told one by one."""


def subject(one: Asked) -> str:
    """Return the line a mail is known by."""
    until = f", hạn {format_date(one.due)}" if one.due else ""
    return f"{one.office}: đề nghị gửi báo cáo {one.period}{until}"


def text(one: Asked) -> str:
    """Return what is said to a unit: its name, form, day, and its faults one by one."""
    lines = [f"Kính gửi: {one.unit}.", "", _request(one), *_faults(one)]
    lines.append("Nếu đã gửi, đề nghị báo lại để đối chiếu. Trân trọng cảm ơn.")
    return "\n".join(lines)


def texts(many: Iterable[Asked]) -> str:
    """Return the texts of several units behind each other."""
    return BETWEEN.join(text(one) for one in many)


def _request(one: Asked) -> str:
    plan = f"{one.plan[:1].lower()}{one.plan[1:]}"
    form = f" theo biểu “{one.form}”" if one.form else ""
    until = f", chậm nhất ngày {format_date(one.due)}" if one.due else ""
    late = (
        f"; đến nay đã quá hạn {format_integer(one.late_days)} ngày"
        if one.late_days
        else ""
    )
    return (
        f"Thực hiện Kế hoạch {plan}, {one.office} đề nghị đơn vị gửi số liệu và "
        f"báo cáo {one.period}{form} về {one.office}{until}{late}."
    )


def _faults(one: Asked) -> Sequence[str]:
    many = len(one.faults) or one.many_faults
    if not many:
        return ("Đến nay chưa nhận được số liệu của đơn vị.",) if not one.sent else ()
    day = f" ngày {format_date(one.sent_on)}" if one.sent_on else ""
    head = (
        f"Tệp “{one.sent}” đơn vị gửi{day} đã trả lại vì còn "
        f"{format_integer(many)} chỗ phải sửa"
    )
    if not one.faults:
        return (
            f"{head}; đề nghị sửa các ô được tô màu trong bản trả lại rồi gửi lại.",
        )
    listed = form_faults.numbered(one.faults)
    return (f"{head}:", listed, "Đề nghị sửa trong bản đã trả lại rồi gửi lại.")
