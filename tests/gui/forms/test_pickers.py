"""Days, numbers and choices are read as people type them."""

import datetime as dt
from decimal import Decimal

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.gui.forms.fields import Editor, Offer
from desktop.gui.forms.pickers import (
    ChoiceEditor,
    ChoicesEditor,
    DateEditor,
    DecimalEditor,
    NumberEditor,
    YearEditor,
)
from desktop.gui.tables.names import Names
from desktop.records.catalogue import CatalogueItem
from desktop.records.register import Field, FieldType

OFFER = Offer(
    names=Names(
        items=[
            CatalogueItem(catalogue="theme", code="a", name="Trẻ em"),  # type: ignore[arg-type]
            CatalogueItem(catalogue="theme", code="b", name="Phụ nữ"),  # type: ignore[arg-type]
            CatalogueItem(catalogue="theme", code="old", name="Cũ", retired=True),  # type: ignore[arg-type]
        ]
    ),
    products=lambda: (("p1", "Phóng sự"),),
    today=dt.date(2024, 12, 20),
    year=2024,
)


def field(kind: FieldType, catalogue: str = "theme") -> Field:
    return Field(name="x", type=kind, label="Trường", catalogue=catalogue)


def shown(editor: Editor, qtbot: QtBot) -> Editor:
    qtbot.addWidget(editor.widget)
    return editor


def test_a_day_is_typed_short_and_kept_half_typed(qtbot: QtBot) -> None:
    editor = shown(DateEditor(field(FieldType.DATE), OFFER), qtbot)
    QTest.keyClicks(editor.widget, "5/8")
    assert editor.value() == dt.date(2024, 8, 5)
    editor.set_typed("32/13")
    assert editor.value() is None
    assert editor.unreadable()
    assert editor.typed() == "32/13"
    editor.set_value(None)
    assert (editor.value(), editor.unreadable()) == (None, "")


def test_a_number_is_whole_and_says_why_it_is_not(qtbot: QtBot) -> None:
    editor = shown(NumberEditor(field(FieldType.MONEY)), qtbot)
    QTest.keyClicks(editor.widget, "12.500.000")
    assert editor.value() == 12_500_000
    editor.set_typed("1,5")
    assert editor.value() is None
    assert "số nguyên" in editor.unreadable()
    editor.set_value(0)
    assert (editor.value(), editor.typed()) == (0, "0"), "zero is not blank"


def test_a_value_may_have_decimals(qtbot: QtBot) -> None:
    editor = shown(DecimalEditor(field(FieldType.DECIMAL)), qtbot)
    QTest.keyClicks(editor.widget, "85,5")
    assert editor.value() == Decimal("85.5")
    editor.set_value(Decimal("1234.25"))
    assert editor.typed() == "1.234,25"
    editor.set_typed("x")
    assert (editor.value(), bool(editor.unreadable())) == (None, True)


@pytest.mark.parametrize(
    ("typed", "year", "readable"),
    [("2024", 2024, True), ("", None, True), ("24", None, False), ("x", None, False)],
)
def test_a_year_has_four_digits(
    typed: str, year: int | None, readable: bool, qtbot: QtBot
) -> None:
    editor = shown(YearEditor(field(FieldType.INTEGER)), qtbot)
    QTest.keyClicks(editor.widget, typed)
    assert editor.value() == year
    assert bool(editor.unreadable()) is not readable
    editor.set_value(2025)
    assert editor.typed() == "2025"


def test_a_choice_is_typed_without_marks_and_must_be_in_the_list(qtbot: QtBot) -> None:
    editor = shown(ChoiceEditor(field(FieldType.CHOICE), OFFER), qtbot)
    editor.set_typed("tre em")
    assert editor.value() == "a"
    editor.set_typed("khong co")
    assert editor.value() is None
    assert editor.unreadable()
    assert editor.typed() == "khong co"


def test_a_retired_value_stays_in_the_entry_that_has_it(qtbot: QtBot) -> None:
    one = shown(ChoiceEditor(field(FieldType.CHOICE), OFFER), qtbot)
    one.set_typed("Cũ")
    assert one.value() is None, "no longer offered"
    one.set_value("old")
    assert (one.value(), one.unreadable()) == ("old", "")
    many = shown(ChoicesEditor(field(FieldType.CHOICES), OFFER), qtbot)
    many.set_value(("old", "b"))
    assert set(many.typed()) == {"old", "b"}  # type: ignore[call-overload]
    assert "Cũ" in many.widget.accessibleDescription()
    many.set_value(())
    assert many.value() == ()


def test_products_are_chosen_by_title(qtbot: QtBot) -> None:
    editor = shown(ChoiceEditor(field(FieldType.PRODUCT, ""), OFFER), qtbot)
    editor.set_typed("phong su")
    assert editor.value() == "p1"
