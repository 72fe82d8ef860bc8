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


def doubts(total: int, rows: int, here: int) -> list[CellFault]:
    """Return what is doubted where the office keeps some entries of the unit."""

    def kept(_figure: Figure, days: Span) -> dict[str, Decimal]:
        assert days == Span(WHOSE.first_day, WHOSE.last_day)
        return {str(WHOSE.agency): Decimal(here), "another": Decimal(99)}

    known = against(kept=kept)
    lines = [a_row(title=f"Hội nghị {n}") for n in range(rows)]
    told = read_statement(
        CONTENT, source(summary(B=total), listed(*lines)), WHOSE, known
    )
    nothing = Stored(records={}, edited=frozenset(), standing=frozenset())
    return list(kept_more(told, judge(told, nothing, known), known))


def test_what_the_office_noted_itself_and_the_form_adds_are_held_against_it() -> None:
    (one,) = doubts(total=4, rows=2, here=3)
    assert (one.code, one.cell, one.facts) == ("less_than_kept", "B4", ("4", "5"))
    assert one.doubt, "the unit may not know of them: it is asked, not refused"


def test_a_number_that_holds_all_that_is_kept_is_not_doubted() -> None:
    assert doubts(total=5, rows=2, here=3) == []
    assert doubts(total=2, rows=2, here=0) == []
