"""Codes are short, run in the order of printing, and are never two numbers' own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.records.report import Column, FigureKey, Row, Table
from desktop.rules.tracing.codes import Codes, codes_in, in_short
from desktop.rules.tracing.places import Kind, Quantity, Spot


def a_quantity(code: str) -> Quantity:
    return Quantity(kind=Kind.FIGURE, code=code)


def a_spot(table: str, column: str = "x") -> Spot:
    return Spot(
        at=FigureKey(table=table, row="total", column=column),
        table=Table(code=table, title="", sheet="", columns=(), rows=()),
        row=Row(values=()),
        column=Column(heading=("",)),
        printed=1,
        quantities=(),
    )


def given_codes(*tables: str) -> list[str]:
    codes = Codes()
    made = []
    for number, table in enumerate(tables):
        one = a_quantity(str(number))
        codes.give(one, a_spot(table, str(number)))
        made.append(codes.of(one))
    return made


def test_a_table_with_a_letter_gives_its_own_and_counts_on() -> None:
    assert given_codes("table_a", "table_c", "table_a") == ["A1", "C1", "A2"]


def test_the_targets_of_body_and_annex_share_the_letter_of_their_table() -> None:
    assert given_codes("targets_short", "targets", "tasks") == ["F1", "F2", "E1"]


def test_a_table_of_an_offices_own_gets_a_letter_nobody_has() -> None:
    made = given_codes("compare", "late", "table_g", "table_h", "spending")
    letters = [one[0] for one in made]
    assert len(set(letters)) == len(letters)


def test_very_many_tables_get_two_letters() -> None:
    made = given_codes(*(f"own{number}" for number in range(40)))
    assert len(set(made)) == 40
    assert all(one.isascii() for one in made)


def test_a_number_that_stands_twice_keeps_its_code() -> None:
    codes, one = Codes(), a_quantity("f")
    codes.give(one, a_spot("targets_short"))
    codes.give(one, a_spot("targets"))
    assert codes.of(one) == "F1"
    assert [spot.at.table for spot in codes.places(one)] == ["targets_short", "targets"]
    assert codes.of_cell("targets", "total", "x") == "F1"
    assert list(codes.in_order()) == [one]


def test_parts_that_are_printed_nowhere_stand_under_their_number() -> None:
    codes, one = Codes(), a_quantity("f")
    codes.give(one, a_spot("targets"))
    parts = [a_quantity("n"), a_quantity("d")]
    assert list(codes.give_below(one, parts)) == parts
    assert list(codes.give_below(one, parts)) == []
    assert [codes.of(part) for part in parts] == ["F1a", "F1b"]
    assert list(codes.in_order()) == [one, *parts]
    assert codes.of(None) == ""


def test_a_number_of_very_many_parts_still_names_each_of_them() -> None:
    codes, one = Codes(), a_quantity("f")
    codes.give(one, a_spot("targets"))
    parts = [a_quantity(f"n{number}") for number in range(60)]
    list(codes.give_below(one, parts))
    assert len({codes.of(part) for part in parts}) == 60


@pytest.mark.parametrize(
    ("codes", "printed"),
    [
        ((), ""),
        (("A1",), "A1"),
        (("E7", "E8"), "E7, E8"),
        (("E7", "E8", "E9", "E10"), "E7-E10"),
        (("E1", "E2", "E3", "C7"), "E1-E3, C7"),
        (("C7", "E1", "E2", "E3", "E9"), "C7, E1-E3, E9"),
        (("E1", "E1"), "E1"),
    ],
)
def test_codes_that_follow_one_another_are_told_by_their_ends(
    codes: tuple[str, ...], printed: str
) -> None:
    assert in_short(codes) == printed


_KNOWN = [f"{letter}{number}" for letter in "ACE" for number in range(1, 13)]


@given(st.lists(st.sampled_from(_KNOWN), max_size=12, unique=True))
def test_what_is_printed_beside_a_cell_is_read_back(codes: list[str]) -> None:
    assert codes_in(in_short(codes), _KNOWN) == tuple(codes)


def test_codes_nobody_gave_are_not_read() -> None:
    assert codes_in("Z9, E1-E99", _KNOWN) == ()
    assert codes_in("E1-E3", ["E1", "E1a", "E2", "E3"]) == ("E1", "E2", "E3")
