"""Read the totals units told without listing entries, as far as a figure has any.

A figure's code tells which ones: one that is narrowed to something the totals do not
tell of, such as a task, bears no code and has none.
"""

import sqlite3
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import NamedTuple

from desktop.records.agency import Succession
from desktop.records.figure import Aggregate, Figure, Source
from desktop.records.identity import AgencyId
from desktop.records.returns import UnlistedTotal
from desktop.rules.beyond import beyond, line_of, made_of_totals
from desktop.rules.counting import Span, told_beside
from desktop.rules.tracing.parts import Part
from desktop.store import records
from desktop.store.figure_sql import in_hundredths

_GROUPS: Mapping[str, Callable[[UnlistedTotal], str]] = {
    "": lambda _one: "",
    "agency": lambda one: str(one.agency),
    "month": lambda one: one.last_day.isoformat()[:7],
    "year": lambda one: one.last_day.isoformat()[:4],
}
"""What a total tells of itself; nothing can be said of its tasks, themes or kinds."""

Listed = Callable[[Span], Mapping[str, Decimal]]
"""What the entries of each agency add up to over a span, as `totals.listed`."""


class Told(NamedTuple):
    """One total told without entries, and what it counts."""

    group: str
    id: str
    amount: Decimal
    """In minutes for hours, else in the figure's unit."""
    day: str


def alone(figure: Figure, by: str) -> bool:
    """Tell whether a figure is made of nothing but such totals, told so here."""
    return made_of_totals(figure) and by in _GROUPS


def amounts(
    db: sqlite3.Connection, figure: Figure, span: Span, by: str, listed: Listed
) -> dict[str, Decimal]:
    """Return what was told of each group, in the unit in which rows are added up."""
    found: dict[str, Decimal] = {}
    for one in _told(db, figure, span, by, listed):
        found[one.group] = found.get(one.group, Decimal(0)) + one.amount
    scale = 100 if in_hundredths(figure) else 1
    return {group: value * scale for group, value in found.items()}


def parts(
    db: sqlite3.Connection, figure: Figure, span: Span, by: str, listed: Listed
) -> tuple[Part, ...]:
    """Return what each total adds to a figure; one that adds nothing is not told."""
    hours = figure.aggregate is Aggregate.HOURS
    return tuple(
        Part(
            group=one.group,
            place=f"unlisted_totals/{one.id}",
            amount=int(one.amount) if hours else one.amount,
            what="",
            joined=False,
            day=one.day,
        )
        for one in _told(db, figure, span, by, listed)
        if one.amount
    )


def _told(
    db: sqlite3.Connection, figure: Figure, span: Span, by: str, listed: Listed
) -> list[Told]:
    group = _GROUPS.get(by)
    if group is None or not figure.code or _counted_already(figure):
        return []
    every = records.find(db, UnlistedTotal, where={"figure": figure.code})
    if not every:
        return []
    line = line_of(records.find(db, Succession))
    own = told_beside(figure, every, span, line)
    if not own:
        return []
    counts = beyond(figure, every, _Kept(figure, listed), line)
    ordered = sorted(own, key=lambda one: (one.last_day, str(one.id)))
    return [
        Told(group(one), str(one.id), counts[one.id], one.last_day.isoformat())
        for one in ordered
    ]


def _counted_already(figure: Figure) -> bool:
    return figure.source is Source.UNLISTED and not made_of_totals(figure)


class _Kept:
    """What the entries of units come to, asked once for each stretch of days."""

    def __init__(self, figure: Figure, listed: Listed) -> None:
        self._scale = 100 if in_hundredths(figure) else 1
        self._alone = made_of_totals(figure)
        self._listed = listed
        self._found: dict[Span, Mapping[str, Decimal]] = {}

    def __call__(self, total: UnlistedTotal, agency: AgencyId) -> Decimal:
        if self._alone:
            return Decimal(0)
        days = Span(total.first_day, total.last_day)
        if days not in self._found:
            self._found[days] = self._listed(days)
        return self._found[days].get(str(agency), Decimal(0)) / self._scale
