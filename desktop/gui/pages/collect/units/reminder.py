"""A ready text that asks units for their figures, to be pasted into a message."""

import datetime as dt
from collections.abc import Sequence

from desktop.operations.units.unit_states import UnitState
from desktop.records.plan import Plan
from desktop.rules.dates import format_date


def reminder(
    units: Sequence[UnitState],
    plan: Plan,
    period: str,
    office: str,
    due: dt.date | None,
) -> str:
    """Return the text of a reminder.

    Args:
        units: Who is asked.
        plan: The plan they report on.
        period: The period in the middle of a sentence.
        office: Name of the office that asks.
        due: Last acceptable day; None when it is not known.
    """
    names = [unit.agency.name for unit in units]
    title = f"{plan.title[:1].lower()}{plan.title[1:]}"
    until = f", chậm nhất ngày {format_date(due)}" if due else ""
    asked = (
        f"Thực hiện Kế hoạch {title}, {office} đề nghị các cơ quan, đơn vị nêu trên "
        f"gửi số liệu và báo cáo {period} về {office}{until}."
    )
    lines = [_addressed(names), "", asked]
    late = [unit.agency.name for unit in units if not unit.reported]
    if late and len(late) < len(names):
        lines.append(f"Đến nay chưa nhận được số liệu của: {'; '.join(late)}.")
    elif late:
        lines.append("Đến nay chưa nhận được số liệu của đơn vị.")
    lines.append("Nếu đã gửi, đề nghị báo lại để đối chiếu. Trân trọng cảm ơn.")
    return "\n".join(lines)


def _addressed(names: Sequence[str]) -> str:
    if len(names) == 1:
        return f"Kính gửi: {names[0]}."
    listed = "\n".join(f"- {name};" for name in names[:-1])
    return f"Kính gửi:\n{listed}\n- {names[-1]}."
