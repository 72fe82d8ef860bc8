"""The words shipped for sheets of entries are whole."""

from desktop.files.catalogue import load_registers
from desktop.files.entry_words import load_entry_words
from desktop.records.activity import ActivityState
from desktop.rules.entry_table.lines import SHAPES
from desktop.rules.vietnamese import fold

WORDS = load_entry_words()


def test_every_state_of_an_activity_has_words() -> None:
    assert set(WORDS.states) == set(ActivityState)


def test_every_number_of_a_small_table_has_words_of_its_own() -> None:
    parts = [part for shape in SHAPES.values() for part in shape.parts]
    assert set(parts) <= set(WORDS.parts)
    for shape in SHAPES.values():
        said = [fold(t) for part in shape.parts for t in WORDS.parts[part]]
        assert len(said) == len(set(said)), shape.record


def test_headings_are_of_fields_some_register_has() -> None:
    known = {field.name for one in load_registers() for field in one.fields}
    assert {slot.partition("#")[0] for slot in WORDS.headings} <= known


def test_no_mark_is_both_a_yes_and_a_no() -> None:
    assert not set(WORDS.flags.yes) & set(WORDS.flags.no)


def test_no_unit_of_money_has_two_values() -> None:
    said = {(fold(text), unit.factor) for unit in WORDS.units for text in unit.texts}
    assert len(said) == len({text for text, _ in said})
