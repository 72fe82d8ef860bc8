"""Values are shown as the table has them, and written so that they read again."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from desktop.records.activity import ActivityState, AudienceCount
from desktop.records.identity import Code
from desktop.rules.entry_table.reading import read_value
from desktop.rules.entry_table.writing import holder, shower
from tests.rules.entry_table.sheets import OWN, PLAN, UNIT, a_context, a_field

NAMES, WORDS = a_context().names, a_context().words
WOMEN = AudienceCount(audience=Code("women"), attendance=1500)
VALUES = [
    ("training", "title", "Tập huấn", "Tập huấn"),
    ("training", "note", "một\nhai", "một hai"),
    ("training", "first_day", dt.date(2024, 8, 5), "05/08/2024"),
    ("training", "attendance", 1500, "1.500"),
    ("training", "attendance", 0, "0"),
    ("training", "digital", True, "Có"),
    ("training", "state", ActivityState.DONE, "Đã thực hiện"),
    ("training", "agency", OWN, "Phòng VHTT"),
    ("training", "partners", (OWN, UNIT), "Phòng VHTT, UBND xã Đăk Mar"),
    ("training", "tasks", (f"{PLAN}/2.2", f"{PLAN}/3.1"), "2.2, 3.1"),
    ("training", "pillar", "knowledge", "Phổ biến, giáo dục kiến thức"),
    ("training", "languages", ("vietnamese",), "Tiếng Việt"),
    ("training", "audiences", (WOMEN,), "1.500"),
    ("training", "organiser_tier", "commune", "Cấp xã"),
    ("budget", "year", 2024, "2024"),
    ("budget", "spent", 5_000_000, "5.000.000"),
    ("estimate", "value", Decimal("12.5"), "12,5"),
    (
        "press_information",
        "held_at",
        dt.datetime(2024, 8, 5, 8, 30),  # noqa: DTZ001  the office's own time
        "08:30, 05/08/2024",
    ),
]


@pytest.mark.parametrize(("code", "name", "value", "shown"), VALUES)
def test_a_value_is_shown_as_the_table_shows_it(
    code: str, name: str, value: Any, shown: str
) -> None:
    assert shower(a_field(name, code), NAMES, WORDS)(value) == shown


@pytest.mark.parametrize(("code", "name", "value", "shown"), VALUES)
def test_what_a_sheet_holds_reads_as_the_value_again(
    code: str, name: str, value: Any, shown: str
) -> None:
    field = a_field(name, code)
    held = holder(field, NAMES, WORDS)(value)
    kind = "number" if isinstance(held, int | Decimal) else ""
    text = f"{held:%d/%m/%Y}" if isinstance(held, dt.date) else str(held)
    kind = "day" if isinstance(held, dt.date) else kind
    assert read_value(field, text, a_context(), kind=kind).value == value


@pytest.mark.parametrize("value", [None, (), ""])
def test_nothing_is_shown_and_written_of_nothing(value: object) -> None:
    field = a_field("languages")
    assert holder(field, NAMES, WORDS)(value) is None
    if value != "":
        assert shower(field, NAMES, WORDS)(value) == ""


def test_a_no_is_written_but_not_shown() -> None:
    field = a_field("digital")
    assert holder(field, NAMES, WORDS)(False) == "Không"
    assert shower(field, NAMES, WORDS)(False) == ""
