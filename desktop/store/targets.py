"""Count what each target asks for, one function for each formula."""

import datetime as dt
import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal

from desktop.records.figure import Aggregate
from desktop.records.identity import Code
from desktop.records.target import Formula, Target
from desktop.rules import inherited
from desktop.rules.planned import lacking, numbers, planned, with_inherited
from desktop.rules.stretches import Stretch
from desktop.rules.targets import Counts, Share
from desktop.store import target_items, target_people, totals
from desktop.store.target_setting import Setting


def counts(
    db: sqlite3.Connection, target: Target, stretch: Stretch, setting: Setting
) -> Counts:
    """Return numerator, denominator and parts of a target over a stretch.

    What an office before did enters, and is told beside it: figures keyed in for a
    target, and entries of the days before the office began.
    """
    own = _FORMULAS[target.formula](db, target, stretch, setting)
    told = replace(own, inherited=_inherited(db, target, stretch, setting))
    taken = inherited.of_goal(setting.inherited, target, stretch)
    if not taken or target.formula in _JOINED_ALREADY:
        return told
    lacking = inherited.lacks_denominator(target, taken)
    return replace(
        told,
        numerator=inherited.numerator(target, own.numerator, taken, setting.figures),
        denominator=inherited.denominator(target, own.denominator, taken),
        doubts=(*own.doubts, *(["inherited_without_denominator"] * lacking)),
    )


def _inherited(
    db: sqlite3.Connection, target: Target, stretch: Stretch, setting: Setting
) -> Share | None:
    """Return how much was inherited: keyed in, or entered for days before; or None."""
    if target.formula is Formula.TEXT or _untold(target, stretch):
        return None
    keyed = (
        *inherited.of_goal(setting.inherited, target, stretch),
        *inherited.of_figure(setting.inherited, target.figure, stretch),
    )
    earlier = stretch.until(setting.began_on)
    entered = None
    if earlier is not None:
        entered = _FORMULAS[target.formula](db, target, earlier, setting).numerator
    if not keyed and not entered:
        return None
    return Share(
        code="inherited",
        numerator=sum((one.numerator for one in keyed), entered or Decimal(0)),
        denominator=None if entered else inherited.denominator(target, None, keyed),
    )


def _untold(target: Target, stretch: Stretch) -> bool:
    return target.formula is Formula.GROWTH and stretch.before is None


def _text(
    _db: sqlite3.Connection, _target: Target, _stretch: Stretch, _setting: Setting
) -> Counts:
    return Counts()


def _figure(
    db: sqlite3.Connection, target: Target, stretch: Stretch, setting: Setting
) -> Counts:
    """Count a figure against the number planned (001-T3, 001-T5a)."""
    known = with_inherited(
        numbers(target, setting.versions, setting.milestones),
        target.goal,
        setting.inherited,
    )
    adds_up = setting.figures[_code(target)].aggregate is not Aggregate.DISTINCT
    asked = planned(known, stretch, adds_up=adds_up)
    return Counts(
        numerator=_total(db, _code(target), stretch, setting),
        denominator=asked,
        missing=lacking(asked),
    )


def _ratio(
    db: sqlite3.Connection, target: Target, stretch: Stretch, setting: Setting
) -> Counts:
    """Count one figure of another (003-T4b, 004-X1, 004-R8)."""
    divisor = _total(db, target.divisor or Code(""), stretch, setting)
    return Counts(
        numerator=_total(db, _code(target), stretch, setting),
        denominator=divisor or None,
        missing="divisor",
    )


def _growth(
    db: sqlite3.Connection, target: Target, stretch: Stretch, setting: Setting
) -> Counts:
    """Count a figure, and what it was as many days before (004-T2).

    From the plan's start on there is no time before to hold it against.
    """
    if stretch.before is None:
        return Counts() if stretch.whole else Counts(missing="before")
    return Counts(
        numerator=_grown(db, target, stretch, setting),
        denominator=_grown(db, target, stretch.before, setting) or None,
        missing="before",
    )


def _grown(
    db: sqlite3.Connection, target: Target, stretch: Stretch, setting: Setting
) -> Decimal:
    taken = inherited.of_goal(setting.inherited, target, stretch)
    aggregate = setting.figures[_code(target)].aggregate
    return inherited.joined(
        _total(db, _code(target), stretch, setting), taken, aggregate
    )


def _total(
    db: sqlite3.Connection, code: Code, stretch: Stretch, setting: Setting
) -> Decimal:
    """Return a figure over a stretch, with what was inherited for it."""
    figure = setting.figures[code]
    own = totals.total(db, figure, stretch.span, setting.names)
    taken = inherited.of_figure(setting.inherited, code, stretch)
    return inherited.joined(own, taken, figure.aggregate)


def _milestone(
    db: sqlite3.Connection, target: Target, stretch: Stretch, _setting: Setting
) -> Counts:
    """Tell whether something was reached by the last day, and by which document."""
    row = db.execute(
        """
        select reached_on, document_number from achievements
        where reached_on <= ?
          and exists (select 1 from json_each(goals) g where g.value = ?)
        order by reached_on, rowid limit 1
        """,
        (stretch.span.last.isoformat(), target.goal),
    ).fetchone()
    if row is None:
        return Counts(numerator=Decimal(0), denominator=Decimal(1))
    proof = Share(
        code="reached",
        numerator=None,
        denominator=None,
        text=row[1],
        day=dt.date.fromisoformat(row[0]),
    )
    return Counts(numerator=Decimal(1), denominator=Decimal(1), shares=(proof,))


def _code(target: Target) -> Code:
    return target.figure or Code("")


_JOINED_ALREADY = (Formula.TEXT, Formula.GROWTH)
"""Formulas that know themselves what to do with what was inherited."""

_FORMULAS: Mapping[
    Formula, Callable[[sqlite3.Connection, Target, Stretch, Setting], Counts]
] = {
    Formula.TEXT: _text,
    Formula.SPOKESPERSON: target_people.spokesperson,
    Formula.TRAINED: target_people.trained,
    Formula.FIGURE: _figure,
    Formula.RATIO: _ratio,
    Formula.GROWTH: _growth,
    Formula.PRODUCT_SHARE: target_items.product_share,
    Formula.DIGITISED: target_items.digitised,
    Formula.SUPPLIED: target_items.supplied,
    Formula.MILESTONE: _milestone,
}
