"""Keep sums by day beside the entries, so that a million of them are counted at once.

A sum is never out of date: triggers of the file itself mark each day whatever writes
to it, and a day so marked is counted from its entries until its sums are made anew.
They are made anew by the change that wrote much, by one that finds many days marked,
and by whoever computes results in a large office.
"""

import contextlib
import sqlite3
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.progress import Progress, Step, silent
from desktop.rules.counting import Span
from desktop.store import day_series
from desktop.store.day_series import GROUPS, Series

LEFT: Final = 31
"""Days that may stay marked: counting them costs little, making them anew would cost
every single entry."""

Sums = dict[tuple[str, str], int]
"""A sum by group and part."""


def read(
    db: sqlite3.Connection, series: Series | None, span: Span, by: str = ""
) -> Sums | None:
    """Return the sums of a span; None where they are not kept.

    Args:
        db: An open office file.
        series: What is summed.
        span: First and last day.
        by: One of `day_series.GROUPS`.
    """
    if series is None or by not in GROUPS:
        return None
    with _instant(db):
        number = _number(db, series)
        if number is None:
            return None
        found = _kept(db, series, number, span, by)
        for key, value in _counted(db, series, span, by):
            found[key] = found.get(key, 0) + value
    return found


def entries(db: sqlite3.Connection) -> int:
    """Return how many activities there are at most, without counting them."""
    found = db.execute("select max(rowid) from activities").fetchone()
    return int(found[0] or 0)


def keeps(db: sqlite3.Connection, wanted: Iterable[Series]) -> bool:
    """Tell whether all of some sums are kept, and few of their days are marked."""
    many = all(_number(db, one) is not None for one in wanted)
    return many and _marked(db) <= LEFT


def keep(
    db: sqlite3.Connection, wanted: Iterable[Series], progress: Progress = silent
) -> None:
    """Keep these sums, and no others, and bring them up to date.

    Only inside a transaction that writes.
    """
    texts = sorted({one.definition for one in wanted})
    held = {
        row[0]: row[1] for row in db.execute("select definition, id from day_series")
    }
    for text in texts:
        if text not in held:
            db.execute(
                "insert into day_series (definition, made) values (?, 0)", [text]
            )
    for text in held.keys() - set(texts):
        db.execute("delete from day_sums where series = ?", (held[text],))
        db.execute("delete from day_series where id = ?", (held[text],))
    bring_up_to_date(db, progress)


def settle(db: sqlite3.Connection, *, much: bool) -> None:
    """Bring the sums up to date where a change left many days marked, or wrote much."""
    if db.execute("select 1 from day_series limit 1").fetchone() is None:
        return
    unmade = db.execute("select 1 from day_series where made = 0").fetchone()
    if much or unmade is not None or _marked(db) > LEFT:
        bring_up_to_date(db)


def bring_up_to_date(db: sqlite3.Connection, progress: Progress = silent) -> None:
    """Make anew the sums of every day that was written to, and of every new series."""
    held = db.execute("select id, definition, made from day_series").fetchall()
    for at, (number, definition, made) in enumerate(held):
        progress(Step("computing", at, len(held)))
        series = day_series.parse(definition)
        if series is not None:
            _make(db, series, number, anew=not made)
    db.execute("update day_series set made = 1 where made = 0")
    db.execute("delete from stale_days")


def _make(db: sqlite3.Connection, series: Series, number: int, *, anew: bool) -> None:
    marked = "select day from stale_days where place = ?"
    forget, given = f"series = ? and day in ({marked})", (number, series.place)
    inside = f"t.{series.day} in ({marked})"
    if anew:
        forget, inside = "series = ?", "true"
    db.execute(f"delete from day_sums where {forget}", given[: 1 if anew else 2])
    asked = series.asked("day", inside)
    values = asked.values if anew else (series.place, *asked.values)
    found = db.cursor()
    found.row_factory = None
    db.executemany(
        "insert into day_sums (series, day, part, value) values (?, ?, ?, ?)",
        (
            (number, day, part, value)
            for row in found.execute(asked.sql, values)
            for (day, part), value in _told(series, row)
        ),
    )


def _told(
    series: Series, row: tuple[str | int | None, ...]
) -> Iterator[tuple[tuple[str, str], int]]:
    """Yield group, part and sum of one row of a series' statement."""
    group, pieces = str(row[0]), row[1 : 1 + len(series.parts)]
    sums = row[1 + len(pieces) :]
    for (name, _), value in zip(series.values, sums, strict=True):
        if value:
            part = "|".join(map(str, (*(one or "" for one in pieces), name)))
            yield (group, part), int(value)


def _kept(
    db: sqlite3.Connection, series: Series, number: int, span: Span, by: str
) -> Sums:
    group = GROUPS[by].format(day="day")
    found = db.execute(
        f"select {group}, part, sum(value) from day_sums "
        "where series = ? and day between ? and ? "
        "and day not in (select day from stale_days where place = ?) group by 1, 2",
        (number, *_days(span), series.place),
    )
    return {(row[0], row[1]): int(row[2]) for row in found}


def _counted(
    db: sqlite3.Connection, series: Series, span: Span, by: str
) -> Iterator[tuple[tuple[str, str], int]]:
    """Yield the sums of the marked days, from the entries themselves."""
    inside = (
        f"t.{series.day} between ? and ? and "
        f"t.{series.day} in (select day from stale_days where place = ?)"
    )
    asked = series.asked(by, inside)
    found = db.cursor()
    found.row_factory = None
    found.execute(asked.sql, (*_days(span), series.place, *asked.values))
    for row in found:
        yield from _told(series, row)


def _number(db: sqlite3.Connection, series: Series) -> int | None:
    found = db.execute(
        "select id from day_series where definition = ? and made = 1",
        (series.definition,),
    ).fetchone()
    return None if found is None else int(found[0])


def _marked(db: sqlite3.Connection) -> int:
    return int(db.execute("select count(*) from stale_days").fetchone()[0])


def _days(span: Span) -> tuple[str, str]:
    return span.first.isoformat(), span.last.isoformat()


@contextlib.contextmanager
def _instant(db: sqlite3.Connection) -> Iterator[None]:
    """Read several statements as of one instant."""
    if db.in_transaction:
        yield
        return
    db.execute("begin")
    try:
        yield
    finally:
        db.execute("rollback")
