"""What the numerator or the denominator of a target is made of."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from desktop.records.figure import Aggregate, Figure
from desktop.records.identity import Code
from desktop.records.target import Formula, Inherited, Target
from desktop.rules import inherited
from desktop.rules.counting import Span
from desktop.rules.tracing.parts import About, Amounts

_STANDING = (Aggregate.LATEST, Aggregate.STANDING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One number of a target: a figure, some records, or a planned number."""

    value: Decimal
    how: str
    """Key of the words that tell how it is made."""
    figure: Code | None = None
    """Figure that is, or begins, the number, over `span`."""
    span: Span | None = None
    figure_value: Decimal = Decimal(0)
    amounts: Amounts = field(default_factory=dict)
    """What records add, beside the figure where there is one."""
    about: About = field(default_factory=dict)
    planned: Mapping[int, Decimal] = field(default_factory=dict)
    """Number planned for each year, where the side is what was planned."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """Numerator and denominator; None where there is none."""

    numerator: Side | None = None
    denominator: Side | None = None


def of_records(
    amounts: Amounts,
    how: str,
    about: About | None = None,
) -> Side:
    """Return the side some records make."""
    told = {place: amount for place, amount in amounts.items() if amount}
    total = Decimal(sum(told.values()))
    return Side(value=total, how=how, amounts=told, about=about or {})


def joined(side: Side, taken: Sequence[Inherited], aggregate: Aggregate) -> Side:
    """Return a side together with what was inherited, as `inherited.joined` does."""
    if not taken:
        return side
    if aggregate is Aggregate.DISTINCT:
        most = max(taken, key=lambda one: one.numerator)
        alone = of_records({place_of(most): most.numerator}, "inherited_larger")
        return alone if alone.value > side.value else side
    if aggregate in _STANDING:
        last = max(one.year for one in taken)
        told = {place_of(one): one.numerator for one in taken if one.year == last}
        return side if side.value else of_records(told, "inherited")
    return added(side, {place_of(one): one.numerator for one in taken})


def added(side: Side, amounts: Mapping[str, Decimal]) -> Side:
    """Return a side to which inherited numbers are added."""
    told = {place: amount for place, amount in amounts.items() if amount}
    if not told:
        return side
    return Side(
        value=side.value + sum(told.values(), Decimal(0)),
        how="with_inherited",
        figure=side.figure,
        span=side.span,
        figure_value=side.figure_value,
        amounts={**side.amounts, **told},
        about=side.about,
        planned=side.planned,
    )


def with_inherited(
    target: Target,
    own: Sides,
    taken: Sequence[Inherited],
    figures: Mapping[Code, Figure],
) -> Sides:
    """Return both sides together with what was inherited for the target."""
    if not taken:
        return own
    return Sides(
        numerator=_numerator(target, own.numerator, taken, figures),
        denominator=_denominator(target, own.denominator, taken),
    )


def _numerator(
    target: Target,
    own: Side | None,
    taken: Sequence[Inherited],
    figures: Mapping[Code, Figure],
) -> Side | None:
    if target.formula is Formula.MILESTONE:
        proof = next((one for one in taken if one.numerator), None)
        if (own is not None and own.value) or proof is None:
            return own
        return of_records({place_of(proof): 1}, "inherited")
    figure = figures.get(target.figure) if target.figure else None
    aggregate = figure.aggregate if figure else Aggregate.SUM
    begun = own or of_records({}, "inherited")
    return joined(begun, taken, aggregate)


def _denominator(
    target: Target, own: Side | None, taken: Iterable[Inherited]
) -> Side | None:
    """Decide as `inherited.denominator` does, which the numbers are held against."""
    given = {place_of(one): one for one in taken if one.denominator is not None}
    bare = None if own is None else own.value
    if inherited.denominator(target, bare, [*given.values()]) == bare:
        return own
    if target.formula is Formula.TRAINED:
        last = max(one.year for one in given.values())
        given = {place: one for place, one in given.items() if one.year == last}
    numbers = {place: one.denominator or Decimal(0) for place, one in given.items()}
    return added(own or of_records({}, "inherited"), numbers)


def place_of(one: Inherited) -> str:
    """Return table and id of an inherited number."""
    return f"inherited_figures/{one.id}"
