"""Number and date are found in the letterhead, and nowhere else."""

import datetime as dt

from desktop.files.signed_copies.heads import Head, read_head
from desktop.files.signed_copies.words import words_of
from tests.files.signed_copies.printed import BODY, HEAD, Placed, printed

STAMPS: tuple[Placed, ...] = (("123", 105, 780), ("20", 382, 780), ("11", 436, 780))


def head(*words: Placed) -> Head:
    return read_head(words_of(printed(words)))


def test_number_and_date_are_read_from_what_was_stamped_in() -> None:
    found = head(*HEAD, *BODY, *STAMPS)
    assert found == Head(number="123", dated=dt.date(2024, 11, 20))


def test_rooms_left_blank_hold_nothing() -> None:
    assert head(*HEAD, *BODY) == Head()
    assert read_head(()) == Head()


def test_a_day_that_is_none_is_not_read() -> None:
    assert head(("ngày 31 tháng 02 năm 2024", 80, 700)).dated is None


def test_a_number_below_the_letterhead_is_another_documents() -> None:
    lines: list[Placed] = [(f"dòng {n}", 80, 780 - 20 * n) for n in range(20)]
    lines.append(("Số: 45/QĐ-UBND", 80, 300))
    assert head(*lines).number == ""
