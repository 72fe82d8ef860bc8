"""Activities: every event an office or a unit held."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
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
    INSPECTION = "inspection"
    """Visits, surveys and reviews of how others carry out the plan (000-R1)."""
    PRESS_ATTENDANCE = "press_attendance"
    """Conferences of others to which a spokesperson was to be sent (004-R8)."""
    INVESTMENT = "investment"
    """Equipment put up or renewed (003-N0d)."""


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
    first_equipped: int = 0
    """Of them, those who with this activity had both a training and a set of
    documents for the first time (003-T3a)."""
    document_sets: int = 0
    """Sets of documents handed out to the group (003-T3b)."""


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
    mode: Code | None = None
    """How people met: on site, online …; catalogue `training_form` (000-N3)."""
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
    surface: Decimal | None = None
    """Square metres of what was put up, such as banners: two decimals."""
    schools: int | None = None
    lessons: int | None = None
    entries: int | None = None
    """Works entered in a contest."""
    prizes: int | None = None
    requested_at: dt.datetime | None = None
    """When it was asked for, in the office's own time (004-X1)."""
    held_at: dt.datetime | None = None
    """When it began, or when a request was answered (004-X1, 004-R5)."""
    occasion: Code | None = None
    """Regular or called at short notice; catalogue `occasion` (003-R1a, 004-D1)."""
    content_source: Code | None = None
    """Whose guidance the content follows; catalogue `content_source` (004-X3)."""
    co_chairs: tuple[AgencyId, ...] = ()
    """Who chaired with the lead (004-R1)."""
    checked: tuple[AgencyId, ...] = ()
    """Agencies visited or surveyed (000-R1)."""
    area_types: tuple[Code, ...] = ()
    """Kinds of area reached; catalogue `area_type` (003-N0d, 003-A1)."""
    invited: int | None = None
    attended: int | None = None
    """Agencies invited, and of them those whose spokesperson came (004-R8)."""
    press_bodies: int | None = None
    reporters: int | None = None
    """Press bodies and reporters present: numbers only (004-A1)."""
    questions: int | None = None
    answers: int | None = None
    """Questions received, and of them those answered (004-T1)."""
    request_document: str = ""
    invitation_document: str = ""
    """Number and symbol of the request (004-X2) and of the invitation (004-R2)."""
    programme: str = ""
    """Programme or scheme it was part of (002-N12, 001-B2)."""
    combined: bool = False
    """Held together with a regular meeting of the press (004-N1)."""
    outside: bool = False
    """Held outside the territory of the plan: it counts for no place in it."""
    integrated: bool = False
    """Only one part of a wider meeting was about the subject."""
    digital: bool = False
    """Held on, or carried by, a digital platform (001-X2)."""
    spending: tuple[Spending, ...] = ()
    joined_to: RecordId | None = None
    """The entry in which a shared event is counted, when this one is another unit's
    account of it: totals leave this one out, its own agency's figures do not."""
    note: str = ""

    @property
    def response_minutes(self) -> int | None:
        """Return minutes from the request to the event; None when one is not told."""
        if self.requested_at is None or self.held_at is None:
            return None
        return int((self.held_at - self.requested_at).total_seconds() // 60)
