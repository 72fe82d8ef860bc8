"""Numbers of the summary count beyond what the lists come to, never below."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.rules.forms.statement import Statement, read_statement
from desktop.rules.forms.totals import unlisted_id
from desktop.rules.grid import Cell
from tests.rules.forms.sheets import (
    EVENTS,
    SUMMARY,
    WHOSE,
    a_content,
    a_row,
    a_total,
    against,
    listed,
    source,
    summary,
)

PARTS = (
    a_total("events", "B4"),
    a_total("parts_one", "C4", part_of="events", figures=()),
    a_total("parts_two", "D4", part_of="events", figures=()),
)
AGAINST = against()


def told(rows: int = 0, **values: object) -> Statement:
    lines = [a_row(title=f"Hội nghị {n}") for n in range(rows)]
    workbook = source(summary(**values), listed(*lines))
    return read_statement(a_content(*PARTS), workbook, WHOSE, AGAINST)


@given(st.integers(0, 3), st.integers(0, 6))
def test_a_number_above_what_is_listed_is_kept_whole(rows: int, total: int) -> None:
    found = told(rows, B=total)
    (one,) = found.totals
    assert one.value == total
    told_whole = [each.value for each in one.unlisted]
    if total < rows:
        (fault,) = one.faults
        assert (fault.code, fault.facts) == (
            "less_than_listed",
            (str(total), str(rows)),
        )
        assert not told_whole
    else:
        assert not one.faults
        assert told_whole == ([Decimal(total)] if total > rows else [])


def test_what_is_left_blank_is_as_many_as_are_listed() -> None:
    assert told(2).totals == ()


def test_the_number_is_kept_under_an_id_of_its_own() -> None:
    (one,) = told(1, B=5).totals
    (kept,) = one.unlisted
    assert kept.id == unlisted_id(WHOSE, "events", EVENTS)
    assert (kept.value, kept.figure, kept.agency) == (5, EVENTS, WHOSE.agency)
    assert kept.whole, "what exceeds what is kept is found when it is counted"
    assert (kept.first_day, kept.last_day) == (WHOSE.first_day, WHOSE.last_day)
    assert one.at == f"{SUMMARY}!B4"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("12 buổi", "number_not_number"),
        ("nhiều", "number_not_number"),
        (-1, "negative"),
        ("2,5", "number_fraction"),
        (Cell(fault="formula"), "cell_formula"),
        (Cell(text="#N/A", fault="error_value"), "cell_error_value"),
        (Cell(text="5", kind="number", block=2), "cell_merged"),
    ],
)
def test_what_is_no_number_is_a_fault(typed: object, code: str) -> None:
    (one,) = told(0, B=typed).totals
    assert one.refused
    assert [fault.code for fault in one.faults] == [code]
    assert one.faults[0].cell == "B4"
    assert one.faults[0].label == "Trực tiếp: events"


def test_text_numbers_are_read_by_the_one_parser() -> None:
    (one,) = told(0, B="1.500").totals
    assert one.value == 1500


def test_parts_above_the_whole_are_wrong_and_below_it_doubted() -> None:
    above, below, equal = told(0, B=5, C=4, D=2), told(0, B=5, C=4), told(0, B=5, C=5)
    assert [(f.code, f.doubt) for f in above.totals[0].faults] == [
        ("parts_above_whole", False)
    ]
    assert above.totals[0].faults[0].facts == ("5", "6")
    assert [(f.code, f.doubt) for f in below.totals[0].faults] == [
        ("parts_differ", True)
    ]
    assert equal.totals[0].faults == ()
