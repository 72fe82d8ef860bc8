"""A written slot means a field, or one number of one line."""

import pytest

from desktop.rules.entry_table.columns import (
    Slot,
    field_of,
    parse_slot,
)
from tests.rules.entry_table.sheets import register


@pytest.mark.parametrize(
    ("text", "slot"),
    [
        ("title", Slot(field="title")),
        ("id", Slot(field="id")),
        ("audiences", Slot(field="audiences")),
        ("audiences#women", Slot(field="audiences", code="women")),
        (
            "spending#regular.planned",
            Slot(field="spending", code="regular", part="planned"),
        ),
        (
            "staff#G4@commune.first_trained",
            Slot(field="staff", code="G4", tier="commune", part="first_trained"),
        ),
    ],
)
def test_a_slot_is_read(text: str, slot: Slot) -> None:
    assert parse_slot(text, register()) == slot
    assert (field_of(slot, register()) is None) == (text == "id")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nothing",
        "title#women",
        "audiences#women.planned",
        "audiences#women@commune",
        "id#x",
        "audiences#",
        "title title",
    ],
)
def test_what_the_register_does_not_have_is_none(text: str) -> None:
    assert parse_slot(text, register()) is None
