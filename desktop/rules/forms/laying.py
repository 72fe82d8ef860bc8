"""Find the sheets and columns of a form in a workbook that went through many hands.

Sheets are renamed and copied, columns moved and put in, rows put in above: what is read
is found by its name and its headings, and every such move is told.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from desktop.records.arrival import CellFault
from desktop.records.form import FormColumn, FormContent, FormSheet, FormTotal
from desktop.rules.forms.addresses import cell_at, column_at, letters_at
from desktop.rules.forms.headings import (
    MOST,
    find_headings,
    heading_names,
    is_key,
    name_of,
    numbers_columns,
    plain_heading,
    shift_of,
)
from desktop.rules.grid import Grid, GridRow, TableSource

Reason = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidSheet:
    """One list of a form as it was found."""

    sheet: FormSheet
    grid: Grid
    columns: tuple[tuple[FormColumn, int], ...]
    """Columns that were found, and where each is, counted from 0."""
    key: int
    """Where the keys of the rows are; -1 where they are gone."""
    rows: tuple[GridRow, ...]
    """Rows below the headings that hold anything in these columns."""
    heading: int
    """Number of the row of headings."""

    def address(self, row: GridRow, field: str) -> str:
        """Return where a field of a row stands; its first cell where it has none."""
        at = next((n for one, n in self.columns if one.field == field), None)
        if at is None:
            at = self.columns[0][1] if self.columns else 0
        return f"{letters_at(at)}{row.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """A form taken apart."""

    summary: Grid | None
    sheets: tuple[LaidSheet, ...]
    moved: tuple[int, int] = (0, 0)
    """By how many rows and columns the numbers of the summary moved."""
    reasons: tuple[Reason, ...] = ()
    """What is to be known of the workbook as a whole."""
    faults: tuple[CellFault, ...] = ()
    unread: tuple[tuple[str, ...], ...] = ()
    """What copies of its sheets say that the sheets themselves do not."""

    def total_at(self, total: FormTotal) -> tuple[int, int]:
        """Return row and column, counted from 0, of a number of the summary."""
        row, column = cell_at(total.cell)
        return row + self.moved[0], column + self.moved[1]


def lay(content: FormContent, source: TableSource, row_total: str = "") -> Laid:
    """Find everything a form asked for in a workbook that came back.

    Args:
        content: What the form asked for.
        source: The workbook as it was read.
        row_total: What the row of the summary's numbers is called, at its left.
    """
    search = _Search(content, source)
    sheets = tuple(search.sheets())
    summary = search.summary()
    search.leftovers(sheets)
    shift = (0, 0) if summary is None else shift_of(content, summary, row_total)
    return Laid(
        summary=summary,
        sheets=sheets,
        moved=shift,
        reasons=tuple(dict.fromkeys((*search.reasons, *_notices(source, sheets)))),
        faults=tuple(search.faults),
        unread=tuple(search.unread),
    )


class _Search:
    """Look for sheets one after the other, and note what is odd."""

    def __init__(self, content: FormContent, source: TableSource) -> None:
        self.reasons: list[Reason] = []
        self.faults: list[CellFault] = []
        self.unread: list[tuple[str, ...]] = []
        self._content = content
        self._source = source
        self._taken: set[str] = set()
        self._own = {name_of(one.sheet) for one in content.sheets}
        self._own.add(name_of(content.summary))

    def sheets(self) -> Iterator[LaidSheet]:
        """Yield the lists of the form that are there."""
        for sheet in self._content.sheets:
            found = self._find(sheet)
            if found is None:
                self._missing(sheet.sheet)
                continue
            grid, heading = found
            self._taken.add(grid.name)
            yield self._laid(sheet, grid, heading)

    def summary(self) -> Grid | None:
        """Return the summary sheet, by its name or as the only sheet left."""
        if not self._content.totals:
            return None
        named = self._named(self._content.summary)
        if named is not None:
            return named
        others = [
            one
            for one in self._source.grids
            if one.name not in self._taken and name_of(one.name) not in self._own
        ]
        if len(others) == 1:
            self.reasons.append(
                ("sheet_renamed", self._content.summary, others[0].name)
            )
            self._taken.add(others[0].name)
            return others[0]
        self._missing(self._content.summary)
        return None

    def leftovers(self, sheets: Sequence[LaidSheet]) -> None:
        """Tell of every other sheet that looks like one of the form's."""
        known = {one.grid.name for one in sheets}
        for grid in self._source.grids:
            if grid.name in known or grid.name in self._taken:
                continue
            likest = self._likest(grid)
            for one in sheets:
                if one.sheet is likest:
                    self._copied(one, grid, find_headings(one.sheet, grid)[0])

    def _copied(self, one: LaidSheet, grid: Grid, heading: int) -> None:
        """Refuse a copy that says something the first sheet does not."""
        copy = self._laid(one.sheet, grid, heading)
        own = Counter(_text_of(one, row) for row in one.rows)
        other = [row for row in copy.rows if not own[_text_of(copy, row)]]
        if not other:
            self.reasons.append(("sheet_copied", one.grid.name, grid.name))
            return
        self.unread += [_text_of(copy, row) for row in other]
        self.faults.append(
            CellFault(
                sheet=grid.name,
                cell=copy.address(other[0], ""),
                label=one.grid.name,
                code="sheet_copied",
                facts=(grid.name, one.grid.name, str(len(other))),
            )
        )

    def _named(self, name: str) -> Grid | None:
        wanted = name_of(name)
        found = [one for one in self._source.grids if name_of(one.name) == wanted]
        if found:
            self._taken.add(found[0].name)
        return found[0] if found else None

    def _find(self, sheet: FormSheet) -> tuple[Grid, int] | None:
        named = self._named(sheet.sheet)
        if named is not None:
            return named, find_headings(sheet, named)[0]
        for grid in self._source.grids:
            if name_of(grid.name) in self._own or grid.name in self._taken:
                continue
            if self._likest(grid) is sheet:
                self.reasons.append(("sheet_renamed", sheet.sheet, grid.name))
                return grid, find_headings(sheet, grid)[0]
        return None

    def _likest(self, grid: Grid) -> FormSheet | None:
        """Return the list whose headings a sheet has: many lists share most of them."""
        share, at = max(
            (
                (find_headings(one, grid)[1] / len(one.columns), -place)
                for place, one in enumerate(self._content.sheets)
            ),
            default=(0.0, 0),
        )
        return self._content.sheets[-at] if share >= MOST else None

    def _missing(self, name: str) -> None:
        hidden = name_of(name) in map(name_of, self._source.hidden_sheets)
        first = next((one.name for one in self._source.grids), name)
        self.faults.append(
            CellFault(
                sheet=first,
                cell="A1",
                label=name,
                code="sheet_hidden" if hidden else "sheet_missing",
                facts=(name,),
            )
        )

    def _laid(self, sheet: FormSheet, grid: Grid, heading: int) -> LaidSheet:
        columns = tuple(self._columns(sheet, grid, heading))
        first = heading + 1 if heading >= 0 else sheet.first_row - 1
        below = grid.rows[first:]
        if below and numbers_columns(below[0]):
            first, below = first + 1, below[1:]
        places = [at for _, at in columns]
        rows = tuple(row for row in below if _filled(row, places))
        return LaidSheet(
            sheet=sheet,
            grid=grid,
            columns=columns,
            key=_key_column(sheet, columns, below),
            rows=rows,
            heading=first,
        )

    def _columns(
        self, sheet: FormSheet, grid: Grid, heading: int
    ) -> Iterator[tuple[FormColumn, int]]:
        """Yield each column by its heading, else by its place; tell what moved."""
        if heading < 0:
            self._columns_fault(sheet, grid, sheet.columns[0], "headings_missing")
            return
        texts = [heading_names(cell.text) for cell in grid.rows[heading].cells]
        labels = {plain_heading(one.label) for one in sheet.columns}
        moved = 0
        for one in sheet.columns:
            at, label = column_at(one.column), plain_heading(one.label)
            places = [n for n, text in enumerate(texts) if label in text]
            if at in places:
                yield one, at
            elif places:
                moved += 1
                yield one, places[0]
            elif at < len(texts) and any(texts[at]) and not labels & texts[at]:
                told = grid.rows[heading].cell(at).text.strip()
                where = f"{letters_at(at)}{grid.rows[heading].number}"
                facts = ("column_renamed", grid.name, where, one.label, told)
                self.reasons.append(facts)
                yield one, at
            else:
                self._columns_fault(sheet, grid, one, "column_missing")
        if moved:
            self.reasons.append(("columns_moved", grid.name, str(moved)))

    def _columns_fault(
        self, sheet: FormSheet, grid: Grid, one: FormColumn, code: str
    ) -> None:
        row = max(sheet.first_row - 1, 1)
        self.faults.append(
            CellFault(
                sheet=grid.name,
                cell=f"{one.column}{row}",
                label=one.label,
                code=code,
                facts=(one.label,),
            )
        )


# --- rows --------------------------------------------------------------------------


def _filled(row: GridRow, places: Sequence[int]) -> bool:
    cells = row.cells
    width = len(cells)
    for at in places:
        if at < width:
            cell = cells[at]
            if cell.fault or (cell.text and not cell.text.isspace()):
                return True
    return False


def _key_column(
    sheet: FormSheet,
    columns: Sequence[tuple[FormColumn, int]],
    rows: Sequence[GridRow],
) -> int:
    """Return where the keys of the rows went: where one begins as only keys do."""
    usual = column_at(sheet.key_column)
    read = {at for _, at in columns}
    if usual not in read and any(row.cell(usual).text.strip() for row in rows):
        return usual
    begun: Counter[int] = Counter()
    for row in rows:
        for at, cell in enumerate(row.cells):
            if at not in read and is_key(cell.text):
                begun[at] += 1
    return next((at for at, _ in begun.most_common(1)), -1)


def _text_of(laid: LaidSheet, row: GridRow) -> tuple[str, ...]:
    return tuple(row.cell(at).text.strip() for _, at in laid.columns)


# --- what is to be known -----------------------------------------------------------


def _notices(source: TableSource, sheets: Sequence[LaidSheet]) -> Iterator[Reason]:
    """Yield what of a workbook nobody sees, and what was passed over in it."""
    for one in sheets:
        hidden = [str(row.number) for row in one.rows if row.hidden]
        if hidden:
            told = ", ".join(hidden[:_MOST_ROWS])
            yield ("rows_hidden", one.grid.name, str(len(hidden)), told)
    keys = {one.grid.name: letters_at(one.key) for one in sheets if one.key >= 0}
    for note in source.notes:
        if note.code != "foreign_columns":
            yield (note.code, *note.facts)
            continue
        name, letters = note.facts
        left = [at for at in letters.split(", ") if at != keys.get(name)]
        if left:
            yield (note.code, name, ", ".join(left))


_MOST_ROWS: Final = 10
