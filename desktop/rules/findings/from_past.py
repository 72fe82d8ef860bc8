"""Figures unlike those of the same period of past years.

With enough years the modified z-score tells (Iglewicz and Hoaglin, 1993), which one
odd year does not upset; with few, only a figure several times as large, or as small,
is told. Seasons do no harm: a spring is held against springs.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from statistics import mean, median

from desktop.records.figure import Figure
from desktop.records.finding import Check, Finding, Where
from desktop.records.report import FigureKey
from desktop.rules.findings.ordering import share
from desktop.rules.numbers import format_decimal

ENOUGH = 4
"""Past years from which the spread of a figure can be told."""
FAR_OUT = Decimal("3.5")
"""Modified z-score beyond which a value is an outlier, as its authors advise."""
LEAST_FACTOR = Decimal("1.5")
"""However narrow the spread: less than that is nothing to explain."""
FACTOR = Decimal(3)
"""Times as much, or as little, with few past years."""
LEAST_DIFFERENCE = 10
"""Small numbers come and go."""

_OF_DEVIATIONS = Decimal("0.6745")
_OF_MEAN = Decimal("0.7979")
"""By which the median, or the mean, deviation is that of a normal spread."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Yearly:
    """A figure in a period, and in the same period of past years that have entries."""

    figure: Figure
    table: str
    """Code of the table it stands in."""
    now: Decimal
    past: tuple[Decimal, ...]
    """The latest year first."""
    register: str = ""
    """Code of the register it is counted from."""
    largest: tuple[str, str] = ("", "")
    """Table and id of the entry that brings most of it."""


def comparable(now: int, past: int) -> bool:
    """Tell whether as many entries were made in two periods, give or take.

    A year whose book was only begun says nothing of what is usual.
    """
    small, large = sorted((now, past))
    return small > 0 and large < FACTOR * small


def from_past(figures: Iterable[Yearly], *, over: bool) -> Iterator[Finding]:
    """Yield the figures that are unlike their past.

    Args:
        figures: With their past.
        over: Whether the period is over: before, few is only early.
    """
    for one in figures:
        usual = _median(one.past) if one.past else None
        if usual is None or not usual or not odd(one.now, one.past):
            continue
        if one.now < usual and not over:
            continue
        yield _finding(one, usual)


def odd(now: Decimal, past: Sequence[Decimal]) -> bool:
    """Tell whether a value is unlike those of past years."""
    usual = _median(past)
    if abs(now - usual) < LEAST_DIFFERENCE:
        return False
    score = modified_z(now, past) if len(past) >= ENOUGH else None
    if score is None:
        return _times(now, usual) >= FACTOR
    return abs(score) > FAR_OUT and _times(now, usual) >= LEAST_FACTOR


def modified_z(now: Decimal, past: Sequence[Decimal]) -> Decimal | None:
    """Return how many spreads a value lies from the median of others.

    None when all of them are the same: then there is no spread to tell by.
    """
    usual = _median(past)
    away = [abs(one - usual) for one in past]
    if spread := _median(away):
        return _OF_DEVIATIONS * (now - usual) / spread
    if spread := mean(away):
        return _OF_MEAN * (now - usual) / spread
    return None


def _times(now: Decimal, usual: Decimal) -> Decimal:
    """Return how many times the smaller the larger is; nought is smaller than all."""
    small, large = sorted((now, usual))
    return large / small if small > 0 else FACTOR + large


def _median(values: Sequence[Decimal]) -> Decimal:
    return Decimal(median(values))


def _finding(one: Yearly, usual: Decimal) -> Finding:
    away = abs(one.now - usual)
    table, record = one.largest
    code = Check.UNLIKE_PAST
    return Finding(
        key=f"{code}:{one.figure.code}",
        code=code,
        detail="above" if one.now > usual else "below",
        subject=one.figure.label,
        facts=(
            format_decimal(one.now),
            format_decimal(usual.quantize(Decimal(1), ROUND_HALF_UP)),
            str(len(one.past)),
        ),
        effect=share(away, max(one.now, usual)),
        moved=away,
        unit=one.figure.unit,
        where=Where(place="activities", table=table, record=record or one.register),
        at=FigureKey(table=one.table, row="total", column=str(one.figure.code)),
    )
