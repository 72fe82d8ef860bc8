"""Checks of what an office keeps besides its work: channels, money, results."""

from collections.abc import Iterator

from desktop.errors import Problem
from desktop.records.agency import Budget
from desktop.records.identity import RecordId
from desktop.records.plan import LegalBasis
from desktop.records.product import OwnChannel
from desktop.records.returns import UnlistedTotal
from desktop.records.target import Achievement, Estimate, Inherited
from desktop.rules.dates import format_date
from desktop.rules.document_symbols import symbol_differs
from desktop.rules.entry_checks import (
    days_in_order,
    days_in_plan,
    days_over,
    doubt,
    year_in_plan,
)
from desktop.rules.known import Known
from desktop.rules.numbers import format_decimal, format_integer


def own_channel(record: OwnChannel, known: Known) -> Iterator[Problem]:
    """Yield what is wrong with the days of a channel, or with what it is part of."""
    yield from days_over(record, known, "opened_on", "section_since")
    opened = (format_date(record.opened_on),)
    if record.closed_on and record.closed_on < record.opened_on:
        yield Problem("closed_on", "before_opening", opened)
    if record.section_since and record.section_since < record.opened_on:
        yield Problem("section_since", "before_opening", opened)
    if record.section and record.section_since is None:
        # Without its day nobody can tell in which period there was one (003-T4b).
        yield Problem("section_since", "missing")
    if record.section_since and not record.section:
        yield doubt("section", "day_without_section")
    yield from _part_of(record, known)


def _part_of(record: OwnChannel, known: Known) -> Iterator[Problem]:
    """Yield a parent that is the channel itself, one of its parts, or nothing."""
    if record.parent is None:
        return
    if record.parent == record.id:
        yield Problem("parent", "part_of_itself")
    elif record.parent not in known.channels:
        yield Problem("parent", "unknown_channel", (record.parent,))
    elif _leads_to(record.parent, record.id, known):
        yield Problem("parent", "part_of_its_part")


def _leads_to(start: RecordId, wanted: RecordId, known: Known) -> bool:
    """Tell whether going up from a channel one comes to another."""
    seen: set[RecordId] = set()
    at: RecordId | None = start
    while at is not None and at not in seen:
        if at == wanted:
            return True
        seen.add(at)
        at = known.channels.get(at)
    return False


def budget(record: Budget, known: Known) -> Iterator[Problem]:
    """Yield a year outside the plan, and amounts that do not go together."""
    yield from year_in_plan(record, known)
    amounts = record.estimated, record.allocated, record.spent
    if not any(amounts):
        yield doubt("estimated", "no_amount")
    if min(amounts) >= 0 and record.spent > record.allocated:
        facts = format_integer(record.spent), format_integer(record.allocated)
        yield doubt("spent", "spent_above_allocated", *facts)


def achievement(record: Achievement, known: Known) -> Iterator[Problem]:
    """Yield a wrong day, and doubts where it serves nothing or nothing proves it."""
    yield from days_in_plan(record, known, "reached_on")
    yield from days_over(record, known, "reached_on", "document_date")
    if not (record.goals or record.tasks or record.steps):
        yield doubt("goals", "serves_nothing")
    if not record.document_number.strip():
        yield doubt("document_number", "no_proof")


def estimate(record: Estimate, known: Known) -> Iterator[Problem]:
    """Yield a year outside the plan, a day that has not come, or less than nothing."""
    yield from year_in_plan(record, known)
    yield from days_over(record, known, "made_on")
    if record.value < 0 and record.goal not in known.growing:
        yield Problem("value", "negative", (format_decimal(record.value, 2),))


def inherited(record: Inherited, known: Known) -> Iterator[Problem]:
    """Yield figures that are of nothing or of two things, or cannot be."""
    yield from year_in_plan(record, known)
    yield from days_over(record, known, "document_date")
    if (record.goal is None) == (record.figure is None):
        yield Problem("goal", "goal_or_figure")
    if record.numerator < 0:
        yield Problem("numerator", "negative", (format_decimal(record.numerator, 2),))
    if record.denominator is not None:
        yield from _denominator(record)
    if not record.document_number.strip():
        yield doubt("document_number", "no_proof")


def unlisted(record: UnlistedTotal, known: Known) -> Iterator[Problem]:
    """Yield days out of order or to come, and a total below what is listed."""
    yield from days_in_plan(record, known, "first_day", "last_day")
    yield from days_in_order(record.first_day, record.last_day)
    yield from days_over(record, known, "last_day")
    if record.value < 0:
        yield Problem("value", "negative", (format_decimal(record.value, 2),))


def _denominator(record: Inherited) -> Iterator[Problem]:
    whole = record.denominator
    if whole is None:
        return
    if record.figure is not None:
        yield Problem("denominator", "figure_without_whole")
    if whole <= 0:
        yield Problem("denominator", "whole_below_one")
    elif record.numerator > whole:
        facts = format_decimal(record.numerator, 2), format_decimal(whole, 2)
        yield doubt("numerator", "numerator_above_whole", *facts)


def legal_basis(record: LegalBasis, _known: Known) -> Iterator[Problem]:
    """Yield a doubt when type and symbol of a document disagree (003-F2)."""
    if symbol_differs(record.document_type, record.number):
        facts = record.number, record.document_type
        yield doubt("document_type", "symbol_differs", *facts)
