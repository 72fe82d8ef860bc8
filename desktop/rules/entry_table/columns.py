"""What a column tells: a field, or one number of one line of a small table."""

import re
from dataclasses import dataclass
from decimal import Decimal

from desktop.records.register import Field, Register
from desktop.rules.entry_table.fates import ColumnMatch
from desktop.rules.entry_table.lines import SHAPES

ID = "id"

_SLOT = re.compile(
    r"(?P<field>\w+)(?:#(?P<code>[\w-]+)(?:@(?P<tier>\w+))?(?:\.(?P<part>\w+))?)?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """Where a cell's value goes, as `ColumnMatch.field` writes it.

    `audiences#women`, `staff#G4@commune.first_trained`, `spending#regular.planned`.
    """

    field: str
    code: str = ""
    tier: str = ""
    part: str = ""
    """Which number of the line; blank: the main one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of the sheet that tells something of an entry."""

    match: ColumnMatch
    slot: Slot
    field: Field | None
    """None for the column of ids."""
    factor: Decimal = Decimal(1)


def parse_slot(text: str, register: Register) -> Slot | None:
    """Return what a written slot means in a register; None when it means nothing."""
    found = _SLOT.fullmatch(text)
    if found is None:
        return None
    slot = Slot(
        field=found["field"],
        code=found["code"] or "",
        tier=found["tier"] or "",
        part=found["part"] or "",
    )
    return slot if text == ID or _fits(slot, field_of(slot, register)) else None


def field_of(slot: Slot, register: Register) -> Field | None:
    """Return the field a slot is of."""
    return next((one for one in register.fields if one.name == slot.field), None)


def _fits(slot: Slot, field: Field | None) -> bool:
    if field is None:
        return False
    if not slot.code:
        return True
    shape = SHAPES.get(field.type)
    if shape is None or (slot.tier and not shape.tier):
        return False
    return not slot.part or slot.part in (*shape.parts, shape.main)
