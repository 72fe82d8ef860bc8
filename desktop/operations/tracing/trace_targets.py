"""Find out what the numbers of targets are made of."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from desktop.operations.tracing.trace_figures import Figures
from desktop.records.figure import Aggregate, Source
from desktop.records.identity import Code
from desktop.records.result import Measured, Result
from desktop.records.target import Basis, Formula, Target
from desktop.rules import targets as rules
from desktop.rules.numbers import format_decimal
from desktop.rules.reports.targets import difference
from desktop.rules.stretches import Stretch
from desktop.rules.tracing.addends import Extra, Told
from desktop.rules.tracing.places import Kind, Quantity
from desktop.rules.tracing.sides import Side, Sides
from desktop.store import target_addends
from desktop.store.target_setting import Setting

_SIDE = (Kind.NUMERATOR, Kind.DENOMINATOR)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counting:
    """What targets are counted by."""

    setting: Setting
    stretches: Mapping[str, Stretch]
    """By the names of their days."""
    words: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Told:
    """A target in the version of a stretch, with its two numbers."""

    target: Target
    sides: Sides
    measured: Measured


class Targets:
    """What the numbers of targets are made of, each target asked for once."""

    def __init__(
        self,
        db: Any,  # noqa: ANN401  only `store` knows what a database is
        counting: Counting,
        figures: Figures,
    ) -> None:
        """Count by a setting; figures are told by `figures`."""
        self._db = db
        self._setting = counting.setting
        self._stretches = counting.stretches
        self._words = counting.words
        self._figures = figures
        self._found: dict[tuple[str, str], _Told | None] = {}

    def plain(self, quantity: Quantity) -> Quantity | None:
        """Return the figure a number is, or the one that is told; None for words."""
        found = self._of(quantity)
        if found is None:
            return None
        if quantity.kind is Kind.REACHED:
            kind = _reached(found)
            if kind is None:
                return None
            return self.plain(replace(quantity, kind=kind))
        if quantity.kind not in _SIDE:
            return quantity
        side = _side(found, quantity)
        if side is None:
            return None
        alone = side.figure is not None and not side.amounts
        return self._figure(side, quantity) if alone else quantity

    def tell(self, quantity: Quantity) -> Told | None:
        """Return what a number of a target is made of; None where there is none."""
        found = self._of(quantity)
        if found is None:
            return None
        match quantity.kind:
            case Kind.VALUE:
                return self._value(found, quantity)
            case Kind.DIFFERENCE:
                return self._difference(found, quantity)
            case _:
                side = _side(found, quantity)
                return None if side is None else self._told(side, quantity)

    def _of(self, quantity: Quantity) -> _Told | None:
        days = quantity.days
        if quantity.kind is Kind.DIFFERENCE:
            days = self._headline(quantity.code)
        key = (quantity.code, days)
        if key not in self._found:
            self._found[key] = self._count(*key)
        return self._found[key]

    def _count(self, goal: str, days: str) -> _Told | None:
        stretch = self._stretches.get(days)
        target = None if stretch is None else self._version(goal, stretch)
        if stretch is None or target is None or target.formula is Formula.TEXT:
            return None
        sides = target_addends.sides(self._db, target, stretch, self._setting)
        counts = rules.Counts(
            numerator=_number(sides.numerator), denominator=_number(sides.denominator)
        )
        return _Told(target, sides, rules.measured(target, counts))

    def _version(self, goal: str, stretch: Stretch) -> Target | None:
        known = [one for one in self._setting.versions if one.goal == goal]
        return rules.version_on(known, stretch.span.last)

    def _headline(self, goal: str) -> str:
        target = self._version(goal, self._stretches["period"])
        whole = target is not None and target.basis is Basis.CUMULATIVE
        return "cumulative" if whole else "period"

    def _value(self, found: _Told, quantity: Quantity) -> Told | None:
        value, growth = found.measured.value, found.target.formula is Formula.GROWTH
        sides = (found.sides.numerator, found.sides.denominator)
        if value is None or None in sides:
            return None
        return Told(
            value=value,
            how=self._words["how_growth" if growth else "how_percent"],
            extras=tuple(
                Extra(
                    amount=side.value,
                    text=self._words[kind],
                    of=self.plain(replace(quantity, kind=kind)),
                )
                for side, kind in zip(sides, _SIDE, strict=True)
                if side is not None
            ),
        )

    def _difference(self, found: _Told, quantity: Quantity) -> Told | None:
        value = found.measured.value
        told = Result(
            target=found.target, period=found.measured, cumulative=found.measured
        )
        beside = difference(told)
        if value is None or beside is None:
            return None
        days = self._headline(quantity.code)
        minuend = replace(quantity, kind=Kind.VALUE, days=days)
        return Told(
            value=beside,
            how=self._words["how_difference"],
            extras=(
                Extra(value, self._words["minuend"], minuend),
                Extra(beside - value, self._words["goal"]),
            ),
        )

    def _told(self, side: Side, quantity: Quantity) -> Told:
        extras = self._planned(side)
        if side.figure is not None:
            label = self._setting.figures[side.figure].label
            of = self._figure(side, quantity)
            extras = (Extra(side.figure_value, label, of),)
        split = side.planned and sum(side.planned.values()) != side.value
        key = f"how_{side.how}{'_most' if split else ''}"
        return Told(
            value=side.value,
            how=self._words[key],
            amounts=side.amounts,
            texts=self._figures.texts(side.about),
            extras=extras,
            family=None if side.figure else _family(side, quantity),
        )

    def _planned(self, side: Side) -> tuple[Extra, ...]:
        if side.how == "milestone_one":
            return (Extra(side.value, self._words["one"]),)
        words = self._words
        if side.planned and sum(side.planned.values()) == side.value:
            return tuple(
                Extra(value, words["planned_year"].format(year=year))
                for year, value in side.planned.items()
            )
        if not side.planned:
            return ()
        years = "; ".join(
            words["planned_one"].format(year=year, value=format_decimal(value))
            for year, value in side.planned.items()
        )
        return (Extra(side.value, words["planned_years"].format(years=years)),)

    def _figure(self, side: Side, quantity: Quantity) -> Quantity:
        """Return the figure a side begins with, over the side's own days."""
        days = quantity.days
        if side.span is not None and self._figures.spans.get(days) != side.span:
            days = f"{quantity.kind}_{days}"
            self._figures.spans[days] = side.span
        return Quantity(kind=Kind.FIGURE, code=side.figure or Code(""), days=days)


def _side(found: _Told, quantity: Quantity) -> Side | None:
    sides = found.sides
    top = quantity.kind is Kind.NUMERATOR
    return sides.numerator if top else sides.denominator


_ITEMS = ("product_share", "products", "digitised", "digitisable")
"""Ways of counting to which each product adds one."""


def _family(side: Side, quantity: Quantity) -> tuple[str, ...]:
    if side.how in _ITEMS:
        return Source.PRODUCT, Aggregate.COUNT, ""
    return quantity.kind, quantity.code


def _number(side: Side | None) -> Decimal | None:
    return None if side is None else side.value


def _reached(found: _Told) -> Kind | None:
    """Return what is told of a target as reached: percent, number, or only words."""
    measured, target = found.measured, found.target
    if measured.numerator is None:
        return None
    if target.formula is Formula.MILESTONE:
        return Kind.NUMERATOR
    if measured.value is not None:
        return Kind.VALUE
    return None if target.unit == "%" else Kind.NUMERATOR
