"""Tell what becomes of each row: new, changed, the same, refused, or not wanted."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from desktop.errors import Problem
from desktop.records.identity import AgencyId
from desktop.records.import_mapping import ImportMapping
from desktop.records.period import PeriodStanding
from desktop.records.register import Register
from desktop.rules import entry
from desktop.rules.dates import format_date
from desktop.rules.entry_table import merging
from desktop.rules.entry_table.building import (
    Built,
    Entry,
    build,
    identity,
    is_identity,
    missing_problems,
    record_class,
)
from desktop.rules.entry_table.cells import ColumnReader, Found
from desktop.rules.entry_table.columns import ID, Column
from desktop.rules.entry_table.fates import CellFate, Choices, Fate, RowFate
from desktop.rules.entry_table.pairing import Kept, Pairing, Repeats
from desktop.rules.entry_table.reading import Context, Reading
from desktop.rules.grid import GridRow
from desktop.rules.known import Known
from desktop.rules.locked_days import refusing

_DAYS = frozenset({"first_day", "last_day"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Against:
    """All that a sheet is held against, as the office stands now."""

    register: Register
    context: Context
    known: Known
    own: AgencyId
    """The office itself, whose work it is when nobody else is named."""
    kept: Kept
    mappings: tuple[ImportMapping, ...] = ()
    """What earlier imports settled, the newest first."""
    standings: tuple[PeriodStanding, ...] = ()
    """How far the periods have come; a locked one refuses its rows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One row of entries and what its cells give."""

    row: GridRow
    given: merging.Given
    made: Built
    values: Mapping[str, Any]
    bad: frozenset[str]
    """Fields whose cell could not be read."""
    id: str
    """Id the sheet tells; blank when it tells none."""
    key: tuple[object, ...] | None
    """By what the entry may be known again; None where not all of it is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The rows of entries with what they are compared by."""

    against: Against
    choices: Choices
    readers: Sequence[ColumnReader]
    fixed: Mapping[str, Reading]
    """What rows that say nothing of a field have in it."""
    columns: merging.Columns


def told_rows(rows: Sequence[GridRow], table: Table) -> list[Told]:
    """Return what each row says, made into a record as if it were new."""
    fixed = {n: r.value for n, r in table.fixed.items() if r.good and not r.blank}
    given = zip(*(reader.found for reader in table.readers), strict=True)
    found = given if table.readers else ((),) * len(rows)
    return [
        _told(row, cells, table, fixed) for row, cells in zip(rows, found, strict=True)
    ]


def compare(told: Sequence[Told], table: Table) -> Iterator[RowFate]:
    """Yield what becomes of each row."""
    against = table.against
    firm = [one.made.record for one in told if one.key is not None]
    ids = [one.id for one in told]
    pairing = Pairing(against.register, against.kept, firm, ids)
    repeats = Repeats()
    for one in told:
        yield _fate(one, table, pairing, repeats)


def _told(
    row: GridRow, given: merging.Given, table: Table, fixed: Mapping[str, Any]
) -> Told:
    against, columns = table.against, table.columns
    values = merging.values_of(columns, given)
    bad = _unread(columns, given) if any(one.bad for one in given) else frozenset()
    told = str(values.pop(ID, ""))
    whole = {name: value for name, value in fixed.items() if name not in bad}
    whole.update(values)
    whole.update(merging.tables_of(columns, given, None))
    made = build(against.register, whole, against.own, against.known, bad)
    unsure = bad | made.missing
    firm = not (unsure and is_identity(record_class(against.register), unsure))
    return Told(
        row=row,
        given=given,
        made=made,
        values=values,
        bad=bad,
        id=told,
        key=identity(made.record) if firm else None,
    )


def _unread(columns: merging.Columns, given: merging.Given) -> frozenset[str]:
    pairs = zip(columns.all, given, strict=True)
    return frozenset(column.slot.field for column, found in pairs if found.bad)


def _fate(one: Told, table: Table, pairing: Pairing, repeats: Repeats) -> RowFate:
    before, odd = pairing.by_id(one.id)
    if before is None and one.key is not None:
        before = pairing.alike(
            one.key, lambda kept: _changed(one, kept, table.columns) != kept
        )
    record = one.made.record
    if before is not None:
        record = _changed(one, before, table.columns)
    problems = [*odd, *_problems(one, record, before, table)]
    if before is not None and record == before:
        # What is kept already may stand, even where the rules grew stricter since.
        problems = [replace(problem, blocking=False) for problem in problems]
    if before is None and one.key is not None:
        problems += _repeated(one, one.key, repeats)
    if before is None or record != before:
        problems += _locked(one, record, before, table)
    refused = bool(one.bad) or any(problem.blocking for problem in problems)
    cells, rest = _placed(one, problems, record, before, table)
    fate = _decide(one.row.number, record, before, table.choices, refused=refused)
    return RowFate(
        number=one.row.number,
        fate=fate,
        cells=cells,
        record=None if refused else record,
        before=before,
        problems=rest,
        hidden=one.row.hidden,
    )


def _changed(one: Told, before: Entry, columns: merging.Columns) -> Entry:
    """Return a kept entry with what the row says; what it leaves blank stays.

    An entry of one day stays one where the sheet tells one day.
    """
    values = {**one.values, **merging.tables_of(columns, one.given, before)}
    told = _DAYS & values.keys()
    if len(told) == 1 and before.first_day == before.last_day:
        values.update(dict.fromkeys(_DAYS, values[next(iter(told))]))
    return replace(before, **values)


def _problems(
    one: Told,
    record: Entry,
    before: Entry | None,
    table: Table,
) -> Iterator[Problem]:
    """Yield what the rules of entry say, but of fields that could not be read."""
    unread = one.bad
    if before is None:
        lacking = one.made.missing - unread - {ID}
        if unread & _DAYS:  # one cell that cannot be read is told once
            lacking -= _DAYS
        yield from missing_problems(lacking)
        unread = unread | one.made.missing
        yield from _fixed_problems(one, table)
    for problem in entry.problems(record, table.against.known):
        if problem.field not in unread:
            yield problem


def _fixed_problems(one: Told, table: Table) -> Iterator[Problem]:
    for name, reading in table.fixed.items():
        if name not in one.values and not reading.good:
            yield from reading.problems


def _locked(
    one: Told, record: Entry, before: Entry | None, table: Table
) -> Iterator[Problem]:
    """Yield that a locked period refuses the row; a day nobody could read is none."""
    found = refusing(table.against.standings, record, before)
    if found is None:
        return
    field, standing = found
    if before is None and field in one.bad | one.made.missing:
        return
    days = format_date(standing.first_day), format_date(standing.last_day)
    yield Problem(_beside_day(field, table), "day_locked", days)


def _beside_day(field: str, table: Table) -> str:
    """Return the field at whose cell a day is told: a sheet may have but one."""
    told = {reader.column.slot.field for reader in table.readers}
    other = next(iter(_DAYS - {field}), field)
    return other if field in _DAYS - told and other in told else field


def _repeated(
    one: Told, key: tuple[object, ...], repeats: Repeats
) -> Iterator[Problem]:
    """Yield that an earlier row of the sheet tells of the same new entry."""
    again = repeats.seen(one.row.number, key, one.made.record)
    if again is not None:
        number, equal = again
        code = "row_repeated" if equal else "row_alike"
        yield Problem("", code, (str(number),), blocking=equal)


def _decide(
    number: int,
    record: Entry,
    before: Entry | None,
    choices: Choices,
    *,
    refused: bool,
) -> Fate:
    if refused:
        return Fate.REFUSED
    if before is not None and record == before:
        return Fate.SAME
    if number in choices.left_out:
        return Fate.LEFT_OUT
    if before is None:
        return Fate.ADD
    wanted = choices.overwrite is None or number in choices.overwrite
    return Fate.CHANGE if wanted else Fate.KEPT


# --- cells -------------------------------------------------------------------------


def _placed(
    one: Told,
    problems: Sequence[Problem],
    record: Entry,
    before: Entry | None,
    table: Table,
) -> tuple[tuple[CellFate, ...], tuple[Problem, ...]]:
    """Return the cells with the problems of their fields, and what is left over."""
    if before is None and not problems:
        return tuple(found.fate for found in one.given), ()
    by_field: dict[str, list[Problem]] = {}
    for problem in problems:
        by_field.setdefault(problem.field, []).append(problem)
    cells = []
    for reader, found in zip(table.readers, one.given, strict=True):
        column = reader.column
        own = by_field.pop(column.slot.field, None) if by_field else None
        fate = found.fate
        if before is not None:
            fate = _beside(fate, reader, column, found, record, before)
        if own:
            fate = replace(fate, problems=(*fate.problems, *own))
        cells.append(fate)
    rest = tuple(problem for many in by_field.values() for problem in many)
    return tuple(cells), rest


def _beside(
    fate: CellFate,
    reader: ColumnReader,
    column: Column,
    found: Found,
    record: Entry,
    before: Entry,
) -> CellFate:
    """Return a cell with what is kept now beside what would be."""
    if column.slot.field == ID:
        return replace(fate, before=fate.shown)
    old = _shown(reader, column, before)
    new = old if found.bad or not found.given else _shown(reader, column, record)
    return replace(fate, shown=new, before=old)


def _shown(reader: ColumnReader, column: Column, record: Entry) -> str:
    if column.slot.code:
        return reader.show(merging.number_of(record, column))
    return reader.show(getattr(record, column.slot.field))
