"""Turn entries of a sender into rows of the office: ids and references become ours."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from itertools import chain, repeat
from types import MappingProxyType
from typing import Any, Final

from desktop.records.exchange_entries import Entries, EntryRecord
from desktop.records.target import Estimate, Inherited
from desktop.rules.changes import GOAL, NO_RECORDS, columns
from desktop.rules.intake.translation import Translation
from desktop.store import rows
from desktop.store.rows import Row
from desktop.store.shelves import BY_RECORD, BY_TABLE

_ENTRIES: Final = frozenset({"products", "own_channels", "activities"})
"""Tables of entries that other entries name."""

Turn = Callable[[Any], Any]
Columns = Mapping[str, Sequence[Any]]
NO_COLUMNS: Final[Mapping[str, Columns]] = MappingProxyType({})


class LocalRows:
    """What the entries of one package become here."""

    def __init__(
        self,
        translation: Translation,
        entries: Entries,
        columns: Mapping[str, Columns] = NO_COLUMNS,
    ) -> None:
        """Know the ids of the package: an entry may name only what came with it.

        Args:
            translation: What the sender's ids are here.
            entries: What came.
            columns: Rows of the package that are not among the entries, by table.
        """
        self._translation = translation
        self._ids = {
            (BY_RECORD[type(one)].table, str(one.id))
            for one in (*entries.rows, *entries.earlier)
            if BY_RECORD[type(one)].table in _ENTRIES
        }
        for table in _ENTRIES & columns.keys():
            self._ids.update(zip(repeat(table), columns[table]["id"], strict=False))
        self._lists: dict[tuple[str, str], str] = {}
        self._turns: dict[type, tuple[tuple[str, Turn], ...]] = {}

    def row(self, record: EntryRecord) -> Row | None:
        """Return the row of an entry; None of one that has no place here.

        That is a guess of the sender's about its own targets, and what was taken over
        from an office before it for a target that has no like here.
        """
        if isinstance(record, Estimate):
            return None
        made = rows.to_row(record)
        made["id"] = self._translation.prefix + str(made["id"])
        for name, turn in self._of(type(record)):
            held = made[name]
            if held is not None and held != "[]":
                made[name] = turn(held)
        lost = isinstance(record, Inherited) and record.goal and not made["goal"]
        return None if lost else made

    def columns(self, place: str, theirs: Columns) -> Columns:
        """Return the rows of a table, column by column, as they become here."""
        made = {**theirs, "id": self.ids(theirs)}
        for name, turn in self._of(BY_TABLE[place].record):
            ours = {
                one: one if one is None or one == "[]" else turn(one)
                for one in set(theirs[name])
            }
            made[name] = [ours[one] for one in theirs[name]]
        return made

    def ids(self, theirs: Columns) -> list[str]:
        """Return the ids of the rows of a table as they become here."""
        prefix = self._translation.prefix
        return [prefix + one for one in theirs["id"]]

    def _of(self, cls: type) -> tuple[tuple[str, Turn], ...]:
        if cls not in self._turns:
            self._turns[cls] = tuple(
                (name, self._turn(refers, many=many))
                for name, refers, many in referring(cls)
            )
        return self._turns[cls]

    def _turn(self, refers: str, *, many: bool) -> Turn:
        one = self._entry(refers) if refers in _ENTRIES else self._known(refers)
        return (lambda text: self._list(refers, text, one)) if many else one

    def _known(self, refers: str) -> Turn:
        told = self._translation
        tables: Mapping[str, Mapping[str, str | None]] = {
            "agencies": told.agencies,
            "tasks": told.tasks,
            GOAL: told.goals,
            "roadmap_steps": told.steps,
        }
        return tables.get(refers, {}).get

    def _entry(self, place: str) -> Turn:
        prefix = self._translation.prefix

        def turn(theirs: str) -> str | None:
            return prefix + theirs if (place, theirs) in self._ids else None

        return turn

    def _list(self, refers: str, text: str, one: Turn) -> str:
        """Return a list as JSON; the same few lists stand in thousands of entries."""
        key = (refers, text)
        if key not in self._lists:
            found = [one(each) for each in rows.parse(text)]
            kept = list(dict.fromkeys(each for each in found if each is not None))
            self._lists[key] = rows.to_json(kept)
        return self._lists[key]


@cache
def referring(cls: Any) -> tuple[tuple[str, str, bool], ...]:  # noqa: ANN401  a class
    """Return the columns of a record that name records: name, table, and if many."""
    return tuple(
        (one.name, one.refers, one.many)
        for one in columns(cls)
        if one.refers not in NO_RECORDS
    )


def named_by(
    entries: Entries, columns: Mapping[str, Columns] = NO_COLUMNS
) -> dict[str, set[str]]:
    """Return the ids that the entries of a package name, by table."""
    found: dict[str, set[str]] = {}
    for one in (*entries.rows, *entries.earlier):
        kind: type = type(one)
        for name, refers, many in referring(kind):
            held = getattr(one, name)
            if held:
                found.setdefault(refers, set()).update(held if many else (held,))
    for place, each in columns.items():
        for name, refers, many in referring(BY_TABLE[place].record):
            texts = set(each[name]) - {None, "", "[]"}
            held = chain.from_iterable(map(rows.parse, texts)) if many else texts
            found.setdefault(refers, set()).update(held)
    return {refers: named for refers, named in found.items() if named}
