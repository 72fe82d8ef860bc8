"""Ask the journal what was written of a period after its report was issued."""

import datetime as dt
import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

REPORTS = "issued_reports"


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """When a report was issued, by its place in the journal."""

    id: str
    kind: str
    period_code: str
    first_day: dt.date
    last_day: dt.date
    number: str
    issued_on: dt.date
    """The day on its paper, or else that on which it was issued here."""
    change: int
    """Number of the deed that issued it: clocks may be set, the journal may not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewritten:
    """A row as it stood before the first of some deeds and after the last."""

    place: str
    row_id: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    at: dt.datetime
    """When it was last written."""


def issues(db: sqlite3.Connection) -> tuple[Issue, ...]:
    """Return every issued report and slip, the oldest first."""
    found = db.execute(
        "select r.id, r.kind, r.period_code, r.first_day, r.last_day, r.number, "
        "r.issued_at, r.dated, (select min(j.change) from journal j where j.place = ? "
        "and j.row_id = r.id) as change from issued_reports r",
        (REPORTS,),
    )
    made = (
        Issue(
            id=row["id"],
            kind=row["kind"],
            period_code=row["period_code"],
            first_day=dt.date.fromisoformat(row["first_day"]),
            last_day=dt.date.fromisoformat(row["last_day"]),
            number=row["number"] or "",
            issued_on=_day(row["dated"] or row["issued_at"]),
            change=row["change"],
        )
        for row in found
        if row["change"] is not None
    )
    return tuple(sorted(made, key=lambda one: one.change))


def _day(text: str) -> dt.date:
    """Return the day of a day or a moment."""
    return dt.datetime.fromisoformat(text).date()


def rewritten(
    db: sqlite3.Connection, since: int, places: Iterable[str]
) -> Iterator[Rewritten]:
    """Yield the rows of some tables that deeds after one left different, in order.

    What was done and undone is not told.
    """
    tables = tuple(places)
    found = db.execute(
        "select j.place, j.row_id, j.before, j.after, c.at from journal j "
        "join changes c on c.id = j.change where j.change > ? and j.place in "
        f"({', '.join('?' * len(tables))}) order by j.id",
        (since, *tables),
    )
    first: dict[tuple[str, str], str | None] = {}
    last: dict[tuple[str, str], tuple[str | None, str]] = {}
    for place, row_id, before, after, at in found:
        first.setdefault((place, row_id), before)
        last[place, row_id] = (after, at)
    for (place, row_id), before in first.items():
        after, at = last[place, row_id]
        if before != after:
            yield Rewritten(
                place=place,
                row_id=row_id,
                before=None if before is None else json.loads(before),
                after=None if after is None else json.loads(after),
                at=dt.datetime.fromisoformat(at),
            )
