"""Find which kept entry a row of a sheet is, and which rows are one entry twice."""

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Protocol

from desktop.errors import Problem
from desktop.records.register import Register
from desktop.rules.entry_table.building import Entry, identity, record_class, span

Key = tuple[object, ...]
"""Identity of a record, as `building.identity` tells it."""


class Kept(Protocol):
    """The entries of one register an office keeps, asked for as they are needed."""

    def by_id(self, ids: Sequence[str]) -> Mapping[str, Any]:
        """Return records by their id, of any register of the same record."""

    def within(self, first: Entry, last: Entry) -> Iterable[Any]:
        """Return the register's entries that count from a day, or year, to another."""


class Pairing:
    """Pairs rows with kept entries: by id, else by what makes two entries one.

    An entry is paired once; of several that are alike each row takes another.
    """

    def __init__(
        self, register: Register, kept: Kept, made: Iterable[Any], ids: Iterable[str]
    ) -> None:
        """Ask for the entries the rows may be.

        Args:
            register: The register of the sheet.
            kept: What the office keeps.
            made: Records as the rows alone would make them.
            ids: Ids told by the sheet.
        """
        self._register = register
        self._by_id = dict(kept.by_id([one for one in ids if one]))
        self._cls = record_class(register)
        taken = frozenset(self._by_id)
        self._alike: defaultdict[Key, deque[Any]] = defaultdict(deque)
        days = span(made, register)
        for one in kept.within(*days) if days else ():
            if one.id not in taken:
                self._alike[identity(one)].append(one)
        self._used: set[str] = set()

    def by_id(self, told: str) -> tuple[Entry | None, tuple[Problem, ...]]:
        """Return the entry of an id the sheet tells, and what is odd about it."""
        if not told:
            return None, ()
        one = self._by_id.get(told)
        if one is None:
            return None, (_doubt("id_unknown"),)
        if getattr(one, "kind", "") != self._register.kind and self._register.kind:
            return None, (Problem("id", "id_elsewhere"),)
        if told in self._used:
            return None, (_doubt("id_repeated"),)
        self._used.add(told)
        return one, ()

    def alike(self, key: Key, differs: Callable[[Any], bool]) -> Entry | None:
        """Return the kept entry a row is by its title, days and agency; None for none.

        Args:
            key: Identity of the record the row alone would make.
            differs: Tells whether the row would change a kept one: one it would not
                change goes first.
        """
        held = self._alike.get(key)
        if not held:
            return None
        best = next((one for one in held if not differs(one)), held[0])
        held.remove(best)
        return best


class Repeats:
    """Rows of one sheet that tell of one entry twice."""

    def __init__(self) -> None:
        """Begin with no row."""
        self._first: dict[Key, tuple[int, Any]] = {}

    def seen(self, number: int, key: Key, record: Entry) -> tuple[int, bool] | None:
        """Note a row; return the earlier one of the same entry, and if it is equal."""
        held = self._first.get(key)
        if held is None:
            self._first[key] = (number, record)
            return None
        return held[0], held[1] == record


def _doubt(code: str) -> Problem:
    return Problem("id", code, blocking=False)
