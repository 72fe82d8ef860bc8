"""Find entries whose own numbers do not agree, without reading the others.

Entry refuses the worst of them (`rules.entry_kinds`), but what an older version let
in, or another program wrote, is only found here.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from desktop.rules.counting import Span
from desktop.store.rows import to_json


@dataclass(frozen=True, slots=True, kw_only=True)
class Unequal:
    """An entry in which a part and its whole do not agree."""

    code: str
    """Which of the two numbers: key of `PARTS`."""
    table: str
    row_id: str
    kind: str
    """Kind of activity; blank in other tables."""
    title: str
    agency: str
    part: int
    whole: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """How much a period holds: what one entry is measured against."""

    entries: int
    attendance: int


_DONE: Final = "state = 'done' and last_day between ? and ?"
_OF_ACTIVITY: Final = "'activities' as tbl, id, kind, title, agency"


def _rows(field: str, amount: str) -> str:
    """Write the greatest number of a small table's rows."""
    return f"(select max({amount}) from json_each({field}) r)"


def _sum(field: str, amount: str) -> str:
    return f"(select sum({amount}) from json_each({field}) r)"


_ATTENDANCE: Final = "r.value ->> 'attendance'"
_PEOPLE: Final = "r.value ->> 'people'"
_ACTIVITY_PARTS: Final = {
    "people_above": ("people", "attendance", "people > attendance"),
    "audience_above": (
        _rows("audiences", _ATTENDANCE),
        "attendance",
        "audiences <> '[]' and part > whole",
    ),
    "audiences_differ": (
        _sum("audiences", _ATTENDANCE),
        "attendance",
        (
            "audiences <> '[]' and json_array_length(audiences) > 1 and part <> whole "
            f"and {_rows('audiences', _ATTENDANCE)} <= attendance"
        ),
    ),
    "staff_above": (
        _rows("staff", _PEOPLE),
        "attendance",
        "staff <> '[]' and part > whole",
    ),
    "staff_differ": (
        _sum("staff", _PEOPLE),
        "people",
        (
            "staff <> '[]' and part > whole "
            f"and {_rows('staff', _PEOPLE)} <= coalesce(attendance, people)"
        ),
    ),
    "answers_above": ("answers", "questions", "answers > questions"),
    "attended_above": ("attended", "invited", "attended > invited"),
}
"""Part, whole, and when they do not agree, of what activities tell."""

_FIRSTS_ABOVE: Final = (
    "select 'firsts_above' as code, 'activities' as tbl, a.id, kind, title, agency, "
    "max(r.value ->> 'first_updated', r.value ->> 'first_trained', "
    "r.value ->> 'first_complete', r.value ->> 'first_equipped') as part, "
    "r.value ->> 'people' as whole from "
    f"(select * from activities where {_DONE} and staff <> '[]') a, "
    "json_each(a.staff) r where part > whole"
)
_TALLIES: Final = (
    "select {code!r} as code, 'tallies' as tbl, id, '' as kind, "
    "document_number as title, agency, {part} as part, {whole} as whole "
    "from tallies where last_day between ? and ? and {part} > {whole}"
)

PARTS: Final = (
    *_ACTIVITY_PARTS,
    "firsts_above",
    "detected_above",
    "handled_above",
)
"""Every pair of numbers that is looked at."""


def unequal(db: sqlite3.Connection, span: Span) -> Iterator[Unequal]:
    """Yield the entries of a span in which a part and its whole do not agree."""
    days = _days(span)
    for code, (part, whole, test) in _ACTIVITY_PARTS.items():
        sql = (
            f"select {code!r} as code, {_OF_ACTIVITY}, "
            f"{part} as part, {whole} as whole from activities where {_DONE} "
            f"and whole is not null and part is not null and {test}"
        )
        yield from _unequal(db, sql, days)
    yield from _unequal(db, _FIRSTS_ABOVE, days)
    for code, part, whole in (
        ("detected_above", "detected", "total"),
        ("handled_above", "handled", "detected"),
    ):
        yield from _unequal(
            db, _TALLIES.format(code=code, part=part, whole=whole), days
        )


def _unequal(
    db: sqlite3.Connection, sql: str, values: tuple[str, ...]
) -> Iterator[Unequal]:
    for row in db.execute(sql, values):
        code, table, row_id, kind, title, agency, part, whole = tuple(row)
        yield Unequal(
            code=code,
            table=table,
            row_id=row_id,
            kind=kind,
            title=title,
            agency=agency,
            part=int(part),
            whole=int(whole),
        )


def weight(db: sqlite3.Connection, span: Span) -> Weight:
    """Return how many activities a span counts, and the people at them."""
    found = db.execute(
        "select count(*), coalesce(sum(attendance), 0) from activities "
        f"where {_DONE} and joined_to is null",
        _days(span),
    ).fetchone()
    return Weight(entries=int(found[0]), attendance=int(found[1]))


def attendance(db: sqlite3.Connection, ids: Iterable[str]) -> dict[str, int]:
    """Return the people at some activities that took place, by id."""
    found = db.execute(
        "select id, coalesce(attendance, 0) from activities "
        "where state = 'done' and id in (select value from json_each(?))",
        (to_json(list(ids)),),
    )
    return {str(row[0]): int(row[1]) for row in found}


@dataclass(frozen=True, slots=True, kw_only=True)
class Untold:
    """Copies of printed works that no language is told of."""

    copies: int
    """Of all works of the span."""
    untold: int
    row_id: str
    """The work with the most of them."""
    title: str
    works: int


def copies_without_language(db: sqlite3.Connection, span: Span) -> Untold | None:
    """Return the copies that stand in a total and in none of its languages."""
    within = "first_published between ? and ? and copies > 0"
    all_of_it = db.execute(
        f"select coalesce(sum(copies), 0) from products where {within}", _days(span)
    ).fetchone()[0]
    found = db.execute(
        "select sum(copies), count(*), id, title, max(copies) from products "
        f"where {within} and languages = '[]'",
        _days(span),
    ).fetchone()
    if not found[0]:
        return None
    return Untold(
        copies=int(all_of_it),
        untold=int(found[0]),
        works=int(found[1]),
        row_id=str(found[2]),
        title=str(found[3]),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Bare:
    """A tally that does not tell the document it comes from."""

    row_id: str
    agency: str
    subject: str
    detected: int
    of: int
    """Detected in all, on its subject."""


def bare_tallies(db: sqlite3.Connection, span: Span) -> Iterator[Bare]:
    """Yield the tallies of a span that tell no document."""
    found = db.execute(
        "select id, agency, subject, detected, (select sum(detected) from tallies o "
        "where o.subject = t.subject and o.last_day between ?1 and ?2) "
        "from tallies t where last_day between ?1 and ?2 "
        "and trim(document_number) = ''",
        _days(span),
    )
    for row in found:
        yield Bare(
            row_id=row[0], agency=row[1], subject=row[2], detected=row[3], of=row[4]
        )


def unproven_without_task(db: sqlite3.Connection, span: Span) -> int:
    """Return how many activities done carry out no task and have nothing to show."""
    found = db.execute(
        "select count(*) from activities "
        f"where {_DONE} and tasks = '[]' and id not in "
        "(select row_id from evidence where place = 'activities') and "
        "(joined_to is null or joined_to not in "
        "(select row_id from evidence where place = 'activities'))",
        _days(span),
    ).fetchone()
    return int(found[0])


def _days(span: Span) -> tuple[str, str]:
    return span.first.isoformat(), span.last.isoformat()
