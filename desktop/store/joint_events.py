"""Read the events several agencies held together."""

import sqlite3
from collections.abc import Iterable, Iterator

from desktop.records.activity import Activity
from desktop.records.identity import RecordId
from desktop.rules.counting import Span
from desktop.rules.joint_events import Account, SharedEvent, account
from desktop.store import records, rows

_COLUMNS = "id, kind, state, agency, title, first_day, last_day, joined_to"


def events(
    db: sqlite3.Connection, wanted: Iterable[RecordId] = ()
) -> dict[RecordId, SharedEvent]:
    """Return every shared event by its lead.

    Args:
        db: An open office file.
        wanted: Entries told as leads though nothing is joined to them yet.
    """
    joined: dict[RecordId, list[Account]] = {one: [] for one in wanted}
    for one in _accounts(db, "joined_to is not null order by agency, rowid"):
        if one.joined_to is not None:
            joined.setdefault(one.joined_to, []).append(one)
    leads = _accounts(db, f"id in ({', '.join('?' * len(joined))})", *joined)
    return {
        lead.id: SharedEvent(lead=lead, joined=tuple(joined[lead.id])) for lead in leads
    }


def accounts(db: sqlite3.Connection) -> tuple[tuple[Activity, ...], ...]:
    """Return all accounts of each shared event, the one that is counted first."""
    joined: dict[str, list[Activity]] = {}
    for one in _joined(db):
        joined.setdefault(str(one.joined_to), []).append(one)
    leads = (records.get(db, Activity, lead) for lead in joined)
    return tuple((lead, *joined[lead.id]) for lead in leads if lead is not None)


def leads(db: sqlite3.Connection) -> frozenset[RecordId]:
    """Return the entries in which a shared event is counted."""
    sql = "select distinct joined_to from activities where joined_to is not null"
    return frozenset(RecordId(row[0]) for row in db.execute(sql))


def in_span(db: sqlite3.Connection, span: Span) -> tuple[int, int]:
    """Return how many shared events have accounts joined in a span, and how many."""
    row = db.execute(
        "select count(distinct joined_to), count(*) from activities "
        "where joined_to is not null and state = 'done' and last_day between ? and ?",
        (span.first.isoformat(), span.last.isoformat()),
    ).fetchone()
    return int(row[0]), int(row[1])


def joined_to(db: sqlite3.Connection, lead: RecordId) -> tuple[Activity, ...]:
    """Return the entries joined to one, in the order of their agencies."""
    found = records.find(db, Activity, where={"joined_to": lead})
    return tuple(sorted(found, key=lambda one: (one.agency, one.id)))


def event_of(db: sqlite3.Connection, one: RecordId) -> SharedEvent | None:
    """Return the event an entry leads or is joined to; None when it stands alone."""
    record = records.get(db, Activity, one)
    if record is None:
        return None
    lead = record
    if record.joined_to is not None:
        lead = records.get(db, Activity, record.joined_to) or record
    accounts = tuple(account(other) for other in joined_to(db, lead.id))
    return SharedEvent(lead=account(lead), joined=accounts) if accounts else None


def _joined(db: sqlite3.Connection) -> Iterator[Activity]:
    read = rows.reader(Activity)
    sql = "select * from activities where joined_to is not null order by agency, rowid"
    return (read(row) for row in db.execute(sql))


def _accounts(
    db: sqlite3.Connection, condition: str, *values: str
) -> tuple[Account, ...]:
    read = rows.reader(Account)
    found = db.execute(f"select {_COLUMNS} from activities where {condition}", values)
    return tuple(read(row) for row in found)
