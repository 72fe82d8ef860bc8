"""A number of a form below what is kept of the unit here is asked about."""

from decimal import Decimal

from desktop.records.arrival import CellFault
from desktop.records.figure import Figure
from desktop.rules.counting import Span
from desktop.rules.forms.judging import Stored, judge
from desktop.rules.forms.kept_more import kept_more
from desktop.rules.forms.statement import read_statement
from tests.rules.forms.sheets import (
    WHOSE,
    a_content,
    a_row,
    a_total,
    against,
    listed,
    source,
    summary,
)

CONTENT = a_content(a_total("events", "B4"))


def doubts(
    total: int, rows: int, here: int, before: int = 0, *, edited: bool = False
) -> list[CellFault]:
    """Return what is doubted where the office keeps some entries of the unit.

    Args:
        total: The number the unit tells.
        rows: Entries it lists.
        here: Entries that are kept.
        before: How many of these are of the same form, the last time it came.
        edited: Whether they were edited here since.
    """

    def kept(_figure: Figure, days: Span) -> dict[str, Decimal]:
        assert days == Span(WHOSE.first_day, WHOSE.last_day)
        return {str(WHOSE.agency): Decimal(here), "another": Decimal(99)}

    known = against(kept=kept)
    lines = [a_row(title=f"Hội nghị {n}") for n in range(rows)]
    told = read_statement(
        CONTENT, source(summary(B=total), listed(*lines)), WHOSE, known
    )
    lines = [a_row(title=f"Hội nghị {n}", place="Nhà rông") for n in range(before)]
    first = read_statement(CONTENT, source(summary(), listed(*lines)), WHOSE, known)
    held = {(one.place, str(one.row_id)): one.record for one in first.entries}
    places = frozenset(held)
    stored = Stored(
        records=held, edited=places if edited else frozenset(), standing=places
    )
    return list(kept_more(told, judge(told, stored, known), known))


def test_what_the_office_noted_itself_and_the_form_adds_are_held_against_it() -> None:
    (one,) = doubts(total=4, rows=2, here=3)
    assert (one.code, one.cell, one.facts) == ("less_than_kept", "B4", ("4", "5"))
    assert one.doubt, "the unit may not know of them: it is asked, not refused"


def test_a_number_that_holds_all_that_is_kept_is_not_doubted() -> None:
    assert doubts(total=5, rows=2, here=3) == []
    assert doubts(total=2, rows=2, here=0) == []


def test_what_the_form_takes_the_place_of_is_not_counted_twice() -> None:
    assert doubts(total=3, rows=2, here=3, before=2) == []
    (one,) = doubts(total=2, rows=2, here=3, before=2)
    assert one.facts == ("2", "3")


def test_what_was_edited_here_stays_unless_the_officer_says_otherwise() -> None:
    (one,) = doubts(total=2, rows=1, here=3, before=2, edited=True)
    assert one.facts == ("2", "3"), "the two that stay, and one of the office"


def test_a_number_that_is_wrong_in_itself_is_not_doubted_too() -> None:
    assert doubts(total=1, rows=2, here=3) == []
