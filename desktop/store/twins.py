"""Read what entries that may be twins look like: by kind and days, through an index."""

import datetime as dt
import sqlite3
from collections.abc import Iterator

from desktop.records.activity import Activity, ActivityState
from desktop.records.product import Broadcast, Posting, Product
from desktop.rules.twins import NEAR, Look, Nature
from desktop.store.rows import reader

_LONGEST = dt.timedelta(days=366)
"""Nothing lasts longer: an entry that ends later than that began later too."""

_SELECT = {
    Nature.EVENT: (
        "select id, 'event' as nature, kind, title, first_day, last_day, agency, "
        "partners, place, form, languages, attendance, joined_to as counted_in "
        "from activities "
        f"where state <> '{ActivityState.CANCELLED}'"
    ),
    Nature.WORK: (
        "select id, 'work' as nature, type as kind, title, first_published as "
        "first_day, first_published as last_day, agency, '[]' as partners, '' as "
        "place, null as form, languages, null as attendance, null as counted_in "
        "from products where true"
    ),
    Nature.POSTED: (
        "select id, 'posted' as nature, channel as kind, title, first_day, last_day, "
        "agency, '[]' as partners, '' as place, null as form, languages, null as "
        "attendance, null as counted_in from postings where true"
    ),
    Nature.BROADCAST: (
        "select id, 'broadcast' as nature, channel as kind, title, first_day, "
        "last_day, agency, '[]' as partners, '' as place, null as form, "
        "json_array(language) as languages, null as attendance, null as counted_in "
        "from broadcasts where true"
    ),
}
_DAY = dict.fromkeys(Nature, ("first_day", "last_day"))
_DAY[Nature.WORK] = ("first_published", "first_published")
_KIND = {
    Nature.EVENT: "kind",
    Nature.WORK: "type",
    Nature.POSTED: "channel",
    Nature.BROADCAST: "channel",
}
NATURE_OF = {
    Activity: Nature.EVENT,
    Product: Nature.WORK,
    Posting: Nature.POSTED,
    Broadcast: Nature.BROADCAST,
}
"""What the records of each class tell of."""


def near(db: sqlite3.Connection, one: Look) -> tuple[Look, ...]:
    """Return the entries of the same kind whose days touch those of one, ± 1 day."""
    sql = statement(one.nature)
    earliest, latest = one.first_day - NEAR, one.last_day + NEAR
    days = (earliest, latest + _LONGEST, latest)
    values = (one.kind, *(day.isoformat() for day in days), one.id)
    return tuple(_looks(db, sql, values))


def statement(nature: Nature) -> str:
    """Return the statement that asks for kind, earliest, longest, latest and id."""
    first, last = _DAY[nature]
    test = f"and {_KIND[nature]} = ? and {last} between ? and ? and {first} <= ?"
    return f"{_SELECT[nature]} {test} and id <> ?"


def within(
    db: sqlite3.Connection, nature: Nature, first: dt.date, last: dt.date
) -> tuple[Look, ...]:
    """Return the entries of one nature that end within days, both ends included."""
    sql = f"{_SELECT[nature]} and {_DAY[nature][1]} between ? and ?"
    return tuple(_looks(db, sql, (first.isoformat(), last.isoformat())))


def _looks(db: sqlite3.Connection, sql: str, values: tuple[str, ...]) -> Iterator[Look]:
    read = reader(Look)
    return (read(row) for row in db.execute(sql, values))
