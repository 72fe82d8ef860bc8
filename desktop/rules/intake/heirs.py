"""Whose a file is today: the unit it names, or whoever took over from that one.

A form goes out to a unit and comes back after it was renamed or merged (domain, 5); it
counts for the unit that stands for it on the last day of its period, and the officer is
told.
"""

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from desktop.records.agency import Agency, Succession
from desktop.records.identity import AgencyId
from desktop.rules import succession
from desktop.rules.vietnamese import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Heir:
    """Who answers for what a unit sent."""

    agency: AgencyId | None
    """None: nobody here, or the unit was split and nobody knows whose it is."""
    reasons: tuple[tuple[str, ...], ...] = ()
    """Notices: `renamed` (old and new name), `merged` (old and new name);
    or why there is nobody: `unit_unknown` (name), `unit_split` (name, heirs)."""


def heir_of(
    sender: str,
    sender_name: str,
    last_day: dt.date,
    agencies: Collection[Agency],
    successions: Iterable[Succession],
) -> Heir:
    """Return who answers for what a unit sent for a period with this last day."""
    known = {one.id: one for one in agencies}
    sent = known.get(AgencyId(sender))
    if sent is None:
        return Heir(agency=None, reasons=(("unit_unknown", sender_name or sender),))
    steps = tuple(successions)
    today = succession.today(sent.id, steps, last_day)
    heirs = succession.heirs(sent.id, steps, last_day)
    called = sender_name or sent.name
    if today == sent.id and sent.id not in heirs:
        names = ", ".join(known[one].name for one in heirs if one in known)
        return Heir(agency=None, reasons=(("unit_split", called, names),))
    heir = known.get(today)
    if heir is None:
        return Heir(agency=None, reasons=(("unit_unknown", called),))
    if today != sent.id:
        return Heir(agency=today, reasons=(("merged", called, heir.name),))
    renamed = fold(called) != fold(heir.name)
    return Heir(
        agency=today, reasons=(("renamed", called, heir.name),) if renamed else ()
    )
