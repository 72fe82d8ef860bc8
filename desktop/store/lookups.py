"""What stands beside the records so that lists sort, and searches find, at once.

For each record: the words that find it, and for each of its texts the key by which a
list sorts it and the folded text by which a list is filtered. All of it is made from
the row alone; a change writes it with the row, and `bring_in_line` makes it anew.
"""

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from desktop.progress import Progress, Step, silent
from desktop.rules import search_words, vietnamese
from desktop.store.rows import Cell, Row
from desktop.store.shelves import BY_TABLE, SHELVES, Shelf

RULES = 1
"""To be raised when the words or the keys of a text change: every file then gets
its lookups anew when it is next opened."""

ROW_BITS = 32
"""A row's number takes that many bits, a table's or a day's stands above them."""
ROW_MASK = (1 << ROW_BITS) - 1

_REMEMBERED = 4096
"""Texts whose keys are remembered: names of places repeat."""
_BATCH = 5_000
AT_ONCE = 20_000
"""New rows whose lookups are made in the change that writes them; those of more are
made after it, so that the change itself is over sooner."""

_FORGET = (
    "insert into search_text (search_text, rowid, words) values ('delete', ?, ?)",
    """delete from text_keys
    where place = ? and kind = ? and field = ? and sort_key = ? and newest = ?""",
    """delete from text_folds
    where place = ? and kind = ? and field = ? and newest = ? and folded = ?""",
)
_KEEP = (
    "insert into search_text (rowid, words) values (?, ?)",
    "insert into text_keys values (?, ?, ?, ?, ?)",
    "insert into text_folds values (?, ?, ?, ?, ?)",
)

_POSITIONS = {shelf.table: at for at, shelf in enumerate(SHELVES, 1)}

Numbered = tuple[int, Row]
"""A row with its number in the table."""
_Span = tuple[str, int, int]
"""Rows of a table by the numbers of the first and the last."""
_Entries = tuple[set[Any], set[Any], set[Any]]
"""Words by number, sort keys and folded texts: rows of the three tables."""


def span(place: str) -> tuple[int, int]:
    """Return the first and the last number the search gives to rows of a table."""
    first = _POSITIONS[place] << ROW_BITS
    return first, first | ROW_MASK


def day_number(day: Cell) -> int:
    """Return a number that grows with the day, or the year, a row is listed under."""
    digits = str(day or "")[:10].replace("-", "")
    return int(digits) if digits.isdecimal() else 0


def place_of(number: int) -> tuple[str, int]:
    """Return the table and the row's number that a number of the search stands for."""
    return SHELVES[(number >> ROW_BITS) - 1].table, number & ROW_MASK


@dataclass(slots=True)
class Lookups:
    """What a change did to rows, until the lookups are written all at once.

    Rows of an import come in the order of the sheet; written in the order of their
    keys they take a third of the time.
    """

    _before: dict[tuple[str, str], Numbered | None] = field(default_factory=dict)
    _after: dict[tuple[str, str], Numbered | None] = field(default_factory=dict)
    _spans: list[_Span] = field(default_factory=list)

    def note(
        self, place: str, row_id: str, before: Numbered | None, after: Numbered | None
    ) -> None:
        """Remember what became of a row; the first `before` and last `after` count."""
        # What this change added by its numbers has no lookups yet.
        known = _unless_due(before, place, self._spans)
        self._before.setdefault((place, row_id), known)
        self._after[place, row_id] = after

    def note_span(self, place: str, first: int, last: int) -> None:
        """Remember rows that are new by their numbers alone, both ends included."""
        if last < first or not BY_TABLE[place].searched:
            return
        if self._spans and self._spans[-1][::2] == (place, first - 1):
            first = self._spans.pop()[1]
        self._spans.append((place, first, last))

    def write(self, db: sqlite3.Connection) -> None:
        """Bring the lookups in line with every row noted, and forget them.

        Of rows written by the ten thousands it is noted that theirs are due.
        """
        due = _due(db)
        new_due = (*self._spans, *due)  # a number may be one that a row left just now
        old, new = _nothing(), _nothing()
        for where, before in self._before.items():
            shelf = BY_TABLE.get(where[0])
            if shelf is not None and shelf.searched:
                after = self._after[where]
                _gather(shelf, _unless_due(before, where[0], due), old)
                _gather(shelf, _unless_due(after, where[0], new_due), new)
        self._before.clear()
        self._after.clear()
        for sql, were, are in zip(_FORGET, old, new, strict=True):
            db.executemany(sql, sorted(were - are))
        for sql, were, are in zip(_KEEP, old, new, strict=True):
            db.executemany(sql, sorted(are - were))
        self._write_spans(db)

    def _write_spans(self, db: sqlite3.Connection) -> None:
        many = sum(last - first + 1 for _, first, last in self._spans) > AT_ONCE
        for place, first, last in self._spans:
            if many:
                db.execute(
                    "insert into lookups_due values (?, ?, ?)", (place, first, last)
                )
            else:
                _make_between(db, place, first, last)
        self._spans.clear()


def _due(db: sqlite3.Connection) -> tuple[_Span, ...]:
    found = db.execute("select place, first, last from lookups_due order by 1, 2")
    return tuple((str(row[0]), int(row[1]), int(row[2])) for row in found)


def _unless_due(
    one: Numbered | None, place: str, due: Iterable[_Span]
) -> Numbered | None:
    """Return a row, or None where its lookups are made from the table later."""
    if one is None:
        return None
    later = any(at == place and low <= one[0] <= high for at, low, high in due)
    return None if later else one


def catch_up(db: sqlite3.Connection, progress: Progress = silent) -> int:
    """Make the lookups that are due, some thousands at a time; return how many rows.

    Each part is kept as it is made: what is stopped goes on at the next call.
    """
    due = _due(db)
    done, total = 0, sum(last - first + 1 for _, first, last in due)
    for place, first, last in due:
        for low in range(first, last + 1, _BATCH):
            progress(Step("indexing", done, total))
            high = min(low + _BATCH - 1, last)
            _make_part(db, place, (low, high), last)
            done += high - low + 1
    return done


def _make_part(
    db: sqlite3.Connection, place: str, part: tuple[int, int], last: int
) -> None:
    """Make the lookups of some rows, and note what is still due after them."""
    db.execute("begin immediate")
    try:
        _make_between(db, place, *part)
        db.execute(
            "delete from lookups_due where place = ? and first = ?", (place, part[0])
        )
        if part[1] < last:
            db.execute(
                "insert into lookups_due values (?, ?, ?)", (place, part[1] + 1, last)
            )
        db.execute("commit")
    except BaseException:
        if db.in_transaction:
            db.execute("rollback")
        raise


def _make_between(db: sqlite3.Connection, place: str, first: int, last: int) -> None:
    shelf = BY_TABLE[place]
    for many in _batches(db, shelf, first, last):
        _make(db, shelf, many)


def bring_in_line(db: sqlite3.Connection, progress: Progress = silent) -> bool:
    """Make the lookups of a whole file anew where they are not ours; tell whether.

    They are not ours in a file that just took steps of the schema, was made by a
    program with other rules, came out of a backup, or was vacuumed by some other
    tool: rows then bear new numbers. All of these but the second change the number
    SQLite gives to the schema.
    """
    if are_ours(db):
        return catch_up(db, progress) > 0
    db.execute("begin immediate")
    try:
        _make_all(db, progress)
        db.execute("commit")
    except BaseException:
        if db.in_transaction:
            db.execute("rollback")
        raise
    return True


def rules() -> str:
    """Return what says by which rules, and of which columns, lookups are made."""
    told = [(s.table, s.searched, s.day, s.kind) for s in SHELVES]
    return f"{RULES}:{hashlib.sha256(repr(told).encode()).hexdigest()}"


def are_ours(db: sqlite3.Connection) -> bool:
    """Tell whether the lookups of a file were made by our rules, of these very rows."""
    made = db.execute("select rules, schema_version from lookups_made").fetchone()
    return made is not None and tuple(made) == (rules(), _schema(db))


def stay_ours(db: sqlite3.Connection) -> None:
    """Let lookups go on being ours when we changed the schema, and changed it back."""
    db.execute("update lookups_made set schema_version = ?", (_schema(db),))


def _schema(db: sqlite3.Connection) -> int:
    return int(db.execute("pragma schema_version").fetchone()[0])


def _make_all(db: sqlite3.Connection, progress: Progress) -> None:
    db.execute("insert into search_text (search_text) values ('delete-all')")
    db.execute("delete from text_keys")
    db.execute("delete from text_folds")
    db.execute("delete from lookups_due")
    searched = [shelf for shelf in SHELVES if shelf.searched]
    counts = [_rows_of(db, shelf) for shelf in searched]
    done, total = 0, sum(counts)
    for shelf in searched:
        for many in _batches(db, shelf):
            progress(Step("indexing", done, total))
            _make(db, shelf, many)
            done += len(many)
    db.execute(
        "insert or replace into lookups_made values (1, ?, ?)", (rules(), _schema(db))
    )


def _make(db: sqlite3.Connection, shelf: Shelf, many: Iterable[Numbered]) -> None:
    entries = _nothing()
    for one in many:
        _gather(shelf, one, entries)
    for sql, made in zip(_KEEP, entries, strict=True):
        db.executemany(sql, sorted(made))


def _rows_of(db: sqlite3.Connection, shelf: Shelf) -> int:
    return int(db.execute(f"select count(*) from {shelf.table}").fetchone()[0])


def _batches(
    db: sqlite3.Connection, shelf: Shelf, first: int = 0, last: int = ROW_MASK
) -> Iterator[list[Numbered]]:
    """Yield the rows of a table, as much of them as the lookups need."""
    columns = (*shelf.searched, *filter(None, (shelf.day, shelf.kind)))
    names = ", ".join(f'"{name}"' for name in columns)
    found = db.execute(
        f"select rowid, {names} from {shelf.table} "
        "where rowid between ? and ? order by rowid",
        (first, last),
    )
    while many := found.fetchmany(_BATCH):
        yield [(row[0], dict(zip(columns, row[1:], strict=True))) for row in many]


def _nothing() -> _Entries:
    return set(), set(), set()


def _gather(shelf: Shelf, one: Numbered | None, entries: _Entries) -> None:
    """Add what the lookups hold of one row."""
    if one is None:
        return
    number, row = one
    words, keys, folds = entries
    texts = [str(row[name] or "") for name in shelf.searched]
    found = " ".join(search_words.words(*texts))
    if found:
        words.add((span(shelf.table)[0] | number, found))
    if shelf.day:
        kind = str(row[shelf.kind]) if shelf.kind else ""
        newest = -(day_number(row[shelf.day]) << ROW_BITS | number)
        for name, text in zip(shelf.searched, texts, strict=True):
            if text.strip():
                sort_key, folded = _keys(text)
                keys.add((shelf.table, kind, name, sort_key, newest))
                folds.add((shelf.table, kind, name, newest, folded))


@lru_cache(maxsize=_REMEMBERED)
def _keys(text: str) -> tuple[str, str]:
    return vietnamese.sort_key(text), vietnamese.fold(text)
