"""Find out what any number of a report is made of, as the file holds it now."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from desktop.files.trace_words import trace_words
from desktop.operations.agencies.read_agencies import agencies_on
from desktop.operations.figures.compute_results import (
    read_office,
    read_setting,
    span_of,
)
from desktop.operations.reports.report_facts import spans_before
from desktop.operations.tracing import trace_figures, trace_targets
from desktop.records.catalogue import CatalogueItem
from desktop.records.period import Period
from desktop.records.plan import Plan
from desktop.records.task import Task
from desktop.rules import stretches
from desktop.rules.counting import Span
from desktop.rules.stretches import Stretch
from desktop.rules.tracing.addends import Told
from desktop.rules.tracing.places import Kind, Known, Quantity, Spot
from desktop.store import described, records
from desktop.store.described import Described
from desktop.store.store import Store


class Numbers:
    """What the numbers of one period are made of."""

    def __init__(self, store: Store, period: Period) -> None:
        """Read what is needed to count; raise ConflictError when there is no office."""
        db, office = store.reader, read_office(store)
        last = span_of(period).last
        tasks = records.find(db, Task, where={"plan": office.plan.id})
        self._db = db
        self.words = trace_words()
        self._names = dict(_names(store, period))
        every = _stretches(office.plan, period)
        figures = trace_figures.Counting(
            office=office, tasks=tasks, names=self._names, words=self.words
        )
        spans = spans_before(period) | {
            days: _within(one.span, period) for days, one in every.items()
        }
        spans["cumulative"] = office.whole(last)
        self._figures = trace_figures.Figures(db, figures, spans)
        targets = trace_targets.Counting(
            setting=read_setting(db, office), stretches=every, words=self.words
        )
        self._targets = trace_targets.Targets(db, targets, self._figures)
        self.known = Known(
            own=office.preferences.agency,
            figures=frozenset(office.figures),
            tasks={one.id: one.figures for one in tasks},
        )

    def plain(self, spots: Iterable[Spot]) -> tuple[Spot, ...]:
        """Return the cells that tell numbers, each number called by what it is."""
        named = (
            replace(
                spot,
                quantities=tuple(
                    one for each in spot.quantities if (one := self._plain(each))
                ),
            )
            for spot in spots
        )
        return tuple(spot for spot in named if spot.quantities)

    def tell(self, quantity: Quantity) -> Told | None:
        """Return what a number is made of; None where there is no such number."""
        match quantity.kind:
            case Kind.FIGURE:
                return self._figures.tell(quantity)
            case Kind.CHANGE | Kind.CHANGE_SHARE:
                return self._figures.change(quantity)
            case Kind.MONEY:
                return self._figures.money(quantity)
            case Kind.SHARE:
                return self._figures.share(quantity)
            case _:
                return self._targets.tell(quantity)

    def describe(self, places: Iterable[str]) -> dict[str, str]:
        """Return a line for each record, by its table and id."""
        found = described.describe(self._db, places)
        return {place: self._line(one) for place, one in found.items()}

    def described(self, places: Iterable[str]) -> tuple[tuple[str, Described], ...]:
        """Return what each record is, its agency by name and its day as is printed."""
        return tuple(
            (
                place,
                replace(
                    one,
                    agency=self._names.get(("agency", one.agency), ""),
                    day=_day(one.day),
                ),
            )
            for place, one in described.describe(self._db, places).items()
        )

    def _line(self, one: Described) -> str:
        named = one.title or self._names.get(("agency", one.agency), "")
        if not one.day:
            return named
        return self.words["outside"].format(title=named, day=_day(one.day))

    def _plain(self, quantity: Quantity) -> Quantity | None:
        if quantity.kind in _OF_FIGURES:
            known = quantity.days in self._figures.spans
            return self._figures.plain(quantity) if known else None
        return self._targets.plain(quantity)


_OF_FIGURES = (Kind.FIGURE, Kind.CHANGE, Kind.CHANGE_SHARE, Kind.MONEY, Kind.SHARE)


def _stretches(plan: Plan, period: Period) -> dict[str, Stretch]:
    """Return the days numbers are told of, by their names."""
    found = {
        "period": stretches.of_period(period),
        "cumulative": stretches.from_start(plan, period),
    }
    years = stretches.by_year(plan, period)
    return found | {f"year_{year}": one for year, one in years.items()}


def _within(span: Span, period: Period) -> Span:
    """Return the part of a year that a figure by year tells, or the whole year."""
    first = max(span.first, period.first_day)
    return Span(first, span.last) if first <= span.last else span


def _names(store: Store, period: Period) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield what values that are counted once are called."""
    for item in records.each(store.reader, CatalogueItem):
        yield (item.catalogue, str(item.code)), item.name
    for one in agencies_on(store, span_of(period).last):
        yield ("agency", one.id), one.short_name or one.name


def _day(text: str) -> str:
    """Return a day as it is written in reports; a year stays as it is."""
    return "/".join(reversed(text.split("-")))
