"""Targets: what a plan must reach, how it is counted, and what is planned by year."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from desktop.records.identity import (
    AgencyId,
    Code,
    GoalId,
    PlanId,
    RecordId,
    StepId,
    TargetId,
    TaskId,
)


class Formula(StrEnum):
    """How a target's numerator and denominator are counted."""

    TEXT = "text"
    """No number: an assessment in words (001-T0)."""
    SPOKESPERSON = "spokesperson"
    """Agencies in scope with a working mechanism, of all in scope (001-T1)."""
    TRAINED = "trained"
    """Distinct people who had what the target asks, of the headcount (001-T2a-c)."""
    FIGURE = "figure"
    """A figure of `data/figures.toml` against a planned number (001-T3, 001-T5a)."""
    RATIO = "ratio"
    """One figure of another, in percent (003-T4b, 004-X1, 004-R8)."""
    GROWTH = "growth"
    """A figure against its value in the period before, in percent (004-T2)."""
    PRODUCT_SHARE = "product_share"
    """Products in other languages or on digital platforms, of all (001-T4)."""
    DIGITISED = "digitised"
    """Sources and products digitised, connected and published, of all (001-T5b)."""
    SUPPLIED = "supplied"
    """Totals another agency supplies, one of the other (001-T5c, 000-T3a)."""
    MILESTONE = "milestone"
    """Something reached or not, with the document that proves it (003-T1, 003-T4c)."""


class Direction(StrEnum):
    """On which side of the value the target is met."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    RANGE = "range"
    COUNT = "count"
    """The number reached against the number planned."""
    TEXT = "text"
    """No verdict: the figures, where there are any, stand beside words."""


class Basis(StrEnum):
    """Over which days the verdict that counts is reached."""

    PERIOD = "period"
    CUMULATIVE = "cumulative"


class Training(StrEnum):
    """What a person must have had to count as trained (seed features, section 9)."""

    BOTH = "both"
    """Updated and trained (001-T2)."""
    EITHER = "either"
    """Updated or trained."""
    SKILL = "skill"
    """Trained (003-T2)."""
    EQUIPPED = "equipped"
    """Trained and given a set of documents (003-T3)."""


class Supplied(StrEnum):
    """Which of two supplied totals is taken of which."""

    HANDLED_OF_DETECTED = "handled_of_detected"
    """001-T5c, 000-T3b."""
    DETECTED_OF_ALL = "detected_of_all"
    """000-T3a."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What the plan demands (001-T*); what was counted against it is a `Result`.

    A target may change: each version has its days, and a report uses the one in
    force on its closing day.
    """

    id: TargetId
    """The goal's id for the first version; with its first day behind for later ones."""
    plan: PlanId
    position: int
    code: str
    """Short code such as `T2a`, the same in every version."""
    valid_from: dt.date | None = None
    """First day of this version; None: from the plan's first day."""
    valid_to: dt.date | None = None
    """Last day of this version; None: to the plan's last."""
    decision: str = ""
    """Document that set this version; blank for the plan itself."""
    text: str
    """Word for word."""
    label: str
    """A short name for charts and narrow tables."""
    unit: str
    formula: Formula
    direction: Direction
    value: Decimal | None = None
    upper: Decimal | None = None
    """Upper end of a range."""
    tolerance: Decimal = Decimal(0)
    """By how much the value may be missed (`khoảng`, 000-T3a); in the unit."""
    basis: Basis = Basis.PERIOD
    year: int | None = None
    """Year by which it must be reached (001-T9)."""
    staff_group: Code | None = None
    staff_tiers: tuple[str, ...] = ()
    """Tiers of the staff counted; empty for all (000-T2d)."""
    training: Training = Training.BOTH
    scope: tuple[AgencyId, ...] = ()
    """Agencies counted, for formula `spokesperson` (001-T1)."""
    figure: Code | None = None
    """Figure counted, for formulas `figure`, `ratio` and `growth`."""
    divisor: Code | None = None
    """Figure it is taken of, for formula `ratio`."""
    subject: Code | None = None
    """Subject of the totals another agency supplies, for formula `supplied`."""
    supplier: AgencyId | None = None
    supplied: Supplied = Supplied.HANDLED_OF_DETECTED
    required: int = 1
    """Least number of press-information items, for formula `spokesperson`."""
    interval: int = 0
    """Months in each of which that number is required; 0: in the whole period."""

    @property
    def goal(self) -> GoalId:
        """Return the id that all versions of the target share."""
        return GoalId(f"{self.plan}/{self.code}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """The value a target should have in one year, or the number planned for it."""

    id: str
    target: TargetId
    year: int
    value: Decimal
    quarters: tuple[Decimal, ...] = ()
    """What falls to each of the four quarters; empty: nobody has split it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Achievement:
    """Something reached once, with the document that proves it (003-T1, 003-N1.1)."""

    id: RecordId
    title: str
    reached_on: dt.date
    agency: AgencyId
    """Who reached it."""
    goals: tuple[GoalId, ...] = ()
    tasks: tuple[TaskId, ...] = ()
    steps: tuple[StepId, ...] = ()
    """Targets, tasks and steps of the road map that are reached by it."""
    document_number: str = ""
    document_date: dt.date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """What a target will probably reach by the end of a year.

    Kept apart, and never mixed into what was counted (domain, 4.4).
    """

    id: RecordId
    goal: GoalId
    year: int
    value: Decimal
    """In the target's unit."""
    made_on: dt.date
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inherited:
    """Figures of a year taken over from an office that is no more (domain, 5).

    Either of a target or of a figure; they enter the year and what is cumulative, and
    are marked wherever they do.
    """

    id: RecordId
    goal: GoalId | None = None
    figure: Code | None = None
    year: int
    numerator: Decimal
    denominator: Decimal | None = None
    """Of a target that is a share of something added up over the years."""
    agency: AgencyId
    """Whose figures they were."""
    document_number: str = ""
    document_date: dt.date | None = None
    note: str = ""
