"""Show what importing a sheet of entries would do, before it does."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from desktop.errors import InputError, Problem
from desktop.records.register import Register
from desktop.rules.entry_table.building import required
from desktop.rules.entry_table.cells import ColumnReader
from desktop.rules.entry_table.columns import ID, Column, field_of, parse_slot
from desktop.rules.entry_table.comparing import Against, Table, compare, told_rows
from desktop.rules.entry_table.fates import (
    Choices,
    ColumnMatch,
    Fate,
    Preview,
    RowFate,
)
from desktop.rules.entry_table.headings import (
    Headings,
    find_headings,
    headings_at,
)
from desktop.rules.entry_table.lexicon import Lexicon
from desktop.rules.entry_table.likely_twins import with_twins
from desktop.rules.entry_table.matching import by_position, match_columns
from desktop.rules.entry_table.merging import sorted_out
from desktop.rules.entry_table.money import factor_above, factor_of, is_money
from desktop.rules.entry_table.notes import columns_passed_over, table_notes
from desktop.rules.entry_table.reading import Context, Reading, read_value
from desktop.rules.entry_table.rows import RowKind, SheetRow, sheet_rows, sheet_year
from desktop.rules.grid import Cell, Grid, TableSource
from desktop.rules.healing import guess, heal_cell
from desktop.rules.vietnamese import fold

_HEADING_ROWS = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """One sheet taken apart: what its columns are, and its rows."""

    grid: Grid
    headings: Headings
    lexicon: Lexicon
    matches: tuple[ColumnMatch, ...]
    columns: tuple[Column, ...]
    rows: tuple[SheetRow, ...]


def preview(
    source: TableSource,
    against: Against,
    choices: Choices | None = None,
    *,
    twins: bool = True,
) -> Preview:
    """Return what importing a sheet would do.

    Args:
        source: What was read from a file or the clipboard.
        against: The office as it stands.
        choices: What the user settled so far.
        twins: Whether likely twins are looked for; they change nobody's fate.

    Raises:
        InputError: Nothing is in it (`entries_empty`), there is no such sheet
            (`unknown_name`), or no row of a file looks like headings
            (`headings_missing`); a paste is then read by the order of columns.
    """
    settled = choices or Choices()
    laid = _lay_out(source, against, settled)
    context = _context(laid, against, settled)
    against = replace(against, context=context)
    entries = [one.row for one in laid.rows if one.kind is RowKind.ENTRY]
    readers = tuple(_readers(laid, context, settled))
    fixed = _fixed(against.register, context, settled)
    table = Table(
        against=against,
        choices=settled,
        readers=readers,
        fixed=fixed,
        columns=sorted_out(reader.column for reader in readers),
    )
    made = list(compare(told_rows(entries, table), table))
    rows = _in_order(laid.rows, with_twins(made, against) if twins else made)
    matches = {reader.match.column: reader.match for reader in readers}
    wanting = _wanting(against.register, laid.columns, fixed)
    return Preview(
        register=against.register,
        sheet=laid.grid.name,
        sheets=tuple(grid.name for grid in source.grids),
        heading_row=_number(laid),
        columns=tuple(matches.get(one.column, one) for one in laid.matches),
        rows=rows,
        unknown_words=_unknown_words(readers),
        notes=(
            *_headings_note(laid),
            *columns_passed_over(laid.matches, laid.lexicon, laid.rows),
            *table_notes(source, laid.grid, laid.rows, readers, wanting),
        ),
        wanting=wanting,
    )


# --- the sheet -----------------------------------------------------------------------


def _lay_out(source: TableSource, against: Against, choices: Choices) -> Laid:
    register, context = against.register, against.context
    lexicon = Lexicon(register, context.names, context.words, against.mappings)
    grid, headings = _sheet(source, lexicon, choices)
    if headings.place >= 0:
        matches = match_columns(headings, lexicon, choices, register)
    else:
        matches = by_position(grid, register, choices)
    columns = tuple(_columns(matches, grid, headings, against))
    aside = [one.column for one in matches if lexicon.exact(one.heading) == ""]
    told = [one.match.column for one in columns]
    ids = next((one.match.column for one in columns if one.slot.field == ID), -1)
    rows = sheet_rows(grid, headings, told, context.words, aside=aside, ids=ids)
    return Laid(
        grid=grid,
        headings=headings,
        lexicon=lexicon,
        matches=matches,
        columns=columns,
        rows=tuple(rows),
    )


def _sheet(
    source: TableSource, lexicon: Lexicon, choices: Choices
) -> tuple[Grid, Headings]:
    """Return the sheet that was chosen, or the first with headings."""
    full = [grid for grid in source.grids if any(not r.blank for r in grid.rows)]
    if not full:
        raise InputError((Problem("table", "entries_empty"),))
    wanted = [grid for grid in full if grid.name == choices.sheet] or full
    if choices.sheet and wanted is full and choices.sheet not in _names(source):
        names = _names(source)
        raise InputError((Problem("sheet", "unknown_name", (choices.sheet, *names)),))
    if choices.headings:
        return wanted[0], _chosen(wanted[0], lexicon, choices.headings)
    for grid in wanted:
        found = find_headings(_readable(grid), lexicon)
        if found is not None:
            return grid, found
    if all(grid.name for grid in wanted) and not choices.columns:
        raise InputError((Problem("table", "headings_missing"),))
    return wanted[0], Headings(place=-1, texts=("",) * wanted[0].width)


def _names(source: TableSource) -> tuple[str, ...]:
    return tuple(grid.name for grid in source.grids)


def _chosen(grid: Grid, lexicon: Lexicon, number: int) -> Headings:
    """Return the headings in the row somebody pointed at, or none."""
    place = next((n for n, row in enumerate(grid.rows) if row.number == number), -1)
    if place < 0:
        return Headings(place=-1, texts=("",) * grid.width)
    return headings_at(_readable(grid, place + 1), place, lexicon)


def _readable(grid: Grid, least: int = 0) -> Grid:
    """Return the first rows of a sheet with their letters put right.

    Where no font tells which letters they are, all of the rows together do.
    """
    first, letters = grid.rows[: max(_HEADING_ROWS, least)], _letters(grid)
    rows = [
        replace(row, cells=tuple(_healed(cell, letters) for cell in row.cells))
        for row in first
    ]
    return replace(grid, rows=tuple(rows))


def _letters(grid: Grid) -> str:
    """Return the letters before Unicode most of a sheet seems to be in, or blank."""
    first = grid.rows[:_HEADING_ROWS]
    texts = (cell.text for row in first for cell in row.cells if not cell.kind)
    return guess(texts).letters


def _healed(cell: Cell, letters: str) -> Cell:
    if not cell.text or cell.kind:
        return cell
    return replace(cell, text=heal_cell(cell, letters).text)


def _number(laid: Laid) -> int:
    place = laid.headings.place
    return laid.grid.rows[place].number if place >= 0 else 0


def _headings_note(laid: Laid) -> tuple[Problem, ...]:
    if laid.headings.place >= 0:
        return ()
    return (Problem("table", "headings_guessed", blocking=False),)


def _columns(
    matches: Iterable[ColumnMatch], grid: Grid, headings: Headings, against: Against
) -> Iterator[Column]:
    """Yield the columns that tell something of an entry."""
    words = against.context.words
    above = factor_above(_readable(grid).rows[: max(headings.place, 0)], words)
    for one in matches:
        slot = parse_slot(one.field, against.register) if one.field else None
        if slot is None:
            continue
        field = field_of(slot, against.register)
        factor = Decimal(1)
        if field is not None and is_money(field):
            factor = factor_of(one.heading, words) or above or factor
        yield Column(match=one, slot=slot, field=field, factor=factor)


def _context(laid: Laid, against: Against, choices: Choices) -> Context:
    """Return by what cells are read: with the sheet's year, and what was settled."""
    remembered = {
        (one.field, one.word): one.value
        for mapping in reversed(against.mappings)
        if mapping.register == against.register.code
        for one in mapping.words
    }
    told = {(name, fold(word)): v for (name, word), v in choices.words.items()}
    year = sheet_year(laid.grid, laid.headings)
    return replace(
        against.context,
        year=year or against.context.year,
        year_told=bool(year),
        settled={**against.context.settled, **remembered, **told},
    )


# --- columns and rows ---------------------------------------------------------------


def _readers(laid: Laid, context: Context, choices: Choices) -> Iterator[ColumnReader]:
    ours = any(one.slot.field == ID for one in laid.columns)
    rows = [one.row for one in laid.rows if one.kind is RowKind.ENTRY]
    letters = _letters(laid.grid)
    for column in laid.columns:
        cells = [row.cell(column.match.column) for row in rows]
        yield ColumnReader(column, cells, context, choices, letters, ours=ours)


def _fixed(
    register: Register, context: Context, choices: Choices
) -> dict[str, Reading]:
    """Return what rows that say nothing of a field are to have in it."""
    fields = {field.name: field for field in register.fields}
    return {
        name: read_value(fields[name], text, context)
        for name, text in choices.fixed.items()
        if name in fields and text.strip()
    }


def _wanting(
    register: Register, columns: Iterable[Column], fixed: dict[str, Reading]
) -> tuple[str, ...]:
    told = {column.slot.field for column in columns} | fixed.keys()
    days = {"first_day", "last_day"}
    if told & days:
        told |= days
    return tuple(name for name in required(register) if name not in told)


def _in_order(
    rows: Iterable[SheetRow], entries: Iterable[RowFate]
) -> tuple[RowFate, ...]:
    """Return every row that holds anything, entries and others, from the top."""
    made = iter(entries)
    return tuple(
        next(made) if one.kind is RowKind.ENTRY else _aside(one) for one in rows
    )


def _aside(one: SheetRow) -> RowFate:
    """Return a row that is no entry."""
    problem = Problem("", str(one.kind), blocking=False)
    return RowFate(
        number=one.row.number,
        fate=Fate.LEFT_OUT,
        cells=(),
        problems=(problem,),
        hidden=one.row.hidden,
    )


def _unknown_words(
    readers: Iterable[ColumnReader],
) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Return each word nobody knows once, with what it may mean."""
    found: dict[tuple[str, str], tuple[str, str, tuple[str, ...]]] = {}
    for reader in readers:
        name = reader.field.name
        for one in reader.found:
            for word, near in one.unknown:
                found.setdefault((name, fold(word)), (name, word, near))
    return tuple(found.values())
