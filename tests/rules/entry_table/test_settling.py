"""Doubtful cells of a column are settled by others, by somebody, or asked about."""

import datetime as dt
from typing import Any

import pytest

from desktop.rules.entry_table.reading import read_value
from desktop.rules.entry_table.settling import (
    Seen,
    Settled,
    exchangeable,
    settle_days,
    settle_numbers,
)
from desktop.rules.grid import Cell
from tests.rules.entry_table.sheets import a_context, a_field

TEXT_DAYS = ("05/08/2024", "06/09/2024")


def seen(name: str, *texts: str, kinds: str = "", code: str = "training") -> Seen:
    """Return texts, or with a mark for each (`d`: a day of the file), their cells."""
    one = a_field(name, code)
    marks = kinds or "t" * len(texts)
    cells = [
        Cell(text=text, kind="day" if mark == "d" else "")
        for text, mark in zip(texts, marks, strict=True)
    ]
    return [
        (cell, read_value(one, cell.text, a_context(), kind=cell.kind))
        for cell in cells
    ]


def days(*texts: str, kinds: str = "", chosen: str = "", **said: Any) -> Settled:
    found = seen("first_day", *texts, kinds=kinds)
    return settle_days(found, chosen, ours=said.get("ours", False))


def test_days_that_prove_nothing_are_asked_about_once() -> None:
    assert days(*TEXT_DAYS).asked == ("dmy", "mdy")
    assert days(*TEXT_DAYS, chosen="mdy") == Settled(reading="mdy")
    assert days("05.08.2024", "8/8/2024").asked == ()


@pytest.mark.parametrize(
    ("proof", "order"), [("13/08/2024", "dmy"), ("08/13/2024", "mdy")]
)
def test_one_day_that_can_be_read_in_one_way_settles_the_column(
    proof: str, order: str
) -> None:
    found = days(*TEXT_DAYS, proof)
    assert found == Settled(reading=order, proof=proof)


def test_days_of_both_orders_are_read_days_first_and_the_others_are_faults() -> None:
    found = days(*TEXT_DAYS, "13/08/2024", "08/13/2024")
    assert (found.reading, found.asked) == ("dmy", ())


def test_texts_that_prove_an_order_put_exchangeable_days_of_the_file_in_doubt() -> None:
    """Excel set to months first made 5 August of 08/05 and left 13/08 a text."""
    found = days("08/05/2024", "13/08/2024", kinds="dt")
    assert found.asked == ("dmy", "mdy")
    assert (found.reading, found.file_days) == ("dmy", "asked")
    chosen = days("08/05/2024", "13/08/2024", kinds="dt", chosen="mdy")
    assert (chosen.asked, chosen.reading, chosen.file_days) == ((), "dmy", "mdy")


@pytest.mark.parametrize(
    ("texts", "kinds"),
    [
        (("28/05/2024", "08/05/2024", "13/08/2024"), "ddt"),
        (("08/05/2024", "09/05/2024"), "dd"),
        (("08/08/2024", "13/08/2024"), "dt"),
    ],
)
def test_days_of_the_file_are_trusted_otherwise(
    texts: tuple[str, ...], kinds: str
) -> None:
    found = days(*texts, kinds=kinds)
    assert (found.asked, found.file_days) == ((), "")


def test_a_sheet_of_ours_asks_nothing_of_days() -> None:
    assert days(*TEXT_DAYS, ours=True).reading == "dmy"
    assert days(*TEXT_DAYS, ours=True).asked == ()
    assert days("08/05/2024", "13/08/2024", kinds="dt", ours=True).asked == ()


def test_only_days_that_become_another_are_exchangeable() -> None:
    assert exchangeable(dt.date(2024, 8, 5))
    assert not exchangeable(dt.date(2024, 8, 8))
    assert not exchangeable(dt.date(2024, 8, 13))


def numbers(*texts: str, chosen: str = "") -> Settled:
    return settle_numbers(seen("value", *texts, code="estimate"), chosen)


def test_numbers_that_prove_nothing_are_asked_about_once() -> None:
    assert numbers("1,500", "12").asked == ("grouped", "decimal")
    assert numbers("1,500", chosen="decimal").asked == ()
    assert numbers("12", "1500").asked == ()


@pytest.mark.parametrize(
    ("texts", "read"),
    [
        (("1,500", "12,5"), "decimal"),
        (("1,500", "12.5"), "grouped"),
        (("1.500", "12,5"), "grouped"),
        (("1.500", "1.500.000"), "grouped"),
        (("1.500", "1,500,000"), "decimal"),
    ],
)
def test_a_number_that_can_be_read_in_one_way_settles_the_sign(
    texts: tuple[str, str], read: str
) -> None:
    found = numbers(*texts)
    assert (found.asked, found.proof) == ((), texts[1])
    doubtful = seen("value", texts[0], code="estimate")[0][1]
    assert found.of_number(doubtful) == read


def test_numbers_of_both_customs_leave_the_question_open() -> None:
    assert numbers("1,500", "12,5", "12.5").asked == ("grouped", "decimal")
