"""Find out what a figure is made of: of all, of one agency, or of one task."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from desktop.operations.agencies.reporting_units import read_reporting_units
from desktop.operations.figures.compute_results import Office
from desktop.records.figure import Aggregate, Condition, Figure
from desktop.records.identity import Code, TaskId
from desktop.records.task import Task
from desktop.rules.counting import Span, names_tasks
from desktop.rules.dates import format_date
from desktop.rules.numbers import percent
from desktop.rules.task_tree import below, groups
from desktop.rules.tracing import parts as trace_parts
from desktop.rules.tracing.addends import Extra, Told
from desktop.rules.tracing.parts import About, Made, Part
from desktop.rules.tracing.places import Kind, Quantity
from desktop.store import addends

Names = Mapping[tuple[str, str], str]
"""What a code is called, by what it is a code of, and the code."""

_STANDS = (Aggregate.LATEST, Aggregate.STANDING)
"""What is not made of the records of some days."""
_NOTHING = Made(amounts={})


@dataclass(frozen=True, slots=True, kw_only=True)
class Counting:
    """What a figure is counted by."""

    office: Office
    tasks: tuple[Task, ...]
    names: Names
    words: Mapping[str, str]


class Figures:
    """What figures are made of, each asked for once."""

    def __init__(
        self,
        db: Any,  # noqa: ANN401  only `store` knows what a database is
        counting: Counting,
        spans: dict[str, Span],
    ) -> None:
        """Count by an office; `spans` are the days by their names."""
        self._db = db
        self._office = counting.office
        self._tasks = counting.tasks
        self._names = counting.names
        self._words = counting.words
        self._units = read_reporting_units(db, self._office.preferences.agency)
        self.spans = spans
        self._parts: dict[tuple[Figure, Span, str], tuple[Part, ...]] = {}
        self._groups: dict[tuple[Code, Span, str], dict[str, Made]] = {}
        # Asked for once over all days: a year's parts are among the whole plan's.
        self._wide = Span(
            min(one.first for one in spans.values()),
            max(one.last for one in spans.values()),
        )
        self._joined = addends.joined(db)
        self._money: dict[tuple[Span, str], dict[str, dict[str, int]]] = {}
        self._families = {
            one: {one, *below(one, self._tasks)} for one in groups(self._tasks)
        }

    def plain(self, quantity: Quantity) -> Quantity:
        """Return the figure of all where a task's is that: it names no tasks."""
        if not quantity.task:
            return quantity
        named = names_tasks(self._office.figures[Code(quantity.code)])
        return quantity if named else replace(quantity, task="")

    def tell(self, quantity: Quantity) -> Told:
        """Return what a figure is made of."""
        figure = self._office.figures[Code(quantity.code)]
        span = self.spans[quantity.days]
        made = self._made(figure, span, quantity)
        once = figure.aggregate is Aggregate.DISTINCT
        in_minutes = figure.aggregate is Aggregate.HOURS
        return Told(
            value=trace_parts.value(figure, made),
            how=self._how(figure, span),
            name=figure.label,
            amounts=made.amounts,
            texts=self.texts(made.about),
            family=None if once else family_of(figure),
            joined=self._joined,
            unit=self._words["minutes"] if in_minutes else "",
        )

    def change(self, quantity: Quantity) -> Told:
        """Return by how much a figure is more than before, bare or in percent."""
        now = replace(quantity, kind=Kind.FIGURE, days="period")
        before = replace(quantity, kind=Kind.FIGURE)
        then, there = self.tell(before).value, self.tell(now).value
        bare = quantity.kind is Kind.CHANGE
        value = there - then if bare else percent(there - then, then)
        return Told(
            value=value or Decimal(0),
            how=self._words["how_change" if bare else "how_growth"],
            extras=(
                Extra(there, self._words["now"], now),
                Extra(-then if bare else then, self._words["before"], before),
            ),
        )

    def money(self, quantity: Quantity) -> Told:
        """Return what an amount of money is made of."""
        span = self.spans[quantity.days]
        amounts = self._dong(span, quantity.code).get(quantity.source, {})
        return Told(
            value=Decimal(sum(amounts.values())),
            how=self._words["how_money"].format(span=self.between(span)),
            amounts=amounts,
            family=(Kind.MONEY, quantity.code),
        )

    def share(self, quantity: Quantity) -> Told | None:
        """Return what was spent of what was planned, in percent."""
        sides = [
            replace(quantity, kind=Kind.MONEY, code=code)
            for code in ("spent", "planned")
        ]
        spent, planned = (self.money(one).value for one in sides)
        value = percent(spent, planned)
        if value is None:
            return None
        return Told(
            value=value,
            how=self._words["how_percent"],
            extras=(
                Extra(spent, self._words["numerator"], sides[0]),
                Extra(planned, self._words["denominator"], sides[1]),
            ),
        )

    def texts(self, about: About) -> dict[str, str]:
        """Return what records stand for, in words."""
        return {
            place: "; ".join(self._names.get(one, one[1]) for one in many)
            for place, many in about.items()
        }

    def between(self, span: Span) -> str:
        """Return the days of a span in words."""
        return self._words["period"].format(
            first=format_date(span.first), last=format_date(span.last)
        )

    def _dong(self, span: Span, which: str) -> dict[str, dict[str, int]]:
        """Return the đồng of each source by record, and under blank of all sources."""
        key = (span, which)
        if key not in self._money:
            found: dict[str, dict[str, int]] = {"": {}}
            for source, place, dong in addends.money(self._db, span, which):
                found.setdefault(source, {})[place] = dong
                found[""][place] = found[""].get(place, 0) + dong
            self._money[key] = found
        return self._money[key]

    def _how(self, figure: Figure, span: Span) -> str:
        once = figure.aggregate is Aggregate.HOURS and figure.field
        key = f"how_{figure.aggregate}{'_once' if once else ''}"
        last = format_date(span.last)
        return self._words[key].format(span=self.between(span), last=last)

    def _made(self, figure: Figure, span: Span, quantity: Quantity) -> Made:
        if quantity.agency:
            found = self._grouped(figure, span, "agency")
            return found.get(quantity.agency, _NOTHING)
        if not quantity.task:
            return trace_parts.of_all(figure, self._by(figure, span, "agency"))
        family = self._families.get(TaskId(quantity.task))
        if family is None:
            return self._grouped(figure, span, "tasks").get(quantity.task, _NOTHING)
        named = Condition(field="tasks", values=tuple(family))
        whole = replace(figure, code=Code(""), where=(*figure.where, named))
        return trace_parts.of_all(figure, self._by(whole, span, "agency"))

    def _grouped(self, figure: Figure, span: Span, by: str) -> dict[str, Made]:
        key = (figure.code, span, by)
        if key not in self._groups:
            split = (
                trace_parts.by_group if by == "agency" else trace_parts.once_by_group
            )
            parts = self._by(figure, span, by)
            if by == "agency":
                parts = self._units.regrouped(parts, span)
            self._groups[key] = split(figure, parts)
        return self._groups[key]

    def _by(self, figure: Figure, span: Span, by: str) -> tuple[Part, ...]:
        key = (figure, span, by)
        if key not in self._parts:
            wide = self._wide
            held = wide.first <= span.first and span.last <= wide.last
            if held and span != wide and figure.aggregate not in _STANDS:
                found = trace_parts.within(self._by(figure, wide, by), span)
            else:
                names = self._office.names
                found = addends.parts(self._db, figure, span, names, by=by)
            self._parts[key] = found
        return self._parts[key]


def family_of(figure: Figure) -> tuple[str, ...]:
    """Return what figures share to which each record adds the same."""
    return figure.source, figure.aggregate, figure.field
