"""Ask the journal what was written of a period after its report was issued."""

import datetime as dt
import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from desktop.rules.calendar import last_counted
from desktop.store.journal import WHOLE

REPORTS = "issued_reports"


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """When a report was issued, by its place in the journal."""

    id: str
    kind: str
    period_code: str
    first_day: dt.date
    last_day: dt.date
    last_counted: dt.date
    """Earlier than its last day where its figures were closed early."""
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
            last_day=(last_day := dt.date.fromisoformat(row["last_day"])),
            last_counted=last_counted(row["period_code"], last_day),
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
        f"select j.place, j.row_id, j.before, j.after, c.at from {WHOLE} j "
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


def left_behind(
    db: sqlite3.Connection, place: str, day: str, after: dt.date, last: dt.date
) -> Iterator[Rewritten]:
    """Yield the rows of a table as they stand that are dated after a closing day.

    Args:
        db: The connection to read from.
        place: The table.
        day: Its column of the day that decides the period.
        after: The closing day.
        last: The last day of the period.
    """
    found = db.execute(
        f"select j.row_id, j.after, c.at from {WHOLE} j join changes c on "
        "c.id = j.change where j.id in (select max(n.id) from journal n join "
        f"{place} t on t.id = n.row_id where n.place = ? and t.{day} > ? and "
        f"t.{day} <= ? group by n.row_id) order by j.id",
        (place, after.isoformat(), last.isoformat()),
    )
    for row_id, text, at in found:
        if text is not None:
            yield Rewritten(
                place=place,
                row_id=row_id,
                before=None,
                after=json.loads(text),
                at=dt.datetime.fromisoformat(at),
            )
