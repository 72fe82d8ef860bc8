"""Products, how often they were posted and broadcast, and the channels for it."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from desktop.records.identity import AgencyId, Code, RecordId, TaskId


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """One work, counted once whatever the number of postings and broadcasts."""

    id: RecordId
    title: str
    type: Code
    first_published: dt.date
    agency: AgencyId
    """Who made it."""
    tasks: tuple[TaskId, ...] = ()
    languages: tuple[Code, ...] = ()
    pillar: Code | None = None
    themes: tuple[Code, ...] = ()
    copies: int | None = None
    """Copies printed or handed out."""
    pieces: int | None = None
    """Banners, boards and pictures put up."""
    surface: Decimal | None = None
    """Square metres of them: two decimals."""
    minutes: int | None = None
    """Playing time."""
    frequency: Code | None = None
    """How often a column or programme appears; catalogue `frequency` (003-R6)."""
    digital: bool = False
    """Published on a digital platform (001-T4)."""
    digitised: bool = False
    connected: bool = False
    """Put into the shared store the office above names (001-T5b)."""
    online: bool = False
    """Published online."""
    online_since: dt.date | None = None
    online_place: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DataSource:
    """A source of data about the subject, to be digitised and shared (001-T5b)."""

    id: RecordId
    name: str
    agency: AgencyId
    recorded_on: dt.date
    digitised: bool = False
    connected: bool = False
    online: bool = False
    online_since: dt.date | None = None
    online_place: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """Items put on one channel or portal, on one day or summed over a span."""

    id: RecordId
    title: str
    agency: AgencyId
    channel: Code
    first_day: dt.date
    last_day: dt.date
    product: RecordId | None = None
    tasks: tuple[TaskId, ...] = ()
    languages: tuple[Code, ...] = ()
    pillar: Code | None = None
    themes: tuple[Code, ...] = ()
    items: int = 1
    """Tin, bài."""
    sent: int | None = None
    """Items sent to the press body, of which `items` appeared (002-N5)."""
    contributed: int | None = None
    """Items written by collaborators (003-N0b)."""
    views: int | None = None
    interactions: int | None = None
    followers: int | None = None
    """Followers of the channel on the last day."""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Broadcast:
    """One programme on one station, with how often it was put on the air."""

    id: RecordId
    title: str
    agency: AgencyId
    """The station that broadcast it."""
    channel: Code
    first_day: dt.date
    last_day: dt.date
    product: RecordId | None = None
    tasks: tuple[TaskId, ...] = ()
    language: Code
    pillar: Code | None = None
    themes: tuple[Code, ...] = ()
    minutes: int
    """Length of one broadcast."""
    times: int = 1
    """Broadcasts in all; hours = minutes x times / 60."""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnChannel:
    """An account, a portal or a station an agency runs (001-N3.1, 003-R4b)."""

    id: RecordId
    name: str
    channel: Code
    """Which platform: code in the catalogue `channel`."""
    agency: AgencyId
    """Who runs it."""
    parent: RecordId | None = None
    """The portal it is a part of (003-R4b)."""
    languages: tuple[Code, ...] = ()
    opened_on: dt.date
    closed_on: dt.date | None = None
    """First day on which it was no longer run."""
    section: bool = False
    """Whether it has a section of its own on the subject (003-T4b)."""
    section_since: dt.date | None = None
    note: str = ""
