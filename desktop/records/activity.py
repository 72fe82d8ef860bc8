"""Activities: every event an office or a unit held."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from desktop.records.identity import AgencyId, Code, RecordId, TaskId


class ActivityKind(StrEnum):
    """The registers of events; their names are in `data/registers.toml`."""

    TRAINING = "training"
    CONFERENCE = "conference"
    EXHIBITION = "exhibition"
    MOBILE_SHOW = "mobile_show"
    CONTEST = "contest"
    PRESS_INFORMATION = "press_information"
    SCHOOL_SESSION = "school_session"
    UNION_MEETING = "union_meeting"
    COORDINATION = "coordination"
    """Digests, advisory papers and joint drives: counts of documents only."""


class ActivityState(StrEnum):
    """Whether an activity took place."""

    PLANNED = "planned"
    DONE = "done"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class AudienceCount:
    """Attendance of one audience at one activity."""

    audience: Code
    attendance: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffCount:
    """People of one staff group at one activity (001-T2, count-only mode)."""

    group: Code
    tier: str = ""
    people: int = 0
    """Distinct people of the group who took part."""
    first_updated: int = 0
    """Of them, those who were updated for the first time in the plan's years."""
    first_trained: int = 0
    """Of them, those trained for the first time in the plan's years."""
    first_complete: int = 0
    """Of them, those who with this activity completed both for the first time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spending:
    """Money for one activity from one source, in đồng (001-B1 to 001-B3)."""

    source: Code
    planned: int = 0
    spent: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """One event, counted once however many agencies took part.

    Quantities that do not apply to the kind stay None, which is not zero.
    """

    id: RecordId
    kind: ActivityKind
    title: str
    first_day: dt.date
    last_day: dt.date
    """An activity counts in the period of its last day."""
    state: ActivityState = ActivityState.DONE
    agency: AgencyId
    """Who led it."""
    organiser_tier: str = ""
    partners: tuple[AgencyId, ...] = ()
    tasks: tuple[TaskId, ...] = ()
    place: str = ""
    pillar: Code | None = None
    """Pillar of content (001-X1)."""
    themes: tuple[Code, ...] = ()
    channel: Code | None = None
    form: Code | None = None
    """How it was held: value of the catalogue named by the register."""
    languages: tuple[Code, ...] = ()
    sessions: int | None = None
    attendance: int | None = None
    """Lượt người: a person at two events counts twice."""
    people: int | None = None
    """Distinct people."""
    audiences: tuple[AudienceCount, ...] = ()
    staff: tuple[StaffCount, ...] = ()
    agencies_reached: int | None = None
    """Agencies, press bodies or units that took part."""
    places_reached: int | None = None
    """Villages or points."""
    pieces: int | None = None
    """Pictures, photos, posters shown."""
    documents: int | None = None
    """Documents issued, shown or handed out."""
    area: int | None = None
    """Square metres."""
    schools: int | None = None
    lessons: int | None = None
    entries: int | None = None
    """Works entered in a contest."""
    prizes: int | None = None
    integrated: bool = False
    """Only one part of a wider meeting was about the subject."""
    digital: bool = False
    """Held on, or carried by, a digital platform (001-X2)."""
    spending: tuple[Spending, ...] = ()
    note: str = ""
