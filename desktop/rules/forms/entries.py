"""Make entries of the rows of a form's lists, with every fault of every cell."""

import dataclasses
import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from desktop.errors import Problem
from desktop.records.arrival import CellFault
from desktop.records.identity import RecordId
from desktop.records.register import Register
from desktop.rules import entry
from desktop.rules.counting import DAY
from desktop.rules.dates import format_date
from desktop.rules.entry_table.building import Entry, build
from desktop.rules.forms.against import FormAgainst, Whose
from desktop.rules.forms.cells import ColumnReading, ReadCell, faults_at
from desktop.rules.forms.headings import is_key
from desktop.rules.forms.laying import LaidSheet
from desktop.rules.grid import GridRow
from desktop.rules.vietnamese import normalise

if TYPE_CHECKING:
    from desktop.records.form import FormColumn

_DAYS: Final = ("first_day", "last_day")
_STANDING: Final = frozenset({"as_of", "opened_on", "recorded_on", "issued_on"})
"""Days that may lie before the period: what stands is told as it stands."""
_ID_LENGTH: Final = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One entry as a row of a form tells it."""

    register: Register
    place: str
    """Table of its record."""
    row_id: RecordId
    key: str
    """Key of the row; of one without, made of what it holds."""
    sheet: str
    row: int
    record: Any
    """As it would be kept if it were new."""
    values: Mapping[str, Any]
    """Every field the form has a column for; blank ones as the record has them."""
    texts: Mapping[str, str]
    """What its cells hold, by field: numbers and days in one form, however typed."""
    faults: tuple[CellFault, ...] = ()
    hidden: bool = False

    @property
    def at(self) -> str:
        """Return where it stands."""
        return f"{self.sheet}!{self.row}"

    @property
    def refused(self) -> bool:
        """Tell whether a fault holds it back."""
        return any(not one.doubt for one in self.faults)


def row_id(whose: Whose, register: str, key: str) -> RecordId:
    """Return the id a row's entry always gets, whichever file it came in."""
    days = whose.first_day.isoformat(), whose.last_day.isoformat()
    parts = ("form", whose.sender, whose.plan, *days, register, key)
    return RecordId(hashlib.sha256("|".join(parts).encode()).hexdigest()[:_ID_LENGTH])


def told_entries(
    laid: LaidSheet,
    register: Register,
    whose: Whose,
    against: FormAgainst,
    known_ids: frozenset[str],
) -> Iterator[Told]:
    """Yield every entry of a list.

    Args:
        laid: The list as it was found.
        register: What it is of.
        whose: Whose statement the form is.
        against: What is known here.
        known_ids: Ids of entries here that the form showed when it left.
    """
    rows = _Rows(laid, register, whose, against)
    keys = _Keys(laid, register, whose, known_ids)
    for at, row in enumerate(laid.rows):
        yield rows.told(at, row, keys)


class _Keys:
    """Give each row its key: its own, once; else one made of what it holds."""

    def __init__(
        self,
        laid: LaidSheet,
        register: Register,
        whose: Whose,
        known_ids: frozenset[str],
    ) -> None:
        self._laid = laid
        self._register = register
        self._whose = whose
        self._known_ids = known_ids
        self._used: set[str] = set()
        self._alike: Counter[str] = Counter()

    def of(self, row: GridRow, texts: Mapping[str, str]) -> tuple[str, RecordId]:
        """Return the key of a row and the id of its entry."""
        own = row.cell(self._laid.key).text.strip() if self._laid.key >= 0 else ""
        if own and own not in self._used:
            self._used.add(own)
            if is_key(own) and own[1:] in self._known_ids:
                return own, RecordId(own[1:])
            return own, row_id(self._whose, self._register.code, own)
        held = "\x1f".join(f"{name}={text}" for name, text in sorted(texts.items()))
        self._alike[held] += 1
        made = hashlib.sha256(held.encode()).hexdigest()[:_ID_LENGTH]
        key = f"~{made}.{self._alike[held]}"
        return key, row_id(self._whose, self._register.code, key)


class _Rows:
    """The rows of one list, read column by column."""

    def __init__(
        self, laid: LaidSheet, register: Register, whose: Whose, against: FormAgainst
    ) -> None:
        self._laid = laid
        self._register = register
        self._whose = whose
        self._against = against
        # Whose the entries are is said by the form itself, never by a cell of it.
        known = {one.name for one in register.fields} - {"agency"}
        kept = [(one, at) for one, at in laid.columns if one.field in known]
        self._columns: tuple[FormColumn, ...] = tuple(one for one, _ in kept)
        self._at = tuple(at for _, at in kept)
        self._labels = {one.field: one.label for one, _ in kept}
        readers = [
            ColumnReading(one, register, against, whose.last_day) for one, _ in kept
        ]
        self._read = [
            reader.read([row.cell(at) for row in laid.rows])
            for reader, at in zip(readers, self._at, strict=True)
        ]

    def told(self, number: int, row: GridRow, keys: _Keys) -> Told:
        """Return one row as an entry."""
        cells = [column[number] for column in self._read]
        texts = self._texts(row, cells)
        key, own_id = keys.of(row, texts)
        values, bad = self._values(cells)
        built = build(
            self._register,
            {"id": own_id, **values},
            self._whose.agency,
            self._against.known,
            bad,
        )
        record = entry.clean(built.record)
        faults = list(self._cell_faults(row, cells))
        faults += self._row_faults(row, record, built.missing, bad)
        return Told(
            register=self._register,
            place=self._against.places[type(record)],
            row_id=own_id,
            key=key,
            sheet=self._laid.grid.name,
            row=row.number,
            record=record,
            values=self._whole(record, values, bad),
            texts=texts,
            faults=tuple(faults),
            hidden=row.hidden,
        )

    def _texts(self, row: GridRow, cells: Sequence[ReadCell]) -> dict[str, str]:
        """Return what the cells hold, whatever way a number or a day is typed."""
        told = zip(self._columns, self._at, cells, strict=True)
        return {
            column.field: text
            for column, at, cell in told
            if (text := _text(row.cell(at).text, cell))
        }

    def _values(
        self, cells: Sequence[ReadCell]
    ) -> tuple[dict[str, Any], frozenset[str]]:
        """Return the fields that say something, and those that cannot be read."""
        values: dict[str, Any] = {}
        bad: set[str] = set()
        for column, cell in zip(self._columns, cells, strict=True):
            if cell.bad:
                bad.add(column.field)
            elif not cell.blank and cell.value is not None:
                values[column.field] = cell.value
                if cell.until is not None and column.field == _DAYS[0]:
                    values.setdefault(_DAYS[1], cell.until)
        return values, frozenset(bad)

    def _whole(
        self, record: Entry, values: Mapping[str, Any], bad: frozenset[str]
    ) -> dict[str, Any]:
        """Return every field of the form's columns as the record has it.

        A cell left blank says that there is nothing, but for what goes without saying.
        """
        names = {one.field for one in self._columns} | set(values)
        if names & set(_DAYS):
            cls: Entry = type(record)
            names |= {one for one in _DAYS if one in _names(cls)}
        return {name: getattr(record, name) for name in names if name not in bad}

    def _cell_faults(
        self, row: GridRow, cells: Sequence[ReadCell]
    ) -> Iterator[CellFault]:
        for column, at, cell in zip(self._columns, self._at, cells, strict=True):
            if cell.faults:
                found = row.cell(at).text
                where = self._laid.address(row, column.field)
                name = self._laid.grid.name
                yield from faults_at(cell, name, where, column.label, found)

    def _row_faults(
        self, row: GridRow, record: Entry, missing: frozenset[str], bad: frozenset[str]
    ) -> Iterator[CellFault]:
        """Yield what the rules of entry say, at the cells they speak of."""
        lacking = missing - bad - {"id"}
        if bad & set(_DAYS):  # one cell that cannot be read is told once
            lacking -= set(_DAYS)
        if lacking >= set(_DAYS):  # one day is the first and the last
            lacking -= {_DAYS[1]}
        for name in sorted(lacking, key=self._place_of):
            yield self._fault(row, Problem(name, "missing"))
        unread = bad | missing
        for problem in entry.problems(record, self._against.known):
            if problem.field in unread:
                continue
            if problem.blocking or problem.field in self._labels:
                yield self._fault(row, problem)
        yield from self._outside(row, record, unread)

    def _outside(
        self, row: GridRow, record: Entry, unread: frozenset[str]
    ) -> Iterator[CellFault]:
        """Yield that a row is of another period than the form asks for."""
        name = DAY[self._register.source]
        day = getattr(record, name)
        if name in unread or not isinstance(day, dt.date):
            return
        first, last = self._whose.first_day, self._whose.last_day
        early = day < first and name not in _STANDING
        if early or day > last:
            facts = format_date(first), format_date(last)
            yield self._fault(row, Problem(name, "outside_period", facts))

    def _fault(self, row: GridRow, problem: Problem) -> CellFault:
        field = self._beside(row, problem)
        at = next((n for one, n in self._laid.columns if one.field == field), -1)
        return CellFault(
            sheet=self._laid.grid.name,
            cell=self._laid.address(row, field),
            label=self._labels.get(field) or _label(self._register, problem.field),
            code=problem.code,
            facts=problem.facts,
            shown=row.cell(at).text if at >= 0 else "",
            doubt=not problem.blocking,
        )

    def _place_of(self, field: str) -> tuple[int, str]:
        """Return where a field stands among the columns; those that do not, last."""
        names = [one.field for one in self._columns]
        return (names.index(field) if field in names else len(names)), field

    def _beside(self, row: GridRow, problem: Problem) -> str:
        """Return the field at whose cell a fault is told: a form may have one day.

        Of two, a blank last day says the first: that one is wrong, and to be mended.
        """
        field, (first, last) = problem.field, _DAYS
        if field in _DAYS and field not in self._labels:
            return first if field == last else last
        if field == last and problem.code != "missing" and self._blank(row, last):
            return first if first in self._labels else last
        return field

    def _blank(self, row: GridRow, field: str) -> bool:
        at = next(n for one, n in self._laid.columns if one.field == field)
        return not row.cell(at).text.strip()


def _text(shown: str, cell: ReadCell) -> str:
    value = cell.value
    if cell.until is None and isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return " ".join(normalise(shown).split())


def _label(register: Register, name: str) -> str:
    return next((one.label for one in register.fields if one.name == name), name)


@cache
def _names(cls: Entry) -> frozenset[str]:
    return frozenset(one.name for one in dataclasses.fields(cls))
