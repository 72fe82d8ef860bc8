"""Let several agencies record one event of a practice year, as offices do."""

import uuid
from collections.abc import Iterable, Iterator
from dataclasses import replace

from desktop.records.activity import Activity, ActivityState
from desktop.records.identity import AgencyId, RecordId
from desktop.rules.practice.book import SharedPattern
from desktop.rules.practice.draw import Draw

_NAMES = uuid.UUID("8a5f6c0e-0f0c-4f51-9a53-6d2f6a1d7b11")
"""Ids are made from that of the event: no chance is drawn, so nothing else moves."""


def accounts(draw: Draw, events: Iterable[Activity]) -> Iterator[Activity]:
    """Yield what partners record of events that others recorded already.

    Joined ones are parts of one event, counted once; the others are what the search
    for twins is there to find.
    """
    held = sorted(events, key=lambda one: (one.first_day, one.id))
    for pattern in draw.book.shared:
        event = _first(held, pattern)
        if event is not None:
            yield from _told(draw, pattern, event)


def _first(held: Iterable[Activity], pattern: SharedPattern) -> Activity | None:
    """Return the first event of the year that enough agencies held together."""
    fitting = (
        one
        for one in held
        if one.form == pattern.form
        and one.state is ActivityState.DONE
        and len(one.partners) >= len(pattern.titles)
    )
    return next(fitting, None)


def _told(draw: Draw, pattern: SharedPattern, event: Activity) -> Iterator[Activity]:
    for title, partner in zip(pattern.titles, event.partners, strict=False):
        yield _account(draw, event, partner, title, joined=pattern.joined)


def _account(
    draw: Draw, event: Activity, partner: AgencyId, title: str, *, joined: bool
) -> Activity:
    """Return an event as a partner tells it; staff and money are the lead's."""
    agency = draw.cast.named(partner)
    return replace(
        event,
        id=RecordId(uuid.uuid5(_NAMES, f"{event.id}/{partner}").hex),
        title=draw.words(title, agency, title=event.title),
        agency=partner,
        organiser_tier=agency.tier,
        partners=(event.agency,),
        joined_to=event.id if joined else None,
        staff=(),
        spending=(),
    )
