"""A preview made by hand: every fate, every kind of doubt, in few rows."""

import datetime as dt
from typing import Any

from desktop.errors import Problem
from desktop.gui.pages.activities.importing.digest import digest
from desktop.gui.pages.activities.importing.inspection import Seen
from desktop.records.activity import Activity
from desktop.records.register import Register
from desktop.rules.entry_table.fates import (
    CellFate,
    Choices,
    ColumnMatch,
    Fate,
    Match,
    Preview,
    RowFate,
)
from desktop.rules.grid import Cell, Grid, GridRow, TableSource
from tests import builders

HEADINGS = ("STT", "Tên lớp", "Ngày mở", "Địa điểm", "Lượt người", "Ghi chú")
FIELDS = ("", "title", "first_day", "place", "attendance", "note")
MATCHES = (
    Match.NONE,
    Match.SIMILAR,
    Match.REMEMBERED,
    Match.EXACT,
    Match.EXACT,
    Match.CHOSEN,
)


_OF_KEPT = (Fate.CHANGE, Fate.KEPT)


def a_cell(column: int, found: str, **changes: Any) -> CellFate:
    """Return a cell read as it stands."""
    values: dict[str, Any] = {
        "column": column,
        "field": FIELDS[column],
        "found": found,
        "text": found,
        "shown": found,
    }
    return CellFate(**(values | changes))


def a_row(number: int, fate: Fate, *cells: CellFate, **changes: Any) -> RowFate:
    """Return a row; cells not named hold ordinary things."""
    usual = {
        1: a_cell(1, f"Lớp tập huấn số {number}"),
        2: a_cell(2, "05/08/2024"),
        3: a_cell(3, "Hội trường"),
        4: a_cell(4, "40"),
        5: a_cell(5, ""),
    }
    usual |= {cell.column: cell for cell in cells}
    kept = None if fate is Fate.REFUSED else _record(number)
    values = {"record": kept, "before": kept if fate in _OF_KEPT else None}
    return RowFate(
        number=number, fate=fate, cells=tuple(usual.values()), **(values | changes)
    )


def _record(number: int) -> Activity:
    day = dt.date(2024, 8, 5)
    return builders.an_activity(
        id=f"row-{number}", title=f"Lớp tập huấn số {number}", last_day=day
    )


def usual_rows() -> tuple[RowFate, ...]:
    """Return ten rows: 4 added, 2 changed, 2 refused, 1 the same, 1 left out."""
    no_day = Problem("first_day", "date_no_such_day", ("31/02/2024",))
    no_number = Problem("attendance", "number_not_number", ("bốn mươi",))
    doubt = Problem("attendance", "zero_attendance", blocking=False)
    return (
        a_row(5, Fate.ADD),
        a_row(
            6,
            Fate.ADD,
            a_cell(3, "Nhµ r«ng", text="Nhà rông", shown="Nhà rông", healed="tcvn3"),
        ),
        a_row(
            7,
            Fate.CHANGE,
            a_cell(4, "35", before="30"),
            a_cell(3, "Nhà văn hóa", before="Hội trường"),
        ),
        a_row(8, Fate.REFUSED, a_cell(2, "31/02/2024", shown="", problems=(no_day,))),
        a_row(9, Fate.ADD, a_cell(4, "0", problems=(doubt,)), twins=("activity", "#5")),
        a_row(10, Fate.SAME),
        a_row(
            11,
            Fate.REFUSED,
            a_cell(4, "bốn mươi", shown="", problems=(no_number,)),
            problems=(Problem("pillar", "missing"),),
        ),
        a_row(12, Fate.ADD, hidden=True),
        a_row(13, Fate.LEFT_OUT),
        a_row(14, Fate.CHANGE, a_cell(4, "41", before="40")),
    )


def a_source(rows: tuple[RowFate, ...]) -> TableSource:
    """Return the sheet some rows were read from: a title, headings, the rows."""
    above = (
        GridRow(number=1, cells=(Cell(text="DANH SÁCH LỚP TẬP HUẤN NĂM 2024"),)),
        GridRow(number=4, cells=tuple(Cell(text=one) for one in HEADINGS)),
    )
    below = tuple(
        GridRow(
            number=row.number,
            cells=(
                Cell(text=str(n)),
                *(Cell(text=cell.found) for cell in row.cells),
            ),
        )
        for n, row in enumerate(rows, 1)
    )
    return TableSource(
        name="lop.xlsx", grids=(Grid(name="Sheet1", rows=(*above, *below)),)
    )


def a_preview(register: Register, **changes: Any) -> Preview:
    """Return the preview of the usual rows."""
    columns = tuple(
        ColumnMatch(column=n, heading=heading, field=field, match=match)
        for n, (heading, field, match) in enumerate(
            zip(HEADINGS, FIELDS, MATCHES, strict=True)
        )
    )
    values: dict[str, Any] = {
        "register": register,
        "sheet": "Sheet1",
        "sheets": ("Sheet1", "Tổng hợp"),
        "heading_row": 4,
        "columns": columns,
        "rows": usual_rows(),
    }
    return Preview(**(values | changes))


def seen(preview: Preview, choices: Choices | None = None) -> Seen:
    """Return a preview as the window has it."""
    source = a_source(preview.rows)
    return Seen(source, choices or Choices(), preview, digest(preview))
