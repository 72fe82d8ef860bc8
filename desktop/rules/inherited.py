"""Figures of an office before, put together with one's own (domain, 5).

What adds up over the years is added; what stands on a day, or counts kinds once, is
not: the same agencies and kinds may be among both.
"""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from desktop.records.figure import Aggregate, Figure
from desktop.records.identity import Code
from desktop.records.target import Formula, Inherited, Target
from desktop.rules.stretches import Stretch

_STANDING = (Aggregate.LATEST, Aggregate.STANDING)
_SHARES = (
    Formula.PRODUCT_SHARE,
    Formula.DIGITISED,
    Formula.SUPPLIED,
    Formula.RATIO,
)
"""Formulas both of whose numbers add up over the years."""


def of_goal(
    inherited: Iterable[Inherited], target: Target, stretch: Stretch
) -> tuple[Inherited, ...]:
    """Return what was inherited for a target in the years a stretch takes.

    Of what stands on a day only the last year's is taken.
    """
    years = stretch.inherits
    if target.formula is Formula.SPOKESPERSON:
        years = years[-1:]
    return tuple(
        one for one in inherited if one.goal == target.goal and one.year in years
    )


def of_figure(
    inherited: Iterable[Inherited], figure: Code | None, stretch: Stretch
) -> tuple[Inherited, ...]:
    """Return what was inherited for a figure in the years a stretch takes."""
    return tuple(
        one
        for one in inherited
        if figure is not None and one.figure == figure and one.year in stretch.inherits
    )


def joined(own: Decimal, taken: Sequence[Inherited], aggregate: Aggregate) -> Decimal:
    """Return one's own total of a figure together with what was inherited.

    Kinds counted once may be the same: the larger number is sure. Of what stands, the
    office's own number replaces what it inherited.
    """
    numbers = [one.numerator for one in taken]
    if aggregate is Aggregate.DISTINCT:
        return max((own, *numbers))
    if aggregate in _STANDING:
        return own or latest(taken)
    return own + sum(numbers, Decimal(0))


def latest(taken: Sequence[Inherited]) -> Decimal:
    """Return what was inherited for the last year, of all agencies together."""
    last = max((one.year for one in taken), default=0)
    return sum((one.numerator for one in taken if one.year == last), Decimal(0))


def numerator(
    target: Target,
    own: Decimal | None,
    taken: Sequence[Inherited],
    figures: Mapping[Code, Figure],
) -> Decimal | None:
    """Return a target's numerator together with what was inherited for it."""
    if not taken:
        return own
    if target.formula is Formula.MILESTONE:
        return Decimal(1) if own or any(one.numerator for one in taken) else own
    figure = figures.get(target.figure) if target.figure else None
    aggregate = figure.aggregate if figure else Aggregate.SUM
    return joined(own or Decimal(0), taken, aggregate)


def denominator(
    target: Target, own: Decimal | None, taken: Sequence[Inherited]
) -> Decimal | None:
    """Return a target's denominator together with what was inherited for it.

    People of a group are not added up over the years: what was inherited stands only
    where nothing else is known.
    """
    given = [one for one in taken if one.denominator is not None]
    if not given:
        return own
    if target.formula in (*_SHARES, Formula.SPOKESPERSON):
        return _sum(given) + (own or Decimal(0))
    if target.formula is Formula.TRAINED and own is None:
        last = max(one.year for one in given)
        return _sum([one for one in given if one.year == last])
    return own


def lacks_denominator(target: Target, taken: Iterable[Inherited]) -> bool:
    """Tell whether a share took in a numerator of nobody knows how many."""
    return target.formula in _SHARES and any(one.denominator is None for one in taken)


def _sum(given: Iterable[Inherited]) -> Decimal:
    return sum((one.denominator or Decimal(0) for one in given), Decimal(0))
