"""The units that owe their figures: who, by which telephone, and when last asked."""

from PySide6.QtWidgets import QWidget

from desktop.gui.tables.short_list import Column, ShortList, ShortModel
from desktop.operations.units.read_units import Unit
from desktop.wording import unit_states

NAME = "Đơn vị chưa có số liệu trong kỳ"


def silent_units(parent: QWidget) -> ShortList:
    """Return the list, without units yet."""
    columns = (
        Column(
            heading="Đơn vị", text=lambda unit: unit.agency.name, weight=48, tip=tip
        ),
        Column(heading="Điện thoại", text=line, weight=22, tip=tip),
        Column(heading="Liên hệ gần nhất", text=asked, weight=30, tip=tip),
    )
    made = ShortList(ShortModel(columns, lambda unit: unit.agency.id), NAME, parent)
    made.model_.setParent(made)
    made.choose_by_click()
    made.when_empty = "Mọi đơn vị đã có số liệu trong kỳ."
    return made


def line(unit: Unit) -> str:
    """Return the telephone of the unit's office."""
    return (unit.contact.line if unit.contact else "") or "–"


def asked(unit: Unit) -> str:
    """Return when and how the unit was last asked; its answer is in the tip."""
    return said(unit).partition(": ")[0]


def tip(unit: Unit) -> str:
    """Return all that is known of how to reach the unit, a fact a line."""
    mailbox = unit.contact.mailbox if unit.contact else ""
    facts = (
        unit.agency.name,
        f"Điện thoại: {line(unit)}",
        f"Hộp thư: {mailbox}" if mailbox else "",
        f"Liên hệ gần nhất: {said(unit)}" if unit.call else "Chưa liên hệ lần nào",
    )
    return "\n".join(fact for fact in facts if fact)


def said(unit: Unit) -> str:
    """Return when and how the unit was last asked, and what it answered."""
    return unit_states.call(unit.call, unit.call.at.tzinfo if unit.call else None)
