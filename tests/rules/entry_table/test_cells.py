"""All cells of a column are read alike, each different one once."""

from typing import Any

import pytest

from desktop.rules.entry_table.cells import ColumnReader, Found
from desktop.rules.entry_table.columns import Column, field_of, parse_slot
from desktop.rules.entry_table.fates import Choices, ColumnMatch, Match
from desktop.rules.grid import Cell
from tests.rules.entry_table.sheets import a_cell, a_context, register


def reader(slot: str, *cells: str | Cell, **choices: Any) -> ColumnReader:
    found = parse_slot(slot, register())
    assert found is not None
    match = ColumnMatch(column=0, heading="Cột", field=slot, match=Match.EXACT)
    column = Column(match=match, slot=found, field=field_of(found, register()))
    many = [a_cell(one) for one in cells]
    return ColumnReader(column, many, a_context(), Choices(**choices), ours=False)


def only(slot: str, cell: str | Cell, **choices: Any) -> Found:
    return reader(slot, cell, **choices).found[0]


def codes(found: Found) -> list[str]:
    return [problem.code for problem in found.fate.problems]


def test_a_cell_tells_what_was_found_and_what_would_be_kept() -> None:
    found = only("attendance", "1500 người")
    assert (found.value, found.given, found.bad) == (1500, True, False)
    assert (found.fate.found, found.fate.shown) == ("1500 người", "1.500")


def test_a_span_shows_both_its_days() -> None:
    assert only("first_day", "5-7/8/2024").fate.shown == "05/08/2024-07/08/2024"


def test_letters_from_before_unicode_are_put_right_by_the_font() -> None:
    found = only("title", Cell(text="TËp huÊn quyÒn con ng\u00adêi", font=".VnTime"))
    assert found.value == "Tập huấn quyền con người"
    assert found.fate.healed == "tcvn3"
    assert found.fate.found == "TËp huÊn quyÒn con ng\u00adêi"


def test_letters_can_be_kept_as_they_are() -> None:
    cell = Cell(text="TËp huÊn", font=".VnTime")
    found = only("title", cell, keep_letters=frozenset({0}))
    assert (found.value, found.fate.healed) == ("TËp huÊn", "")


def test_marks_apart_from_their_letters_are_composed() -> None:
    found = only("title", "Ta\u0323\u0302p hua\u0302\u0301n")
    assert (found.value, found.fate.healed) == ("Tập huấn", "decomposed")


def test_letters_that_were_lost_are_told_and_stop_nothing() -> None:
    found = only("title", "Tr??ng h?c")
    assert codes(found) == ["letters_lost"]
    assert not found.bad


@pytest.mark.parametrize("fault", ["formula", "error_value"])
def test_a_cell_the_file_does_not_vouch_for_is_refused(fault: str) -> None:
    found = only("attendance", Cell(text="#REF!", fault=fault))
    assert codes(found) == [f"cell_{fault}"]
    assert found.bad


def test_a_number_over_several_cells_is_of_nobody_knows_which() -> None:
    assert codes(only("attendance", Cell(text="300", kind="number", block=1))) == [
        "merged_number"
    ]
    assert only("place", Cell(text="Hội trường", block=1)).given
    assert only("attendance", Cell(text="", block=1)).fate.problems == ()


def test_a_doubtful_column_holds_back_its_doubtful_cells_only() -> None:
    made = reader("first_day", "05/08/2024", "08/08/2024", "5.9.2024", "")
    assert made.match.asked == ("dmy", "mdy")
    assert [codes(one) for one in made.found] == [["date_ambiguous"], [], [], []]
    assert made.found[0].fate.problems[0].facts == (
        "05/08/2024",
        "05/08/2024",
        "08/05/2024",
    )


def test_a_column_that_was_asked_about_is_read_as_told() -> None:
    made = reader("first_day", "05/08/2024", "08/13/2024", readings={0: "mdy"})
    assert (made.match.asked, made.match.reading) == ((), "mdy")
    assert [one.fate.shown for one in made.found] == ["08/05/2024", "13/08/2024"]


def test_days_of_a_file_are_exchanged_where_somebody_said_so() -> None:
    cells = (Cell(text="08/05/2024", kind="day"), "13/08/2024")
    asked = reader("first_day", *cells)
    assert codes(asked.found[0]) == ["date_ambiguous"]
    assert codes(asked.found[1]) == []
    told = reader("first_day", *cells, readings={0: "mdy"})
    assert [one.fate.shown for one in told.found] == ["05/08/2024", "13/08/2024"]
    kept = reader("first_day", *cells, readings={0: "dmy"})
    assert [one.fate.shown for one in kept.found] == ["08/05/2024", "13/08/2024"]


def test_a_number_of_one_line_is_read_as_a_number() -> None:
    assert only("audiences#women", "12 người").value == 12
    assert only("spending#regular", "1,5 triệu").value == 1_500_000
    assert codes(only("audiences#women", "nhiều")) == ["number_not_number"]


def test_words_nobody_knows_are_told_with_the_cell() -> None:
    found = only("agency", "Hội Chữ thập xanh")
    assert found.unknown[0][0] == "Hội Chữ thập xanh"
    assert found.bad
