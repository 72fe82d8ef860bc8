"""Periods of reporting and the days on which reports are due."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from desktop.records.identity import AgencyId, PlanId


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A span of days a report speaks of, both ends included."""

    code: str
    """`2024`, `2024-H1`, `2024-Q3`, `2024-M07`, or `custom`."""
    first_day: dt.date
    last_day: dt.date
    closing_day: dt.date
    """Last day whose records are counted; Decree 09/2019, art. 8."""


class DeadlineKind(StrEnum):
    """Which reports a deadline asks for."""

    YEARLY = "yearly"
    HALF_YEARLY = "half_yearly"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """A recurring duty to report before a day of the year (001-D1, 001-D2)."""

    id: str
    plan: PlanId
    kind: DeadlineKind
    text: str
    """As the plan words it."""
    reporters: str
    """Who reports, in words."""
    recipient: AgencyId | None = None
    recipient_text: str = ""
    due_month: int | None = None
    due_day: int | None = None
    """Due before this day: the last acceptable day is one earlier; None: not known."""
    remind_days: tuple[int, ...] = (30, 15, 7, 3, 1)


class PeriodState(StrEnum):
    """How far the report of a period has come."""

    ENTERING = "entering"
    CLOSED = "closed"
    SIGNED = "signed"
    RECEIVED = "received"
    ACCEPTED = "accepted"
