"""Read the sheets of an Excel workbook as plain grids of text."""

import datetime as dt
import re
import warnings
from io import BytesIO
from pathlib import Path
from typing import Any

from desktop.errors import FileError
from desktop.files.task_table.limits import COLUMN_LIMIT, checked
from desktop.files.workbook.text import carried
from desktop.rules.grid import EMPTY, Cell, Grid, GridRow, TableSource

_DECIMALS = re.compile(r"0\.(0+)")
Blocks = dict[tuple[int, int], tuple[int, int, int]]
"""Row and column to: number of the merged area, and its first row and column."""


def read_workbook(path: Path) -> TableSource:
    """Return every sheet one can see; merged cells say the same in all of their area.

    Raises:
        FileError: It is no workbook, has a password, is damaged or beyond the limits.
    """
    data = checked(path)
    try:
        with warnings.catch_warnings():  # what the library leaves out is no text
            warnings.simplefilter("ignore")
            return _read(data, path.name)
    except FileError:
        raise
    except Exception as error:  # the library raises seven kinds on damaged parts
        raise FileError(path, "unreadable", type(error).__name__) from error


def _read(data: bytes, name: str) -> TableSource:
    from openpyxl import load_workbook

    values = load_workbook(BytesIO(data), data_only=True, keep_links=False)
    formulas = load_workbook(BytesIO(data), keep_links=False)
    sheets = list(values.worksheets)
    return TableSource(
        name=name,
        grids=tuple(
            _grid(sheet, formulas[sheet.title])
            for sheet in sheets
            if sheet.sheet_state == "visible"
        ),
        hidden_sheets=tuple(s.title for s in sheets if s.sheet_state != "visible"),
    )


def _grid(sheet: Any, formulas: Any) -> Grid:  # noqa: ANN401  openpyxl is imported late
    rows = _filled(sheet, formulas)
    blocks = _blocks(sheet, max(rows, default=0))
    for row, column in blocks:
        rows[row] = max(rows.get(row, 0), column)
    last = max(rows, default=0)
    made = [
        GridRow(
            number=row,
            cells=tuple(
                _cell(sheet, formulas, row, column, blocks)
                for column in range(1, rows.get(row, 0) + 1)
            ),
            hidden=bool(
                row in sheet.row_dimensions and sheet.row_dimensions[row].hidden
            ),
        )
        for row in range(1, last + 1)
    ]
    while made and made[-1].blank:
        made.pop()
    return Grid(name=sheet.title, rows=tuple(made))


def _hidden(sheet: Any, row: int) -> bool:  # noqa: ANN401
    known = sheet.row_dimensions  # asking it for a row it lacks makes one
    return bool(row in known and known[row].hidden)


def _filled(*sheets: Any) -> dict[int, int]:  # noqa: ANN401
    """Return each row that holds something, with its last column that does.

    A formula nobody computed has no value, and is seen among the formulas only.
    """
    furthest: dict[int, int] = {}
    for sheet in sheets:
        for (row, column), cell in sheet._cells.items():  # noqa: SLF001  the rest is void
            if cell.value is not None:
                furthest[row] = max(furthest.get(row, 0), column)
    return furthest


def _blocks(sheet: Any, last: int) -> Blocks:  # noqa: ANN401
    """Return the merged area of each cell of one, up to the last row that is filled."""
    found: Blocks = {}
    for number, area in enumerate(sheet.merged_cells.ranges, start=1):
        first = (area.min_row, area.min_col)
        for row in range(area.min_row, min(area.max_row, last) + 1):
            for column in range(area.min_col, min(area.max_col, COLUMN_LIMIT) + 1):
                found[row, column] = (number, *first)
    return found


def _cell(
    sheet: Any,  # noqa: ANN401
    formulas: Any,  # noqa: ANN401
    row: int,
    column: int,
    blocks: Blocks,
) -> Cell:
    block, top, left = blocks.get((row, column), (0, row, column))
    cell = sheet._cells.get((top, left))  # noqa: SLF001  asking else makes a cell
    if cell is None:
        return Cell(block=block) if block else EMPTY
    return Cell(
        text=_text(cell),
        bold=bool(cell.font and cell.font.b),
        block=block,
        fault=_fault(cell, formulas._cells.get((top, left))),  # noqa: SLF001
    )


def _fault(cell: Any, formula: Any) -> str:  # noqa: ANN401
    """Tell why a cell's value cannot be trusted; blank when it can."""
    if cell.data_type == "e":
        return "error_value"
    uncomputed = formula is not None and formula.data_type == "f" and cell.value is None
    return "formula" if uncomputed else ""


def _text(cell: Any) -> str:  # noqa: ANN401
    """Return what one sees in a cell, as far as numbers and days go."""
    value = cell.value
    if value is None or cell.data_type == "e":
        return ""
    if isinstance(value, dt.datetime | dt.date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, float):
        return _number(value, str(cell.number_format))
    return carried(str(value)).replace("\r\n", "\n").replace("\r", "\n")


def _number(value: float, form: str) -> str:
    """Return a number with the decimals its format shows: 1.10 is no 1.1."""
    shown = _DECIMALS.search(form)
    if shown:
        return f"{value:.{len(shown[1])}f}"
    return str(int(value)) if value.is_integer() else repr(value)
