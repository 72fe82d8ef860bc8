"""Make a believable year of an office, the same for the same seed."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from desktop.records.activity import Activity, ActivityState
from desktop.records.agency import SpokespersonCheck
from desktop.records.staff import Headcount
from desktop.records.target import Milestone
from desktop.records.task import TaskState
from desktop.rules.counting import DAY, Span
from desktop.rules.known import SOURCE_OF
from desktop.rules.practice import papers
from desktop.rules.practice.accounts import accounts
from desktop.rules.practice.book import PracticeBook
from desktop.rules.practice.cast import Cast
from desktop.rules.practice.draw import Draw, draw
from desktop.rules.practice.events import activities
from desktop.rules.practice.staff import Reached, Trainings, reached, staff
from desktop.rules.practice.works import published

_OTHER_DAYS = ("as_of", "left_on", "document_date", "issued_on")


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """Records of one register, or of none, that are kept together."""

    year: int
    records: tuple[Any, ...]


def practice_year(
    book: PracticeBook, cast: Cast, year: int, seed: int, today: dt.date
) -> tuple[Deed, ...]:
    """Return the deeds of a year and of a little of the year before.

    What lies after today is left out; an activity after today is planned.

    Args:
        book: The patterns.
        cast: The plan, its agencies and the office's catalogues.
        year: A year of the plan.
        seed: What chance begins with.
        today: The last day of which anything is known.
    """
    stream = draw(book, cast, year, seed)
    earlier = year > cast.plan.first_day.year
    people = staff(stream, earlier=earlier)
    deeds = [
        *_numbers(stream),
        _deed(year, people.headcounts),
    ]
    if earlier:
        before = draw(book, cast, year - 1, seed, earlier=True)
        deeds += [
            _deed(year - 1, papers.milestones(before, earlier=True)),
            _deed(year - 1, papers.checks(before, earlier=True)),
        ]
        deeds += _year(before, people.earlier, earlier=True)
        deeds.append(_deed(year - 1, papers.tallies(before)))
    deeds += [*_year(stream, people.due), _deed(year, people.departures)]
    deeds += [_deed(year, papers.checks(stream)), _deed(year, papers.tallies(stream))]
    known = Span(cast.plan.first_day, today)
    settled = (replace(one, records=_settled(one.records, known)) for one in deeds)
    return tuple(one for one in settled if one.records)


def _deed(year: int, records: tuple[Any, ...]) -> Deed:
    return Deed(year=year, records=records)


def _numbers(stream: Draw) -> list[Deed]:
    """Return the planned numbers and what is said of the tasks."""
    return [
        _deed(stream.year, papers.milestones(stream)),
        _deed(stream.year, papers.task_states(stream)),
    ]


def _year(stream: Draw, due: Reached, *, earlier: bool = False) -> list[Deed]:
    """Return the deeds of one year: its papers, works and activities."""
    works = published(stream, earlier=earlier)
    return [
        _deed(stream.year, papers.unit_plans(stream, earlier=earlier)),
        _deed(stream.year, works.products),
        _deed(stream.year, works.broadcasts),
        _deed(stream.year, works.postings),
        _deed(stream.year, works.data_sources),
        *_events(stream, due, earlier=earlier),
    ]


def _events(stream: Draw, due: Reached, *, earlier: bool) -> Iterator[Deed]:
    """Yield the activities of each kind, in the order of their days."""
    made: Trainings = [
        (one, series)
        for series in stream.book.series
        for one in activities(stream, series, earlier=earlier)
    ]
    forms = {
        one.code: one.group
        for one in stream.cast.items
        if one.catalogue == "training_mode"
    }
    all_of_them = [one for one, _ in reached(made, due, forms)]
    told = () if earlier else tuple(accounts(stream, all_of_them))
    all_of_them += [one for one in told if one.joined_to is None]
    for kind in dict.fromkeys(one.kind for one in all_of_them):
        of_kind = [one for one in all_of_them if one.kind is kind]
        of_kind.sort(key=lambda one: one.last_day)
        yield _deed(stream.year, tuple(of_kind))
    # What is joined to an event is recorded once that is.
    yield _deed(stream.year, tuple(one for one in told if one.joined_to is not None))


def _settled(records: tuple[Any, ...], known: Span) -> tuple[Any, ...]:
    """Return the records as they stand on the last day known.

    What is still to come is left out, and what would lie before the plan began.
    """
    kept = (one for one in records if _is_known(one, known))
    return tuple(
        _planned(one)
        if isinstance(one, Activity) and one.last_day > known.last
        else one
        for one in kept
    )


def _is_known(record: Any, known: Span) -> bool:  # noqa: ANN401  whatever is recorded
    told_ahead = isinstance(record, Activity | Milestone | TaskState)
    if isinstance(record, Activity) and record.joined_to is not None:
        told_ahead = False  # only what took place is joined
    return (told_ahead or _day(record) <= known.last) and _first(record) >= known.first


def _first(record: Any) -> dt.date:  # noqa: ANN401  whatever is recorded
    """Return the first day of an entry; people may be counted before a plan began."""
    if isinstance(record, Headcount | Milestone | TaskState | SpokespersonCheck):
        return dt.date.max
    first = getattr(record, "first_day", None)
    return first if isinstance(first, dt.date) else _day(record)


def _day(record: Any) -> dt.date:  # noqa: ANN401  whatever is recorded
    """Return the last day a record speaks of."""
    source = SOURCE_OF[type(record)]
    names = (DAY.get(source, ""), *_OTHER_DAYS)
    days = (getattr(record, name, None) for name in names if name)
    return max((day for day in days if isinstance(day, dt.date)), default=dt.date.min)


def _planned(activity: Activity) -> Activity:
    """Return an activity that is still to come: it has no numbers yet."""
    if activity.state is ActivityState.CANCELLED:
        return activity
    return Activity(
        **{name: getattr(activity, name) for name in _KNOWN_BEFORE},
        state=ActivityState.PLANNED,
        spending=tuple(replace(one, spent=0) for one in activity.spending),
    )


_KNOWN_BEFORE = (
    "id",
    "kind",
    "form",
    "title",
    "agency",
    "organiser_tier",
    "partners",
    "first_day",
    "last_day",
    "place",
    "tasks",
    "pillar",
    "themes",
    "languages",
    "digital",
    "integrated",
)
