"""The plan as issued: its text, what it rests on, who does what in it, and when."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from desktop.records.identity import AgencyId, Code, PlanId, StepId, TaskId


class PlanState(StrEnum):
    """How far a plan has come; a closed one stays readable (003-F1)."""

    DRAFT = "draft"
    IN_FORCE = "in_force"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRecipient:
    """One line of a plan's recipients (001-F8, 002-F4, 003-F5)."""

    text: str
    note: str = ""
    """Why it is sent, as printed: for report, for action."""
    electronic: bool = False
    """Whether it gets an electronic copy instead of paper (003-F5)."""


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
    place_date: str = ""
    """Place and date as printed, where the copy tells them (002-F1, 004-F1)."""
    issuer: AgencyId
    territory: str
    first_day: dt.date
    last_day: dt.date
    """First and last day of the plan's years; cumulative figures start at the first."""
    state: PlanState = PlanState.IN_FORCE
    parent: PlanId | None = None
    """The plan of the office above that it carries out (001-F2)."""
    follows: PlanId | None = None
    """The plan of the years before that it goes on from (003-D4)."""
    carried_by: AgencyId | None = None
    """Who carries it on since its issuer was dissolved; None: the issuer."""
    carried_from: dt.date | None = None
    """First day on which it was carried on by another."""
    annex_title: str = ""
    annex_note: str = ""
    """Line under the annex title that names the plan it goes with."""
    closing: str = ""
    """Last sentence, before the signature."""
    recipients: tuple[PlanRecipient, ...] = ()
    """Recipients of the plan itself; the last line is for filing."""
    authority: tuple[str, ...] = ()
    """Lines above the signature (001-F9, 000-F7); may be incomplete (002-F5)."""
    signer_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSection:
    """One numbered part of the plan's text, word for word (001-F7)."""

    id: str
    plan: PlanId
    position: int
    heading: str
    text: str
    """Paragraphs separated by a newline."""


class Relation(StrEnum):
    """How a plan stands to a document it names."""

    BASIS = "basis"
    PARENT_PLAN = "parent_plan"
    PROPOSAL = "proposal"
    """The paper by which an agency proposed the plan (000-F2)."""
    GUIDANCE = "guidance"
    """Received later: how to carry out a task (000-X2)."""
    MENTIONED = "mentioned"


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
    relation: Relation = Relation.BASIS


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanValue:
    """A theme, audience, channel or source of money as one plan words it.

    Plans number and word the same theme differently (002-C7): the catalogue's code is
    what is counted, and what maps one plan's list to another's.
    """

    id: str
    plan: PlanId
    position: int
    catalogue: str
    code: Code
    number: str = ""
    """Number as the plan prints it; blank when it has none."""
    text: str
    """Word for word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRole:
    """What one office, or several alike, must do under the plan (001-R1 to 004-R9)."""

    id: str
    plan: PlanId
    position: int
    agency_text: str
    """Who, as the plan prints it."""
    agencies: tuple[AgencyId, ...] = ()
    roles: tuple[Code, ...] = ()
    """Codes in the catalogue `role`."""
    text: str
    """The duty, word for word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoadmapStep:
    """One step of the plan's road map by year (003-D1 to 003-D4, 002-N13)."""

    id: StepId
    plan: PlanId
    position: int
    first_year: int
    last_year: int | None = None
    """None: from the first year on, without an end."""
    text: str
    tasks: tuple[TaskId, ...] = ()
