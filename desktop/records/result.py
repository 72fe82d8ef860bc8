"""What was counted against a target."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from desktop.records.figure import Figure
from desktop.records.target import Basis, Target


class Verdict(StrEnum):
    """What the figures say of a target."""

    MET = "met"
    ABOVE = "above"
    """Met, and beyond the upper end of its range (001-T4)."""
    NOT_MET = "not_met"
    UNKNOWN = "unknown"
    """The denominator or the planned number is missing: not the same as zero."""
    TEXT = "text"
    """Nothing to count."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """Numerator, denominator, value and verdict over one span of days."""

    numerator: Decimal | None = None
    denominator: Decimal | None = None
    value: Decimal | None = None
    """Percent with one decimal, half up; or the count itself."""
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A figure printed beside a result: a part-share, a date, a doubt."""

    code: str
    """Key of its label in `wording.parts`."""
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    value: Decimal | None = None
    text: str = ""
    """What it is about, such as the document that proves a milestone."""
    day: dt.date | None = None
    """Day on which that was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class YearResult:
    """One target's figures in one year of the plan."""

    year: int
    measured: Measured
    planned: Decimal | None = None
    """Its milestone of the year, where there is one."""
    inherited: bool = False
    """Whether figures of an office before are among them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One target's figures in the period and from the plan's first day."""

    target: Target
    period: Measured
    cumulative: Measured
    parts: tuple[Part, ...] = ()
    """Figures beside the period's value."""
    denominator_date: dt.date | None = None
    """Day of the snapshot used as denominator."""
    missing: str = ""
    """Key of what is missing when the verdict is unknown: `headcount`, `plan_number`,
    `nothing_planned`, `supplied`, `scope`, `products`, `divisor`, `before`."""
    doubts: tuple[str, ...] = ()
    """Keys such as `numerator_above_denominator`."""
    years: tuple[YearResult, ...] = ()
    """Each year of the plan up to the period's, where they were asked for."""
    estimate: Decimal | None = None
    """What the year will probably reach: never part of what was counted."""
    inherited: bool = False
    """Whether figures of an office before are among the cumulative ones."""

    @property
    def headline(self) -> Measured:
        """Return the figures the target's verdict rests on."""
        if self.target.basis is Basis.CUMULATIVE:
            return self.cumulative
        return self.period


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskFigure:
    """One figure of one task, in the period and from the plan's first day."""

    figure: Figure
    period: Decimal
    cumulative: Decimal
