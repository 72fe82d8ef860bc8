"""Show what importing a sheet of entries would do; nothing is stored."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from desktop.errors import UnknownNameError
from desktop.files import catalogue
from desktop.operations.entries.read_entry_context import read_entry_context
from desktop.operations.entries.read_known import read_known
from desktop.operations.figures.compute_results import read_office
from desktop.operations.outcome import Outcome
from desktop.operations.uncollected import uncollected
from desktop.progress import Progress, Step, silent
from desktop.records.import_mapping import ImportMapping
from desktop.records.period import PeriodStanding
from desktop.records.register import Register
from desktop.rules.counting import DAY, RECORD_OF
from desktop.rules.entry_table.comparing import Against
from desktop.rules.entry_table.fates import Choices, Preview
from desktop.rules.entry_table.preview import preview
from desktop.rules.grid import TableSource
from desktop.store import records
from desktop.store.store import Store


def inspect_entries(
    store: Store,
    source: TableSource,
    register_code: str,
    choices: Choices | None = None,
    *,
    progress: Progress = silent,
) -> Outcome[Preview]:
    """Return what importing a sheet would do to a register, row by row.

    Args:
        store: The open office.
        source: What was read from a file or the clipboard.
        register_code: Of which register the entries are.
        choices: What the user settled so far.
        progress: Told that it is under way.

    Raises:
        ConflictError: The file holds no office yet.
        UnknownNameError: There is no such register.
        InputError: No table is in it, or none whose columns can be told.
    """
    progress(Step("checking", 0, 1))
    with uncollected(), store.reading():
        shown = preview(source, read_against(store, register_code), choices)
    progress(Step("checking", 1, 1))
    return Outcome(shown)


def read_against(store: Store, register_code: str) -> Against:
    """Return all that a sheet is held against, as it stands now.

    Raises:
        ConflictError: The file holds no office yet.
        UnknownNameError: There is no such register.
    """
    known = read_known(store)
    register = register_of(register_code, known.registers)
    return Against(
        register=register,
        context=read_entry_context(store),
        known=known,
        own=read_office(store).preferences.agency,
        kept=KeptEntries(store, register),
        mappings=records.find(
            store.reader, ImportMapping, where={"register": register.code}
        ),
        standings=tuple(records.find(store.reader, PeriodStanding)),
    )


def register_of(code: str, registers: Iterable[Register] = ()) -> Register:
    """Return a register by its code, among those given or those shipped.

    Raises:
        UnknownNameError: There is none.
    """
    known = {one.code: one for one in registers or catalogue.load_registers()}
    if code not in known:
        raise UnknownNameError("register", code, tuple(known))
    return known[code]


class KeptEntries:
    """The entries of one register as the office file has them."""

    def __init__(self, store: Store, register: Register) -> None:
        """Read from a store, when asked."""
        self._db = store.reader
        self._register = register
        self._cls = RECORD_OF[register.source]

    def by_id(self, ids: Sequence[str]) -> Mapping[str, Any]:
        """Return records by their id, of any register of the same record."""
        found: dict[str, Any] = {}
        for one in ids:
            record: Any = records.get(self._db, self._cls, one)
            if record is not None:
                found[one] = record
        return found

    def within(self, first: Any, last: Any) -> Iterable[Any]:  # noqa: ANN401  days
        """Return the register's entries that count from a day, or year, to another."""
        where = {"kind": self._register.kind} if self._register.kind else None
        ends = DAY[self._register.source], _cell(first), _cell(last)
        return records.find(self._db, self._cls, where=where, between=ends)


def _cell(value: dt.date | int) -> str:
    """Return a day or a year as it is compared in the file."""
    return value.isoformat() if isinstance(value, dt.date) else str(value)
