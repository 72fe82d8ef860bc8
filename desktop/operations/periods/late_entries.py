"""Find what was recorded of earlier periods after their reports were issued."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

from desktop.errors import UnknownNameError
from desktop.files import catalogue
from desktop.records.activity import ActivityState
from desktop.records.figure import Source
from desktop.records.identity import AgencyId
from desktop.records.period import Period
from desktop.rules.counting import DAY, RECORD_OF
from desktop.rules.reports.facts import LateEntry, LateKind, ReportIssued
from desktop.rules.reports.kinds import kind_named
from desktop.store import late_entries as journal
from desktop.store.late_entries import Issue, Rewritten
from desktop.store.shelves import BY_RECORD
from desktop.store.store import Store

_SOURCES = (
    Source.ACTIVITY,
    Source.PRODUCT,
    Source.DATA_SOURCE,
    Source.POSTING,
    Source.BROADCAST,
    Source.TALLY,
    Source.UNIT_PLAN,
    Source.UNLISTED,
)
"""What units report and a report counts by the day it has."""

_TITLES = ("title", "name", "number", "document_number")


@dataclass(frozen=True, slots=True)
class _Register:
    source: Source
    day: str
    names: Mapping[str, str]
    """Names of its registers by kind of activity; blank for those without."""


def late_entries(
    store: Store, kind: str, period: Period, agencies: Mapping[AgencyId, str]
) -> tuple[LateEntry, ...]:
    """Return what the next report must tell, report by report and in order of days.

    An entry is late when it was added to, changed in or taken from a period whose
    report was out; so is one of a day after that report's figures were closed, which
    neither it nor the report of the next days counts. It is told once: not when a
    report of a later period has been issued since; a report that is drafted anew tells
    it again.

    Args:
        store: An open office.
        kind: Kind of the report that is drafted.
        period: Its period.
        agencies: What agencies are called.
    """
    db = store.reader
    issues = [one for one in journal.issues(db) if _is_report(one.kind)]
    own = (kind, period.code, period.first_day, period.last_day)
    others = [one for one in issues if _speaks_of(one) != own]
    earlier = _latest(one for one in others if one.last_day < period.last_day)
    registers = _registers()
    found: dict[tuple[str, str], LateEntry] = {}
    for issue in earlier:
        later = [one.change for one in others if one.last_day > issue.last_day]
        since = max((issue.change, *later))
        rows = journal.rewritten(db, since, registers)
        if since == issue.change:  # no later report has told them
            rows = chain(_left_behind(store, issue, issues, registers), rows)
        else:
            issue = replace(issue, last_counted=issue.last_day)  # noqa: PLW2901
        for row in rows:
            entry = _entry(row, issue, registers[row.place], agencies)
            if entry is not None:
                found[row.place, row.row_id] = entry
    return tuple(
        sorted(
            found.values(),
            key=lambda one: (one.report.last_day, one.report.id, one.day, one.place),
        )
    )


def _is_report(kind: str) -> bool:
    try:
        return not kind_named(kind).letter
    except UnknownNameError:
        return True  # of a kind that another version of the program knew


def _speaks_of(issue: Issue) -> tuple[str, str, dt.date, dt.date]:
    return issue.kind, issue.period_code, issue.first_day, issue.last_day


def _latest(issues: Iterable[Issue]) -> tuple[Issue, ...]:
    """Return the newest version, or slip, of each report, the oldest first."""
    newest = {_speaks_of(one): one for one in issues}
    return tuple(sorted(newest.values(), key=lambda one: one.change))


def _left_behind(
    store: Store,
    issue: Issue,
    issues: Iterable[Issue],
    registers: Mapping[str, _Register],
) -> Iterator[Rewritten]:
    """Yield what is dated after a report's closing day, unless one since counts it."""
    if issue.last_counted == issue.last_day:
        return
    since = [
        (one.first_day, one.last_counted)
        for one in issues
        if one.kind == issue.kind and one.change > issue.change
    ]
    for place, register in registers.items():
        days = issue.last_counted, issue.last_day
        for row in journal.left_behind(store.reader, place, register.day, *days):
            day = dt.date.fromisoformat((row.after or {})[register.day])
            if not any(first <= day <= last for first, last in since):
                yield row


def _registers() -> dict[str, _Register]:
    names: dict[Source, dict[str, str]] = {}
    for one in catalogue.load_registers():
        names.setdefault(one.source, {})[one.kind] = one.name
    return {
        BY_RECORD[RECORD_OF[source]].table: _Register(
            source, DAY[source], names.get(source, {})
        )
        for source in _SOURCES
    }


def _entry(
    row: Rewritten, issue: Issue, register: _Register, agencies: Mapping[AgencyId, str]
) -> LateEntry | None:
    """Return what became of a row in the days of a report; None for nothing."""
    was = _counts(row.before, register, issue.first_day, issue.last_counted)
    stands = _counts(row.after, register, issue.first_day, issue.last_day)
    if not was and not stands:
        return None
    told = (row.after if stands else row.before) or {}
    return LateEntry(
        register=register.names.get(str(told.get("kind") or ""), ""),
        place=f"{row.place}/{row.row_id}",
        title=next((str(told[key]) for key in _TITLES if told.get(key)), ""),
        agency=agencies.get(AgencyId(str(told.get("agency"))), ""),
        day=dt.date.fromisoformat(told[register.day]),
        recorded_on=row.at.date(),
        kind=_KINDS[was, stands],
        report=ReportIssued(
            id=issue.id,
            first_day=issue.first_day,
            last_day=issue.last_day,
            issued_on=issue.issued_on,
            number=issue.number,
        ),
    )


_KINDS = {
    (False, True): LateKind.ADDED,
    (True, True): LateKind.CHANGED,
    (True, False): LateKind.REMOVED,
}


def _counts(
    row: dict[str, Any] | None, register: _Register, first: dt.date, last: dt.date
) -> bool:
    """Tell whether a row is counted by itself from one day to another."""
    if row is None or row.get("joined_to") is not None:
        return False
    if register.source is Source.ACTIVITY and row.get("state") != ActivityState.DONE:
        return False
    day = row.get(register.day)
    inside = day and first.isoformat() <= day <= last.isoformat()
    return bool(inside)
