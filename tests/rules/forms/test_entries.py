"""Rows of a list become entries with ids of their own, and every fault is told."""

import datetime as dt

from desktop.records.activity import Activity
from desktop.records.identity import AgencyId
from desktop.rules.forms.entries import Told, row_id, told_entries
from desktop.rules.forms.laying import lay
from tests import builders
from tests.rules.forms.sheets import (
    LIST,
    WHOSE,
    a_content,
    a_row,
    against,
    listed,
    source,
    summary,
)

KNOWN = "0197d1e27a1070008000000000000001"


def told(*rows: dict[str, object], known: frozenset[str] = frozenset()) -> list[Told]:
    laid = lay(a_content(), source(summary(), listed(*rows)))
    held = against()
    register = held.registers["conference"]
    return list(told_entries(laid.sheets[0], register, WHOSE, held, known))


def codes(one: Told) -> list[tuple[str, str]]:
    return [(fault.cell, fault.code) for fault in one.faults if not fault.doubt]


def test_a_row_becomes_an_entry_of_the_unit() -> None:
    (one,) = told(a_row(attendance="1.500"))
    assert isinstance(one.record, Activity)
    assert one.record.agency == AgencyId(builders.UNIT)
    assert (one.record.title, one.record.attendance) == ("Hội nghị một", 1500)
    assert one.record.first_day == dt.date(2024, 5, 6)
    assert (one.at, one.place) == (f"{LIST}!5", "activities")
    assert one.record.id == one.row_id == row_id(WHOSE, "conference", "v1-0001")
    assert not one.refused


def test_the_id_is_of_the_key_and_not_of_what_the_row_says() -> None:
    (one,), (two,) = told(a_row()), told(a_row(title="Khác", attendance=1))
    assert one.row_id == two.row_id


def test_an_entry_shown_keeps_its_id_only_if_the_form_showed_it() -> None:
    (one,) = told(a_row(key=f"={KNOWN}"), known=frozenset({KNOWN}))
    assert one.row_id == KNOWN
    (other,) = told(a_row(key=f"={KNOWN}"))
    assert other.row_id != KNOWN


def test_rows_without_a_key_and_copies_of_one_are_known_by_what_they_say() -> None:
    first = told(a_row(), a_row(key=""), a_row(key="v1-0001"), a_row(key="", title="X"))
    keys = [one.key for one in first]
    assert keys[0] == "v1-0001"
    assert all(key.startswith("~") for key in keys[1:])
    assert keys[1].endswith(".1")
    assert keys[2].endswith(".2")
    assert len({one.row_id for one in first}) == 4
    moved = told(
        a_row(key="", title="X"),
        a_row(key="v1-0001"),
        a_row(key=""),
        a_row(key=""),
    )
    assert {one.row_id for one in moved} == {one.row_id for one in first}


def test_one_day_told_is_the_only_day() -> None:
    (one,) = told(a_row(last_day=""))
    assert one.record.last_day == dt.date(2024, 5, 6)
    assert one.values["last_day"] == dt.date(2024, 5, 6)


def test_a_blank_cell_says_that_there_is_nothing() -> None:
    (one,) = told(a_row(place="", attendance=""))
    assert one.values["place"] == ""
    assert one.values["attendance"] is None or one.values["attendance"] == 0
    assert "place" not in one.texts


def test_what_is_missing_or_outside_is_told_at_its_cell() -> None:
    lacking, late = told(
        a_row(title=""), a_row(first_day="1/7/2024", last_day="2/7/2024")
    )
    assert codes(lacking) == [("A5", "missing")]
    assert codes(late) == [("C6", "outside_period")]
    assert late.faults[-1].facts == ("01/04/2024", "30/06/2024")


def test_a_day_outside_is_told_at_the_cell_that_has_it() -> None:
    (late,) = told(a_row(first_day="1/7/2024", last_day=""))
    assert codes(late) == [("B5", "outside_period")]
    (fault,) = late.faults
    assert (fault.label, fault.shown) == ("Từ ngày", "1/7/2024")


def test_what_began_before_the_period_counts_by_its_last_day() -> None:
    (one,) = told(a_row(first_day="20/3/2024", last_day="2/4/2024"))
    assert not one.refused


def test_a_day_that_cannot_be_read_is_told_once() -> None:
    (one,) = told(a_row(first_day="sắp tới", last_day=""))
    assert codes(one) == [("B5", "date_not_date")]


def test_days_turned_around_are_a_fault() -> None:
    (one,) = told(a_row(first_day="9/5/2024", last_day="6/5/2024"))
    assert one.refused
    assert all(cell in ("B5", "C5") for cell, _ in codes(one))


def test_numbers_and_days_are_the_same_text_however_typed() -> None:
    (one,) = told(a_row(attendance="1.500", first_day="6/5/2024"))
    (two,) = told(a_row(attendance=1500))
    assert one.texts == two.texts
