"""The plan: what must be done, by whom, and what must be reached."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from desktop.records.identity import AgencyId, Code, PlanId, TargetId, TaskId


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A plan as issued: title, years and territory (001-F1)."""

    id: PlanId
    document_type: str
    """Type printed above the title, for example that of 001-F1."""
    title: str
    number: str = ""
    """Number and symbol; the number may still be blank (001-F5)."""
    issued_on: dt.date | None = None
    issuer: AgencyId
    territory: str
    first_day: dt.date
    last_day: dt.date
    """First and last day of the plan's years; cumulative figures start at the first."""
    annex_title: str = ""
    annex_note: str = ""
    """Line under the annex title that names the plan it goes with."""
    closing: str = ""
    """Last sentence, before the signature."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSection:
    """One numbered part of the plan's text, word for word (001-F7)."""

    id: str
    plan: PlanId
    position: int
    heading: str
    text: str
    """Paragraphs separated by a newline."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalBasis:
    """A document the plan rests on (001-F2 to 001-F4)."""

    id: str
    plan: PlanId
    position: int
    document_type: str
    number: str
    issued_on: dt.date | None = None
    issuer: str = ""
    summary: str = ""
    relation: str = "basis"
    """`basis`, `parent_plan` or `mentioned`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A task, or a group of tasks, in the words of the annex (001-F6, 001-N*)."""

    id: TaskId
    plan: PlanId
    position: int
    code: str
    """Number as printed, such as `3.4`."""
    parent: TaskId | None = None
    """The group it belongs to; None for a group."""
    text: str
    lead_text: str = ""
    partner_text: str = ""
    """Leads and partners as the annex prints them."""
    leads: tuple[AgencyId, ...] = ()
    partners: tuple[AgencyId, ...] = ()
    time_text: str = ""
    """When, as printed, in plans whose annex has such a column."""
    figures: tuple[Code, ...] = ()
    """Figures computed for the row: codes in `data/figures.toml`."""


class TaskProgress(StrEnum):
    """How far a task is in a year."""

    NOT_STARTED = "not_started"
    UNDER_WAY = "under_way"
    DONE = "done"
    ONGOING = "ongoing"
    """Done all the time, without an end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskState:
    """What the office says of a task in one year."""

    id: str
    task: TaskId
    year: int
    progress: TaskProgress
    result_text: str = ""


class Formula(StrEnum):
    """How a target's numerator and denominator are counted."""

    TEXT = "text"
    """No number: an assessment in words (001-T0)."""
    SPOKESPERSON = "spokesperson"
    """Agencies in scope with a working mechanism, of all in scope (001-T1)."""
    TRAINED = "trained"
    """Distinct people both updated and trained, of the headcount (001-T2a-c)."""
    FIGURE = "figure"
    """A figure of `data/figures.toml` against a planned number (001-T3, 001-T5a)."""
    PRODUCT_SHARE = "product_share"
    """Products in other languages or on digital platforms, of all (001-T4)."""
    DIGITISED = "digitised"
    """Sources and products digitised, connected and published, of all (001-T5b)."""
    SUPPLIED = "supplied"
    """Handled, of detected, as totals another agency supplies (001-T5c)."""


class Direction(StrEnum):
    """On which side of the value the target is met."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    RANGE = "range"
    COUNT = "count"
    TEXT = "text"


class Basis(StrEnum):
    """Over which days the verdict that counts is reached."""

    PERIOD = "period"
    CUMULATIVE = "cumulative"


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What the plan demands (001-T*); what was counted against it is a `Result`."""

    id: TargetId
    plan: PlanId
    position: int
    code: str
    """Short code such as `T2a`, unique in the plan."""
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
    basis: Basis = Basis.PERIOD
    year: int | None = None
    """Year by which it must be reached (001-T9)."""
    staff_group: Code | None = None
    staff_tier: str = ""
    """Tier of the staff counted; blank for all."""
    scope: tuple[AgencyId, ...] = ()
    """Agencies counted (001-T1)."""
    figure: Code | None = None
    """Figure counted, for formula `figure`."""
    subject: Code | None = None
    """Subject of the totals another agency supplies, for formula `supplied`."""
    supplier: AgencyId | None = None
    required: int = 1
    """Least number of press-information items a year, for formula `spokesperson`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """The value a target should have in one year, or the number planned for it."""

    id: str
    target: TargetId
    year: int
    value: Decimal
