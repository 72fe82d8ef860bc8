"""Tell which locked period refuses an entry; the schema refuses it in any case.

What has a day is locked by the day it is counted on, what has only a year where a
locked period speaks of that year, as `store.steps.m0005_reports` says.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

from desktop.records.figure import Source
from desktop.records.period import PeriodStanding
from desktop.rules.counting import DAY
from desktop.rules.known import SOURCE_OF
from desktop.rules.period_states import is_locked

Day = dt.date | int | None

_OPEN = frozenset({Source.ESTIMATE})
"""What may be written whatever is locked."""

_CHANNEL = ("name", "channel", "agency", "parent", "languages", "opened_on", "note")
"""What a channel was from its first day on; the rest happens on days of its own."""

_CHANNEL_DAYS = (
    ("opened_on", _CHANNEL),
    ("closed_on", ("closed_on",)),
    ("section_since", ("section_since", "section")),
)
"""Days of a channel, and what is written on each."""


def refusing(
    standings: Iterable[PeriodStanding],
    record: Any,  # noqa: ANN401  of any register
    before: Any = None,  # noqa: ANN401
) -> tuple[str, PeriodStanding] | None:
    """Return the field and the locked period that refuse an entry; None for none.

    Args:
        standings: How far the periods have come.
        record: As the entry would be kept.
        before: As it is kept now; None where it is new.
    """
    locked = sorted(filter(is_locked, standings), key=_length)
    if not locked:
        return None
    for field, day in _days(record, before):
        for one in locked:
            if day is not None and speaks_of(one, day):
                return field, one
    return None


def speaks_of(standing: PeriodStanding, day: dt.date | int) -> bool:
    """Tell whether a period counts what has this day, or only this year."""
    if isinstance(day, dt.date):
        return standing.first_day <= day <= standing.last_day
    # as texts, as the schema compares them: a year somebody typed may be none
    first, last = standing.first_day.isoformat(), standing.last_day.isoformat()
    if last <= f"{day}-09-30":
        return False
    long = first < f"{day}-12-01" and last > f"{day + 1}-06-01"
    return first < f"{day}-06-01" or long


def _length(standing: PeriodStanding) -> tuple[dt.timedelta, str]:
    """Put the shortest first: it is what locks a day most nearly."""
    return standing.last_day - standing.first_day, standing.id


def _days(record: Any, before: Any) -> Iterator[tuple[str, Day]]:  # noqa: ANN401
    """Yield the days an entry is written on, with the field of each."""
    source = SOURCE_OF.get(type(record))
    if source is None or source in _OPEN:
        return
    both = (record,) if before is None else (before, record)
    if source is not Source.OWN_CHANNEL:
        for one in both:
            yield DAY[source], getattr(one, DAY[source])
        return
    for day, fields in _CHANNEL_DAYS:
        if before is None or any(
            getattr(before, name) != getattr(record, name) for name in fields
        ):
            for one in both:
                yield day, getattr(one, day)
