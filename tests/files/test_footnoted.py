"""Each place knows its notes, and no note is lost."""

from desktop.files.footnoted import Footnoted, mark
from tests.files.traced_report import a_traced_report


def test_each_kind_of_place_bears_its_own() -> None:
    notes = Footnoted(a_traced_report())
    assert notes.section("II.1") == [1]
    assert notes.title("table_a") == [2]
    assert notes.row("table_a", "agency-2") == [3]
    assert notes.figure("table_a", "agency-3", "attendance") == [4]


def test_blank_keys_bear_nothing() -> None:
    notes = Footnoted(a_traced_report())
    assert not notes.section("")
    assert not notes.row("table_a", "")
    assert not notes.figure("table_a", "", "attendance")
    assert not notes.figure("table_a", "agency-3", "")


def test_notes_of_tables_that_are_not_shown_join_those_of_the_text() -> None:
    notes = Footnoted(a_traced_report())
    assert [one.number for one in notes.of_text(["table_a"])] == [1]
    assert [one.number for one in notes.of_text([])] == [1, 2, 3, 4]
    assert [one.number for one in notes.of_table("table_a")] == [2, 3, 4]
    assert notes.marks_table("table_a")
    assert not notes.marks_table("table_b")


def test_several_notes_make_several_marks() -> None:
    assert mark([1, 12]) == "[1][12]"
    assert mark([]) == ""
