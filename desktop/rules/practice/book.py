"""What a practice year is made from: patterns of entries.

`data/practice` holds them. Numbers are drawn from the low to the high end of a
range, both included.
"""

import datetime as dt
from dataclasses import dataclass, field

from desktop.records.activity import ActivityKind, ActivityState
from desktop.records.identity import Code
from desktop.records.task import TaskProgress

Range = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiet:
    """Days on which offices are closed, both ends included."""

    first_day: dt.date
    last_day: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitAnswer:
    """What a unit adds to the form it is sent, and how it gets its number wrong."""

    title: str
    attendance: int
    slip: str
    """What it writes instead of the number: `{number}`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """What an entry is about."""

    code: str
    text: str
    pillar: Code
    keys: tuple[str, ...]
    """Words by which the plan's themes are found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalLanguages:
    """Ethnic languages of the territories whose name holds a text."""

    territory: str
    codes: tuple[Code, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Who writes, when things happen and what is talked about."""

    plan: str
    """Name of the plan it is made of unless another is asked for."""
    officer: str
    signer: str
    """Name under the reports, which is plainly nobody's."""
    texts: dict[str, str]
    """What an officer would write into a report, by the section's key."""
    subject: str
    """What a change is called: `{register}`, `{year}`."""
    other_registers: dict[str, str]
    """What records without a register are called, by the name of their class."""
    joining_words: tuple[str, ...]
    """Words of a name that give no initial."""
    season: tuple[int, ...]
    """Weight of each month, January first."""
    units: tuple[str, ...]
    """Agencies whose territories are visited."""
    villages: Range
    earlier_first_month: int
    """Month from which the year before has entries."""
    local_languages: tuple[LocalLanguages, ...]
    unit_answer: UnitAnswer
    quiet: tuple[Quiet, ...]
    holidays: tuple[tuple[int, int], ...]
    """Month and day of the days off of every year."""
    topics: tuple[Topic, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """A pattern of activities of one kind and form."""

    kind: ActivityKind
    form: Code
    counts_as: Code | None = None
    """Form whose tasks it carries out, where no figure counts its own."""
    titles: tuple[str, ...]
    topics: tuple[str, ...] = ()
    """Codes of topics in turn; none: all."""
    agencies: tuple[str, ...]
    each: int = 0
    """Activities of each agency."""
    count: int = 0
    """Activities in all, the agencies taking turns."""
    monthly: bool = False
    """One activity of each agency in each month."""
    earlier: int = 0
    """Activities in all in the year before."""
    months: tuple[int, ...] = ()
    """Months in turn; none: drawn by the season."""
    days: Range = (1, 1)
    days_of_month: Range = (1, 31)
    """Days of the month on which it may begin."""
    weekend: bool = False
    """Whether it may be held on a Saturday or Sunday."""
    places: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    numbers: dict[str, Range] = field(default_factory=dict)
    """Ranges of counts, by the name of the field."""
    audiences: tuple[Code, ...] = ()
    languages: tuple[Code, ...] = ()
    local: bool = False
    """Also in the ethnic language of the agency."""
    integrated: bool = False
    digital: bool = False
    state: ActivityState = ActivityState.DONE
    cost: Range | None = None
    """Planned spending in đồng."""
    sources: tuple[Code, ...] = ()
    staff: tuple[Code, ...] = ()
    """Groups of staff it updates or trains."""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedPattern:
    """An event that its partners record as well: the first of a form in the year."""

    form: Code
    titles: tuple[str, ...]
    """What each partner in turn calls it: `{title}` of the lead, `{name}`."""
    joined: bool = True
    """Whether they say that it is one event; if not, they are likely twins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductSeries:
    """A pattern of products of one type."""

    type: Code
    titles: tuple[str, ...]
    topics: tuple[str, ...] = ()
    agencies: tuple[str, ...]
    count: int
    earlier: int = 0
    languages: tuple[Code, ...]
    digital: bool = False
    copies: Range | None = None
    minutes: Range | None = None
    shared: int = 100
    """Percent digitised, connected and online."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BroadcastSeries:
    """A pattern of programmes on one kind of station, one each month."""

    channel: Code
    titles: tuple[str, ...]
    topics: tuple[str, ...] = ()
    agencies: tuple[str, ...]
    months: tuple[int, ...] = tuple(range(1, 13))
    earlier_months: tuple[int, ...] = ()
    language: Code
    minutes: Range
    times: Range
    types: tuple[Code, ...] = ()
    """Types of product that may be what is broadcast."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PostingSeries:
    """A pattern of items on one channel, summed by month."""

    channel: Code
    titles: tuple[str, ...]
    topics: tuple[str, ...] = ()
    agencies: tuple[str, ...]
    months: tuple[int, ...] = tuple(range(1, 13))
    earlier_months: tuple[int, ...] = ()
    languages: tuple[Code, ...]
    items: Range
    views: Range | None = None
    """Views of one item."""
    interactions: Range | None = None
    """Interactions with one item."""
    followers: Range | None = None
    """Followers at the beginning and at the end of the year."""
    types: tuple[Code, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcePattern:
    """One source of data."""

    name: str
    agencies: tuple[str, ...]
    month: int
    digitised: bool = False
    connected: bool = False
    online: bool = False
    earlier: bool = False
    """Recorded in the year before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Works:
    """Patterns of everything made and put before the public."""

    products: tuple[ProductSeries, ...]
    broadcasts: tuple[BroadcastSeries, ...]
    postings: tuple[PostingSeries, ...]
    data_sources: tuple[SourcePattern, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffPattern:
    """How many people of a group agencies hold, and how many training reaches."""

    group: Code
    agencies: tuple[str, ...]
    people: Range
    """People of one agency."""
    reach: int
    """Percent of the people who are trained by the end of the year."""
    earlier: int
    """Percent of the people who were trained in the year before."""
    leave: int
    """Trained people who leave in the year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckPattern:
    """How the mechanism of spokespersons is found."""

    number: str
    n: Range
    month: int
    assigned: int
    """Percent of agencies that have assigned one."""
    published: int
    """Percent of these that made it public."""
    earlier_assigned: int


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitPlanPattern:
    """Who issues a plan of its own."""

    agencies: tuple[str, ...]
    number: str
    n: Range
    issued: int
    """Percent of agencies."""
    earlier_issued: int
    months: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TallyPattern:
    """Totals another agency supplies: numbers and a document."""

    number: str
    n: Range
    months: tuple[int, ...]
    """Last months of the spans."""
    detected: Range
    handled: Range
    """Percent of the detected."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MilestonePattern:
    """The number planned for a target that counts a figure."""

    figure: Code
    value: int
    earlier: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskStatePattern:
    """What is said of a task that shows a figure; blank: of any task."""

    figure: Code
    progress: TaskProgress
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Papers:
    """Patterns of people, papers and totals."""

    shared_place: str
    """Where things are published: `{territory}`."""
    staff: tuple[StaffPattern, ...]
    checks: CheckPattern
    unit_plans: UnitPlanPattern
    tallies: TallyPattern
    milestones: tuple[MilestonePattern, ...]
    task_states: tuple[TaskStatePattern, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeBook:
    """Everything a practice year is made from."""

    setting: Setting
    series: tuple[Series, ...]
    shared: tuple[SharedPattern, ...]
    works: Works
    papers: Papers
