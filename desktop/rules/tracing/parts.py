"""From what each record adds to a figure to the figure of a group, or of all."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from desktop.records.figure import Aggregate, Figure
from desktop.rules.counting import CATALOGUE_OF, Span, credits_agencies, hours

Number = int | Decimal
Amounts = Mapping[str, Number]
"""What each record adds, by its table and id."""
Named = tuple[str, str]
"""What a code is a code of, and the code."""
About = Mapping[str, tuple[Named, ...]]
"""What a record stands for where it is counted for that, such as an agency."""

_AGENCIES = ("agency", "checked", "partners", "co_chairs")


class Part(NamedTuple):
    """What one record adds to a figure."""

    group: str
    """Agency or task in whose figure it counts."""
    place: str
    """Table and id of the record, `activities/5f3a…`."""
    amount: Number
    """In the figure's unit; minutes where the figure is in hours."""
    what: str
    """Value counted once, where the figure counts values; else blank."""
    joined: bool
    """Whether its event is counted in another agency's entry."""
    day: str | int = ""
    """Day, or year, that decides its period; as the file writes it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What one number is made of."""

    amounts: Amounts
    about: About = field(default_factory=dict)


def of_all(figure: Figure, parts: Iterable[Part]) -> Made:
    """Return what a figure is made of, each shared event once."""
    credited = credits_agencies(figure, by_agency=False)
    return _made(figure, [one for one in parts if credited or not one.joined])


def by_group(figure: Figure, parts: Iterable[Part]) -> dict[str, Made]:
    """Return what a figure is made of for each agency.

    Everyone's account of a shared event is told, as it counts in its own figures.
    """
    found: dict[str, list[Part]] = {}
    for one in parts:
        found.setdefault(one.group, []).append(one)
    return {group: _made(figure, many) for group, many in found.items()}


def once_by_group(figure: Figure, parts: Iterable[Part]) -> dict[str, Made]:
    """Return what a figure is made of for each task, each shared event once."""
    credited = credits_agencies(figure, by_agency=False)
    return by_group(figure, (one for one in parts if credited or not one.joined))


def within(parts: Iterable[Part], span: Span) -> tuple[Part, ...]:
    """Return the parts whose day lies in a span."""
    first, last = span.first.isoformat(), span.last.isoformat()
    years = range(span.first.year, span.last.year + 1)
    return tuple(
        one
        for one in parts
        if (first <= one.day <= last if isinstance(one.day, str) else one.day in years)
    )


def value(figure: Figure, made: Made) -> Decimal:
    """Return the number the parts come to."""
    total = sum(made.amounts.values())
    if figure.aggregate is Aggregate.HOURS:
        return hours(int(total))
    return Decimal(total)


def _made(figure: Figure, parts: Iterable[Part]) -> Made:
    if figure.aggregate is not Aggregate.DISTINCT:
        return Made(amounts={one.place: one.amount for one in parts})
    firsts: dict[str, str] = {}
    told: dict[str, Number] = {}
    for one in parts:
        if one.what:
            firsts.setdefault(one.what, one.place)
        else:  # a number of values, of which nobody said which they are
            told[one.place] = one.amount
    about: dict[str, tuple[Named, ...]] = {}
    for what, place in firsts.items():
        about[place] = (*about.get(place, ()), (_named_by(figure), what))
    amounts = {place: len(values) for place, values in about.items()}
    return Made(amounts=amounts | told, about=about)


def _named_by(figure: Figure) -> str:
    name = figure.field
    return "agency" if name in _AGENCIES else CATALOGUE_OF.get(name, "")
