"""The names agencies bore, and who stood below whom."""

import datetime as dt

import pytest

from desktop.rules.agency_book import AgencyBook, Naming
from tests.rules.agencies import EVE, REFORM, a_name, an_agency

A = an_agency("a", name="Mới", valid_from=dt.date(2020, 1, 1))
B = an_agency("b", parent="a", valid_to=EVE)
C = an_agency("c", parent="a")
BOOK = AgencyBook(agencies=(A, B, C), former_names=(a_name("a", "Cũ", EVE),))


def test_names_follow_one_another_without_a_gap() -> None:
    assert [(one.name, one.first, one.last) for one in BOOK.namings(A)] == [
        ("Cũ", dt.date(2020, 1, 1), EVE),
        ("Mới", REFORM, None),
    ]


def test_the_book_of_a_day_bears_the_names_of_the_day() -> None:
    assert [one.name for one in BOOK.on(EVE)] == ["Cũ", "b", "c"]
    assert [one.name for one in BOOK.on(REFORM)] == ["Mới", "b", "c"]


def test_who_has_gone_is_below_nobody() -> None:
    assert BOOK.below_from(A.id, EVE) == (B, C)
    assert BOOK.below_from(A.id, REFORM) == (C,)


def test_who_begins_later_is_below_one_already() -> None:
    later = an_agency("d", parent="a", valid_from=REFORM)
    book = AgencyBook(agencies=(A, later))
    assert book.below_from(A.id, EVE) == (later,)


@pytest.mark.parametrize(
    ("first", "last", "overlaps"),
    [
        (None, EVE, False),
        (None, REFORM, True),
        (REFORM, None, True),
        (dt.date(2026, 1, 2), None, False),
        (None, None, True),
    ],
)
def test_two_names_overlap_when_both_are_borne_on_one_day(
    first: dt.date | None, last: dt.date | None, overlaps: bool
) -> None:
    one = Naming(name="", first=REFORM, last=dt.date(2026, 1, 1))
    other = Naming(name="", first=first, last=last)
    assert one.overlaps(other) is overlaps
    assert other.overlaps(one) is overlaps
