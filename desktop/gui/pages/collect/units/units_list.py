"""The list of units, and the words of each of its columns."""

from PySide6.QtWidgets import QAbstractItemView, QWidget

from desktop.gui.tables.short_list import Column, ShortList, ShortModel
from desktop.operations.units.unit_states import UnitState, UnitStates
from desktop.rules.dates import format_date
from desktop.rules.numbers import format_integer
from desktop.rules.unit_states import Standing
from desktop.wording import deadlines, unit_states

NAME = "Đơn vị phải báo cáo"


def make_list(parent: QWidget) -> ShortList:
    """Return the list; several units can be selected."""
    columns = (
        Column(heading="Đơn vị", text=lambda one: one.agency.name, weight=30, tip=tip),
        Column(heading="Tình trạng", text=state, weight=28, colour=colour, tip=tip),
        Column(heading="Nhận ngày", text=came, weight=10, whole=True),
        Column(
            heading="Mục trong kỳ",
            text=lambda one: format_integer(one.entries),
            weight=9,
            number=True,
        ),
        Column(heading="Điện thoại", text=line, weight=12),
        Column(heading="Liên hệ gần nhất", text=last_call, weight=22),
    )
    model = ShortModel(columns, lambda one: one.agency.id, parent)
    made = ShortList(model, NAME, parent)
    made.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    made.keep_one_line()
    made.when_empty = "Không có đơn vị nào."
    return made


def state(one: UnitState) -> str:
    """Return how a unit stands, and how late it is."""
    faults = one.ret.faults if one.ret and one.standing is Standing.FAULTY else 0
    late = -(one.left or 0) if one.late else 0
    left = None if one.reported else one.left
    return unit_states.standing(
        one.standing, faults, late, left=left, in_time=one.in_time
    )


def colour(one: UnitState) -> str:
    """Return the colour that repeats what the words say."""
    if one.reported:
        return "warn" if one.in_time is False else "good"
    return "bad" if one.late or one.standing is Standing.FAULTY else ""


def came(one: UnitState) -> str:
    """Return the day on which the first accepted file came."""
    return format_date(one.came) if one.came else "–"


def line(one: UnitState) -> str:
    """Return the telephone of the unit."""
    return (one.contact.line if one.contact else "") or "–"


def last_call(one: UnitState) -> str:
    """Return when and how it was last asked."""
    return unit_states.call(one.call, one.call.at.tzinfo if one.call else None)


def tip(one: UnitState) -> str:
    """Return everything known of how a unit stands, a fact a line."""
    return "\n".join((one.agency.name, state(one), *facts(one)))


def facts(one: UnitState) -> tuple[str, ...]:
    """Return what is known of a unit beside its state, a fact a line."""
    plan, form, ret = one.plan, one.form, one.ret
    number = f"số {plan.number}, năm {plan.year}" if plan and plan.number else ""
    said = (
        f"Kế hoạch riêng: {number or (plan.year if plan else 'chưa có')}",
        f"Biểu đã làm: {form.file_name}, bản {form.version}, "
        f"{format_date(form.made_at.date())}"
        if form
        else "Chưa làm biểu cho kỳ này",
        f"Tệp đã nhận: {ret.file_name}" if ret and one.reported else "",
        f"Tệp đã trả lại: {ret.file_name}, {format_integer(ret.faults)} chỗ phải sửa"
        if ret and one.standing is Standing.FAULTY
        else "",
        f"Mục gần nhất: {format_date(one.last_day)}" if one.last_day else "",
        f"Hộp thư: {one.contact.mailbox}"
        if one.contact and one.contact.mailbox
        else "",
        f"Liên hệ gần nhất: {last_call(one)}" if one.call else "Chưa liên hệ lần nào",
    )
    return tuple(text for text in said if text)


def sentence(states: UnitStates) -> str:
    """Say how many units still owe their report, and until when."""
    owing, late, many = len(states.owing), len(states.late), len(states.units)
    part = any(one.standing is Standing.PART for one in states.units)
    lacks = "chưa đủ số liệu" if part else "chưa có số liệu"
    said = f"{owing} trên {many} đơn vị {lacks}"
    if owing in {0, many}:
        said = f"cả {many} đơn vị {lacks if owing else 'đã có số liệu'}"
    parts = [_when(states), said]
    if late and late != owing:
        parts.append(f"{late} đơn vị đã quá hạn")
    text = "; ".join(part for part in parts if part)
    return f"{text[:1].upper()}{text[1:]}."


def _when(states: UnitStates) -> str:
    due, left = states.due, states.left
    if due is None or left is None:
        return ""
    if left < 0:
        return f"hạn báo cáo {format_date(due)} đã qua"
    if left == 0:
        return f"hôm nay ({format_date(due)}) là ngày cuối báo cáo"
    note = deadlines.day_off(due, states.working_day)
    said = f"còn {left} ngày đến hạn {format_date(due)}"
    return f"{said} ({note[:1].lower()}{note[1:].rstrip('.')})" if note else said
