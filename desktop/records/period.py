"""Periods of reporting, the days on which reports are due, and days off."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from desktop.records.identity import AgencyId, PlanId


@dataclass(frozen=True, slots=True, kw_only=True)
class Regime:
    """A rule by which a year is cut into periods of reporting: `data/periods.toml`."""

    code: str
    name: str
    source: str
    """Law it is taken from."""
    cut_day: int | None = None
    """Day of the month before the first month on which a period begins; it ends on
    the day before that day of its last month. None: whole calendar months."""
    typed_closing: bool = False
    """Whether the officer tells the closing day, and the plan proposes it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A span of days a report speaks of, both ends included."""

    code: str
    """`2024`, `2024-H1`, `2024-Q3`, `2024-M07`, `2024-N9` for nine months, or
    `custom`; with `@` and a regime's code behind when it is cut by another rule than
    the calendar."""
    first_day: dt.date
    last_day: dt.date
    closing_day: dt.date
    """Last day whose records are counted; Decree 09/2019, art. 8."""


class DeadlineKind(StrEnum):
    """Which reports a deadline asks for."""

    YEARLY = "yearly"
    HALF_YEARLY = "half_yearly"
    QUARTERLY = "quarterly"
    MONTHLY = "monthly"
    MID_TERM = "mid_term"
    """Review after some years (002-N13, 003-D3)."""
    FINAL = "final"
    """Review of the whole (002-N13)."""
    THEMATIC = "thematic"
    """After a campaign, such as that of 10 December."""
    AD_HOC = "ad_hoc"
    """When asked for (002-D1)."""
    WITHIN_HOURS = "within_hours"
    """Hours after a request (004-X1)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """A duty to report by a day, every year or once (001-D1, 002-N13, 004-X1)."""

    id: str
    plan: PlanId
    kind: DeadlineKind
    text: str
    """As the plan words it."""
    reporters: str
    """Who reports, in words."""
    owing: tuple[AgencyId, ...] = ()
    """Agencies that owe it; empty: those with a part in any task."""
    recipient: AgencyId | None = None
    recipient_text: str = ""
    due_year: int | None = None
    """Year of a duty that falls due once; None: every year of the plan."""
    due_month: int | None = None
    due_day: int | None = None
    """Due before this day: the last acceptable day is one earlier; None: not known."""
    inclusive: bool = False
    """Whether the day itself is still in time."""
    counted_from: dt.date | None = None
    after_years: int | None = None
    """Due so many years after a day, where the plan says so (002-N13)."""
    within_hours: int | None = None
    """Due so many hours after a request (004-X1)."""
    closing_month: int | None = None
    closing_day: int | None = None
    """Day on which the figures are closed, apart from the day they are due."""
    informative: bool = False
    """A duty of the office above, shown to be known and not owed here (000-D3)."""
    remind_days: tuple[int, ...] = (30, 15, 7, 3, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class DayOff:
    """A public holiday, or a day worked in exchange for one."""

    id: str
    day: dt.date
    name: str
    working: bool = False
    """Whether it is a weekend day on which offices work instead."""


class PeriodState(StrEnum):
    """How far the report of a period has come."""

    ENTERING = "entering"
    CLOSED = "closed"
    SIGNED = "signed"
    RECEIVED = "received"
    ACCEPTED = "accepted"


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodStanding:
    """How far one period has come; in any state but the first it is locked.

    What went before is in the journal: every change of state is a deed with a reason.
    """

    id: str
    """The period's code; for a span typed by hand its two days."""
    period_code: str
    first_day: dt.date
    last_day: dt.date
    """Last day whose records count: the closing day."""
    state: PeriodState
    changed_at: dt.datetime
    reason: str = ""
    """Why it was opened again, or on what paper it was received or accepted."""
    report: str = ""
    """Id of the issued report that signed it; blank before."""
