"""Make the activities of a practice year from their patterns."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from desktop.records.activity import (
    Activity,
    ActivityState,
    AudienceCount,
    Spending,
)
from desktop.records.agency import Agency
from desktop.records.identity import AgencyId, RecordId
from desktop.rules.practice.book import Series
from desktop.rules.practice.cast import pillar, themes
from desktop.rules.practice.draw import LOCAL, Draw

_STEP = 500_000
"""Planned money is rounded to this, in đồng."""
_SMALL_STEP = 10_000
_QUARTERS = ("I", "II", "III", "IV")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Slot:
    """Whose turn it is."""

    agency: Agency
    number: int
    """Place among the entries of the pattern, from 0."""
    turn: int
    """What decides topic, title and month, so that no agency repeats itself."""


def activities(draw: Draw, series: Series, *, earlier: bool = False) -> list[Activity]:
    """Return the activities of one pattern in one year, without their staff."""
    agencies = _agencies(draw, series)
    total = series.earlier if earlier else _total(series, len(agencies))
    start = draw.rng.randrange(len(agencies))
    made = []
    for number in range(total):
        rounds = number // len(agencies)
        slot = _Slot(
            agency=agencies[(start + number) % len(agencies)],
            number=number,
            turn=rounds if series.monthly or len(agencies) == 1 else number + rounds,
        )
        made.append(_activity(draw, series, slot))
    return made


def _total(series: Series, agencies: int) -> int:
    """Return how many activities a pattern makes."""
    return series.count + agencies * (12 if series.monthly else series.each)


def _agencies(draw: Draw, series: Series) -> tuple[Agency, ...]:
    """Return who leads the activities; the office itself when there is nobody."""
    cast = draw.cast
    found = cast.who(series.agencies, cast.leads_of(_probe(series)))
    return found or cast.who(("@office",))


def _probe(series: Series) -> Activity:
    """Return an activity of which only what decides its tasks matters."""
    return Activity(
        id=RecordId(""),
        kind=series.kind,
        form=series.counts_as or series.form,
        title="",
        agency=AgencyId(""),
        first_day=dt.date(1, 1, 1),
        last_day=dt.date(1, 1, 1),
    )


def _activity(draw: Draw, series: Series, slot: _Slot) -> Activity:
    topic = draw.topic(series.topics, slot.turn)
    first, last = _days(draw, series, slot)
    bare = replace(
        _probe(series),
        id=draw.record_id(),
        form=series.form,
        agency=slot.agency.id,
        first_day=first,
        last_day=last,
        state=series.state,
        tasks=draw.cast.tasks_of(_probe(series)),
        organiser_tier=slot.agency.tier,
        partners=_partners(draw, series, slot.agency),
        themes=themes(draw.cast, topic),
        pillar=pillar(draw.cast, topic),
        integrated=series.integrated,
        digital=series.digital,
        note=series.note,
    )
    return _counted(draw, series, _worded(draw, series, bare, slot))


def _days(draw: Draw, series: Series, slot: _Slot) -> tuple[dt.date, dt.date]:
    """Return the first and the last day, both in the year."""
    every = tuple(range(1, 13))
    month = draw.month(every if series.monthly else series.months, slot.turn)
    first = draw.day(month, series.days_of_month, weekend=series.weekend)
    last = first + dt.timedelta(days=draw.between(series.days) - 1)
    while not draw.is_open(last, weekend=series.weekend):
        last += dt.timedelta(days=1)
    return first, min(last, dt.date(draw.year, 12, 31))


def _worded(draw: Draw, series: Series, activity: Activity, slot: _Slot) -> Activity:
    """Give an activity its title, place and languages."""
    month = activity.last_day.month
    blanks = {
        "topic": draw.topic(series.topics, slot.turn).text,
        "month": month,
        "quarter": _QUARTERS[(month - 1) // 3],
        "number": draw.between(draw.book.setting.villages),
        "unit": draw.unit(),
        "turn": slot.number + 1,
    }
    title = series.titles[slot.turn % len(series.titles)]
    place = draw.rng.choice(series.places) if series.places else ""
    local = (LOCAL,) if series.local else ()
    return replace(
        activity,
        title=draw.words(title, slot.agency, **blanks),
        place=draw.words(place, slot.agency, **blanks),
        languages=draw.languages(slot.agency, (*series.languages, *local)),
    )


def _partners(draw: Draw, series: Series, agency: Agency) -> tuple[AgencyId, ...]:
    """Return partners: every one of a role, the first few of a kind."""
    found = [
        one.id
        for name in series.partners
        for one in draw.cast.who((name,))[: draw.between((1, 3))]
    ]
    return tuple(one for one in dict.fromkeys(found) if one != agency.id)


def _counted(draw: Draw, series: Series, activity: Activity) -> Activity:
    """Give an activity that took place its numbers, and one planned its money."""
    if activity.state is ActivityState.CANCELLED:
        return activity
    spending = _spending(draw, series, done=activity.state is ActivityState.DONE)
    if activity.state is ActivityState.PLANNED:
        return replace(activity, spending=spending)
    numbers = {name: draw.between(ends) for name, ends in series.numbers.items()}
    if "people" in numbers:
        days = (activity.last_day - activity.first_day).days + 1
        numbers["attendance"] = numbers["people"] * days
    told = _as_told(numbers)
    counted = replace(activity, spending=spending, **told)  # type: ignore[arg-type]
    return replace(counted, audiences=tuple(_audiences(draw, series, counted)))


def _audiences(
    draw: Draw, series: Series, activity: Activity
) -> Iterator[AudienceCount]:
    """Share the attendance among the audiences: the first has most, none is left."""
    left = activity.attendance or 0
    codes = draw.cast.known("audience", series.audiences)
    for place, code in enumerate(codes, 1):
        part = left if place == len(codes) else left * draw.between((55, 75)) // 100
        left -= part
        if part:
            yield AudienceCount(audience=code, attendance=part)


def _spending(draw: Draw, series: Series, *, done: bool) -> tuple[Spending, ...]:
    """Return one line of money for each source, the first with the most."""
    sources = draw.cast.known("funding_source", series.sources)
    if series.cost is None or not sources:
        return ()
    whole = draw.between(series.cost)
    lines = []
    for place, source in enumerate(sources):
        part = whole * (2 if place == 0 else 1) // (len(sources) + 1)
        planned = max(part // _STEP, 1) * _STEP
        spent = planned * draw.between((86, 100)) // 100 // _SMALL_STEP * _SMALL_STEP
        lines.append(
            Spending(source=source, planned=planned, spent=spent if done else 0)
        )
    return tuple(lines)


def _as_told(numbers: dict[str, int]) -> dict[str, int | Decimal]:
    """Return numbers as the record holds them: square metres have decimals."""
    return {
        name: Decimal(value) if name == "surface" else value
        for name, value in numbers.items()
    }
