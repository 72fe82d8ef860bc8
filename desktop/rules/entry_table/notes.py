"""Say what is to be known of a sheet as a whole."""

from collections.abc import Iterable, Iterator, Sequence

from desktop.errors import Problem
from desktop.rules.entry_table.cells import ColumnReader
from desktop.rules.entry_table.fates import ColumnMatch, Match
from desktop.rules.entry_table.lexicon import Lexicon
from desktop.rules.entry_table.rows import RowKind, SheetRow
from desktop.rules.grid import Grid, TableSource
from desktop.rules.numbers import format_integer

_MOST_ROWS = 12
"""Numbers of rows told one by one."""


def table_notes(
    source: TableSource,
    grid: Grid,
    rows: Sequence[SheetRow],
    readers: Iterable[ColumnReader],
    wanting: Iterable[str],
) -> Iterator[Problem]:
    """Yield what was left out of a sheet, settled by its own cells, or is lacking."""
    yield from source.notes
    others = [one.name for one in source.grids if one is not grid and one.rows]
    if others:
        yield _note("sheets_left", ", ".join(others))
    if source.hidden_sheets:
        yield _note("sheets_hidden", ", ".join(source.hidden_sheets))
    hidden = [one for one in rows if one.row.hidden]
    if hidden:
        yield _note("rows_hidden", _numbers(hidden))
    for kind in (RowKind.TOTAL, RowKind.HEADING, RowKind.TITLE, RowKind.OUTSIDE):
        found = [one for one in rows if one.kind is kind]
        if found:
            yield _note(f"{kind}_left", _numbers(found))
    for reader in readers:
        yield from _of_column(reader)
    for name in wanting:
        yield Problem(name, "column_wanting", blocking=False)


def columns_passed_over(
    matches: Sequence[ColumnMatch], lexicon: Lexicon, rows: Sequence[SheetRow]
) -> Iterator[Problem]:
    """Yield each column that gives a field another column already gives.

    The user who leaves a column aside himself knows of it.
    """
    given = {one.field for one in matches if one.field}
    for one in matches:
        if one.match is not Match.NONE or not one.heading:
            continue
        slot = lexicon.exact(one.heading)
        if slot in given and any(entry.row.cell(one.column).text for entry in rows):
            yield Problem(str(slot), "column_again", (one.heading,), blocking=False)


def _of_column(reader: ColumnReader) -> Iterator[Problem]:
    heading = reader.match.heading
    settled, name = reader.settled, reader.field.name
    if settled.proof:
        code = f"settled_{settled.reading or 'numbers'}"
        yield Problem(name, code, (heading, settled.proof), blocking=False)
    if settled.asked:
        code = f"asked_{settled.asked[0]}"
        yield Problem(name, code, (heading,), blocking=False)
    if reader.column.factor != 1:
        factor = format_integer(reader.column.factor)
        yield Problem(name, "money_factor", (heading, factor), blocking=False)


def _numbers(rows: Sequence[SheetRow]) -> str:
    told = ", ".join(str(one.row.number) for one in rows[:_MOST_ROWS])
    return told + (", …" if len(rows) > _MOST_ROWS else "")


def _note(code: str, *facts: str) -> Problem:
    return Problem("table", code, facts, blocking=False)
