"""Write down in plain text, beside the office file, everything that is removed.

The journal keeps it all; this file can be read with nothing but an editor, and is
still there when the office file is not. It only ever grows at its end, and what is
missing in it can be written again from the journal.
"""

import re
import sqlite3
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from desktop import paths
from desktop.records.change import ChangeEntry
from desktop.rules import changes
from desktop.rules.changes import Column
from desktop.store import history, journal, rows
from desktop.store.journal import Touch
from desktop.store.naming import Naming, title_of_row
from desktop.store.removal_words import plain_words
from desktop.store.rows import Row
from desktop.store.shelves import BY_TABLE
from desktop.store.terms import column_term, record_term

ENDING = ".da-xoa.txt"
"""What the log's name has behind the office's own."""

_HASH_DIGITS = 12
_MARK = re.compile(r"^\[([0-9]+\.[0-9]+-[0-9a-f]+)\]", re.MULTILINE)
_SQL = "after is null and before is not null"


def log_path(office: Path) -> Path:
    """Return where the log of an office file lies."""
    return office.with_name(f"{office.stem}{ENDING}")


def note(db: sqlite3.Connection, office: Path, change: int) -> None:
    """Append what a change removed, if it removed anything.

    Raises:
        OSError: The log cannot be written.
    """
    blocks = [text for _, text in _blocks(db, change)]
    if blocks:
        _append(office, blocks)


def missing(db: sqlite3.Connection, office: Path) -> int:
    """Return how many removals of the journal the log does not tell of.

    Raises:
        OSError: There is a log, and it cannot be read.
    """
    known = _known(log_path(office))
    return sum(mark not in known for mark in _marks(db))


def complete(db: sqlite3.Connection, office: Path) -> int:
    """Append every removal the log does not tell of; return how many.

    Raises:
        OSError: The log cannot be read or written.
    """
    known = _known(log_path(office))
    wanted = db.execute(f"select distinct change from journal where {_SQL}").fetchall()
    numbers = sorted(int(row[0]) for row in wanted)
    found = (pair for number in numbers for pair in _blocks(db, number))
    blocks = [text for mark, text in found if mark not in known]
    if blocks:
        _append(office, blocks)
    return len(blocks)


def _known(log: Path) -> frozenset[str]:
    if not log.exists():
        return frozenset()
    return frozenset(_MARK.findall(log.read_text("utf-8-sig", errors="replace")))


def _marks(db: sqlite3.Connection) -> Iterator[str]:
    found = db.execute(
        "select c.id, c.hash, row_number() over (partition by c.id order by j.id) "
        f"from journal j join changes c on c.id = j.change where {_SQL}"
    )
    for row in found:
        yield _mark(int(row[0]), int(row[2]), str(row[1]))


def _mark(change: int, number: int, digest: str) -> str:
    return f"{change}.{number}-{digest[:_HASH_DIGITS]}"


def _append(office: Path, blocks: list[str]) -> None:
    log = log_path(office)
    new = not log.exists()
    # A mark of UTF-8 and line ends of two letters: older editors need both.
    with log.open("a", encoding="utf-8-sig" if new else "utf-8", newline="\r\n") as out:
        if new:
            heading = (line.format(office=office.stem) for line in _words()["heading"])
            out.write("\n".join(heading) + "\n")
        out.writelines(f"\n{block}\n" for block in blocks)


@cache
def _words() -> dict[str, Any]:
    path = paths.RESOURCES / "templates" / "removals.toml"
    return tomllib.loads(path.read_text("utf-8"))


def _blocks(db: sqlite3.Connection, change: int) -> Iterator[tuple[str, str]]:
    """Yield mark and text of every row a change removed."""
    each = journal.each_touch(db, change)
    gone = [one for one in each if one.before and not one.after]
    told = history.done(db, change) if gone else None
    if told is None:
        return
    digest = str(
        db.execute("select hash from changes where id = ?", (change,)).fetchone()[0]
    )
    naming = Naming(db, change - 1)
    for number, touch in enumerate(gone, 1):
        mark = _mark(change, number, digest)
        yield mark, _block(mark, touch, told, naming, digest)


def _block(
    mark: str, touch: Touch, told: history.Done, naming: Naming, digest: str
) -> str:
    words = _words()
    row: Row = rows.parse(str(touch.before))
    shelf = BY_TABLE.get(touch.place)
    title = title_of_row(touch.place, row) or words["untitled"]
    name = touch.place if shelf is None else record_term(shelf.record)
    lines = [words["entry"].format(mark=mark, register=name, title=title)]
    lines.append(_when(told))
    if shelf is None:
        lines += [f"  {column}: {held}" for column, held in row.items() if held]
    else:
        lines += _fields(shelf.record, row, naming)
    lines.append(words["chain"].format(change=told.entry.id, hash=digest))
    return "\n".join(lines)


def _when(told: history.Done) -> str:
    words, one = _words(), told.entry
    said: str = words[_key(one)].format(
        at=f"{one.at:%H:%M, %d/%m/%Y}",
        by=one.by or words["nobody"],
        subject=told.deed.subject or words["nothing"],
    )
    return said


def _key(one: ChangeEntry) -> str:
    return str(one.kind) if str(one.kind) in _words() else "done"


def _fields(cls: type, row: Row, naming: Naming) -> Iterator[str]:
    kind: Any = cls
    for column in changes.told_columns(kind):
        found = changes.value(column, row)
        if changes.says_something(found):
            label = column_term(cls, column.name)
            yield _words()["field"].format(
                label=label, value=_told(column, found, naming)
            )


def _told(column: Column, found: object, naming: Naming) -> str:
    many = found if column.many and isinstance(found, tuple) else (found,)
    return "; ".join(_one(column, one, naming) for one in many)


def _one(column: Column, found: object, naming: Naming) -> str:
    if column.refers and column.refers != changes.FIGURE:
        catalogue = changes.CATALOGUES.get(column.name, "")
        return naming.name(column.refers, str(found), catalogue)
    if isinstance(found, tuple):
        parts = {one.name: one for one in changes.columns(column.type)}
        return ", ".join(
            f"{column_term(column.type, name)} {_one(parts[name], held, naming)}"
            for name, held in found
        )
    return plain_words(found, year=column.name.endswith("year"), words=_words())
